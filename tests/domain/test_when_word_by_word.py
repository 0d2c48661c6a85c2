"""What each little word changes in a sentence about when, in the notation of the sets (tests/listening/sets/README.md)."""

from datetime import UTC, datetime

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.meant import Either, Repeating
from bot.domain.typed.when.read_when import hear_when, read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import written

WORDS = when_words(CONTENT)
NOW = datetime(2026, 1, 8, 7, 3, 20, 500, tzinfo=UTC)
"""A Thursday."""

NIGHTS = {
    "tomorrow at midnight": "either once 2026-01-09 00:00 | once 2026-01-10 00:00",
    "this friday at midnight": "either once 2026-01-09 00:00 | once 2026-01-10 00:00",
    "tomorrow at 00:00": "either once 2026-01-09 00:00 | once 2026-01-10 00:00",
    "today at midnight": "once 2026-01-09 00:00",
    "tomorrow at 0:30": "once 2026-01-09 00:30",
    "tomorrow night at 1": "once 2026-01-10 01:00",
    "tomorrow at 1 at night": "once 2026-01-10 01:00",
    "tomorrow at 5:59 at night": "either once 2026-01-10 05:59 | once 2026-01-09 17:59",
    "tomorrow at 3 in the morning": "once 2026-01-09 03:00",
    "tonight at 5:59": "once 2026-01-08 17:59",
    "tonight at 6": "once 2026-01-08 18:00",
    "tonight at 2": "none",
    "tomorrow evening at 11 and 12": "either once 2026-01-09 23:00 | once 2026-01-10 00:00",
    "half past twelve at night": "daily 00:30",
    "half past twelve at noon": "daily 12:30",
    "half past twelve midnight": "daily 00:30",
    "ten to one at night": "daily 00:50",
    "quarter to midnight": "daily 23:45",
    "quarter past noon": "daily 12:15",
    "midnight at night": "daily 00:00",
    "noon in the afternoon": "daily 12:00",
    "12 o'clock midnight": "daily 00:00",
    "at 12 noon": "daily 12:00",
    "12:30 am": "daily 00:30",
    "12 in the afternoon": "daily 12:00",
    "12 in the morning": "none",
    "13 in the morning": "none",
    "13 pm": "daily 13:00",
    "8 pm am": "none",
}

ONE_DAY = {
    "tomorrow and friday at 9am": "once 2026-01-09 09:00",
    "tomorrow friday at 9am": "once 2026-01-09 09:00",
    "tomorrow saturday at 9am": "none",
    "this friday and saturday at 9am": "none",
    "tomorrow, the day after tomorrow at 9am": "once 2026-01-10 09:00",
    "monday once 9am": "once 2026-01-12 09:00",
    "9am monday once": "once 2026-01-12 09:00",
    "mondays once at 9am": "0 09:00",
    "thursday at 7:03": "either 3 07:03 | once 2026-01-15 07:03",
    "thursday at 7:04": "either 3 07:04 | once 2026-01-08 07:04",
    "next week": "ask 2026-01-12",
    "next week at 9": "none",
    "next week on monday 9am": "once 2026-01-12 09:00",
    "next week sunday 9am": "once 2026-01-18 09:00",
    "sunday of next week at 9am": "once 2026-01-18 09:00",
    "next week monday and tuesday at 9am": "none",
    "montag nächster woche 9:00": "once 2026-01-12 09:00",
    "el lunes que viene a las 9:00": "once 2026-01-12 09:00",
    "el jueves que viene a las 9:00": "once 2026-01-15 09:00",
    "el lunes que viene los martes a las 9:00": "none",
    "this coming weekend at 9am": "either once 2026-01-10 09:00 | once 2026-01-11 09:00",
    "the next weekend at 9am": "none",
    "the weekend next at 9am": "none",
    "in a week at 9am": "once 2026-01-15 09:00",
    "in two weeks at 9am": "once 2026-01-22 09:00",
    "two weeks from now at 9am": "once 2026-01-22 09:00",
    "3 days from now at 9am": "once 2026-01-11 09:00",
    "in one day at 9am": "once 2026-01-09 09:00",
    "in 366 days at 9am": "once 2027-01-09 09:00",
    "in 367 days at 9am": "none",
    "in 0 days at 9am": "none",
    "3 days at 9am": "none",
    "may 3 at 10am": "once 2026-05-03 10:00",
    "may the 3rd 10am": "once 2026-05-03 10:00",
    "3rd may 10am": "once 2026-05-03 10:00",
    "el 3 de mayo a las 10:00": "once 2026-05-03 10:00",
    "3 may 2026 10am": "once 2026-05-03 10:00",
    "may 3 2026 10am": "once 2026-05-03 10:00",
    "3 may 2027 10am": "none",
    "8 january 9am": "once 2026-01-08 09:00",
    "7 january 9am": "once 2027-01-07 09:00",
    "31st of december 9am": "once 2026-12-31 09:00",
    "30 february 9am": "none",
    "9 may": "ask 2026-05-09",
    "may 9": "ask 2026-05-09",
    "3. mai um 10 uhr": "once 2026-05-03 10:00",
    "am 3. mai um 10 uhr": "once 2026-05-03 10:00",
    "3. mai": "ask 2026-05-03",
    "1. märz 18:00": "once 2026-03-01 18:00",
    "um 8. dienstags": "either 1 08:00 | 1 20:00",
    "mar 3 9:00": "either once 2026-03-03 09:00 | 1 03:00,09:00 | 1 09:00,15:00",
    "so 9 am": "none",
}

IN_FIGURES = {
    "830": "none",
    "at 830": "either daily 08:30 | daily 20:30",
    "remind me 830 am": "daily 08:30",
    "830pm": "daily 20:30",
    "0000": "daily 00:00",
    "2359": "daily 23:59",
    "2360": "none",
    "2400": "none",
    "1930": "daily 19:30",
    "every day 1930": "daily 19:30",
    "monday 1930": "either 0 19:30 | once 2026-01-12 19:30",
    "at 1930": "daily 19:30",
    "in 1930": "none",
    "hello 1930": "none",
    "at 2060": "none",
    "18h75": "none",
    "18h7": "none",
    "18h05": "daily 18:05",
    "18h 30": "daily 18:30",
    "18h 20h": "none",
    "18 uhr 05": "daily 18:05",
    "24h": "none",
    "0": "daily 00:00",
    "23": "daily 23:00",
    "24": "none",
    "07 o'clock": "daily 07:00",
    "0 o'clock": "daily 00:00",
    "19 o'clock": "daily 19:00",
    "7 20": "either daily 07:20 | daily 19:20",
    "7 23": "none",
    "7 24": "either daily 07:24 | daily 19:24",
    "7 05": "either daily 07:05 | daily 19:05",
    "7 30 uhr": "none",
    "remind me at 7 20 past 8 am": "none",
    "7 5": "none",
    "07 05": "daily 07:05",
    "8 15 20": "none",
    "8 9 10": "none",
    "seven five": "either daily 07:05 | daily 19:05",
    "seven twenty three am": "daily 07:23",
    "seven sixty": "none",
    "8 15 and 20": "either daily 08:15,20:00 | daily 20:00,20:15",
    "8 am or pm": "either daily 08:00 | daily 20:00",
    "8am-ish": "daily 08:00",
    "8-ish pm": "daily 20:00",
}

TOLD_BY_ANOTHER = {
    "5 past 8 am": "daily 08:05",
    "7 past 8": "none",
    "7 minutes past 8 am": "daily 08:07",
    "0 past 8": "none",
    "60 to 8": "none",
    "55 past 8 am": "daily 08:55",
    "ten minutes before 9 in the evening": "daily 20:50",
    "10 minutes to half nine in the morning": "daily 09:20",
    "half 12 am": "daily 00:30",
    "halb zwölf vormittags": "daily 11:30",
    "halb dreizehn": "none",
    "halb acht mittags um zwölf": "either daily 07:30,12:00 | daily 12:00,19:30",
    "7 am noon": "daily 07:00,12:00",
    "viertel neun morgens": "daily 08:15",
    "dreiviertel neun morgens": "daily 08:45",
    "fünf vor halb neun morgens": "daily 08:25",
    "zehn nach halb neun morgens": "daily 08:40",
    "las nueve menos diez de la noche": "daily 20:50",
    "las nueve menos 10 de la noche": "daily 20:50",
    "las nueve y diez de la noche": "daily 21:10",
    "las nueve y cuarto de la noche": "daily 21:15",
    "las nueve y media y las diez": "either daily 09:30,10:00 | daily 21:30,22:00",
    "a las 8 y 9 de la mañana": "either daily 08:00,09:00 | daily 09:00,20:00",
    "a las 8 y 30 de la mañana": "daily 08:30",
    "between 10 to 9 and 5": "none",
    "2 hours before noon": "none",
}

SPANS = {
    "in 20 minutes": "once +20",
    "half an hour from now": "once +30",
    "10 minutes": "none",
    "wait 10 minutes": "none",
    "in an hour and 20 minutes": "once +80",
    "in an hour 20 minutes": "once +80",
    "in an hour and a half": "once +90",
    "in an hour and 20": "none",
    "in an hour and 20 reps": "none",
    "in 2 hours 15": "once +135",
    "in 2 and a half hours": "once +150",
    "in 2 hours and a half": "once +150",
    "in two hours and a quarter of an hour": "once +135",
    "in 0 hours": "none",
    "in 8784 hours": "once +527040",
    "in 9000 hours": "none",
    "in 20 minutes at 9": "none",
    "in 20 minutes and in 2 hours": "none",
    "tomorrow in 20 minutes": "none",
    "in ten": "none",
    "remind me in ten": "once +10",
    "remind me in ten, please": "once +10",
    "remind me in ten about it": "none",
    "remind me in 5": "once +5",
    "remind me in 90": "once +90",
    "remind me in 95": "none",
    "remind me in 7": "none",
    "every hour between 9 and 12": "daily 09:00,10:00,11:00,12:00",
    "every 2 hours from 9am to 3pm": "daily 09:00,11:00,13:00,15:00",
    "every 2 hours from 9am until 3pm": "daily 09:00,11:00,13:00,15:00",
    "every hour between 8am and 3pm": "daily 08:00,09:00,10:00,11:00,12:00,13:00,14:00,15:00",
    "every hour between 8am and 4pm": "none",
    "every 7 hours between 8am and 10pm": "daily 08:00,15:00,22:00",
    "every 7 hours between 8am and 10:01pm": "none",
    "every two hours between 9am": "none",
    "every two hours between monday and 9am": "none",
    "every 0 hours between 9am and 3pm": "none",
    "every hour between 3pm and 9am": "none",
    "every half hour between 9am and 10am": "none",
    "every 30 minutes between 9am and 10am": "none",
    "every two hours": "none",
    "every 20 minutes": "none",
}

MANY = {
    "twice a day at 9am and 5pm": "daily 09:00,17:00",
    "three times a day at 9am and 5pm": "none",
    "3 times a day": "ask daily",
    "twice a day on weekdays": "ask 01234",
    "twice a day, every two hours between 9am and 11am": "daily 09:00,11:00",
    "9am and 9am": "none",
    "9am and 21:00": "daily 09:00,21:00",
    "mondays 9am and mondays 9am": "none",
    "mondays 9am, mondays 10am": "0 09:00,10:00",
    "mondays and tuesdays 9am, 10am": "01 09:00,10:00",
    "9am mondays 10am tuesdays": "0 09:00 + 1 10:00",
    "mondays 9am tuesdays 10am wednesdays 11am": "0 09:00 + 1 10:00 + 2 11:00",
    "mondays 9am, tuesdays 10am, wednesdays": "none",
    "every day mondays 9am": "none",
    "every day, mondays to fridays 9am": "01234 09:00",
    "every day 9am, sunday 10am": "none",
    "in the morning at 8, in the evening at 7": "daily 08:00,19:00",
    "mornings at 8 and evenings at 9": "daily 08:00,21:00",
    "8 and 9 in the evening": "either daily 08:00,21:00 | daily 20:00,21:00",
    "9 in the morning and noon": "daily 09:00,12:00",
    "8 in the morning, evening": "none",
    "morning and evening": "none",
    "tomorrow at 7 and 8am": "either once 2026-01-09 07:00 | once 2026-01-09 19:00 | once 2026-01-09 08:00",
    "tomorrow at 7, 8 and 9": "ask 2026-01-09",
    "tomorrow every two hours between 9am and 3pm": "ask 2026-01-09",
}

DAYS = {
    "between monday and friday 8am": "01234 08:00",
    "between mon and fri at 8am": "01234 08:00",
    "between monday 9am": "none",
    "until monday 9am": "none",
    "until the next monday 9am": "none",
    "monday 19:30": "either 0 19:30 | once 2026-01-12 19:30",
    "8:00 sun": "either 6 08:00 | once 2026-01-11 08:00",
    "th 8:00": "either 3 08:00 | once 2026-01-08 08:00",
    "remind me, th 8:00": "either 3 08:00 | once 2026-01-08 08:00",
    "9am, th and fri": "34 09:00",
    "t 8:00": "none",
    "v e s 8:00": "45 08:00",
    "m n f 8:00": "04 08:00",
    "mo u mi um 8:00": "02 08:00",
    "7am workdays / 9:30am sat 08:00 sun": "01234 07:00 + 5 09:30 + 6 08:00",
    "sat to mon 10am": "056 10:00",
    "mon to mon 10am": "0 10:00",
    "every monday 9am": "0 09:00",
    "weekday mornings at 8": "01234 08:00",
}

LEFT_OUT = {
    "at 7am, but on sundays at 9am": "012345 07:00 + 6 09:00",
    "at 7am and 8pm, but on sundays at 9am": "012345 07:00,20:00 + 6 09:00",
    "7am but sundays 9am and saturdays 10am": "01234 07:00 + 6 09:00 + 5 10:00",
    "weekdays at 7am, but on fridays at 9am": "0123 07:00 + 4 09:00",
    "mondays at 7am, but on mondays at 9am": "none",
    "7am except sundays at 9am": "012345 07:00 + 6 09:00",
    "7am, not sundays at 9am": "none",
    "9am every day but not mondays, tuesdays at 10": "none",
    "9am except monday, tuesday at 10": "none",
    "9am except monday, tuesday": "23456 09:00",
    "every day 9am, but not monday, tuesday": "23456 09:00",
    "not monday, tuesday 9am": "none",
    "9am mondays, tuesdays off": "none",
    "every day 9am, mondays, tuesdays off": "none",
    "9am weekends off": "none",
    "every day at 9am weekends off": "01234 09:00",
    "weekdays at 9am, weekends off": "01234 09:00",
    "9am on mondays because i work on tuesdays": "0 09:00",
    "9am because i work on mondays": "daily 09:00",
    "9am on weekdays because on mondays i have choir": "either 01234 09:00 | 1234 09:00 and more",
    "9am but only mondays, fridays i have choir": "0 09:00 and more",
    "9am only on mondays and tuesdays because i work on fridays": "01 09:00",
    "only weekdays at 9am, saturday i have kids": "01234 09:00 and more",
    "tomorrow i work, remind me on friday 9am": "once 2026-01-09 09:00",
    "remind me tomorrow at 9am, on friday i have choir": "once 2026-01-09 09:00 and more",
}


@pytest.mark.parametrize("said", [NIGHTS, ONE_DAY, IN_FIGURES, TOLD_BY_ANOTHER, SPANS, MANY, DAYS, LEFT_OUT])
def test_each_word_counts(said: dict[str, str]) -> None:
    assert {typed: heard(typed) for typed in said} == said


def heard(typed: str) -> str:
    found = hear_when(typed, NOW, WORDS)
    return written(found.when) + ("" if found.is_all or not found.when else " and more")


@pytest.mark.parametrize(
    ("typed", "names_days"), [("9am", False), ("every day 9am", True), ("9am, not sundays", True)]
)
def test_whether_days_were_named_is_kept(typed: str, names_days: bool) -> None:
    when = read_when(typed, NOW, WORDS)
    assert isinstance(when, Repeating)
    assert when.names_days is names_days


@pytest.mark.parametrize(
    ("typed", "is_each"),
    [
        ("tomorrow at 7", False),
        ("tomorrow at midnight", False),
        ("tomorrow evening at 7 and 8", True),
        ("this weekend at 9am", True),
    ],
)
def test_several_that_were_asked_for_are_told_from_several_that_may_be_meant(
    typed: str, is_each: bool
) -> None:
    when = read_when(typed, NOW, WORDS)
    assert isinstance(when, Either)
    assert when.is_each is is_each
