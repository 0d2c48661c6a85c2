"""When somebody wants to be reminded is understood as people say it; where it may be two things, it is both."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.language.when_heard import when_words
from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, PartOfDay, Repeating, When, still_ahead
from bot.domain.typed.when.read_when import hear_when, read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import written

WORDS = when_words(CONTENT)
NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)
"""A Thursday."""

MON_WED_FRI = frozenset({0, 2, 4})
WEEKEND = frozenset({5, 6})


def heard(text: str) -> When | None:
    return read_when(text, NOW, WORDS)


def at(*times: time, days: frozenset[int] = EVERY_DAY) -> Repeating:
    return Repeating((DayTimes(days, times),))


@pytest.mark.parametrize(
    ("typed", "times", "days"),
    [
        ("weekdays 8:30", [time(8, 30)], WORKING_DAYS),
        ("de lunes a viernes a las siete y cuarto de la mañana", [time(7, 15)], WORKING_DAYS),
        ("7:45 and 15:00", [time(7, 45), time(15)], EVERY_DAY),
        ("mon wed fri 18h", [time(18)], MON_WED_FRI),
        (
            "Good afternoon. Would you kindly remind me at half past ten each morning?",
            [time(10, 30)],
            EVERY_DAY,
        ),
        ("Good morning, remind me at 6pm daily", [time(18)], EVERY_DAY),
        ("ok so every single day 4 in the afternoon no excuses", [time(16)], EVERY_DAY),
        ("mon, wed & fri 18h30", [time(18, 30)], MON_WED_FRI),
        ("m w f 6pm", [time(18)], MON_WED_FRI),
        ("8 pm", [time(20)], EVERY_DAY),
        ("12 am", [time(0)], EVERY_DAY),
        ("12 pm", [time(12)], EVERY_DAY),
        ("8:30 a.m.", [time(8, 30)], EVERY_DAY),
        ("0830", [time(8, 30)], EVERY_DAY),
        ("half past seven in the morning", [time(7, 30)], EVERY_DAY),
        ("quarter to one pm", [time(12, 45)], EVERY_DAY),
        ("ten to midnight", [time(23, 50)], EVERY_DAY),
        ("eight forty am", [time(8, 40)], EVERY_DAY),
        ("acht uhr vierzig morgens", [time(8, 40)], EVERY_DAY),
        ("half nine in the morning", [time(9, 30)], EVERY_DAY),
        ("halb neun morgens", [time(8, 30)], EVERY_DAY),
        ("jeden dienstagabend um 8", [time(20)], {1}),
        ("freitagmorgens um 7", [time(7)], {4}),
        ("montagabend und mittwochabend um 8", [time(20)], {0, 2}),
        ("recuerdme cada mañna a las 7", [time(7)], EVERY_DAY),
        ("erinere mich jeden morgn um 7", [time(7)], EVERY_DAY),
        ("every day at 7:00, not today", [time(7)], EVERY_DAY),
        ("cada dos horas entre las 9:00 y las 15:00", [time(9), time(11), time(13), time(15)], EVERY_DAY),
        ("twenty past eight in the evening", [time(20, 20)], EVERY_DAY),
        ("Every day at 8:15", [time(8, 15)], EVERY_DAY),
        ("Monday to Friday 9:00", [time(9)], WORKING_DAYS),
        ("Fri – Sun 9:00", [time(9)], frozenset({4, 5, 6})),
        ("sat to mon 10:00", [time(10)], frozenset({5, 6, 0})),
        ("at noon", [time(12)], EVERY_DAY),
        ("remind me at half past twelve noon", [time(12, 30)], EVERY_DAY),
        ("noon and midnight", [time(0), time(12)], EVERY_DAY),
        ("12:30 lunchtime", [time(12, 30)], EVERY_DAY),
        ("lunchtime at 12:30", [time(12, 30)], EVERY_DAY),
        ("1pm lunchtime", [time(13)], EVERY_DAY),
        ("11am noon 1pm", [time(11), time(13)], EVERY_DAY),
        ("noon, 3pm", [time(12), time(15)], EVERY_DAY),
        ("mittags um halb eins", [time(12, 30)], EVERY_DAY),
        ("al mediodía a las 12:30", [time(12, 30)], EVERY_DAY),
        ("in the evening at 8 and 9", [time(20), time(21)], EVERY_DAY),
        ("8 in the morning and 8 at night", [time(8), time(20)], EVERY_DAY),
        ("15:00, 7:45", [time(7, 45), time(15)], EVERY_DAY),
        ("20 uhr", [time(20)], EVERY_DAY),
        ("8 Uhr", [time(8)], EVERY_DAY),
        ("every day except Sunday 9:00", [time(9)], EVERY_DAY - {6}),
        ("9am but not on weekends", [time(9)], WORKING_DAYS),
        ("every two hours between 9am and 3pm", [time(9), time(11), time(13), time(15)], EVERY_DAY),
        ("every 2 hours mon-fri between 10am and 2pm", [time(10), time(12), time(14)], WORKING_DAYS),
        ("hourly from 9am till noon", [time(9), time(10), time(11), time(12)], EVERY_DAY),
        ("every four hours starting 9am until 5pm", [time(9), time(13), time(17)], EVERY_DAY),
        ("cada dos horas de lunes a viernes de 9:00 a 13:00", [time(9), time(11), time(13)], WORKING_DAYS),
        ("stündlich von 9 bis 11 uhr mo-fr", [time(9), time(10), time(11)], WORKING_DAYS),
        ("can you ping me every morning at quarter to eight pls", [time(7, 45)], EVERY_DAY),
    ],
)
def test_what_is_said_is_understood(typed: str, times: Sequence[time], days: frozenset[int]) -> None:
    assert heard(typed) == at(*times, days=frozenset(days))


@pytest.mark.parametrize("typed", ["at 7", "7ish", "7-ish", "seven", "7 o'clock", "a las siete", "um sieben"])
def test_without_morning_or_evening_it_may_be_both(typed: str) -> None:
    assert heard(typed) == Either((at(time(7)), at(time(19))))


def test_of_several_each_may_follow_the_one_before() -> None:
    assert heard("9, 1 and 5") == Either(
        (at(time(1), time(5), time(9)), at(time(13), time(17), time(21)), at(time(9), time(13), time(17)))
    )


def test_days_are_bound_to_their_times() -> None:
    groups = (DayTimes(WORKING_DAYS, (time(9),)), DayTimes(frozenset({5}), (time(11),)))
    assert heard("mon-fri 9 am and sat 11 am") == Repeating(groups)
    assert heard("9 am on weekdays and 11 am on sat") == Repeating(groups)


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("tomorrow 9am", date(2026, 1, 9), time(9)),
        ("the 3rd of may 8-ish in the morning", date(2026, 5, 3), time(8)),
        ("8ish in the morning, the 3rd of may", date(2026, 5, 3), time(8)),
        ("tonight at 10", date(2026, 1, 8), time(22)),
        ("tonight at 12", date(2026, 1, 9), time(0)),
        ("midnight tonight", date(2026, 1, 9), time(0)),
        ("next monday 9:00", date(2026, 1, 12), time(9)),
        ("next thursday 9:00", date(2026, 1, 15), time(9)),
        ("next week on tuesday 9:00", date(2026, 1, 13), time(9)),
        ("el martes de la semana que viene a las 9:00", date(2026, 1, 13), time(9)),
        ("donnerstag nächster woche 9:00", date(2026, 1, 15), time(9)),
        ("jueves próximo a las 9:00", date(2026, 1, 15), time(9)),
        ("this thursday 9:00", date(2026, 1, 8), time(9)),
        ("the day after tomorrow at 18:30", date(2026, 1, 10), time(18, 30)),
        ("in 3 days at 10:00", date(2026, 1, 11), time(10)),
        ("24.12. 18:00", date(2026, 12, 24), time(18)),
        ("3rd of May 9:30", date(2026, 5, 3), time(9, 30)),
        ("friday the 9th at noon", date(2026, 1, 9), time(12)),
        ("freitag den 9. um 12 uhr", date(2026, 1, 9), time(12)),
        ("el viernes 9 a las 10h", date(2026, 1, 9), time(10)),
        ("pasado mañana a las 9 de la mañana", date(2026, 1, 10), time(9)),
        ("morgen früh um 8", date(2026, 1, 9), time(8)),
    ],
)
def test_one_day_is_meant_once(typed: str, day: date, clock: time) -> None:
    assert heard(typed) == Once(day, clock)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("in 2 hours", 120),
        ("in half an hour", 30),
        ("an hour and a half from now", 90),
        ("in 1.5 hours", 90),
        ("in an hour and 15 minutes", 75),
        ("in 1h30", 90),
        ("en 1 hora y 20 minutos", 80),
        ("remind me again in ten", 10),
        ("in anderthalb stunden", 90),
        ("dentro de tres cuartos de hora", 45),
    ],
)
def test_how_long_from_now_is_counted_to_the_minute(typed: str, minutes: int) -> None:
    then = NOW + timedelta(minutes=minutes)
    assert heard(typed) == Once(then.date(), then.time(), timedelta(minutes=minutes))


def test_tomorrow_is_theirs_where_somebody_else_says_it_at_the_same_moment() -> None:
    """In Auckland it is the next day already, and two moments that are the same are equal."""
    moment = datetime(2026, 10, 24, 18, 35, tzinfo=UTC)
    for zone, day in (("Pacific/Auckland", 26), ("Europe/Berlin", 25)):
        when = read_when("tomorrow at 06:30", moment.astimezone(ZoneInfo(zone)), WORDS)
        assert when == Once(date(2026, 10, day), time(6, 30))


def test_one_day_of_the_week_may_be_the_next_or_each() -> None:
    assert heard("friday 9:00") == Either((at(time(9), days=frozenset({4})), Once(date(2026, 1, 9), time(9))))


@pytest.mark.parametrize(
    ("typed", "half"),
    [
        ("every tuesday", Half(frozenset({1}))),
        ("in the morning", Half(part=PartOfDay.MORNING)),
        ("after lunch", Half(part=PartOfDay.AFTERNOON)),
        ("weekday mornings", Half(WORKING_DAYS, part=PartOfDay.MORNING)),
        ("tonight", Half(day=date(2026, 1, 8), part=PartOfDay.EVENING)),
        ("tomorrow", Half(day=date(2026, 1, 9))),
        ("next week", Half(day=date(2026, 1, 12))),
        ("next week afternoon", Half(day=date(2026, 1, 12), part=PartOfDay.AFTERNOON)),
        ("next week in the morning", Half(day=date(2026, 1, 12), part=PartOfDay.MORNING)),
        ("not on weekends", Half(WORKING_DAYS)),
        ("twice a day", Half(EVERY_DAY)),
    ],
)
def test_the_half_that_was_said_is_kept(typed: str, half: Half) -> None:
    assert heard(typed) == half


@pytest.mark.parametrize(
    "typed",
    [
        *("", "25:00", "8:75", "cat cow at 8", "8:3", "8:30:15", "100", "at", "-", "8x", "24.13. 9:00"),
        *(
            "10 minutes",
            "level 2",
            "8 reps",
            "3 times 20 seconds",
            "5%",
            "i am 45 years old",
            "im 16",
            "in 2009",
            "1/4",
        ),
        *(
            "in 0 minutes",
            "in 400 days",
            "31 february at 9",
            "31.2. 9:00",
            "every two hours",
            "every other day at 9",
        ),
        *(
            "from 9 to 5",
            "9-5",
            "until friday",
            "since 7",
            "kill the 8am reminder",
            "8 horas sentado",
        ),
        *(
            "i did it this morning",
            "my knee feels like 7 today",
            "the 9 o'clock news",
            "19:00 in the morning",
            "8 in the morning in the evening",
        ),
        *(
            "lundi 9:00",
            "pazartesi 9:00",
            "в понедельник в 9:00",
            "twice a day at 9:00",
            "not at 8",
            "monday ot friday 9:00",
        ),
    ],
)
def test_what_is_not_understood_to_its_end_is_not_guessed(typed: str) -> None:
    assert heard(typed) is None


@pytest.mark.parametrize(
    ("typed", "is_all", "asks"),
    [
        ("8:30", True, False),
        ("every day at 8:30 please", True, False),
        ("remind me at 8:30", True, True),
        ("my back gets grumpy around 4 every day", False, False),
        ("remind me to eat", False, True),
    ],
)
def test_it_is_told_whether_more_was_said_and_whether_it_was_asked_for(
    typed: str, is_all: bool, asks: bool
) -> None:
    found = hear_when(typed, NOW, WORDS)
    assert (found.is_all, found.asks) == (is_all, asks)


def test_what_is_past_is_left_out() -> None:
    past, ahead = Once(NOW.date(), time(5)), Once(NOW.date(), time(17))
    assert still_ahead(past, NOW) is None
    assert still_ahead(Either((past, ahead)), NOW) == ahead
    assert still_ahead(Half(day=NOW.date() - timedelta(days=1)), NOW) is None


DAYS = {
    "every day": EVERY_DAY,
    "weekdays": WORKING_DAYS,
    "at the weekend": WEEKEND,
    "mondays and thursdays": frozenset({0, 3}),
    "tue, thu & sat": frozenset({1, 3, 5}),
    "monday to wednesday": frozenset({0, 1, 2}),
    "every day but sunday": EVERY_DAY - {6},
}
POLITE = ("", "please ", "can you remind me ", "hi, could you ping me ", "I would like it ")
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
twelve = st.integers(1, 11)


@given(
    clocks,
    st.sampled_from(["{0:%H:%M}", "{0:%Hh%M}", "{0:%I:%M %p}", "at {0:%I:%M%p}", "at {0:%H%M}"]),
)
def test_every_time_of_the_day_is_read_as_it_was_written(clock: time, how: str) -> None:
    assert heard(how.format(clock)) == at(clock)


@given(clocks)
def test_with_a_dot_it_is_read_as_it_was_written_or_as_in_the_evening_too(clock: time) -> None:
    found = heard(f"{clock:%H.%M}")
    assert at(clock) in (found.options if isinstance(found, Either) else (found,))


@given(
    st.sampled_from(sorted(DAYS)),
    st.lists(clocks, min_size=1, max_size=4, unique=True),
    st.sampled_from(POLITE),
)
def test_days_and_times_are_read_in_either_order_in_a_polite_sentence(
    days: str, times: list[time], polite: str
) -> None:
    said = " and ".join(f"{clock:%H:%M}" for clock in times)
    wanted = at(*sorted(times), days=DAYS[days])
    assert heard(f"{polite}{days} at {said}") == wanted
    if "but" not in days:
        assert heard(f"{polite}at {said} {days}") == wanted


SHIFTS = {
    "{0}": 0,
    "quarter past {0}": 15,
    "half past {0}": 30,
    "quarter to {0}": -15,
    "ten to {0}": -10,
    "twenty-five past {0}": 25,
}
HALVES = {"in the morning": (0, lambda minute: 60 <= minute < 720), "pm": (720, lambda minute: minute >= 720)}


@given(twelve, st.sampled_from(sorted(SHIFTS)))
def test_an_hour_told_by_its_quarters_is_read_so(hour: int, how: str) -> None:
    first = (hour * 60 + SHIFTS[how]) % 720
    wanted = Either((at(time(*divmod(first, 60))), at(time(*divmod(first + 720, 60)))))
    assert (
        heard(how.format(hour if hour % 2 else ("two", "four", "six", "eight", "ten")[hour // 2 - 1]))
        == wanted
    )


@given(st.integers(1, 300))
def test_minutes_from_now_are_read_so(minutes: int) -> None:
    found = heard(f"in {minutes} minutes")
    assert isinstance(found, Once)
    assert found.ahead == timedelta(minutes=minutes)


PIECES = [
    *(
        "quarter",
        "to",
        "past",
        "half",
        "at",
        "in",
        "every",
        "not",
        "on",
        "and",
        "a",
        "the",
        ",",
        "-",
        "monday",
        "fri",
        "m",
        "so",
    ),
    *(
        "weekdays",
        "tomorrow",
        "tonight",
        "morning",
        "8",
        "30",
        "0830",
        "7:45",
        "19h",
        "pm",
        "two",
        "hours",
        "menos",
        "y",
        "media",
    ),
    *(
        "halb",
        "uhr",
        "viertel",
        "vor",
        "twice a day",
        "between",
        "except",
        "24.12.",
        "3",
        "may",
        "x",
        "reps",
        "cat",
        "noon",
    ),
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_nothing_that_can_be_typed_breaks_it(typed: str) -> None:
    written(heard(typed))


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), st.integers(2, 99))
def test_a_number_that_counts_something_is_never_a_time(around: str, number: int) -> None:
    assert heard(f"{around} {number} reps") is None
