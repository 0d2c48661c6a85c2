"""Which card a person has before their eyes, since when, and with which buttons; a tap too quick to have read it does not count."""

from datetime import datetime, timedelta

from bot.coach.case import Case
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import (
    Action,
    BroadcastStep,
    Go,
    MayMove,
    MeantIt,
    NoSigns,
    NothingNew,
    Place,
    SaidYes,
    TellEverybody,
)
from bot.screens.buttons.wire import decode, decode_as
from bot.screens.view import View, from_json

A_MOMENT = timedelta(seconds=1)
"""Nobody reads a card in less time than this. Telegram does not tell when a tap was made, so the time between two
arrivals counts: that of the tap here, which a slow line delays, and that of the answer to the call that drew the
card, which is never before the card could be seen."""

_TO_ANSWER = timedelta(hours=3)
"""After this long, people will not say any more whether danger was meant, and reminders may come."""

_TALKED_OF = timedelta(days=1)
"""How long "yes" and "help me" may refer to the last answered words of danger."""

KEPT = timedelta(hours=1)
"""How long whom to call, or the question, stays in view whatever people write."""

TAKEN_UP_AGAIN = timedelta(minutes=10)
"""How long "actually yes" may take back a no."""

_WAYS_PAST = (NoSigns, NothingNew, SaidYes, MayMove)
_PLACES_PAST = frozenset(
    {
        Place.SIGNS_EMERGENCY,
        Place.SIGNS_URGENT,
        Place.SIGNS_SOON,
        Place.DELETE_SURELY,
        Place.SAID_YES_AFTER_BIRTH,
    }
)


def is_too_quick(case: Case, wire: str) -> bool:
    shown = case.debt.shown
    card = from_json(shown.view) if shown else None
    if shown and card and _has(card, wire):
        return _is_new(shown.since, case.now) and _asks_to_be_read(card)
    coming = from_json(case.debt.owed)
    return coming is not None and _has(coming, wire) and _asks_to_be_read(coming)


def is_button_in_view(case: Case, wire: str) -> bool:
    shown = case.debt.shown
    cards = (from_json(case.debt.owed), from_json(shown.view) if shown else None)
    return any(card is not None and _has(card, wire) for card in cards)


def rows_below_tap(case: Case) -> int | None:
    """Counted from the bottom, because chats grow from there. None for typed words and for a card further up."""
    shown = case.debt.shown if case.tap else None
    card = from_json(shown.view) if shown else None
    rows = reversed(card.keys) if card else ()
    return next(
        (below for below, row in enumerate(rows) if any(data == case.tap for _, data, _ in row)), None
    )


def card_in_view(case: Case) -> View | None:
    debt = case.debt
    return from_json(debt.owed) or from_json(debt.shown and debt.shown.view)


def time_in_view(case: Case) -> timedelta:
    shown = None if case.debt.owed else case.debt.shown
    return case.now - shown.since if shown else timedelta(0)


def time_since_told(case: Case) -> timedelta:
    """Since words of danger were last answered, no matter how often the answer was shown again."""
    view = card_in_view(case)
    if view is None or not view.told_at:
        return time_in_view(case)
    return timedelta(seconds=case.now.timestamp() - view.told_at)


def danger_asked_about(case: Case) -> MeantIt | None:
    """What a yes would mean, while the question whether danger was meant is the last thing said."""
    return _asked_on(question_in_view(case))


def question_in_view(case: Case) -> View | None:
    """The question whether danger was meant; None if it is not asked."""
    view = card_in_view(case)
    return view if _asked_on(view) and time_since_told(case) < _TALKED_OF else None


def _asked_on(card: View | None) -> MeantIt | None:
    meant = (decode_as(MeantIt, data) for data in _wires(card)) if card else ()
    return next(filter(None, meant), None)


def answered_in_view(case: Case) -> frozenset[Tier]:
    return _tiers_on(help_in_view(case, 1))


def denied_in_view(case: Case) -> frozenset[Tier]:
    """The dangers that they just said they did not mean."""
    view = card_in_view(case)
    is_it = view is not None and not view.weighs and time_in_view(case) < TAKEN_UP_AGAIN
    return _tiers_on(view) if is_it else frozenset()


def _tiers_on(view: View | None) -> frozenset[Tier]:
    known = {tier.value: tier for tier in Tier}
    return frozenset(known[each] for each in (view.answers.split(",") if view else ()) if each in known)


def help_in_view(case: Case, weighs: int) -> View | None:
    view = card_in_view(case)
    is_it = view is not None and view.weighs >= weighs and time_since_told(case) < _TALKED_OF
    return view if is_it else None


def is_danger_asked(case: Case) -> bool:
    """True while nothing that the clock sends may replace that question."""
    return danger_asked_about(case) is not None and time_since_told(case) < _TO_ANSWER


def actions_in_view(case: Case) -> list[Action]:
    shown = case.debt.shown
    return actions_on(from_json(shown.view) if shown else None)


def actions_on(card: View | None) -> list[Action]:
    read = (decode(data) for data in _wires(card)) if card else ()
    return [action for action in read if action]


def _is_new(since: datetime, now: datetime) -> bool:
    """False after the clock was set back, so that nobody has to wait."""
    return timedelta() <= now - since < A_MOMENT


def _asks_to_be_read(card: View) -> bool:
    return any(_leads_past(decode(data)) for data in _wires(card))


def _leads_past(action: Action | None) -> bool:
    if isinstance(action, TellEverybody):
        return action.step is BroadcastStep.SEND
    return isinstance(action, _WAYS_PAST) or (isinstance(action, Go) and action.place in _PLACES_PAST)


def _has(card: View, wire: str) -> bool:
    return wire in _wires(card)


def _wires(card: View) -> list[str]:
    return [data for row in card.keys for _, data, _ in row]
