"""A reminder that is put off to a time or a part of this day comes then, and at no other time."""

from datetime import UTC, datetime, time, timedelta

import pytest

from tests.coach.reminded import claimed, reminded_at
from tests.coach.talk import Someone, World

ELEVEN = datetime(2026, 1, 5, 11, tzinfo=UTC)


@pytest.fixture
def gloria(ana: Someone, world: World) -> Someone:
    """She has a reminder at eleven, and says why she can't."""
    return at(ana, world, ELEVEN)


def at(person: Someone, world: World, due: datetime) -> Someone:
    reminded_at(person, due.time(), "Europe/London")
    world.now = due
    assert claimed(world, due) == 1
    return person


def comes_again(world: World) -> time:
    due = world.store.reminders.next_due()
    assert due
    return due.time()


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("not just now, try again after lunch", time(13, 30)),
        ("can we do it this afternoon instead", time(15)),
        ("can we push it to this afternoon, physio's coming at 11", time(15)),
        ("I shall be out until four, ask me then", time(16)),
        ("Oh I am very sorry I shall be out till four o'clock today", time(16)),
        ("busy till 4", time(16)),
        ("busy until 15:30", time(15, 30)),
        ("in a meeting until half past two", time(14, 30)),
        ("from 2 till 4 in a meeting", time(16)),
        ("I have to work until half five", time(17, 30)),
        ("lol no im at uni till 3", time(15)),
        ("not until 3", time(15)),
        ("any time after 5", time(17)),
        ("later at 6", time(18)),
        ("bit later, say 2ish", time(14)),
        ("at teatime", time(17)),
        ("after work", time(18)),
        ("after dinner", time(20)),
        ("nach der arbeit", time(18)),
        ("esta tarde", time(17)),
        ("not this morning, remind me at 15:00", time(15)),
        ("Not in the morning, thank you, but please remind me again in the evening.", time(20)),
    ],
)
def test_it_comes_when_she_said(gloria: Someone, world: World, said: str, then: time) -> None:
    gloria.says(said)
    assert f"I'll be back today {then:%-H:%M}" in gloria.sees.text
    assert comes_again(world) == then
    assert claimed(world, datetime.combine(ELEVEN, then, UTC)) == 1


@pytest.mark.parametrize(
    ("said", "hours"),
    [("till 10", ["22:00"]), ("can't do 4, try 5", ["16:00", "17:00"])],
)
def test_what_may_be_another_time_is_asked(
    gloria: Someone, world: World, said: str, hours: list[str]
) -> None:
    gloria.says(said)
    assert gloria.labels == [*hours, "Not today", "Home"]
    assert comes_again(world) == ELEVEN.time(), "nothing is put off yet"
    gloria.says(hours[-1])
    assert f"I'll be back today {hours[-1]}" in gloria.sees.text


def test_before_dawn_an_hour_may_be_of_either_half(ana: Someone, world: World) -> None:
    kev = at(ana, world, datetime(2026, 1, 6, 1, tzinfo=UTC))
    kev.says("in a match till 4, sorry")
    assert kev.labels[:2] == ["4:00", "16:00"]
    kev.says("16:00")
    assert comes_again(world) == time(16)


@pytest.mark.parametrize(("said", "hours"), [("after lunch", ["16:00", "17:00", "18:00"])])
def test_a_part_of_the_day_that_has_begun_offers_its_hours(
    ana: Someone, world: World, said: str, hours: list[str]
) -> None:
    tom = at(ana, world, datetime(2026, 1, 5, 15, 20, tzinfo=UTC))
    tom.says(said)
    assert tom.labels[:3] == hours


@pytest.mark.parametrize("said", ["in the morning", "not today, I'm out until 4", "after breakfast"])
def test_a_part_that_is_over_is_not_today(gloria: Someone, world: World, said: str) -> None:
    gloria.says(said)
    assert gloria.sees.text.startswith("<i>Not today. Next: tomorrow 11:00.")
    assert world.store.reminders.next_due() == ELEVEN + timedelta(days=1)


@pytest.mark.parametrize(
    "said", ["busy till friday", "remind me every day at 4", "what's on at 4?", "gimme 20", "at 6 tomorrow"]
)
def test_other_days_lengths_and_questions_are_no_time_of_this_day(
    gloria: Someone, world: World, said: str
) -> None:
    gloria.says(said)
    assert comes_again(world) not in (time(16), time(18), time(20))


@pytest.mark.parametrize(
    ("said", "then"), [("gimme 20", time(1, 20)), ("not now", time(2)), ("later", time(2))]
)
def test_who_is_reminded_at_night_may_put_it_off_within_the_night(
    ana: Someone, world: World, said: str, then: time
) -> None:
    kev = at(ana, world, datetime(2026, 1, 6, 1, tzinfo=UTC))
    assert {"+15 min", "+1 h"} <= set(kev.labels)
    kev.says(said)
    assert comes_again(world) == then
