"""Getting to know a person: the warning signs, and the questions that can be skipped."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.house import home_of
from bot.coach.playing import begin, stop_for_safety
from bot.domain.exercise import Tag
from bot.domain.person import Age, Cleared, Preferences, Seen
from bot.screens import questions, welcome
from bot.screens.actions import ClearSigns, Place, SetAge, SetFloor, SetLevel, SetSeen, TickTag

_AFTER = {
    Place.ASK_SEEN: Place.ASK_TAGS,
    Place.ASK_TAGS: Place.ASK_FLOOR,
    Place.ASK_FLOOR: Place.ASK_AGE,
    Place.ASK_AGE: Place.ASKED,
}
"""The first time, one question leads to the next."""


def prefer(case: Case, preferences: Preferences) -> Case:
    """The same case, for a person who has just answered something."""
    case.store.people.prefer(case.person.id, preferences)
    return replace(case, person=replace(case.person, preferences=preferences))


def signs(case: Case) -> Answer:
    return Answer(welcome.signs(None, case.words))


def clear_signs(case: Case, action: ClearSigns) -> Answer:
    """None of them. What the person was about to begin begins."""
    case = prefer(case, replace(case.who, cleared=Cleared.CLEAR, cleared_at=case.now))
    return begin(case, action.then) if action.then else home_of(case)


def tick_sign(case: Case, tier: Cleared) -> Answer:
    """One of them. Red flags win over everything: a session that is running ends."""
    case = prefer(case, replace(case.who, cleared=tier, cleared_at=case.now))
    if tier is not Cleared.SOON:
        stop_for_safety(case)
    return Answer(welcome.signs_answer(tier, case.words))


def ask(case: Case, question: Place) -> Answer:
    after, words = _after(case, question), case.words
    match question:
        case Place.ASK_SEEN:
            return Answer(questions.ask_seen(after, words))
        case Place.ASK_TAGS:
            return Answer(questions.ask_tags(case.who.tags, after, words))
        case Place.ASK_FLOOR:
            return Answer(questions.ask_floor(after, words))
        case Place.ASK_AGE:
            return Answer(questions.ask_age(after, words))
        case _:
            return Answer(questions.ask_level(case.who.level, words))


def set_seen(case: Case, action: SetSeen) -> Answer:
    after = _after(case, Place.ASK_SEEN)
    case = prefer(case, replace(case.who, seen=action.seen))
    if action.seen is Seen.NEW:
        return Answer(questions.seen_new(after, case.words))
    return _go_on(case, after)


def tick_tag(case: Case, action: TickTag) -> Answer:
    tags = case.who.tags | {action.tag} if action.on else case.who.tags - {action.tag}
    case = prefer(case, replace(case.who, tags=tags))
    if action.tag is Tag.SURGERY and action.on:
        stop_for_safety(case)
    return ask(case, Place.ASK_TAGS)


def set_floor(case: Case, action: SetFloor) -> Answer:
    after = _after(case, Place.ASK_FLOOR)
    return _go_on(prefer(case, replace(case.who, floor=action.floor)), after)


def set_age(case: Case, action: SetAge) -> Answer:
    after = _after(case, Place.ASK_AGE)
    case = prefer(case, replace(case.who, age=action.age))
    if action.age is Age.MINOR:
        stop_for_safety(case)
        return Answer(welcome.minor(case.words))
    return _go_on(case, after)


def set_level(case: Case, action: SetLevel) -> Answer:
    return settings(prefer(case, replace(case.who, level=action.level)))


def asked(case: Case) -> Answer:
    return Answer(questions.asked(case.words))


def settings(case: Case) -> Answer:
    return Answer(questions.settings(case.who, case.words))


def _go_on(case: Case, after: Place) -> Answer:
    if after is Place.SETTINGS:
        return settings(case)
    return asked(case) if after is Place.ASKED else ask(case, after)


def _after(case: Case, question: Place) -> Place:
    """While the last question of the round is open, the next one; later, back to the settings."""
    is_first_round = case.who.age is None
    return _AFTER.get(question, Place.SETTINGS) if is_first_round else Place.SETTINGS
