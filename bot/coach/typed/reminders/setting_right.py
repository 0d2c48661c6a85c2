"""Corrects what was just proposed or kept, its time or its days, or leaves it as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, draft_at_hand, reminder_answers, schedule
from bot.coach.reminders.when import standing
from bot.coach.session.live import live_of
from bot.coach.view.in_view import card_in_view
from bot.domain.reminders.draft import Draft
from bot.domain.reminders.once_draft import OnceDraft
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.said.which_said import heard_in_half
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.absence_said import absence_said
from bot.domain.typed.when.put_right import TimePutRight, days_put_out, time_put_right
from bot.domain.typed.wishes import slots

Single = Draft | OnceDraft

MOST_ASKED = 3
"""More times than this are suggestions, not the question which one is meant."""

EARLY = 6
"""Hardly anybody means an hour before this."""

_MINUTES = range(10, 91, 5)
"""A bare number that may mean minutes too: "no 20"."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None if nothing is corrected, or there is nothing that it could be about."""
    if said := time_put_right(text, vocabulary.when):
        return _of_the_time(case, text, said, vocabulary)
    out = days_put_out(text, vocabulary.when, with_orders=bool(draft_at_hand.in_view(case)))
    return _without(case, out, _only_one(case, text, vocabulary)) if out else None


def _only_one(case: Case, text: str, vocabulary: Vocabulary) -> list[Single]:
    """ "Leave me alone on Sundays", if they have only one reminder. A single date is handled elsewhere."""
    theirs = standing(case)
    is_one = len(theirs) == 1 and absence_said(text, case.today, vocabulary.when) is None
    return [asked_when.as_draft(theirs[0])] if is_one and not (theirs[0].on or live_of(case)) else []


def _of_the_time(case: Case, text: str, said: TimePutRight, vocabulary: Vocabulary) -> Answer | None:
    came = _that_came(case)
    if came and not any(at in said.old for at in _times(came)):
        return None if said.old else _later(case, text, said, vocabulary)
    theirs = [came] if came else _at_hand(case)
    named = [each for each in theirs if said.old & {*_times(each)}] or theirs
    meant = dict.fromkeys(new for each in named for new in _at_other_times(each, said))
    is_asked = bool(draft_at_hand.in_view(case)) or len(meant) == 1
    if not meant:
        return None
    return asked_when.proposed(case, [*meant]) if is_asked else _which_one(case)


def _without(case: Case, out: frozenset[int], only: list[Single]) -> Answer | None:
    came = _that_came(case)
    theirs = [came] if came else _at_hand(case) or only
    weekly = [each for each in theirs if isinstance(each, Draft)]
    if len(weekly) < len(theirs) or len(weekly) > MOST_ASKED or not weekly:
        return None
    left = dict.fromkeys(
        replace(each, weekdays=each.weekdays - out) for each in weekly if each.weekdays & out
    )
    if any(not each.weekdays for each in left):
        return None
    if not left:
        return schedule.every(case, case.words("reminder-not-then")) if weekly[0].reminder else None
    is_asked = bool(draft_at_hand.in_view(case)) or len(left) == 1
    return asked_when.proposed(case, [*left]) if is_asked else _which_one(case)


def _at_hand(case: Case) -> list[Single]:
    """The reminders that the card in view proposes, asks about or shows, or else those just kept."""
    return draft_at_hand.in_view(case) or just_kept(case)


def just_kept(case: Case) -> list[Single]:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    ids = awaited.about if awaited and awaited.what is Wanted.TIMES else ()
    found = (case.store.reminders.get(each, case.person.id) for each in ids)
    return [asked_when.as_once(each) or asked_when.as_draft(each) for each in found if each]


def _that_came(case: Case) -> Single | None:
    view = card_in_view(case)
    delivery = case.store.deliveries.get(view.nods_to, case.person.id) if view and view.nods_to else None
    this = case.store.reminders.get(delivery.reminder, case.person.id) if delivery else None
    return (asked_when.as_once(this) or asked_when.as_draft(this)) if this else None


def _times(this: Single) -> tuple[time, ...]:
    return (this.at,) if isinstance(this, OnceDraft) else this.times


def _at_other_times(this: Single, said: TimePutRight) -> Iterator[Single]:
    """If they do not say which half of the day, the new time is in the same half as the old one."""
    given_up = [at for at in _times(this) if at in said.old] or _times(this)
    if len(given_up) != 1:
        return
    for new in _meant(said, given_up[0]):
        if isinstance(this, OnceDraft):
            yield replace(this, at=new)
        else:
            times = {new if at == given_up[0] else at for at in this.times}
            yield replace(this, times=tuple(sorted(times)))


def _meant(said: TimePutRight, old: time) -> Sequence[time]:
    """Twelve means noon. If the new time would be at night, people are asked."""
    every = sorted(said.times)
    if said.names_half or len(every) == 1:
        return every[:1]
    if every[0].hour == 0:
        return every[1:]
    new = heard_in_half(every[0], old)
    return every if new.hour < EARLY else (new,)


def _later(case: Case, text: str, said: TimePutRight, vocabulary: Vocabulary) -> Answer | None:
    """ "No 20", about a reminder that came: at 20:00, or in twenty minutes."""
    numbers = slots.numbers(text, vocabulary.quantities)
    minutes = next((each for each in numbers if each in _MINUTES), None)
    in_a_while = (case.local_now + timedelta(minutes=minutes)).time() if minutes else None
    times = {*said.times} | ({in_a_while.replace(second=0, microsecond=0)} if in_a_while else set())
    return reminder_answers.later(case, card_in_view(case), times, asks_first=True)


def _which_one(case: Case) -> Answer:
    kept: Sequence[Single] = just_kept(case)
    return schedule.every(case, case.words("reply-which"), kept=tuple(each.reminder for each in kept))
