"""Parts of the day before times: one time that two share, "morning and evening at 8", or each its own, "8 and 7"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.typed.when.found.bits_said import Said
from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.meant import PartOfDay


def in_each_part(said: Sequence[Said]) -> list[Said]:
    clocks = [each for each in said if isinstance(each, Clock)]
    parts = [each for each in said if isinstance(each, PartOfDay)]
    if 1 < len(parts) == len(clocks):
        return _in_turn(said, parts, clocks)
    if len(clocks) != 1 or len(parts) != 2 or clocks[0].within or clocks[0].is_whole_day:
        return list(said)
    at = said.index(clocks[0])
    times = [replace(clocks[0], within=(part,)) for part in parts]
    is_after = all(said.index(part) < at for part in parts)
    if not is_after or len({each.minutes() for each in times if len(each.minutes()) == 1}) != 2:
        return list(said)
    return [*(each for each in said[:at] if each not in parts), *times, *said[at + 1 :]]


def _in_turn(said: Sequence[Said], parts: Sequence[PartOfDay], clocks: Sequence[Clock]) -> list[Said]:
    # "Morning and afternoon, say 10 and 3".
    last, first = max(said.index(part) for part in parts), said.index(clocks[0])
    if last > first or len(set(parts)) < len(parts) or any(clock.within for clock in clocks):
        return list(said)
    times = [replace(clock, within=(part,)) for clock, part in zip(clocks, parts, strict=True)]
    if any(len(each.minutes()) != 1 for each in times):
        return list(said)
    return [*(each for each in said[:first] if each not in parts), *times, *_behind(said, clocks)]


def _behind(said: Sequence[Said], clocks: Sequence[Clock]) -> list[Said]:
    return [each for each in said[said.index(clocks[0]) :] if each not in clocks]
