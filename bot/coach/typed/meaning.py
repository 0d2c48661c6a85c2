"""What typed words mean for this person, in this state."""

from collections.abc import Collection
from dataclasses import replace
from datetime import time

from bot.coach.case import Case
from bot.coach.person.answers import language_if_several
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.person.person import Age
from bot.domain.plain_text import phrase, phrase_or_signs, plain
from bot.domain.reminders.draft import Draft, read
from bot.domain.reminders.once_draft import OnceDraft, once_read
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import WORST_FIRST
from bot.domain.session.session import KEYS, Move, Phase, Stand, knows
from bot.domain.typed.said.said_back import SaidBack, says_any
from bot.domain.typed.said.signs_said import AboutMe, signs_said
from bot.domain.typed.said.worst_said import worst_said
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import (
    Action,
    Drafted,
    Drafting,
    Go,
    MayMove,
    NoSigns,
    NothingNew,
    OnceDrafted,
    OpenSettings,
    Place,
    SaidYes,
    SeeSigns,
    SetAge,
    SettingsGroup,
)
from bot.screens.buttons.wire import decode
from bot.screens.person.settings_screens import group_buttons

COMMANDS = {
    "/start": Wish.START,
    "/today": Wish.HOME,
    "/remind": Wish.REMINDERS,
    "/exercise": Wish.EXERCISES,
    "/routine": Wish.ROUTINES,
    "/learn": Wish.LEARN,
    "/progress": Wish.PROGRESS,
    "/pain": Wish.PAIN,
    "/settings": Wish.SETTINGS,
    "/help": Wish.HELP,
    "/stop": Wish.STOP,
    "/delete": Wish.DELETE,
    "/export": Wish.EXPORT,
    "/privacy": Wish.PRIVACY,
}


def command(text: str) -> tuple[Wish | None, str]:
    """The wish is None for an unknown command. The command may carry the bot's name: "/start@unhunch_bot"."""
    head, *rest = text.split(maxsplit=1) or [""]  # a message may be all spaces
    return COMMANDS.get(plain(head.partition("@")[0])), "".join(rest).strip()


def button(case: Case, text: str) -> Action | None:
    wanted = phrase(text)
    view = card_in_view(case)
    if not view or not wanted:
        return None
    keys = [key for row in view.keys for key in row]
    said = {wanted, _after_a_yes(wanted, case.language.vocabulary)} - {""}
    there = next((decode(data) for label, data, _ in keys if phrase(label) in said), None)
    return there or _setting(case, wanted, [decode(data) for _, data, _ in keys])


def _after_a_yes(said: str, vocabulary: Vocabulary) -> str:
    """The rest behind a yes, so that "Yes pause them please" says what the button says."""
    words, replies = said.split(), vocabulary.replies
    while words and replies.get(words[0]) in (*AGREED, SaidBack.POLITE):
        words = words[1:]
    while words and replies.get(words[-1]) is SaidBack.POLITE:
        words = words[:-1]
    return " ".join(words)


AGREED = (SaidBack.YES, SaidBack.OK)


def part_of_a_button(case: Case, text: str) -> Action | None:
    """Finds words of only one of the buttons in view, such as "Always" below "Always seated". None if that button
    would open a way past the signs, or end something for good."""
    view, words = card_in_view(case), phrase(text).split()
    if view is None or not 0 < len(words) <= _FEW or sum(map(len, words)) < _TELLING:
        return None
    agreed = _after_a_yes(phrase(text), case.language.vocabulary).split()
    found = [
        data
        for row in view.keys
        for label, data, _ in row
        if _are_in(words, phrase(label).split()) or _name_it(agreed, words, phrase(label).split())
    ]
    action = decode(found[0]) if len(found) == 1 else None
    return None if isinstance(action, NoSigns | NothingNew | SaidYes | MayMove) or action in _ENDS else action


_FEW, _TELLING = 3, 4
"""The most words, and the fewest letters in all."""

_ENDS = (Go(Place.DELETE_SURELY), Go(Place.STOP_REMINDING))


def _are_in(words: list[str], label: list[str]) -> bool:
    """As neighbours, and not all of them: a whole label is handled elsewhere."""
    size = len(words)
    return any(label[at : at + size] == words for at in range(len(label) - size + 1))


def _name_it(agreed: list[str], words: list[str], label: list[str]) -> bool:
    """ "Ok two minutes" below "Two gentle minutes": after a yes, in the same order, and all but one word of the label."""
    rest = iter(label)
    in_order = all(word in rest for word in agreed)
    return len(agreed) < len(words) and in_order and len(agreed) >= max(2, len(label) - 1)


def _setting(case: Case, wanted: str, there: Collection[Action | None]) -> Action | None:
    groups = [action.group for action in there if isinstance(action, OpenSettings)]
    if len(groups) < len(SettingsGroup):
        return None
    language = language_if_several(case)
    every = (
        button
        for group in groups
        for button in group_buttons(group, case.who, case.words, language, has_films=case.known.has_films)
    )
    return next((button.action for button in every if phrase(button.label) == wanted), None)


def about_signs(case: Case, text: str, vocabulary: Vocabulary) -> Action | None:
    meant = signs_said(text, vocabulary.signs, vocabulary.beside_signs)
    view = card_in_view(case)
    actions = [decode(data) for row in (view.keys if view else ()) for _, data, _ in row]
    none = next((action for action in actions if isinstance(action, NoSigns)), None)
    if none is None:
        return None
    if meant is None:
        return SeeSigns(none.then) if begins_an_answer(text, vocabulary) else None
    match meant:
        case AboutMe.NONE | AboutMe.NONE_BY_NAME:
            return none
        case AboutMe.SOME:
            return Go(Place.SIGNS_WHICH)
        case AboutMe.MINOR:
            return SetAge(Age.MINOR)
        case AboutMe.BY_NAME:
            return None


def begins_an_answer(text: str, vocabulary: Vocabulary) -> bool:
    """ "None but my doctor said no exercise" is no plain none: the signs are asked about again, and nothing else is heard in it."""
    return f"{phrase(text)} ".startswith(tuple(f"{each} " for each in vocabulary.begins_signs))


def denies_signs(text: str, vocabulary: Vocabulary) -> bool:
    """Works even if the signs are not in view: "no warning signs", "none, and I'm 34"."""
    return signs_said(text, vocabulary.signs, vocabulary.beside_signs) is AboutMe.NONE_BY_NAME


def names_signs(text: str, vocabulary: Vocabulary) -> bool:
    named = [said for said, meant in vocabulary.signs.items() if meant is AboutMe.BY_NAME]
    return says_any(text, named)


def draft_in_view(case: Case) -> Draft | OnceDraft | None:
    """Has no time if the card still asks for one, because nobody chose the first one offered."""
    draft = _first_draft(case)
    return replace(draft, times=()) if isinstance(draft, Draft) and _asks_for_time(case) else draft


def _asks_for_time(case: Case) -> bool:
    """False also for a card on which one time can be made earlier or later."""
    drafts = [each for each in actions_on(card_in_view(case)) if isinstance(each, Drafted | OnceDrafted)]
    is_kept = any(each.stage is Drafting.KEEP for each in drafts)
    moves = [each for each in drafts if each.stage is Drafting.TIME]
    return not is_kept and len(moves) < 2 and len({at for at, _ in times_asked_about(case)}) > 1


def _first_draft(case: Case) -> Draft | OnceDraft | None:
    view = card_in_view(case)
    for _, data, _ in (key for row in (view.keys if view else ()) for key in row):
        action = decode(data)
        if isinstance(action, Drafted):
            return read(action.reminder, action.times, action.days, action.starts)
        if isinstance(action, OnceDrafted):
            return once_read(action.reminder, action.day, action.at, action.starts)
    return None


def times_asked_about(case: Case) -> list[tuple[time, Action]]:
    """If the card asks which of several times is meant: each of them, with its button."""
    view = card_in_view(case)
    actions = (decode(data) for row in (view.keys if view else ()) for _, data, _ in row)
    shown = [
        each for each in actions if isinstance(each, Drafted | OnceDrafted) and each.stage is Drafting.SHOW
    ]
    read_again = ((_time_of(each), each) for each in shown)
    return [(at, each) for at, each in read_again if at]


def _time_of(action: Drafted | OnceDrafted) -> time | None:
    if isinstance(action, OnceDrafted):
        once = once_read(action.reminder, action.day, action.at, action.starts)
        return once.at if once else None
    draft = read(action.reminder, action.times, action.days, action.starts)
    return draft.times[0] if draft and len(draft.times) == 1 else None


def move(session: Stand, text: str, vocabulary: Vocabulary) -> Move | None:
    said = _pain(session, text, vocabulary) or vocabulary.moves.get(phrase(text))
    if Move.DONE in KEYS[session.phase]:
        said = Move.DONE if vocabulary.nods.get(phrase(text)) is Nod.DONE else said
    elif said is Move.DONE:
        said = Move.STOP
    if said is None:
        return None
    return said if knows(session.phase, said) else None


def _pain(session: Stand, text: str, vocabulary: Vocabulary) -> Move | None:
    pain = worst_said(text, vocabulary.pains, WORST_FIRST) if session.phase is Phase.HURTING else None
    return Move(pain.value) if pain else None


def wish(text: str, vocabulary: Vocabulary) -> Wish | None:
    return vocabulary.wishes.get(phrase_or_signs(text))
