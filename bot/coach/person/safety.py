"""Takes the answers that come before the moves: the warning signs, what is new, the doctor's or physio's yes, the floor."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.choose.begin import begin
from bot.coach.person import answers
from bot.coach.person.main_menu import home_of
from bot.coach.session.gate import the_signs
from bot.coach.session.live import live_of
from bot.coach.session.play import resume, shown
from bot.coach.session.until_clear import rest_until_clear
from bot.coach.view.in_view import actions_in_view, is_button_in_view
from bot.domain.person.person import Age, Cleared, Rest
from bot.domain.person.rechecks import signs_are_due
from bot.domain.session.session import Phase
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import (
    AboutSigns,
    FloorFirst,
    MayMove,
    NoSigns,
    NothingNew,
    Place,
    Safety,
    SaidYes,
    SeeSigns,
    What,
)
from bot.screens.buttons.wire import encode
from bot.screens.person import signs, welcome

_TIERS = {
    Place.SIGNS_EMERGENCY: Cleared.EMERGENCY,
    Place.SIGNS_URGENT: Cleared.URGENT,
    Place.SIGNS_SOON: Cleared.SOON,
}


def answered(case: Case, action: Safety) -> Answer:
    match action:
        case SeeSigns(then):
            return Answer(the_signs(case, then))
        case NoSigns():
            return _none_fits(case, action)
        case NothingNew(then):
            return _on(save_preferences(case, replace(case.who, news_at=case.now, news_again=False)), then)
        case SaidYes():
            return _said_yes(case, action)
        case MayMove():
            return _may_move(case, action)
        case FloorFirst(floor, then):
            return begin(save_preferences(case, replace(case.who, floor=floor)), then)


def about_signs(case: Case, place: AboutSigns) -> Answer:
    match place:
        case Place.SIGNS:
            return Answer(the_signs(case, None))
        case Place.SIGNS_WHICH:
            if case.who.complained:  # a yes counts even if they never say which sign it is
                rest_until_clear(case)
            return Answer(signs.where_is_it(_what_waits(case), case.words))
        case Place.SIGNS_EMERGENCY | Place.SIGNS_URGENT | Place.SIGNS_SOON:
            return _one_fits(case, _TIERS[place])


def _what_waits(case: Case) -> What | None:
    asking = (action for action in actions_in_view(case) if isinstance(action, NoSigns))
    return next((action.then for action in asking), None)


def _none_fits(case: Case, action: NoSigns) -> Answer:
    version = signs.version(case.words)
    if action.text != version or not is_button_in_view(case, encode(action)):
        return _answered_before(case, action) or Answer(the_signs(case, action.then))
    if case.who.age is Age.MINOR:  # the button also says that they are 18 or over
        case = save_preferences(case, replace(case.who, age=None))
    was_alarmed = case.who.rest is Rest.UNTIL_CLEAR
    case = _kept(case, Cleared.CLEAR)
    answer = _on(save_preferences(case, case.who.looked_after()), action.then)
    return _denying(answer) if was_alarmed else answer


def _denying(answer: Answer) -> Answer:
    """Lets people say after "none of these" that it was real after all."""
    screen = answer.screen
    if screen is None or answer.plays or screen.weighs or screen.answers:
        return answer
    return replace(answer, screen=replace(screen, answers=(Tier.NOW.value,)))


def _answered_before(case: Case, action: NoSigns) -> Answer | None:
    is_heard = case.who.cleared is Cleared.CLEAR and case.who.signs_text == action.text
    if not is_heard or signs_are_due(case.who, case.last_moved, case.now):
        return None
    return shown(case) or _on(case, action.then)


def _one_fits(case: Case, tier: Cleared) -> Answer:
    case = _kept(case, tier)
    if tier is Cleared.SOON:
        save_preferences(case, case.who.looked_after())
    else:
        rest_until_clear(case)
    return Answer(welcome.signs_answer(tier, case.words))


def _kept(case: Case, cleared: Cleared) -> Case:
    version = signs.version(case.words)
    who = replace(
        case.who,
        cleared=cleared,
        cleared_at=case.now,
        signs_text=version,
        signs_again=False,
        complained=False,
        news_again=False,
    )
    return save_preferences(case, who)


def _said_yes(case: Case, action: SaidYes) -> Answer:
    if action.tag not in case.who.locked_by or not is_button_in_view(case, encode(action)):
        return home_of(case)
    case = save_preferences(case, replace(case.who, allowed=case.who.allowed | {action.tag}))
    few = answers.few_left(case)
    return Answer(welcome.opened(*few, case.words)) if few else home_of(case)


def _may_move(case: Case, action: MayMove) -> Answer:
    """The yes counts for what was asked then, not for what was ticked since."""
    who = case.who
    if not is_button_in_view(case, encode(action)):
        return begin(case, action.then) if action.then else home_of(case)
    if action.yes:
        case = save_preferences(case, replace(who, allowed=who.allowed | who.without_yes))
    else:
        case = save_preferences(case, replace(who, will_ask=who.will_ask | who.without_yes))
    return begin(case, action.then) if action.then else answers.go_on_from(case, Place.ASK_TAGS)


def _on(case: Case, then: What | None) -> Answer:
    if then:
        return begin(case, then)
    live = live_of(case)
    halted = resume(case, live.id) if live and live.phase is Phase.HALTED else None
    return halted or home_of(case)
