"""What is typed to the question whether words of danger were meant: yes, no and help do what its buttons do."""

import re
from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.in_view import card_in_view
from bot.coach.news import Said
from bot.coach.person import danger
from bot.coach.tapping import tapped
from bot.domain.plain_text import phrase
from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.said_back import SaidBack, said_back
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Action, MeantIt, NotMeant
from bot.screens.buttons.wire import decode
from bot.screens.view import View

_BETWEEN = re.compile("[,،·]")
_UNCLEAR = frozenset({SaidBack.YES, SaidBack.NO, SaidBack.OK, SaidBack.UNSURE})
"""A nod, or both yes and no: "ok" and "fine" may mean either here."""


def answer(case: Case, told: Said) -> Answer | None:
    if action := meant(case, told.text):
        return tapped(case, with_message(action, told.message))
    return ask_again(case, told.text)


def ask_again(case: Case, text: str) -> Answer | None:
    """None if it is not asked, or the words are no reply."""
    yes, view, said = danger.asked_about(case), card_in_view(case), _said(case, text)
    if yes is None or view is None or not said or not said <= _UNCLEAR:
        return None
    again = asked_again(view, case.words("reply-other-words"))
    return Answer(again, alone=True, rings=yes.heard.tier is not Tier.ABUSE)  # the way back is on it


def meant(case: Case, text: str) -> Action | None:
    """The button that these words stand for; None if that is not asked, or the words mean something else."""
    yes, view, said = danger.asked_about(case), card_in_view(case), _said(case, text)
    if yes is None or view is None or text.startswith("/"):
        return None
    if said == {SaidBack.YES}:
        return yes
    return _no(view) if said == {SaidBack.NO} else _on_a_button(view, text)


def with_message(action: Action, message: int) -> Action:
    """The yes itself is removed with the rest of the talk."""
    return replace(action, message=message) if isinstance(action, MeantIt) else action


def _said(case: Case, text: str) -> frozenset[SaidBack]:
    """A command is none of it, though its name may be."""
    return frozenset() if text.startswith("/") else said_back(text, case.language.vocabulary.replies)


def _no(view: View) -> Action | None:
    return next((action for _, action in _answers(view) if isinstance(action, NotMeant)), None)


def _on_a_button(view: View, text: str) -> Action | None:
    """All that a button says, in either language, or a part of it: "help" of "Yes, help"."""
    wanted = phrase(text)
    return next((action for label, action in _answers(view) if wanted and wanted in _parts(label)), None)


def _answers(view: View) -> list[tuple[str, Action]]:
    keys = ((label, decode(data)) for row in view.keys for label, data, _ in row)
    return [(label, action) for label, action in keys if isinstance(action, MeantIt | NotMeant)]


def _parts(label: str) -> set[str]:
    return {phrase(label), *map(phrase, _BETWEEN.split(label))}
