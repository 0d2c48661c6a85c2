"""Wires the rooms together, and runs the bot on Telegram or on the phone in the browser."""

import asyncio
import contextlib
import logging
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.chat.bot import Line, WrongToken, serve
from bot.coach.coach import Coach, Knowledge
from bot.config import CannotStart, Config
from bot.content.alarms import emergency
from bot.content.faults import ContentFault
from bot.content.hearing import vocabulary
from bot.content.library import load
from bot.content.words import WordsFault, speaker
from bot.store.database import Store, TooNew, open_store

log = logging.getLogger(__name__)


def now() -> datetime:
    """The clock: the only place where the time is read."""
    return datetime.now(UTC)


def run_bot(config: Config) -> int:
    """Until a signal ends it. Raises CannotStart."""
    if config.token is None:
        raise CannotStart("There is no token.")
    token = config.token.get_secret_value()
    return _until_signalled(lambda: _serve(config, token, config.api_root, config.database))


def run_phone(config: Config) -> int:
    """The bot on the phone in the browser: with a database of its own that is gone afterwards, if none was named."""
    with contextlib.ExitStack() as stack:
        database = config.database
        if "database" not in config.model_fields_set:
            database = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "phone.sqlite3"
        return _until_signalled(lambda: _serve_phone(config, database))


def knowledge(folder: Path) -> Knowledge:
    """All that the content folder holds. Raises CannotStart, with every fault."""
    try:
        return Knowledge(load(folder), speaker(folder), emergency(folder), vocabulary(folder))
    except (ContentFault, WordsFault, OSError, ValueError, KeyError) as fault:
        raise CannotStart(
            f"The content in {folder} is not in order; `unhunch check` tells more.\n{fault}"
        ) from None


def open_database(path: Path, token: str) -> Store:
    try:
        return open_store(path, bot=int(token.partition(":")[0]))
    except TooNew as unknown:
        raise CannotStart(
            f"UNHUNCH_DATABASE: {path} was written by a newer Unhunch ({unknown}); expected one of this version or older"
        ) from None
    except sqlite3.Error as error:
        raise CannotStart(
            f"UNHUNCH_DATABASE: {path} can't be used ({error}); expected a file that can be read and written"
        ) from None


async def _serve(config: Config, token: str, api_root: str, database: Path) -> None:
    known = knowledge(config.content)
    store = open_database(database, token)
    line = Line(token, api_root, config.messages_per_second, 1.0, config.content)
    try:
        await serve(line, store, _coach_maker(store, known), known.words, now)
    except WrongToken:
        raise CannotStart("Telegram does not know this token: check UNHUNCH_TOKEN with @BotFather.") from None
    finally:
        store.close()


def _coach_maker(store: Store, known: Knowledge) -> Callable[[str], Coach]:
    return lambda bot_name: Coach(store, replace(known, bot_name=bot_name))


def _until_signalled(work: Callable[[], Coroutine[None, None, None]]) -> int:
    with contextlib.suppress(asyncio.CancelledError, KeyboardInterrupt):
        asyncio.run(_cancellable(work()))
    return 0


async def _cancellable(work: Coroutine[None, None, None]) -> None:
    """SIGTERM, as a server sends it, ends the work as Ctrl-C does: what is being sent is finished."""
    task = asyncio.ensure_future(work)
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, task.cancel)
    await task
