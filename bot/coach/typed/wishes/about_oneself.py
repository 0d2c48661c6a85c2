"""What people mention about themselves: knees, age, floor, things at hand, level, place; one tap notes it."""

from collections.abc import Callable, Mapping

from bot.coach.case import Answer
from bot.coach.choose import planned, ready_routines
from bot.coach.person import answers, complaints
from bot.coach.progress.after_session import rate
from bot.coach.reminders import asked_when, clocks, zones
from bot.coach.typed.wishes import about_limits, talk
from bot.coach.typed.wishes.request import Request
from bot.domain.person.person import Floor, Pictures, Switch
from bot.domain.person.voice_level import Voice
from bot.domain.plain_text import phrase
from bot.domain.progress.diary import Rating
from bot.domain.reminders.places import City
from bot.domain.reminders.reminder import begins
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.said_back import made_of
from bot.domain.typed.when.meant import Either, Repeating, When
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.when.times_named import times_named
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import KnownIdea, split
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import (
    Go,
    OpenToday,
    Place,
    Rate,
    SetAge,
    SetFloor,
    SetGoal,
    SetLanguage,
    SetLevel,
    SetPictures,
    SetSwitch,
    SetVoice,
    TickEquipment,
)
from bot.screens.person import pregnancy_screens, wish_screens
from bot.screens.screen import Button

HIGHEST = 3
LONGEST_NAME = 3
"""Words in a city's name."""

LIMITS = frozenset({"cannot", "lack", "seated-only", "in-bed", "at-work", "only"})
"""At least one of these ideas must be there; otherwise the sentence says that the floor is fine."""

_ONLY_THESE = "only-these"
"""An idea: "I only have a towel" names what is there, and leaves open what is not."""

OF_WHAT_WAS = "was"
"""Occurs in every English way to say how the last session was: "that was too hard"."""

_RATINGS = {"too-hard": Rating.HARD, "too-easy": Rating.EASY}


def work_around(request: Request) -> Answer:
    case, words = request.case, request.vocabulary
    if {"born", "loss"} & {*request.ideas}:
        return Answer(pregnancy_screens.ask_how(case.words, is_lost="loss" in request.ideas))
    if slots.denies_tags(request.text, request.ideas, words.said.ideas.get(KnownIdea.NOT_SO.value, ())):
        if case.who.tags.intersection(slots.tags(request.ideas)):
            return about_limits.limit_gone(request)
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    tags = slots.tags(request.ideas) or made_of(phrase(request.text), words.tags, words.beside_tags)
    return complaints.told(case, Heard(Tier.WORK_AROUND, case.language.tag, frozenset(tags)))


def age(request: Request) -> Answer:
    case = request.case
    told = slots.age(request.text, request.vocabulary.quantities)
    if told is None:
        return answers.ask(case, Place.ASK_AGE)
    return request.asks(case.words("ask-wish-age"), case.words(f"button-age-{told.value}"), SetAge(told))


def things(request: Request) -> Answer:
    case, named = request.case, slots.things(request.ideas)
    has = has_them(request.ideas)
    is_all = _ONLY_THESE in request.ideas
    if not named or is_all or (has and case.who.equipment is None):
        return answers.ask(case, Place.ASK_EQUIPMENT)
    thing = case.words(f"equipment-{named[0].value}")
    question = case.words("ask-wish-has" if has else "ask-wish-lacks", thing=thing)
    return request.asks(question, case.words("choice-wish-yes"), TickEquipment(named[0], on=has))


def has_them(ideas: Mapping[str, str]) -> bool:
    return "has-now" in ideas and "lack" not in ideas


def floor(request: Request) -> Answer:
    case, ideas = request.case, request.ideas
    if "stays-seated" in ideas:
        return seated(request)
    told = floor_told(ideas)
    question = case.words("ask-wish-floor", floor=told.value)
    return request.asks(question, case.words("choice-wish-yes"), SetFloor(told))


def floor_told(ideas: Mapping[str, str]) -> Floor:
    if not ideas.keys() & LIMITS:
        return Floor.YES
    return Floor.BED if "in-bed" in ideas else Floor.SEATED if "seated-only" in ideas else Floor.STAND


def seated(request: Request) -> Answer:
    """Takes effect for today right away, because people who can't stand should not be offered a doorway."""
    case = planned.seated_today(request.case)
    minutes = slots.minutes(request.text, request.ideas, request.vocabulary.quantities)
    if minutes:
        return planned.open_today(case, planned.within(minutes))
    return Answer(wish_screens.seated(case.words, is_always=case.who.floor is Floor.SEATED))


def no_floor(request: Request) -> Answer:
    case = request.case
    if case.who.floor in (Floor.STAND, Floor.SEATED):
        return ready_routines.without_floor(case)
    if "today-only" in request.ideas:
        return request.does_or_asks(case.words("button-no-floor-today"), OpenToday(no_floor=True))
    return Answer(wish_screens.without_floor(case.words))


def easier(request: Request) -> Answer:
    case = request.case
    if rated := _rated(request):
        return rated
    if case.who.level == 1:
        return Answer(wish_screens.gentlest(case.words))
    lower = case.who.level - 1
    return request.asks(case.words("ask-wish-easier"), case.words(f"choice-level-{lower}"), SetLevel(lower))


def _rated(request: Request) -> Answer | None:
    """Rates today's last session, as the button below it does. None if they did none today, or gave that rating before."""
    case = request.case
    rating = next((rating for idea, rating in _RATINGS.items() if idea in request.ideas), None)
    if rating is None or OF_WHAT_WAS not in split(request.text):
        return None
    midnight = begins(case.today, case.zone)
    last = case.store.sessions.last_ended_done(case.person.id, midnight)
    if last is None or last.rating == rating.value:
        return None
    return rate(case, Rate(last.id, rating))


def harder(request: Request) -> Answer:
    case = request.case
    if rated := _rated(request):
        return rated
    if "loudness" in request.ideas:
        return voice(request)
    if case.who.level == HIGHEST:
        return Answer(wish_screens.told(case.words("wish-hardest"), (), case.words))
    higher = case.who.level + 1
    return request.asks(case.words("ask-wish-harder"), case.words(f"choice-level-{higher}"), SetLevel(higher))


def goal(request: Request) -> Answer:
    case = request.case
    found = slots.numbers(request.text, request.vocabulary.quantities)
    days = next((number for number in found if 1 <= number <= 7), None)
    if days is None:
        return answers.ask(case, Place.ASK_GOAL)
    return request.asks(case.words("ask-wish-goal", days=days), case.words("choice-wish-yes"), SetGoal(days))


def language(request: Request) -> Answer:
    case = request.case
    said = frozenset(split(request.text))
    for tag, spoken in case.known.languages.items():
        is_by_tag = tag in said and "a-language" not in request.ideas  # "en español" is not "en"
        if frozenset(split(spoken.name)) <= said or is_by_tag:
            question = case.words("ask-wish-language", language=spoken.name)
            return request.asks(question, case.words("choice-wish-yes"), SetLanguage(tag))
    if "a-language" not in request.ideas:
        return talk.languages(request)
    ask = Button(case.words("button-settings-language"), Go(Place.ASK_LANGUAGE))
    return Answer(wish_screens.told(case.words("wish-language"), [ask], case.words))


def place(request: Request) -> Answer:
    case, words = request.case, split(request.text)
    for length in range(LONGEST_NAME, 0, -1):
        for at in range(len(words) - length, -1, -1):
            name = words[at : at + length]
            if set(name) & request.vocabulary.said.fillers:
                continue
            if cities := _cities_named(request, " ".join(name)):
                return clocks.choose(case, cities, _time_beside(request))
    now = asked_when.guessed_local_now(case)
    times = asked_when.times_of(hear_when(request.text, now, request.vocabulary.when).when)
    return clocks.clock_shows(case, times[0]) if times else zones.ask_clock(case)


def _time_beside(request: Request) -> When | None:
    """ "8:10 every day, I'm in Leeds" asks for a reminder; "it's 8:10 here in Leeds" says what their clock shows."""
    case = request.case
    heard = hear_when(request.text, asked_when.guessed_local_now(case), request.vocabulary.when)
    awaited = case.store.awaiting.of(case.person.id, case.now)
    is_awaited = awaited is not None and awaited.what is Wanted.TIMES
    when = heard.when or times_named(
        request.text, asked_when.guessed_local_now(case), request.vocabulary.when
    )
    options = when.options if isinstance(when, Either) else (when,)
    names_days = any(isinstance(each, Repeating) and each.names_days for each in options)
    return when if is_awaited or names_days or heard.asks or heard.reminds else None


def _cities_named(request: Request, name: str) -> list[City]:
    """Only whole names, because any word is the beginning of some city's name."""
    found = request.case.known.atlas.find(name)
    return [city for city in found if split(city.name) == split(name)]


def pictures(request: Request) -> Answer:
    wanted = _PICTURES[request.wish]
    return request.does_or_asks(request.case.words(f"choice-pictures-{wanted.value}"), SetPictures(wanted))


def discreet(request: Request) -> Answer:
    return request.does_or_asks(
        request.case.words("choice-wish-discreet"), SetSwitch(Switch.IS_DISCREET, on=True)
    )


def large(request: Request) -> Answer:
    is_less = bool({"off", "usual-size"} & request.ideas.keys())
    return _turned(request, Switch.IS_LARGE, on=not is_less)


def short(request: Request) -> Answer:
    is_more = bool({"off", "more-words"} & request.ideas.keys())
    return _turned(request, Switch.IS_SHORT, on=not is_more)


def hands_free(request: Request) -> Answer:
    ideas = request.ideas.keys()
    on = "let-it" in ideas if "wait-for-me" in ideas else "tapping" in ideas or not {"off", "let-it"} & ideas
    return _turned(request, Switch.IS_HANDS_FREE, on=on)


def rings(request: Request) -> Answer:
    return answers.ask(request.case, Place.ASK_RINGS)


def voice(request: Request) -> Answer:
    """The phone decides how loud it is. How much the voice says is set here, if sound files can be made."""
    case, wanted = request.case, _VOICES.get(request.wish)
    if not case.known.has_films:
        return rings(request)
    if wanted is None:
        return answers.ask(case, Place.ASK_VOICE)
    return request.does_or_asks(case.words(f"choice-voice-{wanted.value}"), SetVoice(wanted))


def _turned(request: Request, switch: Switch, *, on: bool) -> Answer:
    topic, words = switch.field.replace("_", "-"), request.case.words
    return request.does_or_asks(
        words(f"choice-wish-{topic}-{'on' if on else 'off'}"), SetSwitch(switch, on=on)
    )


_PICTURES = {
    Wish.PICTURES_MOVING: Pictures.MOVING,
    Wish.PICTURES_STILL: Pictures.STILL,
    Wish.PICTURES_OFF: Pictures.OFF,
}

_VOICES = {Wish.VOICE_BRIEF: Voice.BRIEF, Wish.VOICE_BELLS: Voice.BELLS}

GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.WORK_AROUND: work_around,
    Wish.TOLD_BEFORE: lambda request: answers.ask(request.case, Place.ASK_TAGS),
    Wish.AGE: age,
    Wish.LACKS: things,
    Wish.FLOOR: floor,
    Wish.SEATED: seated,
    Wish.NO_FLOOR: no_floor,
    Wish.EASIER: easier,
    Wish.HARDER: harder,
    Wish.GOAL: goal,
    Wish.LANGUAGE: language,
    Wish.PLACE: place,
    Wish.CLOCK: lambda request: zones.ask(request.case),
    Wish.DISCREET: discreet,
    Wish.LARGE: large,
    Wish.SHORT: short,
    Wish.HANDS_FREE: hands_free,
    Wish.RINGS: rings,
    **dict.fromkeys((Wish.VOICE, *_VOICES), voice),
    **dict.fromkeys(_PICTURES, pictures),
}
