"""The rules of one session: what a tap, a word or passing time does to it.

Everything that decides a transition lives in this file; as much as possible in the two tables KEYS and SAID.
It knows no clock, no database and no Telegram: time comes in as `now`, and what must happen outside goes out
as effects. What is late, double or out of place returns the very same session.

    READY ──ready/time──> WORKING ──time──> RESTING ──time──> WORKING … ──> READY (next card) … ──> FINISHED
    any of them ──pause──> PAUSED ──go on──> the same beat from its beginning
    any of them ──it hurts──> HURTING ──too much──> an easier form, READY   ──sharp or new──> STOPPED
                                      ──numb, spreading; chest or breath──> HALTED
    any of them ──danger is heard──> HALTED ──go on──> the same beat from its beginning   or ──ten minutes──> LEFT
    any of them ──stop──> LEFT     ──(the bot was away)──> AWAY ──go on──> the same beat from its beginning
    LISTENING (to a file) ──done──> FINISHED   ──it hurts──> HURTING, and on by the card   ──its time is over──> ASKED
    (hands-free and untouched, at its end)──> ASKED ──done──> FINISHED   ──stop──> LEFT, and nothing counts

The timer is a field: `wake_at` is when time next has something to say. Starting, stopping and losing timers
therefore does not exist. `turn` grows with every accepted event, and a button is good only for the turn for
which it was drawn.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from bot.domain.library.exercise import Side
from bot.domain.person.rings import Rings
from bot.domain.session.script import Beat, BeatKind, Script

OVERDUE = timedelta(minutes=2)
"""A ring later than this finds nobody on the mat: the session pauses in silence."""

OPEN_FOR = timedelta(hours=16)
"""A session begun this long ago is over, whatever it waits for: it was another day."""


HALTED_FOR = timedelta(minutes=10)
"""So long a session waits that was halted for somebody's safety; then it is over."""

TO_TAP = timedelta(minutes=3)
"""So long after the end of a file nobody is asked yet whether they followed it: they may have begun later than it was asked for."""

MOST_DONE = 400
"""Parts of a session that are kept, each of a second at least. One that goes back and forth all day is no longer counted then."""

LONG_HOLD = 10
"""Seconds from which each of several holds is rung for; shorter ones are over before a phone has told of them."""


class Phase(Enum):
    READY = "ready"
    READING = "reading"
    WORKING = "working"
    RESTING = "resting"
    PAUSED = "paused"
    AWAY = "away"
    HURTING = "hurting"
    HALTED = "halted"
    LISTENING = "listening"
    ASKED = "asked"
    FINISHED = "finished"
    LEFT = "left"
    STOPPED = "stopped"


class Move(Enum):
    """What a person can do. The values are wire forms: they live in buttons already sent."""

    READY = "y"
    STEPS = "t"
    PAUSE = "p"
    GO_ON = "g"
    BACK = "b"
    SKIP = "k"
    EASIER = "e"
    SWAP = "w"
    HURTS = "h"
    SHARP = "s"
    TOO_MUCH = "m"
    NUMB = "n"
    CHEST = "c"
    START_OVER = "o"
    STOP = "x"
    DONE = "d"


class Led(Enum):
    """By what a session goes on: by taps and time on its card; the same, and nobody has tapped or said anything yet, as they
    need not; or by a file that they listen to or watch. The values stand in people's rows."""

    BY_TAPS = "taps"
    HANDS_FREE = "hands-free"
    BY_FILE = "file"


# The grammar of a session, first half: the keyboard of a phase, in its order.
KEYS: dict[Phase, tuple[Move, ...]] = {
    Phase.READY: (Move.READY, Move.STEPS, Move.SWAP, Move.SKIP, Move.STOP),
    Phase.READING: (Move.READY, Move.SWAP, Move.STOP),
    Phase.WORKING: (Move.PAUSE, Move.SKIP, Move.HURTS),
    Phase.RESTING: (Move.PAUSE, Move.SKIP, Move.HURTS),
    Phase.PAUSED: (Move.GO_ON, Move.BACK, Move.EASIER, Move.SWAP, Move.STOP),
    Phase.AWAY: (Move.GO_ON, Move.START_OVER, Move.STOP),
    Phase.HURTING: (Move.TOO_MUCH, Move.SHARP, Move.NUMB, Move.CHEST, Move.GO_ON),
    Phase.HALTED: (Move.GO_ON, Move.STOP),
    Phase.LISTENING: (Move.DONE, Move.STOP, Move.HURTS),
    Phase.ASKED: (Move.DONE, Move.STOP),
    Phase.FINISHED: (),
    Phase.LEFT: (),
    Phase.STOPPED: (),
}

# Second half: what has no button in a phase, but can be typed in it.
SAID: dict[Phase, tuple[Move, ...]] = {
    Phase.READY: (Move.PAUSE, Move.BACK, Move.EASIER, Move.HURTS),
    Phase.READING: (Move.PAUSE, Move.BACK, Move.SKIP, Move.EASIER, Move.HURTS),
    Phase.WORKING: (Move.STEPS, Move.BACK, Move.EASIER, Move.SWAP, Move.STOP),
    Phase.RESTING: (Move.STEPS, Move.BACK, Move.EASIER, Move.SWAP, Move.STOP),
    Phase.PAUSED: (Move.STEPS, Move.SKIP, Move.HURTS),
    Phase.AWAY: (Move.BACK, Move.SKIP, Move.HURTS),
    Phase.HURTING: (Move.EASIER, Move.SWAP, Move.STOP, Move.HURTS),
    Phase.HALTED: (Move.HURTS,),
    Phase.LISTENING: (),
    Phase.ASKED: (Move.HURTS,),
    Phase.FINISHED: (),
    Phase.LEFT: (),
    Phase.STOPPED: (),
}

PHASE_OF: dict[BeatKind, Phase] = {
    BeatKind.GET_READY: Phase.READY,
    BeatKind.SWITCH: Phase.READY,
    BeatKind.HOLD: Phase.WORKING,
    BeatKind.REPEAT: Phase.WORKING,
    BeatKind.REST: Phase.RESTING,
}

STANDS_STILL: dict[Move, Phase] = {
    Move.PAUSE: Phase.PAUSED,
    Move.STEPS: Phase.READING,
    Move.HURTS: Phase.HURTING,
}
ENDS: dict[Move, Phase] = {Move.SHARP: Phase.STOPPED, Move.STOP: Phase.LEFT}
HALTS = frozenset({Move.NUMB, Move.CHEST})

OVER = frozenset({Phase.FINISHED, Phase.LEFT, Phase.STOPPED})
CHANGES_EXERCISE = frozenset({Move.EASIER, Move.SWAP, Move.TOO_MUCH})


@dataclass(frozen=True, slots=True)
class Tap:
    """`turn`: the turn the button was drawn for. `instead`: beats for the present exercise, where the move changes it."""

    move: Move
    turn: int
    instead: Script = ()


@dataclass(frozen=True, slots=True)
class Ring:
    """Time has run out. Only the clock says this: no button can."""


@dataclass(frozen=True, slots=True)
class Close:
    """The person's day is over. Only the clock says this."""


@dataclass(frozen=True, slots=True)
class Halt:
    """Danger was heard, which comes before any move. Only the coach says this: no button can."""


Event = Tap | Ring | Close | Halt


@dataclass(frozen=True, slots=True)
class Done:
    """What a person did of one beat.

    `seconds`: what it counts for by the formula of facts.md section 4, the measure of all minutes that are told: with getting
    there and moving out of it, where it was done whole. `held`: of the hold or its repetitions alone.
    """

    exercise: str
    form: str
    side: Side | None
    seconds: int
    held: int


@dataclass(frozen=True, slots=True)
class Session:
    """`routine`: what was begun, as startable.py writes it; "" for a single exercise. Moments are UTC. `beat` counts the script's beats from 0."""

    id: int
    person: int
    routine: str
    script: Script
    phase: Phase
    beat: int
    turn: int
    began_at: datetime
    beat_at: datetime
    wake_at: datetime | None
    done: tuple[Done, ...] = ()
    led: Led = Led.BY_TAPS

    @property
    def now_playing(self) -> Beat:
        return self.script[self.beat]

    @property
    def is_live(self) -> bool:
        return self.phase not in OVER

    @property
    def items(self) -> int:
        return self.script[-1].item + 1

    @property
    def seconds_done(self) -> int:
        return sum(done.seconds for done in self.done)


@dataclass(frozen=True, slots=True)
class Chime:
    """Something begins, changes or ends, and the person may not be looking. `is_new_card`: another exercise or side, or the end
    of all: what was shown is not to be changed into it."""

    at: Rings
    is_new_card: bool = True


@dataclass(frozen=True, slots=True)
class Completed:
    at: datetime


Effect = Chime | Completed
Outcome = tuple[Session, tuple[Effect, ...]]


def is_tapped_again(session: Session, move: Move, turn: int) -> bool:
    """Whether the tap is meant for the very question that ended or halted the session: by an answer that something hurts."""
    is_answered = session.phase in (Phase.STOPPED, Phase.HALTED) and turn == session.turn - 1
    return is_answered and move in KEYS[Phase.HURTING]


def begin(  # noqa: PLR0913 - what a session is
    id: int,  # noqa: A002
    person: int,
    routine: str,
    script: Script,
    now: datetime,
    *,
    led: Led = Led.BY_TAPS,
) -> Session:
    """Led by a file, all beats of `script` have seconds; its time runs once the file has come to the phone."""
    blank = Session(
        id, person, routine, script, Phase.READY, 0, 0, began_at=now, beat_at=now, wake_at=None, led=led
    )
    return replace(blank, phase=Phase.LISTENING) if led is Led.BY_FILE else _enter(blank, 0, now)


def allows(session: Session, tap: Tap) -> bool:
    """Whether the move is of this phase. Something easier, or something else, must be there to be changed to."""
    in_phase = tap.move in KEYS[session.phase] or tap.move in SAID[session.phase]
    return in_phase and (bool(tap.instead) or tap.move not in (Move.EASIER, Move.SWAP))


def advance(session: Session, event: Event, now: datetime) -> Outcome:
    """Apply one event."""
    match event:
        case Tap() if event.turn == session.turn and allows(session, event):
            return _tap(_next_turn(session), event, now)
        case Ring() if session.wake_at is not None:
            return _ring(session, session.wake_at, now)
        case Halt() if session.is_live:
            return _halt(_next_turn(session), now), ()
        case Close() if session.is_live and now - session.began_at >= OPEN_FOR:
            return _rest(_next_turn(session), Phase.LEFT), ()
    return session, ()


def _next_turn(session: Session) -> Session:
    return replace(session, turn=session.turn + 1)


def listen(session: Session, now: datetime) -> Session:
    """From its beginning."""
    lasts = timedelta(seconds=sum(beat.seconds or 0 for beat in session.script))
    return replace(session, phase=Phase.LISTENING, beat_at=now, wake_at=now + lasts + TO_TAP)


def _listen_on(session: Session, now: datetime) -> Session:
    """The file has played on meanwhile."""
    ends = session.beat_at + timedelta(seconds=sum(beat.seconds or 0 for beat in session.script))
    return replace(session, phase=Phase.LISTENING, beat=0, wake_at=max(ends, now) + TO_TAP)


def _halt(session: Session, now: datetime) -> Session:
    """Halted again, it waits anew: the ten minutes are of silence."""
    return replace(
        _rest(_credit(_caught_up(session, now), now), Phase.HALTED), beat_at=now, wake_at=now + HALTED_FOR
    )


def _ring(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    if session.phase is Phase.HALTED:
        return _ring_halted(session, wake_at, now)
    if session.phase is Phase.LISTENING:
        return _ring_listening(session, wake_at, now)
    if now < session.beat_at:  # the clock was set back: the beat begins anew, nobody waits out the difference
        return _enter(_next_turn(session), session.beat, now), ()
    if now < wake_at:
        return session, ()
    session = _next_turn(session)
    if now - wake_at > OVERDUE:
        return _rest(_credit(session, wake_at), Phase.AWAY), ()
    return _onward(_credit(session, wake_at), now)


def _ring_halted(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    if now < session.beat_at:  # the clock was set back
        return _halt(_next_turn(session), now), ()
    return (_rest(_next_turn(session), Phase.LEFT) if now >= wake_at else session), ()


def _ring_listening(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    """However late: the question can wait."""
    if now < session.beat_at:  # the clock was set back
        return listen(_next_turn(session), now), ()
    if now < wake_at:
        return session, ()
    return _rest(_next_turn(session), Phase.ASKED), (Chime(Rings.END),)


def _tap(session: Session, tap: Tap, now: datetime) -> Outcome:
    if session.phase is Phase.ASKED and tap.move is Move.STOP:
        return _rest(session, Phase.LEFT), (Chime(Rings.END),)
    if session.led is Led.BY_FILE and session.phase is Phase.LISTENING and tap.move is Move.HURTS:
        # The file plays on, and it may be nothing; which move it was is kept.
        return _rest(
            replace(session, beat=min(_place(session, now), len(session.script) - 1)), Phase.HURTING
        ), ()
    if session.led is Led.BY_FILE and session.phase is Phase.HURTING and tap.move is Move.GO_ON:
        return _listen_on(session, now), ()
    if tap.move is Move.DONE:
        whole = session.phase is Phase.ASKED or _place(session, now) == len(session.script)
        done = _counted(session, len(session.script)) if whole else _caught_up(session, now)
        return _rest(replace(done, led=Led.BY_TAPS), Phase.FINISHED), (Chime(Rings.END), Completed(now))
    session = _credit(_caught_up(session, now), now)
    if tap.move in STANDS_STILL:
        return _rest(session, STANDS_STILL[tap.move]), ()
    if tap.move in HALTS:
        return _halt(session, now), ()
    if tap.move in ENDS:
        return _rest(session, ENDS[tap.move]), (Chime(Rings.END),)
    if tap.move in CHANGES_EXERCISE:
        return _exchange(session, tap, now)
    return _walk(session, tap.move, now)


def _walk(session: Session, move: Move, now: datetime) -> Outcome:
    match move:
        case Move.READY:
            return _ready(session, now)
        case Move.BACK:
            return _turn_to(session, _card_before(session), now)
        case Move.SKIP:
            return _skip(session, now)
        case Move.START_OVER:
            return _turn_to(session, 0, now)
        case _:  # going on begins the beat anew: a stretch let go of is not half a stretch
            return _enter(session, session.beat, now), ()


def _ready(session: Session, now: datetime) -> Outcome:
    """Being ready ends a get-ready; said while reading in the midst of a hold, it begins the hold anew."""
    if PHASE_OF[session.now_playing.kind] is Phase.READY:
        return _onward(session, now)
    return _enter(session, session.beat, now), ()


def _onward(session: Session, now: datetime) -> Outcome:
    return _turn_to(session, session.beat + 1, now)


def _skip(session: Session, now: datetime) -> Outcome:
    """Skipping a get-ready skips the exercise; within it, what is left of this side."""
    here = session.now_playing
    whole = here.kind is BeatKind.GET_READY
    later = (
        number
        for number, beat in enumerate(session.script)
        if number > session.beat and (beat.item != here.item if whole else beat.card != here.card)
    )
    return _turn_to(session, next(later, len(session.script)), now)


def _card_before(session: Session) -> int:
    """The first beat of the card before this one; of this one, if it is the first."""
    cards = [beat.card for beat in session.script]
    first = cards.index(session.now_playing.card)
    return cards.index(cards[max(first - 1, 0)])


def _exchange(session: Session, tap: Tap, now: datetime) -> Outcome:
    """Put other beats in the place of the present exercise; when there are none, leave it out."""
    item = session.now_playing.item
    before = tuple(beat for beat in session.script if beat.item < item)
    after = tuple(beat for beat in session.script if beat.item > item)
    if not tap.instead:
        return _turn_to(session, len(session.script) - len(after), now)
    after = _waiting_for(after, tap.instead[-1])
    return _come_to(session, before + tap.instead + after, len(before), now), (Chime(Rings.CHANGE),)


def _waiting_for(after: Script, before: Beat) -> Script:
    """What comes after something else than it was written for: then it may be a way down, or up."""
    if not after or after[0].on_floor is before.on_floor:
        return after
    return (replace(after[0], seconds=None), *after[1:])


def _turn_to(session: Session, beat: int, now: datetime) -> Outcome:
    if beat >= len(session.script):
        return _end(session, now)
    entered = _come_to(session, session.script, beat, now)
    return entered, _chimes(session.now_playing, entered.now_playing)


def _end(session: Session, now: datetime) -> Outcome:
    """Whoever did not touch it all along may have gone: nothing counts until they say so."""
    if session.led is Led.HANDS_FREE:
        return _rest(session, Phase.ASKED), ()
    return _rest(session, Phase.FINISHED), (Chime(Rings.END), Completed(now))


def _chimes(before: Beat, now_on: Beat) -> tuple[Chime, ...]:
    if now_on.card != before.card:
        at = Rings.CHANGE if now_on.kind is BeatKind.SWITCH else Rings.END
        return (Chime(at),)
    if PHASE_OF[before.kind] is Phase.READY and PHASE_OF[now_on.kind] is Phase.WORKING:
        return (Chime(Rings.START, is_new_card=False),)
    if (
        BeatKind.REST not in (before.kind, now_on.kind)
        or max(before.seconds or 0, now_on.seconds or 0) < LONG_HOLD
    ):
        return ()
    at = Rings.END if now_on.kind is BeatKind.REST else Rings.START
    return (Chime(at, is_new_card=False),)


def _come_to(session: Session, script: Script, beat: int, now: datetime) -> Session:
    """Enter a beat by a way that need not be the script's own: there, getting down or up for it is not timed (facts.md 10.8)."""
    here, there = session.now_playing, script[beat]
    not_there_yet = here.kind is BeatKind.GET_READY and here.seconds is None
    was_meant = beat == session.beat + 1 and script is session.script
    gets_down_or_up = not_there_yet or (here.on_floor is not there.on_floor and not was_meant)
    if PHASE_OF[there.kind] is Phase.READY and there.seconds is not None and gets_down_or_up:
        script = (*script[:beat], replace(there, seconds=None), *script[beat + 1 :])
    return _enter(session if script is session.script else replace(session, script=script), beat, now)


def _enter(session: Session, beat: int, now: datetime) -> Session:
    seconds = session.script[beat].seconds
    wake_at = None if seconds is None else now + timedelta(seconds=seconds)
    phase = PHASE_OF[session.script[beat].kind]
    return replace(session, phase=phase, beat=beat, beat_at=now, wake_at=wake_at)


def _rest(session: Session, phase: Phase) -> Session:
    return replace(session, phase=phase, wake_at=None)


def _caught_up(session: Session, now: datetime) -> Session:
    """The first that is heard of somebody tells that they are there: what has passed by itself until now counts.

    Once it is over only their word counts, and a danger or a pain is none.
    """
    if session.led is Led.BY_TAPS:
        return session
    is_playing = session.led is Led.BY_FILE and session.phase is not Phase.HURTING
    here = _place(session, now) if is_playing else session.beat
    passed = 0 if session.phase is Phase.ASKED or here == len(session.script) else here
    return _counted(replace(session, led=Led.BY_TAPS, beat=min(here, len(session.script) - 1)), passed)


def _counted(session: Session, passed: int) -> Session:
    """With what was done in so many of its beats."""
    done = (_whole(session.script, number) for number in range(passed))
    return replace(session, done=tuple(each for each in done if each))


def _place(session: Session, now: datetime) -> int:
    """At which beat a file is that was begun at once and never stopped; the number of beats, once it is over."""
    left = (now - session.beat_at).total_seconds()
    for number, beat in enumerate(session.script):
        left -= beat.seconds or 0
        if left < 0:
            return number
    return len(session.script)


def _whole(script: Script, number: int) -> Done | None:
    """What a beat counts for once it has passed; None for one in which nothing is done."""
    beat = script[number]
    if PHASE_OF[beat.kind] is not Phase.WORKING or not beat.seconds:
        return None
    return Done(
        beat.ref.exercise, beat.ref.form, beat.side, beat.seconds + _around(script, number), beat.seconds
    )


def _credit(session: Session, until: datetime) -> Session:
    """Keep what was done of a hold or its repetitions, however it ends: whole seconds, never more than the beat counts for."""
    beat = session.now_playing
    if session.phase is not Phase.WORKING or session.led is Led.HANDS_FREE or len(session.done) >= MOST_DONE:
        return session
    spent = min(int((until - session.beat_at).total_seconds()), beat.seconds or 0)
    if spent <= 0:
        return session
    counts = spent + (_around(session.script, session.beat) if spent == beat.seconds else 0)
    done = Done(beat.ref.exercise, beat.ref.form, beat.side, counts, spent)
    return replace(session, done=(*session.done, done))


def _around(script: Script, number: int) -> int:
    """Seconds of getting to a hold or repetitions, and of moving after it. All beats together are as long as the plan said."""
    before, after = script[number - 1 : number], script[number + 1 : number + 2]
    lead = sum(beat.set_up for beat in before)
    return lead + sum(beat.seconds or 0 for beat in after if beat.kind is BeatKind.REST)
