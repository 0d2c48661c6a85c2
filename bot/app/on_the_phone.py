"""Runs the bot on the phone in the browser."""

import contextlib
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app.opening import alone_with
from bot.app.rereading import Rereading
from bot.app.running import line_to, say, serve_on, until_signalled
from bot.app.wall_clock import now
from bot.coach.coach import Coach
from bot.config import CannotEverStart, CannotStart, Config, Guests

if TYPE_CHECKING:
    from bot.phone.phone import Phone


PHONE_BOT = 4242
"""The bot's id on the phone in the browser."""

PORTS_TRIED, LAST_PORT = 20, 65_535

FOR_ROOT = 1024
"""Ports below it are for root."""


def run_phone(config: Config) -> int:
    """Uses a temporary database if the settings name none. Everybody who has the page open may use the bot, whatever
    UNHUNCH_PEOPLE says.
    """
    with contextlib.ExitStack() as stack:
        if "database" in config.model_fields_set:
            database = config.make_database_folder().database
        else:
            database = stack.enter_context(_passing_folder()) / "phone.sqlite3"
        stack.enter_context(alone_with(database))
        return until_signalled(lambda: _serve_phone(config, database))


@contextlib.contextmanager
def _passing_folder() -> Iterator[Path]:
    try:
        folder = tempfile.TemporaryDirectory()
    except OSError:
        raise CannotStart(
            "There is no folder to write into for the time being; expected one in TMPDIR, or a file in UNHUNCH_DATABASE"
        ) from None
    with folder:
        yield Path(folder.name)


async def _serve_phone(config: Config, database: Path) -> None:
    # Imported here: on Telegram nobody needs it, and a start must not wait for it.
    from bot.phone.phone import Phone  # noqa: PLC0415

    token = f"{PHONE_BOT}:{secrets.token_urlsafe(26)}"
    phone = Phone(token=token, clock=now)
    await _start_on_free_port(phone, config.phone_port)
    clock = phone.time.clock
    line = replace(line_to(config, token, phone.address, database), seconds=clock.seconds)
    rereading = Rereading(config.content, phone.tell_of_content)

    def is_there(coach: Coach) -> None:
        say(f"Unhunch is on the phone: open {phone.address} in your browser. Ctrl-C ends it.")
        rereading.begin(coach)

    everybody = config.model_copy(update={"people": Guests()})
    async with contextlib.AsyncExitStack() as ends:
        ends.callback(_say_breaches, phone)
        ends.push_async_callback(phone.stop)
        ends.push_async_callback(rereading.end)
        await serve_on(everybody, line, database, clock, phone.time.heeds, is_there=is_there)


def _say_breaches(phone: "Phone") -> None:
    for breach in phone.breaches:
        say(f"Telegram would have passed over this in silence: {breach}")


async def _start_on_free_port(phone: "Phone", first: int) -> None:
    for port in range(first, min(first + PORTS_TRIED, LAST_PORT + 1)):
        try:
            await phone.start(port=port)
            return
        except OSError as error:
            if isinstance(error, PermissionError) and port < FOR_ROOT:
                raise CannotEverStart(
                    f"UNHUNCH_PHONE_PORT: {port} needs root; expected a port from {FOR_ROOT} on"
                ) from None
    raise CannotStart(
        f"UNHUNCH_PHONE_PORT: {first} and the {PORTS_TRIED - 1} after it are taken; expected a free port"
    )
