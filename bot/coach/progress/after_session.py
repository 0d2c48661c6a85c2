"""Ends a session after they said how it was: a warm word, the week, what comes next, and at most one question."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.progress.warm_words import warm_word
from bot.coach.progress.what_comes_next import what_comes_next
from bot.coach.question_of_the_day import is_asked_now, level_to_offer, note_asked
from bot.coach.session import after, pain_question
from bot.coach.session.contents import name, title_of
from bot.coach.session.live import session_of
from bot.coach.session.so_far import this_week
from bot.domain.person.daily_question import Daily
from bot.domain.planner.limits import EASIEST
from bot.domain.progress.diary import Rating
from bot.domain.progress.tally import LevelOffer
from bot.domain.session.session import Session
from bot.screens.buttons.actions import ChooseGoal, Rate
from bot.screens.progress.done_for_today import Week
from bot.screens.session import done_screen, ending, level_offer

A_DAY = timedelta(days=1)


def rate(case: Case, action: Rate) -> Answer | None:
    session = session_of(case, action.session)
    if session is None or session.is_live:
        return None
    case.store.sessions.rate(session.id, case.person.id, action.rating.value)
    if action.rating is Rating.HURT and session.done:
        return pain_question.ask_what_like(case, session)
    return how_it_was(case, session, action.rating)


def how_it_was(case: Case, session: Session, rating: Rating) -> Answer:
    if not session.done:
        return Answer(ending.left(session, title_of(case, session), case.words))
    if rating is Rating.HURT:
        return pain_question.rated_hurt(case, session)
    question = next((each for each in (Daily.CHECK_IN, Daily.GOAL) if _is_time_for(case, each)), None)
    if not question and (offer := _level_asked(case)):
        return Answer(level_offer.ask(session, title_of(case, session), offer, case.who.level, case.words))
    return _done(case, session, was_hard=rating is Rating.HARD, question=question)


def after_level(case: Case, said: str) -> Answer | None:
    """For people who have answered the offer of more or less. None if they did no session lately."""
    begun = case.store.sessions.begun_since(case.person.id, case.now - A_DAY)
    session = session_of(case, begun[-1][0]) if begun else None
    return _done(case, session, level=said) if session and session.done and not session.is_live else None


def choose_goal(case: Case, action: ChooseGoal) -> Answer | None:
    session = session_of(case, action.session)
    if session is None or session.is_live or not session.done:
        return None
    return _done(save_preferences(case, replace(case.who, goal=action.days)), session)


def _done(
    case: Case,
    session: Session,
    *,
    was_hard: bool = False,
    question: Daily | None = None,
    level: str = "",
) -> Answer:
    fact = warm_word(case, session)
    names = [name(case, done.exercise) for done in session.done]
    done = done_screen.DoneForToday(
        session,
        title_of(case, session),
        fact,
        name(case, fact.move) if fact.move else "",
        list(dict.fromkeys(names)),
        Week(this_week(case), case.who.pictures),
        what_comes_next(case),
        was_hard=was_hard,
        is_least={done.exercise for done in session.done} <= EASIEST,
        asks_goal=question is Daily.GOAL,
        level=level,
        asks_check_in=question is Daily.CHECK_IN,
        offers_reminder=_offers_reminder(case),
        may_note=after.is_asked(case, session),
        offers_hands_free=not (question or level) and _offers_hands_free(case, session),
    )
    return Answer(done_screen.done_for_today(done, case.words))


def _offers_hands_free(case: Case, session: Session) -> bool:
    return not case.who.is_hands_free and not case.store.sessions.was_rated_before(session.id, case.person.id)


def _offers_reminder(case: Case) -> bool:
    return not case.who.reminders_rest and not case.store.reminders.of(case.person.id)


def _is_time_for(case: Case, question: Daily) -> bool:
    is_now = is_asked_now(case, question)
    if is_now:
        note_asked(case, question)
    return is_now


def _level_asked(case: Case) -> LevelOffer | None:
    offer = level_to_offer(case) if is_asked_now(case, Daily.LEVEL) else None
    if offer:
        note_asked(case, Daily.LEVEL)
    return offer
