"""Keeps the number below words that say that help is called, or that nobody answers there, and names that of the country they tell."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.news import Said
from bot.coach.person import danger
from bot.coach.typed.danger import said_if_meant
from bot.coach.view.after_despair import language_of_answer
from bot.coach.view.in_view import KEPT, answered_in_view, help_in_view, time_since_told
from bot.screens.buttons.actions import WhomToCall
from bot.screens.person.danger_screens import WITH_A_NUMBER

_LONGEST_WHERE = 7
_LONGEST_COUNTRY = 3
"""Words."""


def only_that(case: Case, told: Said) -> Answer | None:
    """ "The ambulance is coming" would by itself be a cry for one. None if anything else is said beside it."""
    is_it = case.known.help.replies.say_only_that_they_call(told.text)
    return (
        said_if_meant.kept(case, told, case.words("danger-calling")) if is_it and _has_number(case) else None
    )


def answer(case: Case, told: Said) -> Answer | None:
    if not _has_number(case) or told.text.startswith("/"):
        return None
    replies = case.known.help.replies
    if replies.say_nobody_answers(told.text):
        return said_if_meant.kept(case, told, case.words("danger-unanswered"))
    if replies.say_they_call(told.text):
        return said_if_meant.kept(case, told, case.words("danger-calling"))
    return _numbers_there(case, told.text)


def _has_number(case: Case) -> bool:
    return help_in_view(case, WITH_A_NUMBER) is not None and time_since_told(case) < KEPT


def _numbers_there(case: Case, text: str) -> Answer | None:
    """ "I'm in Germany", "which number in India": the country is not stored."""
    words = text.split()
    if len(words) > _LONGEST_WHERE:
        return None
    ends = (" ".join(words[at:]) for at in range(max(0, len(words) - _LONGEST_COUNTRY), len(words)))
    city = next((found[0] for end in ends if (found := case.known.atlas.in_country(end))), None)
    tiers = "_".join(sorted(tier.value for tier in answered_in_view(case)))
    if city is None or not tiers or city.country not in case.known.help.emergency:
        return None
    there = case.as_if(replace(case.who, zone=city.zone, zone_is_sure=True))
    return danger.said_again(there, WhomToCall(tiers, language_of_answer(case)))
