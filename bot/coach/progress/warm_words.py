"""Finds a kind word that is true of a finished session, and remembers what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import takewhile

from bot.coach.case import Case
from bot.coach.session.so_far import this_week
from bot.domain.library.exercise import FormRef
from bot.domain.person.taste import Taste
from bot.domain.progress.diary import Entry
from bot.domain.progress.kind_words import About, Fact, JustDone, kind_word, true_of
from bot.domain.progress.tally import is_back, monday
from bot.domain.session.script import BeatKind
from bot.domain.session.session import Phase, Session
from bot.screens.amounts import minutes


def warm_word(case: Case, session: Session) -> Fact:
    others = list(_said_lately(case, session))
    of_it = case.store.diary.said_of(session.id, case.person.id)
    goal_told = any(about is About.GOAL and day >= monday(case.local_now).date() for day, about in others)
    fact = kind_word(
        true_of(_just_done(case, session, goal_told=goal_told)), _lately(others, case.today), of_it
    )
    case.store.diary.say(session.id, case.person.id, fact.about)
    return fact


def _said_lately(case: Case, session: Session) -> Iterator[tuple[date, About]]:
    """Newest first: this week, and back to the last day before today."""
    this_monday, last = monday(case.local_now).date(), case.today
    for number, began, about in case.store.diary.said(case.person.id):
        day = began.astimezone(case.zone).date()
        if day < last < case.today and day < this_monday:
            return
        last = min(day, last)
        if number != session.id:
            yield day, about


def _lately(said: list[tuple[date, About]], today: date) -> set[About]:
    last = next((day for day, _ in said if day < today), today)
    return {about for _, about in takewhile(lambda one: one[0] >= last, said)}


def _just_done(case: Case, session: Session, *, goal_told: bool) -> JustDone:
    person, store = case.person.id, case.store
    moves = tuple(dict.fromkeys(done.exercise for done in session.done))
    refs = {FormRef(done.exercise, done.form) for done in session.done}
    held_before = store.sessions.held_before(session.id, person, refs)
    known = {ref.exercise for ref in held_before}
    before = _before(case, session)
    likes = {slug for slug, taste in store.tastes.of(person).items() if taste is Taste.LIKE}
    return JustDone(
        moves,
        this_week(case),
        new=frozenset(moves) - known,
        longer=tuple(_longer(session, held_before)),
        liked=frozenset(known & likes),
        more=minutes(session.seconds_done) - minutes(before.seconds) if before else 0,
        is_whole=_is_whole_again(case, session),
        is_back=before is not None and is_back(before.began_at, session.began_at),
        goal_told=goal_told,
        sessions=store.sessions.count_done(person),
        learnt=len(store.sessions.exercises_done(person)),
    )


def _before(case: Case, session: Session) -> Entry | None:
    earlier = (each for each in case.store.diary.newest_first(case.person.id) if each.seconds)
    return next((each for each in earlier if each.began_at < session.began_at), None)


def _longer(session: Session, held_before: Mapping[FormRef, int]) -> list[tuple[str, int]]:
    holds = {beat.ref for beat in session.script if beat.kind is BeatKind.HOLD}
    now: dict[FormRef, int] = {}
    for done in session.done:
        ref = FormRef(done.exercise, done.form)
        now[ref] = max(done.held, now.get(ref, 0))
    longer = ((ref, held - held_before.get(ref, held)) for ref, held in now.items() if ref in holds)
    return [(ref.exercise, seconds) for ref, seconds in longer if seconds > 0]


def _is_whole_again(case: Case, session: Session) -> bool:
    person, passed_over = case.person.id, case.store.passed_over
    if session.phase is not Phase.FINISHED or passed_over.was_any(session.id, person):
        return False
    before = case.store.sessions.last_done_before(session.id, person)
    return before is not None and passed_over.was_any(before, person)
