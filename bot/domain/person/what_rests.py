"""What rests since something was sharp: the move, what loads the place, and in back or neck the day (facts.md 10.12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from itertools import pairwise

from bot.domain.library.exercise import Tag

RESTS_FOR = timedelta(days=7)
TWICE_WITHIN = timedelta(days=7)

GENTLY_FOR = timedelta(days=28)
"""So long after it was sharp a move that came back is done in its smallest dose (judgement)."""

A_DAY = timedelta(hours=16)
"""What counts as the rest of a day where it is not known what time it is for the person: on the safe side."""

BREATHING_AND_WALKING = frozenset({"rib-breathing", "walk"})
"""Slugs of the exercises that are left on a day on which something was sharp in back or neck."""


EASY_ROUTINE = "breathing-and-walk"
"""Slug of the routine of these."""


class SoreSpot(Enum):
    """Where it was sharp. The values are wire forms and stand in people's rows."""

    BACK = "b"
    KNEE = "k"
    WRIST = "w"
    ELSEWHERE = "e"


WHOLE_DAY_FIRST = (SoreSpot.BACK, SoreSpot.ELSEWHERE, SoreSpot.KNEE, SoreSpot.WRIST)
"""Of several places, the one for which the most rests."""

LOADED: dict[SoreSpot, Tag] = {SoreSpot.KNEE: Tag.KNEES, SoreSpot.WRIST: Tag.WRISTS}
"""Where it is enough that what loads the place rests. All else, and what was not said, is treated as the back."""


@dataclass(frozen=True, slots=True)
class SharpStop:
    """Something was sharp or new in session `session`. Moments are UTC.

    `exercise`: a slug; "" where the person can't tell which. `where`: None until they say. `until`: so long the move rests;
    from then on it is asked about, until it `is_back`.
    """

    session: int
    exercise: str
    at: datetime
    until: datetime
    where: SoreSpot | None = None
    is_back: bool = False

    @property
    def is_in_the_back(self) -> bool:
        return self.where not in LOADED


class WhyEasy(Enum):
    """Why a day is for breathing and a walk: in which part of it something was sharp; ILL; or CARE, as the morning after was
    worse, or nobody knows yet what hurts. The values stand in sentences.
    """

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    UNKNOWN = "unknown"
    ILL = "ill"
    CARE = "care"

    @property
    def is_sharp(self) -> bool:
        return self not in (WhyEasy.ILL, WhyEasy.CARE)


@dataclass(frozen=True, slots=True, order=True)
class Until:
    """A day of the person's; or, where `is_today`, later on this very day."""

    day: date
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Resting:
    """What of this holds now.

    `moves`: slugs, each with when it is rested; `loads`: likewise what loads a place. `rested`: slugs that come
    back once the person was asked; `gently`: those that came back lately. `easy`: why today is for breathing and a
    walk at most. `twice_at`: when it was so for the second time within seven days, the last time (UTC).
    """

    moves: frozenset[tuple[str, Until]] = frozenset()
    loads: frozenset[tuple[Tag, Until]] = frozenset()
    rested: frozenset[str] = frozenset()
    gently: frozenset[str] = frozenset()
    easy: WhyEasy | None = None
    twice_at: datetime | None = None

    def until(self, slug: str, barred_for: frozenset[Tag]) -> Until | None:
        """When a form of an exercise is rested; None where it does not rest."""
        days = [day for each, day in self.moves if each == slug]
        days += [day for tag, day in self.loads if tag in barred_for]
        return max(days, default=None)


NOTHING_RESTS = Resting()


def resting(stops: Iterable[SharpStop], now: datetime, zone: tzinfo | None) -> Resting:
    """`zone`: None where it is not known."""
    stops = sorted(stops, key=lambda stop: stop.at)
    if not stops:
        return NOTHING_RESTS
    today = _day(now, zone)

    def until(moment: datetime) -> Until:
        day = _day(moment, zone)
        return Until(day, is_today=day == today)

    away = {stop.exercise: stop for stop in stops if stop.exercise and not stop.is_back}
    back = {stop.exercise for stop in stops if stop.is_back and now - stop.at < GENTLY_FOR}
    return Resting(
        frozenset((slug, until(stop.until)) for slug, stop in away.items() if now < stop.until),
        frozenset((tag, until(then)) for tag, then in _loads(stops, now)),
        frozenset(slug for slug, stop in away.items() if now >= stop.until),
        frozenset(back - away.keys()),
        _sharp_today(stops, now, zone),
        _twice(stops),
    )


def easy_day_ends(now: datetime, zone: tzinfo | None) -> datetime:
    """When the day is over that it is now (UTC)."""
    if zone is None:
        return now + A_DAY
    tomorrow = _day(now, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


def _day(moment: datetime, zone: tzinfo | None) -> date:
    return moment.astimezone(zone).date() if zone else moment.date()


def _loads(stops: Iterable[SharpStop], now: datetime) -> Iterator[tuple[Tag, datetime]]:
    for stop in stops:
        if stop.where in LOADED and now < (then := stop.at + RESTS_FOR):
            yield LOADED[stop.where], then


def _sharp_today(stops: Iterable[SharpStop], now: datetime, zone: tzinfo | None) -> WhyEasy | None:
    last = max((stop.at for stop in stops if stop.is_in_the_back), default=None)
    if last is None:
        return None
    if zone is None:
        return WhyEasy.UNKNOWN if now - last < A_DAY else None
    return _part(last.astimezone(zone).hour) if _day(last, zone) >= _day(now, zone) else None


def _part(hour: int) -> WhyEasy:
    if hour < 12:
        return WhyEasy.MORNING
    return WhyEasy.AFTERNOON if hour < 18 else WhyEasy.EVENING


def _twice(stops: Iterable[SharpStop]) -> datetime | None:
    in_the_back = [stop.at for stop in stops if stop.is_in_the_back]
    return max(
        (second for first, second in pairwise(in_the_back) if second - first <= TWICE_WITHIN), default=None
    )
