"""The session as the person sees it: one card per exercise and side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.library.exercise import Exercise, Form, Picture, Position, Side
from bot.domain.session.script import Beat, BeatKind, turns_over
from bot.domain.session.session import KEYS, Move, Phase, Session
from bot.screens import keys
from bot.screens.amounts import name_of_gone, time
from bot.screens.buttons.actions import AskHowFar, Play
from bot.screens.choose.exercise_card import numbered
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.session.marked_loop import marked_at, marked_next, station_of
from bot.screens.text import bold, countdown, faint, lines, plain

CARD = "play."

Whereabouts = Mapping[str, str | int]
"""The title of an exercise, and its place among how many."""

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


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`tells_colours`: it is the first picture with colours that they see. `on_bed`: they do floor moves on a bed.

    `coming`: the form on the next card. `waits_as_new`: it waits for a tap only because the move is new to them.
    """

    tells_colours: bool = False
    on_bed: bool = False
    coming: Form | None = None
    waits_as_new: bool = False


USUAL = Circumstances()


def player(
    session: Session,
    exercise: Exercise | None,
    form: Form | None,
    words: Words,
    around: Circumstances = USUAL,
) -> Screen:
    """`exercise` and `form` are None when the content has retired them since the session began."""
    title = exercise.title if exercise else name_of_gone(session.now_playing.ref.exercise, words)
    text = lines(
        bold(_headline(session, title, words, on_bed=around.on_bed)),
        *_body(session, exercise, form, words, around),
        _clock(session, words),
    )
    if around.tells_colours:
        text = lines(text, faint(words("player-colours")))
    picture, is_reading = _picture(session, form), session.phase is Phase.READING
    # In words only, what a screen reader is reading must not disappear from under it.
    asides = tuple(plain(words(id_)) for id_ in ASIDES)
    return Screen(
        text,
        _rows(session, words),
        picture,
        _card(session),
        stays=picture is None,
        line="",
        asides=asides,
        marked=None if is_reading else marked_at(session.script, session.beat, picture, words),
        ahead=marked_next(session.script, session.beat, form, around.coming, words),
    )


def next_card(session: Session) -> Beat | None:
    here, later = session.now_playing.card, session.script[session.beat + 1 :]
    return next((beat for beat in later if beat.card != here), None)


def noted(screen: Screen, note: str) -> Screen:
    headline, *below = screen.text.split("\n")
    return replace(screen, text=lines(headline, faint(note), *below))


def _picture(session: Session, form: Form | None) -> Picture | None:
    if form is None:
        return None
    beat = session.now_playing
    loop = form.loop(beat.side, station_of(beat))
    return form.numbered or loop if session.phase is Phase.READING else loop


def _card(session: Session) -> str:
    item, ref, side = session.now_playing.card
    return f"{CARD}{session.id}.{item}.{ref}.{side.value if side else ''}"


def _headline(session: Session, title: str, words: Words, *, on_bed: bool) -> str:
    """What to do and for how long comes first: a lock screen or watch shows only about 40 characters."""
    place: Whereabouts = {"title": title, "place": session.now_playing.item + 1, "places": session.items}
    match session.phase:
        case Phase.WORKING | Phase.RESTING | Phase.READY:
            return _act(session, place, words, on_bed=on_bed)
        case Phase.PAUSED | Phase.HALTED:
            return words("player-paused", **place)
        case Phase.READING:
            return words("player-reading", **place)
        case Phase.HURTING:
            return words("player-hurting")
        case Phase.ASKED:
            return words("player-asked")
        case _:
            return words("player-away", **place)


def _act(session: Session, place: Whereabouts, words: Words, *, on_bed: bool) -> str:
    beat, where = session.now_playing, words("player-place", **place)
    side, length = beat.side.value if beat.side else "", time(beat.seconds or 0, words)
    match beat.kind:
        case BeatKind.GET_READY:
            down_or_up = _down_or_up(session, session.beat, on_bed=on_bed)
            if down_or_up and beat.seconds:
                return words.parted((words(f"player-get-{down_or_up}", time=length), where))
            return words("player-get-ready", **place)
        case BeatKind.SWITCH:
            return words.parted((words("player-switch", side=side), where))
        case BeatKind.HOLD | BeatKind.REPEAT:
            act = words("player-stay" if beat.kind is BeatKind.HOLD else "player-flow", time=length)
            return words.parted((act, *([words(f"player-on-{side}")] if side else []), where))
        case BeatKind.REST:
            return words.parted((words("player-rest"), where))


def _down_or_up(session: Session, number: int, *, on_bed: bool) -> str:
    """Where the beat leads from the one before: "floor", "bed" or "up"; "" if they stay up or down."""
    was_down = number > 0 and session.script[number - 1].on_floor
    if session.script[number].on_floor is was_down:
        return ""
    return "up" if was_down else "bed" if on_bed else "floor"


def _way(session: Session, form: Form | None, words: Words, around: Circumstances) -> str:
    """Announces what takes long: the way to the floor and back, and turning over. "" if nothing does, or it waits for a tap."""
    here, script = session.now_playing, session.script
    number = next((n for n, beat in enumerate(script) if n > session.beat and beat.card != here.card), None)
    if number is None or (here.repetition < here.repetitions > 1 and here.kind is not BeatKind.REPEAT):
        return ""
    coming = script[number]
    way, then = _down_or_up(session, number, on_bed=around.on_bed), around.coming
    if coming.kind is BeatKind.SWITCH and form and form.position is Position.SIDE:
        way = "over"
    elif (
        coming.kind is BeatKind.GET_READY
        and not way
        and form
        and then
        and turns_over(then.position, form.position)
    ):
        way = "position"
    return words(f"player-next-{way}", time=time(coming.seconds, words)) if way and coming.seconds else ""


def _body(
    session: Session,
    exercise: Exercise | None,
    form: Form | None,
    words: Words,
    around: Circumstances,
) -> tuple[str | None, ...]:
    way = _way(session, form, words, around)
    match session.phase:
        case Phase.READY:
            named = form.name if form and exercise and form is not exercise.usual else ""
            return _ready(session.now_playing, form, named, words, around)
        case Phase.WORKING:
            return _working(session.now_playing, form, way, words)
        case Phase.RESTING:
            return (plain(form.between) if form else None, plain(way) or None)
        case Phase.READING:
            return (numbered(form) if form else None,)
        case Phase.PAUSED:
            return (plain(words("player-paused-note")),)
        case Phase.AWAY:
            return (plain(words("player-away-note")),)
        case _:
            return ()


def _ready(
    beat: Beat, form: Form | None, named: str, words: Words, around: Circumstances
) -> tuple[str | None, ...]:
    """`named`: the form's name, if it is not the usual one: its first step may make no sense without."""
    in_words = not (form and form.loops)
    alt = form.steps[0].alt if form and in_words and beat.kind is not BeatKind.SWITCH else None
    # A card in words stays after its buttons are gone, so it must not mention them.
    hurry = "no-hurry" if in_words else "new-first" if around.waits_as_new else "breath-first"
    waits = words(f"player-{hurry}") if beat.seconds is None else None
    return _first_step(beat, form, named, words), faint(alt) if alt else None, plain(waits) if waits else None


def _first_step(beat: Beat, form: Form | None, named: str, words: Words) -> str | None:
    if beat.kind is BeatKind.SWITCH and beat.side:
        return plain((form.other_side if form else "") or words(f"switch-{beat.side.value}"))
    if form is None:
        return None
    step = _sided(form.steps[0].text, beat.side, words)
    return plain(words("player-form", form=named, step=step) if named else step)


def _working(beat: Beat, form: Form | None, way: str, words: Words) -> tuple[str | None, ...]:
    cue = form.cue if form else words("player-keep-breathing")
    below = words.parted(
        part for part in (_counted(beat, form, words), way or (form.feel if form else "")) if part
    )
    return plain(cue), plain(below) if below else None


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
    station = stations[station_of(beat) % len(stations)] if stations else None
    return words("player-station", station=station, hold=number) if station else number


def _clock(session: Session, words: Words) -> str | None:
    wake_at: datetime | None = session.wake_at if session.phase is not Phase.HALTED else None
    return countdown(wake_at, session.now_playing.seconds or 0, words) if wake_at else None


def _rows(session: Session, words: Words) -> Rows:
    first, *others = KEYS[session.phase]
    if session.phase is Phase.HURTING:  # nothing leads on: four answers alike, and the way back
        return keys.paired(_key(session, move, words) for move in KEYS[session.phase])
    rest = keys.paired((*_part_of_it(session, words), *(_key(session, move, words) for move in others)))
    return ((_key(session, first, words),), *rest)


def _part_of_it(session: Session, words: Words) -> tuple[Button, ...]:
    if session.phase is not Phase.ASKED or session.items == 1:
        return ()
    return (Button(words("move-part-of-it"), AskHowFar(session.id, session.turn)),)


def _key(session: Session, move: Move, words: Words) -> Button:
    label = _LABELS_OF_PHASE.get((session.phase, move), _MOVE_LABELS[move])
    leads = move is KEYS[session.phase][0] and session.phase is not Phase.HURTING
    style = Style.PRIMARY if leads else Style.PLAIN
    return Button(words(label), Play(session.id, session.turn, move), style)
