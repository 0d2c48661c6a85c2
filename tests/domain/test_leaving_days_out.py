"""Days of which somebody says that they don't want them are never among those of a reminder; where it is unclear, both are asked."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.language.when_heard import when_words
from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, Repeating, When
from bot.domain.typed.when.read_when import hear_when, read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import written

WORDS = when_words(CONTENT)
NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)
"""A Thursday."""

AT_NINE = (time(9),)


def heard(text: str) -> When | None:
    return read_when(text, NOW, WORDS)


DAYS = {
    "en": ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos"],
    "de": ["montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"],
}
BASES = {
    "en": [("every day at 9am", EVERY_DAY), ("9am on weekdays", WORKING_DAYS), ("daily 09:00", EVERY_DAY)],
    "es": [
        ("todos los días a las 9:00", EVERY_DAY),
        ("a las 9 de la mañana de lunes a viernes", WORKING_DAYS),
    ],
    "de": [("jeden Tag um 9:00 Uhr", EVERY_DAY), ("werktags um 9 Uhr morgens", WORKING_DAYS)],
}
LEFT_OUT = {
    "en": [
        *(
            ", not on {0}",
            " but not {0}",
            " except {0}",
            ", {0} let me sleep",
            ", no reminders on {0} please",
        ),
        *(", but on {0} i don't want any", ". leave me alone on {0}", ", {0} off", ", on {0} i'm off"),
        *(", but leave {0} free", ", skip {0}", ", just not {0}", ", {0} excluded", ", but {0} nothing"),
    ],
    "es": [
        *(" menos los {0}", ", los {0} no", " pero los {0} no", ", los {0} nada", ", los {0} descanso"),
        *(", los {0} no me avises", ", los {0} déjame en paz", " excepto los {0}", ", pero los {0} libro"),
    ],
    "de": [
        *(
            ", {0} nicht",
            " außer {0}",
            ", {0} frei",
            ", bloß {0} nicht",
            ", aber {0} nicht",
            ", {0} hab ich frei",
        ),
        *(
            ", {0} lass mich in ruhe",
            ", {0} bitte keine erinnerung",
            ", nur {0} nicht",
            ", {0} will ich ausschlafen",
        ),
    ],
}


@given(st.sampled_from(sorted(DAYS)), st.integers(0, 6), st.data())
def test_a_day_that_is_not_wanted_is_left_out(language: str, day: int, data: st.DataObject) -> None:
    base, days = data.draw(st.sampled_from(BASES[language]))
    said = base + data.draw(st.sampled_from(LEFT_OUT[language])).format(DAYS[language][day])
    found = heard(said)
    if day in days:
        assert found == Repeating((DayTimes(days - {day}, AT_NINE),)), said
    else:
        assert found in (None, Repeating((DayTimes(days, AT_NINE),))), said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("remind me at 7am every day but leave me alone on sundays", "012345 07:00"),
        ("unter der woche mittags um zwölf, bloß donnerstag nicht", "0124 12:00"),
        ("daily 18:30 but on tuesdays and sundays dont bother me", "02345 18:30"),
        ("every day at 10am, mondays i really can't do anything", "123456 10:00"),
        ("weekdays 10am, on mondays i am mostly off work", "1234 10:00"),
        ("8:00 all days but thursday, saturday", "01246 08:00"),
        ("täglich 7:15 uhr, sa und so nicht", "01234 07:15"),
        ("every day at 7am but on sundays at 9am", "012345 07:00 + 6 09:00"),
        ("jeden tag um 7:00 uhr, aber sonntags um 9:00 uhr", "012345 07:00 + 6 09:00"),
        ("8am but only on weekdays", "01234 08:00"),
        ("weekdays 8am, but saturdays too", "012345 08:00"),
        ("am wochenende um 10:00, unter der woche nicht", "56 10:00"),
        ("weekdays, but thursdays i'd rather not", "ask 0124"),
    ],
)
def test_what_is_left_out_and_what_is_only_other(typed: str, meant: str) -> None:
    assert written(heard(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("remind me weekdays 6pm, thursdays i have choir", {"01234 18:00", "0124 18:00"}),
        ("every day 9am, saturdays we visit grandma", {"daily 09:00", "012346 09:00"}),
        ("i'm off on fridays so 10am works", {"4 10:00", "012356 10:00"}),
        ("erinnere mich werktags um 18:00, donnerstags hab ich chor", {"01234 18:00", "0124 18:00"}),
    ],
)
def test_days_of_which_something_else_is_said_are_asked(typed: str, meant: set[str]) -> None:
    found = heard(typed)
    assert isinstance(found, Either)
    assert set(map(written, found.options)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "skip monday",
            "leave me alone",
            "no reminders on sundays",
            "lass mich in ruhe",
            "no me avises los domingos",
        ),
        *("not mondays but tuesdays 9am", "every day 7am nt sunday", "7am except sunday and 9pm"),
        *(
            "next week at 9am",
            "next weekend at 9am",
            "el próximo fin de semana a las 10:00",
        ),
    ],
)
def test_what_may_be_taken_for_its_opposite_is_not_guessed(typed: str) -> None:
    assert heard(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qiero q me abises d lunes a viernes 0630", "01234 06:30"),
        ("avisame tds los dias 7.30 d la mañana", "daily 07:30"),
        ("a las 8:00 d lunes a viernes", "01234 08:00"),
        ("L-V 8:00", "01234 08:00"),
        ("l x v 8:00", "024 08:00"),
        ("l-x-v 8:00", "024 08:00"),
        ("mon-wed-fri 8:00", "024 08:00"),
        ("s y d 10:00", "56 10:00"),
        ("m w f 8:00", "024 08:00"),
        ("m-f 8:00", "01234 08:00"),
        ("t th sa 8:00", "135 08:00"),
        ("erinnere mich di um 9 uhr", "either 1 09:00 | once 2026-01-13 09:00"),
        ("im a m kinda guy, 8am every day", "daily 08:00"),
    ],
)
def test_single_letters_are_days_only_among_others(typed: str, meant: str) -> None:
    assert written(heard(typed)) == meant


@pytest.mark.parametrize("typed", ["l m v 8:00", "8:00 on wkfoos", "m 8:00", "s a las 8:00", "8pm t/thu"])
def test_a_letter_or_a_word_that_may_be_a_day_is_not_passed_over(typed: str) -> None:
    assert heard(typed) is None


SATURDAY = date(2026, 1, 10)


def test_of_several_times_of_one_day_or_weekend_each_is_offered() -> None:
    nine, ten = Once(date(2026, 1, 9), time(9)), Once(SATURDAY, time(10))
    found = heard("tomorrow 9am and 15:00")
    assert found == Either((nine, Once(date(2026, 1, 9), time(15))))
    assert isinstance(found, Either)
    assert found.is_each
    assert heard("this weekend at 10am") == Either((ten, Once(date(2026, 1, 11), time(10))))
    assert heard("this weekend") == Half(day=SATURDAY)
    sunday = datetime(2026, 1, 11, 8, tzinfo=UTC)
    assert read_when("this weekend at 10am", sunday, WORDS) == Once(sunday.date(), time(10))


@pytest.mark.parametrize(
    ("typed", "reminds"),
    [
        ("remind me at 25:00 but not on sundays", True),
        ("remind me at hm, sundays leave me alone", True),
        ("don't remind me", False),
        ("please never remind me on sundays", False),
        ("erinnere mich nicht mehr", False),
    ],
)
def test_no_word_of_not_wanting_hides_that_a_reminder_was_asked_for(typed: str, reminds: bool) -> None:
    assert hear_when(typed, NOW, WORDS).reminds is reminds


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("not every day, only weekdays 9am", "01234 09:00"),
        ("not every day just mon wed fri at 8am", "024 08:00"),
        ("mondays and thursdays at 6pm, not every day", "03 18:00"),
        ("nicht jeden Tag, nur montags und freitags um 9 Uhr", "04 09:00"),
        ("9am but not every day", "none"),
    ],
)
def test_every_day_is_put_right_by_the_days_named_beside_it(said: str, meant: str) -> None:
    assert written(heard(said)) == meant
