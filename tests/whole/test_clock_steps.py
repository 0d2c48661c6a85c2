"""The bot as a process of its own, on a machine whose clock is set while it runs, or is wrong from the start."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.coach.reminders.claims import ZONES
from bot.domain.reminders.reminder import next_reminder
from bot.domain.session.script import Part, write
from bot.domain.session.session import Phase, Session
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import Store, open_store
from bot.store.moments import text
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion
from tests.known import known
from tests.whole.machine import ROOT, Machine
from tests.whole.running import BOT, TOKEN
from tests.whole.subscribing import on_the_phone, subscribe

SECOND, HOUR, DAY, YEAR = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)
ANA, BO, CEM, DORA, PLAYER, TALKER = range(1, 7)
SENDS = ("sendMessage", "sendPhoto", "sendAnimation")
LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)

TELLS_BOTH = """
import sys, time
for _ in sys.stdin:
    print(time.time(), time.monotonic(), flush=True)
"""

THE_DEEP_EAR = 150
"""Megabytes, once somebody has typed a sentence."""


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Board(Machine):
    """A machine whose clock can be set: to so much ahead of the true time. `ahead`: by how much it was last set ahead."""

    stamp: Path = field(default_factory=Path)
    ahead: timedelta = timedelta()

    def is_set(self, ahead: timedelta, *, and_telegram_agrees: bool = False) -> None:
        """In one piece: the library that plays the clock reads the file all the time."""
        new = self.stamp.with_suffix(".new")
        new.write_text(f"{int(ahead.total_seconds()):+d}\n", encoding="ascii")
        if and_telegram_agrees:
            self.phone.telegram.date_of_answers = lambda: now() + ahead
        new.replace(self.stamp)
        self.ahead = ahead

    async def begins(self, environment: dict[str, str]) -> Process:
        """From nothing: the library that plays the clock is loaded before Python is."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stderr=PIPE
        )

    async def moves_the_wall_clock_alone(self) -> None:
        """Or what is shown by the test is shown of nothing."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", TELLS_BOTH, env=os.environ | self.besides, stdin=PIPE, stdout=PIPE
        )
        assert process.stdin
        assert process.stdout
        told = []
        for ahead in (timedelta(), YEAR, -DAY):
            self.is_set(ahead)
            process.stdin.write(b"\n")
            wall, monotonic = map(float, (await process.stdout.readline()).split())
            told.append((wall, monotonic))
        self.is_set(timedelta())
        process.stdin.close()
        await process.wait()
        walls, monotonics = zip(*told, strict=True)
        hour = HOUR.total_seconds()
        assert abs(walls[1] - walls[0] - YEAR.total_seconds()) < hour
        assert abs(walls[2] - walls[0] + DAY.total_seconds()) < hour
        assert 0 <= monotonics[2] - monotonics[0] < hour

    @property
    def now(self) -> datetime:
        return now() + self.ahead

    @property
    def megabytes(self) -> float:
        assert self.process
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    @contextmanager
    def store(self) -> Iterator[Store]:
        store = open_store(self.database, BOT)
        try:
            yield store
        finally:
            store.close()

    def messages_to(self, person: int) -> int:
        """How many messages have come."""
        return sum(
            call.method in SENDS and call.chat == person and call.status == 200 for call in self.phone.calls
        )


@pytest.fixture
async def board(tmp_path: Path) -> AsyncIterator[Board]:
    """Everybody but Ana has a daily reminder, in half a day."""
    if LIBRARY is None:
        assert not os.environ.get("CI"), "libfaketime is not there: .ci/run installs it"
        pytest.skip("libfaketime is not there")
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        board = Board(phone, tmp_path / "steps.sqlite3", stamp=tmp_path / "clock")
        board.besides = {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_TIMESTAMP_FILE": str(board.stamp),
            "NO_FAKE_STAT": "1",  # or Python would compile everything anew, each time
        }
        board.is_set(timedelta())
        await board.moves_the_wall_clock_alone()
        on_the_phone(phone, range(ANA, PLAYER + 1))
        with board.store() as store:
            subscribe(store, [BO, CEM, DORA, PLAYER], now(), at=(now() + 12 * HOUR).time().replace(second=0))
            store.facts.set(ZONES, version("tzdata"))  # or the first start would compute everything anew
        yield board
        if board.process and board.process.returncode is None:
            board.process.kill()
            await board.process.wait()


def due_at(board: Board, person: int, due: datetime) -> None:
    with board.store() as store, store.transaction():
        [reminder] = store.reminders.of(person)
        store.reminders.move_on(reminder.id, due)


def put_off_until(board: Board, person: int, due: datetime) -> None:
    with board.store() as store, store.transaction():
        [reminder] = store.reminders.of(person)
        store.reminders.come_again(reminder.id, due, Occasion.SNOOZE)


def next_due(board: Board, person: int) -> datetime | None:
    with board.store() as store:
        [reminder] = store.reminders.of(person)
        return reminder.next_at


def anew(board: Board, person: int) -> datetime:
    """When they are reminded next by the time that it is now on the board."""
    with board.store() as store:
        [reminder] = store.reminders.of(person)
    return next_reminder(reminder.at, reminder.weekdays, ZoneInfo("UTC"), board.now)


def remind_daily_at_this_minute(board: Board, person: int) -> None:
    minute = now().replace(second=0, microsecond=0)
    with board.store() as store:
        subscribe(store, [person], minute - SECOND, at=minute.time())


def begin_a_session(board: Board) -> None:
    """One in which a countdown is running from its first beat to its last."""
    forms = (form for exercise in known().english.library.exercises.values() for form in exercise.forms)
    scripts = (write([Part(form, form.dose(1))] * 9, known={form.ref.exercise}) for form in forms)
    script = next(script for script in scripts if all(beat.seconds for beat in script))
    with board.store() as store, store.transaction():
        store.sessions.begin(PLAYER, "", script, board.now)


def session(board: Board) -> Session:
    with board.store() as store:
        live = store.sessions.live(PLAYER)
    assert live
    return live


def runs_out_soon(board: Board, now: datetime) -> int:
    """The countdown that is running. Its turn."""
    with board.store() as store, store.transaction():
        store.db.execute("update sessions set wake_at = ? where live", [text(now + SECOND)])
    return session(board).turn


async def goes_on(board: Board, turn: int) -> None:
    await board.phone.until(lambda: session(board).turn > turn)
    live = session(board)
    assert live.wake_at
    assert live.wake_at - live.beat_at == timedelta(seconds=live.now_playing.seconds or 0)


def states(board: Board) -> dict[State, int]:
    with board.store() as store:
        return store.deliveries.count_by_state(now() - 2 * YEAR)


def ledger(board: Board) -> int:
    with board.store() as store:
        return int(store.db.execute("select count(*) from updates").fetchone()[0])


async def is_answered(board: Board) -> None:
    """It gets on: what somebody says is answered, and its batch is on the disk."""
    before, phone = board.messages_to(TALKER), board.phone
    phone.person(TALKER).says("/start")
    await phone.until(lambda: board.messages_to(TALKER) > before and not len(phone.telegram.updates))


def is_right_beside_a_clock_that_is_ahead_by(board: Board, ahead: timedelta) -> None:
    with board.store() as store:
        at, wall = store.heartbeats.latest(), store.heartbeats.latest_wall()
    assert at
    assert wall
    assert abs(at - now()) < HOUR / 4
    assert abs(wall - at - ahead) < HOUR / 4


async def test_set_back_as_telegram_says_too(board: Board) -> None:
    phone = board.phone
    remind_daily_at_this_minute(board, ANA)
    begin_a_session(board)
    await board.starts()
    await phone.until(lambda: board.messages_to(ANA) == 1)
    for times, back in enumerate((HOUR, DAY), 1):
        put_off_until(board, BO, board.now + 2 * SECOND)
        due_at(board, DORA, board.now + HOUR / 3)
        turn = runs_out_soon(board, board.now)
        board.is_set(-back, and_telegram_agrees=True)
        await phone.until(lambda: next_due(board, DORA) == anew(board, DORA))
        await phone.until(lambda: board.messages_to(BO) == times)  # noqa: B023 - it is waited for
        await goes_on(board, turn)
        await is_answered(board)
    board.is_set(timedelta(), and_telegram_agrees=True)  # the same day comes once more
    await phone.until(lambda: (next_due(board, ANA) or board.now) > board.now)
    await is_answered(board)
    assert (board.messages_to(ANA), board.messages_to(BO)) == (1, 2)
    await board.is_stopped()
    assert states(board)[State.SENT] == 3


async def test_set_wrong_and_telegram_knows_better(board: Board) -> None:
    phone = board.phone
    begin_a_session(board)
    await board.starts()
    await is_answered(board)
    before = board.megabytes
    for times, ahead in enumerate((-HOUR, -DAY, HOUR, DAY, YEAR), 1):
        put_off_until(board, BO, now() + 2 * SECOND)
        due_at(board, CEM, now() + 2 * SECOND)
        due_at(board, DORA, later := now() + HOUR / 3)
        turn = runs_out_soon(board, now())
        board.is_set(ahead)
        await phone.until(lambda: board.messages_to(BO) == board.messages_to(CEM) == times)  # noqa: B023 - it is waited for
        await goes_on(board, turn)
        await is_answered(board)
        assert next_due(board, DORA) == later
    assert ledger(board) == 6, "nothing of it is pruned"
    assert board.megabytes < before + 30
    await board.is_stopped()
    assert states(board) == {State.SENT: 10}
    said = b"".join(board.said)
    assert said.count(b"the machine's clock was set by") == 5
    assert said.count(b"the machine's clock is wrong by") == 5


async def test_ahead_as_telegram_says_too_is_a_time_of_being_away(board: Board) -> None:
    phone, dora, player = board.phone, board.phone.person(DORA), board.phone.person(PLAYER)
    begin_a_session(board)
    await board.starts()
    await is_answered(board)
    before = board.megabytes
    due_at(board, DORA, now() + HOUR / 3)
    board.is_set(HOUR, and_telegram_agrees=True)
    await phone.until(lambda: "Sorry, I was away at" in dora.sees.text)
    await phone.until(lambda: session(board).phase is Phase.AWAY)
    player.says("go on")
    await phone.until(lambda: session(board).phase is not Phase.AWAY)
    await goes_on(board, runs_out_soon(board, board.now))
    for ahead in (DAY, YEAR):
        due_at(board, CEM, board.now + HOUR / 3)
        board.is_set(ahead, and_telegram_agrees=True)
        await phone.until(lambda: next_due(board, CEM) == anew(board, CEM))
        due_at(board, BO, board.now + SECOND)
        await phone.until(lambda: (next_due(board, BO) or board.now) > board.now + 2 * SECOND)
        await is_answered(board)
    assert board.megabytes < before + 30 + THE_DEEP_EAR
    assert (board.messages_to(DORA), board.messages_to(CEM)) == (1, 0)
    await board.is_stopped()


async def test_while_telegram_tells_no_time_the_old_one_goes_on(board: Board) -> None:
    phone = board.phone
    begin_a_session(board)
    await board.starts()
    await is_answered(board)
    phone.faults.drop(before=True, times=None)
    board.is_set(-HOUR, and_telegram_agrees=True)
    due_at(board, CEM, now() + SECOND)
    due_at(board, DORA, later := now() + HOUR / 3)
    turn = runs_out_soon(board, now())
    await phone.until(lambda: states(board) == {State.PENDING: 1})
    await phone.until(lambda: session(board).turn > turn)
    assert next_due(board, DORA) == later
    phone.telegram.date_of_answers = lambda: None
    phone.faults.clear()
    await phone.until(lambda: board.messages_to(CEM) == 1)
    await is_answered(board)
    assert next_due(board, DORA) == later, "whoever took the date out of the answers, the old time goes on"
    board.is_set(-HOUR, and_telegram_agrees=True)
    await is_answered(board)
    await phone.until(lambda: next_due(board, DORA) == anew(board, DORA))
    await goes_on(board, runs_out_soon(board, board.now))
    await board.is_stopped()


@pytest.mark.parametrize("ahead", [YEAR, -YEAR], ids=["ahead", "back"])
async def test_wrong_by_a_year_from_the_start(board: Board, ahead: timedelta) -> None:
    phone = board.phone
    begin_a_session(board)
    due_at(board, CEM, now() - 5 * SECOND)
    due_at(board, DORA, later := now() + HOUR / 3)
    board.is_set(ahead)
    await board.starts()
    await is_answered(board)
    turn = runs_out_soon(board, now())
    await phone.until(lambda: board.messages_to(CEM) == 1)
    await goes_on(board, turn)
    assert next_due(board, DORA) == later
    is_right_beside_a_clock_that_is_ahead_by(board, ahead)
    await board.is_stopped()
    assert states(board) == {State.SENT: 1}


async def test_many_small_steps_bring_no_reminder_early(board: Board) -> None:
    phone = board.phone
    due_at(board, CEM, later := now() + 200 * SECOND)
    await board.starts()
    await is_answered(board)
    phone.faults.drop(before=True, times=None)
    for times in range(1, 12):
        board.is_set(times * 25 * SECOND)
        await asyncio.sleep(0.6)  # by which a reminder is looked for
    assert next_due(board, CEM) == later
    phone.faults.clear()
    await is_answered(board)
    due_at(board, BO, now() + 2 * SECOND)
    await phone.until(lambda: board.messages_to(BO) == 1)
    assert (next_due(board, CEM), board.messages_to(CEM)) == (later, 0)
    await board.is_stopped()


async def test_wrong_from_the_start_though_the_first_answer_is_slow(board: Board) -> None:
    phone = board.phone
    due_at(board, CEM, later := now() + HOUR / 3)
    phone.faults.delay("getMe", 5.5, times=1)
    board.is_set(DAY)
    await board.starts()
    await is_answered(board)
    assert (next_due(board, CEM), board.messages_to(CEM)) == (later, 0)
    is_right_beside_a_clock_that_is_ahead_by(board, DAY)
    await board.is_stopped()
