"""Copies the database, puts copies back, and takes out or deletes one person's data."""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from bot.app.kept_knowledge import kept_knowledge
from bot.app.opening import alone_with, cannot_use, look_into_database
from bot.app.wall_clock import now
from bot.coach.coach import Coach
from bot.config import CannotEverStart, CannotStart, Config
from bot.store.database import TooNew, open_store
from bot.store.file.copies import copy_into, note_copy, refuse_to_copy, write_copy
from bot.store.file.damage import FileFails
from bot.store.file.lock import Taken, locked
from bot.store.file.tidying import tidy
from bot.store.file.unusable import Unusable
from bot.store.file.write_ahead import which_log
from bot.store.person.everything import everything_of, look_up
from bot.store.restore import Restored, restore


def back_up(config: Config, to: Path, keep: int | None) -> Path:
    """`to`: a folder or a file. A bot may be running. Refuses before any folder is made."""
    try:
        refuse_to_copy(config.database)
    except Unusable as error:
        raise cannot_use(config.database, error, "be copied") from None
    try:
        if not is_a_folder(to):
            write_copy(config.database, to)
            made = to
        else:
            made = copy_into(config.database, to, keep, now())
    except Unusable as error:
        kind = CannotStart if error.may_pass else CannotEverStart
        raise kind(f"UNHUNCH_DATABASE: {config.database} can't be copied to {to}: {error}.") from None
    note_copy(config.database)
    return made


def is_a_folder(to: Path) -> bool:
    return os.path.isdir(to) or to.suffix not in {".sqlite3", ".sqlite", ".db"}  # noqa: PTH112 - of a name too long, too


_RUNS = "the bot is running on {}: stop it first, restore, and start it again"


def put_back(config: Config, copy: Path) -> Restored:
    with alone_with(config.database, _RUNS):
        try:
            return restore(config.database, copy, now())
        except TooNew as unknown:
            why = f"a newer Unhunch wrote it ({unknown})"
            kind: type[CannotStart] = CannotEverStart
        except Unusable as error:
            why, kind = str(error), CannotStart if error.may_pass else CannotEverStart
    raise kind(f"{copy} can't be put in the place of UNHUNCH_DATABASE, {config.database}: {why}.")


def copy_of(config: Config, person: int) -> str:
    """JSON: what `Coach.copy_for` tells, and under "rows" all rows about the person."""
    refuse_strangers(config, person)
    store = look_into_database(config.database)
    try:
        told = Coach(store, kept_knowledge(config.content)).copy_for(person, now())
        return json.dumps({**json.loads(told), "rows": look_up(config.database, person)}, ensure_ascii=False)
    finally:
        store.close()


def refuse_strangers(config: Config, person: int) -> None:
    store = look_into_database(config.database)
    try:
        if not any(everything_of(store.db.conn, person).values()):
            raise CannotStart(f"UNHUNCH_DATABASE: {config.database} holds nothing of {person}")
    finally:
        store.close()


def _refuse_as_another_user(database: Path) -> None:
    """Root must not do this for another user's bot: the bot could not write the files that root leaves there."""
    if database.stat().st_uid != os.geteuid():
        raise CannotStart(
            f"UNHUNCH_DATABASE: {database} belongs to another user: run this as the user of the bot, with sudo -u,"
            " or with deploy/as-the-bot where systemd made that user"
        )


@dataclass(frozen=True, slots=True)
class Deleted:
    """`is_running`: a bot is running, and will remove the last traces from the file. `is_log_read`: no bot is running,
    but a replicator keeps the log.
    """

    is_running: bool
    is_log_read: bool = False


def delete_person(config: Config, person: int) -> Deleted:
    """Works in one transaction, because a bot may be running.

    `refuse_strangers` has checked that the file is of this version: opening it must change nothing under a running bot.
    """
    _refuse_as_another_user(config.database)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(config.database))
            is_running = False
        except Taken:
            is_running = True
        try:
            _delete(config.database, person)
        except (Unusable, TooNew, OSError, FileFails) as error:
            raise CannotStart(
                f"UNHUNCH_DATABASE: {config.database} can't be written: {error}; nothing was deleted"
            ) from None
        if not is_running and (fault := tidy(config.database)):
            raise CannotStart(f"Deleted; but the file could not be written anew: {fault}")
    return Deleted(is_running, not is_running and which_log(config.database) != "")


def _delete(database: Path, person: int) -> None:
    store = open_store(database, bot=0)
    try:
        with store.transaction():
            store.forget(person, now())
            store.chats.forget_everywhere(person)
        store.empty_log()
    finally:
        store.close()
