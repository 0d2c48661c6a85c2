"""Puts a copy in the place of the file: nothing is due in it that was due before, and the old file is kept beside it."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.store.database import open_store
from bot.store.facts import RESTORED
from bot.store.file.copies import sync, write_copy
from bot.store.file.identity import refuse_foreign
from bot.store.file.private import refuse_nothing, refuse_what_is_no_file
from bot.store.file.unusable import Unusable, unusable
from bot.store.file.wholeness import faults_in
from bot.store.moments import text


def restore(database: Path, copy: Path, now: datetime) -> Path | None:
    """Where the old file is kept, if there was one. Its lock is held by the caller. Raises Unusable, TooNew.

    Killed at any moment, the old file or the new one is there.
    """
    database = Path(os.path.realpath(database))  # a link to it stays one
    _refuse_no_good_copy(database, copy)
    new = database.with_name(f"{database.name}.restoring")
    try:
        _remove(new)
        write_copy(copy, new)
        _close_what_was_due(new, now)
        sync(new)
        kept = _keep(database, now)
        new.rename(database)
        sync(database.parent)
    except (OSError, sqlite3.Error) as error:
        raise unusable(error) from None
    finally:
        _remove(new)
    return kept


def _refuse_no_good_copy(database: Path, copy: Path) -> None:
    refuse_what_is_no_file(copy)
    refuse_nothing(copy)
    if database.exists() and copy.samefile(database):
        raise Unusable("it is the file that is in use")
    refuse_foreign(copy)
    if faults := faults_in(copy):
        raise Unusable(f"it is damaged: {faults[0]}")


def _close_what_was_due(new: Path, now: datetime) -> None:
    """The chats went on since the copy was made: what it owes them, waits for and remembers of them is no longer so.

    Reminders that were due by now are closed as missed when the bot starts.
    """
    store = open_store(new, bot=0)
    try:
        with store.transaction():
            store.deliveries.miss_all(now)
            store.deliveries.tell_nobody()
            store.sessions.leave_all()
            store.awaiting.expect_nothing()
            store.chats.forget_screens()
            store.troubles.end_all()
            store.facts.set(RESTORED, text(now))
        store.db.execute("pragma journal_mode = delete").fetchall()  # one file, nothing beside it
    finally:
        store.close()


def _keep(database: Path, now: datetime) -> Path | None:
    """The old file gets a second name before the new one takes its first. Its log, if there is still one, goes with it."""
    if not database.exists():
        return None
    _empty_the_log(database)
    kept = database.with_name(f"{database.name}.before-{now:%Y-%m-%dT%H%M%SZ}")
    for ending in ("", "-wal"):
        old = database.with_name(database.name + ending)
        if old.exists():
            _give_second_name(old, kept.with_name(kept.name + ending))
    for ending in ("-wal", "-shm"):  # which would be taken for the new file's
        database.with_name(database.name + ending).unlink(missing_ok=True)
    sync(database.parent)
    return kept


def _empty_the_log(database: Path) -> None:
    """So that the file holds all there is. A damaged file is kept as it is."""
    try:
        with closing(sqlite3.connect(database, timeout=10)) as db:
            db.execute("pragma wal_checkpoint(truncate)").fetchall()
    except sqlite3.Error:
        return


def _give_second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # not every disk knows two names for one file
        shutil.copy2(file, name)


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
