"""How a session or a morning was, a thing to work around, and names that ask the bot for something: heard in a person's own words."""

from datetime import UTC, datetime

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.library.exercise import Tag
from bot.domain.person.pain_notes import Morning
from bot.domain.progress.diary import Rating
from bot.domain.typed.acted_on import is_acted_on
from bot.domain.typed.said.how_said import HowWords, morning_said, rating_said
from bot.domain.typed.said.tag_said import tag_alone, tags_alone
from tests.content.places import CONTENT

WORDS = vocabulary(CONTENT)
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
HOW = HowWords(
    {
        "hard": Rating.HARD,
        "too much": Rating.HARD,
        "easy": Rating.EASY,
        "just right": Rating.RIGHT,
        "it hurt": Rating.HURT,
    },
    {"worse": Morning.WORSE, "more pain": Morning.MORE, "fine": Morning.USUAL, "the same": Morning.USUAL},
    denials=frozenset({"not", "never", "neither"}),
    between=frozenset({"that", "too"}),
    joining=frozenset({"or", "nor"}),
    beside=frozenset({"it", "was"}),
)


@pytest.mark.parametrize(
    ("typed", "how", "is_all"),
    [
        ("hard", Rating.HARD, True),
        ("it was too much", Rating.HARD, True),
        ("It was NOT that hard!", Rating.EASY, True),
        ("not too easy", Rating.HARD, True),
        ("neither hard nor easy", Rating.RIGHT, True),
        ("not hard, it hurt", Rating.HURT, True),
        ("not hard or easy, it hurt", Rating.HURT, True),
        ("hard but just right", Rating.HARD, False),
        ("easy, just right", Rating.EASY, True),
        ("not, I say, hard", Rating.HARD, False),
        ("hard, not easy", Rating.HARD, True),
        ("not just right", None, True),
        ("never it hurt", None, True),
        ("easy with the cat", Rating.EASY, False),
        ("hard not", Rating.HARD, True),
        ("hard easy", Rating.HARD, True),
        ("not hard easy", Rating.EASY, True),
        ("cat cow", None, False),
        ("", None, True),
    ],
)
def test_how_a_session_was_the_hardest_that_was_said_counts(
    typed: str, how: Rating | None, *, is_all: bool
) -> None:
    found = rating_said(typed, HOW)
    assert (found and found.how, found.is_all if found else is_all) == (how, is_all)


@pytest.mark.parametrize(
    ("typed", "how", "is_all"),
    [
        ("fine", Morning.USUAL, True),
        ("not fine", Morning.MORE, True),
        ("not more pain", Morning.USUAL, True),
        ("not worse", None, True),
        ("worse, more pain", Morning.WORSE, True),
        ("more pain but fine", Morning.MORE, False),
        ("not worse or more pain", Morning.USUAL, True),
        ("the same as ever", Morning.USUAL, False),
    ],
)
def test_how_the_morning_was_the_worst_that_was_said_counts(
    typed: str, how: Morning | None, *, is_all: bool
) -> None:
    found = morning_said(typed, HOW)
    assert (found and found.how, found.is_all if found else is_all) == (how, is_all)


def test_something_to_work_around_is_one_thing_said_alone() -> None:
    assert tag_alone("thin bones", WORDS.tags, WORDS.beside_tags) is Tag.THIN_BONES
    assert tag_alone("my heart", WORDS.tags, WORDS.beside_tags) is Tag.HEART
    assert tag_alone("My HEART!", WORDS.tags, WORDS.beside_tags) is Tag.HEART
    assert tag_alone("heart and knees", WORDS.tags, WORDS.beside_tags) is None
    assert tag_alone("heart of gold", WORDS.tags, WORDS.beside_tags) is None
    assert tags_alone("my heart and knees", WORDS.tags, WORDS.beside_tags) == {Tag.HEART, Tag.KNEES}


@pytest.mark.parametrize(
    ("name", "is_so"),
    [
        ("back", True),
        ("Stop!", True),
        ("10 min", True),
        ("8", True),
        ("at 8:30", True),
        ("tomorrow 8:30", True),
        (" /today", True),
        ("yes", True),
        ("👍", True),
        ("evening", False),
        ("tuesday", False),
        ("every tuesday", False),
        ("Evening 8", True),
        ("wall angel", False),
        ("my towel pull at 8:30 sharp and slow", False),
        ("3 wise moves", False),
    ],
)
def test_nothing_of_ones_own_is_called_like_what_asks_for_something(name: str, *, is_so: bool) -> None:
    assert is_acted_on(name, WORDS, NOW) is is_so
