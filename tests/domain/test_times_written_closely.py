"""Times whose words or figures stand without blanks, or with a comma between hour and minutes, in the notation of tests/listening/sets."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, options, written

WORDS = when_words(CONTENT)

MEANT = {
    "tenpast seven": "either daily 07:10 | daily 19:10",
    "twentypast five in the morning": "daily 05:20",
    "quarterto eight am": "daily 07:45",
    "halfpast 6 pm": "daily 18:30",
    "halfseven tonight": "once 2026-01-08 19:30",
    "sevenpm": "daily 19:00",
    "halbacht morgens": "daily 07:30",
    "viertelvor acht abends": "daily 19:45",
    "8,05": "daily 08:05",
    "17,45": "daily 17:45",
    "8,30 and 17,45 on weekdays": "01234 08:30,17:45",
    "17,15": "either daily 17:15 | daily 15:00,17:00",
    "7,8 and 9": "either daily 07:00,08:00,09:00 | daily 19:00,20:00,21:00",
    "930": "none",
    "730 and 1830 on tuesdays": "either 1 07:30,18:30 | 1 18:30,19:30",
    "fridays 845am": "4 08:45",
    "9:00a 1:00p 5:00p M-F": "01234 09:00,13:00,17:00",
    "mwf 7a, tth 8a": "024 07:00 + 13 08:00",
    "931": "none",
    "700 calories": "none",
    "it cost 8,50 euros": "none",
}


@pytest.mark.parametrize("said", MEANT)
def test_it_is_read_as_if_it_stood_apart(said: str) -> None:
    assert set(options(written(read_when(said, NOW, WORDS)))) == set(options(MEANT[said]))
