"""People say when in their own words: what may be two times is asked about, half a time is kept, and what can't be read is asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS, Nod
from bot.screens.buttons.actions import AskClock, Drafting, OnceDrafted, PauseFor, Place
from tests.coach.reminded import DUE, claimed, met, reminded_at
from tests.coach.talk import Someone, World
from tests.meaning import Carries

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
"""A Monday; 8:30 in Berlin."""


@pytest.fixture
def berliner(ana: Someone, world: World) -> Someone:
    met(ana)
    ana.says("/settings")
    ana.taps(Place.ASK_ZONE)
    ana.taps(AskClock(odd=False))
    ana.says("Berlin")
    ana.says("/start")
    return ana


def kept(world: World, id_: int = 7) -> list[tuple[time, frozenset[int], date | None]]:
    return [(one.at, one.weekdays, one.on) for one in world.store.reminders.of(id_)]


def test_what_may_be_two_times_is_asked_and_either_is_a_tap(berliner: Someone, world: World) -> None:
    berliner.says("remind me at 7 on weekdays")
    assert "Which do you mean?" in berliner.sees.text
    assert "Mon–Fri" in berliner.sees.text
    assert berliner.labels == ["7:00", "19:00", "Other time", "Home"]
    berliner.taps(Carries("times", "t1900"))
    assert "19:00, Mon–Fri" in berliner.sees.text
    assert kept(world) == [], "nothing counts yet"
    berliner.taps(Drafting.KEEP)
    assert kept(world) == [(time(19), WORKING_DAYS, None)]


def test_several_times_of_one_day_are_offered_one_by_one(berliner: Someone, world: World) -> None:
    berliner.says("remind me tomorrow 9am and 15:00")
    assert "One at a time, please. Which first?" in berliner.sees.text
    assert berliner.labels == ["9:00", "15:00", "Other time", "Home"]
    berliner.taps(Carries("at", "t1500"))
    berliner.taps(Drafting.KEEP)
    assert [(at, on) for at, _, on in kept(world)] == [(time(15), date(2026, 1, 6))]


def test_days_that_may_be_left_out_are_asked(berliner: Someone, world: World) -> None:
    berliner.says("remind me weekdays 18:00, thursdays i have choir")
    assert "Which do you mean?" in berliner.sees.text
    assert kept(world) == []


def test_days_that_are_not_wanted_are_not_kept(berliner: Someone, world: World) -> None:
    berliner.says("every day at 18:00, sundays leave me alone")
    berliner.taps(Drafting.KEEP)
    assert kept(world) == [(time(18), EVERY_DAY - {6}, None)]


def test_another_time_keeps_the_days(berliner: Someone, world: World) -> None:
    for said in ("remind me at 7 on weekdays", "other time"):
        berliner.says(said)
    berliner.says("7:15")
    assert "7:15, Mon–Fri" in berliner.sees.text


def test_a_question_is_answered_in_words_too(berliner: Someone, world: World) -> None:
    for said in ("remind me at 7 on weekdays", "in the evening"):
        berliner.says(said)
    assert "19:00" in berliner.sees.text
    berliner.says("keep")
    assert kept(world) == [(time(19), WORKING_DAYS, None)]


@pytest.mark.parametrize(
    ("said", "understood", "hours"),
    [
        ("every tuesday", "Got it: Tue.", ["7:00", "8:30", "10:30"]),
        ("in the morning", "in the morning", ["7:00", "8:00", "9:00", "10:00"]),
        (
            "remind me after lunch on weekdays",
            "Mon–Fri, in the afternoon",
            ["13:00", "14:00", "15:00", "16:00"],
        ),
        ("tonight", "today, in the evening", ["18:00", "19:00", "20:00", "21:00"]),
        ("tomorrow morning", "tomorrow, in the morning", ["7:00", "8:00", "9:00", "10:00"]),
    ],
)
def test_the_half_that_was_said_is_kept_and_the_other_asked(
    berliner: Someone, world: World, said: str, understood: str, hours: list[str]
) -> None:
    berliner.says(said)
    assert understood in berliner.sees.text
    assert berliner.labels[: len(hours)] == hours
    berliner.taps(Drafting.SHOW)
    berliner.taps(Drafting.KEEP)
    assert len(kept(world)) == 1


@pytest.mark.parametrize(
    "said",
    [
        *("remind me", "remind me sometime", "remind me to breathe", "please remind me at 25:00"),
        *(
            "remind me 7am except sunday and 9pm",
            "remind me next week at 9am",
            "remind me at 8am and 6pm, i mean 9am",
        ),
        *(
            "remind me 7am evryday nt sunday",
            "remind me when the cat cows",
            "remind me not mondays but tuesdays 9am",
        ),
        *("remind me at 8pm t/thu",),
        *("erinnere mich di, vllt. auch nicht, um 9", "remind me every day, sundays i do cat cow"),
    ],
)
def test_a_reminder_that_cannot_be_read_is_never_searched_for(berliner: Someone, said: str) -> None:
    berliner.says(said)
    assert "At what time?" in berliner.sees.text or "When shall I knock?" in berliner.sees.text


@pytest.mark.parametrize(
    "said", ["10 minutes", "level 2", "evening", "before bed", "cat cow", "i sit 8 hours every day", "5"]
)
def test_what_is_not_about_a_reminder_makes_none(berliner: Someone, said: str) -> None:
    berliner.says(said)
    assert "Which do you mean?" not in berliner.sees.text
    assert "At what time?" not in berliner.sees.text
    assert not berliner.offers(Drafting.KEEP)


def test_several_are_kept_at_one_tap_and_stand_once_if_kept_twice(berliner: Someone, world: World) -> None:
    berliner.says("mon-fri 9am and sat 11am")
    assert "9:00, Mon–Fri\n11:00, Sat" in berliner.sees.text
    keep = berliner.sees.keys[0][0][1]
    for _ in range(2):
        berliner.taps_data(keep)
    assert kept(world) == [(time(9), WORKING_DAYS, None), (time(11), frozenset({5}), None)]


def test_several_for_which_there_is_no_room_are_not_kept_in_part(berliner: Someone, world: World) -> None:
    for hour in range(8, 17):
        berliner.says(f"/remind {hour}:00")
        berliner.says("keep")
    berliner.says("mon-fri 9am and sat 11am")
    berliner.taps(Drafting.KEEP)
    assert "I can keep 10 at most" in berliner.sees.text
    assert len(kept(world)) == 9


def test_five_times_a_day_are_several(berliner: Someone, world: World) -> None:
    berliner.says("every two hours between 9am and 5pm please")
    berliner.taps(Drafting.KEEP)
    assert [at.hour for at, _, _ in kept(world)] == [9, 11, 13, 15, 17]


@pytest.mark.parametrize(
    ("said", "told", "due"),
    [
        ("tomorrow 9am", "Once, tomorrow 9:00", datetime(2026, 1, 6, 8, tzinfo=UTC)),
        ("remind me in 2 hours", "Once, today 10:30", datetime(2026, 1, 5, 9, 30, tzinfo=UTC)),
        ("next monday 18:00", "Once, 12 January 18:00", datetime(2026, 1, 12, 17, tzinfo=UTC)),
        ("at 6 this evening", "Once, today 18:00", datetime(2026, 1, 5, 17, tzinfo=UTC)),
        ("mañana a las 9 de la mañana", "Once, tomorrow 9:00", datetime(2026, 1, 6, 8, tzinfo=UTC)),
        ("erinnere mich morgen um 9 Uhr", "Once, tomorrow 9:00", datetime(2026, 1, 6, 8, tzinfo=UTC)),
    ],
)
def test_once_is_once(berliner: Someone, world: World, said: str, told: str, due: datetime) -> None:
    berliner.says(said)
    assert told in berliner.sees.text
    keep = berliner.sees.keys[0][0][1]
    for _ in range(2):
        berliner.taps_data(keep)
    assert len(kept(world)) == 1
    assert "once, " in berliner.sees.text
    assert world.store.reminders.next_due() == due
    assert claimed(world, due - timedelta(seconds=1)) == 0
    assert claimed(world, due) == 1
    assert world.store.reminders.next_due() is None
    world.now = due
    berliner.says("/remind")
    assert "No reminders yet" in berliner.sees.text


def test_a_typed_time_changes_the_one_that_comes_once(berliner: Someone, world: World) -> None:
    for said in ("tomorrow", "9:30", "keep"):
        berliner.says(said)
    assert kept(world) == [(time(9, 30), frozenset({1}), date(2026, 1, 6))]


def test_one_day_of_the_week_is_asked_once_or_each(berliner: Someone, world: World) -> None:
    berliner.says("friday 9:00")
    assert berliner.labels[:2] == ["Every Fri, 9:00", "Once, Fri 9:00"]
    berliner.taps(OnceDrafted)
    berliner.taps(Drafting.KEEP)
    assert kept(world) == [(time(9), frozenset({4}), date(2026, 1, 9))]


def test_a_time_that_is_past_today_is_offered_for_tomorrow(berliner: Someone, world: World) -> None:
    berliner.says("at 8am today")
    assert "has gone by today" in berliner.sees.text
    berliner.taps(Carries("at", "t0800"))
    assert "Once, tomorrow 8:00" in berliner.sees.text


def test_of_two_readings_the_one_that_is_past_is_not_asked(berliner: Someone) -> None:
    berliner.says("today at 6")
    assert "Once, today 18:00" in berliner.sees.text


def test_kept_after_its_time_it_is_offered_anew(berliner: Someone, world: World) -> None:
    berliner.says("in 20 minutes")
    keep = berliner.sees.keys[0][0][1]
    world.now += timedelta(hours=1)
    berliner.taps_data(keep)
    assert "has gone by today" in berliner.sees.text
    assert kept(world) == []


@pytest.mark.parametrize(
    "said", ["in 0 minutes", "remind me in 400 days", "25:00", "8:75", "31 February at 9:00"]
)
def test_what_never_comes_makes_no_reminder(berliner: Someone, world: World, said: str) -> None:
    berliner.says(said)
    assert not berliner.offers(Drafting.KEEP)
    assert kept(world) == []


def test_it_comes_although_something_was_done_today(berliner: Someone, world: World) -> None:
    """People who ask for it once mean it."""
    for said in (
        "/remind 10:30",
        "keep",
        "remind me in 3 hours",
        "keep",
        "/routine desk break",
        "do it",
        "ready",
    ):
        berliner.says(said)
    world.passes(40)
    world.passes(40)
    berliner.says("stop")
    assert world.store.sessions.has_done_since(7, NOW)
    assert claimed(world, NOW + timedelta(hours=2)) == 0, "the one of every day is silent"
    assert claimed(world, NOW + timedelta(hours=3)) == 1


def test_not_today_calls_off_what_was_to_come_once_today(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE - timedelta(hours=1)
    for said in ("remind me tonight at 8", "keep"):
        ana.says(said)
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana.says("not today")
    assert claimed(world, DUE.replace(hour=19)) == 0
    for said in ("remind me tonight at 9", "keep"):
        ana.says(said)
    assert claimed(world, DUE.replace(hour=20)) == 1, "asked for since"


def test_missed_while_the_bot_was_away_it_is_over(berliner: Someone, world: World) -> None:
    for said in ("remind me in 2 hours", "keep"):
        berliner.says(said)
    world.now = NOW + timedelta(hours=8)
    assert claimed(world, world.now) == 0
    assert world.store.reminders.next_due() is None
    berliner.says("/remind")
    assert "No reminders yet" in berliner.sees.text


def test_a_little_late_it_comes(berliner: Someone, world: World) -> None:
    for said in ("remind me in 2 hours", "keep"):
        berliner.says(said)
    assert claimed(world, NOW + timedelta(hours=3)) == 1


def test_it_can_be_put_off_like_any_other(berliner: Someone, world: World) -> None:
    for said in ("remind me in 2 hours", "keep"):
        berliner.says(said)
    world.now = NOW + timedelta(hours=2)
    assert claimed(world, world.now) == 1
    berliner.taps(Nod.QUARTER)
    assert claimed(world, world.now + timedelta(minutes=15)) == 1


def test_it_moves_with_its_owner_and_does_not_come_twice(berliner: Someone, world: World) -> None:
    for said in ("tomorrow 9am", "keep"):
        berliner.says(said)
    berliner.taps_data("zs.Europe/London")
    assert world.store.reminders.next_due() == datetime(2026, 1, 6, 9, tzinfo=UTC)
    world.now = datetime(2026, 1, 6, 9, tzinfo=UTC)
    assert claimed(world, world.now) == 1
    berliner.taps_data("zs.America/New_York")
    assert world.store.reminders.next_due() is None, "it has come, though it is not nine yet over there"


def test_it_comes_where_the_clocks_skip_its_hour_and_once_where_they_say_it_twice(
    berliner: Someone, world: World
) -> None:
    for on, due in ((date(2026, 3, 29), (1, 30)), (date(2026, 10, 25), (0, 30))):
        berliner.taps_data(f"rc.k.0.d{on:%Y%m%d}.t0230.today")
        moment = datetime(on.year, on.month, on.day, *due, tzinfo=UTC)
        assert world.store.reminders.next_due() == moment
        world.now = moment
        assert claimed(world, moment) == 1
        assert world.store.reminders.next_due() is None


def test_it_can_be_opened_and_deleted_and_rests_with_the_others(berliner: Someone, world: World) -> None:
    for said in ("tomorrow 9am", "keep", "9:00 6 January"):
        berliner.says(said)
    assert berliner.labels == ["Delete", "Back", "Home"]
    for meant in (Place.REMINDERS, Place.PAUSE, PauseFor(7)):
        berliner.taps(meant)
    assert world.store.reminders.next_due() is None
    berliner.taps(Place.GO_ON_REMINDING)
    assert world.store.reminders.next_due() == datetime(2026, 1, 6, 8, tzinfo=UTC)
    for said in ("9:00 6 January", "delete"):
        berliner.says(said)
    assert kept(world) == []


def test_nobody_keeps_more_than_is_good_in_this_way_either(berliner: Someone, world: World) -> None:
    for hour in range(10, 22):
        for said in (f"tomorrow {hour}:00", "keep"):
            berliner.says(said)
    assert len(kept(world)) == 10
    assert "I can keep 10 at most" in berliner.sees.text


def test_those_that_are_over_take_no_room(berliner: Someone, world: World) -> None:
    for hour in range(10, 20):
        for said in (f"tomorrow {hour}:00", "keep"):
            berliner.says(said)
    world.now = NOW + timedelta(days=2)
    for said in ("tomorrow 10:00", "keep"):
        berliner.says(said)
    assert "Kept" in berliner.sees.text


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("later at 6", (17, 0)),
        ("at 11:15", (10, 15)),
        ("6pm please", (17, 0)),
        ("later tonight at 9", (20, 0)),
        ("in 20 minutes", (7, 50)),
    ],
)
def test_an_answer_with_a_time_moves_the_reminder_it_answers(
    ana: Someone, world: World, said: str, due: tuple[int, int]
) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana.says(said)
    assert "I'll be back today" in ana.sees.text
    assert kept(world) == [(time(8, 30), EVERY_DAY, None)]
    then = datetime(2026, 1, 6, *due, tzinfo=UTC)
    assert claimed(world, then - timedelta(seconds=1)) == 0
    assert claimed(world, then) == 1


def test_before_dawn_it_may_be_either_time_of_today(ana: Someone, world: World) -> None:
    reminded_at(ana, time(5), "Europe/Berlin")
    world.now = datetime(2026, 1, 6, 4, tzinfo=UTC)
    assert claimed(world, world.now) == 1
    ana.says("later at 6")
    assert ana.labels == ["6:00", "18:00", "Not today", "Home"]
    ana.taps(Carries("at", "t1800"))
    assert "I'll be back today 18:00" in ana.sees.text


def test_the_reminder_of_another_cannot_be_moved(ana: Someone, mallory: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    met(mallory)
    mallory.taps_data("rt.1.t1800")
    assert claimed(world, datetime(2026, 1, 6, 17, tzinfo=UTC)) == 0


@pytest.mark.parametrize(
    "forged",
    ["rc.k.0.d20260231.t0900.today", "rc.k.0.d20260106.t2500.today", "rl.k.0.g000900", "rl.k.0.g7f2500"],
)
def test_what_we_never_wrote_makes_no_reminder(berliner: Someone, world: World, forged: str) -> None:
    berliner.taps_data(forged)
    assert kept(world) == []


def test_where_nobody_knows_the_zone_it_is_told_which_was_assumed(ana: Someone, world: World) -> None:
    met(ana)
    person = world.store.people.get(7)
    assert person
    world.store.people.prefer(7, replace(person.preferences, zone="", zone_is_sure=False))
    ana.says("tomorrow 9am")
    assert "I'll assume" in ana.sees.text


@pytest.mark.parametrize("said", ["6pm daily, but not today", "18 uhr, 16.01"])
def test_nothing_but_times_that_can_not_be_read_is_asked_about(
    berliner: Someone, world: World, said: str
) -> None:
    berliner.says(said)
    assert "I didn't quite get the time" in berliner.sees.text
    assert kept(world) == []


def test_an_hour_between_two_sets_nothing_and_asks_at_what_time(berliner: Someone, world: World) -> None:
    berliner.says("between 5pm and 6pm")
    assert "time" in berliner.sees.text
    assert kept(world) == []


def test_a_time_that_only_bounds_it_is_asked_about_within_its_part_of_the_day(berliner: Someone) -> None:
    berliner.says("remind me after 6pm")
    assert "every day, in the evening" in berliner.sees.text
    assert berliner.labels[:2] == ["18:00", "19:00"]


@pytest.mark.parametrize(
    "said", ["not 8am, 9am", "lieber 9 uhr als 8 uhr", "nicht 8 uhr, 9 uhr", "a las 9h en vez de a las 8h"]
)
def test_a_time_that_takes_the_place_of_another_changes_the_one_there_is(
    berliner: Someone, world: World, said: str
) -> None:
    berliner.says("remind me on weekdays at 8am")
    berliner.taps(Drafting.KEEP)
    berliner.says("/start")
    berliner.says(said)
    berliner.taps(Drafting.KEEP)
    assert kept(world) == [(time(9), WORKING_DAYS, None)]
