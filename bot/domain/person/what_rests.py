"""Works out what rests after sharp pain: the move, what loads the same place, or, for back or neck, the whole day
(docs/facts.md: sharp-stop)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from itertools import pairwise

from bot.domain.library.exercise import Tag

RESTS_FOR = timedelta(days=7)
TWICE_WITHIN = timedelta(days=7)

GENTLY_FOR = timedelta(days=28)
"""How long an exercise that came back after sharp pain is done in its smallest dose (judgement)."""

REST_OF_A_DAY = timedelta(hours=16)
"""Used if the person's zone is not known; on the safe side."""

BREATHING_AND_WALKING = frozenset({"rib-breathing", "walk"})
"""Slugs of the exercises that remain on a day with sharp pain in back or neck."""


EASY_ROUTINE = "breathing-and-walk"
"""Slug of the routine of these exercises."""


class SoreSpot(Enum):
    """Where it was sharp. The values are wire forms and stand in people's rows."""

    BACK = "b"
    KNEE = "k"
    WRIST = "w"
    ELSEWHERE = "e"


WHOLE_DAY_FIRST = (SoreSpot.BACK, SoreSpot.ELSEWHERE, SoreSpot.KNEE, SoreSpot.WRIST)
"""The place whose pain rests the most comes first."""

LOADED: dict[SoreSpot, Tag] = {SoreSpot.KNEE: Tag.KNEES, SoreSpot.WRIST: Tag.WRISTS}
"""Places where it is enough to rest what loads them. Any other place, or none said, is treated as the back."""


@dataclass(frozen=True, slots=True)
class SharpStop:
    """Something was sharp or new in session `session`. Moments are UTC.

    `exercise`: a slug; "" if the person can't tell which. `where`: None until they say. The exercise rests until
    `until`; after that it waits until the person is asked and it `is_back`."""

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
    """Why a day is for breathing and a walk. The values stand in sentences.

    MORNING, AFTERNOON, EVENING, UNKNOWN: when today something was sharp. CARE: the morning after was worse, or nobody knows yet what
    hurts.
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
    """A day in the person's zone or, if `is_today`, later this very day."""

    day: date
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests now.

    `moves`: slugs, each with when its rest ends; `loads`: tags, likewise. `rested`: slugs that come back once the person was asked;
    `gently`: slugs that came back lately. `easy`: why today is for breathing and a walk at most. `twice_at`: when back or neck was last
    sharp for the second time within seven days (UTC).
    """

    moves: frozenset[tuple[str, Until]] = frozenset()
    loads: frozenset[tuple[Tag, Until]] = frozenset()
    rested: frozenset[str] = frozenset()
    gently: frozenset[str] = frozenset()
    easy: WhyEasy | None = None
    twice_at: datetime | None = None

    def until(self, slug: str, barred_for: frozenset[Tag]) -> Until | None:
        days = [day for each, day in self.moves if each == slug]
        days += [day for tag, day in self.loads if tag in barred_for]
        return max(days, default=None)


NOTHING_RESTS = Resting()


def resting(stops: Iterable[SharpStop], now: datetime, zone: tzinfo | None) -> Resting:
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
        _why_easy_today(stops, now, zone),
        _twice_at(stops),
    )


def easy_day_ends(now: datetime, zone: tzinfo | None) -> datetime:
    """UTC."""
    if zone is None:
        return now + REST_OF_A_DAY
    tomorrow = _day(now, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


def _day(moment: datetime, zone: tzinfo | None) -> date:
    return moment.astimezone(zone).date() if zone else moment.date()


def _loads(stops: Iterable[SharpStop], now: datetime) -> Iterator[tuple[Tag, datetime]]:
    for stop in stops:
        if stop.where in LOADED and now < (then := stop.at + RESTS_FOR):
            yield LOADED[stop.where], then


def _why_easy_today(stops: Iterable[SharpStop], now: datetime, zone: tzinfo | None) -> WhyEasy | None:
    last = max((stop.at for stop in stops if stop.is_in_the_back), default=None)
    if last is None:
        return None
    if zone is None:
        return WhyEasy.UNKNOWN if now - last < REST_OF_A_DAY else None
    return _part(last.astimezone(zone).hour) if _day(last, zone) >= _day(now, zone) else None


def _part(hour: int) -> WhyEasy:
    if hour < 12:
        return WhyEasy.MORNING
    return WhyEasy.AFTERNOON if hour < 18 else WhyEasy.EVENING


def _twice_at(stops: Iterable[SharpStop]) -> datetime | None:
    in_the_back = [stop.at for stop in stops if stop.is_in_the_back]
    return max(
        (second for first, second in pairwise(in_the_back) if second - first <= TWICE_WITHIN), default=None
    )
