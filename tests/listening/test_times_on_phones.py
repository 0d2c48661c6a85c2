"""Times as people type them on phones: few are misread or not read, by name; what only tells of a time sets none."""

from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, Line, lines, options, same_once, written

SETS = Path(__file__).parent / "sets"
NOT_READ_YET = {
    "times-on-phones": {
        "en": ["start and end of day, 9am and 5pm", "when i finish work at 5:30pm"],
        "es": [],
        "de": [],
    },
    "times-tenth": {
        "en": [
            "snooze 45 min",
            "give me half an hour",
            "after breakfast lunch n dinner so say 8.30am, 1.30pm and 7.30pm",
            "10 mins lol",
        ],
        "es": ["avisame en media hora q ahora no puedo"],
        "de": [
            "gib mir noch 10 min",
            "abends um halb zehn vor dem schlafengehen wär schön",
            "viertel sechs in der früh, muss ja zur frühschicht",
        ],
    },
    "times-eleventh": {
        "en": [
            "remind me in an hour and 15",
            "three times a day, 9 1 and 5",
            "7am, weekends 9am",
            "i'm on lates fri sat sun so 2pm those days",
            "7pm no make that 8pm",
            "12am, i'm a night owl",
            "quarter past twelve in the day",
            "7,30am",
            "half seven in the evening, uk time i mean 7.30",
            "half ten in the mornin luv",
            "9amm",
            "9:30 pn every nigth",
            "sunrise ish say 6am",
            "is 8am every day possible?",
        ],
        "es": [
            "a las 8, no, mejor a las 9 de la noche",
        ],
        "de": [
            "19 uhr, nee doch 20 uhr",
            "sa u so um halb elf vormittags",
        ],
    },
}
MISREAD_YET: dict[str, list[str]] = {
    "times-on-phones": [],
    "times-tenth": [
        "9am mon to fri but saturdays i sleep in so 11",
        "on nights mon-thurs so i get up about 3, do half 3 in the afternoon on those days",
        "move it to 5:30",
        "al mediodía, a las 12",
    ],
    "times-eleventh": [
        "6pm, sorry, 6:30pm",
        "8am.. actually 9am",
        "mondays i mean tuesdays and thursdays 7pm",
        "today, no sorry tomorrow, 8am",
        "change it to 5.30",
        "6:45 works better",
        "cámbialo a las 6:30",
    ],
}
NOT_HEARD = ["fr", "pt", "it", "ru"]
"""Languages without a file of times."""

TAKEN_FOR_TIMES = ["about a 4 at night", "lost 3-1 on saturday", "hoy un 4", "heute eine 4"]


@pytest.mark.parametrize("language", ["en", "es", "de"])
@pytest.mark.parametrize("name", NOT_READ_YET)
def test_what_is_typed_on_phones_is_read_and_not_misread(name: str, language: str) -> None:
    read = [(line, _read(line)) for line in lines(SETS / f"{name}.tsv") if line.language == language]
    wrong = [(line.sentence, line.meaning, found) for line, found in read if not _is_right(line, found)]
    unread = [each for each in wrong if each[1] != "none" and each[2].startswith(("none", "ask"))]
    misread = [each for each in wrong if each not in unread]
    known = [line.sentence for line, _ in read if line.sentence in MISREAD_YET[name]]
    assert [sentence for sentence, _, _ in misread] == known, misread
    assert [sentence for sentence, _, _ in unread] == NOT_READ_YET[name][language]


@pytest.mark.parametrize("language", NOT_HEARD)
def test_a_language_that_is_not_heard_is_not_read_by_its_figures(language: str) -> None:
    theirs = [line for line in lines(SETS / "times-eleventh.tsv") if line.language == language]
    assert theirs
    assert {line.sentence: _read(line) for line in theirs if _read(line) != "none"} == {}


def test_numbers_of_something_else_are_no_times() -> None:
    """Pain, ages, doses, scores, minutes of a session, years, prices."""
    every = lines(SETS / "numbers-that-are-no-times.tsv")
    assert [line.sentence for line in every if _read(line) != "none"] == TAKEN_FOR_TIMES


def _read(line: Line) -> str:
    return written(read_when(line.sentence, NOW, when_words(CONTENT, line.language)))


def _is_right(line: Line, read: str) -> bool:
    """ "ask": nothing is set, whether a question follows or nothing is heard."""
    if line.meaning == "ask":
        return read.startswith(("none", "ask", "either"))
    return set(options(same_once(line.meaning))) <= set(options(read))
