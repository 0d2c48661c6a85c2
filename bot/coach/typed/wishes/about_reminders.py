"""Wishes about reminders: to see, set, move, pause or stop them, and answers to one that has just come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.coach.case import Answer, Case
from bot.coach.choose.ready_routines import every_routine
from bot.coach.person import complaints
from bot.coach.reminders import asked_when, pausing, reminder_answers, schedule, times_caught
from bot.coach.reminders.waiting_to_be_kept import waiting
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.request import Request
from bot.coach.view.in_view import card_in_view
from bot.domain.reminders.reminder import Nod, Reminder
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.when.absence_said import Absence, absence_said
from bot.domain.typed.when.meant import Half, Repeating, When
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.when.set_apart import set_apart
from bot.domain.typed.when.shift_said import clocks_named
from bot.domain.typed.when.when_words import Kind
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, OpenReminder, Place
from bot.screens.person import wish_screens


def heard_when(request: Request) -> When | None:
    return _heard(request).when


def _heard(request: Request) -> HeardWhen:
    now = asked_when.guessed_local_now(request.case)
    return hear_when(request.text, now, request.vocabulary.when)


def remind(request: Request) -> Answer:
    case = request.case
    heard = _heard(request)
    if heard.when:
        return asked_when.heard(case, heard.when)
    if caught := times_caught.ask_unasked(case, request.text, heard):
        return caught
    told = "number" in request.ideas or "time" in request.ideas
    if told and not heard.reminds and set_apart(request.text, request.vocabulary.when, Kind.HAPPENED):
        # "My alarm went off at 6 and the neck was already a brick"
        screen = wish_screens.not_understood(None, case.words)
        return Answer(screen, awaits=Awaited(Wanted.SENSE))
    return schedule.add(case, case.words("times-not-understood") if told else "")


def change(request: Request) -> Answer:
    case = request.case
    theirs = case.store.reminders.of(case.person.id)
    if not theirs or "new-one" in request.ideas:
        return remind(request)
    absence = None if isinstance(heard_when(request), Repeating) else _named_absence(request)
    if _WITHOUT_THEM & request.ideas.keys() and absence and _is_span(absence, case.today):
        return _asks_pause(request, absence)
    ends = [each.paused_until for each in theirs if each.paused_until]
    if ends and (until := _back_on(request, min(ends))):
        return _asks_pause(request, Absence(_begun(request), until))
    is_new = wishes.is_only_like_a_change(case, request.meant, request.text)
    if len(theirs) > 1:
        answered = _a_new_one(request) if is_new else _of_the_one_named(request, theirs)
        return answered or schedule.every(case)
    return _changes(request, theirs[0], is_new=is_new) or schedule.reminder_tapped(
        case, OpenReminder(theirs[0].id)
    )


def _changes(request: Request, this: Reminder, *, is_new: bool) -> Answer | None:
    """None if no time is named. `is_new`: nothing says that it replaces the present one."""
    case, heard = request.case, _heard(request)
    when, before = heard.when, asked_when.as_draft(this)
    if when and isinstance(when, Half) and when.weekdays and not when.part:
        return asked_when.heard(case, when, before)
    if is_new:
        return _a_new_one(request)
    if when is None:
        return times_caught.ask(case, request.text, None, before)
    return asked_when.heard(case, _without(asked_when.in_half_of(when, this.at), this.at), before)


def _of_the_one_named(request: Request, theirs: Sequence[Reminder]) -> Answer | None:
    """ "Six o'clock doesn't work any more, quarter past seven instead": the one of several whose time is named."""
    named = clocks_named(request.text, request.vocabulary.when)
    fit = [one for one in theirs if one.on is None and any(one.at in clock for clock in named)]
    when = heard_when(request)
    if len(fit) != 1 or len(named) < 2 or when is None or isinstance(when, Half):
        return None
    meant = _without(asked_when.in_half_of(when, fit[0].at), fit[0].at)
    return asked_when.heard(request.case, meant, asked_when.as_draft(fit[0]))


def _a_new_one(request: Request) -> Answer | None:
    when = heard_when(request)
    return (
        asked_when.heard(request.case, when) if when else times_caught.ask(request.case, request.text, None)
    )


_WITHOUT_THEM = frozenset({"hold", "lack", "away", "leave-alone", "no-today"})
"""Beside one of these ideas, days in a row mean days without reminders: "im away thu fri sat"."""


def _after_span(request: Request) -> date | None:
    words = request.vocabulary
    return slots.day_after_span(request.text, request.case.today, words.dates, words.when)


def _back_on(request: Request, end: date) -> date | None:
    """While reminders rest until `end`, a day without a time is when they should come back: "actually back tuesday not monday"."""
    when = heard_when(request)
    until = _until(request) if when is None or isinstance(when, Half) else None
    if until is None or when is None:
        return until
    # The weekday in the week in which they were to come back.
    near = until + timedelta(weeks=round((end - until) / timedelta(weeks=1)))
    return near if near > request.case.today else until


def _without(when: When, at: time) -> When:
    """For a reminder at 8, "from 8 to 9" means 9."""
    if not isinstance(when, Repeating):
        return when
    groups = tuple(
        replace(group, times=tuple(each for each in group.times if each != at) or group.times)
        for group in when.groups
    )
    return replace(when, groups=groups)


def pause(request: Request) -> Answer:
    case = request.case
    if not case.store.reminders.of(case.person.id):
        return schedule.every(case)
    absence = _absence(request)
    if absence is None:
        return schedule.ask_pause(case)
    return _rest_already(request, absence) or _asks_pause(request, absence)


def _rest_already(request: Request, absence: Absence) -> Answer | None:
    """ "Until tomorrow" may shorten a pause; "today" does not."""
    says_until = set_apart(request.text, request.vocabulary.when, Kind.UNTIL)
    return None if says_until else pausing.rest_already(request.case, absence)


def _is_span(absence: Absence, today: date) -> bool:
    return absence.until is not None and absence.until > (absence.first or today) + timedelta(days=1)


def _begun(request: Request) -> date | None:
    """The first day of a coming pause, if only its end is corrected."""
    theirs = request.case.store.reminders.of(request.case.person.id)
    return next((each.paused_from for each in theirs if each.has_pause_ahead(request.case.today)), None)


def _asks_pause(request: Request, absence: Absence, *, is_away: bool = False) -> Answer:
    button = pausing.button(request.case, absence, is_away=is_away)
    return request.asks(pausing.question(request.case, absence), button.label, button.action)


def _absence(request: Request) -> Absence | None:
    until = None if (named := _named_absence(request)) else _until(request)
    return named or (Absence(None, until) if until else None)


def _named_absence(request: Request) -> Absence | None:
    text, today, words = request.text, request.case.today, request.vocabulary
    weeks = _after_some_weeks(request)
    length = slots.length_in(text, today, words.dates, words.quantities) or (weeks - today if weeks else None)
    return absence_said(text, today, words.when, length)


def _until(request: Request) -> date | None:
    text, today, words = request.text, request.case.today, request.vocabulary
    weeks = _after_some_weeks(request)
    length = weeks - today if weeks else None
    return (
        slots.day_after_absence(text, today, words.dates, words.quantities, length)
        or _after_span(request)
        or slots.day_in(text, today, words.dates, words.quantities)
        or asked_when.day_after(request.case, heard_when(request))
        or weeks
    )


def _after_some_weeks(request: Request) -> date | None:
    said = request.ideas.get("a-while", "").split()
    if not set(said) & request.vocabulary.dates.weeks:
        return None
    count = next(iter(slots.numbers(" ".join(said), request.vocabulary.quantities)), 1)
    return request.case.today + timedelta(days=7 * count)


def stop(request: Request) -> Answer:
    case = request.case
    if not case.store.reminders.of(case.person.id):
        return schedule.every(case)
    if absence := _absence(request):  # "no reminders on thursday and friday" stops them only for these days
        return _rest_already(request, absence) or _asks_pause(request, absence)
    return Answer(wish_screens.stop_reminders(case.words))


def resume(request: Request) -> Answer:
    return request.does_or_asks(request.case.words("choice-wish-reminders-on"), Go(Place.GO_ON_REMINDING))


def starts(request: Request) -> Answer | None:
    """If it is not sure that they want to start, nothing begins; after "not that one" they see what else there is."""
    if not request.meant.is_sure:
        return None
    return every_routine(request.case) if "another" in request.ideas else _nods(Nod.START)(request)


def answer_to_reminder(request: Request) -> Answer | None:
    answer = _ANSWERS_TO_REMINDER.get(request.wish)
    return answer(request) if answer and _in_view(request.case) else None


def _in_view(case: Case) -> bool:
    view = card_in_view(case)
    return bool(view and view.nods_to)


def _nods(nod: Nod) -> Callable[[Request], Answer]:
    def nodded(request: Request) -> Answer:
        answer = reminder_answers.in_view(request.case, card_in_view(request.case), nod)
        return answer or schedule.every(request.case)

    return nodded


def later(request: Request) -> Answer:
    case, view = request.case, card_in_view(request.case)
    times = asked_when.times_today(case, heard_when(request))
    minutes = slots.minutes(request.text, request.ideas, request.vocabulary.quantities)
    if minutes := minutes or (None if times else _bare_minutes(request)):
        times = ((case.local_now + timedelta(minutes=minutes)).time().replace(second=0, microsecond=0),)
    if answer := reminder_answers.later(case, view, times):
        return answer
    return _nods(Nod.TONIGHT if "tonight" in request.ideas else Nod.HOUR)(request)


def _bare_minutes(request: Request) -> int | None:
    """ "Gimme 20" means twenty minutes. A smaller or odd number may be a time of day."""
    told = slots.numbers(request.text, request.vocabulary.quantities)
    return next((each for each in told if each in _MINUTES_LATER), None)


_MINUTES_LATER = (10, 15, 20, 25, 30, 40, 45, 50, 60, 90)


def sick(request: Request) -> Answer:
    _nods(Nod.NOT_TODAY)(request)
    return complaints.told(request.case, Heard(Tier.ILL, request.case.language.tag))


def holiday(request: Request) -> Answer:
    absence = _absence(request)
    return _asks_pause(request, absence, is_away=True) if absence else schedule.ask_pause(request.case)


def too_many(request: Request) -> Answer:
    case = request.case
    if not case.store.reminders.of(case.person.id):
        return schedule.every(case)
    return Answer(wish_screens.too_many(case.words))


_ANSWERS_TO_REMINDER: dict[Wish, Callable[[Request], Answer | None]] = {
    Wish.START: starts,
    Wish.DID_IT: _nods(Nod.DONE),
    Wish.DONE_ALONE: _nods(Nod.DONE),
    Wish.LATER: later,
    Wish.BUSY: _nods(Nod.HOUR),
    Wish.NOT_TODAY: _nods(Nod.NOT_TODAY),
    Wish.MUTE_TODAY: _nods(Nod.NOT_TODAY),
    Wish.SICK: sick,
    Wish.UNWELL: sick,
    Wish.HOLIDAY: holiday,
    Wish.STOP_REMINDERS: _nods(Nod.STOP),
    Wish.TOO_MANY: too_many,
}

GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.REMINDERS: lambda request: schedule.every(request.case, waits_for=waiting(request.case)),
    Wish.REMIND: remind,
    Wish.CHANGE_REMINDER: change,
    Wish.PAUSE_REMINDERS: pause,
    Wish.STOP_REMINDERS: stop,
    Wish.RESUME_REMINDERS: resume,
    Wish.TOO_MANY: too_many,
}
