"""Settles a routine once for all people with the same answers, because it takes long and is asked for often."""

from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any

from bot.domain.library.library import Library
from bot.domain.person.person import Preferences, Switch
from bot.domain.person.what_rests import NOTHING_RESTS, Resting
from bot.domain.session import suitable
from bot.domain.session.suitable import Settled

KEPT = 2048

CHOOSES_NOTHING = frozenset(
    {
        "cleared_at",
        "minutes",
        "goal",
        "rest",
        "rests_until",
        "easy_until",
        "zone",
        "zone_is_sure",
        "pictures",
        "voice",
        "speaks",
        "liked",
        "signs_text",
        "signs_again",
        "complained",
        "news_at",
        "news_again",
        "after_birth",
        "will_ask",
        "check_in_day",
        "no_floor_at",
        "seated_at",
        "limits",
        "taken_down",
        *(switch.field for switch in Switch),
    }
)
"""Answers that change neither the choice of moves nor the amounts."""

_CHOOSING = [field.name for field in fields(Preferences) if field.name not in CHOOSES_NOTHING | {"resting"}]
_answers = attrgetter(*_CHOOSING)


def kind_of(who: Preferences) -> Preferences:
    return _alike(_answers(who), _rests_alike(who.resting))


@lru_cache(maxsize=KEPT)
def _alike(answers: tuple[Any, ...], resting: Resting) -> Preferences:
    return Preferences(**dict(zip(_CHOOSING, answers, strict=True)), resting=resting)


def _rests_alike(resting: Resting) -> Resting:
    """An easy day has its own routine; anything else is settled as on any other day."""
    return NOTHING_RESTS if resting == NOTHING_RESTS else replace(resting, easy=None, twice_at=None)


@lru_cache(maxsize=KEPT)
def settled_for(kind: Preferences, slug: str, library: Library) -> Settled:
    return suitable.settle(library.routines[slug].lines, library, kind)
