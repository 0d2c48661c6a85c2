"""What the log calls an error comes to the admins' chats: once an hour each kind, and not a word of anybody's."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.chat import error_reports
from bot.chat.error_reports import AN_HOUR, MANY_KINDS, ErrorGatherer, kind_of, part_of
from bot.coach.known.operator import Operator
from bot.coach.mishaps import OnceAMinute, ToldOnce
from bot.domain.session.script import Part, write
from bot.phone.state.persons import PhoneUser
from bot.screens.admin.error_report import MishapKind, error_report
from tests.chat.test_garbage import is_there
from tests.chat.test_updates import Running, Stumbling, running  # noqa: F401 - the fixture
from tests.known import english, known

OLGA, NOBODY = 500, 501
TITLE = "Something went wrong with me"


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def watched(
    running: Running,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Running]:
    """Olga is an admin, and so is somebody who has never written to the bot."""
    monkeypatch.setattr(error_reports, "LOOK_EVERY", 0.05)
    running.coach.cases.knowledge = replace(known(), operator=Operator(admins=frozenset({OLGA, NOBODY})))
    async with running.bot():
        yield running


def reports(person: PhoneUser) -> list[str]:
    return [message.text for message in person.messages if message.text.startswith(TITLE)]


async def test_an_admin_is_told_of_an_error_once_beside_what_stands_in_the_chat(
    watched: Running, caplog: pytest.LogCaptureFixture
) -> None:
    phone, ana = watched.phone, watched.phone.person(7, "Anastasia")
    olga = phone.person(OLGA, "Olga")
    await is_there(watched, olga)
    await is_there(watched, ana)
    for _ in range(3):
        ana.says("stumble")
    await phone.until(lambda: reports(olga))
    await phone.until(watched.all_is_confirmed)
    await asyncio.sleep(0.3)  # six more looks
    (report,) = reports(olga)
    assert (
        "What people send: an update could not be decided: ZeroDivisionError at bot/chat/incoming/" in report
    )
    assert "stumble" not in report
    assert "Anastasia" not in report
    assert olga.sees.text == report
    assert olga.sees.silent
    assert not reports(ana)
    assert not [
        record for record in caplog.records if record.name == error_reports.__name__ and record.levelno > 10
    ]
    await is_there(watched, olga)  # her screen goes on as it was


async def test_who_is_in_a_session_is_told_afterwards(watched: Running) -> None:
    phone, olga = watched.phone, watched.phone.person(OLGA, "Olga")
    await is_there(watched, olga)
    form = known().english.library.exercises["cat-cow"].forms[0]
    script = write([Part(form, form.dose(1))], known={form.ref.exercise})
    with watched.store.transaction():
        session = watched.store.sessions.begin(OLGA, "", script, watched.clock())
    logging.getLogger("bot.chat").error("one thing")
    await asyncio.sleep(0.3)
    logging.getLogger("bot.chat").error("another thing")
    await asyncio.sleep(0.3)
    assert not reports(olga)
    with watched.store.transaction():
        watched.store.sessions.close(session.id, OLGA)
    await phone.until(lambda: reports(olga))
    assert "one thing" in olga.sees.text
    assert "another thing" in olga.sees.text


async def test_what_goes_wrong_with_telling_goes_on_for_ever_nowhere(watched: Running) -> None:
    phone, olga = watched.phone, watched.phone.person(OLGA, "Olga")
    await is_there(watched, olga)
    phone.faults.answer(
        "sendMessage", {"ok": False, "error_code": 500, "description": "Internal"}, status=500, times=9
    )
    logging.getLogger("bot.chat").error("one thing")
    await asyncio.sleep(0.5)
    tries = [call for call in phone.calls if call.method == "sendMessage" and call.status == 500]
    assert 1 <= len(tries) <= 2  # each of the two admins once
    phone.faults.clear()
    logging.getLogger("bot.chat").error("another thing")
    await phone.until(lambda: reports(olga))
    assert "one thing" not in olga.sees.text


def logger(name: str) -> logging.Logger:
    """One of its own, that nobody else hears."""
    return logging.Logger(name)  # noqa: LOG001 - see there


def gathered() -> tuple[ErrorGatherer, Clock, logging.Logger]:
    clock, log = Clock(), logger("bot.somewhere")
    gatherer = ErrorGatherer(clock)
    log.addHandler(gatherer)
    return gatherer, clock, log


def test_a_kind_is_told_once_an_hour_with_how_often_it_happened() -> None:
    gatherer, clock, log = gathered()
    for text in ("my arm", "is numb"):
        log.error("a screen could not be sent: %s", text)
    log.warning("no error")
    said = "a screen could not be sent: …"
    assert gatherer.due() == [MishapKind(said, 2)]
    log.error("a screen could not be sent: %s", "again")
    assert gatherer.due() == []
    clock.now += AN_HOUR
    assert gatherer.due() == [MishapKind(said, 1)]
    clock.now += AN_HOUR
    assert gatherer.due() == []
    assert gatherer._kinds == {}


def test_what_goes_wrong_with_the_telling_is_no_kind() -> None:
    gatherer = ErrorGatherer()
    reporter = logger(error_reports.__name__)
    reporter.addHandler(gatherer)
    reporter.error("could not be told")
    assert gatherer.due() == []


def test_kinds_beyond_what_anybody_would_read_are_told_as_one() -> None:
    gatherer, _, log = gathered()
    for number in range(MANY_KINDS + 5):
        log.error(f"kind {number}")  # noqa: G004 - kinds are told apart by what is not filled in
    due = gatherer.due()
    assert len(due) == MANY_KINDS + 1
    assert due[-1] == MishapKind("and others", 5)


def kinds_said(log: logging.Logger) -> list[str]:
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(kind_of(record))

    log.addHandler(Listener())
    return said


def test_what_is_told_again_and_again_is_one_kind() -> None:
    log = logger("bot.a")
    said = kinds_said(log)
    told, once = OnceAMinute(log), ToldOnce(log)
    told.tell("an update is put aside as failing", more=": 4711")
    once.tell("session 12 could not be rung; put off", ValueError("my arm is numb"))
    once.tell("session 13 could not be rung; put off", ValueError("my arm is numb"))
    assert said[0] == "an update is put aside as failing"
    assert said[1] == said[2] == "session … could not be rung; put off: ValueError"


def test_what_others_log_is_told_by_its_place_alone() -> None:
    log = logger("asyncio")
    said = kinds_said(log)
    try:
        int("my arm is numb")
    except ValueError:
        log.exception("Task of Ana: my arm is numb")
    log.error("my arm is numb")
    assert said[0].startswith("asyncio (ValueError at tests/chat/test_error_reports.py:")
    assert said[1].startswith("asyncio at test_error_reports:")
    assert "arm" not in "".join(said)


def test_a_report_is_short_and_safe_inside_html() -> None:
    text = error_report([MishapKind("a <b> & c", 1), *(MishapKind("x", 3) for _ in range(9))], english())
    assert "• The bot: a &lt;b&gt; &amp; c\n• The bot: x, 3 times\n" in text
    assert "and 2 more" in text
    assert len(text) < 4096


def test_each_part_is_told_in_plain_words_and_none_by_its_module() -> None:
    """Wherever a line of the log comes from."""
    english = known().english.words
    names = ["telegram.ext.Application", "aiohttp.server", *modules_that_log()]
    assert len(names) > 20
    told = [error_report([MishapKind("it failed", 1, part_of(name))], english) for name in names]
    assert not [line for line in told if "bot." in line]
    assert "• The reminders: it failed" in told[names.index("bot.chat.outgoing.reminder_lane")]
    assert "• Pictures and files: it failed" in told[names.index("bot.chat.outgoing.made.worker")]
    assert "• Sending: it failed" in told[names.index("bot.chat.outgoing.messenger")]


def modules_that_log() -> list[str]:
    root = Path(__file__).parents[2]
    logging_ones = (
        file for file in (root / "bot").rglob("*.py") if "getLogger(__name__)" in file.read_text()
    )
    return [".".join(file.relative_to(root).with_suffix("").parts) for file in logging_ones]
