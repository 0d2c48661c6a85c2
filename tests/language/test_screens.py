"""Every screen in a language of longer words, and in one from right to left: what is English there is hard-coded."""

import re
from collections.abc import Mapping
from functools import cache

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.coach.known.language import Language
from bot.phone.text.html import parse_html
from bot.screens.gallery.gallery import gallery
from bot.screens.keys import fits, fitted
from bot.screens.screen import Screen
from bot.screens.view import View, view
from tests.foreign import FOREIGN
from tests.language.english import english_in

SAMPLES = {
    *("Ana", "unhunch", "bot", "Berlin", "Kinshasa", "Portland", "DE", "CD", "US"),
    *("b", "W" * 30, "Deutsch", "English", "Brasil"),
}
"""Names of people, places and languages."""

TOO_LONG = "exercises/page/"
"""Screens with labels that are too long in any language, with what makes them so in English."""

TAGS = [foreign.tag for foreign in FOREIGN]


@cache
def screens(language: Language) -> tuple[tuple[str, Screen], ...]:
    every = gallery(language.library, language.words).items()
    return tuple((name, screen) for name, screen in every if not name.startswith(TOO_LONG))


def seen(screen: Screen) -> str:
    """Raises where Telegram would refuse."""
    return "\n".join((parse_html(screen.text)[0], parse_html(screen.leaves or "")[0], *labels(screen)))


def labels(screen: Screen) -> list[str]:
    return [label for row in shown(screen).keys for label, _, _ in row]


def shown(screen: Screen) -> View:
    return view(screen, fresh=False, rings=False)


@pytest.mark.parametrize("tag", TAGS)
def test_no_word_is_english(known: Knowledge, tag: str) -> None:
    found = {name: english_in(seen(screen), SAMPLES) for name, screen in screens(known.languages[tag])}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("tag", TAGS)
def test_every_label_has_room_and_none_is_cut(known: Knowledge, tag: str) -> None:
    for name, screen in screens(known.languages[tag]):
        assert not any("…" in label.removesuffix(" …") for label in labels(screen)), name
        assert all(map(fits, fitted(screen.rows))), name


@pytest.mark.parametrize("tag", TAGS)
def test_telegram_takes_every_text(known: Knowledge, tag: str) -> None:
    for name, screen in screens(known.languages[tag]):
        assert 0 < len(parse_html(screen.text)[0]) <= (1024 if screen.picture else 4096), name
        assert len(set(labels(screen))) == len(labels(screen)), name


def test_both_have_every_screen_with_the_tags_and_buttons_of_the_english(known: Knowledge) -> None:
    english = dict(screens(known.english))
    for tag in TAGS:
        theirs = dict(screens(known.languages[tag]))
        assert theirs.keys() == english.keys()
        for name, screen in theirs.items():
            assert _tags(screen) == _tags(english[name]), name
            assert _data(screen) == _data(english[name]), name


def test_what_stands_in_lines_from_right_to_left_is_kept_apart_and_every_mark_is_closed(
    known: Knowledge,
) -> None:
    isolated = 0
    for name, screen in screens(known.languages["he"]):
        for text in (screen.text, screen.leaves or "", *labels(screen)):
            depth = 0
            for sign in re.findall("[\u2068\u2069]", text):
                depth += 1 if sign == "\u2068" else -1
                assert depth >= 0, name
            assert depth == 0, name
            isolated += "\u2068" in text
    assert isolated > 1000


def _tags(screen: Screen) -> Mapping[str, int]:
    kinds = [entity["type"] for entity in parse_html(screen.text)[1]]
    return {kind: kinds.count(kind) for kind in kinds}


def _data(screen: Screen) -> list[str]:
    """Without the version of the warning signs, which is another one in each language."""
    every = [data for row in shown(screen).keys for _, data, _ in row]
    return [re.sub(r"^gv\.[0-9a-f]{8}", "gv", data) for data in every]
