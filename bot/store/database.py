"""Opens the one SQLite file, and is the one place where a transaction begins."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
from bot.store.file.deletions import Deletion, note_deletion, take_back
from bot.store.file.identity import APPLICATION_ID, refuse_foreign
from bot.store.file.private import make_private, refuse_non_file
from bot.store.file.read_only import connect_read_only
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
"""The disk is full, gone or failing, or another process holds the lock. Trying again later may help."""

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
    """True when trying again later may help, which damage does not. A mistake in our SQL raises the same exception class."""
    if is_damage(error):
        return False
    code = getattr(error, "sqlite_errorcode", None)  # with more about the cause in its upper bytes
    return isinstance(error, sqlite3.DatabaseError) and code is not None and code & 0xFF in _OF_THE_DISK


PATIENCE = 10.0
"""Seconds to wait for another process that writes."""

PATIENCE_OF_MANY = 1.0
"""Seconds to wait while all people wait too."""


class TooNew(Exception):
    """The file has been through a migration that this program does not know."""


class _Connection(sqlite3.Connection):
    """`when_busy` is called when a statement has waited for another process in vain, `when_damaged` when it has met damage."""

    when_busy: Callable[[], None] = staticmethod(lambda: None)
    when_damaged: Callable[[], None] = staticmethod(lambda: None)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - whatever SQLite takes
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF == sqlite3.SQLITE_BUSY:
                self.when_busy()
            if is_damage(error):
                self.when_damaged()
            raise


class Store:
    """`bot`: the bot's Telegram id; one file may serve several bots, one after another. `path`: of the file; None: in memory.

    `has_met_damage`: since somebody last set this to False. `times_mended`: what was put aside for damage may be tried
    again when this grows.

    Tables and transactions use `db.conn.execute`: sqlite-utils' own wrapper costs time on every statement.
    """

    def __init__(self, db: Database, bot: int, path: Path | None = None) -> None:
        self.db, self.bot, self.whereabouts = db, bot, Whereabouts(path)
        self.path, self._execute = path, db.conn.execute
        self._patience = self._waits = PATIENCE
        self.has_met_damage = False
        self.times_mended = 0
        self._noted: list[Deletion] = []
        if isinstance(db.conn, _Connection):
            db.conn.when_damaged = self._meet_damage
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
        """For one decision. IMMEDIATE, because a deferred transaction fails when another process has written in
        between.
        """
        self._begin()
        self._noted = []
        try:
            yield
            self._execute("commit")
        except BaseException as error:
            self.has_met_damage |= is_damage(error)
            self._undo()
            self._take_back(since=0)
            raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        self._execute("savepoint attempt")
        noted = len(self._noted)
        try:
            yield
        except BaseException:
            if self.db.conn.in_transaction:
                self._execute("rollback to attempt")
                self._execute("release attempt")
            self._take_back(since=noted)
            raise
        self._execute("release attempt")

    def sync(self, now: datetime) -> None:
        """Syncs the write-ahead log as a whole, by writing to it, or without SQLite if damage prevents that write."""
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
        """Notes them in the journal first. Part of the decision's transaction; the chat stays, see `Coach.forget_chat`.
        Raises OSError.
        """
        if self.path:
            self._noted.append(Deletion(person, now))
            note_deletion(self.path, self._noted[-1])
        self.people.forget(person)
        self.chats.forget_with_others(person)
        self.admission.forget_stranger(person)
        self.admission.forget_admin(person)
        self.facts.forget_admin(person)
        self.facts.set(ERASED, text(now))

    def _take_back(self, since: int) -> None:
        """Otherwise a restored copy would delete people who are still in the file. They stay in the journal if this
        can't be told.
        """
        undone, self._noted[since:] = self._noted[since:], []
        with suppress(OSError, sqlite3.Error):
            for deletion in undone:
                if self.path and self.people.is_known(deletion.person):
                    take_back(self.path, deletion)

    def empty_log(self) -> bool:
        """Deleted data would stay in the write-ahead log until it is written over. Returns False when somebody reads
        the log, and does not wait for that.
        """
        self.db.execute("pragma busy_timeout = 0")
        try:
            return not self.db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        finally:
            self._wait(self._waits)

    def remember_log(self) -> None:
        if self.path and (log := which_log(self.path)):
            self.facts.set(LOGGED, log)

    def is_log_held(self) -> bool | None:
        """True while the log that holds deleted data is the same; False: `cut_log` removes the rest; None: no log holds
        any. Raises OSError.
        """
        held = self.facts.get(LOGGED)
        return which_log(self.path) == held if self.path and held else None

    def cut_log(self) -> None:
        """Removes what is left of older logs. Raises OSError."""
        with self.transaction():
            if self.path:
                cut(self.path)
            self.facts.forget(LOGGED)

    def close(self) -> None:
        self.db.close()

    def serve_many(self) -> None:
        """From now on, a statement that waits for another process holds up everybody. It waits at most a second, and
        only once until that process lets go.
        """
        self._patience = PATIENCE_OF_MANY
        self._wait(self._patience)
        if isinstance(self.db.conn, _Connection):
            self.db.conn.when_busy = lambda: self._wait(0)

    def _begin(self) -> None:
        self._execute("begin immediate")
        if self._waits < self._patience:
            self._wait(self._patience)

    def _wait(self, seconds: float) -> None:
        self._waits = seconds
        self.db.execute(f"pragma busy_timeout = {int(seconds * 1000)}")

    def _meet_damage(self) -> None:
        self.has_met_damage = True

    def _undo(self) -> None:
        # a full or failing disk may have ended it already
        if self.db.conn.in_transaction:
            self._execute("rollback")


def look_into(path: Path, bot: int) -> Store:
    """Read only, beside a bot that runs. Raises Unusable, also for a file of another version."""
    try:
        connection = connect_read_only(path)
        connection.text_factory = readable
        db = Database(connection)
        with _closed_on_failure(db):
            _refuse_others(db)
    except sqlite3.Error as error:
        raise unusable(error) from None
    return Store(db, bot)


STEPS = 100_000
"""While migrations run, SQLite calls back after so many steps of its virtual machine: every few milliseconds."""


def open_store(path: Path | str, bot: int, goes_on: Callable[[], None] | None = None) -> Store:
    """Refuses a foreign file before it changes anything. Calls `goes_on` again and again meanwhile. Raises TooNew or
    Unusable.
    """
    if path != IN_MEMORY:
        refuse_non_file(Path(path))
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
    db.execute("begin immediate")  # if several start at once, one changes the file and the others wait
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
