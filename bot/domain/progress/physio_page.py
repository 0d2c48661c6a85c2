"""The page for a therapist, as words to be set: a small value, so that the page can be made again and again."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePart:
    """A heading, and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhysioPage:
    """`below_title`: which days, and whose. `last`: what the page is and is not."""

    title: str
    below_title: str
    parts: tuple[PagePart, ...]
    last: str


def to_json(page: PhysioPage) -> str:
    parts = [[part.heading, list(part.lines)] for part in page.parts]
    return json.dumps(
        [page.title, page.below_title, parts, page.last], ensure_ascii=False, separators=(",", ":")
    )


def from_json(stored: str) -> PhysioPage:
    """Raises ValueError and TypeError."""
    title, below, parts, last = json.loads(stored)
    read = tuple(PagePart(str(heading), tuple(map(str, lines))) for heading, lines in parts)
    return PhysioPage(str(title), str(below), read, str(last))
