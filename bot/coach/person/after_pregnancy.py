"""Asks people who are no longer pregnant how they are, and opens the moves again."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.person import answers
from bot.coach.person.main_menu import home_of
from bot.coach.session.gate import locked
from bot.coach.session.play import stop
from bot.coach.view.in_view import is_button_in_view
from bot.domain.person.person import NoLonger
from bot.screens.buttons.actions import Go, Place, Pregnancy
from bot.screens.buttons.wire import encode
from bot.screens.person import pregnancy_screens


def no_longer(case: Case, action: Pregnancy) -> Answer:
    if not is_button_in_view(case, encode(action)):
        return Answer(pregnancy_screens.ask_how(case.words))
    if action.how is NoLonger.BORN:
        return Answer(pregnancy_screens.ask_caesarean(case.words))
    case = save_preferences(case, case.who.no_longer_pregnant(action.how))
    if action.how is NoLonger.MISTAKE:
        return answers.ask(case, Place.ASK_TAGS)
    stop(case)
    closed = locked(case)
    return Answer(closed) if closed else home_of(case)


def said_yes(case: Case) -> Answer:
    if not case.who.after_birth or not is_button_in_view(case, encode(Go(Place.SAID_YES_AFTER_BIRTH))):
        return home_of(case)
    case = save_preferences(case, replace(case.who, after_birth=False))
    return replace(home_of(case), toast=case.words("toast-said-yes"))
