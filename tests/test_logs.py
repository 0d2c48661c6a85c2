"""No token in any line, whoever logged it and however."""

import asyncio
import io
import json
import logging
import re
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.logs import HIDDEN, redactor, set_up

OURS = "7000000001:AAOursOursOursOursOursOursOursOurs_-"
OTHER = "8000000002:BBOtherOtherOtherOtherOtherOtherOt"
SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")

letters = st.text(st.sampled_from("abcXYZ019_-"), min_size=30, max_size=45)
tokens = st.builds("{}:{}".format, st.integers(1, 10**12), letters)
short_tokens = st.from_regex(r"[1-9][0-9]*:[A-Za-z0-9_-]+", fullmatch=True)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What stands on standard error; afterwards the log of this process is as it was."""
    written = io.StringIO()
    names = ["", "telegram", *logs.QUIET]
    levels = {name: logging.getLogger(name).level for name in names}
    hooks = sys.excepthook, threading.excepthook
    monkeypatch.setattr(sys, "stderr", written)
    set_up("DEBUG", OURS)
    yield written
    root = logging.getLogger()
    root.handlers = [one for one in root.handlers if not isinstance(one, logs.Lines)]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=False)
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture
def objects(lines: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[dict[str, Any]]]:
    """The same as objects of JSON, one a line."""
    monkeypatch.setattr(sys, "stderr", lines)
    set_up("DEBUG", OURS, "json")
    return lambda: [json.loads(line) for line in lines.getvalue().splitlines()]


def our_handler() -> logs.Lines:
    (ours,) = (one for one in logging.getLogger().handlers if isinstance(one, logs.Lines))
    return ours


Objects = Callable[[], list[dict[str, Any]]]


@given(st.text(), st.one_of(tokens, short_tokens), st.text())
def test_our_token_is_never_left(before: str, token: str, after: str) -> None:
    assert token not in redactor(token)(before + token + after)


@given(st.text(), tokens, st.text())
def test_nor_is_anybody_elses(before: str, token: str, after: str) -> None:
    left = redactor(None)(before + token + after)
    assert token not in left
    assert not SHAPE.search(left)


@given(
    st.sampled_from(["", "/file"]),
    st.one_of(tokens, short_tokens),
    st.sampled_from(["/getMe", "/x/1.jpg", ""]),
)
def test_addresses_keep_all_but_the_token(file: str, token: str, rest: str) -> None:
    for form in (token, token.replace(":", "%3A")):
        line = redactor(None)(f"GET https://host{file}/bot{form}{rest} 200")
        assert line == f"GET https://host{file}/bot{HIDDEN}{rest} 200"


@given(tokens)
def test_the_secret_half_alone_is_hidden_too(token: str) -> None:
    half = token.partition(":")[2]
    assert half not in redactor(token)(f"rejected: {half}!")


@pytest.mark.parametrize("text", ["at 12:30", "2026-11-21T01:36:46Z", "/bottom/12", "a.b.c:42", "p.1042.7.n"])
def test_what_is_no_token_stays(text: str) -> None:
    assert redactor(OURS)(text) == text


def test_a_line_is_plain_and_in_utc(lines: io.StringIO) -> None:
    logging.getLogger("bot.chat").info("Sent %d messages", 3)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO bot\.chat: Sent 3 messages\n", lines.getvalue()
    )


def test_the_time_is_utc_wherever_the_server_stands() -> None:
    record = logging.makeLogRecord({"created": 0.0, "msg": "x"})
    assert logs.Plain(redactor(None)).format(record).startswith("1970-01-01T00:00:00Z ")


def test_a_line_of_json_is_one_object_in_utc_with_its_fields(objects: Objects) -> None:
    record = logging.makeLogRecord(
        {
            "name": "bot.a",
            "levelname": "INFO",
            "msg": "%s\n%s",
            "args": ("two", "lines \u2028"),
            "created": 0.9996,
        }
    )
    record.fields = {"update": 7, "token": OURS}
    our_handler().handle(record)
    assert objects() == [
        {
            "time": "1970-01-01T00:00:01.000Z",
            "level": "INFO",
            "logger": "bot.a",
            "message": "two\nlines \u2028",
            "update": 7,
            "token": HIDDEN,
        }
    ]


@pytest.mark.parametrize("token", [OURS, OTHER])
def test_an_object_of_json_shows_no_token_and_stays_whole(objects: Objects, token: str) -> None:
    """Where an address ends in a quote or in a new line, what hides the token does not take these along."""
    stranger = logging.getLogger("some.library")
    try:
        fail(token)
    except ValueError:
        stranger.exception('GET "https://x/bot%s"\nhttps://x/bot%s\nnext', token, token, stack_info=True)
    our_handler().handle(logging.makeLogRecord({"name": "bot", "msg": "%d", "args": (OURS,)}))
    failed, broken = objects()
    assert failed["message"] == f'GET "https://x/bot{HIDDEN}"\nhttps://x/bot{HIDDEN}\nnext'
    assert f"The token `{HIDDEN}` was rejected" in failed["exception"]
    assert "Stack" in failed["stack"]
    assert broken["message"].startswith("A line of bot could not be logged")


def fail(token: str) -> None:
    raise ValueError(f"The token `{token}` was rejected by the server.")


@pytest.mark.parametrize("token", [OURS, OTHER])
def test_no_way_of_logging_shows_a_token(lines: io.StringIO, token: str) -> None:
    stranger = logging.getLogger("some.library")
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
        stranger.log(level, f"message {token}")
        stranger.log(level, "argument %s and %r", token, {"token": token})
        stranger.log(level, "URL %s", f"https://api.telegram.org/bot{token}/getMe", stack_info=True)
    try:
        fail(token)
    except ValueError:
        stranger.exception("It failed")
    written = lines.getvalue()
    assert written.count(HIDDEN) == 21
    assert "Traceback" in written
    assert token not in written
    assert token.partition(":")[2] not in written


def test_a_line_that_cannot_be_formatted_shows_no_arguments(lines: io.StringIO) -> None:
    broken = logging.makeLogRecord({"name": "some.library", "msg": "%d", "args": (OURS,), "lineno": 7})
    our_handler().handle(broken)
    assert lines.getvalue() == "A line of some.library could not be logged: :7\n"


def test_a_log_that_nobody_can_read_any_more_stops_nothing(lines: io.StringIO) -> None:
    lines.close()
    our_handler().handle(logging.makeLogRecord({"name": "bot", "msg": "still here"}))


def test_warnings_are_lines_too(lines: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"about {OURS}", stacklevel=1)
        logging.captureWarnings(capture=False)
    assert f"about {HIDDEN}" in lines.getvalue()


async def test_what_a_task_never_told_anybody_is_logged_without_the_token(lines: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": ValueError(OURS)}
    )
    assert "Task exception was never retrieved" in lines.getvalue()
    assert OURS not in lines.getvalue()


def test_a_thread_that_dies_says_so_without_the_token(lines: io.StringIO) -> None:
    thread = threading.Thread(target=fail, args=(OURS,))
    thread.start()
    thread.join()
    assert f"The token `{HIDDEN}` was rejected" in lines.getvalue()


def test_what_nobody_caught_is_logged_without_the_token() -> None:
    program = f"from bot.logs import set_up; set_up('INFO', {OURS!r}); raise ValueError({OURS!r}, {OTHER!r})"
    root = Path(logs.__file__).parents[1]
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=False, cwd=root
    )
    assert result.returncode == 1
    assert f"ValueError: ('{HIDDEN}', '{HIDDEN}')" in result.stderr
    assert "CRITICAL bot: Stopped by what nobody caught" in result.stderr


@pytest.mark.parametrize("name", [*logs.QUIET, "httpcore.http11", "apscheduler.scheduler"])
def test_chatty_libraries_speak_from_warning_on(lines: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("one more request")
    logging.getLogger(name).warning("something is wrong")
    assert "one more request" not in lines.getvalue()
    assert "something is wrong" in lines.getvalue()


def test_that_no_more_files_may_be_open_is_told_once_a_minute(lines: io.StringIO) -> None:
    listening = asyncio.new_event_loop()
    for _ in range(1_000):
        listening.call_exception_handler(
            {"message": logs.NO_MORE_FILES, "exception": OSError(24, "Too many")}
        )
    logging.getLogger("asyncio").error("something else")
    listening.close()
    assert lines.getvalue().count(logs.NO_MORE_FILES) == 1
    assert "something else" in lines.getvalue()


@pytest.mark.parametrize("name", ["telegram.Bot", "telegram.ext.ExtBot", "telegram.ext.Application"])
def test_the_library_never_logs_what_people_write(lines: io.StringIO, name: str) -> None:
    logging.getLogger(name).debug("sendMessage my back hurts")
    logging.getLogger("bot").debug("ours is seen")
    assert "my back hurts" not in lines.getvalue()
    assert "ours is seen" in lines.getvalue()


def test_setting_up_twice_writes_once(lines: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    # pytest puts its own standard error back between a fixture and its test.
    monkeypatch.setattr(sys, "stderr", lines)
    set_up("ERROR", OURS)
    logging.getLogger("httpx").warning("not from this level")
    logging.getLogger("bot").error("once")
    assert lines.getvalue().count("once") == 1
    assert "not from" not in lines.getvalue()
