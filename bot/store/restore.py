"""Puts a copy in the place of the file, and keeps the old file beside it.

Nothing that was due before comes due in it, and people who were deleted since stay deleted.
"""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.database import Store, open_store
from bot.store.facts import ERASED, RESTORED
from bot.store.file.copies import BEFORE, moment_in_name, oldest_copy_made_at, sync, write_copy
from bot.store.file.deletions import WITHOUT_COPIES, Journal, last_deletions, read_journal
from bot.store.file.identity import refuse_foreign
from bot.store.file.private import holds_something, refuse_empty, refuse_non_file
from bot.store.file.replicated import is_replicated, replicators_folder
from bot.store.file.unusable import Unusable, unusable
from bot.store.file.wholeness import faults_in
from bot.store.moments import text

LOOKS, BETWEEN_LOOKS = 5, 0.1
"""A number of times, and seconds."""


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept`: where the old file is, if there was one. `deleted`: how many people in the copy were deleted since, by the journal.

    `unreadable`: lines of the journal that can't be read; None: there is no journal. `is_known_from`: since when the journal knows
    deletions, if the copy is older than that.
    """

    kept: Path | None
    deleted: int
    unreadable: int | None
    is_known_from: datetime | None


def restore(database: Path, copy: Path, now: datetime) -> Restored:
    """The caller holds the lock of `database`. Killed at any moment, the old file or the new one is there. Raises Unusable, TooNew."""
    database = Path(os.path.realpath(database))  # a link to it stays one
    _refuse_no_good_copy(database, copy)
    _refuse_while_replicated(database)
    new = database.with_name(f"{database.name}.restoring")
    try:
        _remove(new)
        write_copy(copy, new)
        journal, oldest = read_journal(database), oldest_copy_made_at(database) or now - WITHOUT_COPIES
        last_beat, deleted = _bring_to_the_present(new, journal, now)
        sync(new)
        kept = _keep(database, now)
        shutil.rmtree(replicators_folder(database), ignore_errors=True)  # it is about the old file
        new.rename(database)
        sync(database.parent)
    except (OSError, sqlite3.Error) as error:
        raise unusable(error) from None
    finally:
        _remove(new)
    made_at = moment_in_name(copy) or last_beat
    is_older = made_at is not None and made_at < oldest
    return Restored(
        kept, deleted, journal.unreadable if journal.is_there else None, oldest if is_older else None
    )


def _refuse_no_good_copy(database: Path, copy: Path) -> None:
    refuse_non_file(copy)
    refuse_empty(copy)
    if database.exists() and copy.samefile(database):
        raise Unusable("it is the file that is in use")
    refuse_foreign(copy)
    if faults := faults_in(copy):
        raise Unusable(f"it is damaged: {faults[0]}")


def _refuse_while_replicated(database: Path) -> None:
    if is_replicated(database) and holds_something(database) and _is_read(database):
        raise Unusable("Litestream replicates the file: stop it first, and start it before the bot")


def _is_read(database: Path) -> bool:
    """Looks several times, since Litestream releases the log for a moment each minute."""
    try:
        with closing(sqlite3.connect(database, timeout=0)) as db:
            return any(_is_busy(db) for _ in range(LOOKS))
    except sqlite3.Error:
        return False


def _is_busy(db: sqlite3.Connection) -> bool:
    time.sleep(BETWEEN_LOOKS)
    return bool(db.execute("pragma wal_checkpoint(truncate)").fetchone()[0])


def _bring_to_the_present(new: Path, journal: Journal, now: datetime) -> tuple[datetime | None, int]:
    """When a bot last gave a sign in the copy (UTC), and how many of its people were deleted since."""
    store = open_store(new, bot=0)
    try:
        last_beat = store.heartbeats.latest()
        with store.transaction():
            _close_what_was_due(store, now)
            deleted = _delete_again(store, journal)
        if deleted:
            store.db.execute("vacuum")
        store.db.execute("pragma journal_mode = delete").fetchall()  # one file, nothing beside it
    finally:
        store.close()
    return last_beat, deleted


def _delete_again(store: Store, journal: Journal) -> int:
    gone = [
        person
        for person, at in last_deletions(journal.deletions).items()
        if store.people.was_met_before(person, at)
    ]
    for person in gone:
        store.people.forget(person)
    for person in last_deletions(journal.deletions):
        if not store.people.is_known(person):
            store.chats.forget_everywhere(person)
    return len(gone)


def delete_again(store: Store, now: datetime) -> int:
    """For a file older than the journal: another program put it back, or it was moved without its latest writes.

    Returns how many people were deleted again. Raises OSError.
    """
    last_beat = store.heartbeats.latest()
    if store.path is None or last_beat is None:
        return 0
    since = last_deletions(each for each in read_journal(store.path).deletions if last_beat < each.at <= now)
    gone = [person for person, at in since.items() if store.people.was_met_before(person, at)]
    if gone:
        with store.transaction():
            for person in gone:
                store.people.forget(person)
                store.chats.forget_everywhere(person)
            store.facts.set(ERASED, text(now))
    return len(gone)


def _close_what_was_due(store: Store, now: datetime) -> None:
    """The chats went on since the copy was made, so its screens, questions and open sessions no longer hold.

    Reminders due by now are closed as missed when the bot starts.
    """
    store.deliveries.mark_pending_missed(now)
    store.deliveries.mark_all_told()
    store.broadcasts.cut()
    store.sessions.leave_all()
    store.awaiting.expect_nothing()
    store.chats.forget_screens()
    store.troubles.end_all()
    store.facts.set(RESTORED, text(now))


def _keep(database: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    _empty_the_log(database)
    kept = _free_name(database, now)
    for ending in ("", "-wal"):
        old = database.with_name(database.name + ending)
        if old.exists():
            _give_second_name(old, kept.with_name(kept.name + ending))
    for ending in ("-wal", "-shm"):  # which would be taken for the new file's
        database.with_name(database.name + ending).unlink(missing_ok=True)
    sync(database.parent)
    return kept


def _free_name(database: Path, now: datetime) -> Path:
    while True:
        kept = database.with_name(f"{database.name}{BEFORE}{now:%Y-%m-%dT%H%M%SZ}")
        if not kept.exists():
            return kept
        now += timedelta(seconds=1)


def _empty_the_log(database: Path) -> None:
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
