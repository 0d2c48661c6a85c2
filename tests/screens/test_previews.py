"""What shows outside the chat tells nothing of somebody's health: the first words of what comes by itself, links, and names of files."""

import re
from collections.abc import Iterator

from bot.content.language.words import speaker
from bot.screens.gallery.gallery import gallery
from bot.screens.screen import Screen
from bot.screens.text import seen
from tests.examples import CONTENT
from tests.known import library

LETTERS = 40
"""So many of a message show on a locked phone."""

HEALTH = re.compile(
    r"\b(pain|hurt|ach(e|ing)|sharp|sore|stiff|numb|dizz|surgery|pregnan|ill\b|worse|\d+ of 10)",
    re.IGNORECASE,
)


def screens() -> dict[str, Screen]:
    return gallery(library(), speaker(CONTENT))


def previews() -> Iterator[tuple[str, str]]:
    """Reminders, which come by themselves, and files, which come when they are made."""
    for name, screen in screens().items():
        if screen.nods_to or (screen.paper and screen.paper.name):
            yield name, seen(screen.text)[:LETTERS]


def test_what_a_locked_phone_shows_tells_nothing_of_health() -> None:
    shown = dict(previews())
    assert len(shown) > 40
    assert any(name.startswith("page/physio/made") for name in shown)
    assert not {name: first for name, first in shown.items() if HEALTH.search(first)}


def test_no_file_is_named_for_what_hurts() -> None:
    named = [screen.paper.name for screen in screens().values() if screen.paper and screen.paper.name]
    assert len(named) > 3
    assert not [name for name in named if HEALTH.search(name)]


def test_nothing_has_a_link_that_a_preview_could_be_made_of() -> None:
    linked = {name for name, screen in screens().items() if "://" in screen.text or "t.me/" in screen.text}
    assert not {
        name for name in linked if not name.startswith(("admin", "outside", "danger", "privacy", "topic"))
    }
