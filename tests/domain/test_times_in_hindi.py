"""Times in Hindi in Latin letters, mixed with English as it is typed, in the notation of tests/listening/sets. No native speaker has read them."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, options, written

WORDS = when_words(CONTENT)

MEANT = {
    "subah 7 baje": "daily 07:00",
    "shaam ko 6": "daily 18:00",
    "shaam ko 6 baje yaad dilana": "daily 18:00",
    "mujhe roz subah 7 baje yaad dilana": "daily 07:00",
    "bhai roz raat 9 baje reminder laga do": "daily 21:00",
    "subah 7 aur shaam 6 baje": "daily 07:00,18:00",
    "dopahar 1 baje": "daily 13:00",
    "raat 12 baje": "daily 00:00",
    "saade saat baje subah": "daily 07:30",
    "raat ko das baje": "daily 22:00",
    "somvar aur budhvar shaam 7 baje": "02 19:00",
    "kal subah 8 baje": "once 2026-01-09 08:00",
    "7 baje": "either daily 07:00 | daily 19:00",
    "subah": "ask morning",
    # Turkish.
    "saat 9": "none",
    "kal raat neend nahi aayi": "none",
}


@pytest.mark.parametrize("said", MEANT)
def test_they_are_read(said: str) -> None:
    assert set(options(written(read_when(said, NOW, WORDS)))) == set(options(MEANT[said]))
