"""A time that only bounds the reminder's is never set: its part of the day is asked about."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, written


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "after 6pm", "ask evening"),
        ("en", "by 6pm", "ask afternoon"),
        ("en", "weekdays before 10am", "ask morning"),
        ("en", "sometime after 1pm please", "ask afternoon"),
        ("en", "9am at the earliest", "ask morning"),
        ("en", "8pm or later", "ask evening"),
        ("en", "not before 9am", "ask morning"),
        ("en", "before noon", "ask morning"),
        ("en", "remind me after 10", "none"),
        ("en", "after work at 6pm", "daily 18:00"),
        ("en", "ten after six in the morning", "daily 06:10"),
        ("en", "remind me after 10 minutes", "once +10"),
        ("es", "a partir de las 6 de la tarde", "ask evening"),
        ("es", "no antes de las 9h", "ask morning"),
        ("es", "a las 20h como muy tarde", "ask evening"),
        ("de", "ab 18 uhr", "ask evening"),
        ("de", "nach 18 uhr", "ask evening"),
        ("de", "spätestens um 10 uhr", "ask morning"),
        ("de", "zehn nach acht morgens", "daily 08:10"),
        ("de", "nach der arbeit um 18 uhr", "daily 18:00"),
    ],
)
def test_a_bound_is_asked_about(language: str, typed: str, meant: str) -> None:
    assert written(read_when(typed, NOW, when_words(CONTENT, language))) == meant
