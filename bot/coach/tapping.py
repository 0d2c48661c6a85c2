"""What each button leads to: one line for each."""

from typing import assert_never

from bot.coach import browsing, house, onboarding, playing
from bot.coach.case import Answer, Case
from bot.domain.person import Cleared
from bot.screens import welcome
from bot.screens.actions import (
    Action,
    AllSteps,
    ClearSigns,
    DoExercise,
    DoRoutine,
    Go,
    Instead,
    LearnStep,
    OpenExercise,
    OpenForm,
    OpenRoutine,
    Place,
    Play,
    Rate,
    Resume,
    SetAge,
    SetFloor,
    SetLevel,
    SetSeen,
    TickTag,
)


def tapped(case: Case, action: Action | None) -> Answer:
    """An old, foreign or forged button leads home, and says so."""
    answer = _answer(case, action) if action else None
    return answer or house.old_button(case)


def _answer(case: Case, action: Action) -> Answer | None:  # noqa: C901, PLR0912 - one line for each kind of button
    match action:
        case Go(place):
            return _go(case, place)
        case OpenExercise(slug):
            return browsing.open_exercise(case, slug)
        case OpenForm():
            return browsing.open_form(case, action)
        case LearnStep():
            return browsing.learn(case, action)
        case AllSteps():
            return browsing.all_steps(case, action)
        case OpenRoutine(slug):
            return browsing.open_routine(case, slug)
        case DoExercise() | DoRoutine():
            return playing.begin(case, action)
        case Play():
            return playing.play(case, action)
        case Resume(session):
            return playing.resume(case, session)
        case Instead():
            return playing.begin_instead(case, action)
        case Rate():
            return playing.rate(case, action)
        case ClearSigns():
            return onboarding.clear_signs(case, action)
        case SetSeen():
            return onboarding.set_seen(case, action)
        case TickTag():
            return onboarding.tick_tag(case, action)
        case SetFloor():
            return onboarding.set_floor(case, action)
        case SetAge():
            return onboarding.set_age(case, action)
        case SetLevel():
            return onboarding.set_level(case, action)
        case _:
            assert_never(action)


def _go(case: Case, place: Place) -> Answer:  # noqa: C901, PLR0912 - one line for each place
    match place:
        case Place.HOME:
            return house.home_of(case)
        case Place.WHAT:
            return Answer(welcome.what_is_this(case.words))
        case Place.EXERCISES:
            return browsing.every_exercise(case)
        case Place.ROUTINES:
            return browsing.every_routine(case)
        case Place.SETTINGS:
            return onboarding.settings(case)
        case Place.HELP:
            return house.help_for(case)
        case Place.SIGNS:
            return onboarding.signs(case)
        case Place.SIGNS_WHICH:
            return Answer(welcome.which_sign(case.words))
        case Place.SIGNS_EMERGENCY:
            return onboarding.tick_sign(case, Cleared.EMERGENCY)
        case Place.SIGNS_URGENT:
            return onboarding.tick_sign(case, Cleared.URGENT)
        case Place.SIGNS_SOON:
            return onboarding.tick_sign(case, Cleared.SOON)
        case Place.ASK_SEEN | Place.ASK_TAGS | Place.ASK_FLOOR | Place.ASK_AGE | Place.ASK_LEVEL:
            return onboarding.ask(case, place)
        case Place.ASKED:
            return onboarding.asked(case)
        case Place.DELETE:
            return house.ask_delete(case)
        case Place.DELETE_SURELY:
            return house.delete(case)
        case _:
            assert_never(place)
