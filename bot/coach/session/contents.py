"""The moves of a session, and its title."""

from bot.coach.case import Case
from bot.coach.session.live import session_of
from bot.coach.session.planning import favourites_of, planned, programme_day
from bot.coach.session.settled_once import kind_of, settled_for
from bot.domain.library.exercise import Form, FormRef
from bot.domain.library.routine import RoutineLine
from bot.domain.own.own_dose import lines_of
from bot.domain.own.own_routine import OwnRoutine
from bot.domain.person.person import Preferences
from bot.domain.session import suitable
from bot.domain.session.as_then import as_then
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Part
from bot.domain.session.session import Stand
from bot.domain.session.startable import (
    Day,
    Favourites,
    Own,
    PlannedDay,
    Ready,
    Startable,
    from_text,
    to_text,
)
from bot.domain.session.suitable import Settled
from bot.screens.amounts import form_title, name_of_gone
from bot.screens.buttons.actions import (
    DoAgain,
    DoDay,
    DoExercise,
    DoFavourites,
    DoOwn,
    DoRoutine,
    DoToday,
    Moves,
)
from bot.screens.progress.why_today import title as planned_title

NOTHING = Settled((), ())


def settled(case: Case, what: Moves) -> Settled:
    match what:
        case DoExercise(slug, form_id):
            form = case.form(FormRef(slug, form_id))
            return _alone(form, case.who) if form and _suits(case, form) else NOTHING
        case DoToday():
            return Settled(planned(case, what).parts, ())
        case DoRoutine(slug) if slug in case.library.routines and not case.who.resting.easy:
            return settled_for(kind_of(case.who), slug, case.library)
        case DoAgain(id_):
            return _again(case, id_)
        case DoFavourites():
            return Settled(favourites_of(case, what), ())
        case DoOwn(id_):
            own = case.store.own.get(id_, case.person.id)
            return settled_own(case, own, case.who) if own else NOTHING
        case DoDay(slug, week, day):
            return programme_day(case, _day(case, slug, week, day))
        case DoRoutine(slug):
            routine = case.library.routines.get(slug)
            return suitable.settle(routine.lines, case.library, case.who) if routine else NOTHING


def _again(case: Case, id_: int) -> Settled:
    session = session_of(case, id_)
    if session is None:
        return NOTHING
    library = case.library_with(beat.ref.exercise for beat in session.script)
    return suitable.settle(as_then(session.script, library, case.who), library, case.who)


def _alone(form: Form, who: Preferences) -> Settled:
    return Settled((Part(form, dose_for(form, who)),), ())


def settled_own(case: Case, own: OwnRoutine, who: Preferences) -> Settled:
    library = case.library_with(line.ref.exercise for line in own.lines)
    return suitable.settle(lines_of(own, library, who), library, who)


def _suits(case: Case, form: Form) -> bool:
    """Moves that nobody has judged may be begun by a tap, but are never put into a session."""
    bar = suitable.bar(form, case.who)
    return bar is None or bar.unjudged


def _day(case: Case, slug: str, week: int, day: str) -> tuple[RoutineLine, ...]:
    programme = case.library.programmes.get(slug)
    if programme is None or not 1 <= week <= len(programme.weeks):
        return ()
    return programme.weeks[week - 1].days.get(day, ())


def stored(case: Case, what: Moves) -> str:
    """What a session stores about where it came from; "" for a single exercise."""
    match what:
        case DoToday():
            return to_text(PlannedDay(planned(case, what).about))
        case DoExercise():
            return ""
        case DoRoutine(slug):
            return to_text(Ready(slug))
        case DoDay(slug, week, day):
            return to_text(Day(slug, week, day))
        case DoOwn(own):
            return to_text(Own(own))
        case DoFavourites():
            return to_text(Favourites())
        case DoAgain(id_):
            session = session_of(case, id_)
            return session.routine if session else ""


def title_of(case: Case, session: Stand) -> str:
    return titled(case, session.routine, session.here.exercise)


def titled(case: Case, routine: str, exercise: str) -> str:
    """`routine`: as `stored` returns it. `exercise`: a slug, whose title is used if there is no routine."""
    return _title(case, from_text(routine)) or name(case, exercise)


def _title(case: Case, begun: Startable | None) -> str | None:
    match begun:
        case Own(id_):
            own = case.store.own.get(id_, case.person.id)
            return own.name if own else None
        case PlannedDay(about):
            return planned_title(about, case.words)
        case Favourites():
            return case.words("favourites")
        case Ready(slug):
            routine = case.library.routines.get(slug)
            return routine.title if routine else None
        case Day(slug):
            programme = case.library.programmes.get(slug)
            return programme.title if programme else None
        case None:
            return None


def name(case: Case, slug: str) -> str:
    exercise = case.exercise(slug)
    return exercise.title if exercise else name_of_gone(slug, case.words)


def title_of_form(case: Case, ref: FormRef) -> str:
    library = case.library_with((ref.exercise,))
    exercise, form = library.exercise(ref.exercise), library.form(ref)
    if exercise and form:
        return form_title(exercise, form, case.words)
    return exercise.title if exercise else name_of_gone(ref.exercise, case.words)
