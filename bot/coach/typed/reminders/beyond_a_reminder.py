"""Answers words with a time that ask for no reminder, or for one that the bot can't set: a session today, every other day, a condition."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, schedule
from bot.coach.reminders.when import standing
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.reminders.draft import Draft
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.alternate_said import Seldom, beside_seldom, seldom_said
from bot.domain.typed.when.beyond_said import Beyond, beyond_said
from bot.domain.typed.when.meant import Either, Half, Repeating, When
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.when.set_apart import set_apart
from bot.domain.typed.when.when_words import Kind
from bot.domain.typed.wishes.decision import BEGINS, Meant
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Drafting
from bot.screens.text import lines, plain

_SELDOM = {Seldom.OTHER: "when-alternate", Seldom.FEW: "when-every-few"}
_OF_SESSIONS = BEGINS | {Wish.ROUTINES}
_REST = frozenset({Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS, Wish.HOLIDAY, Wish.NOT_TODAY, Wish.MUTE_TODAY})
_CHANGES = frozenset({Wish.CHANGE_REMINDER, Wish.TOO_MANY, Wish.REMIND, Wish.REMINDERS})


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    return (
        _session_today(case, text, vocabulary)
        or _every_other_day(case, text, vocabulary)
        or _on_condition(case, text, vocabulary)
        or _nearest(case, text, vocabulary)
    )


def _heard(case: Case, text: str, vocabulary: Vocabulary) -> HeardWhen:
    return hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)


def _session_today(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Can I do a session this morning?" asks for one now."""
    found, heard = wishes.meant(case, text), _heard(case, text, vocabulary)
    day = heard.when.day if isinstance(heard.when, Half) else None
    if found is None or heard.asks or day != asked_when.guessed_local_now(case).date():
        return None
    if found.wish not in _OF_SESSIONS or "question" not in found.ideas:
        return None
    return grant(Request(case, text, Meant(Wish.START, False, found.ideas)))


def _every_other_day(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    said, found = seldom_said(text, vocabulary.when), wishes.meant(case, text)
    if said is None or wishes.asks(case, text):
        return None
    note, days = case.words(_SELDOM[said.how]), said.how.value
    if beside := beside_seldom(text, asked_when.guessed_local_now(case), vocabulary.when):
        return _noted(asked_when.heard(case, beside), note)
    heard = _heard(case, said.rest, vocabulary)
    if heard.when and not isinstance(heard.when, Half) and (heard.asks or heard.is_all):
        return _noted(asked_when.heard(case, heard.when, Draft((), days)), note)
    theirs = standing(case)
    if len(theirs) == 1 and not theirs[0].on and found and found.wish in _CHANGES and not heard.when:
        draft = replace(asked_when.as_draft(theirs[0]), weekdays=days)
        return _noted(schedule.drafted(case, draft, Drafting.SHOW), note)
    if theirs or not (heard.reminds or _is_asked(case)):
        return None
    part = heard.when.part if isinstance(heard.when, Half) else None
    return _noted(asked_when.heard(case, Half(days, None, part)), note)


def _is_asked(case: Case) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is Wanted.TIMES


def _on_condition(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """People who have moved that day get no reminder anyway; the bot knows nothing else about their day."""
    said = set_apart(text, vocabulary.when, Kind.CONDITION)
    if said and _heard(case, text, vocabulary).is_all:
        return None  # "except when its saturday" leaves a day out
    heard = _heard(case, said[0], vocabulary) if said else None
    if said is None or heard is None or heard.when is None or not heard.asks:
        return None
    is_kept = set_apart(said[1], vocabulary.when, Kind.HAS_MOVED) is not None
    answer = asked_when.heard_so(case, heard)
    return (
        _noted(answer, case.words("when-unless-moved" if is_kept else "when-no-condition"))
        if answer
        else None
    )


def _nearest(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "9pm nightly till the 20th", "every second Tuesday at 6pm": the nearest reminder it can set. None if no time is left."""
    now = asked_when.guessed_local_now(case)
    said = beyond_said(text, now, vocabulary.when, vocabulary.dates)
    if said is None or wishes.asks(case, text) or _is_without_them(case, text):
        return None
    is_read = said.what is Beyond.BEGIN and _again_and_again(_heard(case, text, vocabulary).when)
    if is_read:
        return None  # "from monday to friday"
    heard = hear_when(said.rest, now, vocabulary.when)
    when = _again_and_again(heard.when)
    if when is None or not (heard.asks or heard.is_all):
        return None
    return _noted(asked_when.heard(case, when), case.words(f"when-no-{said.what.value}"))


def _is_without_them(case: Case, text: str) -> bool:
    """ "No 8pm for two weeks"."""
    found = wishes.meant(case, text)
    return found is not None and found.wish in _REST and not found.by_ear_alone


def _again_and_again(when: When | None) -> When | None:
    """A single weekday means every one of that name."""
    options = when.options if isinstance(when, Either) else (when,)
    each = [option for option in options if isinstance(option, Repeating)]
    if len(each) < 2:
        return each[0] if each else None
    return Either(tuple(each))


def _noted(answer: Answer, note: str) -> Answer:
    screen = answer.screen
    return replace(answer, screen=replace(screen, text=lines(plain(note), screen.text))) if screen else answer
