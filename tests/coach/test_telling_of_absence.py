"""When a reminder never came because the bot was away, the next message says so, once, in half a sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.domain.person.person import Rest
from bot.domain.reminders.absence import TOLD_FOR, worth_telling
from bot.domain.reminders.reminder import EVERY_DAY, Reminder
from bot.store.chat.shown import Loss
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
AWAY = "Yesterday I was away at 8:30."


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    """Every day at 8:30 in Berlin, first on Tuesday, 6 January."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    return ana


def misses(world: World, due: datetime = DUE) -> None:
    """The bot comes back three hours later."""
    assert claimed(world, due + 3 * HOUR) == 0
    assert State.MISSED in states(world)


def last(world: World) -> int:
    return int(world.store.db.execute("select max(id) from deliveries").fetchone()[0])


def test_the_next_reminder_says_it_once(reminded: Someone, world: World) -> None:
    misses(world)
    assert claimed(world, DUE + DAY) == 1
    assert reminded.sees.text.startswith(f"<b>{AWAY} ")
    assert len(reminded.sees.text.splitlines()) == 2, "two lines, as ever"
    world.store.deliveries.end(last(world), State.SENT, DUE + DAY)
    assert claimed(world, DUE + 2 * DAY) == 1
    assert "away" not in reminded.sees.text


@pytest.mark.parametrize("said", ["/start", "hello", "home"])
def test_home_says_it_to_who_comes_first_and_no_reminder_after_it(
    reminded: Someone, world: World, said: str
) -> None:
    misses(world)
    world.now = DUE + DAY - HOUR
    reminded.says(said)
    assert AWAY in reminded.sees.text.splitlines()
    reminded.says(said)
    assert "away" not in reminded.sees.text
    assert claimed(world, DUE + DAY) == 1
    assert "away" not in reminded.sees.text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "I was away at 8:30 today."),
        (1, AWAY),
        (2, "On Tuesday I was away at 8:30."),
        (6, "On Tuesday I was away at 8:30."),
        (7, "On 6 January I was away at 8:30."),
        (13, "On 6 January I was away at 8:30."),
        (15, None),
    ],
)
def test_the_day_is_named_as_people_do(reminded: Someone, world: World, days: int, words: str | None) -> None:
    misses(world)
    world.now = DUE + days * DAY + 4 * HOUR
    reminded.says("/start")
    assert ("away" in reminded.sees.text) == bool(words)
    assert words is None or words in reminded.sees.text


def test_the_time_is_told_by_the_persons_clock(reminded: Someone, world: World) -> None:
    bo = world.someone(8, "Bo")
    reminded_at(bo, time(21, 15), "Pacific/Auckland")
    misses(world, DUE - 23 * HOUR)
    world.now = DUE
    bo.says("/start")
    assert "Yesterday I was away at 21:15." in bo.sees.text


def test_of_several_the_last_is_told_alone(reminded: Someone, world: World) -> None:
    noon = Reminder(0, 7, time(12, 30), EVERY_DAY, next_at=DUE + 4 * HOUR)
    world.store.reminders.add(noon, world.now)
    misses(world, DUE + 4 * HOUR)
    assert states(world)[State.MISSED] == 2
    assert claimed(world, DUE + DAY) == 1
    assert reminded.sees.text.count("I was away at") == 1
    assert "Yesterday I was away at 12:30." in reminded.sees.text
    world.store.deliveries.end(last(world), State.SENT, DUE + DAY)
    assert claimed(world, DUE + DAY + 4 * HOUR) == 1
    assert "away" not in reminded.sees.text


def test_a_message_that_was_never_sent_has_told_nothing(reminded: Someone, world: World) -> None:
    misses(world)
    world.coach.claims.claim(DUE + DAY, 1)  # owed, and not delivered
    world.coach.judge_again(7, DUE + DAY + timedelta(minutes=1))
    world.deliver(7)
    assert AWAY in reminded.sees.text, "the same message in new words"
    world.store.deliveries.end(last(world), State.FAILED, DUE + DAY)
    assert claimed(world, DUE + 2 * DAY) == 1
    assert "On Tuesday I was away at 8:30." in reminded.sees.text


def test_one_that_could_not_be_sent_for_two_hours_is_told_too(reminded: Someone, world: World) -> None:
    """Telegram was away: to people that is the same."""
    world.coach.claims.claim(DUE, 1)
    world.coach.judge_again(7, DUE + 2 * HOUR + timedelta(minutes=1))
    assert states(world) == {State.MISSED: 1}
    assert claimed(world, DUE + DAY) == 1
    assert AWAY in reminded.sees.text


def test_a_late_one_says_it_for_all(reminded: Someone, world: World) -> None:
    """One apology is enough."""
    noon = Reminder(0, 7, time(12, 30), EVERY_DAY, next_at=DUE + 4 * HOUR)
    world.store.reminders.add(noon, world.now)
    misses(world)
    world.store.heartbeats.note_absence(DUE + 3 * HOUR, DUE + 5 * HOUR)
    assert claimed(world, DUE + 5 * HOUR) == 1
    assert "Sorry, I was away at 12:30" in reminded.sees.text
    assert "8:30 today" not in reminded.sees.text
    world.store.deliveries.end(last(world), State.SENT, DUE + 5 * HOUR)
    assert claimed(world, DUE + DAY) == 1
    assert "away" not in reminded.sees.text


def test_of_who_is_discreet_no_more_is_told_than_the_time(reminded: Someone, world: World) -> None:
    person = world.store.people.get(7)
    assert person
    world.store.people.prefer(7, replace(person.preferences, is_discreet=True))
    misses(world)
    assert claimed(world, DUE + DAY) == 1
    assert reminded.sees.text.startswith(f"<b>{AWAY} ")
    assert reminded.sees.text.partition("\n")[2] == "2 minutes"


def rests(world: World) -> None:
    person = world.store.people.get(7)
    assert person
    world.store.people.prefer(7, replace(person.preferences, rest=Rest.ASKED))


def is_lost(world: World) -> None:
    """And a reminder was due to ask after them."""
    world.store.chats.mark_lost(7, DUE - DAY, Loss(1, DUE - HOUR))


def is_paused(world: World) -> None:
    world.store.db.execute("update reminders set is_paused = 1")


@pytest.mark.parametrize("why", [rests, is_lost, is_paused])
def test_nothing_is_told_of_what_would_not_have_come_either(
    reminded: Someone, world: World, why: Callable[[World], None]
) -> None:
    why(world)
    claimed(world, DUE + 3 * HOUR)
    assert world.store.deliveries.untold_misses(7) == []
    world.now = DUE + 4 * HOUR
    reminded.says("/start")
    assert "away" not in reminded.sees.text


def test_nothing_is_told_of_a_second_reminder_of_the_day(reminded: Someone, world: World) -> None:
    """The second one would have come only if the first had no answer."""
    world.store.reminders.come_again(1, DUE, Occasion.FOLLOW_UP)
    world.store.reminders.move_on(1, DUE + DAY)
    claimed(world, DUE + 3 * HOUR)
    assert world.store.deliveries.untold_misses(7) == []


def test_nothing_is_told_while_they_want_nothing_to_come(reminded: Someone, world: World) -> None:
    misses(world)
    rests(world)
    world.now = DUE + 4 * HOUR
    reminded.says("/start")
    assert "away" not in reminded.sees.text


def test_an_alarm_does_not_speak_of_it(reminded: Someone, world: World) -> None:
    misses(world)
    world.now = DUE + 4 * HOUR
    reminded.says("I have chest pain")
    assert "Call for help now" in reminded.sees.text
    assert "I was away" not in reminded.sees.text


def test_nothing_is_told_after_erasing_or_from_an_older_copy(reminded: Someone, world: World) -> None:
    misses(world)
    world.store.deliveries.mark_all_told()
    assert world.store.deliveries.untold_misses(7) == []
    world.now = DUE + 4 * HOUR
    for said in ("/delete", "delete everything"):
        reminded.says(said)
    assert world.store.deliveries.untold_misses(7) == []


def test_what_is_worth_telling() -> None:
    now = DUE + 30 * DAY
    assert worth_telling([], now) is None
    assert worth_telling([now - HOUR, now - 2 * HOUR], now) == (now - 2 * HOUR, now - HOUR)
    assert worth_telling([now - TOLD_FOR], now) == (now - TOLD_FOR,) * 2
    assert worth_telling([now - TOLD_FOR - HOUR], now) is None
    assert worth_telling([now + HOUR], now) is None, "the clock was set back"


def test_migrated_ones_count_as_told(world: World, reminded: Someone) -> None:
    """They were missed before the file recorded this."""
    world.store.deliveries.claim(1, 7, DUE, State.MISSED, DUE)
    assert world.store.deliveries.untold_misses(7) == []


def test_five_days_are_told_as_five_and_not_as_the_last(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE + 4 * DAY + 3 * HOUR) == 0
    world.now = DUE + 5 * DAY - HOUR
    reminded.says("/start")
    assert "I was away from Tuesday to yesterday." in reminded.sees.text.splitlines()


def test_of_days_on_which_nothing_would_have_come_nothing_is_told(reminded: Someone, world: World) -> None:
    person = world.store.people.get(7)
    assert person
    world.store.people.prefer(7, replace(person.preferences, rest=Rest.UNTIL_ASKED))
    assert claimed(world, DUE + 4 * DAY + 3 * HOUR) == 0
    assert not world.store.deliveries.untold_misses(7)
