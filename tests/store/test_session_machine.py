"""One session from its first beat to its end, event by event in the store: nothing is done or counted twice, and what is read is what was."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.person.person import Person
from bot.domain.session.script import BeatKind, Getting, Script, beats_of, write
from bot.domain.session.session import Close, Event, Halt, Led, Move, Phase, Ring, Session, Tap, listen
from tests.domain.laws import step
from tests.examples import ANA, CAT_SEATED, MORNING, part, without_script
from tests.machines import run, run_long, up_to
from tests.new_store import store_in_memory
from tests.strategies import parts, scripts

EVERY = frozenset({"bend", "turn", "reach", "rest"})
WORK = (BeatKind.HOLD, BeatKind.REPEAT)


@st.composite
def begun(draw: st.DrawFn) -> tuple[Led, Script]:
    led = draw(st.sampled_from((Led.BY_TAPS, Led.BY_TAPS, Led.HANDS_FREE, Led.BY_FILE)))
    if led is Led.BY_TAPS:
        return led, draw(scripts())
    return led, write(draw(parts), EVERY, Getting(takes=25, is_timed=True))


@dataclass
class Ledger:
    """`lived`: seconds since the beginning; none is taken away when the clock is set back. `visits`: times that something to be held
    or repeated was begun."""

    lived: float = 0.0
    visits: int = 0
    set_back: bool = False


class OneSession(RuleBasedStateMachine):
    session: Session

    def __init__(self) -> None:
        super().__init__()
        self.store = store_in_memory()
        self.now, self.ledger = MORNING, Ledger()

    @initialize(what=begun())
    def begins(self, what: tuple[Led, Script]) -> None:
        led, script = what
        self.store.people.meet(Person(ANA, "Ana", "en"), self.now)
        self.session = self.store.sessions.begin(ANA, "", script, self.now, led=led)
        if led is Led.BY_FILE:
            self.store.sessions.start_listening(self.session.id, ANA, self.now)
            self.session = listen(self.session, self.now)
        self.ledger.visits += self.session.phase is Phase.WORKING
        self.is_by_taps = led is Led.BY_TAPS

    @rule(move=st.sampled_from(Move), off=st.sampled_from((0, 0, 0, -1, 1)), changes=st.booleans())
    def taps(self, move: Move, off: int, changes: bool) -> None:
        item = self.session.now_playing.item
        other = beats_of(part(CAT_SEATED), item, None, is_known=True) if changes else ()
        self._happens(Tap(move, self.session.turn + off, other))

    @rule(move=st.sampled_from(Move))
    def taps_twice(self, move: Move) -> None:
        tap = Tap(move, self.session.turn)
        self._happens(tap)
        once = self.session
        self._happens(tap)
        assert self.session is once

    @rule(passed=up_to(90))
    def time_passes(self, passed: int) -> None:
        self._goes_on(passed)
        self._happens(Ring())

    @rule(late=st.sampled_from((-0.001, 0, 0, 0, 1, 119, 121, 70_000)))
    def it_is_time(self, late: float) -> None:
        due = self.session.wake_at or self.now
        self._goes_on(max((due - self.now).total_seconds() + late, 0))
        self._happens(Ring())

    @rule(back=st.sampled_from((1, 60, 7_200)))
    def the_clock_is_set_back(self, back: int) -> None:
        self.now -= timedelta(seconds=back)
        self._happens(Ring())

    @rule(event=st.sampled_from((Close(), Halt())))
    def the_day_ends_or_danger_is_heard(self, event: Event) -> None:
        self._happens(event)

    @invariant()
    def read_again_it_is_what_it_was(self) -> None:
        live = self.store.sessions.live(ANA)
        assert self.store.sessions.get(self.session.id, ANA) == self.session
        assert live == (self.session if self.session.is_live else None)
        stand = self.store.sessions.live_stand(ANA)
        assert stand == (without_script(self.session) if self.session.is_live else None)
        courses = self.store.db.execute("select count(*) from courses").fetchone()[0]
        assert courses == len(stand.course if stand else ())

    def teardown(self) -> None:
        """However often people go back: let alone now, it comes to its end, and each beat that is left comes once."""
        if not hasattr(self, "session"):
            return
        left = self.session.script[self.session.beat :]
        for _ in range(2 * len(left) + 4):
            if not self.session.is_live:
                break
            if self.session.wake_at:
                self.it_is_time(1)
            else:
                self._happens(Tap(_onward(self.session), self.session.turn))
        assert not self.session.is_live
        self.store.db.close()

    def _goes_on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.ledger.lived += seconds

    def _happens(self, event: Event) -> None:
        before = self.session
        after = self.session = step(before, event, self.now)
        if after is before:
            return
        self.store.sessions.save(before, after, self.now)
        if isinstance(event, Ring) and after.phase not in (
            Phase.AWAY,
            Phase.LEFT,
            Phase.ASKED,
            Phase.FINISHED,
        ):
            is_set_back = self.now < before.beat_at
            assert after.beat == before.beat + (not is_set_back), "one after the other, each once"
        self.ledger.visits += after.phase is Phase.WORKING
        held = sum(done.held for done in after.done)
        if self.is_by_taps:
            assert len(after.done) <= self.ledger.visits, "a step was counted twice"
            assert held <= self.ledger.lived
        else:
            assert (
                held
                <= sum(beat.seconds or 0 for beat in after.script if beat.kind in WORK) + self.ledger.lived
            )


def _onward(session: Session) -> Move:
    match session.phase:
        case Phase.READY | Phase.READING:
            return Move.READY
        case Phase.ASKED | Phase.LISTENING:
            return Move.DONE
        case _:
            return Move.GO_ON


def test_nothing_is_lost_done_or_counted_twice() -> None:
    run(OneSession, examples=60, steps=30)


@pytest.mark.soak
def test_the_same_for_long() -> None:
    run_long(OneSession, examples=20_000, steps=50)
