"""Walks every state of the player that any events can lead to, over scripts that hold every kind of beat."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.library.exercise import Position
from bot.domain.session.script import Beat, Getting, Script, beats_of, write
from bot.domain.session.session import Event, Led, Move, Phase, Ring, Session, Tap, begin, listen
from tests.domain.laws import events, step
from tests.examples import ANA, BOOK, CAT, CAT_SEATED, CHILD, MORNING, ROLL, SQUEEZE, part

KNOWN = frozenset({"shoulder-roll", "shoulder-squeeze", "open-book", "childs-pose"})
SCRIPTS: tuple[Script, ...] = (
    write([part(ROLL), part(CHILD)], KNOWN),
    write([part(SQUEEZE)], KNOWN),
    write([part(BOOK), part(CHILD)], KNOWN),
    write([part(CAT)]),
)

TIMED = tuple(write([part(SQUEEZE), part(CHILD), part(BOOK)], KNOWN, Getting(takes=25, is_timed=True)))
BEGINNINGS = (
    *((Led.BY_TAPS, script) for script in SCRIPTS),
    (Led.HANDS_FREE, TIMED),
    (Led.BY_FILE, TIMED),
)


class OneScript(tuple[Beat, ...]):
    """Known by what it is, not by what is in it: to hash a hundred thousand scripts beat by beat takes longer than all else."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


_SCRIPTS: dict[Script, OneScript] = {}
"""Each script, to the one that stands for it in every session of the walk."""

State = tuple[OneScript, Phase, int, bool, Led]


@dataclass
class Walk:
    """Every state reached, and what leads from which to which."""

    states: dict[State, Session] = field(default_factory=dict)
    edges: list[tuple[State, Event, State]] = field(default_factory=list)


def state(session: Session) -> State:
    """What of a session decides what can come next. Moments, the turn and what was done do not."""
    return _one(session.script), session.phase, session.beat, session.wake_at is None, session.led


def _one(script: Script) -> OneScript:
    return script if isinstance(script, OneScript) else _SCRIPTS.setdefault(script, OneScript(script))


def instead(session: Session) -> Script:
    """One easier form for whatever is being done, as the coach would look it up."""
    return beats_of(part(CAT_SEATED), session.now_playing.item, Position.SIT, is_known=True)


def walk() -> Walk:
    done = Walk()
    open_ends = [begin(1, ANA, "", _one(script), MORNING, led=led) for led, script in BEGINNINGS]
    open_ends += [listen(session, MORNING) for session in open_ends if session.led is Led.BY_FILE]
    done.states = {state(session): session for session in open_ends}
    while open_ends:
        session = open_ends.pop()
        for event, now in events(session, instead):
            after = _walked(done, session, event, now)
            if after is not None:
                open_ends.append(after)
    return done


def _walked(done: Walk, session: Session, event: Event, now: datetime) -> Session | None:
    """The session after the event, if nobody has been in that state before."""
    after = step(session, event, now)
    if after is session:
        return None
    before, there = state(session), state(after)
    done.edges.append((before, event, there))
    if there in done.states:
        return None
    done.states[there] = replace(after, script=there[0])
    return done.states[there]


def reaching(done: Walk, wanted: set[State]) -> set[State]:
    """The states from which one of `wanted` can be reached."""
    before: dict[State, set[State]] = {}
    for start, _, end in done.edges:
        before.setdefault(end, set()).add(start)
    found, todo = set(wanted), list(wanted)
    while todo:
        new = before.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found


def is_time(event: Event) -> bool:
    return isinstance(event, Ring)


def is_move(event: Event, move: Move) -> bool:
    return isinstance(event, Tap) and event.move is move
