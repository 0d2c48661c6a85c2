"""Tells quickly, and as often as wanted, whether the bot does its work: for a container's health check."""

from typing import TYPE_CHECKING

from bot.config import CannotStart, Config
from bot.watch.health_client import ask
from bot.watch.listening import listen_address

if TYPE_CHECKING:
    from bot.store.database import Store


def what_is_wrong(config: Config) -> list[str]:
    """A sentence for each fault. Asks the bot if it listens for health checks, else reads its file."""
    if config.health_listen:
        return ask(listen_address(config.health_listen))
    # Imported here, because a check every half minute has to load next to nothing.
    from bot.app.opening import look_into_database  # noqa: PLC0415

    try:
        store = look_into_database(config.database)
    except CannotStart as unreadable:
        return [str(unreadable)]
    try:
        return _by_its_file(store)
    finally:
        store.close()


def _by_its_file(store: "Store") -> list[str]:
    from bot.app.wall_clock import now  # noqa: PLC0415
    from bot.coach.doctor.advice import SILENT  # noqa: PLC0415
    from bot.coach.doctor.examination import is_silenced  # noqa: PLC0415
    from bot.coach.doctor.health import SILENCED  # noqa: PLC0415

    if is_silenced(store):
        return [SILENCED]
    last = store.heartbeats.latest_wall()
    is_there = last is not None and now() - last <= SILENT
    return [] if is_there else ["the bot is not running, or does not get on"]
