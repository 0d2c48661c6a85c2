"""What each button leads to."""

from collections.abc import Callable

from bot.coach import (
    browsing,
    choosing,
    house,
    making,
    nodding,
    onboarding,
    playing,
    programmes,
    progressing,
    reading,
    reminders,
    routines,
    zones,
)
from bot.coach.case import Answer, Case
from bot.screens.buttons.actions import (
    Action,
    ClearSigns,
    Go,
    Instead,
    Looked,
    Made,
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
from bot.screens.buttons.reminder_actions import (
    AskClock,
    ClockSays,
    NodTo,
    Reminded,
    SetDiscreet,
    SetFollowUp,
    SetZone,
)
from bot.screens.person import welcome

_REMINDING: dict[Place, Callable[[Case], Answer]] = {
    Place.REMINDERS: reminders.every,
    Place.ADD_REMINDER: reminders.add,
    Place.FIRST_REMINDER: reminders.first,
    Place.PAUSE: reminders.ask_pause,
    Place.GO_ON_REMINDING: reminders.go_on,
    Place.STOP_REMINDING: reminders.stop_all,
    Place.ASK_ZONE: zones.ask,
}
"""What has to do with reminders, and with the zone they go by."""


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
    if isinstance(action, Reminded):
        return _reminded(case, action)
    return _playing(case, action)


def _reminded(case: Case, action: Reminded) -> Answer | None:
    match action:
        case NodTo():
            return nodding.nodded(case, action)
        case SetZone(zone):
            return reminders.moved(case, zone)
        case AskClock(odd):
            return zones.ask_clock(case, odd=odd)
        case ClockSays(quarters):
            return reminders.clock_says(case, quarters)
        case SetDiscreet() | SetFollowUp():
            return onboarding.remind_so(case, action)
        case _:
            return reminders.tapped(case, action)


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
            return Answer(welcome.what_is_this(case.library.hello, case.words))
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
        case (
            Place.REMINDERS
            | Place.ADD_REMINDER
            | Place.FIRST_REMINDER
            | Place.PAUSE
            | Place.GO_ON_REMINDING
            | Place.STOP_REMINDING
            | Place.ASK_ZONE
        ):
            return _REMINDING[place](case)
        case Place.ASKED | Place.ASK_TO_FIT:
            return onboarding.between(case, place)
        case Place.SIGNS | Place.SIGNS_WHICH | Place.SIGNS_EMERGENCY | Place.SIGNS_URGENT | Place.SIGNS_SOON:
            return onboarding.sign(case, place)
        case _:
            return onboarding.ask(case, place)
