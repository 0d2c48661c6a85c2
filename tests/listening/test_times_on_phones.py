"""Times as people type them on phones: none is misread, the few that are not read are listed, and what only mentions a time sets none."""

from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, Line, lines, options, same_once, written

SETS = Path(__file__).parent / "sets"
NOT_READ_YET: dict[str, dict[str, list[str]]] = {
    "times-on-phones": {
        "en": ["start and end of day, 9am and 5pm", "when i finish work at 5:30pm"],
        "es": [],
        "de": [],
    },
    "times-tenth": {
        "en": [
            "10 mins lol",
        ],
        "es": [],
        "de": [],
    },
    "times-in-other-voices": {
        "en": [
            "quarter of an hour thanks",
            "hour and a half",
            "two hours should do it",
            "45 mins then ask me again",
            "10 mins lol",
            "an hours time",
            "7 13 and 19 hours",
            "mon to fri 9am and sat i lie in, 11am",
            "quarter past five in the morning, milking's at six",
            "halfway through my shift mon-fri, 12:30",
            "half four in the afternoon, kids are still at school",
        ],
        "es": [
            "hora y media",
            "tres cuartos de hora y me avisas",
            "cuatro y media de la tarde, los niños siguen en el cole",
            "los sábados a las 8:15 de la mañana por el mercado",
        ],
        "de": [],
    },
    "times-twelfth": {"en": [], "es": [], "de": []},
    "times-thirteenth": {"en": ["Wednesdays only!! 7:15 am. every other morning I swim"], "es": [], "de": []},
    "times-with-stories": {
        "en": [
            "10am when the little one naps, she's two",
            "monday 6pm, sorry, tuesdays 6pm",
            "every day at 9am. actually no, only weekdays",
            "six, seven? no, seven in the evening",
            "Friday is 4pm, other weekdays 6pm",
            "7 in the morning, 2 in the afternoon and 10 at night, shift or no shift",
            "9pm mate, missus watches her soaps",
            "7 in the morning, not that I'm ever in bed then",
            "11:45pm, telly off, dog out, then me",
            "3pm, slump time",
            "quarter to five in the morning, I drive the gritter",
            "9:15 am, coffee number two",
        ],
        "es": ["a medianoche, vivo al revés"],
        "de": [],
    },
    "times-eleventh": {
        "en": [
            "quarter past twelve in the day",
            "half seven in the evening, uk time i mean 7.30",
            "sunrise ish say 6am",
            "saturday 6pm just this week",
            "half five am for the early turn",
        ],
        "es": [],
        "de": [],
    },
}
PUT_ASIDE = SETS / "times-twelfth-put-aside.tsv"
"""Not used for fixing anything; what is not read of them was seen once, by the person who made `times-with-stories.tsv` afterwards."""

STILL_TAKEN = {"times-told-third": {"6:30am, frost on the windscreen, fun", "21 Uhr, Tatort läuft"}}
"""Only mentioned, and yet taken for a time: as answers to a question when, the same words would be one."""

NOT_HEARD = ["fr", "pt", "it", "ru"]
"""Languages without a file of times."""


@pytest.mark.parametrize("language", ["en", "es", "de"])
@pytest.mark.parametrize("name", NOT_READ_YET)
def test_what_is_typed_on_phones_is_read_and_not_misread(name: str, language: str) -> None:
    read = [(line, _read(line)) for line in lines(SETS / f"{name}.tsv") if line.language == language]
    wrong = [(line.sentence, line.meaning, found) for line, found in read if not _is_right(line, found)]
    unread = [each for each in wrong if each[1] != "none" and each[2].startswith(("none", "ask"))]
    misread = [each for each in wrong if each not in unread]
    assert misread == []
    assert [sentence for sentence, _, _ in unread] == NOT_READ_YET[name][language]


@pytest.mark.parametrize(("language", "most"), [("en", 9), ("es", 2), ("de", 2)])
def test_of_what_nobody_has_seen_little_is_unread_and_nothing_misread(language: str, most: int) -> None:
    read = [(line, _read(line)) for line in lines(PUT_ASIDE) if line.language == language]
    wrong = [(line, found) for line, found in read if not _is_right(line, found)]
    unread = [line for line, found in wrong if line.meaning != "none" and found.startswith(("none", "ask"))]
    assert len(unread) <= most
    assert len(wrong) == len(unread), "some are misread"


@pytest.mark.parametrize("language", NOT_HEARD)
def test_a_language_that_is_not_heard_is_not_read_by_its_figures(language: str) -> None:
    theirs = [line for line in lines(SETS / "times-eleventh.tsv") if line.language == language]
    assert theirs
    assert {line.sentence: _read(line) for line in theirs if _read(line) != "none"} == {}


@pytest.mark.parametrize(
    "name", ["numbers-that-are-no-times", "times-told", "times-told-again", "times-told-third"]
)
def test_what_is_told_sets_nothing(name: str) -> None:
    """Pain, ages, doses, scores, minutes of a session, years, prices; times of sleep, work and meals, and of reminders that came."""
    every = lines(SETS / f"{name}.tsv")
    assert {line.sentence for line in every if _read(line) != "none"} == STILL_TAKEN.get(name, set())


def _read(line: Line) -> str:
    return written(read_when(line.sentence, NOW, when_words(CONTENT, line.language)))


def _is_right(line: Line, read: str) -> bool:
    """ "ask": nothing is set, whether a question follows or nothing is heard."""
    if line.meaning == "ask":
        return read.startswith(("none", "ask", "either"))
    return set(options(same_once(line.meaning))) <= set(options(read))
