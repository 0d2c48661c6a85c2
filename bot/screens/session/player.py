"""The session as the person sees it: one card per exercise and side."""

from dataclasses import replace
from datetime import datetime

from bot.domain.library.exercise import Exercise, Form, Picture, Side
from bot.domain.session.script import Beat, BeatKind
from bot.domain.session.session import KEYS, Move, Phase, Session
from bot.screens import keys
from bot.screens.amounts import gone, time
from bot.screens.buttons.actions import Play
from bot.screens.choose.exercise_card import numbered
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, countdown, faint, lines, plain

CARD = "play."

ASIDES = ("player-paused-note", "player-away-note")

_MOVE_LABELS: dict[Move, str] = {
    Move.READY: "move-ready",
    Move.STEPS: "move-steps",
    Move.PAUSE: "move-pause",
    Move.GO_ON: "move-go-on",
    Move.BACK: "move-back",
    Move.SKIP: "move-skip",
    Move.EASIER: "move-easier",
    Move.SWAP: "move-swap",
    Move.HURTS: "move-hurts",
    Move.SHARP: "move-sharp",
    Move.TOO_MUCH: "move-too-much",
    Move.NUMB: "move-numb",
    Move.CHEST: "move-chest",
    Move.START_OVER: "move-start-over",
    Move.STOP: "move-stop",
    Move.DONE: "move-done",
}
_LABELS_OF_PHASE: dict[tuple[Phase, Move], str] = {
    (Phase.PAUSED, Move.STOP): "move-stop-here",
    (Phase.AWAY, Move.STOP): "move-leave",
    (Phase.HURTING, Move.GO_ON): "move-fine",
    (Phase.LISTENING, Move.STOP): "move-stop-here",
    (Phase.ASKED, Move.DONE): "move-yes-all",
    (Phase.ASKED, Move.STOP): "move-not-this-time",
}


def player(
    session: Session,
    exercise: Exercise | None,
    form: Form | None,
    words: Words,
    *,
    tells_colours: bool = False,
) -> Screen:
    """A live session. `exercise` and `form` are None when the content has retired them since the session began.
    `tells_colours`: it is the first picture with colours that they see."""
    title = exercise.title if exercise else gone(session.now_playing.ref.exercise, words)
    text = lines(
        bold(_headline(session, title, words)), *_body(session, exercise, form, words), _clock(session, words)
    )
    if tells_colours:
        text = lines(text, faint(words("player-colours")))
    picture = _picture(session, form)
    # In words only, what a screen reader is at must not go from under it.
    asides = tuple(plain(words(id_)) for id_ in ASIDES)
    rows = _rows(session, words)
    return Screen(text, rows, picture, _card(session), stays=picture is None, line="", asides=asides)


def noted(screen: Screen, note: str) -> Screen:
    """With a line below the headline, until the card is drawn anew."""
    headline, *below = screen.text.split("\n")
    return replace(screen, text=lines(headline, faint(note), *below))


def _picture(session: Session, form: Form | None) -> Picture | None:
    """The loop of the side and station that are on, from getting ready until the last second of it."""
    if form is None:
        return None
    beat = session.now_playing
    loop = form.loop(beat.side, _station(beat))
    return form.numbered or loop if session.phase is Phase.READING else loop


def _station(beat: Beat) -> int:
    """From 0, over all repetitions. While one rests, the next is shown: it is the way there."""
    is_between = beat.kind is BeatKind.REST and beat.repetition < beat.repetitions
    return beat.repetition if is_between else beat.repetition - 1


def _card(session: Session) -> str:
    item, ref, side = session.now_playing.card
    return f"{CARD}{session.id}.{item}.{ref}.{side.value if side else ''}"


def _headline(session: Session, title: str, words: Words) -> str:
    beat = session.now_playing
    place = beat.item + 1
    match session.phase:
        case Phase.WORKING | Phase.RESTING | Phase.READY:
            return _act(beat, title, session.items, words)
        case Phase.PAUSED | Phase.HALTED:
            return words("player-paused", title=title, place=place, places=session.items)
        case Phase.READING:
            return words("player-reading", title=title, place=place, places=session.items)
        case Phase.HURTING:
            return words("player-hurting")
        case Phase.ASKED:
            return words("player-asked")
        case _:
            return words("player-away", title=title, place=place, places=session.items)


def _act(beat: Beat, title: str, places: int, words: Words) -> str:
    place, seconds = beat.item + 1, beat.seconds or 0
    match beat.kind:
        case BeatKind.GET_READY:
            return words("player-get-ready", title=title, place=place, places=places)
        case BeatKind.SWITCH:
            side = beat.side.value if beat.side else ""
            return words("player-switch", side=side, title=title, place=place, places=places)
        case BeatKind.HOLD:
            return words("player-stay", time=time(seconds, words), title=title, place=place, places=places)
        case BeatKind.REPEAT:
            return words("player-flow", time=time(seconds, words), title=title, place=place, places=places)
        case BeatKind.REST:
            return words("player-rest", title=title, place=place, places=places)


def _body(
    session: Session, exercise: Exercise | None, form: Form | None, words: Words
) -> tuple[str | None, ...]:
    match session.phase:
        case Phase.READY:
            named = form.name if form and exercise and form is not exercise.usual else ""
            return _ready(session.now_playing, form, named, words)
        case Phase.WORKING:
            return _working(session.now_playing, form, words)
        case Phase.RESTING:
            return (plain(form.between) if form else None,)
        case Phase.READING:
            return (numbered(form) if form else None,)
        case Phase.PAUSED:
            return (plain(words("player-paused-note")),)
        case Phase.AWAY:
            return (plain(words("player-away-note")),)
        case _:
            return ()


def _ready(beat: Beat, form: Form | None, named: str, words: Words) -> tuple[str | None, ...]:
    """`named`: the form's name, where it is not the usual one: the first step of a walk on a chair is none of a walk."""
    in_words = not (form and form.loops)
    alt = form.steps[0].alt if form and in_words and beat.kind is not BeatKind.SWITCH else None
    # A card in words stays when its buttons are gone: it must not speak of them.
    waits = words("player-no-hurry" if in_words else "player-breath-first") if beat.seconds is None else None
    return _first_step(beat, form, named, words), faint(alt) if alt else None, plain(waits) if waits else None


def _first_step(beat: Beat, form: Form | None, named: str, words: Words) -> str | None:
    """Which side it is has to be known before one lies down."""
    if beat.kind is BeatKind.SWITCH and beat.side:
        over = form.other_side if form else ""
        return lines(plain(over) if over else None, plain(words(f"switch-{beat.side.value}")))
    if form is None:
        return None
    step = _sided(form.steps[0].text, beat.side, words)
    return plain(words("player-form", form=named, step=step) if named else step)


def _working(beat: Beat, form: Form | None, words: Words) -> tuple[str | None, ...]:
    cue = form.cue if form else words("player-keep-breathing")
    below = words.parted(part for part in (_counted(beat, form, words), form.feel if form else "") if part)
    return plain(_sided(cue, beat.side, words)), plain(below) if below else None


def _sided(cue: str, side: Side | None, words: Words) -> str:
    return words("player-side", side=words(f"side-{side.value}"), cue=cue) if side else cue


def _counted(beat: Beat, form: Form | None, words: Words) -> str | None:
    if beat.repetitions < 2:
        return None
    if beat.kind is BeatKind.REPEAT:
        each = (beat.seconds or 0) // beat.repetitions
        return words("player-times", times=beat.repetitions, seconds=each)
    number = words("player-hold-number", number=beat.repetition, count=beat.repetitions)
    stations = form.stations if form else ()
    station = stations[_station(beat) % len(stations)] if stations else None
    return words("player-station", station=station, hold=number) if station else number


def _clock(session: Session, words: Words) -> str | None:
    wake_at: datetime | None = session.wake_at if session.phase is not Phase.HALTED else None
    return countdown(wake_at, session.now_playing.seconds or 0, words) if wake_at else None


def _rows(session: Session, words: Words) -> Rows:
    first, *others = KEYS[session.phase]
    if session.phase is Phase.HURTING:  # nothing leads on: four answers alike, and the way back
        return keys.paired(_key(session, move, words) for move in KEYS[session.phase])
    rest = keys.paired(_key(session, move, words) for move in others)
    return ((_key(session, first, words),), *rest)


def _key(session: Session, move: Move, words: Words) -> Button:
    """The first move of a phase is the one that leads on; that something hurts is never pressed on anyone."""
    label = _LABELS_OF_PHASE.get((session.phase, move), _MOVE_LABELS[move])
    leads = move is KEYS[session.phase][0] and session.phase is not Phase.HURTING
    style = Style.PRIMARY if leads else Style.PLAIN
    return Button(words(label), Play(session.id, session.turn, move), style)
