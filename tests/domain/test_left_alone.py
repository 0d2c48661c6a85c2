"""How long a session that is open keeps what comes by itself waiting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.session.left_alone import is_left_alone
from bot.domain.session.session import Done, Phase, Stand

NOW = datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
A_MOVE = Done("cat-cow", "seated", None, 30, 30)


def stand(phase: Phase, minutes: int, beat: int = 3) -> Stand:
    """One that has been at its beat for so long."""
    began = NOW - timedelta(minutes=minutes)
    done = (A_MOVE,) if beat else ()
    return Stand(1, 7, "", phase, beat, beat, began, began, None, A_MOVE, done)


@pytest.mark.parametrize(
    ("phase", "beat", "minutes"),
    [
        (Phase.READY, 0, 15),
        (Phase.READING, 0, 15),
        (Phase.PAUSED, 0, 15),
        (Phase.READY, 3, 45),
        (Phase.READING, 3, 45),
        (Phase.PAUSED, 3, 45),
        (Phase.AWAY, 3, 45),
        (Phase.ASKED, 3, 60),
    ],
)
def test_it_is_left_alone_from_so_many_minutes_on(phase: Phase, beat: int, minutes: int) -> None:
    assert not is_left_alone(stand(phase, minutes - 1, beat), NOW)
    assert is_left_alone(stand(phase, minutes, beat), NOW)


@pytest.mark.parametrize("phase", [Phase.HURTING, Phase.HALTED])
def test_where_something_hurt_it_never_is(phase: Phase) -> None:
    assert not is_left_alone(stand(phase, 12 * 60), NOW)


@pytest.mark.parametrize("phase", [Phase.WORKING, Phase.LISTENING])
def test_while_the_clock_leads_it_it_is_not(phase: Phase) -> None:
    led = replace(stand(phase, 70), wake_at=NOW + timedelta(seconds=5))
    assert not is_left_alone(led, NOW)
    assert is_left_alone(replace(led, wake_at=NOW - timedelta(minutes=10)), NOW)
