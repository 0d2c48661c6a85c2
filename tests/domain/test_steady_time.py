"""The time that the bot goes by, against clocks that step, stand still and lie."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.steady_time import FIRM, SteadyTime, begun, hear, look, stepped

TRUE = datetime(2030, 5, 4, 8, 30, tzinfo=UTC)
SECOND, HOUR, YEAR = timedelta(seconds=1), timedelta(hours=1), timedelta(days=365)
FAR = st.one_of(
    st.timedeltas(timedelta(seconds=95), YEAR), st.timedeltas(timedelta(seconds=95), YEAR).map(lambda by: -by)
)
NEAR = st.timedeltas(timedelta(seconds=-29), timedelta(seconds=29))


@dataclass
class Board:
    """A machine with its clocks: `ahead` is what its wall clock is ahead of the true time."""

    ahead: timedelta = timedelta()
    true: datetime = TRUE
    seconds: float = 1000.0
    time: SteadyTime = field(init=False)

    def __post_init__(self) -> None:
        self.time = begun(self.true + self.ahead, self.seconds)

    def passes(self, seconds: float = 1.0) -> None:
        self.true += timedelta(seconds=seconds)
        self.seconds += seconds
        self.looks()

    def sleeps(self, time: timedelta) -> None:
        """Suspended: the wall clock knows, the monotonic one does not."""
        self.true += time
        self.looks()

    def steps(self, by: timedelta) -> None:
        self.ahead += by
        self.looks()

    def looks(self) -> None:
        self.time = look(self.time, self.true + self.ahead, self.seconds)

    def hears(self, wrong_by: timedelta = timedelta()) -> None:
        date = (self.true + wrong_by).replace(microsecond=0)
        self.time = hear(self.time, date, self.seconds)

    @property
    def error(self) -> timedelta:
        return self.time.at(self.seconds) - self.true


def is_right(board: Board) -> bool:
    return abs(board.error) <= 31 * SECOND


@given(st.lists(st.timedeltas(-2 * SECOND, 2 * SECOND), max_size=15))
def test_small_changes_are_followed_in_silence(changes: list[timedelta]) -> None:
    board = Board()
    for change in changes:
        before = board.time
        board.steps(change)
        assert not stepped(before, board.time)
        assert not board.time.is_in_doubt
        assert abs(board.error - board.ahead) < SECOND / 1000


@given(NEAR)
def test_a_step_of_up_to_half_a_minute_is_followed_at_once_and_told_above_two_seconds(by: timedelta) -> None:
    board = Board()
    before = board.time
    board.steps(by)
    assert bool(stepped(before, board.time)) == (abs(by) > 2 * SECOND)
    assert abs(board.error - by) < SECOND / 1000
    assert not board.time.is_in_doubt


@given(
    st.sampled_from([-1, 1]),
    st.lists(st.timedeltas(SECOND / 100, 29 * SECOND), min_size=1, max_size=40),
    st.booleans(),
)
def test_small_steps_in_one_direction_lead_nobody_astray(
    side: int, steps: list[timedelta], has_heard: bool
) -> None:
    assume(sum(steps, timedelta()) > 32 * SECOND)
    board = Board()
    if has_heard:
        board.hears()
    for by in steps:
        board.steps(side * by)
        board.passes()
        assert is_right(board), "no more than one step of half a minute is followed before Telegram is heard"
    assert board.time.is_in_doubt
    board.hears()
    assert is_right(board)
    assert not board.time.is_in_doubt
    board.steps(side * 29 * SECOND)
    assert is_right(board)


@given(st.sampled_from([-1, 1]))
def test_a_clock_that_runs_too_fast_or_too_slow_is_found_out(side: int) -> None:
    board = Board()
    for minute in range(60):
        for _ in range(60):
            board.ahead += side * SECOND / 10
            board.passes()
            assert is_right(board)
        if minute % 10 == 9:
            board.hears()
    assert board.time.wall_is_wrong


@given(FAR, st.integers(1, 10_000))
def test_after_a_greater_step_the_old_time_goes_on_until_telegram_answers(by: timedelta, later: int) -> None:
    board = Board()
    board.hears()
    board.steps(by)
    board.passes(later)
    assert abs(board.error) < SECOND
    assert board.time.is_in_doubt
    board.hears()
    assert is_right(board)
    assert board.time.wall_is_wrong
    assert not board.time.is_in_doubt
    board.passes(later)
    assert is_right(board)


@given(FAR)
def test_a_step_is_seen_once(by: timedelta) -> None:
    board = Board()
    before = board.time
    board.steps(by)
    assert abs(stepped(before, board.time) - by) < SECOND / 1000
    before = board.time
    board.passes()
    assert not stepped(before, board.time)


@given(st.timedeltas(timedelta(minutes=2), YEAR))
def test_after_a_sleep_telegram_wakes_it(nap: timedelta) -> None:
    board = Board()
    board.hears()
    board.sleeps(nap)
    assert abs(board.error + nap) < SECOND
    board.hears()
    assert is_right(board)
    assert not board.time.wall_is_wrong


@given(FAR)
def test_a_clock_that_is_set_right_is_taken_over_with_the_first_answer(wrong_by: timedelta) -> None:
    board = Board(ahead=wrong_by)
    board.steps(-wrong_by)
    assert abs(board.error - wrong_by) < SECOND
    board.hears()
    assert is_right(board)
    assert not board.time.is_in_doubt


@given(FAR, FAR)
def test_with_neither_clock_right_telegram_is_believed_the_second_time(
    at_first: timedelta, wrong: timedelta
) -> None:
    board = Board(ahead=at_first)
    board.steps(wrong - at_first)
    board.hears()
    board.passes()
    board.hears()
    assert is_right(board)
    assert not board.time.is_in_doubt


@given(FAR)
def test_a_clock_that_is_wrong_at_the_start_is_found_out_by_two_answers(wrong_by: timedelta) -> None:
    board = Board(ahead=wrong_by)
    board.hears()
    assert abs(board.error - wrong_by) < SECOND
    assert board.time.is_in_doubt
    board.passes(0.5)
    board.hears()
    assert board.time.is_in_doubt, "what comes at once may be the same answer"
    board.passes()
    board.hears()
    assert is_right(board)
    assert board.time.wall_is_wrong


@given(FAR, st.booleans())
def test_one_wrong_answer_changes_nothing(lie: timedelta, is_agreed: bool) -> None:
    board = Board()
    if is_agreed:
        board.hears()
    board.hears(lie)
    assert abs(board.error) < SECOND
    assert board.time.is_in_doubt
    board.passes()
    board.hears()
    assert not board.time.is_in_doubt
    board.passes(FIRM + 1)
    board.hears(lie)
    assert abs(board.error) < SECOND


@given(FAR, FAR)
def test_two_wrong_answers_that_differ_change_nothing(lie: timedelta, other: timedelta) -> None:
    assume(abs(lie - other) > timedelta(minutes=1))
    board = Board()
    for _ in range(3):
        board.hears(lie)
        board.passes()
        board.hears(other)
        board.passes()
    assert abs(board.error) < SECOND


@given(FAR)
def test_what_telegram_agreed_with_is_given_up_only_after_minutes(lie: timedelta) -> None:
    board = Board()
    board.hears()
    for _ in range(9):
        board.hears(lie)
        board.passes(FIRM / 10)
    assert abs(board.error) < SECOND
    board.passes(FIRM / 10)
    board.hears(lie)
    assert abs(board.error - lie) <= SECOND


@given(st.sampled_from([datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)]))
def test_a_date_that_can_be_none_is_passed_over(date: datetime) -> None:
    board = Board()
    for _ in range(3):
        board.passes()
        assert hear(board.time, date, board.seconds) is board.time


@given(FAR)
def test_a_wrong_clock_that_is_set_right_again_is_followed_again(by: timedelta) -> None:
    board = Board()
    board.hears()
    board.steps(by)
    board.hears()
    board.steps(-by)
    assert not board.time.wall_is_wrong
    assert not board.time.is_in_doubt
    board.steps(SECOND)
    assert abs(board.error - SECOND) < SECOND / 1000


EVENTS = st.one_of(
    st.tuples(st.just("passes"), st.floats(0.5, 5000)),
    st.tuples(st.just("sleeps"), st.timedeltas(timedelta(0), 2 * YEAR)),
    st.tuples(st.just("steps"), st.timedeltas(-2 * YEAR, 2 * YEAR)),
    st.tuples(st.just("hears"), st.one_of(st.just(timedelta(0)), FAR)),
)


@given(st.timedeltas(-YEAR, YEAR), st.lists(EVENTS, max_size=30))
def test_whatever_happened_two_true_answers_set_it_right(
    ahead: timedelta, events: list[tuple[str, object]]
) -> None:
    board = Board(ahead=ahead)
    for name, value in events:
        getattr(board, name)(value)
    board.passes(FIRM)
    board.hears()
    board.passes(FIRM)
    board.hears()
    assert is_right(board)
    assert not board.time.is_in_doubt
