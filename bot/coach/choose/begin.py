"""Begins what was chosen, unless a warning sign, another session, a question or the content stands in the way."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case
from bot.coach.choose import strong_day
from bot.coach.choose.cards import open_exercise
from bot.coach.choose.emptied import emptied
from bot.coach.progress.todays import comes_back
from bot.coach.question_of_the_day import is_asked_now, note_asked
from bot.coach.session.contents import name, settled, stored, title_of
from bot.coach.session.gate import closed_to
from bot.coach.session.live import live_of
from bot.coach.session.play import screen_of, stop
from bot.coach.session.recorded_session import (
    file_of,
    is_coming,
    is_other_way,
    too_long,
    with_room_for_words,
)
from bot.coach.session.sharp_rule import asks
from bot.coach.view.in_view import is_button_in_view
from bot.domain.person.daily_question import Daily
from bot.domain.person.pain_notes import Morning
from bot.domain.person.stages import Stage
from bot.domain.planner.composing import floor_seconds
from bot.domain.session.script import NEW_POSITION, Getting, Part, Script, write
from bot.domain.session.session import Led, Stand
from bot.domain.session.timeline import as_played
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import (
    DoExercise,
    DoOwn,
    DoToday,
    Instead,
    Moves,
    NotAsked,
    PlayAnyway,
    SaidMorning,
    ToHear,
    ToSee,
    What,
    moves_of,
)
from bot.screens.buttons.wire import encode
from bot.screens.own import own_screens as of_own
from bot.screens.person import home, pain_screens
from bot.screens.session import following

MOST_IN_A_DAY, A_DAY = 50, timedelta(days=1)
"""How many sessions one person may begin in a day. More do no back any good, and each one is stored."""


def begin(case: Case, what: What) -> Answer:
    return _stands_before(case, what) or _ask_before(case, what) or _begin(case, what)


def begin_unasked(case: Case, what: What) -> Answer:
    return _stands_before(case, what) or _begin(case, what)


def _stands_before(case: Case, what: What) -> Answer | None:
    if screen := closed_to(case, what):
        return Answer(screen)
    if live := live_of(case):
        if _is_coming(case, live, what):
            return Answer(None, plays=True)
        if _is_to_be_file(case, live, what):
            stop(case)
            return _stands_before(case, what)
        return Answer(home.session_open(live.id, title_of(case, live), what, case.words), alone=True)
    screen = asks(case, what)
    return Answer(screen) if screen else None


def _is_coming(case: Case, live: Stand, what: What) -> bool:
    if not isinstance(what, ToHear | ToSee):
        return False
    return stored(case, what.what) == live.routine and is_coming(case, live, what)


def _takes_files(case: Case) -> bool:
    return case.known.has_films and case.who.stage is not Stage.HIGH


def _is_to_be_file(case: Case, live: Stand, what: What) -> bool:
    if not isinstance(what, ToHear | ToSee) or not _takes_files(case):
        return False
    if live.led is Led.BY_FILE and not is_other_way(case, live, what):
        return False
    if isinstance(what.what, DoExercise):
        return not live.routine and live.here.exercise == what.what.slug
    return stored(case, what.what) == live.routine


def _ask_before(case: Case, what: What) -> Answer | None:
    if is_asked_now(case, Daily.MORNING_AFTER):
        note_asked(case, Daily.MORNING_AFTER)
        return Answer(pain_screens.ask_morning(what, case.words))
    if is_button_in_view(case, encode(SaidMorning(Morning.USUAL, what))):
        return Answer(pain_screens.ask_morning(what, case.words))
    if is_asked_now(case, Daily.BEFORE):
        note_asked(case, Daily.BEFORE)
    elif not is_button_in_view(case, encode(NotAsked(what))):
        return None
    return Answer(pain_screens.ask(what, case.words), awaits=Awaited(Wanted.NUMBER))


def play_anyway(case: Case, action: PlayAnyway) -> Answer:
    what = action.then
    return _stands_before(case, what) or _ask_before(case, what) or _begin(case, what, is_shown=True)


def _begin(case: Case, what: What, *, is_shown: bool = False) -> Answer:
    """`is_shown`: the question about moves that are new to them was already asked."""
    moves = moves_of(what)
    if isinstance(what, ToHear | ToSee):
        if case.who.stage is Stage.HIGH:
            return Answer(following.not_today(strong_day.gentle_today(case), case.words))
        if not case.known.has_films:
            what = moves
    if screen := strong_day.asks(case, moves):
        return Answer(screen)
    if case.store.sessions.count_begun_since(case.person.id, case.now - A_DAY) >= MOST_IN_A_DAY:
        return Answer(home.too_many_sessions(MOST_IN_A_DAY, case.words))
    parts = settled(_gently_back(case), moves).parts
    if not parts:
        return _not_for_them(case, moves)
    if isinstance(what, ToHear | ToSee):
        return _new_on_floor(case, what, parts, is_shown=is_shown) or _begin_file(case, what, parts)
    script = _script(case, moves, parts, is_timed=case.who.is_hands_free)
    led = Led.HANDS_FREE if case.who.is_hands_free else Led.BY_TAPS
    session = case.store.sessions.begin(case.person.id, stored(case, moves), script, case.now, led=led)
    return Answer(screen_of(case, session), plays=True)


def _script(case: Case, what: Moves, parts: Collection[Part], *, is_timed: bool) -> Script:
    floor = floor_seconds(case.who) if isinstance(what, DoToday) else NEW_POSITION
    getting = Getting(counts=floor, takes=floor_seconds(case.who), is_timed=is_timed)
    return write(parts, _known(case, parts), getting)


def _known(case: Case, parts: Collection[Part]) -> frozenset[str]:
    return case.store.sessions.those_done(case.person.id, [part.form.ref.exercise for part in parts])


def _begin_file(case: Case, what: ToHear | ToSee, parts: Collection[Part]) -> Answer:
    script = with_room_for_words(
        case, as_played(_script(case, what.what, parts, is_timed=True), floor_seconds(case.who))
    )
    if screen := too_long(script, what, case.words):
        return Answer(screen)
    routine = stored(case, what.what)
    session = case.store.sessions.begin(case.person.id, routine, script, case.now, led=Led.BY_FILE)
    toast = case.words("recorded-coming") if isinstance(what, ToSee) else None
    return Answer(file_of(case, session, what), plays=True, toast=toast)


def _new_on_floor(
    case: Case, what: ToHear | ToSee, parts: Collection[Part], *, is_shown: bool
) -> Answer | None:
    if is_shown:
        return None
    known = _known(case, parts)
    refs = (part.form.ref for part in parts if part.form.position.is_on_the_floor and not part.form.is_own)
    new = next((ref for ref in refs if ref.exercise not in known), None)
    if new is None:
        return None
    title = name(case, new.exercise)
    return Answer(following.show_first(what, new.exercise, new.form, title, case.words))


def _gently_back(case: Case) -> Case:
    """After two weeks away the first session is one level down (docs/facts.md: level-changes)."""
    if not comes_back(case):
        return case
    return case.as_if(replace(case.who, level=max(1, case.who.level - 1)))


def _not_for_them(case: Case, what: Moves) -> Answer:
    if isinstance(what, DoExercise):
        return open_exercise(case, what.slug)
    own = case.store.own.get(what.own, case.person.id) if isinstance(what, DoOwn) else None
    if own:
        return Answer(of_own.nothing_left(own, case.words))
    return Answer(emptied(case, what) or home.retired(case.words))


def begin_instead(case: Case, action: Instead) -> Answer:
    live = live_of(case)
    if live and live.id == action.session:
        stop(case)
    return begin(case, action.what)
