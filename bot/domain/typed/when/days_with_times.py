"""Puts the days and times of a sentence together: which time is for which days, in every half of the day that it may be in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.found.bits_said import EveryHours, NoTime, Parsed, Said
from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, PartOfDay, Repeating, When

MOST_READINGS = 4
"""The bot can't ask about more."""

Run = Weekdays | tuple[Clock | EveryHours, ...]


def runs_of(said: list[Said]) -> list[Run]:
    runs: list[Run] = []
    kept = [each for each in said if isinstance(each, Weekdays | Clock | EveryHours)]
    for is_days, group in groupby(kept, key=lambda each: isinstance(each, Weekdays)):
        bits = list(group)
        if is_days:
            days = [each for each in bits if isinstance(each, Weekdays)]
            is_amid = bool(runs) and bits[-1] is not kept[-1]
            are_apart = (is_amid and _are_two_groups(days)) or any(each.is_rest for each in days)
            runs.extend(days if are_apart else _in_groups(days) if is_amid else [_together(days)])
        else:
            runs.append(tuple(each for each in bits if isinstance(each, Clock | EveryHours)))
    return runs


def _in_groups(days: list[Weekdays]) -> list[Weekdays]:
    # "6pm mon-fri, sat and sun noon": a group, and single days of their own.
    first, others = days[0], days[1:]
    are_single = len(others) > 1 and all(len(each.days) == 1 for each in others)
    if are_single and 1 < len(first.days) < len(EVERY_DAY) and not first.days & _together(others).days:
        return [first, _together(others)]
    return [_together(days)]


def _are_two_groups(days: list[Weekdays]) -> bool:
    # "7am weekdays and weekends 9am": each with the time beside it.
    return len(days) == 2 and all(1 < len(each.days) < len(EVERY_DAY) for each in days)


def _together(every: list[Weekdays]) -> Weekdays:
    """ "each day, mondays to fridays" means Monday to Friday. Raises NoTime."""
    named = [each for each in every if each.days != EVERY_DAY] or every
    if len(named) < len(every) and len(named) == 1 and len(named[0].days) == 1:
        raise NoTime
    if any(one.days < other.days for one in named for other in named):
        raise NoTime  # "workdays, which are mon, tue and thu"
    together = frozenset().union(*(each.days for each in named))
    return Weekdays(together, is_single=len(every) == 1 and every[0].is_single)


def repeating(runs: list[Run], bits: Parsed, now: datetime) -> When | None:
    pairs = _paired(runs)
    names_days = any(isinstance(run, Weekdays) for run in runs) or bool(bits.without)
    single = pairs[0][0] if len(pairs) == 1 and pairs[0][0].is_single else None
    options: list[Repeating | Once] = []
    for way in _ways([times for _, times in pairs], is_joined=_is_joined(bits)):
        groups = [DayTimes(days.days - bits.without, at) for (days, _), at in zip(pairs, way, strict=True)]
        if not all(group.weekdays for group in groups):
            raise NoTime
        options.append(Repeating(_by_days(groups), names_days))
        if single and len(way[0]) == 1:
            options.append(_next(single, way[0][0], now))
    if bits.not_today and any(_comes_today(option, now) for option in options):
        raise NoTime  # "6pm daily, not today": it would come today
    return one_or_either(options)


def _comes_today(option: Repeating | Once, now: datetime) -> bool:
    if isinstance(option, Once):
        return option.day == now.date()
    today = (group.times for group in option.groups if now.weekday() in group.weekdays)
    return any(at > now.time() for times in today for at in times)


def _by_days(groups: list[DayTimes]) -> tuple[DayTimes, ...]:
    """Times of the same days form one list. Raises NoTime."""
    times: dict[frozenset[int], list[time]] = {}
    for group in groups:
        times.setdefault(group.weekdays, []).extend(group.times)
    if any(len(set(each)) < len(each) for each in times.values()):
        raise NoTime
    return tuple(DayTimes(days, tuple(sorted(each))) for days, each in times.items())


def _next(single: Weekdays, at: time, now: datetime) -> Once:
    day = OneDay(weekday=min(single.days)).resolved(now.date()) or now.date()
    return Once(day + timedelta(days=7) if (day, at) <= (now.date(), now.time()) else day, at)


Times = tuple[Clock | EveryHours, ...]


def _paired(runs: list[Run]) -> list[tuple[Weekdays, Times]]:
    """Days and times in turn are pairs; a single run of either goes with all of the other. Raises NoTime."""
    days = [run for run in runs if isinstance(run, Weekdays)]
    times = [run for run in runs if not isinstance(run, Weekdays)]
    if not days:
        return [(Weekdays(EVERY_DAY), times[0])]
    if any(one.days < other.days for one in days for other in days):
        raise NoTime  # Sunday beside every day: something else is meant by it
    if any(each.is_rest for each in days) and len(days) != len(times):
        raise NoTime
    if len(days) > 1 and len(times) == 1 and len(times[0]) > 1 and isinstance(runs[-1], Weekdays):
        raise NoTime  # "mondays 8am, 8pm tuesdays": each has its own, or both have both
    if len(days) == 1 or len(times) == 1:
        together = frozenset().union(*(each.days for each in days))
        is_single = len(days) == 1 and days[0].is_single
        return [(Weekdays(together, is_single), tuple(each for run in times for each in run))]
    if len(days) != len(times):
        raise NoTime
    return list(zip(days, times, strict=True))


def _is_joined(bits: Parsed) -> bool:
    # "um 8 und um 20 uhr", and not "um 20 uhr, also um 8".
    clauses = {clause for each, clause in bits.said if isinstance(each, Clock)}
    return not any(min(clauses, default=0) < anew <= max(clauses, default=0) for anew in bits.anew)


def _ways(lists: list[Times], *, is_joined: bool) -> list[list[tuple[time, ...]]]:
    """All times before noon, all after noon, and each as the next after the one before. Raises NoTime."""
    halves = [[_chosen(times, which) for times in lists] for which in (0, -1)]
    ways = [half for half in halves if all(half)]
    if not ways or (len(ways) < len(halves) and not is_joined):
        raise NoTime
    if len(lists) == 1 and (following := _following(lists[0])):
        ways.append([following])
    return [way for number, way in enumerate(ways) if way not in ways[:number]]


def _chosen(times: Times, which: int) -> tuple[time, ...]:
    minutes = [minute for each in times for minute in _minutes(each, which)]
    return _times(minutes)


def _minutes(clock: Clock | EveryHours, which: int) -> tuple[int, ...]:
    return clock.ways[which] if isinstance(clock, EveryHours) else (clock.minutes()[which],)


def _following(times: Times) -> tuple[time, ...] | None:
    # "9, 1 and 5": each the next after the one before.
    found: list[int] = []
    for clock in times:
        if isinstance(clock, EveryHours):
            return None
        after = [minute for minute in clock.minutes() if not found or minute > found[-1]]
        if not after:
            return None
        found.append(after[0])
    return _times(found)


def _times(minutes: list[int]) -> tuple[time, ...]:
    """Empty if two are the same."""
    if len(set(minutes)) < len(minutes):
        return ()
    return tuple(time(*divmod(minute, 60)) for minute in sorted(minutes))


def once(runs: list[Run], days: list[date], now: datetime) -> When | None:
    """Several times on one day can't all be kept: they are offered one by one, or asked for if there are many."""
    times = [each for run in runs if not isinstance(run, Weekdays) for each in run]
    clocks = [each for each in times if isinstance(each, Clock)]
    found = [
        once
        for day in days
        for clock in clocks
        for minute in clock.minutes()
        for once in _at(clock, minute, day, now)
    ]
    if len(clocks) < len(times) or len(set(found)) > MOST_READINGS:
        return Half(day=days[0])
    when = one_or_either(found)
    return replace(when, is_each=True) if isinstance(when, Either) and len(days) + len(clocks) > 2 else when


def soon(runs: list[Run], now: datetime) -> Iterator[Once]:
    # "Once, at 6pm": the next time that it is six.
    clocks = [
        each for run in runs if not isinstance(run, Weekdays) for each in run if isinstance(each, Clock)
    ]
    for minute in (minute for clock in clocks for minute in clock.minutes()):
        at = time(*divmod(minute, 60))
        yield Once(now.date() + timedelta(days=at <= now.time()), at)


def _at(clock: Clock, minute: int, day: date, now: datetime) -> Iterator[Once]:
    """The night continues after midnight: "tonight at 12" is tomorrow. Midnight itself may be either end of a day."""
    at, morrow = time(*divmod(minute, 60)), day + timedelta(days=1)
    if minute < 6 * 60 and {PartOfDay.EVENING, PartOfDay.NIGHT} & set(clock.within):
        yield Once(morrow, at)
    elif minute == 0 and clock.is_whole_day:
        if day > now.date():
            yield Once(day, at)
        yield Once(morrow, at)
    else:
        yield Once(day, at)


def one_or_either(options: Iterable[Repeating | Once]) -> Repeating | Once | Either | None:
    different = tuple(dict.fromkeys(options))
    if len(different) > MOST_READINGS:
        return None
    return Either(different) if len(different) > 1 else next(iter(different), None)
