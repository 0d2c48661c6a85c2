"""Answers words of danger: they win over everything, and their consequences can be undone (docs/facts.md: danger-words)."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.in_view import card_in_view
from bot.coach.session.play import halt, stop
from bot.coach.session.whom_to_call import numbers_here
from bot.domain.person.person import Preferences
from bot.domain.typed.danger.heard import Heard, Tier
from bot.screens.buttons.actions import RemoveTalk
from bot.screens.buttons.wire import LIMIT, decode, encode
from bot.screens.person.danger_screens import Help, danger

HALTS = frozenset({Tier.NOW, Tier.DOCTOR})
"""After these, moves rest until somebody has looked after it; after the others the person is asked a day later."""


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


def help_at_hand(case: Case, heard: Heard) -> Help:
    own = case.language.tag
    first = "" if _without_region(own) == _without_region(heard.language) else _in_heard(case, heard)
    return replace(numbers_here(case, heard.tier), first=first, said=case.known.help.said(own, heard.tier))


def _in_heard(case: Case, heard: Heard) -> str:
    """The answer in the language that was heard, also if only the bot's own sentences have it; "" if nobody has written it."""
    if said := case.known.help.said(heard.language, heard.tier):
        return said
    spoken = case.known.languages.get(heard.language) or case.known.languages.get(
        _without_region(heard.language)
    )
    return spoken.words(f"danger-{heard.tier.value}") if spoken else ""


def _without_region(tag: str) -> str:
    return tag.partition("-")[0]


def _unwanted(case: Case, message: int) -> str:
    """Ids of this message and of those that the card in view would remove, so that one tap removes all. The oldest are left out
    if the button has no room.
    """
    view = card_in_view(case)
    keys = (key for row in (view.keys if view else ()) for key in row)
    before = next((a.ids for _, data, _ in keys if isinstance(a := decode(data), RemoveTalk)), ())
    ids = [*dict.fromkeys((*before, message))]
    while len(_wire(ids)) > LIMIT - len(encode(RemoveTalk("1"))) + 1:
        ids.pop(0)
    return _wire(ids)


def _wire(ids: list[int]) -> str:
    return "-".join(map(str, ids))
