"""Takes further details about a limit as a yes to it: only people who are pregnant say how far along they are."""

from bot.coach.case import Answer, Case
from bot.coach.tapping import tapped
from bot.coach.typed.replying import asking_in_view
from bot.coach.typed.wishes import wishes
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import KnownIdea, is_length_of_time
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import WorkAround

_HARMLESS = (Tier.WORK_AROUND, Tier.EVERYDAY)


def answer(case: Case, text: str, heard: Heard | None) -> Answer | None:
    asking = asking_in_view(case)
    asked = asking.one(WorkAround) if asking else None
    if not isinstance(asked, WorkAround) or (heard and heard.tier not in _HARMLESS) or "?" in text:
        return None
    is_more = is_length_of_time(text, case.language.vocabulary.said) or _says_it_again(case, text, asked)
    return tapped(case, asked) if is_more else None


def _says_it_again(case: Case, text: str, asked: WorkAround) -> bool:
    found, words = wishes.meant(case, text), case.language.vocabulary.said
    if found is None or found.wish is not Wish.WORK_AROUND:
        return False
    named = {tag.value for tag in slots.tags(found.ideas)}
    is_denied = slots.denies_tags(text, found.ideas, words.ideas.get(KnownIdea.NOT_SO.value, ()))
    return bool(named) and named <= {*asked.tags.split("_")} and not is_denied
