"""One time that two parts of the day before it share: "morning and evening at 8"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.typed.when.found.bits_said import Said
from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.meant import PartOfDay


def in_each_part(said: Sequence[Said]) -> list[Said]:
    clocks = [each for each in said if isinstance(each, Clock)]
    parts = [each for each in said if isinstance(each, PartOfDay)]
    if len(clocks) != 1 or len(parts) != 2 or clocks[0].within or clocks[0].is_whole_day:
        return list(said)
    at = said.index(clocks[0])
    times = [replace(clocks[0], within=(part,)) for part in parts]
    is_after = all(said.index(part) < at for part in parts)
    if not is_after or len({each.minutes() for each in times if len(each.minutes()) == 1}) != 2:
        return list(said)
    return [*(each for each in said[:at] if each not in parts), *times, *said[at + 1 :]]
