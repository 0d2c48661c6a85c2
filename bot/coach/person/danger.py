"""Answers words of danger: they win over everything, and their consequences can be undone (docs/facts.md: danger-words)."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.in_view import actions_on, card_in_view, danger_asked_about, time_in_view
from bot.coach.language import Language
from bot.coach.person.main_menu import old_button
from bot.coach.session.live import live_of
from bot.coach.session.play import halt, resume, shown, stop
from bot.coach.session.whom_to_call import numbers_here
from bot.domain.person.person import Preferences
from bot.domain.session.session import OVERDUE, Phase
from bot.domain.typed.danger.heard import Doubt, Heard, Tier, heavier
from bot.domain.typed.danger.help_lines import AskedIfMeant
from bot.screens.buttons.actions import MeantIt, NotMeant, RemoveTalk
from bot.screens.buttons.wire import LIMIT, encode
from bot.screens.person.danger_screens import WITHOUT, Help, Question, all_well, asked, asked_in, danger
from bot.screens.session.player import noted

HALTS = frozenset({Tier.NOW, Tier.DOCTOR})
"""After these, moves rest until somebody has looked after it; after the others the person is asked a day later."""


def answer(case: Case, heard: Heard, message: int, *, is_edit: bool = False) -> Answer:
    asked = question(case, heard, message, is_edit=is_edit)
    return asked or alarm(case, heavier_of_two(case, heard), message)


def question(case: Case, heard: Heard, message: int, *, is_edit: bool = False) -> Answer | None:
    """What is asked where the ear doubts. A no is the way back into the session. None: it is sure, or was doubted in two messages
    in a row, or is part of a talk that is to be removed as a whole. Whom to call stands beside it if it may well be meant.
    """
    if not heard.doubted or (danger_asked_about(case) and not is_edit) or can_be_removed(case):
        return None
    language = heard.language if _can_be_heard(case, heard.language) else case.language.tag
    yes = MeantIt(heard.tier.value, language, message if heard.tier is Tier.ABUSE else 0)
    no = NotMeant(_interrupted(case))
    screen = asked(_question(case, heard, language), yes, no, case.words)
    return Answer(screen, alone=True, rings=heard.tier is not Tier.ABUSE)


def _question(case: Case, heard: Heard, language: str) -> Question:
    at_hand = numbers_here(case, heard.tier) if heard.doubt is Doubt.MAY_BE else None
    return Question(_asked(case), _asked_in_heard(case, language), at_hand)


def heavier_of_two(case: Case, heard: Heard) -> Heard:
    """What was asked about before counts as much as what is doubted now."""
    before = danger_asked_about(case)
    if before is None or not heard.doubted:
        return heard
    return heavier(heard, replace(before.heard, doubt=heard.doubt)) or heard


def meant(case: Case, action: MeantIt) -> Answer:
    heard = what_was_meant(case, action)
    return alarm(case, heard, action.message) if heard else old_button(case)


def what_was_meant(case: Case, action: MeantIt) -> Heard | None:
    """None for a language that nothing is heard in: buttons can be made up."""
    return action.heard if _can_be_heard(case, action.language) else None


def nothing_meant(case: Case, action: NotMeant) -> Answer:
    rings = not is_harm_by_others_asked(case)
    return replace(_back_to_the_session(case, action) or all_is_well(case), rings=rings)


def is_harm_by_others_asked(case: Case) -> bool:
    """Somebody else may look over their shoulder, or hear the phone ring."""
    asked = danger_asked_about(case)
    return asked is not None and asked.heard.tier is Tier.ABUSE


def _back_to_the_session(case: Case, action: NotMeant) -> Answer | None:
    live = live_of(case)
    if live is None or live.phase is Phase.HALTED:
        return None
    is_there = action.session == live.id and time_in_view(case) < OVERDUE
    back = resume(case, live.id) if is_there else shown(case)
    if back and back.screen and back.plays:
        return replace(back, screen=noted(back.screen, case.words("danger-all-well")))
    return back


def all_is_well(case: Case) -> Answer:
    """Where it sounded like harm by others, what was written can be removed all the same: somebody may look over their shoulder."""
    asked = danger_asked_about(case)
    messages = _unwanted(case, asked.message) if asked and asked.message else ""
    return Answer(all_well(case.words, messages))


def alarm(case: Case, heard: Heard, message: int) -> Answer:
    """`message`: the id of what they wrote; 0: not known."""
    (halt if heard.tier in HALTS else stop)(case)
    case = save_preferences(case, resting_after(case, heard.tier))
    messages = _unwanted(case, message) if heard.tier is Tier.ABUSE and message else ""
    screen = danger(heard.tier, help_at_hand(case, heard), case.words, messages)
    return Answer(
        screen, alone=True, rings=heard.tier is not Tier.ABUSE
    )  # somebody else may hear the phone ring


def resting_after(case: Case, tier: Tier) -> Preferences:
    who, now = case.who, case.now
    return who.resting_until_clear(now) if tier in HALTS else who.resting_for_a_day(now)


def help_words(case: Case, heard: Heard) -> str:
    """HTML; without consequences, for when none can be stored."""
    return danger(heard.tier, help_at_hand(case, heard), case.words).text


def can_be_removed(case: Case) -> bool:
    """True while the answer to harm by others is in view."""
    view = card_in_view(case)
    is_help = view is not None and view.weighs >= WITHOUT
    return is_help and any(isinstance(action, RemoveTalk) for action in actions_on(view))


def _interrupted(case: Case) -> int:
    """The session that runs on while it is asked; 0: none does, or the person paused it."""
    live = live_of(case)
    return live.id if live and live.wake_at else 0


def _can_be_heard(case: Case, tag: str) -> bool:
    return tag in case.known.help.answers or tag in case.known.languages


def _asked(case: Case) -> AskedIfMeant:
    return case.known.help.asked(case.language.tag) or asked_in(case.words)


def _asked_in_heard(case: Case, heard: str) -> AskedIfMeant | None:
    if _without_region(case.language.tag) == _without_region(heard):
        return None
    spoken = _spoken(case, heard)
    return case.known.help.asked(heard) or (asked_in(spoken.words) if spoken else None)


def help_at_hand(case: Case, heard: Heard) -> Help:
    own = case.language.tag
    first = "" if _without_region(own) == _without_region(heard.language) else _in_heard(case, heard)
    return replace(numbers_here(case, heard.tier), first=first, said=case.known.help.said(own, heard.tier))


def _in_heard(case: Case, heard: Heard) -> str:
    """The answer in the language that was heard, also if only the bot's own sentences have it; "" if nobody has written it."""
    if said := case.known.help.said(heard.language, heard.tier):
        return said
    spoken = _spoken(case, heard.language)
    return spoken.words(f"danger-{heard.tier.value}") if spoken else ""


def _spoken(case: Case, tag: str) -> Language | None:
    return case.known.languages.get(tag) or case.known.languages.get(_without_region(tag))


def _without_region(tag: str) -> str:
    return tag.partition("-")[0]


def _unwanted(case: Case, message: int) -> str:
    """Ids of this message and of those that the card in view would remove, so that one tap removes all. The oldest are left out
    if the button has no room.
    """
    actions = actions_on(card_in_view(case))
    before = next((action.ids for action in actions if isinstance(action, RemoveTalk)), ())
    asked = (action.message for action in actions if isinstance(action, MeantIt) and action.message)
    ids = [*dict.fromkeys((*before, *asked, message))]
    while len(_wire(ids)) > LIMIT - len(encode(RemoveTalk("1"))) + 1:
        ids.pop(0)
    return _wire(ids)


def _wire(ids: list[int]) -> str:
    return "-".join(map(str, ids))
