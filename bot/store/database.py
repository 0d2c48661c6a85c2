"""Opens the one SQLite file, and is the one place where a transaction begins."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.store import migrations as steps
from bot.store.admin.broadcasts import Broadcasts
from bot.store.admin.weeks import Weeks
from bot.store.admission.admissions import Admissions
from bot.store.chat.counted_updates import Updates
from bot.store.chat.drawn import Drawn
from bot.store.chat.sent_films import SentFilms
from bot.store.chat.shown import Chats
from bot.store.chat.uploaded import Files
from bot.store.facts import ERASED, LOGGED, Facts
from bot.store.file.damage import is_damage
from bot.store.file.deletions import Deletion, note
from bot.store.file.identity import APPLICATION_ID, refuse_foreign
from bot.store.file.private import make_private, refuse_what_is_no_file
from bot.store.file.unusable import Unusable, unusable
from bot.store.file.whereabouts import Whereabouts
from bot.store.file.write_ahead import cut, sync_log, which_log
from bot.store.heartbeats import Heartbeats
from bot.store.known import readable
from bot.store.migrations import migrations
from bot.store.moments import text
from bot.store.own.own_exercises import OwnExercises
from bot.store.own.own_media import OwnMedia
from bot.store.own.own_routines import OwnRoutines
from bot.store.person.asked_questions import Asked
from bot.store.person.pain_rows import CheckIns, PainNotes
from bot.store.person.people import People
from bot.store.person.sharp_stops import SharpStops
from bot.store.person.tastes import Tastes
from bot.store.progress.did_it import DidIt
from bot.store.progress.enrolments import Programmes
from bot.store.progress.entries import Diary
from bot.store.progress.moves_done import MovesDone
from bot.store.progress.time_off import TimeOff
from bot.store.reminders.deliveries import Deliveries
from bot.store.reminders.reminders import Reminders
from bot.store.session.lately import Lately
from bot.store.session.passed_over import PassedOver
from bot.store.session.sessions import Sessions
from bot.store.troubles import Troubles
from bot.store.typed.awaiting import Awaiting

IN_MEMORY = ":memory:"

DiskFails = sqlite3.OperationalError
"""The disk is full, gone or failing; or another process would not let go. It may pass."""

_OF_THE_DISK = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def is_of_the_disk(error: BaseException | None) -> bool:
    """Whether trying again later may help, which damage in the file is not mended by. A mistake in our own SQL comes as
    the same kind of exception."""
    if is_damage(error):
        return False
    code = getattr(error, "sqlite_errorcode", None)  # with more about the cause in its upper bytes
    return isinstance(error, sqlite3.DatabaseError) and code is not None and code & 0xFF in _OF_THE_DISK


PATIENCE = 10.0
"""Seconds for which another process that writes is waited for."""

PATIENCE_OF_MANY = 1.0
"""The same where all wait while one does."""


class TooNew(Exception):
    """The file has been through a migration that this program does not know."""


class _Connection(sqlite3.Connection):
    """`when_busy`: is told of each statement that has waited for another process in vain."""

    when_busy: Callable[[], None] = staticmethod(lambda: None)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - whatever SQLite takes
        try:
            return super().execute(sql, parameters)
        except sqlite3.OperationalError as error:
            if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF == sqlite3.SQLITE_BUSY:
                self.when_busy()
            raise


class Store:
    """`bot` is the bot's Telegram id: one file may serve several bots, one after another. `path`: of the file, to be watched."""

    def __init__(self, db: Database, bot: int, path: Path | None = None) -> None:
        self.db, self.bot, self.whereabouts = db, bot, Whereabouts(path)
        self.path = path
        self._patience = self._waits = PATIENCE
        self.people = People(db, bot)
        self.admission = Admissions(db)
        self.asked = Asked(db)
        self.sharp_stops = SharpStops(db)
        self.tastes = Tastes(db)
        self.pain_notes = PainNotes(db)
        self.check_ins = CheckIns(db)
        self.sessions = Sessions(db)
        self.passed_over = PassedOver(db)
        self.moves_done = MovesDone(db)
        self.diary = Diary(db)
        self.did_it = DidIt(db)
        self.time_off = TimeOff(db)
        self.lately = Lately(db)
        self.programmes = Programmes(db)
        self.own = OwnRoutines(db)
        self.own_exercises = OwnExercises(db, bot)
        self.own_media = OwnMedia(db, bot)
        self.awaiting = Awaiting(db)
        self.chats = Chats(db, bot)
        self.updates = Updates(db, bot)
        self.files = Files(db, bot)
        self.drawn = Drawn(db, bot)
        self.sent_films = SentFilms(db, bot)
        self.reminders = Reminders(db)
        self.deliveries = Deliveries(db)
        self.broadcasts = Broadcasts(db, bot)
        self.weeks = Weeks(db)
        self.heartbeats = Heartbeats(db, bot)
        self.facts = Facts(db)
        self.troubles = Troubles(db)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One decision. IMMEDIATE, since a deferred one fails when another process has written in between."""
        self._begin()
        try:
            yield
        except BaseException:
            self._undo()
            raise
        try:
            self.db.execute("commit")
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of a transaction that may fail alone: what it wrote is undone, what came before stays."""
        self.db.execute("savepoint attempt")
        try:
            yield
        except BaseException:
            if self.db.conn.in_transaction:
                self.db.execute("rollback to attempt")
                self.db.execute("release attempt")
            raise
        self.db.execute("release attempt")

    def sync(self, now: datetime) -> None:
        """Put all that was committed until now safely on the disk: the write-ahead log is synced as a whole.

        Where damage in the file is in the way of the little that is written for it, the log is synced without SQLite.
        """
        self.db.execute("pragma synchronous = full")
        try:
            with self.transaction():
                self.updates.close_batch(now)
        except sqlite3.DatabaseError as error:
            if not is_damage(error) or self.path is None:
                raise
            sync_log(self.path)
        finally:
            self.db.execute("pragma synchronous = normal")

    def forget(self, person: int, now: datetime) -> None:
        """All that is theirs, once the journal has it. Of this bot's chat with them the row stays until they were told: see
        `parted`. Part of the decision's transaction. Raises OSError where the journal can't be written.
        """
        if self.path:
            note(self.path, Deletion(person, now))
        self.people.forget(person)
        self.chats.forget_with_others(person)
        self.admission.forget_stranger(person)
        self.facts.set(ERASED, text(now))

    def scrub(self) -> bool:
        """What was deleted leaves the write-ahead log too, where it would stay until that is written over. False where somebody
        reads it at this moment, as a replicator always does and a copy while it is made; nobody is kept waiting for them.
        """
        self.db.execute("pragma busy_timeout = 0")
        try:
            return not self.db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        finally:
            self._wait(self._waits)

    def remember_log(self) -> None:
        """What was deleted stands in the log as it is now: `is_log_held` until it is begun anew. Part of a transaction."""
        if self.path and (log := which_log(self.path)):
            self.facts.set(LOGGED, log)

    def is_log_held(self) -> bool | None:
        """Whether the log that holds something is still the same: False where it was begun anew since, so that `cut_log` takes off
        what is left of it. None: none holds anything. Raises OSError.
        """
        held = self.facts.get(LOGGED)
        return which_log(self.path) == held if self.path and held else None

    def cut_log(self) -> None:
        """Nothing is left of the logs before this one. Raises OSError."""
        with self.transaction():
            if self.path:
                cut(self.path)
            self.facts.forget(LOGGED)

    def close(self) -> None:
        self.db.close()

    def serve_many(self) -> None:
        """From now on everybody stands still while one waits for another process: that is a second, once until it lets go."""
        self._patience = PATIENCE_OF_MANY
        self._wait(self._patience)
        if isinstance(self.db.conn, _Connection):
            self.db.conn.when_busy = lambda: self._wait(0)

    def _begin(self) -> None:
        self.db.execute("begin immediate")
        if self._waits < self._patience:
            self._wait(self._patience)

    def _wait(self, seconds: float) -> None:
        self._waits = seconds
        self.db.execute(f"pragma busy_timeout = {int(seconds * 1000)}")

    def _undo(self) -> None:
        """A full or failing disk may have ended the transaction by itself."""
        if self.db.conn.in_transaction:
            self.db.execute("rollback")


def look_into(path: Path, bot: int) -> Store:
    """Read only, beside a bot that runs. Raises Unusable where there is no such file of this version."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
        connection.text_factory = readable
        db = Database(connection)
        with _closed_on_failure(db):
            _refuse_others(db)
    except sqlite3.Error as error:
        raise unusable(error) from None
    return Store(db, bot)


STEPS = 100_000
"""While a file is brought up to date, SQLite gives a sign after so many steps of its machine: every few milliseconds."""


def open_store(path: Path | str, bot: int, goes_on: Callable[[], None] | None = None) -> Store:
    """Open the file, and bring it to the present shape. `goes_on` is called again and again while that takes long.

    What is not ours is refused before anything is changed. Raises TooNew, or Unusable.
    """
    if path != IN_MEMORY:
        refuse_what_is_no_file(Path(path))
        refuse_foreign(Path(path))
        make_private(Path(path))
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, factory=_Connection)
    except sqlite3.Error as error:
        raise unusable(error) from None
    connection.text_factory = readable
    db = Database(connection)
    try:
        with _closed_on_failure(db), _telling(connection, goes_on):
            _bring_up_to_date(db)
    except sqlite3.Error as error:
        raise unusable(error) from None
    return Store(db, bot, None if path == IN_MEMORY else Path(path))


@contextmanager
def _telling(connection: sqlite3.Connection, goes_on: Callable[[], None] | None) -> Iterator[None]:
    """From within SQLite: a file that hangs tells nothing."""
    if goes_on is None:
        yield
        return
    goes_on()
    connection.set_progress_handler(goes_on, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, STEPS)


@contextmanager
def _closed_on_failure(db: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


PRAGMAS = ("journal_mode = wal", "synchronous = normal", "secure_delete = on", "foreign_keys = on")


def _bring_up_to_date(db: Database) -> None:
    for pragma in PRAGMAS:
        db.execute(f"pragma {pragma}").fetchall()
    db.execute("begin immediate")  # of several that start at once, one changes the file and the others wait
    _refuse_newer(db)
    migrations.apply(db)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("commit")


def _refuse_others(db: Database) -> None:
    _refuse_newer(db)
    if migrations.pending(db):
        raise Unusable("it is of an older version, and the next start brings it up to date")


def _refuse_newer(db: Database) -> None:
    unknown = [step.name for step in migrations.applied(db) if not hasattr(steps, step.name)]
    if unknown:
        raise TooNew(", ".join(unknown))
