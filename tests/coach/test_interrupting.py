"""People who stop, ask for help, delete or are in danger are answered from columns alone: their script may be anything at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.person import Switch
from bot.domain.session.session import Led, Phase, Stand
from bot.screens.buttons.actions import DoRoutine, SetSwitch, ToHear
from bot.screens.buttons.wire import encode
from tests.coach.moving import play
from tests.coach.talk import Someone, World, starts
from tests.examples import ANA
from tests.new_store import store_in_memory

ROUTINE = "turn and bend"
SAID = (
    *("/stop", "stop", "/help", "help", "/delete", "delete my data", "/privacy"),
    *("I have chest pain", "I want to die", "my husband hits me", "I have a fever"),
)


def by_taps(someone: Someone) -> None:
    someone.says("ready")


def hands_free(someone: Someone) -> None:
    """One move is behind them, and none of it counts yet."""
    play(someone)
    someone.taps_data(encode(SetSwitch(Switch.IS_HANDS_FREE, on=True)))
    for said in (f"/routine {ROUTINE}", "do it"):
        someone.says(said)
    for _ in range(4):
        live = someone.world.store.sessions.live_stand(someone.sender.id)
        assert live
        assert live.wake_at
        someone.world.passes((live.wake_at - someone.world.now).total_seconds())


def by_file(someone: Someone) -> None:
    someone.says("stop")
    someone.taps_data(encode(ToHear(DoRoutine("gentle"))))
    live = someone.world.store.sessions.live_stand(someone.sender.id)
    assert live
    someone.world.store.sessions.start_listening(live.id, live.person, someone.world.now)
    someone.world.passes(75)


WAYS: dict[Led, Callable[[Someone], None]] = {
    Led.BY_TAPS: by_taps,
    Led.HANDS_FREE: hands_free,
    Led.BY_FILE: by_file,
}


@dataclass(frozen=True)
class Begun:
    """A file in the middle of Ana's session, and when that is (UTC)."""

    file: bytes
    now: datetime


@pytest.fixture(scope="module")
def coached(knowledge: Knowledge) -> Knowledge:
    return replace(knowledge, has_films=True)


@pytest.fixture(scope="module")
def begun(coached: Knowledge) -> dict[Led, Begun]:
    return {led: _begun(coached, led) for led in WAYS}


def _begun(coached: Knowledge, led: Led) -> Begun:
    store = store_in_memory()
    world = World(store, Coach(store, coached))
    ana = world.someone(ANA, "Ana")
    starts(ana, ROUTINE)
    WAYS[led](ana)
    live = store.sessions.live_stand(ANA)
    assert live
    assert live.led is led
    world.now += timedelta(seconds=7)
    file = store.db.conn.serialize()
    store.close()
    return Begun(file, world.now)


def after(coached: Knowledge, begun: Begun, said: str, script: str | None = None) -> list[object]:
    """What Ana sees, and everything kept about her session."""
    store = store_in_memory()
    store.db.conn.deserialize(begun.file)
    live = store.sessions.live_stand(ANA)
    assert live
    if script is not None:
        store.db.execute("update sessions set script = ? where id = ?", [script, live.id])
    world = World(store, Coach(store, coached), begun.now, count(9000))
    ana = world.someone(ANA, "Ana")
    ana.says(said)
    told: list[object] = [
        ana.sees.text,
        ana.labels,
        store.sessions.stand(live.id, ANA),
        store.db.execute("select * from weeks").fetchall(),
    ]
    store.close()
    return told


@pytest.mark.parametrize("led", WAYS)
@pytest.mark.parametrize("said", SAID)
def test_it_is_as_with_a_script_that_can_be_read(
    coached: Knowledge, begun: dict[Led, Begun], caplog: pytest.LogCaptureFixture, led: Led, said: str
) -> None:
    assert after(coached, begun[led], said, "no JSON at all") == after(coached, begun[led], said)
    assert not caplog.records


@pytest.mark.parametrize("led", WAYS)
def test_what_was_done_of_it_counts(coached: Knowledge, begun: dict[Led, Begun], led: Led) -> None:
    _, _, stand, weeks = after(coached, begun[led], "/stop", "no JSON at all")
    assert isinstance(stand, Stand)
    assert stand.phase is Phase.LEFT
    assert sum(done.held for done in stand.done) >= 7
    assert weeks


@pytest.mark.parametrize("script", ["", "[]", "{}", '{"v":2,"beats":[{}]}', "[" * 100_000, "\ufffd"])
@pytest.mark.parametrize("said", ["/stop", "/help", "/delete", "I have chest pain"])
def test_whatever_stands_there(coached: Knowledge, begun: dict[Led, Begun], said: str, script: str) -> None:
    assert after(coached, begun[Led.BY_TAPS], said, script) == after(coached, begun[Led.BY_TAPS], said)
