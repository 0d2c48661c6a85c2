"""Times that count from another, that take the place of one, and on one day of a month, in the notation of tests/listening/sets."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, options, written

WORDS = when_words(CONTENT)

MEANT = {
    "the kids leave at 8:10, give me ten mins after that": "daily 08:20",
    "my bus is at 8:00, ping me 10 mins before that": "daily 07:50",
    "7am, no wait thats when the kids eat, 8am": "daily 08:00",
    "make it 8, no hang on thats the school run, 9:15 am": "daily 09:15",
    "um 8 uhr, nein warte da ist die schule dran, 9 uhr": "daily 09:00",
    "9am, sorry for the mess, 6pm": "none",
    "on the 15th at 2pm message me": "once 2026-01-15 14:00",
    "remind me on the 3rd at 9am": "once 2026-02-03 09:00",
    "am 15. um 14 uhr": "once 2026-01-15 14:00",
    "remind me on the 3rd floor at 9am": "none",
    "on the 1st of each month at 9am": "none",
    "eight at night except when its saturday": "012346 20:00",
    "9pm unless its the weekend": "01234 21:00",
}


@pytest.mark.parametrize("said", MEANT)
def test_it_is_read_as_it_is_meant(said: str) -> None:
    assert set(options(written(read_when(said, NOW, WORDS)))) == set(options(MEANT[said]))
