"""Settles a routine once for all people who answered alike: it takes long, and is asked for often."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.domain.library.library import Library
from bot.domain.person.person import Preferences, Switch
from bot.domain.person.what_rests import NOTHING_RESTS, Resting
from bot.domain.session import suitable
from bot.domain.session.suitable import Settled

_ALIKE = Preferences()
_SWITCHES: dict[str, Any] = {switch.field: False for switch in Switch}
KEPT = 2048


def kind_of(who: Preferences) -> Preferences:
    """Without the answers on which no choice of moves or amounts depends."""
    return replace(
        who,
        cleared_at=None,
        minutes=None,
        goal=None,
        rest=_ALIKE.rest,
        rests_until=None,
        easy_until=None,
        zone=None,
        zone_is_sure=_ALIKE.zone_is_sure,
        pictures=_ALIKE.pictures,
        voice=_ALIKE.voice,
        speaks=None,
        resting=_rests_alike(who.resting),
        liked=_ALIKE.liked,
        signs_text=None,
        signs_again=_ALIKE.signs_again,
        news_at=None,
        news_again=_ALIKE.news_again,
        after_birth=_ALIKE.after_birth,
        will_ask=_ALIKE.will_ask,
        check_in_day=None,
        no_floor_at=None,
        limits=None,
        taken_down=_ALIKE.taken_down,
        **_SWITCHES,
    )


def _rests_alike(resting: Resting) -> Resting:
    """An easy day has its own routine: all others are settled as on another day."""
    return NOTHING_RESTS if resting == NOTHING_RESTS else replace(resting, easy=None, twice_at=None)


@lru_cache(maxsize=KEPT)
def settled_for(kind: Preferences, slug: str, library: Library) -> Settled:
    return suitable.settle(library.routines[slug].lines, library, kind)
