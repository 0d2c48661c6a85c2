"""Which card a person has before their eyes, since when, and with which buttons; a tap that was too quick to have
read it does not count."""

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
"""Nobody has read a card in so short a time. Telegram tells no time of a tap. What counts is when it arrives here,
which a slow line makes later, and when the call was answered that drew the card, which is not before it could be
seen."""

_TO_ANSWER = timedelta(hours=3)
"""Whoever has not said by then whether danger was meant will not, and reminders may come."""

_TALKED_OF = timedelta(days=1)
"""So long may "yes" and "help me" be about the words of danger that were answered last."""

KEPT = timedelta(hours=1)
"""So long whom to call, and the question, stay whatever is written."""

_TAKEN_UP_AGAIN = timedelta(minutes=10)
"""So long after a no "actually yes" may take it back."""

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
    """Chats grow from the bottom. None for typed words, and for a card further up."""
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
    """Since danger was last told of, however often that was shown again meanwhile."""
    view = card_in_view(case)
    if view is None or not view.told_at:
        return time_in_view(case)
    return timedelta(seconds=case.now.timestamp() - view.told_at)


def danger_asked_about(case: Case) -> MeantIt | None:
    """What a yes means, while the last thing that was said is the question whether danger was meant."""
    return _asked_on(question_in_view(case))


def question_in_view(case: Case) -> View | None:
    """The question whether danger was meant; None if it is not asked."""
    view = card_in_view(case)
    return view if _asked_on(view) and time_since_told(case) < _TALKED_OF else None


def _asked_on(card: View | None) -> MeantIt | None:
    meant = (decode_as(MeantIt, data) for data in _wires(card)) if card else ()
    return next(filter(None, meant), None)


def answered_in_view(case: Case) -> frozenset[Tier]:
    """The dangers that the card in view answers."""
    return _tiers_on(help_in_view(case, 1))


def denied_in_view(case: Case) -> frozenset[Tier]:
    """What they said right before that they did not mean."""
    view = card_in_view(case)
    is_it = view is not None and not view.weighs and time_in_view(case) < _TAKEN_UP_AGAIN
    return _tiers_on(view) if is_it else frozenset()


def _tiers_on(view: View | None) -> frozenset[Tier]:
    known = {tier.value: tier for tier in Tier}
    return frozenset(known[each] for each in (view.answers.split(",") if view else ()) if each in known)


def help_in_view(case: Case, weighs: int) -> View | None:
    view = card_in_view(case)
    is_it = view is not None and view.weighs >= weighs and time_since_told(case) < _TALKED_OF
    return view if is_it else None


def is_danger_asked(case: Case) -> bool:
    """True while nothing that comes by the clock may take the place of that question."""
    return danger_asked_about(case) is not None and time_since_told(case) < _TO_ANSWER


def actions_in_view(case: Case) -> list[Action]:
    shown = case.debt.shown
    return actions_on(from_json(shown.view) if shown else None)


def actions_on(card: View | None) -> list[Action]:
    read = (decode(data) for data in _wires(card)) if card else ()
    return [action for action in read if action]


def _is_new(since: datetime, now: datetime) -> bool:
    """False after the clock was set back: that keeps nobody waiting."""
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
