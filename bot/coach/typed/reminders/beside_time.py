"""Hears what people say along with the time of a reminder, and keeps the time: whose clock it is by, another day, how
long a session may be."""

from dataclasses import replace
from datetime import time
from functools import partial

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.reminders import asked_when, clocks, draft_at_hand, zones
from bot.coach.reminders.draft_at_hand import DraftAction
from bot.coach.tapping import tapped
from bot.domain.person.person import LENGTHS
from bot.domain.plain_text import phrase
from bot.domain.reminders.places import City
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Either, Half, Once, Repeating, When
from bot.domain.typed.when.place_beside import place_beside
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.when.times_named import times_named
from bot.domain.typed.when.told_beside import (
    ToldBeside,
    better_time,
    clock_beside,
    day_begun,
    is_only_a_length,
    length_beside,
    waits_for,
)
from bot.screens.buttons.actions import OpenSettings, SettingsGroup
from bot.screens.text import lines, plain


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """For when a time was asked for, or a reminder waits to be kept. None if they said nothing of this kind."""
    draft = draft_at_hand.way_back(case)
    return (
        _by_their_clock(case, text, vocabulary)
        or placed(case, text, vocabulary)
        or _on_another_day(case, text, draft, vocabulary)
        or _as_long(case, text, draft, vocabulary)
        or (None if draft else _from_now(case, text, vocabulary))
    )


def placed(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Every day at 9 am in london": uses that place's clock, and keeps the time. None if no time stands beside the place."""
    found = place_beside(text, vocabulary.when, partial(_is_place, case, vocabulary))
    if found is None:
        return None
    now = asked_when.guessed_local_now(case)
    heard = hear_when(found.rest, now, vocabulary.when).when
    when = heard if _is_timed(heard) else times_named(found.rest, now, vocabulary.when) or heard
    return clocks.choose(case, zones.places_called(case, found.name), when) if when else None


def _is_place(case: Case, vocabulary: Vocabulary, name: str, is_sure: bool) -> bool:
    """ "In bath" may mean a bathtub: a word that is also a place counts only if they say they live there, and only as a city's own name."""
    found = zones.places_called(case, name)
    if not found or not vocabulary.said.spelling.is_known(phrase(name)):
        return bool(found)
    return is_sure and any(phrase(city.name) == phrase(name) for city in found)


def suited(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "I cant do 8.30 tomorrow, 9pm would be better": 9pm on the named day, or on that of the reminder that waits."""
    said = better_time(text, vocabulary.when)
    when = _heard(case, said[0], vocabulary).when if said else None
    if said is None or not isinstance(when, Repeating | Either):
        return None
    day = day_begun(said[1], asked_when.guessed_local_now(case), vocabulary.when)
    before = draft_at_hand.as_before(draft_at_hand.way_back(case))
    times = asked_when.times_of(when)
    if not times or (day is None and before is None):
        return None
    once = [Once(day, at) for at in times] if day else []
    meant = Either(tuple(once)) if len(once) > 1 else once[0] if once else when
    return asked_when.heard(case, meant, before)


def usual_length(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Max 10 min always", wherever they say it."""
    told = length_beside(text, vocabulary.when)
    if told.minutes is None or not told.is_usual or not is_only_a_length(told, vocabulary.when):
        return None
    case, note = _noted(case, told.minutes, is_usual=True)
    return _below(note, tapped(case, OpenSettings(SettingsGroup.SESSIONS)))


def _heard(case: Case, text: str, vocabulary: Vocabulary) -> HeardWhen:
    return hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)


def _by_their_clock(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "It's half 7 here, I'm in Leeds": what their clock shows is not the time of a reminder."""
    now = asked_when.guessed_local_now(case)
    told = clock_beside(text, now, vocabulary.when, lambda name: bool(zones.cities_named(case, name)))
    when = _heard(case, told.rest, vocabulary).when
    if told.place:
        return clocks.choose(case, _agreeing(case, told), when)
    return clocks.clock_shows(case, _nearest(case, told.shows), when) if told.shows else None


def _agreeing(case: Case, told: ToldBeside) -> list[City]:
    """Of several cities with the same name, those where the clock shows what they say."""
    every = list(zones.cities_named(case, told.place))
    right = [city for city in every if any(zones.shows(case, city, at) for at in told.shows)]
    return right or every


def _nearest(case: Case, times: tuple[time, ...]) -> time:
    here = asked_when.guessed_local_now(case).time()
    return min(times, key=lambda at: zones.minutes_apart(at, here))


def _on_another_day(
    case: Case, text: str, draft: DraftAction | None, vocabulary: Vocabulary
) -> Answer | None:
    """ "Only tomorrow": at the time that waits to be kept."""
    heard = _heard(case, text, vocabulary)
    if not draft or not isinstance(heard.when, Half) or not heard.is_all or heard.asks:
        return None
    moved = asked_when.moved_to(draft_at_hand.as_before(draft), heard.when)
    return asked_when.shown(case, moved) if moved else None


def _as_long(case: Case, text: str, draft: DraftAction | None, vocabulary: Vocabulary) -> Answer | None:
    """ "Tue thu 9 pm, 10 min": a reminder has no length of its own, so this is about the sessions."""
    told = length_beside(text, vocabulary.when)
    when = _heard(case, told.rest, vocabulary).when if told.minutes else None
    if told.minutes is None or not (_is_timed(when) or (draft and is_only_a_length(told, vocabulary.when))):
        return None
    case, note = _noted(case, told.minutes, is_usual=told.is_usual)
    before = draft_at_hand.as_before(draft)
    if when and _is_timed(when):
        return _below(note, asked_when.heard(case, when, before))
    return _below(note, clocks.shown_again(case, draft)) if draft else None


def _from_now(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Gimme 15 minutes", after a time was asked for."""
    ahead = waits_for(text, asked_when.guessed_local_now(case), vocabulary.when)
    return asked_when.heard(case, ahead) if ahead else None


def _is_timed(when: When | None) -> bool:
    return when is not None and not isinstance(when, Half)


def _noted(case: Case, minutes: int, *, is_usual: bool) -> tuple[Case, str]:
    """The longest length on offer that is not longer than they said."""
    fitting = max((each for each in LENGTHS if each <= minutes), default=LENGTHS[0])
    if not is_usual:
        return case, case.words("when-no-length", minutes=fitting)
    return save_preferences(case, replace(case.who, minutes=fitting)), case.words(
        "when-length-set", minutes=fitting
    )


def _below(note: str, answer: Answer) -> Answer:
    screen = answer.screen
    return replace(answer, screen=replace(screen, text=lines(plain(note), screen.text))) if screen else answer
