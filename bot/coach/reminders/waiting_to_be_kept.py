"""Finds the reminder that was understood but not kept yet, because people who open their list expect to see it there."""

from bot.coach.case import Case
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.reminders.draft import read
from bot.domain.reminders.once_draft import once_read
from bot.domain.reminders.plan import PlanLine, plan_read
from bot.screens.buttons.actions import Action, Drafted, Drafting, OnceDrafted, Planned
from bot.screens.days import weekdays
from bot.screens.screen import Button, Words

_DRAFTS = Drafted | OnceDrafted | Planned


def waiting(case: Case) -> tuple[str, Button] | None:
    """What it is, and the button that keeps it."""
    actions = actions_on(card_in_view(case))
    keep = next((each for each in actions if isinstance(each, _DRAFTS) and each.stage is Drafting.KEEP), None)
    what = _told(keep, case.words) if keep else ""
    return (what, Button(case.words("choice-reminder-keep"), keep)) if keep and what else None


def _told(action: Action, words: Words) -> str:
    match action:
        case Drafted():
            draft = read(action.reminder, action.times, action.days, action.starts)
            return (
                words.listed(_line(PlanLine(draft.weekdays, at), words) for at in draft.times)
                if draft
                else ""
            )
        case OnceDrafted():
            once = once_read(action.reminder, action.day, action.at, action.starts)
            return (
                words("reminder-label-once", time=words.clock(once.at), day=words.date(once.day))
                if once
                else ""
            )
        case Planned():
            plan = plan_read(action.reminder, action.lines)
            return words.listed(_line(line, words) for line in plan.lines) if plan else ""
    return ""


def _line(line: PlanLine, words: Words) -> str:
    return words("reminder-label", time=words.clock(line.at), days=weekdays(line.weekdays, words))
