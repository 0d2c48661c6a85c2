"""Takes what is typed to the question whether danger was meant, and to its answer: yes, no and help do what the
buttons do, and a cry for help brings the answer again."""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import reduce
from operator import attrgetter

from bot.coach.case import Answer, Case
from bot.coach.news import Said
from bot.coach.person.danger import after_all, asked_again, dismissed, question, taken_back
from bot.coach.tapping import tapped
from bot.coach.typed.wishes.wishes import holds_beside_danger
from bot.coach.view.after_despair import at_hand
from bot.coach.view.in_view import (
    actions_on,
    answered_in_view,
    card_in_view,
    danger_asked_about,
    help_in_view,
    question_in_view,
)
from bot.coach.view.talk_of_violence import once_more, remove_or_delete
from bot.domain.plain_text import folded, phrase
from bot.domain.typed.danger.heard import IN_DANGER, Doubt, Heard, Tier, is_danger
from bot.domain.typed.said.said_back import SaidBack, made_of, said_back, says_any
from bot.screens.buttons.actions import Action, Go, MeantIt, NotMeant, Place, RemoveTalk
from bot.screens.buttons.wire import decode
from bot.screens.person.danger_screens import QUESTION, TALKS, WITHOUT, asked_in
from bot.screens.text import bold
from bot.screens.view import View

_TOGETHER = "·"
"""Separates the two languages on a button."""

_APART = re.compile("[,،·]")

_UNCLEAR = frozenset({SaidBack.YES, SaidBack.DO, SaidBack.NO, SaidBack.LET_BE, SaidBack.OK, SaidBack.UNSURE})
"""A nod, or both yes and no: "ok", "fine" and "wait" may mean either here."""

_SHOWN_AGAIN = ("reply-first-this", "danger-stays", "danger-move-too")
_OF_ALARMS = ("danger-calling", "danger-unanswered", "danger-misheard", "danger-misheard-overdose")
"""What may stand below the number; each takes the place of the one before."""

_LABELS = (attrgetter("yes"), attrgetter("no"))

_A_REPLY = 6
"""The most words in a reply, unless it begins like one. More words say something new."""


def answer(case: Case, told: Said) -> Answer | None:
    if action := meant(case, told.text):
        return tapped(case, with_message(action, told.message))
    if _lets_it_be_again(case, told.text):
        return dismissed(case)
    if _takes_back(case, told.text):
        return taken_back(case)
    return ask_again(case, told) or help_again(case, told) or _after_all(case, told)


def _after_all(case: Case, told: Said) -> Answer | None:
    """ "Actually yes, it's real" after "haha no I'm fine"."""
    if not _means_it_after_all(case, told.text):
        return None
    view = help_in_view(case, WITHOUT)
    return once_more(case, view, told.message) if view else after_all(case, told.message)


def _means_it_after_all(case: Case, text: str) -> bool:
    is_it = not text.startswith("/") and case.known.help.replies.mean_it_after_all(text)
    return is_it and not is_danger(text, case.known.danger)


def _takes_back(case: Case, text: str) -> bool:
    """Below whom to talk to, people who say that they did not mean it are believed. After despair, that stays a tap away all the same."""
    tiers = answered_in_view(case)
    if not tiers or not tiers <= TALKS or text.startswith("/"):
        return False
    return _says_not_meant(case, text)


def _lets_it_be_again(case: Case, text: str) -> bool:
    """ "Never mind" alone may hide something. But people who say it again, when the question has come once more, are not asked for ever."""
    view = _question(case, text)
    again = [bold(case.words(note)) for note in ("reply-other-words", "reply-first-this")]
    is_again = view is not None and any(view.text.endswith(each) for each in again)
    return is_again and case.known.help.replies.dismiss(text) and not is_danger(text, case.known.danger)


def ask_again(case: Case, told: Said) -> Answer | None:
    """None if the question is not in view, or the words are no reply to it."""
    view = _question(case, told.text)
    if view is None or not (_is_unclear(case, told.text) or _takes_it_up(case, view, told.text)):
        return None
    return asked_again(case, told.message, case.words("reply-other-words"))


def help_again(case: Case, told: Said) -> Answer | None:
    """The answer to danger in view again, below their cry or yes. None if none is in view, or the words are neither."""
    view = help_in_view(case, WITHOUT)
    if (
        view is None
        or told.text.startswith("/")
        or not (_cries(case, told.text) or is_a_yes(case, told.text))
    ):
        return None
    return once_more(case, view, told.message)


def cried(case: Case, told: Said) -> Answer | None:
    """A cry for help out of nothing: it is asked whether danger is meant, with whom to call beside the question."""
    language = "" if told.text.startswith("/") else case.known.help.cries.alone(told.text)
    heard = Heard(Tier.NOW, language, doubt=Doubt.MAY_BE)
    is_at_hand = at_hand(case) is not None  # then whom to talk to is shown again
    return question(case, heard, told.message, is_edit=told.is_edit) if language and not is_at_hand else None


def kept(case: Case, told: Said, note: str = "") -> Answer | None:
    """The question, or whom to call, once more below words that mean neither danger nor an answer, with the note, if
    any. None if neither is in view."""
    if case.known.help.replies.begin_to_remove(told.text) and (offered := remove_or_delete(case)):
        return offered
    if not help_in_view(case, QUESTION) or (told.text.startswith("/") and not _cries(case, told.text)):
        return None
    asked = asked_again(case, case.message, note or case.words("reply-first-this"))
    view = _without_notes(case, help_in_view(case, WITHOUT))
    return asked or (once_more(case, view, case.message, note or _how_to_go_on(case)) if view else None)


def _how_to_go_on(case: Case) -> str:
    tiers = answered_in_view(case)
    if not tiers or case.debt.owed:
        return ""
    if Tier.OVERDOSE in tiers:
        return case.words("danger-misheard-overdose")
    return case.words("danger-stays") if tiers <= TALKS else ""


def _without_notes(case: Case, view: View | None) -> View | None:
    if view is None:
        return None
    notes = (f"\n{bold(case.words(each))}" for each in _OF_ALARMS)
    text = reduce(str.removesuffix, notes, view.text).rstrip()
    return replace(view, text=text)


def was_shown_again(case: Case) -> bool:
    """The question, or whom to talk to, was repeated below words that were neither danger nor an answer, and has reached them."""
    view = None if case.debt.owed else help_in_view(case, QUESTION)
    return view is not None and any(view.text.endswith(bold(case.words(note))) for note in _SHOWN_AGAIN)


def as_it_was(case: Case, note: str = "") -> Answer | None:
    """The question once more with the note, or whom to call. None if neither is in view."""
    asked, view = asked_again(case, case.message, note), help_in_view(case, WITHOUT)
    return asked or (once_more(case, view, case.message) if view else None)


def meant(case: Case, text: str) -> Action | None:
    """The button that these words stand for. None if nothing is asked, or the words mean something else."""
    if removal := _removal(case, text):
        return removal
    view, said = _question(case, text), said_back(text, case.language.vocabulary.replies)
    if view is None:
        return None
    if (
        (said and said <= {SaidBack.YES, SaidBack.DO})
        or _cries(case, text)
        or _means_it_after_all(case, text)
    ):
        return _button(view, MeantIt)
    if _says_only_no(case, text) or _denies(case, text) or _says_not_meant(case, text):
        return _button(view, NotMeant)
    return _on_a_button(view, text) or _in_any_language(case, view, text)


def _says_only_no(case: Case, text: str) -> bool:
    """ "Not really ok" does not."""
    return {*made_of(phrase(text), case.language.vocabulary.replies)} - {SaidBack.POLITE} == {SaidBack.NO}


def _in_any_language(case: Case, view: View, text: str) -> Action | None:
    """People in need may answer in a language that is neither theirs nor the one that was heard."""
    asked, said = case.known.help.questions.values(), _plain(text)
    yes, no = ({part for each in asked for part in _parts(label(each))} for label in _LABELS)
    if said in yes - no:
        return _button(view, MeantIt)
    return _button(view, NotMeant) if said in no - yes else None


def with_message(action: Action, message: int) -> Action:
    """This message is removed too, with the rest of the talk."""
    if isinstance(action, RemoveTalk) and message:
        return replace(action, messages=f"{action.messages}-{message}")
    return replace(action, message=message) if isinstance(action, MeantIt) else action


def _removal(case: Case, text: str) -> RemoveTalk | None:
    """The button that removes a talk about violence. None if "delete" answers the question whether to delete everything."""
    actions = actions_on(card_in_view(case))
    removal = next((action for action in actions if isinstance(action, RemoveTalk)), None)
    is_other = Go(Place.DELETE_SURELY) in actions and SaidBack.DELETE in said_back(
        text, case.language.vocabulary.replies
    )
    if removal is None or is_other or text.startswith("/") or is_danger(text, case.known.danger):
        return None
    return removal if case.known.help.replies.remove(text) else None


def _question(case: Case, text: str) -> View | None:
    """None for a command: it is no answer to the question, even if its name might be."""
    return None if text.startswith("/") else question_in_view(case)


def _is_unclear(case: Case, text: str) -> bool:
    said = said_back(text, case.language.vocabulary.replies)
    return bool(said) and said <= _UNCLEAR


def _takes_it_up(case: Case, view: View, text: str) -> bool:
    """ "Yes but not me" has a word of a button, and may mean anything but danger to themselves. People who explain
    what they meant ("no i only want to sleep well") often repeat the doubtful words."""
    if holds_beside_danger(case, text):
        return False
    parts = {part for label, _ in _answers(view) for part in _parts(label)}
    heard = case.known.danger.hears(text)
    if _begins(text, parts):
        return (
            heard is None
            or heard.doubted
            or heard.tier not in IN_DANGER
            or _is_denied(case, view, text, heard)
        )
    is_short = len(text.split()) <= _A_REPLY
    return is_short and says_any(folded(text), parts) and not is_danger(text, case.known.danger)


def _is_denied(case: Case, view: View, text: str, heard: Heard) -> bool:
    """ "No, I don't want to die" repeats what was asked about, and is no new alarm."""
    asked, no = (
        danger_asked_about(case),
        next((_parts(label) for label, action in _answers(view) if isinstance(action, NotMeant)), set()),
    )
    return asked is not None and asked.heard.tier is heard.tier and _begins(text, no)


def _begins(text: str, parts: Collection[str]) -> bool:
    said = f"{_plain(text)} "
    return any(said.startswith(f"{part} ") for part in parts)


def _cries(case: Case, text: str) -> bool:
    """ "Help, can't breathe" is not one: it says something new, and perhaps graver."""
    return case.known.help.cries.are(text) and not is_danger(text, case.known.danger)


def _denies(case: Case, text: str) -> bool:
    return case.known.help.replies.deny(text) and not is_danger(text, case.known.danger)


def _says_not_meant(case: Case, text: str) -> bool:
    """The rest of what they say may be anything but certain danger, because people who explain a mishearing repeat the words."""
    heard, replies = case.known.danger.by_rules(text), case.known.help.replies
    is_danger_said = heard is not None and heard.tier in IN_DANGER
    return not is_danger_said and (replies.take_back(text) or explains(case, text))


def explains(case: Case, text: str) -> bool:
    """ "No, I meant the jobs" says what was meant instead, and nothing of it is danger."""
    return case.known.help.replies.explain(text) and not is_danger(text, case.known.danger)


def is_a_yes(case: Case, text: str) -> bool:
    asked = (asked_in(case.words), *case.known.help.questions.values())
    return _plain(text) in {part for each in asked for part in _parts(each.yes)}


def _button(view: View, kind: type[MeantIt] | type[NotMeant]) -> Action | None:
    return next((action for _, action in _answers(view) if isinstance(action, kind)), None)


def _on_a_button(view: View, text: str) -> Action | None:
    """All that a button says, in either language, or a part of it: "help" in "Yes, help"."""
    wanted = _plain(text)
    return next((action for label, action in _answers(view) if wanted and wanted in _parts(label)), None)


def _answers(view: View) -> list[tuple[str, Action]]:
    keys = ((label, decode(data)) for row in view.keys for label, data, _ in row)
    return [(label, action) for label, action in keys if isinstance(action, MeantIt | NotMeant)]


def _parts(label: str) -> set[str]:
    return {_plain(part) for part in (label, *label.split(_TOGETHER), *_APART.split(label))}


def _plain(text: str) -> str:
    return phrase(folded(text))
