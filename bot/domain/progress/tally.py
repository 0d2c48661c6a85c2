"""What was done, counted kindly: what is missing is never counted.

Days are those of the zone of `now`: where the person is, as far as that is known. Weeks begin on Monday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice, takewhile

from bot.domain.person.person import LENGTHS, Floor, Preferences
from bot.domain.person.rechecks import AWAY
from bot.domain.person.stages import Stage
from bot.domain.planner.easing import MINUTE, HowLow, PastSession
from bot.domain.planner.limits import USUAL
from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.taken_down import LEVEL, MINUTES, last_step

EASY_IN_A_ROW = 3
HARD_IN_A_ROW = 2
HIGHEST = 3


@dataclass(frozen=True, slots=True)
class WeekSoFar:
    """`days` with a session: a minute is enough. `goal`: days a week, if they have one. `seconds` in all."""

    days: int
    goal: int | None
    seconds: int


def monday(now: datetime) -> datetime:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=now.weekday())


def week(entries: Iterable[Entry], goal: int | None, now: datetime, did_it: Iterable[date] = ()) -> WeekSoFar:
    """`did_it`: days on which they said that they moved without us. How long is not known."""
    began = monday(now)
    these = [entry for entry in entries if began <= entry.began_at <= now and entry.seconds]
    days = {entry.began_at.astimezone(now.tzinfo).date() for entry in these}
    days |= {day for day in did_it if began.date() <= day <= now.date()}
    return WeekSoFar(len(days), goal, sum(entry.seconds for entry in these))


def days_ago(then: datetime, now: datetime) -> int:
    """Midnights between the two: 0 is today, 1 is yesterday."""
    return (now.date() - then.astimezone(now.tzinfo).date()).days


def is_back(last: datetime | None, now: datetime) -> bool:
    return last is not None and now - last >= AWAY  # docs/facts.md: coming-back


@dataclass(frozen=True, slots=True)
class Level:
    """One level up or down from now."""

    level: int


@dataclass(frozen=True, slots=True)
class Shorter:
    minutes: int


@dataclass(frozen=True, slots=True)
class OffTheFloor:
    floor: Floor


@dataclass(frozen=True, slots=True)
class Longer:
    minutes: int


@dataclass(frozen=True, slots=True)
class BackTo:
    """Where sessions led before."""

    floor: Floor


LevelOffer = Level | Shorter | OffTheFloor | Longer | BackTo


def level_to_offer(
    newest_first: Iterable[Entry],
    who: Preferences,
    since: datetime | None = None,
    last: PastSession | None = None,
) -> LevelOffer | None:
    """After three easy sessions in a row, or two hard ones, counted from `since` on; unrated ones do not count
    (docs/facts.md: level-changes)."""
    these = takewhile(lambda entry: since is None or entry.began_at >= since, newest_first)
    rated = (Rating.HURT if entry.hurt else entry.rating for entry in these)
    ratings = (rating for rating in rated if rating)
    newest = next(ratings, None)
    again = takewhile(lambda rating: rating is newest, ratings)
    run = 1 + sum(
        1 for _ in islice(again, EASY_IN_A_ROW)
    )  # out of thousands of sessions only the last ones matter
    if newest is Rating.HARD and run >= HARD_IN_A_ROW:
        return _less(who, last)
    return _more(who) if newest is Rating.EASY and run >= EASY_IN_A_ROW else None


def _more(who: Preferences) -> LevelOffer | None:
    if who.stage is not Stage.MILD:
        return None
    step = last_step(who)
    if step and step.what != LEVEL:
        return Longer(step.before or USUAL) if step.what == MINUTES else BackTo(step.before or Floor.STAND)
    return Level(who.level + 1) if who.level < HIGHEST and not who.is_gentle else None


def _less(who: Preferences, last: PastSession | None) -> LevelOffer | None:
    """Skips what would leave the last session as it was."""
    if who.dose_level > 1:
        return Level(who.dose_level - 1)
    usual = who.minutes or USUAL
    now = min(usual, -(-last.seconds // MINUTE)) if last else usual
    minutes = max((length for length in LENGTHS if length < now), default=None)
    if minutes:
        return Shorter(minutes)
    return _off_the_floor(who.floor or Floor.STAND, last.where if last else HowLow.FLOOR)


def _off_the_floor(floor: Floor, was: HowLow) -> LevelOffer | None:
    if floor is Floor.SEATED or was is HowLow.SEATED:
        return None
    may_stand = floor is Floor.YES and was is HowLow.FLOOR
    return OffTheFloor(Floor.STAND if may_stand else Floor.SEATED)
