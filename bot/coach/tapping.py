"""What each button leads to."""

from bot.coach import (
    browsing,
    choosing,
    house,
    making,
    onboarding,
    playing,
    programmes,
    progressing,
    reading,
    routines,
    reminding,
)
from bot.coach.case import Answer, Case
from bot.screens import welcome
from bot.screens.actions import (
    Action,
    ClearSigns,
    Go,
    Instead,
    Looked,
    Made,
    NodTo,
    OpenGroup,
    OpenProgramme,
    OpenTopic,
    Place,
    Play,
    Rate,
    Resume,
    SetWeek,
    Told,
    What,
)


def tapped(case: Case, action: Action | None) -> Answer:
    """An old, foreign or forged button leads home, and says so."""
    answer = _answer(case, action) if action else None
    return answer or house.old_button(case)


def _answer(case: Case, action: Action) -> Answer | None:
    if isinstance(action, Go):
        return _go(case, action.place)
    if isinstance(action, OpenGroup | OpenTopic):
        return reading.tapped(case, action)
    if isinstance(action, Looked):
        return browsing.tapped(case, action)
    if isinstance(action, Made):
        return making.tapped(case, action)
    if isinstance(action, Told):
        return onboarding.told(case, action)
    if isinstance(action, OpenProgramme | SetWeek):
        return programmes.tapped(case, action)
    if isinstance(action, NodTo):
        return reminding.nodded(case, action)
    return _playing(case, action)


def _playing(case: Case, action: What | Play | Rate | Resume | Instead | ClearSigns) -> Answer | None:
    match action:
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
        case _:
            return playing.begin(case, action)


def _go(case: Case, place: Place) -> Answer:  # noqa: C901, PLR0912 - one line for each place
    match place:
        case Place.HOME:
            return house.home_of(case)
        case Place.MORE:
            return house.more(case)
        case Place.WHAT:
            return Answer(welcome.what_is_this(case.words))
        case Place.EXERCISES:
            return choosing.every_exercise(case)
        case Place.ROUTINES:
            return routines.every_routine(case)
        case Place.OWN_ROUTINES:
            return making.every_own(case)
        case Place.NEW_OWN:
            return making.make(case)
        case Place.LEARN:
            return reading.every_group(case)
        case Place.PROGRESS:
            return progressing.progress(case)
        case Place.SETTINGS:
            return onboarding.settings(case)
        case Place.HELP:
            return house.help_for(case)
        case Place.DELETE:
            return house.ask_delete(case)
        case Place.DELETE_SURELY:
            return house.delete(case)
        case Place.ASKED:
            return onboarding.asked(case)
        case Place.SIGNS | Place.SIGNS_WHICH | Place.SIGNS_EMERGENCY | Place.SIGNS_URGENT | Place.SIGNS_SOON:
            return onboarding.sign(case, place)
        case _:
            return onboarding.ask(case, place)
