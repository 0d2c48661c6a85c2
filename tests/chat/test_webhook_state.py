"""What getWebhookInfo says, and when it means that Telegram can't reach us."""

from datetime import timedelta

import pytest

from bot.chat.telegram.webhook_state import RECENT, read_state
from tests.whole.running import MORNING

FAILED = {
    "url": "https://bot.example/",
    "pending_update_count": 3,
    "last_error_date": int(MORNING.timestamp()),
    "last_error_message": "Connection\n refused",
}


def is_out_of_reach(*, heard: float, after: float, **told: object) -> bool:
    """`heard`: seconds after the error, when something came last. `after`: likewise, when it is judged."""
    state = read_state(FAILED | told)
    assert state
    return state.is_out_of_reach(MORNING + timedelta(seconds=heard), MORNING + timedelta(seconds=after))


def test_what_waits_after_an_error_can_not_reach_us() -> None:
    assert is_out_of_reach(heard=-5, after=20)
    state = read_state(FAILED)
    assert state
    assert state.error == "Connection refused"


@pytest.mark.parametrize("told", [{"pending_update_count": 0}, {"last_error_date": None}])
def test_where_nothing_waits_or_failed_all_is_well(told: dict[str, object]) -> None:
    assert not is_out_of_reach(heard=-5, after=20, **told)


def test_an_error_is_over_when_something_came_after_it_or_it_is_old() -> None:
    assert not is_out_of_reach(heard=2, after=20)
    assert is_out_of_reach(heard=0.5, after=20)  # in the same second, of which Telegram tells no part
    assert not is_out_of_reach(heard=-5, after=RECENT.total_seconds() + 1)


@pytest.mark.parametrize("told", [None, [], "url", {}, {"url": None}, {"url": 7}])
def test_what_is_no_state_is_none(told: object) -> None:
    assert read_state(told) is None


@pytest.mark.parametrize("name", ["pending_update_count", "last_error_date", "last_error_message"])
@pytest.mark.parametrize("odd", [None, "x", -1, 2**70, [], {}])
def test_an_odd_part_of_it_is_none_and_the_rest_is_read(name: str, odd: object) -> None:
    state = read_state(FAILED | {name: odd})
    assert state
    assert state.url == FAILED["url"]
    assert not state.is_out_of_reach(MORNING + timedelta(seconds=2), MORNING)
