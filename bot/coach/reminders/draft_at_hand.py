"""Finds the draft of a reminder in view, so that questions about the clock can go on with it."""

from dataclasses import replace

from bot.coach.case import Case
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.reminders.draft import Draft, read
from bot.domain.reminders.once_draft import OnceDraft, once_read
from bot.screens.buttons.actions import AskClock, ClockSays, Drafted, Drafting, OnceDrafted, Planned, SetZone
from bot.screens.view import View

DraftAction = Drafted | OnceDrafted | Planned


def way_back(case: Case) -> DraftAction | None:
    """The button that shows the draft again; None if no draft waits to be kept, or if it is still asked which one is meant."""
    view = card_in_view(case)
    drafts = _drafts(view)
    waits = any(
        isinstance(each, AskClock | ClockSays | SetZone) or _is_kept_by(each) for each in actions_on(view)
    )
    return drafts[0] if waits and len(drafts) == 1 else None


def as_before(draft: DraftAction | None) -> Draft | OnceDraft | None:
    match draft:
        case Drafted():
            return read(draft.reminder, draft.times, draft.days, draft.starts)
        case OnceDrafted():
            return once_read(draft.reminder, draft.day, draft.at, draft.starts)
        case _:
            return None


def asked_which(case: Case) -> View | None:
    """The card that asks which of several reminders or times is meant."""
    view = card_in_view(case)
    return view if len(_drafts(view)) > 1 else None


def in_view(case: Case) -> list[Draft | OnceDraft]:
    """Every single reminder that a button in view stands for, kept or not: a proposed or opened one, or the times asked about."""
    return [found for each in _drafts(card_in_view(case)) if (found := as_before(each))]


def _drafts(view: View | None) -> list[DraftAction]:
    shown = (replace(each, stage=Drafting.SHOW) for each in actions_on(view) if isinstance(each, DraftAction))
    return list(dict.fromkeys(shown))


def _is_kept_by(action: object) -> bool:
    return isinstance(action, DraftAction) and action.stage is Drafting.KEEP
