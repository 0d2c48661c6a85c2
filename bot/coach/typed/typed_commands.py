"""Answers commands, and the words that follow them."""

from bot.coach.case import Answer, Case
from bot.coach.choose import cards, ready_routines
from bot.coach.own import own_list
from bot.coach.person import complaints, main_menu
from bot.coach.typed import meaning, number_said
from bot.coach.typed.finding import search
from bot.coach.typed.not_made_out import not_understood
from bot.coach.typed.reminders import times_said
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.wish import Wish

_BY_COMMAND = {Wish.START: main_menu.come_home, Wish.DELETE: main_menu.ask_delete}


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    wish, rest = meaning.command(text)
    if rest and wish in (Wish.START, Wish.HOME) and wishes.hurts(case, rest):
        return complaints.told(case, Heard(Tier.COMPLAINT, case.language.tag))
    match wish:
        case Wish.START if rest:
            return _deep_link(case, rest)
        case Wish.EXERCISES if rest:
            return own_list.exercise_by_name(case, rest) or search.exercises(case, rest)
        case Wish.ROUTINES if rest:
            return own_list.by_name(case, rest) or search.a_routine(case, rest, vocabulary)
        case Wish.LEARN if rest:
            return search.topics(case, rest) or not_understood(case, rest)
        case Wish.PAIN:
            return number_said.command(case, rest, vocabulary)
        case Wish.REMINDERS if rest:
            return times_said.by_command(case, rest, vocabulary)
        case Wish.START | Wish.DELETE:
            return _BY_COMMAND[wish](case)
        case None:
            return not_understood(case, "")
        case _:
            return grant(Request(case, text, Meant(wish, True)))


def _deep_link(case: Case, target: str) -> Answer:
    """Takes t.me/…?start=exercise_cat-cow and routine_morning; anything else does what /start does."""
    kind, _, slug = target.partition("_")
    if kind == "exercise" and slug in case.library.exercises:
        return cards.open_exercise(case, slug)
    if kind == "routine" and slug in case.library.routines:
        return ready_routines.open_routine(case, slug)
    return main_menu.home_of(case)
