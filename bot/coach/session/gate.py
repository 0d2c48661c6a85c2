"""Asks what must come before the moves: age, warning signs, what is worked around, what is new, the floor."""

from dataclasses import replace

from bot.coach.case import Case, save_preferences
from bot.coach.question_of_the_day import IS_DUE, is_asked_now, note_asked
from bot.coach.session.contents import settled
from bot.coach.view.in_view import rows_below_tap
from bot.domain.library.exercise import Tag
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Age, Cleared, Preferences
from bot.screens.buttons.actions import What, moves_of
from bot.screens.person import pregnancy_screens, questions, signs, welcome
from bot.screens.screen import Screen


def closed_to(case: Case, what: What | None) -> Screen | None:
    return locked(case) or _asked_again(case, what) or (_asked_once(case, what) if what else None)


def locked(case: Case) -> Screen | None:
    if case.who.age is Age.MINOR:
        return welcome.minor(case.words)
    match case.who.cleared:
        case Cleared.URGENT | Cleared.EMERGENCY as tier:
            return welcome.closed(tier, case.words)
        case _:
            tag = next((tag for tag in Tag if tag in case.who.locked_by), None)
            if tag:
                return welcome.locked(tag, case.words)
            return pregnancy_screens.locked(case.words) if case.who.after_birth else None


def the_signs(case: Case, then: What | None) -> Screen:
    """In its present wording, with no button where they just tapped."""
    is_first = case.who.cleared_at is None
    return signs.signs(then, rows_below_tap(case), case.words, is_first=is_first)


def ask_signs_again(case: Case) -> Case:
    return save_preferences(case, replace(case.who, signs_again=True))


def _asked_again(case: Case, what: What | None) -> Screen | None:
    if is_asked_now(case, Daily.SIGNS):
        note_asked(case, Daily.SIGNS)
        return the_signs(case, what)
    if is_asked_now(case, Daily.NEWS):
        note_asked(case, Daily.NEWS)
        return signs.anything_new(what, rows_below_tap(case), case.words)
    if not case.who.news_again and IS_DUE[Daily.NEWS](case):
        # Once they have moved, the question no longer comes by itself.
        save_preferences(case, replace(case.who, news_again=True))
    return None


def _asked_once(case: Case, what: What) -> Screen | None:
    """Asks nothing about moves that are not for them anyway; their card says why."""
    unasked = case.who.without_yes - case.who.will_ask
    forms = [part.form for part in settled(case.as_if(_with_yes(case.who)), moves_of(what)).parts]
    if unasked and forms:
        return questions.ask_may_move(unasked, what, case.words)
    if case.who.floor is None and any(form.position.is_on_the_floor for form in forms):
        return questions.ask_floor_first(what, case.words)
    return None


def _with_yes(who: Preferences) -> Preferences:
    unasked = who.without_yes - who.will_ask
    return replace(who, allowed=who.allowed | unasked) if unasked else who
