"""What is typed to the question whether words of danger were meant, and to the answer: yes, no and help do what the buttons do, and a
cry for help brings the answer again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.in_view import card_in_view, danger_asked_about
from bot.coach.news import Said
from bot.coach.person.danger import alarm, can_be_removed
from bot.coach.tapping import tapped
from bot.domain.plain_text import folded, phrase
from bot.domain.typed.danger.heard import Heard, Tier, is_danger
from bot.domain.typed.said_back import SaidBack, said_back, says_any
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Action, MeantIt, NotMeant
from bot.screens.buttons.wire import decode
from bot.screens.person.danger_screens import WITHOUT, asked_in
from bot.screens.view import View

_TOGETHER = "·"
"""Between the two languages of a button."""

_APART = re.compile("[,،·]")

_UNCLEAR = frozenset({SaidBack.YES, SaidBack.NO, SaidBack.LET_BE, SaidBack.OK, SaidBack.UNSURE})
"""A nod, or both yes and no: "ok", "fine" and "wait" may mean either here."""

_A_CRY, _A_REPLY = 3, 6
"""The most words of "please help me", and of what may still be a reply. More words say something new."""


def answer(case: Case, told: Said) -> Answer | None:
    if action := meant(case, told.text):
        return tapped(case, with_message(action, told.message))
    return ask_again(case, told.text) or help_again(case, told)


def ask_again(case: Case, text: str) -> Answer | None:
    """None if it is not asked, or the words are no reply."""
    view = _question(case, text)
    if view is None or not (_is_unclear(case, text) or _takes_it_up(case, view, text)):
        return None
    return as_it_was(case, case.words("reply-other-words"))


def help_again(case: Case, told: Said) -> Answer | None:
    """The answer to danger that is in view, below their cry; None if none is, or it is no cry."""
    view = card_in_view(case)
    labels = [asked.yes for asked in (asked_in(case.words), *case.known.help.questions.values())]
    if view is None or view.weighs < WITHOUT or told.text.startswith("/"):
        return None
    if not _cries(case, told.text, labels):
        return None
    if can_be_removed(case):
        return alarm(case, Heard(Tier.ABUSE, case.language.tag), told.message)
    return Answer(asked_again(view, ""), alone=True)


def as_it_was(case: Case, note: str = "") -> Answer | None:
    """The question once more, as what came is no answer to it; None if it is not asked."""
    yes, view = danger_asked_about(case), card_in_view(case)
    if yes is None or view is None:
        return None
    again = asked_again(view, note)
    return Answer(again, alone=True, rings=yes.heard.tier is not Tier.ABUSE)  # the way back is on it


def meant(case: Case, text: str) -> Action | None:
    """The button that these words stand for; None if that is not asked, or the words mean something else."""
    view, said = _question(case, text), said_back(text, case.language.vocabulary.replies)
    if view is None:
        return None
    if said == {SaidBack.YES} or _cries_for_help(case, view, text):
        return _button(view, MeantIt)
    return _button(view, NotMeant) if said == {SaidBack.NO} else _on_a_button(view, text)


def with_message(action: Action, message: int) -> Action:
    """The yes itself is removed with the rest of the talk."""
    return replace(action, message=message) if isinstance(action, MeantIt) else action


def _question(case: Case, text: str) -> View | None:
    """A command is no answer to it, though its name may be one."""
    is_command = text.startswith("/")
    return None if is_command or danger_asked_about(case) is None else card_in_view(case)


def _is_unclear(case: Case, text: str) -> bool:
    said = said_back(text, case.language.vocabulary.replies)
    return bool(said) and said <= _UNCLEAR


def _takes_it_up(case: Case, view: View, text: str) -> bool:
    """ "Yes but not me" has a word of the buttons, and may mean anything but danger of its own."""
    parts = {part for label, _ in _answers(view) for part in _parts(label)}
    is_short = len(text.split()) <= _A_REPLY
    return is_short and says_any(folded(text), parts) and not is_danger(text, case.known.danger)


def _cries_for_help(case: Case, view: View, text: str) -> bool:
    """What follows the first comma of a yes, "help" of "Yes, help", amid few words."""
    labels = [label for label, action in _answers(view) if isinstance(action, MeantIt)]
    return _cries(case, text, [half for label in labels for half in label.split(_TOGETHER)])


def _cries(case: Case, text: str, labels: Iterable[str]) -> bool:
    """ "Help, can't breathe" says something new, and perhaps graver."""
    cries = {_plain(part) for label in labels for part in _APART.split(label)[1:]}
    is_short = len(text.split()) <= _A_CRY
    return is_short and says_any(folded(text), cries) and not is_danger(text, case.known.danger)


def _button(view: View, kind: type[MeantIt] | type[NotMeant]) -> Action | None:
    return next((action for _, action in _answers(view) if isinstance(action, kind)), None)


def _on_a_button(view: View, text: str) -> Action | None:
    """All that a button says, in either language, or a part of it: "help" of "Yes, help"."""
    wanted = _plain(text)
    return next((action for label, action in _answers(view) if wanted and wanted in _parts(label)), None)


def _answers(view: View) -> list[tuple[str, Action]]:
    keys = ((label, decode(data)) for row in view.keys for label, data, _ in row)
    return [(label, action) for label, action in keys if isinstance(action, MeantIt | NotMeant)]


def _parts(label: str) -> set[str]:
    return {_plain(part) for part in (label, *label.split(_TOGETHER), *_APART.split(label))}


def _plain(text: str) -> str:
    return phrase(folded(text))
