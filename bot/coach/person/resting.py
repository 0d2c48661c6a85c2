"""Lets reminders rest after somebody said something grave, and asks later whether they should go on."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.person.main_menu import home_of
from bot.coach.view.in_view import help_in_view, is_button_in_view
from bot.coach.view.talk_of_violence import REMOVABLE, can_be_removed, remove_all
from bot.domain.person.person import Rest
from bot.screens.buttons.actions import Action, Go, MeantIt, NotMeant, Place, RemoveTalk, WhomToCall
from bot.screens.buttons.wire import encode
from bot.screens.person import danger_screens
from bot.screens.person.danger_screens import WITHOUT

_GOES_THROUGH = (Go(Place.DELETE), Go(Place.DELETE_SURELY), Go(Place.REMINDERS_AGAIN))


def asked_first(case: Case, action: Action | None = None) -> Answer | None:
    """Asks at the first contact after the day of rest. `action`: of the button that they tapped, if any."""
    if (
        not case.who.asks_to_go_on(case.now)
        or action in _GOES_THROUGH
        or isinstance(action, RemoveTalk | MeantIt | NotMeant | WhomToCall)
    ):
        return None
    if not case.store.reminders.of(case.person.id):
        save_preferences(case, replace(case.who, rest=Rest.NONE, rests_until=None))
        return None
    save_preferences(case, replace(case.who, rest=Rest.ASKED, rests_until=None))
    return Answer(danger_screens.shall_go_on(case.words, is_back=True))


def go_on(case: Case) -> Answer:
    asked = is_button_in_view(case, encode(Go(Place.REMINDERS_AGAIN)))
    if case.who.rest not in (Rest.UNTIL_ASKED, Rest.ASKED) or not asked:
        return home_of(case)
    case = save_preferences(case, replace(case.who, rest=Rest.NONE, rests_until=None))
    return replace(home_of(case), toast=case.words("toast-reminders-again"))


def not_now(case: Case) -> Answer:
    if case.who.rest is Rest.UNTIL_ASKED:
        case = save_preferences(case, replace(case.who, rest=Rest.ASKED, rests_until=None))
    return home_of(case)


def remove_talk(case: Case, action: RemoveTalk) -> Answer:
    answer = replace(home_of(case), rings=False, forgets_talk=True)
    shown = case.debt.shown
    if shown and case.now - shown.sent_at >= REMOVABLE:
        return replace(answer, toast=case.words("removed-too-old"))
    is_part = can_be_removed(case)
    is_all = remove_all(case, action.ids)
    answer = answer if is_all else replace(answer, toast=case.words("removed-some"))
    return answer if is_part else _beside_help(case, answer)


def _beside_help(case: Case, answer: Answer) -> Answer:
    """If whom to call is in view, the answer to an old button further up does not replace it."""
    is_help = help_in_view(case, WITHOUT) and not is_button_in_view(case, case.tap)
    return replace(answer, screen=None) if is_help else answer
