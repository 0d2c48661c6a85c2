"""Finds out whether the bot does what it is there for, quickly and as often as somebody likes: for a container's health check."""

from bot.app.opening import look_into_database
from bot.app.wall_clock import now
from bot.coach.doctor.advice import SILENT
from bot.coach.doctor.examination import is_silenced
from bot.config import CannotStart, Config
from bot.watch.health_client import ask
from bot.watch.listening import listen_address


def what_is_wrong(config: Config) -> list[str]:
    """A sentence each; nothing where all is well. Asks the bot itself where it listens, and else reads its file."""
    if config.health_listen:
        return ask(listen_address(config.health_listen))
    try:
        store = look_into_database(config.database)
    except CannotStart as unreadable:
        return [str(unreadable)]
    try:
        if is_silenced(store):
            return ["something that lasts keeps the bot from serving: `unhunch doctor` says what"]
        last = store.heartbeats.latest_wall()
        is_there = last is not None and now() - last <= SILENT
        return [] if is_there else ["the bot is not running, or does not get on"]
    finally:
        store.close()
