"""The clock that the bot goes by: what it tells whom when the time is set right, and how it asks Telegram."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import NetworkError

from bot.chat import steady_clock
from bot.chat.steady_clock import SteadyClock, be_sure, keep_time

NOON = datetime(2030, 5, 4, 12, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


@dataclass
class Board:
    """A machine with its two clocks, and a Telegram that answers when it is asked."""

    wall: datetime = NOON
    seconds: float = 100.0
    telegram: datetime | None = None
    asked: int = 0
    steps: list[timedelta] = field(default_factory=list)
    clock: SteadyClock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = SteadyClock(lambda: self.wall, lambda: self.seconds)
        self.clock.adopted.append(lambda old, new: self.steps.append(new - old))

    def passes(self, seconds: float = 1.0) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds
        if self.telegram:
            self.telegram += timedelta(seconds=seconds)

    async def ask(self) -> None:
        self.asked += 1
        self.passes(2)
        if self.telegram is None:
            raise NetworkError("no way")
        self.clock.hear(self.telegram)


@pytest.fixture
def board() -> Board:
    return Board()


def test_it_tells_what_was_adopted_once_and_before_anybody_sees_the_new_time(board: Board) -> None:
    seen: list[datetime] = []
    board.clock.adopted.append(lambda old, new: seen.extend((old, new)))
    board.wall += HOUR
    assert board.clock() == NOON
    board.clock.hear(NOON + HOUR)
    assert seen == [NOON, NOON + HOUR]
    assert board.clock() == NOON + HOUR
    board.passes()
    board.clock.hear(board.wall)
    assert board.steps == [HOUR]


def test_what_was_seen_of_the_clocks_holds_for_a_moment_and_goes_on_meanwhile(board: Board) -> None:
    board.clock.look()
    board.wall += 20 * SECOND
    board.passes(0.05)
    assert board.clock() == NOON + 0.05 * SECOND
    board.passes(0.06)
    assert board.clock() == NOON + 20.11 * SECOND


def test_a_step_is_logged_once_and_so_is_a_wrong_clock(
    board: Board, caplog: pytest.LogCaptureFixture
) -> None:
    board.wall -= HOUR
    for _ in range(3):
        board.passes()
        board.clock.look()
        board.clock.hear(board.wall + HOUR)
    assert [record.message for record in caplog.records] == [
        "the machine's clock was set by -3600 s, or it was suspended",
        "the machine's clock is wrong by -3600 s, says Telegram; the bot goes by its own",
    ]
    caplog.clear()
    board.wall += HOUR
    board.clock.look()
    board.wall += 3 * SECOND
    board.clock.look()
    assert [record.message for record in caplog.records] == [
        "the machine's clock was set by +3600 s, or it was suspended",
        "the machine's clock is right again",
        "the machine's clock was set by +3 s, or it was suspended",
    ]
    assert board.steps == []


def test_what_could_not_be_told_is_told_later(board: Board, caplog: pytest.LogCaptureFixture) -> None:
    fails = [True]

    def write(old: datetime, new: datetime) -> None:
        if fails:
            raise OSError(f"the disk is full at {old}, {new}")

    board.clock.adopted.insert(0, write)
    board.wall += HOUR
    board.clock.hear(NOON + HOUR)
    assert board.clock() == NOON + HOUR
    assert board.steps == []
    assert "had no consequences yet" in caplog.text
    fails.clear()
    board.clock.tell_adopted()
    board.clock.tell_adopted()
    assert board.steps == [HOUR]


def test_what_wakes_by_the_wall_clock_is_set_anew_after_its_steps_and_after_none_else(
    board: Board, caplog: pytest.LogCaptureFixture
) -> None:
    anew: list[str] = []

    def fail() -> None:
        raise ZeroDivisionError

    board.clock.after_step += [lambda: anew.append("one"), fail, lambda: anew.append("other")]
    board.clock.look()
    board.wall += 20 * SECOND
    board.clock.look()
    board.clock.tell_after_step()
    assert anew == []
    board.wall += HOUR
    board.clock.look()
    assert anew == [], "it may be asked for the time in the midst of a decision"
    board.clock.tell_after_step()
    board.clock.tell_after_step()
    assert anew == ["one", "other"]
    assert "was not set anew" in caplog.text
    board.clock.hear(board.wall)
    board.clock.tell_after_step()
    assert anew == ["one", "other"] * 2


@pytest.fixture
def in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steady_clock, "AGAIN", 0.001)
    monkeypatch.setattr(steady_clock, "LOOK_EVERY", 0.001)
    monkeypatch.setattr(steady_clock, "LONGEST_PAUSE", 0.002)


@pytest.mark.usefixtures("in_no_time")
async def test_a_clock_that_telegram_agrees_with_need_not_be_asked_after(board: Board) -> None:
    board.clock.hear(board.wall)
    await be_sure(board.clock, board.ask)
    assert board.asked == 0


@pytest.mark.usefixtures("in_no_time")
async def test_a_start_whose_first_answer_was_slow_asks_what_time_it_is(board: Board) -> None:
    board.telegram = board.wall - 9 * HOUR
    await be_sure(board.clock, board.ask)
    assert board.clock() == board.telegram


@pytest.mark.usefixtures("in_no_time")
async def test_a_server_that_tells_no_time_holds_no_start_up(board: Board) -> None:
    async def answer_without_date() -> None:
        board.asked += 1

    await be_sure(board.clock, answer_without_date)
    assert board.asked == 1


@pytest.mark.usefixtures("in_no_time")
async def test_while_nobody_writes_telegram_is_asked_every_ten_minutes(board: Board) -> None:
    board.telegram = board.wall
    board.clock.hear(board.telegram)
    keeping = asyncio.create_task(keep_time(board.clock, board.ask))
    try:
        async with asyncio.timeout(180):
            for times in range(1, 4):
                await asyncio.sleep(0.005)
                assert board.asked == times - 1
                board.passes(steady_clock.UNHEARD)
                while board.asked < times:  # noqa: ASYNC110 - the clock tells nobody that it asks
                    await asyncio.sleep(0.001)
    finally:
        keeping.cancel()


@pytest.mark.usefixtures("in_no_time")
async def test_a_clock_that_is_wrong_at_the_start_is_asked_after(board: Board) -> None:
    board.telegram = board.wall - 9 * HOUR
    await board.ask()
    await be_sure(board.clock, board.ask)
    assert board.asked == 2
    assert board.clock() == board.telegram
    assert board.steps == [-9 * HOUR]


@pytest.mark.usefixtures("in_no_time")
async def test_what_telegram_contradicts_is_not_gone_by_while_nobody_answers(board: Board) -> None:
    board.clock.hear(board.wall - HOUR)
    starting = asyncio.create_task(be_sure(board.clock, board.ask))
    async with asyncio.timeout(180):
        while board.asked < 3 * steady_clock.ASKED_AT_START:  # noqa: ASYNC110 - the clock tells nobody that it asks
            await asyncio.sleep(0.001)
        assert not starting.done()
        board.telegram = board.wall - HOUR
        await starting
    assert board.clock() == board.wall - HOUR


@pytest.mark.usefixtures("in_no_time")
async def test_whose_answers_contradict_each_other_holds_up_no_start(board: Board) -> None:
    board.clock.hear(board.wall - HOUR)
    told = iter(range(2, 20))

    async def answer() -> None:
        board.asked += 1
        board.passes()
        board.clock.hear(board.wall - next(told) * HOUR)

    await be_sure(board.clock, answer)
    assert board.asked == steady_clock.ASKED_AT_START
    assert board.clock() == board.wall


@pytest.mark.usefixtures("in_no_time")
async def test_telegram_is_asked_only_while_the_time_is_in_doubt(board: Board) -> None:
    fails = iter([True])

    def write(old: datetime, new: datetime) -> None:
        if next(fails, False):
            raise OSError(f"the disk is full, for a moment, at {old}, {new}")

    board.clock.adopted.insert(0, write)
    keeping = asyncio.create_task(keep_time(board.clock, board.ask))
    for _ in range(5):
        await asyncio.sleep(0.002)
    assert board.asked == 0
    board.wall += HOUR
    async with asyncio.timeout(180):
        while board.asked < 5:  # noqa: ASYNC110 - the clock tells nobody that it asks
            await asyncio.sleep(0.001)
        assert board.steps == [], "nobody answers"
        board.telegram = board.wall
        while not board.steps:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.001)
    asked = board.asked
    for _ in range(5):
        await asyncio.sleep(0.002)
    assert (board.asked, board.steps) == (asked, [HOUR])
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping
