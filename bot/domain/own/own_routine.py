"""Routines that people make for themselves, and the ways to change them."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from bot.domain.library.exercise import FormRef

MOST_LINES = 12
MOST_ROUTINES = 20
NAME_LENGTH = 30

_JOINERS = "\u200c\u200d" + "".join(map(chr, range(0xE0020, 0xE0080)))
"""Invisible, but they hold emoji, flags and Persian words together."""

_INVISIBLE = ("Mn", "Mc", "Me", "Zs", "Cf")
"""Categories of characters that show nothing by themselves."""

_LOOKS_EMPTY = dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"), " ")
"""Letters and signs that show nothing."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """`hold` and `rest` between holds (seconds) and `repetitions` as the person set them; None: as their level has it. Id 0: not stored yet."""

    id: int
    ref: FormRef
    hold: int | None = None
    repetitions: int | None = None
    rest: int | None = None


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """`name` is the person's own words, and untrusted."""

    id: int
    name: str
    lines: tuple[OwnLine, ...] = ()

    @property
    def is_full(self) -> bool:
        return len(self.lines) >= MOST_LINES

    def line(self, id: int) -> OwnLine | None:  # noqa: A002
        return next((line for line in self.lines if line.id == id), None)

    def has_same_lines_as(self, other: "OwnRoutine") -> bool:
        return unstored_lines(self) == unstored_lines(other)


class NameFault(Enum):
    """ACTED_ON: typing it already asks the bot for something else."""

    EMPTY = "empty"
    LONG = "long"
    TAKEN = "taken"
    ACTED_ON = "acted-on"


def added(own: OwnRoutine, ref: FormRef) -> OwnRoutine:
    # The same exercise twice in a row was a tap too many.
    if own.is_full or (own.lines and own.lines[-1].ref == ref):
        return own
    return replace(own, lines=(*own.lines, OwnLine(0, ref)))


def moved(own: OwnRoutine, line: OwnLine, to: int) -> OwnRoutine:
    """`to`: an index. The routine is unchanged if there is no such place."""
    if line not in own.lines or not 0 <= to < len(own.lines):
        return own
    others = [other for other in own.lines if other != line]
    return replace(own, lines=(*others[:to], line, *others[to:]))


def changed(own: OwnRoutine, line: OwnLine) -> OwnRoutine:
    return replace(own, lines=tuple(line if other.id == line.id else other for other in own.lines))


def without(own: OwnRoutine, line: int) -> OwnRoutine:
    return replace(own, lines=tuple(other for other in own.lines if other.id != line))


def unstored_lines(own: OwnRoutine) -> tuple[OwnLine, ...]:
    return tuple(replace(line, id=0) for line in own.lines)


def tidy_name(text: str) -> str:
    """One line without invisible characters, controls and repeated blanks; "" if nothing would be seen."""
    seen = "".join(map(_seen, unicodedata.normalize("NFC", text).translate(_LOOKS_EMPTY)))
    name = " ".join(seen.split())
    return name if any(unicodedata.category(sign) not in _INVISIBLE for sign in name) else ""


def _seen(sign: str) -> str:
    if sign in _JOINERS:
        return sign
    match unicodedata.category(sign):
        case "Cf" | "Cs":
            return ""
        case "Cc" | "Co":
            return " "
        case _:
            return sign


def name_fault(name: str, taken: Collection[str], longest: int = NAME_LENGTH) -> NameFault | None:
    if not name:
        return NameFault.EMPTY
    if len(name) > longest:
        return NameFault.LONG
    return NameFault.TAKEN if name in taken else None


def shortened(name: str, most: int = NAME_LENGTH) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip(f" {_JOINERS}\ufe0f") + "…"
