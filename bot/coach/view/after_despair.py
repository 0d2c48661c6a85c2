"""Keeps whom to talk to one tap away for an hour after somebody spoke of despair or violence, with no button in colour."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.view.in_view import (
    KEPT,
    actions_on,
    answered_in_view,
    card_in_view,
    danger_asked_about,
    time_since_told,
)
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import Go, Place, WhomToCall
from bot.screens.person.danger_screens import OF_DESPAIR
from bot.screens.screen import Button, Rows, Screen, Style
from bot.screens.text import plain


def at_hand(case: Case) -> WhomToCall | None:
    """The button that shows whom to call again, while that is in view or a tap away; None if they spoke of neither."""
    if time_since_told(case) >= KEPT:
        return None
    button = next((each for each in actions_on(card_in_view(case)) if isinstance(each, WhomToCall)), None)
    tiers = answered_in_view(case) or _asked_in_view(case)
    if button or tiers.isdisjoint(OF_DESPAIR):
        return button
    return WhomToCall("_".join(sorted(tier.value for tier in tiers)), _language(case, tiers))


def language_of_answer(case: Case) -> str:
    return _language(case, answered_in_view(case))


def _was_told(case: Case) -> bool:
    """True if they were told whom to call, not only asked."""
    has_it = any(isinstance(each, WhomToCall) for each in actions_on(card_in_view(case)))
    return has_it or bool(answered_in_view(case))


def _asked_in_view(case: Case) -> frozenset[Tier]:
    """People who go elsewhere without a yes or no may have meant it all the same."""
    asked = danger_asked_about(case)
    return frozenset({asked.heard.tier}) if asked else frozenset()


def _language(case: Case, tiers: frozenset[Tier]) -> str:
    """The other language of the answer in view, if it has one; else their own."""
    own, view = case.language.tag, card_in_view(case)
    for tag, answers in case.known.help.answers.items():
        said = [plain(answers[tier]) for tier in tiers if tier in answers]
        if view and tag != own and any(each in view.text for each in said):
            return tag
    return own


def kept_at_hand(case: Case, answer: Answer) -> Answer:
    """Does not touch a session that they go on with, a reminder, or a file."""
    screen, view = answer.screen, card_in_view(case)
    is_let_be = answer.plays or answer.delivery or answer.forgets or answer.forgets_talk
    if screen is None or view is None or is_let_be or screen.paper or (screen.answers and screen.weighs):
        return answer
    again, is_still_asked_or_settled = at_hand(case), answer.settles or screen.weighs > 0
    if again is None or (is_still_asked_or_settled and not _was_told(case)):
        return answer
    row = (Button(case.words("choice-whom-to-talk-to"), again),)
    told_at = screen.told_at or view.told_at
    return replace(answer, screen=replace(screen, rows=_with(row, _uncoloured(screen)), told_at=told_at))


def _uncoloured(screen: Screen) -> Rows:
    rows = (
        tuple(button for button in row if not isinstance(button.action, WhomToCall)) for row in screen.rows
    )
    return tuple(tuple(replace(button, style=Style.PLAIN) for button in row) for row in rows if row)


def _with(row: tuple[Button, ...], rows: Rows) -> Rows:
    """The button that leads home stays the last."""
    is_last = bool(rows) and any(button.action == Go(Place.HOME) for button in rows[-1])
    return (*rows[:-1], row, rows[-1]) if is_last else (*rows, row)
