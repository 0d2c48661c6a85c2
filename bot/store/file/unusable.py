"""Why a file can't be used, and whether that may pass by itself."""

import errno
import sqlite3

_OF_THE_SYSTEM = frozenset(
    {errno.EAGAIN, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC}
)
_OF_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
    }
)


class Unusable(Exception):
    """The file can't be read or written as our database. The message is the reason, as part of a sentence. Every `refuse_…` raises it.

    `may_pass`: the next start may find it usable, without anybody doing anything. `is_denied`: another user may use it.
    """

    def __init__(self, why: str, *, may_pass: bool = False, is_denied: bool = False) -> None:
        super().__init__(why)
        self.may_pass, self.is_denied = may_pass, is_denied


def unusable(error: sqlite3.Error | OSError) -> Unusable:
    if isinstance(error, OSError):
        why = (error.strerror or type(error).__name__).lower()
        denied = isinstance(error, PermissionError)
        return Unusable(why, may_pass=error.errno in _OF_THE_SYSTEM, is_denied=denied)
    code = getattr(error, "sqlite_errorcode", None)  # with more about the cause in its upper bytes
    return Unusable(str(error), may_pass=code is not None and code & 0xFF in _OF_SQLITE)
