"""What was done, counted kindly: what is missing is never counted.

Days are those of the zone that `now` is in: where the person is, as far as that is known. Weeks begin on Monday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from bot.domain.person.person import Preferences
from bot.domain.person.rechecks import AWAY
from bot.domain.progress.diary import Entry, Rating

EASY_IN_A_ROW = 3
HARD_IN_A_ROW = 2
HIGHEST = 3


@dataclass(frozen=True, slots=True)
class WeekSoFar:
    """`days` on which something was done: a minute is enough. `goal`: days a week. `seconds` in all."""

    days: int
    goal: int
    seconds: int


def monday(now: datetime) -> datetime:
    """When the week of `now` began."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=now.weekday())


def week(entries: Iterable[Entry], goal: int, now: datetime) -> WeekSoFar:
    began = monday(now)
    these = [entry for entry in entries if began <= entry.began_at <= now and entry.seconds]
    days = {entry.began_at.astimezone(now.tzinfo).date() for entry in these}
    return WeekSoFar(len(days), goal, sum(entry.seconds for entry in these))


def days_ago(then: datetime, now: datetime) -> int:
    """Midnights between the two: 0 is today, 1 is yesterday."""
    return (now.date() - then.astimezone(now.tzinfo).date()).days


def is_back(last: datetime | None, now: datetime) -> bool:
    """After two weeks away somebody comes back, and is welcome with little (facts.md section 5, rule 9)."""
    return last is not None and now - last >= AWAY


def level_to_offer(newest_first: Iterable[Entry], who: Preferences) -> int | None:
    """One level down after two hard sessions in a row, one up after three easy ones (facts.md 10.7); else None.

    Who keeps their level is asked again only after as many more. Sessions that nobody rated neither help nor hinder.
    """
    rated = (Rating.HURT if entry.hurt else entry.rating for entry in newest_first)
    ratings = (rating for rating in rated if rating)
    last = next(ratings, None)
    run = 1 + sum(1 for _ in takewhile(lambda rating: rating is last, ratings))
    if last is Rating.HARD and run % HARD_IN_A_ROW == 0 and who.dose_level > 1:
        return who.level - 1
    may_rise = who.level < HIGHEST and not who.is_gentle
    if last is Rating.EASY and run % EASY_IN_A_ROW == 0 and may_rise:
        return who.level + 1
    return None
