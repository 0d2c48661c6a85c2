"""Leads the weekly check-in, begun when it is time or when they like, part by part until the recap."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.person import answers
from bot.coach.person.pain_noting import LOOKS_BACK
from bot.domain.person.check_ins import SUNDAY, CheckIn, CheckInPart, answered, part_after
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.pain_concerns import concern
from bot.domain.progress.pain_weeks import compared, pain_weeks
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import CheckInAction, SetCheckInDay, TellCheckIn
from bot.screens.person import check_in_screens as screens
from bot.store.moments import EPOCH

A_WEEK = timedelta(days=7)
LONGEST = 60
"""Characters in the one thing that their back limits."""


def begin(case: Case) -> Answer:
    return Answer(screens.ask(_todays_id(case), CheckInPart.PAIN, case.who.limits, case.words))


def take_answer(case: Case, action: CheckInAction) -> Answer | None:
    match action:
        case TellCheckIn():
            return _tell(case, action)
        case SetCheckInDay(day):
            return answers.settings(save_preferences(case, replace(case.who, check_in_day=day)))


def ask_day(case: Case) -> Answer:
    chosen = case.who.check_in_day
    return Answer(screens.ask_day(SUNDAY if chosen is None else chosen % 7, case.words))


def ask_limit(case: Case, check_in: int | None = None) -> Answer:
    about = (check_in,) if check_in else ()
    return Answer(screens.name_limit(check_in, case.words), awaits=Awaited(Wanted.LIMIT, about))


def name_limit(case: Case, check_in: int, said: str) -> Answer:
    case = save_preferences(case, replace(case.who, limits=" ".join(said.split())[:LONGEST]))
    today = _todays_id(case)
    if (check_in or today) and case.store.check_ins.get(check_in or today, case.person.id):
        return _ask(case, check_in or today, CheckInPart.FUNCTION)
    return answers.settings(case)


def _tell(case: Case, action: TellCheckIn) -> Answer | None:
    week = _week(case, action.check_in)
    told = answered(week, action.part, action.value) if week else None
    if told is None:
        return None
    told = told if told.id else replace(told, id=case.store.check_ins.add(case.person.id, told))
    case.store.check_ins.save(case.person.id, told)
    if action.part is CheckInPart.PAIN:
        _note(case, told)
    following = part_after(action.part)
    return _ask(case, told.id, following) if following else _recap(case)


def _ask(case: Case, check_in: int, part: CheckInPart) -> Answer:
    if part is CheckInPart.FUNCTION and not case.who.limits:
        return ask_limit(case, check_in)
    return Answer(screens.ask(check_in, part, case.who.limits, case.words))


def _week(case: Case, id: int) -> CheckIn | None:  # noqa: A002
    number = id or _todays_id(case)
    return case.store.check_ins.get(number, case.person.id) if number else CheckIn(case.now)


def _todays_id(case: Case) -> int:
    begun = case.store.check_ins.since(case.person.id, case.now - timedelta(days=1))
    return next((each.id for each in begun if each.at.astimezone(case.zone).date() == case.today), 0)


def _note(case: Case, told: CheckIn) -> None:
    notes, person = case.store.pain_notes, case.person.id
    for note in notes.since(person, told.at):
        if note.moment is NotedWhen.WEEK:
            notes.delete(note.id, person)
    if told.pain is not None:
        notes.add(person, PainNote(case.now, NotedWhen.WEEK, told.pain))


def _recap(case: Case) -> Answer:
    person, store = case.person.id, case.store
    done = [entry for entry in store.diary.since(person, case.now - A_WEEK) if entry.seconds]
    days = {entry.began_at.astimezone(case.zone).date() for entry in done}
    notes = store.pain_notes.since(person, EPOCH)
    recent = [note for note in notes if note.at >= case.now - LOOKS_BACK]
    this = screens.Recap(
        len(days),
        sum(entry.seconds for entry in done),
        compared(pain_weeks(notes, case.zone)),
        concern(recent, case.who.seen, case.zone),
    )
    return Answer(screens.recap(this, case.words))
