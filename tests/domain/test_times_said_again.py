"""A time that is corrected, or said twice, and days that have a time of their own, in the notation of tests/listening/sets."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import hear_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, written

CORRECTED = {
    "7pm no make that 8pm": "daily 20:00",
    "8am no wait 9am": "daily 09:00",
    "6pm, sorry, 6:30pm": "daily 18:30",
    "8am.. actually 9am": "daily 09:00",
    "7pm, no, rather 8pm": "daily 20:00",
    "a las 8, no, mejor a las 9 de la noche": "daily 21:00",
    "19 uhr, nee doch 20 uhr": "daily 20:00",
    "mondays, i mean tuesdays, 7pm": "1 19:00",
    "mondays 7pm, i mean tuesdays": "1 19:00",
    "mondays 7pm i mean tuesdays 8pm": "1 20:00",
    "7pm mondays, sorry 8pm": "0 20:00",
    "today, no sorry tomorrow, 8am": "once 2026-01-09 08:00",
    "my shift ends at 5pm, rather 6pm": "daily 18:00",
    "at 9am, actually also at 5pm": "daily 09:00,17:00",
    "actually 9am and 5pm": "daily 09:00,17:00",
    "sorry 9am": "daily 09:00",
    "9am i mean pm": "daily 21:00",
    "6pm today, actually tomorrow": "once 2026-01-09 18:00",
    "5pm? no, 6pm": "daily 18:00",
    "7pm, no, 8pm": "daily 20:00",
    "19 uhr, ach nee, 20 uhr": "daily 20:00",
    # One of several, or perhaps refused: asked about.
    "9am and 6pm, i mean 7pm": "none",
    "mondays and tuesdays i mean fridays 7pm": "none",
    "7pm, no 8pm": "none",
    "today at 6pm no tomorrow at 6pm": "none",
    "7pm mondays, sorry 8pm tuesdays": "none",
    "saturdays no, sundays no, 9am": "none",
}

IN_TURN = {
    "mid morning and mid afternoon, say 10 and 3": "daily 10:00,15:00",
    "mornings and evenings at 8 and 7 on weekdays": "01234 08:00,19:00",
    "morning and evening at 8": "daily 08:00,20:00",
    "morning, noon and night, 8, 12 and 9": "none",
}

SAID_TWICE = {
    "al mediodía, a las 12": "daily 12:00",
    "noon, at 12": "daily 12:00",
    "at 12, noon": "daily 12:00",
    "midnight, 12": "daily 00:00",
    "mittags, 13 uhr": "daily 13:00",
    "1pm, lunchtime": "daily 13:00",
    "7pm (19:00)": "daily 19:00",
    "8, 8pm": "daily 20:00",
    "half seven in the evening (7.30)": "daily 19:30",
    "half seven, 7.30": "either daily 07:30 | daily 19:30",
    "noon, 1pm": "none",
    # Two times.
    "7am, 7pm": "daily 07:00,19:00",
    "7am, weekends 9am": "01234 07:00 + 56 09:00",
    "7am, fridays 9am": "none",
    "noon and 12:30": "daily 12:00,12:30",
    "9am, noon, 3pm": "daily 09:00,12:00,15:00",
    "noon, 1pm and 6pm": "daily 12:00,13:00,18:00",
    "mondays 8am, 8pm tuesdays": "none",
}

THEIR_OWN = {
    "9am mon to fri but saturdays i sleep in so 11am": "01234 09:00 + 5 11:00",
    "mon to fri 9am but saturdays i sleep in so 11am": "01234 09:00 + 5 11:00",
    "9am every day but saturdays i sleep in so 11am": "012346 09:00 + 5 11:00",
    "9am but saturdays i sleep in so 11am": "012346 09:00 + 5 11:00",
    "weekdays 7am, weekends i lie in so 10am": "01234 07:00 + 56 10:00",
    "weekdays 7am, on weekends im off so then 10am": "01234 07:00 + 56 10:00",
    "weekdays 7am but fridays i work from home so 8am": "0123 07:00 + 4 08:00",
    "mo-fr 7 uhr aber samstags schlaf ich aus also 10 uhr": "01234 07:00 + 5 10:00",
    "los lunes a las 7 am pero los sabados duermo mas asi que a las 10 am": "0 07:00 + 5 10:00",
    "9am mon to fri but saturdays i sleep in, 11am": "none",
    "weekdays 7am, fridays i finish at 3 so 4pm": "none",
    # Their days are the reminder's, and their time is not.
    "on nights mon-thurs so i get up at 3, do half 3 in the afternoon on those days": "0123 15:30",
}

WITH_ITS_REASON = {
    "7pm when the kids are in bed": "daily 19:00",
    "half past six in the evening while dinner's in the oven": "daily 18:30",
    "6am because i'm up with the dog anyway": "daily 06:00",
    "2pm straight after the shift": "daily 14:00",
    "8am before the day gets away from me": "daily 08:00",
    "8.30pm but not on sundays, that's church": "012345 20:30",
    "19 uhr wenn die kinder schlafen": "daily 19:00",
    "a las 8 de la tarde cuando los niños duermen": "daily 20:00",
    "6am. i'm up with the lark": "daily 06:00",
    "7pm, that's when i'm on the sofa": "daily 19:00",
    "noon, with my sandwich": "daily 12:00",
    # Not for every day; of now; no wish; another language.
    "3am, can't sleep": "none",
    "3am. wide awake": "none",
    "9am, dentist": "none",
    "9am, i am on my way": "none",
    "8am, cat cow": "none",
    "3. mai": "ask 2026-05-03",
    "7am when i'm on earlies": "none",
    "7am when it hurts": "none",
    "8am when i woke up": "none",
    "9am since i slept badly": "none",
    "9 da noite": "none",
    "7am i have to be at work by 8": "none",
}

SMALL_HOURS = {
    "move it to 5:30": "either daily 05:30 | daily 17:30",
    "6:45 works better": "either daily 06:45 | daily 18:45",
    "1:15": "either daily 01:15 | daily 13:15",
    "7:00": "daily 07:00",
    "05:30": "daily 05:30",
    "0:30": "daily 00:30",
    "5:30 uhr": "daily 05:30",
    "5:30 and 17:30": "daily 05:30,17:30",
    "mo 5:30, di 19 uhr": "0 05:30 + 1 19:00",
    "9:30, 12:30 and 3:30pm": "daily 09:30,12:30,15:30",
}

OF_SOMETHING_ELSE = {
    "about a 4 at night": "none",
    "heute eine 4": "none",
    "hoy un 4": "none",
    "a 9am reminder please": "daily 09:00",
    "lost 3-1 on saturday": "none",
    "a session of 15 please": "none",
    "move 12": "none",
    "good night, up at 6": "either daily 06:00 | daily 18:00",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(
            CORRECTED | IN_TURN | SAID_TWICE | THEIR_OWN | WITH_ITS_REASON | SMALL_HOURS | OF_SOMETHING_ELSE
        ).items()
    ],
)
def test_what_is_said_again_or_of_some_days_counts(typed: str, meant: str) -> None:
    assert written(hear_when(typed, NOW, when_words(CONTENT)).when) == meant


def test_who_corrects_themselves_changes_no_reminder_that_is_there() -> None:
    assert not hear_when("7pm, no make that 8pm", NOW, when_words(CONTENT)).replaces
    assert hear_when("8pm instead of 7pm", NOW, when_words(CONTENT)).replaces
