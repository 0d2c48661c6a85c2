"""Programmes of several weeks: where a person stands in theirs, which day is next, and when to offer another week."""

from bot.coach.case import Answer, Case
from bot.coach.session.plans import plan_of_day
from bot.coach.session.so_far import is_done_for_today
from bot.domain.library.routine import Programme, RoutineLine
from bot.domain.person.person import Floor
from bot.domain.progress.programme_pace import Enrolment, Standing
from bot.domain.session.startable import Day, from_text
from bot.screens.buttons.actions import OpenProgramme, SetWeek
from bot.screens.choose.routine_card import Plan
from bot.screens.person import home
from bot.screens.progress import programme_card as screens


def programme_tapped(case: Case, action: OpenProgramme | SetWeek) -> Answer:
    match action:
        case OpenProgramme(slug):
            return open_programme(case, slug)
        case SetWeek(slug, 0):
            return _leave(case, slug)
        case SetWeek(slug, week):
            return _begin(case, slug, week)


def open_programme(case: Case, slug: str) -> Answer:
    programme = _for_person(case, slug)
    if programme is None:
        return Answer(home.retired(case.words))
    instead = programme.slug != slug
    standing = standing_of(case)
    if standing and standing.programme is programme:
        plan, is_done = day_plan(case, standing), is_done_for_today(case)
        course = screens.Course(standing, plan, instead, is_done)
        return Answer(screens.card(course, case.now, case.words))
    first = [_seconds_a_day(case, programme, number) for number in range(len(programme.weeks))]
    return Answer(screens.invitation(programme, first, case.words, instead=instead))


def standing_of(case: Case) -> Standing | None:
    """None if they are in no programme, or in one that is gone. A week that is gone counts as the last one."""
    enrolment = case.store.programmes.get(case.person.id)
    programme = _for_person(case, enrolment.programme) if enrolment else None
    if enrolment is None or programme is None:
        return None
    family = _with_twins(case, programme)
    entries = case.store.diary.since(case.person.id, enrolment.since)
    begun = ((from_text(entry.routine), entry) for entry in entries)
    taken = tuple((day, entry) for day, entry in begun if isinstance(day, Day) and day.programme in family)
    week = min(max(enrolment.week, 1), len(programme.weeks))
    return Standing(programme, week, enrolment.since, taken)


def day_plan(case: Case, standing: Standing) -> Plan:
    return _plan(case, standing.programme, standing.lines)


def offered(case: Case) -> Programme | None:
    if standing := standing_of(case):
        return standing.programme
    programmes = case.library.programmes.values()
    twins = {programme.seated for programme in programmes}
    first = next((programme.slug for programme in programmes if programme.slug not in twins), None)
    return _for_person(case, first) if first else None


def _begin(case: Case, slug: str, week: int) -> Answer:
    programme, standing = _for_person(case, slug), standing_of(case)
    if programme:
        is_in_it = standing is not None and standing.programme is programme
        if standing.may_begin(week, case.now) if standing and is_in_it else week == 1:
            case.store.programmes.enrol(case.person.id, Enrolment(programme.slug, week, case.now))
    return open_programme(case, slug)


def _leave(case: Case, slug: str) -> Answer:
    standing = standing_of(case)
    if standing and slug not in _with_twins(case, standing.programme):
        return open_programme(case, slug)
    case.store.programmes.leave(case.person.id)
    return Answer(screens.left(case.words))


def _for_person(case: Case, slug: str) -> Programme | None:
    programme = case.library.programmes.get(slug)
    if programme and case.who.floor in (Floor.SEATED, Floor.STAND):
        return case.library.programmes.get(programme.seated, programme)
    return programme


def _with_twins(case: Case, programme: Programme) -> frozenset[str]:
    twins = (each for each in case.library.programmes.values() if each.seated == programme.slug)
    return frozenset({programme.slug, programme.seated, *(twin.slug for twin in twins)})


def _seconds_a_day(case: Case, programme: Programme, week: int) -> int:
    days = programme.weeks[week].days.values()
    seconds = [_plan(case, programme, lines).seconds for lines in days]
    return sum(seconds) // len(seconds) if seconds else 0


def _plan(case: Case, programme: Programme, lines: tuple[RoutineLine, ...]) -> Plan:
    return plan_of_day(case, programme.title, lines)
