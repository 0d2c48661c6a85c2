"""After an older copy was put in the file's place, what was due before may have been sent, and is not sent again."""

from datetime import time, timedelta

from bot.store.facts import RESTORED
from bot.store.moments import text
from bot.store.reminders.deliveries import State
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World


def test_what_was_due_before_is_missed_in_silence_and_what_is_due_later_comes(
    ana: Someone, world: World
) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    in_time = DUE + timedelta(days=3, minutes=5)
    world.store.facts.set(RESTORED, text(in_time))
    world.coach.claims.wake_up(in_time)
    assert claimed(world, in_time) == 0
    assert states(world) == {State.MISSED: 1}
    assert world.store.reminders.next_due() == DUE + timedelta(days=4)
    assert claimed(world, DUE + timedelta(days=4)) == 1
    assert "away" not in ana.sees.text  # perhaps it had come before the copy was put in place


def test_what_comes_due_between_restoring_and_starting_comes(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.store.facts.set(RESTORED, text(DUE + timedelta(days=3, minutes=-5)))
    world.coach.claims.wake_up(DUE + timedelta(days=3, minutes=5))
    assert claimed(world, DUE + timedelta(days=3, minutes=5)) == 1
