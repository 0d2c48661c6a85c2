"""Notes how much it hurts, as a number or in words, before something begins or at any time; also adds to a note or takes one back."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case, save_preferences, with_easy_day, with_stage_read_again
from bot.coach.choose.begin import begin_unasked
from bot.coach.choose.strong_day import gentle_today
from bot.coach.person.main_menu import home_of
from bot.coach.progress.after_session import how_it_was
from bot.coach.progress.todays import todays
from bot.coach.question_of_the_day import sessions_that_hurt
from bot.coach.session import after
from bot.coach.session.gate import ask_signs_again
from bot.coach.session.live import live_of, session_of
from bot.coach.session.play import stop
from bot.coach.session.recorded_session import take_back
from bot.coach.session.so_far import is_done_for_today
from bot.domain.person.morning_after import is_more_than_fine
from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.person import Seen
from bot.domain.person.stages import Stage
from bot.domain.progress.diary import Rating
from bot.domain.progress.pain_concerns import asks_signs, concern, may_be_as_usual
from bot.domain.session.session import Phase, Session
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import (
    AddWords,
    AskAfter,
    InWords,
    NotAfter,
    NotAsked,
    NoteAfter,
    NoteFelt,
    NotePain,
    Noting,
    SaidMorning,
    TakeBack,
    What,
)
from bot.screens.person import pain_screens as screens
from bot.screens.person.home import Today
from bot.screens.screen import Screen
from bot.screens.session import following
from bot.store.known import known

LONGEST = 300
"""Characters of what somebody adds in their own words."""

MOST_IN_A_DAY, A_DAY = 40, timedelta(days=1)
"""Limits the notes in a day, because those of the last weeks are read again and again."""

TWICE_WITHIN = 60
"""Seconds. The same note again within this time is an accidental second tap."""

LISTED = 8

LOOKS_BACK = timedelta(days=35)
"""Notes older than this have nothing to do with today's."""


def noting(case: Case, action: Noting) -> Answer | None:
    match action:
        case NotePain(number, then):
            return note(case, PainNote(case.now, _when(then), number), then)
        case NoteFelt(felt, then):
            return note(case, PainNote(case.now, _when(then), felt=felt), then)
        case InWords(then):
            return Answer(screens.ask_in_words(then, case.words), awaits=Awaited(Wanted.NUMBER))
        case NotAsked(then):
            return begin_unasked(case, then)
        case AskAfter(session):
            return _ask_after(case, session)
        case NoteAfter() | NotAfter():
            return _after(case, action)
        case SaidMorning(said, then):
            return _morning(case, said, then)
        case AddWords(id_):
            return _ask_for_words(case, id_)
        case TakeBack(id_):
            return _take_back(case, id_)


def _ask_after(case: Case, id_: int) -> Answer | None:
    session = session_of(case, id_)
    if session is None or session.is_live:
        return None
    return Answer(screens.ask_after(session.id, case.words))


def _after(case: Case, action: NoteAfter | NotAfter) -> Answer | None:
    session = session_of(case, action.session)
    if session is None or session.is_live:
        return None
    before = after.before(case, session)
    if isinstance(action, NoteAfter):
        _note_after(case, session, action.number)
        if before and is_more_than_fine(before, action.number):
            return Answer(screens.much_more(case.words))
    rating = known(Rating, case.store.sessions.rating(session.id, case.person.id)) or Rating.RIGHT
    answer = how_it_was(with_stage_read_again(case), session, rating)
    is_a_little = isinstance(action, NoteAfter) and before and action.number > (before.number or 0)
    return replace(answer, toast=case.words("pain-little-more")) if is_a_little else answer


def _note_after(case: Case, session: Session, number: int) -> None:
    if after.is_asked(case, session):
        new = PainNote(case.now, NotedWhen.AFTER, number, session=session.id)
        case.store.pain_notes.add(case.person.id, new)


def _morning(case: Case, said: Morning, then: What | None) -> Answer | None:
    """None if no session hurt lately: an old button says nothing about this morning."""
    hurt = sessions_that_hurt(case)
    if not hurt:
        return None
    session = hurt[-1][0]
    _, case = keep(case, PainNote(case.now, NotedWhen.MORNING, session=session, morning=said))
    if said is Morning.WORSE:
        case = with_easy_day(case)
        ask_signs_again(case)
        return Answer(screens.worse_morning(case.words))
    if then:
        return begin_unasked(case, then)
    return replace(home_of(case), toast=case.words(f"pain-morning-{said.value}"))


def as_usual(case: Case) -> Answer:
    notes = case.store.pain_notes.since(case.person.id, case.now - LOOKS_BACK)
    if may_be_as_usual(notes, case.who.seen, case.now):
        case = save_preferences(case, replace(case.who, seen=Seen.OLD))
    return home_of(case)


def ask(case: Case, note: str = "", then: What | None = None) -> Answer:
    return Answer(screens.ask(then, case.words, note), awaits=Awaited(Wanted.NUMBER))


def note(case: Case, new: PainNote, then: What | None = None) -> Answer:
    is_instead = is_full(case)
    kept, case = keep(case, new)
    ended = case.who.stage is Stage.HIGH and _file_ends(case)
    if first := _comes_first(case, then):
        return Answer(first)
    if then:
        return begin_unasked(case, then)
    is_done = is_done_for_today(case) and case.who.stage is not Stage.HIGH
    screen = screens.noted(kept, _fits(case), case.words, is_instead=is_instead, is_done=is_done)
    return Answer(following.no_more(screen, case.words) if ended else screen)


def _fits(case: Case) -> Today | None:
    """What they may do as it feels now. None while moves are closed, and during a session, which goes on."""
    if case.who.is_locked or live_of(case):
        return None
    return gentle_today(case) if case.who.stage is Stage.HIGH else todays(case)


def _file_ends(case: Case) -> bool:
    """Ends a session that is followed in a file, because the file would go on whatever they feel. What has passed of it counts."""
    live = live_of(case)
    if live is None or live.phase is not Phase.LISTENING:
        return False
    stop(case)
    take_back(case, live)
    return True


def _comes_first(case: Case, then: What | None) -> Screen | None:
    notes = case.store.pain_notes.since(case.person.id, case.now - LOOKS_BACK)
    if found := concern(notes, case.who.seen, case.zone):
        return screens.concerned(found, then, case.words)
    if may_be_as_usual(notes, case.who.seen, case.now):
        return screens.as_usual(then, case.words)
    return None


def keep(case: Case, new: PainNote) -> tuple[PainNote, Case]:
    notes, person = case.store.pain_notes, case.person.id
    last = next(iter(notes.last(person, 1)), None)
    if last and _is_the_same(last, new):
        return last, case
    if last and is_full(case):
        notes.delete(last.id, person)
    kept = replace(new, id=notes.add(person, new))
    if asks_signs(notes.since(person, case.now - LOOKS_BACK), case.who.cleared_at):
        case = ask_signs_again(case)
    return kept, with_stage_read_again(case)


def is_full(case: Case) -> bool:
    """When it is full, the next note replaces the last one: what they feel now always counts."""
    return len(case.store.pain_notes.since(case.person.id, case.now - A_DAY)) >= MOST_IN_A_DAY


def add_words(case: Case, id: int, said: str) -> Answer | None:  # noqa: A002
    notes, person = case.store.pain_notes, case.person.id
    if notes.get(id, person) is None:
        return None
    notes.say(id, person, in_short(said))
    return Answer(screens.noted_words(id, case.words))


def in_short(said: str) -> str:
    return " ".join(said.split())[:LONGEST]


def last_notes(case: Case) -> Answer:
    notes = case.store.pain_notes.last(case.person.id, LISTED)
    told = [screens.NotedPain(each, each.at.astimezone(case.zone)) for each in notes]
    return Answer(screens.last_notes(told, case.words))


def _when(then: What | None) -> NotedWhen:
    return NotedWhen.BEFORE if then else NotedWhen.ANY


def _is_the_same(last: PainNote, new: PainNote) -> bool:
    is_soon = abs((new.at - last.at).total_seconds()) < TWICE_WITHIN
    return is_soon and replace(last, id=0, at=new.at) == new


def _ask_for_words(case: Case, id: int) -> Answer | None:  # noqa: A002
    if case.store.pain_notes.get(id, case.person.id) is None:
        return None
    return Answer(screens.ask_for_words(case.words), awaits=Awaited(Wanted.NOTE, (id,)))


def _take_back(case: Case, id: int) -> Answer:  # noqa: A002
    case.store.pain_notes.delete(id, case.person.id)
    return Answer(screens.taken_back(case.words))
