"""Asks the questions that fit the bot to a person, all of which can be skipped, and stores the answers."""

from dataclasses import replace
from typing import Literal

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.person import main_menu
from bot.coach.session.play import stop
from bot.domain.library.exercise import Tag
from bot.domain.person.person import LOCKS, Age, Pictures, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.planner.limits import AT_HAND
from bot.domain.session import suitable
from bot.screens.buttons.actions import (
    Place,
    Question,
    SetAge,
    SetFloor,
    SetGoal,
    SetLanguage,
    SetLevel,
    SetMinutes,
    SetPictures,
    SetSeen,
    SetSwitch,
    SettingsGroup,
    SetVoice,
    TickEquipment,
    TickRing,
    TickTag,
    Told,
)
from bot.screens.person import pregnancy_screens, questions, settings_screens, welcome
from bot.screens.session import ending

Next = Question | Literal[Place.ASKED, Place.SETTINGS]

_ROUND: tuple[Question, ...] = (Place.ASK_SEEN, Place.ASK_TAGS, Place.ASK_FLOOR, Place.ASK_AGE)
"""At first, each question leads to the next one that has no answer yet."""


def ask(case: Case, question: Question) -> Answer:  # noqa: C901 - one case for each question
    after, who, words = _after(case, question), case.who, case.words
    match question:
        case Place.ASK_SEEN:
            return Answer(questions.ask_seen(after, words))
        case Place.ASK_TAGS:
            return Answer(questions.ask_tags(who, words, few_left(case)))
        case Place.ASK_FLOOR:
            return Answer(questions.ask_floor(after, words))
        case Place.ASK_AGE:
            return Answer(questions.ask_age(after, words))
        case Place.ASK_LEVEL:
            return Answer(questions.ask_level(who.level, words))
        case Place.ASK_EQUIPMENT:
            return Answer(questions.ask_equipment(who.equipment or frozenset(), words))
        case Place.ASK_RINGS:
            return Answer(questions.ask_rings(who.rings_at, words))
        case Place.ASK_MINUTES:
            return Answer(questions.ask_minutes(who.minutes, words))
        case Place.ASK_GOAL:
            return Answer(questions.ask_goal(who.goal, words))
        case Place.ASK_PICTURES:
            return Answer(questions.ask_pictures(who.pictures, words))
        case Place.ASK_LANGUAGE:
            names = {tag: language.name for tag, language in case.known.languages.items()}
            return Answer(questions.ask_language(names, case.language.tag, words))
        case Place.ASK_VOICE:
            return Answer(questions.ask_voice(who.voice, words))


def told(case: Case, action: Told) -> Answer:
    match action:
        case SetSeen():
            return _set_seen(case, action)
        case TickTag():
            return _tick_tag(case, action)
        case SetFloor(floor):
            return go_on_from(save_preferences(case, replace(case.who, floor=floor)), Place.ASK_FLOOR)
        case SetAge():
            return _set_age(case, action)
        case TickEquipment():
            return _tick_equipment(case, action)
        case SetPictures() | SetLanguage() | TickRing():
            return _set_how(case, action)
        case SetSwitch(switch, on):
            group = settings_screens.group_of(switch)
            return settings_of(save_preferences(case, case.who.turned(switch, on=on)), group)
        case SetLevel() | SetMinutes() | SetGoal() | SetVoice():
            group = SettingsGroup.MAT if isinstance(action, SetVoice) else SettingsGroup.SESSIONS
            return settings_of(save_preferences(case, _set(case.who, action)), group)


def _set_how(case: Case, action: SetPictures | SetLanguage | TickRing) -> Answer:
    match action:
        case SetPictures(pictures):
            return show(case, pictures)
        case SetLanguage(tag):
            return _speak(case, tag)
        case TickRing(at, on):
            rings_at = case.who.rings_at | {at} if on else case.who.rings_at - {at}
            return ask(save_preferences(case, replace(case.who, rings_at=rings_at)), Place.ASK_RINGS)


def _set(who: Preferences, action: SetLevel | SetMinutes | SetGoal | SetVoice) -> Preferences:
    match action:
        case SetLevel(level):
            return replace(who, level=level)
        case SetMinutes(minutes):
            return replace(who, minutes=minutes)
        case SetGoal(days):
            return replace(who, goal=days)
        case SetVoice(voice):
            return replace(who, voice=voice)


def without_goal(case: Case) -> Answer:
    return settings_of(save_preferences(case, replace(case.who, goal=None)), SettingsGroup.SESSIONS)


def _speak(case: Case, tag: str) -> Answer:
    language = case.known.languages.get(tag)
    if language:
        case = replace(save_preferences(case, replace(case.who, speaks=tag)), language=language)
    return settings_of(case, SettingsGroup.LOOKS)


def show(case: Case, pictures: Pictures) -> Answer:
    save_preferences(case, replace(case.who, pictures=pictures))
    said = case.words(f"pictures-{pictures.value}")
    return Answer(questions.ask_pictures(pictures, case.words, said=said))


def offer_words(case: Case) -> Answer:
    """For people who can't see the screen or have a slow connection."""
    if case.who.pictures is Pictures.OFF:
        return show(case, Pictures.OFF)
    return Answer(questions.offer_words_only(case.words))


def _set_seen(case: Case, action: SetSeen) -> Answer:
    after = _after(case, Place.ASK_SEEN)
    case = save_preferences(case, replace(case.who, seen=action.seen))
    if action.seen is Seen.NEW:
        return Answer(questions.seen_new(after, case.words))
    return _go_on(case, after)


def _tick_tag(case: Case, action: TickTag) -> Answer:
    """People who are no longer pregnant are asked how they are. Becoming pregnant clears `after_birth`, which is a yes for afterwards."""
    if action == TickTag(Tag.PREGNANT, on=False) and Tag.PREGNANT in case.who.tags:
        return Answer(pregnancy_screens.ask_how(case.words))
    who = case.who.ticked(action.tag, on=action.on)
    case = save_preferences(
        case, replace(who, after_birth=who.after_birth and action.tag is not Tag.PREGNANT)
    )
    if action.tag in LOCKS and action.on:
        stop(case)
    return ask(case, Place.ASK_TAGS)


def tags_done(case: Case) -> Answer:
    if unasked := case.who.without_yes - case.who.will_ask:
        return Answer(questions.ask_may_move(unasked, None, case.words))
    return go_on_from(case, Place.ASK_TAGS)


def _tick_equipment(case: Case, action: TickEquipment) -> Answer:
    """Somebody who was never asked and lacks one thing is assumed to have the others that most people have."""
    unasked = frozenset() if action.on else AT_HAND
    has = unasked if case.who.equipment is None else case.who.equipment
    things = has | {action.thing} if action.on else has - {action.thing}
    return ask(save_preferences(case, replace(case.who, equipment=things)), Place.ASK_EQUIPMENT)


def _set_age(case: Case, action: SetAge) -> Answer:
    after = _after(case, Place.ASK_AGE)
    case = save_preferences(case, replace(case.who, age=action.age))
    if action.age is Age.MINOR:
        stop(case)
        return Answer(welcome.minor(case.words))
    return _go_on(case, after)


def settings(case: Case) -> Answer:
    return Answer(settings_screens.settings(case.words))


def settings_of(case: Case, group: SettingsGroup) -> Answer:
    shown = settings_screens.settings_of(
        group, case.who, case.words, language_if_several(case), has_films=case.known.has_films
    )
    return Answer(shown, wants=case.who)


def language_if_several(case: Case) -> str:
    return case.language.name if len(case.known.languages) > 1 else ""


def go_on_from(case: Case, question: Question) -> Answer:
    return _go_on(case, _after(case, question))


def _go_on(case: Case, after: Next) -> Answer:
    if after is Place.SETTINGS:
        return settings_of(case, SettingsGroup.YOU)
    return Answer(questions.asked(case.words)) if after is Place.ASKED else ask(case, after)


def _after(case: Case, question: Question) -> Next:
    if case.who.age is not None or question not in _ROUND:
        return Place.SETTINGS
    later, unanswered = _ROUND[_ROUND.index(question) + 1 :], questions.unanswered(case.who)
    return next((place for place in later if place in unanswered), Place.ASKED)


def ask_to_fit(case: Case) -> Answer:
    unanswered = questions.unanswered(case.who)
    return Answer(ending.to_fit(unanswered, case.words)) if unanswered else main_menu.come_home(case)


def few_left(case: Case) -> tuple[Tag, int] | None:
    """A condition that locks the moves and that their medical team has opened, and how many exercises are left."""
    opened = LOCKS & case.who.tags & case.who.allowed
    tag = next((tag for tag in Tag if tag in opened), None)
    return (tag, _count_suitable(case)) if tag else None


def _count_suitable(case: Case) -> int:
    who = replace(case.who.with_nothing_resting, stage=Stage.MILD)
    forms = (suitable.form_for(slug, case.library, who) for slug in case.library.exercises)
    return len({form.ref.exercise for form in forms if form})
