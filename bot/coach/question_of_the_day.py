"""Which question comes by itself today: at most one a day, besides how a session was.

Whoever shows one asks `is_asked_now` first, and then calls `note_asked`. Whether a question is due follows from what
is stored; whoever shows its screen finds out what the screen needs."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from itertools import islice

from bot.coach.case import Case
from bot.domain.person.before_moving import before_is_due, gives_way_to_check_in
from bot.domain.person.check_ins import check_in_is_due
from bot.domain.person.daily_question import Daily, question_of_the_day
from bot.domain.person.morning_after import morning_after_is_due, sessions_that_raised
from bot.domain.person.person import Seen
from bot.domain.person.rechecks import news_is_due, signs_are_due
from bot.domain.planner.easing import Effort, PastSession
from bot.domain.planner.past_session import past_session
from bot.domain.progress import tally
from bot.domain.progress.diary import Rating
from bot.domain.progress.goal import may_ask_goal
from bot.domain.reminders.reminder import begins
from bot.domain.session.session import Phase


def _signs(case: Case) -> bool:
    return signs_are_due(case.who, case.last_moved, case.now)


def _news(case: Case) -> bool:
    return news_is_due(case.who, case.last_moved, case.now)


TWO_DAYS = timedelta(days=2)


def sessions_that_hurt(case: Case) -> list[tuple[int, datetime]]:
    """Sessions of the last two days that hurt, each with when it began: rated so, stopped for pain, or with more pain
    afterwards than is fine."""
    person, since = case.person.id, case.now - TWO_DAYS
    begun = case.store.sessions.begun_since(person, since)
    more = {*sessions_that_raised(case.store.pain_notes.since(person, since))} if begun else set()
    hurt = (Rating.HURT.value, Phase.STOPPED.value)
    return [
        (id_, at) for id_, at, phase, rating in begun if id_ in more or rating == hurt[0] or phase == hurt[1]
    ]


def _morning_after(case: Case) -> bool:
    if Daily.MORNING_AFTER in case.store.asked.on(case.person.id, case.today):
        return False
    hurt = [at for _, at in sessions_that_hurt(case)]
    return bool(hurt) and morning_after_is_due(
        hurt, case.store.pain_notes.last(case.person.id, LOOKED_AT), case.local_now
    )


LOOKED_AT = 5
"""How many notes are read back, so that one without a number does not hide the number before it."""


def _before(case: Case) -> bool:
    person, store = case.person.id, case.store
    notes = store.pain_notes.last(person, LOOKED_AT)
    if not notes or case.who.resting.easy:
        return False
    last = store.asked.last(person, Daily.BEFORE)
    is_due = before_is_due(notes, case.who, last, case.local_now)
    return is_due and not (gives_way_to_check_in(last, case.today) and _check_in(case))


A_MONTH = timedelta(days=28)


def _check_in(case: Case) -> bool:
    person, store, who = case.person.id, case.store, case.who
    if who.skips_check_in:
        return False
    last = next(iter(store.pain_notes.last(person, 1)), None)
    is_noted = last is not None and case.now - last.at < A_MONTH
    if who.seen in (None, Seen.NOTHING_HURTS) and not is_noted:
        return False
    first = store.sessions.first_began_at(person)
    day = first.astimezone(case.zone).date() if first else None
    return check_in_is_due(who.check_in_day, store.asked.last(person, Daily.CHECK_IN), day, case.today)


def _goal(case: Case) -> bool:
    person, store = case.person.id, case.store
    if case.who.goal is not None or store.asked.last(person, Daily.GOAL, before=case.today):
        return False
    return may_ask_goal(store.diary.newest_first(person), case.local_now)


RATED_OF = 60
"""How many sessions are searched for ratings. People who rate none of so many need not be asked."""


def level_to_offer(case: Case) -> tally.LevelOffer | None:
    """Counts sessions since it was last asked: people who kept their level are asked again after as many more."""
    asked = case.store.asked.last(case.person.id, Daily.LEVEL)
    since = begins(asked + timedelta(days=1), case.zone) if asked else None
    entries = islice(case.store.diary.newest_first(case.person.id), RATED_OF)
    return tally.level_to_offer(entries, case.who, since, _last_session(case))


def _last_session(case: Case) -> PastSession | None:
    """The last session lately in which they did something, without single moves; None if there was none."""
    lately = case.store.lately.newest_first(case.person.id, case.now - A_MONTH)
    begun = next((begun for begun in lately if begun.routine), None)
    if begun is None:
        return None
    day, level = begun.began_at.astimezone(case.zone).date(), case.who.dose_level
    return past_session(begun.script, day, Effort.GOOD, level, case.library, is_single=False)


def _level(case: Case) -> bool:
    return level_to_offer(case) is not None


IS_DUE: Mapping[Daily, Callable[[Case], bool]] = {
    Daily.SIGNS: _signs,
    Daily.MORNING_AFTER: _morning_after,
    Daily.BEFORE: _before,
    Daily.NEWS: _news,
    Daily.CHECK_IN: _check_in,
    Daily.GOAL: _goal,
    Daily.LEVEL: _level,
}


def is_asked_now(case: Case, question: Daily) -> bool:
    if not IS_DUE[question](case):
        return False
    first = next(each for each in Daily if IS_DUE[each](case))
    asked = {(each, case.today) for each in case.store.asked.on(case.person.id, case.today)}
    return question_of_the_day({first}, asked, case.today) is question


def note_asked(case: Case, question: Daily) -> None:
    case.store.asked.note(case.person.id, question, case.today, case.now)
