"""Why today's session is as it is, in one sentence; and its title."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice

from bot.domain.library.exercise import Purpose
from bot.domain.planner.why import (
    AfterHard,
    AllThereIs,
    AsAsked,
    AsMuchAsFits,
    ComesLess,
    FewMoves,
    LeastDone,
    Liked,
    NotLookedAt,
    Rested,
    SoreDay,
    StepByStep,
    Why,
)
from bot.screens.choose.resting_words import until_in_words
from bot.screens.screen import Words

A_WEEK = 7

Named = Callable[[str], str]
"""The title of an exercise, by its slug."""


def about(purposes: Iterable[Purpose], words: Words) -> str:
    """ "turning and chest"."""
    named = [words(f"about-{purpose.value}") for purpose in purposes]
    if len(named) == 2:
        return words("about-two", first=named[0], second=named[1])
    return words.listed(named)


def headline(purposes: Iterable[Purpose], words: Words) -> str:
    said = about(purposes, words) or words("about-nothing")
    return said[:1].upper() + said[1:]


def title(purposes: Iterable[Purpose], words: Words) -> str:
    return headline(islice(purposes, 1), words)


def why_today(why: Why, named: Named, today: date, words: Words) -> str:  # noqa: C901 - one line for each
    match why:
        case Rested():
            return _rested(why, named, words)
        case SoreDay(stage):
            return words("why-sore", stage=stage.value)
        case AsAsked():
            return _as_asked(why, words)
        case AsMuchAsFits():
            return words(f"why-fits{_where(why)}", minutes=why.minutes)
        case AllThereIs():
            return words("why-all-there-is")
        case AfterHard(eased, day, hurt):
            kind = "hurt" if hurt else "hard"
            return words(f"why-{kind}", eased=eased.value, day=_day(day, today, kind, words))
        case StepByStep():
            return words("why-step-by-step")
        case NotLookedAt():
            return words("why-not-looked-at")
        case FewMoves(count, minutes):
            return (
                words("why-few-asked", count=count, minutes=minutes)
                if minutes
                else words("why-few", count=count)
            )
        case Liked(slug):
            return words("why-liked", move=named(slug))
        case ComesLess(slug, instead):
            return _instead("why-passed-over", slug, instead, named, words)
        case LeastDone(purposes):
            return words("why-least-done", about=headline(purposes, words))


def _rested(why: Rested, named: Named, words: Words) -> str:
    if why.until is None:
        return words("resting-asks", title=named(why.slug))
    day = until_in_words(why.until, words)
    if not why.instead:
        return words("resting-until", title=named(why.slug), day=day)
    return words("resting-instead", title=named(why.slug), day=day, new=named(why.instead))


def _as_asked(why: AsAsked, words: Words) -> str:
    if why.minutes is None:
        return words(f"why{_where(why)}")
    return words(f"why-asked{_where(why)}", minutes=why.minutes)


def _where(why: AsAsked | AsMuchAsFits) -> str:
    return "-seated" if why.seated else "-no-floor" if why.no_floor else ""


def _instead(id: str, slug: str, instead: str, named: Named, words: Words) -> str:  # noqa: A002 - as in Words
    if not instead:
        return words(id, move=named(slug))
    return words(f"{id}-instead", move=named(slug), new=named(instead))


def _day(then: date, today: date, kind: str, words: Words) -> str:
    ago = (today - then).days
    if ago < 1:
        return words(f"why-day-today-{kind}")
    if ago == 1:
        return words("why-day-yesterday")
    return words.weekday(then.weekday()) if ago < A_WEEK else words("why-day-last-time")
