"""The rules of one session: how taps, words and passing time move a person through a script."""

# Rule 1: everything that decides how a session moves lives in this file. As much of it as possible is in tables (KEYS, SAID,
# PHASE_OF, STANDS_STILL, ENDS, HALTS). What does not fit a table is code, and that code stands here too. No other room makes a
# Session with another phase; the store alone closes rows whose script it can no longer read.
#
# Rule 2: this file does no input or output. It knows no clock, no database and no Telegram. The time is the argument `now`, and
# what must happen outside is returned as effects. So every rule can be tried by calling `advance`.
#
# Theory of operation
# -------------------
# A script (script.py) is a row of beats: get ready, hold, rest, hold, switch sides, hold, and so on. A session is a script, the
# number of the beat that it is at, and a phase.
#
# In three phases the beat runs, and PHASE_OF says which kind of beat has which phase:
#     READY       before an exercise or a side. It is timed where the person knows the move; otherwise it waits for their tap.
#     WORKING     one hold, or one run of repetitions.
#     RESTING     between two holds.
# In five phases the session stands still at its beat. "Go on" starts that beat from its beginning:
#     READING     the steps are shown.
#     PAUSED      the person paused.
#     AWAY        the bot was down while time ran out, so nobody follows the card any more.
#     HURTING     something hurts, and the card asks how.
#     HALTED      danger was heard, or the pain is of a kind that must be looked at. After HALTED_FOR the session is LEFT.
# Two phases belong to sessions that are not led by taps (see Led):
#     LISTENING   a recording plays on the phone, and the bot only knows when it came there.
#     ASKED       a recording, or a session that nobody touched, is at its end: did they do it?
# Three phases are the end (OVER): FINISHED at the end of the script, LEFT by choice or because the day is over, STOPPED by pain
# that is sharp or new. docs/player.md shows all ways between phases; it is drawn by trying every event in every state.
#
# Events. A Tap is a move of the person's, by button or by words. Where the move changes the exercise, the caller has looked up
# the new beats (`_beats_instead` in bot/coach/session/play.py), as this file has no library. A Ring says that the clock has
# reached `wake_at`, a Close that the day may be over, and a Halt that danger was heard. No button can say the last three.
#
# Refused events. A double tap, a button from last week and a ring that came too early are ordinary life. They raise nothing:
# `advance` returns the very same object without effects. Callers ask `after is session`, store nothing, and show the card as it is.
#
# `turn` tells late taps from good ones. Every accepted event makes a new session whose turn is one higher, even where the phase
# stays. A button carries the turn for which it was drawn, so it is out of date as soon as anything else has happened.
#
# `wake_at` is the timer. It is a column, and the clock outside rings for the rows whose moment has come; None means that time
# changes nothing. So nobody starts or cancels a timer, and a restart loses none. A ring is
#     on time     the next beat begins;
#     overdue     (by more than OVERDUE) the session goes AWAY without a sound. LISTENING and HALTED end the same way however late;
#     too early   refused, unless `now` is before `beat_at`. Then the clock was set back, and the beat begins anew.
#
# What somebody tells of themselves in the midst of a session is no event either: `refit` puts moves that suit them in the place of those
# to come, and lets it stand still. A Stop can be taken back for a while. That is no event, as nothing happens to a session that is over: `reopened` makes one that stands
# still of one that was LEFT, and the coach says for how long (bot/coach/session/play.py).
#
# What counts. Led by taps, a session credits the seconds of a hold when it leaves it, in whatever way. Led by itself or by a
# recording, nothing counts at first, as the person may have gone. The first event that tells that they are there counts all
# beats that have passed, and from then on the session is led by taps. The one exception: where something hurts while a recording
# plays, the recording plays on, and "go on" returns to it. At its end only their word counts: DONE counts the whole script, and a
# DidPart what comes before the exercise that they did not do any more.
#
# What must be kept in step
# -------------------------
# - A new phase or move needs its entries in KEYS and SAID, its words in bot/screens/session/player.py, and a place in GRAMMAR of
#   tests/domain/laws.py, which says the tables a second time on purpose. Then draw docs/player.md again; a test compares.
# - The values of Move are in buttons that were sent years ago, those of Phase and Led in people's rows. They never change.
# - `due_id` in bot/store/session/sessions.py finds by SQL the sessions for which a Ring or a Close would be accepted. Change one
#   with the other: otherwise the clock rings for nothing, or never.
# - `save` in the same file writes only what an event can change. A further field that `advance` changes must be written there.
# - What stops, pauses or halts a session goes through `interrupt`, which has no script: a Stand, read from columns alone. What it
#   needs to know of the script is written down whenever a beat is entered (`here`) or a session is begun (`course`).

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeVar

from bot.domain.library.exercise import Side
from bot.domain.person.rings import Rings
from bot.domain.session.script import Beat, BeatKind, Script

OVERDUE = timedelta(minutes=2)
"""A ring later than this finds nobody at the card any more."""

OPEN_FOR = timedelta(hours=16)
"""A session begun this long ago is over, whatever it waits for: it was another day."""

HALTED_FOR = timedelta(minutes=10)
"""How long a halted session waits before it is over."""

TO_TAP = timedelta(minutes=20)
"""How long the question whether they followed a recording waits after its end: they may have started it late, and
nobody can answer the question while it still plays."""

MOST_DONE = 400
"""Entries that `done` may hold. People who go back and forth all day get no more seconds counted."""

LONG_HOLD = 10
"""Seconds. A shorter hold gets no chime of its own: it would be over before the phone has made a sound."""


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
    """The values are wire forms: they live in buttons already sent."""

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
    """What moves a session on. The values stand in people's rows.

    BY_TAPS: taps, and time on its card. HANDS_FREE: only time, because nobody has tapped or said anything yet.
    BY_FILE: a recording."""

    BY_TAPS = "taps"
    HANDS_FREE = "hands-free"
    BY_FILE = "file"


# The buttons of each phase, in their order.
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

# The moves that have no button in a phase, but can be typed in it.
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
INTERRUPTS = frozenset({*STANDS_STILL, *ENDS, *HALTS})

OVER = frozenset({Phase.FINISHED, Phase.LEFT, Phase.STOPPED})
CHANGES_EXERCISE = frozenset({Move.EASIER, Move.SWAP, Move.TOO_MUCH})


@dataclass(frozen=True, slots=True)
class Tap:
    """`turn`: the turn the button was drawn for. `instead`: beats to put in the place of the present exercise."""

    move: Move
    turn: int
    instead: Script = ()


@dataclass(frozen=True, slots=True)
class Ring:
    """The clock has reached `wake_at`."""


@dataclass(frozen=True, slots=True)
class Close:
    """The clock says that the person's day may be over."""


@dataclass(frozen=True, slots=True)
class Halt:
    """The coach has heard danger."""


@dataclass(frozen=True, slots=True)
class DidPart:
    """When asked at the end, they say that they did the exercises up to `item`, counted from 0. `turn`: as in a Tap."""

    item: int
    turn: int


Event = Tap | Ring | Close | Halt | DidPart


@dataclass(frozen=True, slots=True)
class Done:
    """What a person did in one beat.

    `seconds`: what it counts for in all minutes that are shown (docs/facts.md: duration-formula). A beat done whole
    counts with getting there and moving out of it. `held`: seconds of the hold or its repetitions alone."""

    exercise: str
    form: str
    side: Side | None
    seconds: int
    held: int


@dataclass(frozen=True, slots=True)
class Leg:
    """One beat of the course. `lasts`: seconds. `item`: as in Beat. `whole`: what it counts for if it is done whole."""

    lasts: int
    item: int
    whole: Done


@dataclass(frozen=True, slots=True)
class Stand:
    """How a session stands: all that is needed to interrupt it, which is everything but its script.

    `routine`: what was begun, as startable.py writes it; "" for a single exercise. Moments are UTC. `beat`: an index
    of the script. `here`: what the present beat counts for if it is done whole; no seconds if nothing is held or
    repeated. `course`: all beats of a session that is not led by taps, because what has passed of them may come to
    count."""

    id: int
    person: int
    routine: str
    phase: Phase
    beat: int
    turn: int
    began_at: datetime
    beat_at: datetime
    wake_at: datetime | None
    here: Done
    done: tuple[Done, ...] = ()
    led: Led = Led.BY_TAPS
    course: tuple[Leg, ...] = ()

    @property
    def is_live(self) -> bool:
        return self.phase not in OVER

    @property
    def seconds_done(self) -> int:
        return sum(done.seconds for done in self.done)


@dataclass(frozen=True, slots=True)
class Session(Stand):
    script: Script = field(kw_only=True)

    @property
    def now_playing(self) -> Beat:
        return self.script[self.beat]

    @property
    def items(self) -> int:
        return self.script[-1].item + 1


AnyStand = TypeVar("AnyStand", bound=Stand)


@dataclass(frozen=True, slots=True)
class Chime:
    """Something begins, changes or ends, and the person may not be looking.

    `is_new_card`: another exercise or side, or the end: it is shown by a new message.
    """

    at: Rings
    is_new_card: bool = True


@dataclass(frozen=True, slots=True)
class Completed:
    at: datetime


Effect = Chime | Completed
Outcome = tuple[Session, tuple[Effect, ...]]


def is_tapped_again(session: Stand, move: Move, turn: int) -> bool:
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
    """A session led by a file needs seconds in all beats. It has no `wake_at` until `listen` says that the file is on the phone."""
    course = course_of(script) if led is not Led.BY_TAPS else ()
    blank = Session(
        *(id, person, routine, Phase.READY, 0, 0, now, now, None, done_whole(script, 0)),
        led=led,
        course=course,
        script=script,
    )
    return replace(blank, phase=Phase.LISTENING) if led is Led.BY_FILE else _enter(blank, 0, now)


def knows(phase: Phase, move: Move) -> bool:
    return move in KEYS[phase] or move in SAID[phase]


def _allows(session: Stand, tap: Tap) -> bool:
    # An easier form, or another exercise, must be there to change to.
    has_other = bool(tap.instead) or tap.move not in (Move.EASIER, Move.SWAP)
    return tap.turn == session.turn and knows(session.phase, tap.move) and has_other


def advance(session: Session, event: Event, now: datetime) -> Outcome:
    match event:
        case Tap(move) if _allows(session, event) and move not in INTERRUPTS:
            return _tap(_next_turn(session), event, now)
        case Ring() if session.wake_at is not None:
            return _ring(session, session.wake_at, now)
        case _:
            return interrupt(session, event, now)


def interrupt(session: AnyStand, event: Event, now: datetime) -> tuple[AnyStand, tuple[Effect, ...]]:
    """The part of `advance` that needs no script: people can stop, pause and get help even if theirs can't be read."""
    match event:
        case Tap(move) if _allows(session, event) and move in INTERRUPTS:
            return _interrupted(_next_turn(session), move, now)
        case DidPart(item, turn) if turn == session.turn and session.phase is Phase.ASKED:
            return _did_part(_next_turn(session), item)
        case Halt() if session.is_live:
            return _halt(_next_turn(session), now), ()
        case Close() if session.is_live and now - session.began_at >= OPEN_FOR:
            return _untimed(_next_turn(session), Phase.LEFT), ()
    return session, ()


def _interrupted(session: AnyStand, move: Move, now: datetime) -> tuple[AnyStand, tuple[Effect, ...]]:
    if session.phase is Phase.ASKED and move is Move.STOP:
        return _untimed(session, Phase.LEFT), (Chime(Rings.END),)
    if session.led is Led.BY_FILE and session.phase is Phase.LISTENING and move is Move.HURTS:
        # The file plays on, and it may be nothing serious; which move it was is remembered.
        return _untimed(_at_leg(session, _beat_of_file(session, now)), Phase.HURTING), ()
    session = _credit(_caught_up(session, now), now)
    if move in HALTS:
        return _halt(session, now), ()
    if move in ENDS:
        return _untimed(session, ENDS[move]), (Chime(Rings.END),)
    return _untimed(session, STANDS_STILL[move]), ()


def _did_part(session: AnyStand, item: int) -> tuple[AnyStand, tuple[Effect, ...]]:
    beats = sum(leg.item <= item for leg in session.course)
    counted = _count_first(_at_leg(session, max(beats - 1, 0)), beats)
    return _untimed(counted, Phase.LEFT), (Chime(Rings.END),)


def reopened(session: Session, now: datetime) -> Session:
    """Takes back a Stop: the session then stands still at its beat, as after a pause. Returns the same session if it
    did not end that way."""
    if session.phase is not Phase.LEFT or session.led is not Led.BY_TAPS:
        return session
    return replace(_next_turn(session), phase=Phase.PAUSED, beat_at=now)


def refit(session: Session, script: Script, beat: int, now: datetime) -> Session:
    """Changes what is left after something they said about themselves; the session then stands still at `beat`, as
    after a pause. Returns the same session if a file leads it, or if it is halted or over."""
    if not session.is_live or session.led is Led.BY_FILE or session.phase is Phase.HALTED or not script:
        return session
    session = _credit(_caught_up(_next_turn(session), now), now)
    return _untimed(_come_to(replace(session, script=script), script, beat, now), Phase.PAUSED)


def _next_turn(session: AnyStand) -> AnyStand:
    return replace(session, turn=session.turn + 1)


def listen(session: AnyStand, now: datetime) -> AnyStand:
    return replace(session, phase=Phase.LISTENING, beat_at=now, wake_at=now + _length(session) + TO_TAP)


def _listen_on(session: Session, now: datetime) -> Session:
    wake_at = max(session.beat_at + _length(session), now) + TO_TAP
    return replace(_at_leg(session, 0), phase=Phase.LISTENING, wake_at=wake_at)


def _length(session: Stand) -> timedelta:
    return timedelta(seconds=sum(leg.lasts for leg in session.course))


def _at_leg(session: AnyStand, number: int) -> AnyStand:
    beat = min(number, len(session.course) - 1)
    return replace(session, beat=beat, here=session.course[beat].whole)


def _halt(session: AnyStand, now: datetime) -> AnyStand:
    return replace(
        _untimed(_credit(_caught_up(session, now), now), Phase.HALTED), beat_at=now, wake_at=now + HALTED_FOR
    )


def _ring(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    if session.phase is Phase.HALTED:
        return _ring_halted(session, wake_at, now)
    if session.phase is Phase.LISTENING:
        return _ring_listening(session, wake_at, now)
    if (
        now < session.beat_at
    ):  # the clock was set back: the beat begins again, so that nobody waits out the difference
        return _enter(_next_turn(session), session.beat, now), ()
    if now < wake_at:
        return session, ()
    session = _next_turn(session)
    if now - wake_at > OVERDUE:
        return _untimed(_credit(session, wake_at), Phase.AWAY), ()
    return _onward(_credit(session, wake_at), now)


def _ring_halted(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    if now < session.beat_at:  # the clock was set back
        return _halt(_next_turn(session), now), ()
    return (_untimed(_next_turn(session), Phase.LEFT) if now >= wake_at else session), ()


def _ring_listening(session: Session, wake_at: datetime, now: datetime) -> Outcome:
    if now < session.beat_at:  # the clock was set back
        return listen(_next_turn(session), now), ()
    if now < wake_at:
        return session, ()
    return _untimed(_next_turn(session), Phase.ASKED), (Chime(Rings.END),)


def _tap(session: Session, tap: Tap, now: datetime) -> Outcome:
    if session.led is Led.BY_FILE and session.phase is Phase.HURTING and tap.move is Move.GO_ON:
        return _listen_on(session, now), ()
    if tap.move is Move.DONE:
        whole = session.phase is Phase.ASKED or _beat_of_file(session, now) == len(session.course)
        done = _count_first(session, len(session.course)) if whole else _caught_up(session, now)
        return _untimed(done, Phase.FINISHED), (Chime(Rings.END), Completed(now))
    session = _credit(_caught_up(session, now), now)
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
        case _:  # going on starts the beat again: half a stretch that was let go of is not half a stretch
            return _enter(session, session.beat, now), ()


def _ready(session: Session, now: datetime) -> Outcome:
    if PHASE_OF[session.now_playing.kind] is Phase.READY:
        return _onward(session, now)
    return _enter(
        session, session.beat, now
    ), ()  # they read the steps in the middle of a hold: it begins again


def _onward(session: Session, now: datetime) -> Outcome:
    return _turn_to(session, session.beat + 1, now)


def _skip(session: Session, now: datetime) -> Outcome:
    here = session.now_playing
    whole = here.kind is BeatKind.GET_READY  # skips the exercise; later, only what is left of this side
    later = (
        number
        for number, beat in enumerate(session.script)
        if number > session.beat and (beat.item != here.item if whole else beat.card != here.card)
    )
    return _turn_to(session, next(later, len(session.script)), now)


def _card_before(session: Session) -> int:
    cards = [beat.card for beat in session.script]
    first = cards.index(session.now_playing.card)
    return cards.index(cards[max(first - 1, 0)])


def _exchange(session: Session, tap: Tap, now: datetime) -> Outcome:
    item = session.now_playing.item
    before = tuple(beat for beat in session.script if beat.item < item)
    after = tuple(beat for beat in session.script if beat.item > item)
    if not tap.instead:  # nothing is easier: the exercise is left out
        return _turn_to(session, len(session.script) - len(after), now)
    after = _untimed_on_floor_change(after, tap.instead[-1])
    return _come_to(session, before + tap.instead + after, len(before), now), (Chime(Rings.CHANGE),)


def _untimed_on_floor_change(after: Script, before: Beat) -> Script:
    """`after` was written to follow another exercise. If its first beat now means getting down or up, it waits for a tap."""
    if not after or after[0].on_floor is before.on_floor:
        return after
    return (replace(after[0], seconds=None), *after[1:])


def _turn_to(session: Session, beat: int, now: datetime) -> Outcome:
    if beat >= len(session.script):
        return _end(session, now)
    entered = _come_to(session, session.script, beat, now)
    return entered, _chimes(session.now_playing, entered.now_playing)


def _end(session: Session, now: datetime) -> Outcome:
    if session.led is Led.HANDS_FREE:  # nobody has touched it: they may have gone
        return _untimed(session, Phase.ASKED), ()
    return _untimed(session, Phase.FINISHED), (Chime(Rings.END), Completed(now))


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
    """Enters any beat. If it is not the next one, getting down or up for it is not timed (docs/facts.md: floor-time)."""
    here, there = session.now_playing, script[beat]
    not_there_yet = here.kind is BeatKind.GET_READY and here.seconds is None
    was_meant = beat == session.beat + 1 and script is session.script
    gets_down_or_up = not_there_yet or (here.on_floor is not there.on_floor and not was_meant)
    if PHASE_OF[there.kind] is Phase.READY and there.seconds is not None and gets_down_or_up:
        script = (*script[:beat], replace(there, seconds=None), *script[beat + 1 :])
    return _enter(session if script is session.script else replace(session, script=script), beat, now)


def _enter(session: Session, beat: int, now: datetime) -> Session:
    """The only place that times a beat."""
    seconds = session.script[beat].seconds
    wake_at = None if seconds is None else now + timedelta(seconds=seconds)
    phase, here = PHASE_OF[session.script[beat].kind], done_whole(session.script, beat)
    return replace(session, phase=phase, beat=beat, here=here, beat_at=now, wake_at=wake_at)


def _untimed(session: AnyStand, phase: Phase) -> AnyStand:
    return replace(session, phase=phase, wake_at=None)


def _caught_up(session: AnyStand, now: datetime) -> AnyStand:
    """At the first sign of the person, counts what has passed by itself. At the end only a yes counts; danger and pain are not one."""
    if session.led is Led.BY_TAPS:
        return session
    is_playing = session.led is Led.BY_FILE and session.phase is not Phase.HURTING
    here = _beat_of_file(session, now) if is_playing else session.beat
    passed = 0 if session.phase is Phase.ASKED or here == len(session.course) else here
    return _count_first(_at_leg(session, here), passed)


def _count_first(session: AnyStand, beats: int) -> AnyStand:
    done = tuple(leg.whole for leg in session.course[:beats] if leg.whole.held)
    return replace(session, done=done, led=Led.BY_TAPS, course=())


def _beat_of_file(session: Stand, now: datetime) -> int:
    """The index of the beat that the file is at, if it was begun at once and never stopped; len(course) once it is over."""
    left = (now - session.beat_at).total_seconds()
    for number, leg in enumerate(session.course):
        left -= leg.lasts
        if left < 0:
            return number
    return len(session.course)


def course_of(script: Script) -> tuple[Leg, ...]:
    return tuple(
        Leg(beat.seconds or 0, beat.item, done_whole(script, number)) for number, beat in enumerate(script)
    )


def done_whole(script: Script, number: int) -> Done:
    beat = script[number]
    held = (beat.seconds or 0) if PHASE_OF[beat.kind] is Phase.WORKING else 0
    counts = held + _seconds_around(script, number) if held else 0
    return Done(beat.ref.exercise, beat.ref.form, beat.side, counts, held)


def _credit(session: AnyStand, until: datetime) -> AnyStand:
    """Credits what was done of a hold or its repetitions: whole seconds, and never more than the beat counts for."""
    whole = session.here
    if session.phase is not Phase.WORKING or session.led is Led.HANDS_FREE or len(session.done) >= MOST_DONE:
        return session
    spent = min(int((until - session.beat_at).total_seconds()), whole.held)
    if spent <= 0:
        return session
    done = whole if spent == whole.held else replace(whole, seconds=spent, held=spent)
    return replace(session, done=(*session.done, done))


def _seconds_around(script: Script, number: int) -> int:
    """Seconds of getting to a hold or repetitions, and of moving after it. With them all beats add up to the planned length."""
    before, after = script[number - 1 : number], script[number + 1 : number + 2]
    lead = sum(beat.set_up for beat in before)
    return lead + sum(beat.seconds or 0 for beat in after if beat.kind is BeatKind.REST)
