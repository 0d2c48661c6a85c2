"""What each button leads to."""

from collections.abc import Callable

from bot.coach.admin import admin_commands
from bot.coach.case import Answer, Case
from bot.coach.choose import cards, narrowing, planned, reading, ready_routines, your_moves
from bot.coach.choose.begin import begin, begin_instead, play_anyway
from bot.coach.choose.coming_back import not_sharp, try_again
from bot.coach.own import making_exercises, own_list, sent_pictures
from bot.coach.person import (
    after_pregnancy,
    answers,
    checking_in,
    complaints,
    export,
    main_menu,
    pain_noting,
    privacy_answers,
    safety,
)
from bot.coach.progress import after_session, level_answers, looking_back, once_more, physio, summary
from bot.coach.reminders import asked_when, clocks, reminder_answers, schedule, zones
from bot.coach.session import pain_question, play
from bot.coach.view.in_full import in_full, rest_of_buttons
from bot.coach.view.in_view import is_too_quick
from bot.screens.buttons.actions import (
    AboutSigns,
    Action,
    AddToNew,
    AskClock,
    AskHowFar,
    AskPage,
    Cared,
    CheckInAction,
    ChooseGoal,
    ClockSays,
    Complaining,
    DidUpTo,
    Feeling,
    ForAdmins,
    Go,
    Hurt,
    Instead,
    LaterAt,
    LeaveSent,
    Listing,
    Looked,
    LookedBack,
    Made,
    MakeOfSent,
    MakePage,
    NamePage,
    NodTo,
    Noting,
    NotSharp,
    OfTheirOwn,
    OnceDrafted,
    OpenGroup,
    OpenSettings,
    OpenToday,
    OpenTopic,
    Pictured,
    Place,
    Planned,
    Play,
    PlayAnyway,
    Pregnancy,
    Question,
    Rate,
    Reminded,
    Reminding,
    Resume,
    Safety,
    SetZone,
    Shaped,
    Taken,
    Tasted,
    Theirs,
    Told,
    TryAgain,
    What,
)
from bot.screens.pages import Page, page
from bot.screens.person import welcome

_OWN: dict[OfTheirOwn, Callable[[Case], Answer]] = {
    Place.OWN_ROUTINES: own_list.every_own,
    Place.NEW_OWN: own_list.make,
    Place.OWN_EXERCISES: making_exercises.every,
    Place.NEW_OWN_EXERCISE: making_exercises.make,
}

_REMINDING: dict[Reminding, Callable[[Case], Answer]] = {
    Place.REMINDERS: schedule.every,
    Place.ADD_REMINDER: schedule.add,
    Place.FIRST_REMINDER: schedule.first,
    Place.PAUSE: schedule.ask_pause,
    Place.GO_ON_REMINDING: schedule.go_on,
    Place.STOP_REMINDING: schedule.stop_all,
    Place.ASK_ZONE: zones.ask,
}

_THEIRS: dict[Theirs, Callable[[Case], Answer]] = {
    Place.EXPORT: export.export,
    Place.DELETE: main_menu.ask_delete,
    Place.DELETE_SURELY: main_menu.delete,
}

_LISTING: dict[Listing, Callable[[Case], Answer]] = {
    Place.YOUR_MOVES: your_moves.every_taste,
    Place.AGAIN: once_more.every_again,
    Place.AGAIN_TO_HEAR: once_more.every_to_hear,
    Place.AGAIN_TO_SEE: once_more.every_to_see,
}

_FEELING: dict[Feeling, Callable[[Case], Answer]] = {
    Place.PAIN: pain_noting.ask,
    Place.PAIN_NOTES: pain_noting.last_notes,
    Place.AS_USUAL: pain_noting.as_usual,
    Place.CHECK_IN: checking_in.begin,
    Place.CHECK_IN_DAY: checking_in.ask_day,
    Place.LIMIT: checking_in.ask_limit,
}


def tapped_by_finger(case: Case, action: Action | None) -> Answer:
    """For real taps, not typed ones. A finger may be quicker than the eye, so what must be read first can't be tapped right away."""
    if is_too_quick(case, case.tap):
        return Answer(None, toast=case.words("toast-read-first"), plays=True)
    return tapped(case, action)


def tapped(case: Case, action: Action | None) -> Answer:
    answer = _answer(case, action) if action else None
    return answer or main_menu.old_button(case)


def _answer(case: Case, action: Action) -> Answer | None:  # noqa: C901, PLR0912 - one line for each kind
    if isinstance(action, Go):
        return _go(case, action.place)
    if isinstance(action, OpenGroup | OpenTopic):
        return reading.topic_tapped(case, action)
    if isinstance(action, OpenToday):
        return planned.open_today(case, action)
    if isinstance(action, Looked):
        return cards.card_tapped(case, action)
    if isinstance(action, Made | Shaped | Pictured):
        return _of_own(case, action)
    if isinstance(action, Pregnancy):
        return after_pregnancy.no_longer(case, action)
    if isinstance(action, Safety):
        return safety.answered(case, action)
    if isinstance(action, Told):
        return answers.told(case, action)
    if isinstance(action, OpenSettings):
        return answers.settings_of(case, action.group)
    if isinstance(action, LookedBack):
        return looking_back.looked_back(case, action)
    if isinstance(action, AskPage | MakePage | NamePage):
        return physio.page_tapped(case, action)
    if isinstance(action, Reminded):
        return _reminded(case, action)
    if isinstance(action, Hurt):
        return pain_question.hurt(case, action)
    if isinstance(action, Noting):
        return pain_noting.noting(case, action)
    if isinstance(action, CheckInAction):
        return checking_in.take_answer(case, action)
    if isinstance(action, Cared):
        return complaints.cared(case, action)
    if isinstance(action, Tasted):
        return your_moves.taste_tapped(case, action)
    if isinstance(action, Taken):
        return level_answers.taken(case, action)
    if isinstance(action, ForAdmins):
        return admin_commands.tapped(case, action)
    return _playing(case, action)


def _of_own(case: Case, action: Made | Shaped | Pictured) -> Answer:
    match action:
        case MakeOfSent(sent):
            return sent_pictures.make_of(case, sent)
        case LeaveSent(sent):
            sent_pictures.leave(case, sent)
            return main_menu.home_of(case)
        case AddToNew(exercise):
            return own_list.make_with(case, exercise)
        case _ if isinstance(action, Shaped):
            return making_exercises.exercise_tapped(case, action)
        case _:
            return own_list.own_tapped(case, action)


def _reminded(case: Case, action: Reminded) -> Answer | None:
    match action:
        case NodTo():
            return reminder_answers.nodded(case, action)
        case LaterAt():
            return reminder_answers.later_at(case, action)
        case OnceDrafted():
            return asked_when.once_tapped(case, action)
        case Planned():
            return asked_when.plan_tapped(case, action)
        case SetZone(zone):
            return clocks.moved(case, zone)
        case AskClock(odd):
            return zones.ask_clock(case, odd=odd)
        case ClockSays(quarters):
            return clocks.clock_says(case, quarters)
        case _:
            return schedule.reminder_tapped(case, action)


def _playing(
    case: Case,
    action: What
    | PlayAnyway
    | Play
    | AskHowFar
    | DidUpTo
    | Rate
    | ChooseGoal
    | Resume
    | Instead
    | NotSharp
    | TryAgain,
) -> Answer | None:
    match action:
        case Play() | AskHowFar() | DidUpTo():
            return play.tapped(case, action)
        case Resume(session):
            return play.resume(case, session)
        case PlayAnyway():
            return play_anyway(case, action)
        case Instead():
            return begin_instead(case, action)
        case Rate():
            return after_session.rate(case, action)
        case ChooseGoal():
            return after_session.choose_goal(case, action)
        case NotSharp():
            return not_sharp(case, action)
        case TryAgain():
            return try_again(case, action)
        case _:
            return begin(case, action)


def _go(case: Case, place: Place) -> Answer | None:  # noqa: C901, PLR0912 - one line for each place
    match place:
        case Place.HOME:
            return main_menu.come_home(case)
        case Place.MORE:
            return main_menu.more(case)
        case Place.HELP:
            return main_menu.help_for(case)
        case Place.WHAT:
            return Answer(welcome.what_is_this(main_menu.picture_of_hello(case), case.words))
        case Place.EXERCISES:
            return narrowing.every_exercise(case)
        case Place.ROUTINES:
            return ready_routines.every_routine(case)
        case Place.LEARN:
            return reading.every_group(case)
        case (
            Place.PAIN | Place.PAIN_NOTES | Place.AS_USUAL | Place.CHECK_IN | Place.CHECK_IN_DAY | Place.LIMIT
        ):
            return _FEELING[place](case)
        case Place.PROGRESS:
            return summary.progress(case)
        case Place.SETTINGS:
            return answers.settings(case)
        case Place.SAID_YES_AFTER_BIRTH:
            return after_pregnancy.said_yes(case)
        case Place.KEEP_LEVEL:
            return level_answers.kept(case)
        case Place.NO_GOAL:
            return answers.without_goal(case)
        case Place.TAGS_DONE:
            return answers.tags_done(case)
        case Place.ASK_TO_FIT:
            return answers.ask_to_fit(case)
        case Place.EXPORT | Place.DELETE | Place.DELETE_SURELY:
            return _THEIRS[place](case)
        case Place.PRIVACY | Place.PRIVACY_KEPT | Place.PRIVACY_TIME | Place.PRIVACY_YOURS:
            return privacy_answers.tell(case, place)
        case Place.WHOLE:
            return in_full(case)
        case Place.REST_OF_BUTTONS:
            return rest_of_buttons(case)
        case _:
            return _of_a_kind(case, place)


def _of_a_kind(
    case: Case, place: OfTheirOwn | Reminding | Listing | Complaining | AboutSigns | Question | Page
) -> Answer:
    match place:
        case Place.YOUR_MOVES | Place.AGAIN | Place.AGAIN_TO_HEAR | Place.AGAIN_TO_SEE:
            return _LISTING[place](case)
        case Place.OWN_ROUTINES | Place.NEW_OWN | Place.OWN_EXERCISES | Place.NEW_OWN_EXERCISE:
            return _OWN[place](case)
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
        case (
            Place.COMPLAINT
            | Place.COMPLAINT_UNSURE
            | Place.COMPLAINT_IN_A_MOVE
            | Place.EVERYDAY
            | Place.REMINDERS_AGAIN
            | Place.REMINDERS_NOT_NOW
        ):
            return complaints.complaining(case, place)
        case Place.SIGNS | Place.SIGNS_WHICH | Place.SIGNS_EMERGENCY | Place.SIGNS_URGENT | Place.SIGNS_SOON:
            return safety.about_signs(case, place)
        case _:
            return _question_or_page(case, place)


def _question_or_page(case: Case, place: Question | Page) -> Answer:
    match place:
        case (
            Place.ASK_SEEN
            | Place.ASK_TAGS
            | Place.ASK_FLOOR
            | Place.ASK_AGE
            | Place.ASK_LEVEL
            | Place.ASK_EQUIPMENT
            | Place.ASK_MINUTES
            | Place.ASK_GOAL
            | Place.ASK_PICTURES
            | Place.ASK_LANGUAGE
            | Place.ASK_VOICE
            | Place.ASK_RINGS
        ):
            return answers.ask(case, place)
        case _:
            return main_menu.help_for(case) if place is Place.HELP else Answer(page(place, case.words))
