"""Sessions played to their end, and days that pass."""

from datetime import timedelta

from bot.screens.buttons.actions import NotAsked
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import OFFERED_AT_HOME


def met(someone: Someone) -> None:
    """Somebody who has answered the warning signs, stopped their first session early, and need not see anybody."""
    for said in ("/start", "two gentle minutes", "none of these"):
        someone.says(said)
    play(someone)
    for said in ("/settings", "looked at", "nothing hurts", *GETS_DOWN, "/start"):
        someone.says(said)


def play(someone: Someone) -> None:
    """Plays to the end of the running session: ready when asked, patient when not."""
    sessions = someone.world.store.sessions
    for _ in range(500):
        live = sessions.live(someone.sender.id)
        if live is None:
            return
        if live.wake_at is None:
            someone.says("ready")
        else:
            someone.world.passes((live.wake_at - someone.world.now).total_seconds())
    raise AssertionError("a session that does not end")


def start(someone: Someone) -> str:
    """Begins what the screen offers, plays it, and returns what it was made of. Later on the same day it is another session."""
    someone.taps(OFFERED_AT_HOME)
    if "Before you begin" in someone.sees.text:
        someone.taps(NotAsked)
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    play(someone)
    return live.routine


def next_day(world: World, days: float = 1) -> None:
    """The morning of the next day, whatever came due in between."""
    morning = (world.now + timedelta(days=days)).replace(hour=7, minute=30, second=0, microsecond=0)
    world.passes((morning - world.now).total_seconds())
