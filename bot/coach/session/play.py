"""Plays a running session: what taps, words and the clock do to it."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case
from bot.coach.colours import tells_colours
from bot.coach.session import pain_question, recorded_session
from bot.coach.session.contents import name, title_of
from bot.coach.session.gate import closed_to
from bot.coach.session.live import live_of, live_session, session_of, stand_of
from bot.coach.session.so_far import next_reminded, this_week
from bot.coach.view.in_view import card_in_view, time_in_view
from bot.domain.library.exercise import Form, Tag
from bot.domain.person.person import Floor
from bot.domain.planner.composing import floor_seconds
from bot.domain.session import suitable
from bot.domain.session.doses import dose_for
from bot.domain.session.passing_over import passed_over
from bot.domain.session.refitting import Refitted, refitted
from bot.domain.session.script import BeatKind, Getting, Part, Script, beats_of
from bot.domain.session.session import (
    CHANGES_EXERCISE,
    ENDS,
    HALTS,
    AnyStand,
    Chime,
    Close,
    DidPart,
    Effect,
    Event,
    Halt,
    Led,
    Move,
    Phase,
    Ring,
    Session,
    Stand,
    Tap,
    advance,
    interrupt,
    is_tapped_again,
    refit,
    reopened,
)
from bot.screens.buttons.actions import AskHowFar, DidUpTo, Play
from bot.screens.days import when
from bot.screens.person import questions
from bot.screens.screen import Screen
from bot.screens.session import ending, following, how_far_screen
from bot.screens.session.player import CARD, Circumstances, next_card, noted, player

TO_TAKE_BACK = timedelta(minutes=10)
"""How long a Stop can be taken back."""

GOES_ON = frozenset({Phase.READY, Phase.READING, Phase.WORKING, Phase.RESTING, Phase.PAUSED, Phase.AWAY})
"""If it was stopped in one of these phases, nothing hurt and nothing was halted."""


MAY_CHANGE = GOES_ON | {Phase.HURTING}
"""In these phases, coming moves can be replaced, if the session is led by taps."""


def tapped(case: Case, action: Play | AskHowFar | DidUpTo) -> Answer | None:
    match action:
        case Play():
            return play(case, action)
        case AskHowFar():
            return ask_how_far(case, action)
        case DidUpTo():
            return did_up_to(case, action)


def play(case: Case, action: Play) -> Answer | None:
    stand = stand_of(case, action.session)
    if stand is None:
        return None
    if is_tapped_again(stand, action.move, action.turn):
        return pain_question.again(case, stand, action.move)
    if not stand.is_live:
        return _take_back(case, stand, action)
    return move(case, stand, action.move, action.turn)


def _take_back(case: Case, stand: Stand, action: Play) -> Answer | None:
    """Takes back a Stop with the button below it. None if it is too late, or another session is on."""
    is_stopped = action.move is Move.GO_ON and action.turn == stand.turn and live_of(case) is None
    if not is_stopped or time_in_view(case) >= TO_TAKE_BACK or not _has_end_in_view(case, stand):
        return None
    if in_the_way := closed_to(case, None):
        return Answer(in_the_way, alone=True)
    session = session_of(case, stand.id)
    after = reopened(session, case.now) if session else None
    if session is None or after is None or after is session:
        return None
    _keep(case, session, after)
    return _move(case, after, Move.GO_ON, after.turn)


def _has_end_in_view(case: Case, stand: Stand) -> bool:
    view = card_in_view(case)
    return view is not None and view.card == ending.card_of(stand)


def move(case: Case, stand: Stand, wanted: Move, turn: int) -> Answer | None:
    """`turn`: the turn the move was meant for. A halted session goes on once nothing stands in its way. None if the
    script can't be read."""
    if stand.phase is Phase.HALTED and wanted is not Move.STOP and (in_the_way := closed_to(case, None)):
        return Answer(in_the_way, alone=True)
    if (wanted in ENDS or wanted in HALTS) and (ended := _end(case, stand, wanted, turn)):
        return ended
    session = session_of(case, stand.id)
    return _move(case, session, wanted, turn) if session else None


def _end(case: Case, stand: Stand, wanted: Move, turn: int) -> Answer | None:
    after, effects = _interrupt(case, stand, Tap(wanted, turn))
    if after is stand:
        return None
    if stand.phase is Phase.LISTENING and wanted is Move.STOP:
        return recorded_session.stopped(case, stand, after)
    case = pain_question.happened(case, stand, wanted)
    if answer := pain_question.answered(case, after, wanted):
        recorded_session.take_back(case, after)
        return replace(answer, fresh=True)
    left = ending.left(after, title_of(case, after), case.words, goes_on=stand.phase in GOES_ON)
    return Answer(left, fresh=True, rings=_rings(case, _chime(effects)), plays=True)


def swap_for(case: Case, stand: Stand, slug: str) -> Answer | None:
    """Puts a named exercise in place of the present one; shows a toast if none of its forms suits them."""
    session = session_of(case, stand.id)
    if session is None:
        return None
    instead = _beats_of_named(case, session, slug)
    if not instead:
        return Answer(None, toast=case.words("player-named-not", title=name(case, slug)), plays=True)
    return _move(case, session, Move.SWAP, stand.turn, instead)


def _move(case: Case, session: Session, wanted: Move, turn: int, instead: Script = ()) -> Answer:
    if wanted in CHANGES_EXERCISE and not instead:
        instead = _beats_instead(case, session, wanted)
    tap = Tap(wanted, turn, instead)
    if recorded_session.has_only_begun(case, session, tap):
        return Answer(None, toast=case.words("recorded-just-begun"), plays=True)
    after, effects = _apply(case, session, tap)
    if after is session:
        return Answer(screen_of(case, session), toast=_nothing_else(case, session, tap), plays=True)
    _note_passed_over(case, session, after, wanted)
    case = pain_question.happened(case, session, wanted)
    chime = _chime(effects)
    return Answer(screen_of(case, after), fresh=_is_fresh(case, chime), rings=_rings(case, chime), plays=True)


def ask_how_far(case: Case, action: AskHowFar) -> Answer | None:
    session = session_of(case, action.session)
    if session is None or not session.is_live:
        return None
    if session.phase is not Phase.ASKED or session.turn != action.turn:
        return Answer(screen_of(case, session), plays=True)
    names = recorded_session.names_in(case, session)
    return Answer(how_far_screen.ask(session, names, case.words), plays=True)


def did_up_to(case: Case, action: DidUpTo) -> Answer | None:
    stand = stand_of(case, action.session)
    if stand is None or not stand.is_live:
        return None
    after, _ = _interrupt(case, stand, DidPart(action.item, action.turn))
    if after is not stand:
        return recorded_session.stopped(case, stand, after)
    session = session_of(case, stand.id)
    return Answer(screen_of(case, session), plays=True) if session else None


def beside(case: Case, note: str, *, waits: bool) -> Answer | None:
    live, card = live_of(case), card_in_view(case)
    if live is None or live.phase is Phase.HALTED or card is None or not card.card.startswith(CARD):
        return None
    if waits:
        pause_for(case)
    return shown(case, note)


def shown(case: Case, note: str = "", *, fresh: bool = False) -> Answer | None:
    live = live_session(case)
    if live is None:
        return None
    card = screen_of(case, live)
    return Answer(noted(card, note) if note else card, plays=True, fresh=fresh)


def ring(case: Case, session: Session) -> Answer | None:
    """None if the session did not change, which must not happen."""
    after, effects = _apply(case, session, Ring())
    if after is session:
        after, effects = _apply(case, session, Close())
    if after is session:
        return None
    if session.phase is Phase.HALTED:
        return Answer(None, rings=False, plays=True)  # the card that says whom to call stays as it is
    chime = _chime(effects)
    rings = _rings(case, chime) and not _is_nobody_there(after)
    return Answer(screen_of(case, after), fresh=_is_fresh(case, chime), rings=rings, plays=True)


def _is_nobody_there(session: Stand) -> bool:
    """As far as the bot can know: a recording may still be playing."""
    return session.phase in (Phase.ASKED, Phase.AWAY, Phase.LEFT)


def refit_to(case: Case, tags: frozenset[Tag]) -> Refitted | None:
    """Replaces what is left of the session by what suits them now, and pauses it. None if no session can be changed."""
    live = live_session(case)
    if live is None or live.phase not in MAY_CHANGE:
        return None
    fitted = refitted(live.script, live.beat, tags, case.library, case.who.on_the_safe_side)
    if fitted.beat >= len(fitted.script):
        return None
    after = refit(live, fitted.script, fitted.beat, case.now)
    _keep(case, live, after)
    return None if after is live else fitted


def pause_for(case: Case) -> Stand | None:
    live = live_of(case)
    if live is None or live.wake_at is None:
        return live
    if live.phase is Phase.HALTED:
        return _interrupt(case, live, Halt())[0]
    return _interrupt(case, live, Tap(Move.PAUSE, live.turn))[0]


def resume(case: Case, id: int) -> Answer | None:  # noqa: A002
    stand = stand_of(case, id)
    if stand is None or not stand.is_live:
        return None
    if stand.phase in (Phase.PAUSED, Phase.AWAY, Phase.HALTED):
        return move(case, stand, Move.GO_ON, stand.turn)
    return shown(case)


def stop(case: Case) -> None:
    if live := live_of(case):
        _interrupt(case, live, Tap(Move.STOP, live.turn))


def halt(case: Case) -> None:
    if live := live_of(case):
        _interrupt(case, live, Halt())


def _interrupt(case: Case, stand: Stand, event: Event) -> tuple[Stand, tuple[Effect, ...]]:
    after, effects = interrupt(stand, event, case.now)
    _keep(case, stand, after)
    return after, effects


def _apply(case: Case, session: Session, event: Event) -> tuple[Session, tuple[Effect, ...]]:
    after, effects = advance(session, event, case.now)
    _keep(case, session, after)
    return after, effects


def _keep(case: Case, before: AnyStand, after: AnyStand) -> None:
    if after is before:
        return
    case.store.sessions.save(before, after, case.now)
    if before.is_live and not after.is_live and after.done:
        case.store.weeks.count(after.id, after.person, after.began_at)


def _note_passed_over(case: Case, session: Session, after: Session, wanted: Move) -> None:
    if how := passed_over(session, after, wanted):
        slug = session.now_playing.ref.exercise
        case.store.passed_over.add(session.id, case.person.id, slug, how, case.now)


def _chime(effects: tuple[Effect, ...]) -> Chime | None:
    return next((effect for effect in effects if isinstance(effect, Chime)), None)


def _is_fresh(case: Case, chime: Chime | None) -> bool:
    """Only a new message rings, so whatever should ring is sent as a new message."""
    return chime is not None and (chime.is_new_card or chime.at in case.who.rings_at)


def _rings(case: Case, chime: Chime | None) -> bool:
    """True without a chime: a message is then sent only if it had to be sent anyway, and rings as that one would."""
    return chime is None or chime.at in case.who.rings_at


def _beats_instead(case: Case, session: Session, wanted: Move) -> Script:
    here = session.now_playing
    present = case.library.form(here.ref)
    if present is None:
        return ()
    used, who = {beat.ref.exercise for beat in session.script}, case.who.on_the_safe_side
    new = suitable.easier(present, case.library, who) if wanted is not Move.SWAP else None
    if new is None and wanted is not Move.EASIER:
        new = suitable.swap(present, case.library, who, used)
    return _beats(case, session, present, new) if new else ()


def _beats_of_named(case: Case, session: Session, slug: str) -> Script:
    exercise, present = case.library.exercises.get(slug), case.library.form(session.now_playing.ref)
    refs = [form.ref for form in exercise.forms] if exercise else ()
    new = suitable.nearest(present, suitable.fitting(refs, case.library, case.who.on_the_safe_side))
    return _beats(case, session, present or new, new) if new else ()


def _beats(case: Case, session: Session, present: Form, new: Form) -> Script:
    here = session.now_playing
    part = Part(new, dose_for(new, case.who))
    known = case.store.sessions.those_done(case.person.id, (new.ref.exercise,))
    getting = Getting(takes=floor_seconds(case.who))
    return beats_of(part, here.item, present.position, is_known=new.ref.exercise in known, getting=getting)


def _nothing_else(case: Case, session: Session, tap: Tap) -> str | None:
    if tap.turn != session.turn or tap.instead:
        return None
    missing = {Move.EASIER: "player-nothing-easier", Move.SWAP: "player-nothing-to-swap"}
    return case.words(missing[tap.move]) if tap.move in missing else None


def screen_of(case: Case, session: Session) -> Screen:
    title, words = title_of(case, session), case.words
    match session.phase:
        case Phase.LISTENING:
            return recorded_session.screen_of_file(case, session)
        case Phase.ASKED if session.led is Led.BY_FILE:
            return recorded_session.screen_of_file(case, session)
        case Phase.FINISHED if session.done and _is_first(case):
            return _first_finished(case, session)
        case Phase.FINISHED:
            return ending.finished(session, title, _names(case, session), this_week(case), words)
        case Phase.LEFT:
            return ending.left(session, title, words)
    ref = session.now_playing.ref
    library = case.library_with((ref.exercise,))
    exercise, form = library.exercise(ref.exercise), library.form(ref)
    coming = next_card(session)
    around = Circumstances(
        _tells_colours(case, session, form),
        on_bed=case.who.floor is Floor.BED,
        coming=case.form(coming.ref) if coming else None,
        waits_as_new=session.led is Led.HANDS_FREE
        and not case.store.sessions.those_done(case.person.id, (ref.exercise,)),
    )
    card = player(session, exercise, form, words, around)
    is_playing = session.phase is Phase.HURTING and session.led is Led.BY_FILE
    return following.pause_first(card, words) if is_playing else card


def _first_finished(case: Case, session: Session) -> Screen:
    title, then = title_of(case, session), next_reminded(case)
    if then is None:
        return ending.first_finished(session, title, case.words)
    unanswered = questions.unanswered(case.who)
    when_ = when(then, case.today, case.words)
    return ending.first_finished_and_reminded(session, title, when_, unanswered, case.words)


def _tells_colours(case: Case, session: Session, form: Form | None) -> bool:
    is_ready = session.phase is Phase.READY and session.now_playing.kind is BeatKind.GET_READY
    if not (is_ready and form and form.loops):
        return False
    return tells_colours(case, form.ref.exercise, session.beat_at)


def _is_first(case: Case) -> bool:
    return case.store.sessions.count_done_to(2, case.person.id) == 1 and case.who.seen is None


def _names(case: Case, session: Session) -> list[str]:
    return list(dict.fromkeys(name(case, done.exercise) for done in session.done))
