"""People who can't be reached are asked after now and then, left alone after that, and found again as soon as they are back."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.coach.news import Blocked, CameBack, Sender
from bot.domain.person.lost import TRY_AGAIN_AFTER, may_try_again, try_again_at
from bot.store.chat.shown import Loss
from bot.store.reminders.deliveries import State
from tests.coach.reminded import DUE, reminded_at, states
from tests.coach.talk import Someone, World

DAY = timedelta(days=1)


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    return ana


def days_on_which_it_is_tried(world: World, days: int) -> list[int]:
    """Telegram refuses each try, because they have blocked the bot."""
    tried = []
    for day in range(days):
        now = DUE + day * DAY
        for reply in world.coach.claims.claim(now, 32):
            tried.append(day)
            world.store.chats.write_off(reply.chat, world.store.chats.owed(reply.chat) or "")
            world.coach.lost(reply.chat, now)
    return tried


def test_they_are_asked_after_a_day_a_week_and_a_month_later_and_then_no_more(
    reminded: Someone, world: World
) -> None:
    assert days_on_which_it_is_tried(world, 60) == [0, 1, 8, 38]
    assert states(world) == {State.LOST: 4}, "nothing is noted of the days on which nothing was tried"
    assert world.store.reminders.next_due() is None
    world.now = DUE + 60 * DAY
    reminded.says("/help")
    assert world.store.reminders.next_due() == DUE + 61 * DAY
    assert world.store.chats.loss(7) is None


def test_who_is_refused_several_times_at_once_is_asked_after_no_later(
    reminded: Someone, world: World
) -> None:
    for _ in range(5):
        world.coach.lost(7, DUE)
    assert world.store.chats.loss(7) == Loss(1, DUE + DAY)


def test_who_comes_back_before_it_was_due_is_reminded(reminded: Someone, world: World) -> None:
    reminded.sends(Blocked(reminded.sender))
    assert world.store.people.is_lost(7)
    reminded.sends(CameBack(reminded.sender))
    assert not world.store.people.is_lost(7)
    assert [reply.chat for reply in world.coach.claims.claim(DUE, 32)] == [7]


def test_who_comes_back_long_after_has_all_that_rested_again(reminded: Someone, world: World) -> None:
    days_on_which_it_is_tried(world, 60)
    world.now = DUE + 60 * DAY
    reminded.sends(CameBack(reminded.sender))
    assert world.store.reminders.next_due() == DUE + 61 * DAY


@pytest.mark.parametrize("news", [Blocked, CameBack])
def test_of_a_stranger_nothing_is_noted(world: World, news: type[Blocked | CameBack]) -> None:
    world.coach.take(1, news(Sender(404, "Mallory", "en")), world.now)
    world.coach.lost(404, world.now)
    for table in ("people", "chats"):
        assert world.store.db.execute(f"select count(*) from {table}").fetchone() == (0,)


def test_who_was_told_to_be_lost_stays_so_though_telegram_says_it_twice(
    reminded: Someone, world: World
) -> None:
    world.coach.lost(7, world.now)
    marked_at, world.now = world.now, world.now + timedelta(seconds=5)
    reminded.sends(Blocked(reminded.sender))
    assert world.store.chats.loss(7) == Loss(1, marked_at + DAY)
    assert not world.store.chats.mark_found(7, lost_at=marked_at), "the update says so by itself"


def test_the_clock_set_back_makes_nobody_wait_for_years() -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    assert [try_again_at(times, now) for times in (0, 4, -1, 10**9)] == [None] * 4
    assert may_try_again(try_again_at(1, now + timedelta(days=400)), now)
    for times, pause in enumerate(TRY_AGAIN_AFTER, 1):
        asked = try_again_at(times, now)
        assert not may_try_again(asked, now)
        assert not may_try_again(asked, now + pause - timedelta(seconds=1))
        assert may_try_again(asked, now + pause)
    assert not may_try_again(None, now)
