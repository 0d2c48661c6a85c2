"""Keeps released ids: they stay in people's chats and rows for years, so each id stays, or is retired by name.

released.txt has one id in each line, sorted: `exercise cat-cow`, `form cat-cow/flow`, `routine morning`, `programme four-weeks`,
`topic disc`. `retired form cat-cow/fists` was removed on purpose.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from bot.content.faults import Fault
from bot.content.source.records import LibrarySource
from bot.content.source.text_file import text_of

FILE = "released.txt"
RETIRED = "retired "

_ID = re.compile(r"(retired )?((exercise|programme|routine|topic) [a-z0-9-]+|form [a-z0-9-]+/[a-z0-9-]+)")


def ids(source: LibrarySource) -> set[str]:
    return {
        *(f"exercise {slug}" for slug in source.exercises),
        *(f"form {slug}/{form.id}" for slug, each in source.exercises.items() for form in each.facts.forms),
        *(f"routine {slug}" for slug in source.routines),
        *(f"programme {slug}" for slug in source.programmes),
        *(f"topic {slug}" for slug in source.topics),
    }


def released_faults(source: LibrarySource) -> Iterator[Fault]:
    lines, faults = _lines(source.folder)
    yield from faults
    present = ids(source)
    for number, line in enumerate(lines, 1):
        if not _ID.fullmatch(line):
            yield Fault(FILE, f"line {number}", f"'{line}' is no id, such as 'form cat-cow/flow'")
    for line, count in Counter(lines).items():
        if count > 1:
            yield Fault(FILE, line, "stands here twice")
    if any(before > after for before, after in pairwise(lines)):
        yield Fault(FILE, "lines", "are not sorted")
    yield from _gone_and_back({line for line in lines if _ID.fullmatch(line)}, present, source.unread)


def released(folder: Path) -> frozenset[str]:
    return frozenset(_lines(folder)[0])


def release(source: LibrarySource) -> list[str]:
    lines, _ = _lines(source.folder)
    new = sorted(ids(source) - set(lines))
    if new:
        text = "".join(f"{line}\n" for line in sorted({*lines, *new}))
        (source.folder / FILE).write_text(text, encoding="utf-8")
    return new


def _lines(folder: Path) -> tuple[list[str], list[Fault]]:
    if not (folder / FILE).exists():
        return [], []
    text, faults = text_of(folder / FILE, FILE)
    return [line.strip() for line in (text or "").splitlines() if line.strip()], faults


def _gone_and_back(released: set[str], present: set[str], unread: set[str]) -> Iterator[Fault]:
    retired = {line.removeprefix(RETIRED) for line in released if line.startswith(RETIRED)}
    for id_ in sorted(id_ for id_ in released - present - retired if not id_.startswith(RETIRED)):
        if not _is_unread(id_, unread):
            what = "was released and is gone; give it back its name, or write 'retired' before it"
            yield Fault(FILE, id_, what)
    for id_ in sorted(retired & present):
        yield Fault(FILE, id_, "is retired and there again; an id never gets a second meaning")


def _is_unread(id_: str, unread: set[str]) -> bool:
    """The id may be in a file that can't be read, which is a fault already."""
    kind, _, name = id_.partition(" ")
    folder = {"routine": "routines/", "programme": "programmes/", "topic": "learn/"}.get(kind, "")
    return folder + name.partition("/")[0] in unread
