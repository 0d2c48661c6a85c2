"""Opens the database, to serve it or only to read it, and refuses in plain words."""

import contextlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.app.wall_clock import now
from bot.config import CannotEverStart, CannotStart
from bot.store.database import Store, TooNew, is_of_the_disk, look_into, open_store
from bot.store.file.beside import MENDED
from bot.store.file.copies import refuse_loss
from bot.store.file.damage import FileFails, is_damage
from bot.store.file.identity import refuse_foreign
from bot.store.file.lock import Taken, locked
from bot.store.file.mending import mend
from bot.store.file.private import holds_something, refuse_empty, refuse_non_file
from bot.store.file.unusable import Unusable
from bot.store.file.wholeness import faults_in
from bot.store.restore import delete_again
from bot.store.troubles import Trouble

OF_THE_SERVICE = Path("/var/lib/unhunch/unhunch.sqlite3")
"""The place in the unit for systemd."""

AS_ANOTHER_USER = "; run this as root, or as the user whom it belongs to (sudo -u)"


log = logging.getLogger(__name__)


class AnotherBots(CannotEverStart):
    """The file belongs to another bot, whose people do not know this one."""


@contextlib.contextmanager
def alone_with(
    database: Path,
    taken: str = "another copy of the bot is running on {}; stop that one first, or name another file",
) -> Iterator[None]:
    """Raises CannotStart if another copy of the bot serves this file, and when damage ends the block. `taken`: what to
    say of another copy, with {} for the file.
    """
    try:
        refuse_non_file(database)
        with locked(database):
            yield
    except Taken:
        raise CannotStart(f"UNHUNCH_DATABASE: {taken.format(database)}") from None
    except Unusable as error:
        raise cannot_use(database, error) from None
    except FileFails as error:
        raise _cannot_go_on(database, error) from None


def _cannot_go_on(database: Path, error: Exception) -> Exception:
    """Returns a mistake in our own SQL as it is."""
    if is_damage(error) and (mended := _mended(database)):
        return CannotStart(
            f"UNHUNCH_DATABASE: {database} was damaged, and {mended} in it was made anew: start again, and look whether the disk fails"
        )
    if is_damage(error):
        return CannotStart(
            f"UNHUNCH_DATABASE: {database} is damaged ({error}); `unhunch restore` puts a copy in its place"
        )
    if is_of_the_disk(error):
        return CannotStart(f"UNHUNCH_DATABASE: {database} can't be written ({error}); is the disk full?")
    return error


def _mended(database: Path) -> str:
    """The names of the parts that were made anew; "" if none could be."""
    with contextlib.suppress(FileFails, OSError, Unusable, TooNew):
        if mended := ", ".join(mend(database)):
            store = open_store(database, bot=0)
            with contextlib.closing(store), store.transaction():
                store.troubles.begin(Trouble.MENDED, now(), f"{MENDED}{mended}")
            return mended
    return ""


def open_database(
    path: Path, token: str, *, is_new_bot: bool = False, goes_on: Callable[[], None] | None = None
) -> Store:
    """`goes_on`: called again and again while it takes long. Raises AnotherBots if the file belongs to another bot and
    `is_new_bot` is False.
    """
    store = _open_database(path, token, goes_on)
    if not is_new_bot and store.heartbeats.belongs_to_others() and store.reminders.count_scheduled():
        store.close()
        raise AnotherBots(
            f"UNHUNCH_DATABASE: {path} holds reminders of another bot, whose people hear nothing from this one until they"
            " have written to it; expected that bot's token, another file, or, to go on with this bot, `unhunch run --new-bot`"
        )
    _keep_deleted(store)
    return store


def _keep_deleted(store: Store) -> None:
    try:
        count = delete_again(store, now())
    except OSError as error:
        log.warning("the journal of deletions can't be read: %s", error.strerror)
        return
    if count:
        log.warning(
            "the file is older than what its journal of deletions tells: people deleted again: %s", count
        )


def _open_database(path: Path, token: str, goes_on: Callable[[], None] | None) -> Store:
    try:
        refuse_loss(path)
        return open_store(path, bot=int(token.partition(":")[0]), goes_on=goes_on)
    except TooNew as unknown:
        raise CannotEverStart(
            f"UNHUNCH_DATABASE: {path} was written by a newer Unhunch ({unknown}); expected one of this version or older"
        ) from None
    except Unusable as error:
        raise cannot_use(path, error) from None


def cannot_use(path: Path, error: Unusable, what: str = "be used") -> CannotStart:
    kind = CannotStart if error.may_pass else CannotEverStart
    if error.is_denied:
        return kind(f"UNHUNCH_DATABASE: {path} can't {what}: {error}{AS_ANOTHER_USER}")
    return kind(
        f"UNHUNCH_DATABASE: {path} can't {what} ({error}); expected a file of Unhunch that can be read and written"
    )


def look_into_database(database: Path) -> Store:
    try:
        refuse_non_file(database)
        refuse_empty(database)
        refuse_foreign(database)
        return look_into(database, bot=0)
    except TooNew as unknown:
        why = f"a newer Unhunch wrote it ({unknown})"
    except Unusable as error:
        why = f"{error}{_what_to_do(database, error)}"
    raise CannotStart(f"UNHUNCH_DATABASE: {database} can't be looked into: {why}")


def _what_to_do(database: Path, error: Unusable) -> str:
    if error.is_denied:
        return AS_ANOTHER_USER
    if not os.path.isfile(database) or not holds_something(database):  # noqa: PTH113 - of a name too long, too
        return f". {_where_it_may_be(database)}"
    if is_read_only(database):
        return "; the disk is read-only, and even reading needs a log beside the file: mount it to be written, or look why it no longer is"
    return (
        "; stop the bot, and put the newest copy in its place: `unhunch restore`"
        if faults_in(database)
        else ""
    )


def is_read_only(database: Path) -> bool:
    try:
        return bool(os.statvfs(database.parent).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _where_it_may_be(database: Path) -> str:
    """The default is the user's own file, but the one in use may be the service's."""
    if database != OF_THE_SERVICE and OF_THE_SERVICE.parent.is_symlink() | OF_THE_SERVICE.parent.is_dir():
        return f"The service's file is {OF_THE_SERVICE}: name it in UNHUNCH_DATABASE"
    return "Is UNHUNCH_DATABASE the right one, and was the bot ever started?"
