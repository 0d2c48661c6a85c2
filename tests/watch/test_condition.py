"""What the bot says of itself, at each moment."""

from dataclasses import dataclass

from bot.coach.doctor.health import SILENCED
from bot.watch.condition import DEAF, LATE, Condition, told
from bot.watch.listening import ListenAddress, listen_address
from bot.watch.ticks import Ticks


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def at_work() -> tuple[Condition, Clock]:
    clock = Clock()
    condition = Condition(Ticks(clock))
    condition.written, condition.heard = Ticks(clock), Ticks(clock)
    for each in (condition.ticks, condition.written, condition.heard):
        each.note()
    return condition, clock


def test_all_is_well_for_as_long_as_it_ticks_writes_and_hears() -> None:
    condition, clock = at_work()
    clock.now += LATE
    assert condition.faults() == condition.why_not_ready() == []
    assert told(condition, [])["seconds_since"] == {"tick": LATE, "write": LATE, "telegram": LATE}


def test_it_is_not_well_where_it_does_not_tick_or_write() -> None:
    condition, clock = at_work()
    clock.now += LATE + 1
    condition.written.note()
    assert condition.faults() == ["what is due was not looked at for 61 s"]
    condition.ticks.note()
    clock.now += LATE + 1
    condition.ticks.note()
    assert condition.faults() == ["the database was not written for 61 s"]
    assert condition.why_not_ready() == condition.faults()


def test_the_slowest_of_its_loops_counts() -> None:
    condition, clock = at_work()
    condition.ticks.note("reminders")
    clock.now += LATE + 1
    condition.ticks.note("beats")
    condition.written.note()
    assert condition.faults() == ["what is due was not looked at for 61 s"]


def test_where_telegram_is_away_it_is_well_and_not_ready() -> None:
    condition, clock = at_work()
    clock.now += DEAF + 1
    condition.ticks.note()
    condition.written.note()
    assert condition.faults() == []
    assert condition.why_not_ready() == ["Telegram was not heard of for 151 s"]


def test_what_silences_it_is_told_and_while_it_ends_it_is_not_ready() -> None:
    condition, _ = at_work()
    condition.is_ending = True
    assert condition.faults() == []
    assert condition.why_not_ready() == ["it is ending"]
    condition.is_silenced = lambda: True
    assert condition.faults() == [SILENCED]


def test_where_a_server_listens_is_read_and_reached_from_the_same_machine() -> None:
    assert listen_address("unix:/run/unhunch.sock") == ListenAddress(path="/run/unhunch.sock")
    for text, host in (
        ("127.0.0.1:9464", "127.0.0.1"),
        ("[::1]:9464", "::1"),
        ("localhost:9464", "localhost"),
        ("0.0.0.0:9464", "127.0.0.1"),
        ("[::]:9464", "::1"),
    ):
        assert listen_address(text).from_here == ListenAddress(host, 9464)
