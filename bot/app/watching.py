"""Has the bot watched from outside, as the settings ask."""

from importlib.metadata import version
from typing import TYPE_CHECKING

from bot.app.wall_clock import now
from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.outgoing.turns.lanes import reminders_per_second
from bot.config import CannotStart, Config, how_supervised
from bot.watch.listening import listen_address
from bot.watch.watch import Watch

if TYPE_CHECKING:
    from bot.watch.health_server import HealthServer


def watched(config: Config) -> tuple[Watch, Tally]:
    asked, url = how_supervised(), config.heartbeat_url
    watch = Watch(asked.socket, asked.within, url.get_secret_value() if url else None)
    return watch, _measured(config, watch) if config.health_listen else UNCOUNTED


def _measured(config: Config, watch: Watch) -> Tally:
    # Imported here: it takes a tenth of a second of the start, and half of the bots do not need it.
    from bot.watch.file_figures import FileReader  # noqa: PLC0415
    from bot.watch.health_server import HealthServer  # noqa: PLC0415

    try:
        from bot.watch.measures import Measures  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        raise CannotStart(
            f"UNHUNCH_HEALTH_LISTEN needs {missing.name}, which is not there: make install"
        ) from None

    pace = reminders_per_second(config.messages_per_second, is_paid=config.paid_broadcast)
    reader = FileReader(config.database, now, pace)
    measures = Measures(watch.condition, reader, version("unhunch"), version("tzdata"))
    where = config.health_listen or ""
    watch.server = _Refusing(HealthServer(listen_address(where), watch.condition, measures.exposed), where)
    return measures.tally


class _Refusing:
    """Raises CannotStart if it can't listen at the address, as for any other setting."""

    def __init__(self, server: "HealthServer", where: str) -> None:
        self._server, self._where = server, where
        self.close = server.close

    async def open(self) -> None:
        try:
            await self._server.open()
        except OSError as error:
            raise CannotStart(
                f"UNHUNCH_HEALTH_LISTEN: {self._where} can't be listened at: {error.strerror or error}"
            ) from None
