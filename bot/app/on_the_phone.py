"""Runs the bot on the phone in the browser."""

import contextlib
import secrets
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.app.opening import alone_with
from bot.app.running import line_to, serve_on, until_signalled
from bot.app.wall_clock import now
from bot.config import CannotStart, Config

if TYPE_CHECKING:
    from bot.phone.phone import Phone


PHONE_BOT = 4242
"""The bot's id on the phone in the browser."""

PORTS_TRIED = 20


def run_phone(config: Config) -> int:
    """The bot on the phone in the browser: with a database of its own that is gone afterwards, if none was named."""
    with contextlib.ExitStack() as stack:
        database = config.database
        if "database" not in config.model_fields_set:
            database = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "phone.sqlite3"
        stack.enter_context(alone_with(database))
        return until_signalled(lambda: _serve_phone(config, database))


async def _serve_phone(config: Config, database: Path) -> None:
    # Read when it is asked for: on Telegram nobody looks at it, and a start need not wait for it.
    from bot.phone.phone import Phone  # noqa: PLC0415

    token = f"{PHONE_BOT}:{secrets.token_urlsafe(26)}"
    phone = Phone(token=token, clock=now)
    await _open(phone, config.phone_port)
    click.echo(f"Unhunch is on the phone: open {phone.address} in your browser. Ctrl-C ends it.")
    clock = phone.time.clock
    line = replace(line_to(config, token, phone.address, database), seconds=clock.seconds)
    try:
        await serve_on(config, line, database, clock, phone.time.heeds)
    finally:
        await phone.stop()
        for breach in phone.breaches:
            click.echo(f"Telegram would have passed over this in silence: {breach}")


async def _open(phone: "Phone", first: int) -> None:
    """On the first port that is free. Raises CannotStart."""
    for port in range(first, first + PORTS_TRIED):
        with contextlib.suppress(OSError):
            await phone.start(port=port)
            return
    raise CannotStart(
        f"UNHUNCH_PHONE_PORT: {first} and the {PORTS_TRIED - 1} after it are taken; expected a free port"
    )
