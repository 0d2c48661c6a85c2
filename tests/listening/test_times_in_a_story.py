"""Days mentioned along with a time: those of a habit are kept, those of an order are left out, and each time has its
own; in doubt people are asked."""

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.meant import Half
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.when.times_named import times_named
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, written

READ = [
    ("i lift mon wed fri and always skip cooldown. bug me at 5:45pm those days", "024 17:45"),
    ("i run tue and thu and always skip the warm up. ping me at 6pm those days", "13 18:00"),
    ("i work mon to wed and usually skip lunch, remind me at 1pm those days", "012 13:00"),
    (
        "i swim tuesdays and fridays and never stretch after, poke me at 8pm on those days",
        "either 02356 20:00 | 14 20:00",
    ),
    ("i do gym mon thu and drop the stretching, remind me at 7pm on these days", "03 19:00"),
    ("i skip breakfast mon to fri. remind me at 10am those days", "01234 10:00"),
    ("weekdays at 9, skip wednesday", "either 0134 09:00 | 0134 21:00"),
    ("every day at 8am but skip sunday", "012345 08:00"),
    ("skip sundays, 8am", "012345 08:00"),
    ("daily 8am, skip weekends", "01234 08:00"),
    ("remind me mon wed fri at 5pm because i skip stretching", "024 17:00"),
    ("i skip my cooldown on mon and wed, remind me mon and wed 6pm", "02 18:00"),
    (
        "can you tell me to stretch at 5pm when i clock off monday-friday, and 11am saturday. nothing sunday",
        "01234 17:00 + 5 11:00",
    ),
    ("tell me to stretch at 5pm mon-fri, and 11am saturday. nothing sunday", "01234 17:00 + 5 11:00"),
    ("stretch at 5pm monday to friday and 11am saturday, not sunday", "01234 17:00 + 5 11:00"),
    ("5pm when i finish monday to friday, 11am on saturday", "01234 17:00 + 5 11:00"),
    ("5pm after work mon-fri and 10am sat, nothing on sunday", "01234 17:00 + 5 10:00"),
    ("5pm when i clock off mon-fri and 11am at weekends", "01234 17:00 + 56 11:00"),
    ("at 5pm when i clock off on fridays, and 11am saturday", "4 17:00 + 5 11:00"),
    ("7am when i get up mon-fri, 9am sat and sun", "01234 07:00 + 56 09:00"),
    ("at 6pm when im home monday to thursday and at 4pm on friday", "0123 18:00 + 4 16:00"),
    ("remind me at 5pm monday-friday, and 11am saturday", "01234 17:00 + 5 11:00"),
    ("can you ping me at 8 pm when the kids sleep mon-thu, and noon sunday", "0123 20:00 + 6 12:00"),
    ("every wednesday at six in the evening", "2 18:00"),
    ("my mum visits on sundays so every wednesday at six in the evening", "2 18:00"),
    (
        "the choir is my one luxury and it ruins my shoulders, every wednesday at six in the evening",
        "2 18:00",
    ),
    ("every wednesday at six in the evening, the lads play darts then", "2 18:00"),
    ("its my quiet night, every wednesday at six in the evening would do", "2 18:00"),
    ("mon and fri 7 am and pm", "04 07:00,19:00"),
    ("mon tue wed thu 6pm at the mill", "0123 18:00"),
    ("every day 9am and skip them at weekends", "01234 09:00"),
    ("every day 9am and skip it on weekends", "01234 09:00"),
    ("9am daily but skip my day off friday", "012356 09:00"),
    ("daily at 7am, please skip the weekend", "01234 07:00"),
    ("weekdays 8am and skip my wednesday", "0134 08:00"),
    ("i usually skip weekends, 9am please", "01234 09:00"),
    ("i always skip fridays so 9am on the others", "012356 09:00"),
    ("i train tue thu sat and always skip the stretch. text me 7pm those days", "135 19:00"),
    ("i swim mon and wed and usually drop the stretching. 8pm those days", "02 20:00"),
    ("i walk on saturdays and i skip my stretches, 10am saturdays please", "5 10:00"),
    ("monday to friday i skip lunch, so remind me at 12:30", "01234 12:30"),
    ("i skip lunch, remind me at 12:30 on weekdays", "01234 12:30"),
    ("at 5pm when i knock off mon-thu, and 1pm friday", "0123 17:00 + 4 13:00"),
    ("4pm when i clock out tuesday and thursday, and 10am sunday", "13 16:00 + 6 10:00"),
    ("remind me at 6am when i start mon-wed and 2pm fridays", "012 06:00 + 4 14:00"),
    ("at 9pm when kids are in bed mon-thu, 11am at weekends", "0123 21:00 + 56 11:00"),
    ("5pm when i clock off", "daily 17:00"),
    ("remind me at 5pm when i clock off monday-friday", "either 01234 17:00 | daily 17:00"),
    ("remind me at 9am and 6pm when i work mondays", "either 0 09:00,18:00 | daily 09:00,18:00"),
    ("remind me at 5pm when i finish on fridays", "either 4 17:00 | daily 17:00"),
    ("remind me at 9am when i work mondays", "either 0 09:00 | daily 09:00"),
    ("remind me at 7am because i work mondays", "daily 07:00"),
    ("5pm when i clock off monday to friday", "either 01234 17:00 | daily 17:00"),
]

ASKED_ABOUT = [
    ("i skip stretching on mondays, nag me at 6pm mondays", "0 18:00"),
    ("mon wed fri at 6pm, i always skip it otherwise", "024 18:00"),
    ("mon wed fri 6pm, skip the rest", "024 18:00"),
    ("tue thu 7pm, dont skip me", "13 19:00"),
    ("i always skip leg day on fridays, remind me fridays at 5pm", "4 17:00"),
    ("remind me at 5pm monday-friday and 11am saturday, sunday off", "01234 17:00 + 5 11:00"),
    ("5pm monday-friday, 11am saturday, sunday nothing", "01234 17:00 + 5 11:00"),
    (
        "my mornings are mad with the kids, half eight in the morning, one in the afternoon and half six in the evening",
        "daily 08:30,13:00,18:30",
    ),
    (
        "6:30am on weekdays n 9 on weekends, not getting up at 6 on a sunday",
        "either 01234 06:30 + 56 09:00 | 01234 06:30 + 56 21:00",
    ),
    (
        "7am on weekdays and 10 on weekends, no way am i up at 7 on a saturday",
        "either 01234 07:00 + 56 10:00 | 01234 07:00 + 56 22:00",
    ),
    ("9am daily, skip the gym days", "daily 09:00"),
    (
        "remind me at 9am, i work mondays, and 6pm saturday",
        "either daily 09:00 | 5 18:00 | once 2026-01-10 18:00",
    ),
]

ASKED_AGAIN = [
    "mon and fri 7 and 7 am and pm",
    "tue and thu 8 and 8 am and pm",
]


@pytest.mark.parametrize(("said", "meant"), READ)
def test_each_time_has_its_own_days(said: str, meant: str) -> None:
    assert written(read_when(said, NOW, when_words(CONTENT))) == meant


@pytest.mark.parametrize(("said", "meant"), ASKED_ABOUT)
def test_what_is_not_read_is_asked_about_with_all_its_times_and_days(said: str, meant: str) -> None:
    words = when_words(CONTENT)
    read = read_when(said, NOW, words)
    assert read is None or isinstance(read, Half)
    assert written(times_named(said, NOW, words)) == meant


@pytest.mark.parametrize("said", ASKED_AGAIN)
def test_where_a_day_would_be_lost_nothing_is_proposed(said: str) -> None:
    words = when_words(CONTENT)
    assert read_when(said, NOW, words) is None
    assert times_named(said, NOW, words) is None
