"""Takes the answers to a reminder, by button or in words: begin, later, done, not today, stop."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, time, timedelta

from bot.coach.case import Answer, Case
from bot.coach.choose.begin import begin
from bot.coach.reminders.invitation import invited
from bot.coach.reminders.when import upcoming
from bot.coach.session.gate import the_signs
from bot.domain.reminders.draft import clock_in
from bot.domain.reminders.reminder import Nod, Reminder, begins, is_quiet, put_off, tonight
from bot.screens.buttons.actions import LaterAt, NodTo, ToHear
from bot.screens.person import danger_screens
from bot.screens.reminders import reminder_list
from bot.screens.reminders import reminder_message as screens
from bot.screens.view import View
from bot.store.reminders.deliveries import Delivery, State
from bot.store.reminders.reminders import Occasion

_THEN: dict[Nod, Callable[[Case, Reminder], datetime | None]] = {
    Nod.QUARTER: lambda case, this: put_off(case.now, timedelta(minutes=15), case.zone, this.at),
    Nod.HOUR: lambda case, this: put_off(case.now, timedelta(hours=1), case.zone, this.at),
    Nod.TONIGHT: lambda case, _: tonight(case.now, case.zone),
}
"""When it comes again (UTC); None if that is in the quiet hours or already past."""


_CALLS = frozenset({Nod.START, Nod.LISTEN, Nod.MORE, *_THEN})
"""Answers that ask for a move, now or later."""


def puts_off(case: Case, reminder: Reminder) -> list[Nod]:
    return [nod for nod, then in _THEN.items() if then(case, reminder)]


def nodded(case: Case, action: NodTo) -> Answer | None:
    delivery = case.store.deliveries.get(action.delivery, case.person.id)
    reminder = case.store.reminders.get(delivery.reminder, case.person.id) if delivery else None
    if delivery is None or reminder is None:
        return None
    if action.nod in _CALLS and case.who.reminders_rest:
        return _rests(case)
    match action.nod:
        case Nod.MORE:
            return Answer(
                screens.more(delivery.id, invited(case, reminder), puts_off(case, reminder), case.words)
            )
        case Nod.STOP:
            return Answer(reminder_list.ask_stop(reminder, case.words))
        case Nod.START:
            _answered(case, delivery, State.ANSWERED)
            return begin(case, invited(case, reminder).what)
        case Nod.LISTEN:
            _answered(case, delivery, State.ANSWERED)
            return begin(case, ToHear(invited(case, reminder).what))
        case Nod.DONE:
            _did_it(case, delivery)
            return _settled(case, delivery, Nod.DONE)
        case Nod.NOT_TODAY:
            return _settled(case, delivery, Nod.NOT_TODAY)
        case Nod.QUARTER | Nod.HOUR | Nod.TONIGHT as nod:
            return _later(case, delivery, reminder, _THEN[nod](case, reminder))


def _rests(case: Case) -> Answer:
    if case.who.waits_to_be_clear:
        return Answer(the_signs(case, None))
    return Answer(danger_screens.shall_go_on(case.words, is_back=False))


def later_at(case: Case, action: LaterAt) -> Answer | None:
    """Allowed in the quiet hours too, because they chose this time themselves."""
    delivery = case.store.deliveries.get(action.delivery, case.person.id)
    reminder = case.store.reminders.get(delivery.reminder, case.person.id) if delivery else None
    at = clock_in(action.at.removeprefix("t"))
    if delivery is None or reminder is None or at is None:
        return None
    if case.who.reminders_rest:
        return _rests(case)
    then = datetime.combine(case.today, at, case.zone).astimezone(UTC)
    return _later(case, delivery, reminder, then) if then > case.now else None


def later(
    case: Case,
    view: View | None,
    times: Collection[time],
    *,
    asks_first: bool = False,
    asks_at_night: bool = False,
) -> Answer | None:
    """`asks_first`: asks even about a single time. `asks_at_night`: asks about a single time in the quiet hours."""
    left = [at for at in sorted(times) if at > case.local_now.time()]
    delivery = case.store.deliveries.get(view.nods_to, case.person.id) if view and left else None
    if not view or delivery is None or delivery.state in (State.DONE, State.NOT_TODAY):
        return None
    is_late = asks_at_night and is_quiet(left[0]) and not _is_at_night(case, delivery)
    if len(left) > 1 or asks_first or is_late:
        return Answer(screens.ask_which_time(view.nods_to, left, case.words), rings=False)
    return later_at(case, LaterAt(view.nods_to, f"t{left[0]:%H%M}"))


def _is_at_night(case: Case, delivery: Delivery) -> bool:
    reminder = case.store.reminders.get(delivery.reminder, case.person.id)
    return reminder is not None and is_quiet(reminder.at)


def in_view(case: Case, view: View | None, nod: Nod) -> Answer | None:
    return nodded(case, NodTo(view.nods_to, nod)) if view and view.nods_to else None


def _answered(case: Case, delivery: Delivery, state: State) -> None:
    case.store.deliveries.end(delivery.id, state, case.now)
    case.store.reminders.come_no_more(delivery.reminder)


def _did_it(case: Case, delivery: Delivery) -> None:
    day = delivery.due_at.astimezone(case.zone).date()
    case.store.did_it.add(case.person.id, day, case.now)


def _settled(case: Case, delivery: Delivery, nod: Nod) -> Answer:
    _answered(case, delivery, State.DONE if nod is Nod.DONE else State.NOT_TODAY)
    for reminder in case.store.reminders.of(case.person.id):
        case.store.reminders.come_no_more(reminder.id)
        if reminder.on and reminder.on <= case.today:
            case.store.reminders.finish(reminder.id)
    then = upcoming(case, begins(case.today + timedelta(days=1), case.zone) - timedelta(seconds=1))
    return Answer(screens.settled(delivery.id, nod, then, case.words), rings=False)


def _later(case: Case, delivery: Delivery, reminder: Reminder, then: datetime | None) -> Answer:
    if then is None:
        return Answer(
            screens.too_late(delivery.id, upcoming(case, case.now), case.words),
            rings=False,
        )
    _answered(case, delivery, State.ANSWERED)
    case.store.reminders.come_again(reminder.id, then, Occasion.SNOOZE)
    local = then.astimezone(case.zone)
    return Answer(screens.put_off(delivery.id, local, case.today, case.words), rings=False)
