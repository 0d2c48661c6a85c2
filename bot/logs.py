"""Sets up the log: lines for people or objects of JSON on standard error, in UTC, in which no token is ever seen."""

import contextlib
import json
import logging
import re
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

Redactor = Callable[[str], str]

HIDDEN = "<token>"
# Any bot's token, not only ours: 35 characters after the colon today, the colon escaped inside some URLs.
_TOKEN = re.compile(r"(?<!\d)\d+(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
_TOKEN_IN_URL = re.compile(r"(?<=/bot)\d+(?::|%3[Aa])[^/\s\"'<>]+")

# Each of them logs every request or job at INFO, the first two with the token in the address.
QUIET = ("httpx", "httpcore", "aiohttp.access", "apscheduler")


def redactor(token: str | None) -> Redactor:
    """A function that hides this token, its secret half, and whatever else looks like a token."""
    secrets = _secrets(token)
    ours = re.compile("|".join(map(re.escape, secrets)) or r"(?!)")

    def redact(text: str) -> str:
        # Looking for a part first costs a tenth of what the pattern does, and most lines have none.
        if any(secret in text for secret in secrets):
            text = ours.sub(HIDDEN, text)
        if "/bot" in text:
            text = _TOKEN_IN_URL.sub(HIDDEN, text)
        return _TOKEN.sub(HIDDEN, text)

    return redact


def _secrets(token: str | None) -> list[str]:
    if not token:
        return []
    half = token.partition(":")[2]
    # A short half is that of a token made up for a test, and could be any word.
    return [token, half] if len(half) >= 16 else [token]


class Plain(logging.Formatter):
    """Redacts the whole line as it leaves: message, arguments, exception and stack, whoever logged it."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.redact = redact

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802 - logging's
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))

    def format(self, record: logging.LogRecord) -> str:
        return self.redact(super().format(record))


class Json(logging.Formatter):
    """One object a line, with the exception inside. What a record is told in fields (`extra`) stands under their names."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self.redact = redact

    def format(self, record: logging.LogRecord) -> str:
        seconds, milliseconds = divmod(round(record.created * 1000), 1000)
        said: dict[str, object] = {
            "time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{milliseconds:03}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info and record.exc_info[0]:
            said["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            said["stack"] = record.stack_info
        # Before it is written as JSON: else hiding a token would swallow some of JSON's own characters.
        redacted = {
            name: self.redact(value) if isinstance(value, str) else value for name, value in said.items()
        }
        return json.dumps(redacted)


FIELDS = "fields"
"""The attribute of a record for what is told apart from its words: log.info(..., extra={"fields": {...}})."""

NO_MORE_FILES = "socket.accept() out of system resource"
A_MINUTE = 60.0


class _SeldomFull(logging.Filter):
    """While no more files may be open, asyncio says so hundreds of times a second; here once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._told_at: float | None = None

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.getMessage().startswith(NO_MORE_FILES):
            return True
        now = time.monotonic()
        if self._told_at is not None and now - self._told_at < A_MINUTE:
            return False
        self._told_at = now
        return True


FORMATS: dict[str, Callable[[Redactor], logging.Formatter]] = {"text": Plain, "json": Json}


class Lines(logging.StreamHandler):  # type: ignore[type-arg]  # generic for the type checker only
    def __init__(self, redact: Redactor, form: str = "text") -> None:
        super().__init__(sys.stderr)
        self.setFormatter(FORMATS[form](redact))
        self._is_json = form == "json"

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        # The standard one prints the arguments of a line that can't be formatted, and so a token among them.
        said = f"A line of {record.name} could not be logged: {record.filename}:{record.lineno}"
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(
                f"{json.dumps({'level': 'ERROR', 'message': said}) if self._is_json else said}\n"
            )


def set_up(level: str, token: str | None, form: str = "text") -> None:
    """Log to standard error from this level on, in one of the forms. What nobody catches is logged there too."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, Lines)]:
        root.removeHandler(handler)
    root.addHandler(Lines(redactor(token), form))
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger("aiohttp.server").addFilter(_is_no_strangers)
    loop = logging.getLogger("asyncio")
    if not any(isinstance(one, _SeldomFull) for one in loop.filters):
        loop.addFilter(_SeldomFull())
    # Below INFO the library logs what people write; at INFO, that it has started, which we say ourselves.
    logging.getLogger("telegram").setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _is_no_strangers(record: logging.LogRecord) -> bool:
    """False for a client that sent no HTTP and was refused: it is no fault of ours, and would fill the log."""
    kind = record.exc_info[0] if record.exc_info else None
    return kind is None or kind.__module__ not in {"aiohttp.http_exceptions", "aiohttp.web_protocol"}


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("Stopped by what nobody caught", exc_info=(kind, error, trace))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    error = args.exc_value or args.exc_type()
    logging.getLogger("bot").critical("A thread ended by what nobody caught", exc_info=error)
