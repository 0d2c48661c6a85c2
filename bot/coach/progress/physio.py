"""The page for a physio: what somebody did and noted in the last four weeks, on one sheet."""

from datetime import datetime, time

from bot.coach.case import Answer, Case
from bot.coach.session.contents import name as title_of
from bot.coach.session.contents import title_of_form
from bot.domain.own.own_routine import tidy_name
from bot.domain.person.pain_notes import PainNote
from bot.domain.person.what_rests import SharpStop
from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.four_weeks import first_day, four_weeks
from bot.domain.progress.physio_page import PhysioPage
from bot.domain.session.doses import dose_for
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.amounts import dose
from bot.screens.buttons.actions import AskPage, MakePage, NamePage
from bot.screens.progress import page_screens as screens
from bot.screens.progress.page_screens import Often, PhysioFacts, Remark, Stop
from bot.store.progress.moves_done import Times

LONGEST_NAME = 60


def page_tapped(case: Case, action: AskPage | MakePage | NamePage) -> Answer:
    match action:
        case AskPage(with_words):
            return Answer(screens.ask(case.words, with_words=with_words))
        case MakePage(with_words):
            return make(case, with_words=with_words)
        case NamePage(with_words):
            return _ask_name(case, with_words=with_words)


def named(case: Case, text: str, *, with_words: bool) -> Answer:
    """The name goes on the page and is not stored."""
    name = tidy_name(text)
    if not name or len(name) > LONGEST_NAME:
        return _ask_name(case, with_words=with_words, fault=case.words("page-name-fault"))
    return make(case, name, with_words=with_words)


def make(case: Case, name: str = "", *, with_words: bool) -> Answer:
    page = page_of(case, name, with_words=with_words)
    return Answer(screens.made(page, case.today, case.words), fresh=True)


def page_of(case: Case, name: str = "", *, with_words: bool) -> PhysioPage:
    return screens.page(_facts(case, with_words=with_words), name, case.words)


def _ask_name(case: Case, *, with_words: bool, fault: str = "") -> Answer:
    screen = screens.ask_name(case.words, with_words=with_words, fault=fault)
    return Answer(screen, awaits=Awaited(Wanted.PAGE_NAME, (int(with_words),)))


def _facts(case: Case, *, with_words: bool) -> PhysioFacts:
    person, store = case.person.id, case.store
    first = first_day(case.today)
    then = datetime.combine(first, time(), case.zone)
    entries, notes = store.diary.since(person, then), store.pain_notes.since(person, then)
    stops = [stop for stop in store.sharp_stops.of(person) if stop.at >= then or _rests(case, stop)]
    passed = sorted(store.passed_over.since(person, then).items(), key=lambda each: (-each[1], each[0]))
    return PhysioFacts(
        four_weeks(entries, store.did_it.days_since(person, first), notes, case.zone, case.today),
        [_stop(case, stop) for stop in stops],
        [entry.began_at.astimezone(case.zone).date() for entry in reversed(entries) if _hurt(entry)],
        [title_of_form(case, ref) for ref in store.moves_done.too_much(person, then)],
        [Often(title_of(case, slug), count) for slug, count in passed],
        [_move(case, each) for each in store.moves_done.done(person, then)],
        case.who.tags,
        case.who.limits or "",
        [
            (week.at.astimezone(case.zone).date(), week.function)
            for week in store.check_ins.since(person, then)
            if week.function is not None
        ],
        _remarks(case, notes) if with_words else None,
    )


def _hurt(entry: Entry) -> bool:
    return entry.rating is Rating.HURT


def _rests(case: Case, stop: SharpStop) -> bool:
    return not stop.is_back and stop.until > case.now


def _stop(case: Case, stop: SharpStop) -> Stop:
    until = stop.until.astimezone(case.zone).date() if _rests(case, stop) else None
    title = title_of(case, stop.exercise) if stop.exercise else ""
    return Stop(stop.at.astimezone(case.zone).date(), title, stop.where, until)


def _move(case: Case, each: Times) -> Often:
    form = case.library.form(each.ref)
    amount = dose(form, dose_for(form, case.who), case.words) if form else ""
    return Often(title_of_form(case, each.ref), each.sessions, amount)


def _remarks(case: Case, notes: list[PainNote]) -> list[Remark]:
    said = [note for note in reversed(notes) if note.words]
    return [
        Remark(note.at.astimezone(case.zone).date(), note.number, " ".join(note.words.split()))
        for note in said
    ]
