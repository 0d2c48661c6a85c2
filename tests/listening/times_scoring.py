"""Reads a set of sentences about times, and counts what is read right, asked back, not read, and misread."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, Repeating, When
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.when.when_words import WhenWords

NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)
"""A Thursday."""

DAYS_AHEAD = {"today": 0, "tomorrow": 1}


@dataclass(frozen=True)
class Line:
    number: int
    language: str
    meaning: str
    sentence: str


@dataclass(frozen=True)
class Score:
    """`asked`: counted as right, but asked back although one answer was meant. `misread`: with what it was taken for."""

    right: int
    unread: list[Line]
    misread: list[tuple[Line, str]]
    asked: list[Line]

    @property
    def count(self) -> int:
        return self.right + len(self.unread) + len(self.misread)


def lines(path: Path) -> list[Line]:
    rows = path.read_text(encoding="utf-8").splitlines()
    return [Line(number, *row.split("\t")) for number, row in enumerate(rows, 1)]


def score(every: Iterable[Line], words: Sequence[WhenWords]) -> Score:
    """One that is asked about with the right one among the answers counts as right; a single reading of one with two
    meanings is a guess, and counts as misread."""
    right, unread, misread, asked = 0, [], [], []
    for line in every:
        read = written(read_when(line.sentence, NOW, words))
        if set(options(line.meaning)) <= set(options(read)):
            right += 1
            if len(options(line.meaning)) < len(options(read)):
                asked.append(line)
        elif read == "none":
            unread.append(line)
        else:
            misread.append((line, read))
    return Score(right, unread, misread, asked)


def options(meaning: str) -> list[str]:
    """The order of days does not matter."""
    every = meaning.removeprefix("either ").split(" | ")
    return [" + ".join(sorted(option.split(" + "))) for option in every]


def written(when: When | None) -> str:
    """In the notation of the sets."""
    match when:
        case None:
            return "none"
        case Repeating(groups):
            return " + ".join(map(_group, groups))
        case Once():
            return _once(when)
        case Either(options):
            return "either " + " | ".join(map(written, options))
        case Half():
            return _half(when)


def _group(group: DayTimes) -> str:
    return f"{_days(group.weekdays)} {','.join(f'{at:%H:%M}' for at in group.times)}"


def _days(days: frozenset[int]) -> str:
    return "daily" if days == EVERY_DAY else "".join(map(str, sorted(days)))


def _once(once: Once) -> str:
    if once.ahead:
        return f"once +{once.ahead // timedelta(minutes=1)}"
    return f"once {once.day} {once.at:%H:%M}"


def _half(half: Half) -> str:
    if half.part:
        return f"ask {half.part.name.lower()}"
    return f"ask {half.day}" if half.day else f"ask {_days(half.weekdays)}"


def same_once(meaning: str) -> str:
    """`once tomorrow 09:00`, `once 0 18:00` and `once +2d 10:00` with the date itself."""
    return " | ".join(map(_with_day, meaning.split(" | ")))


def _with_day(meaning: str) -> str:
    head, _, rest = meaning.partition("once ")
    parts = rest.split()
    if len(parts) < 2:
        return meaning
    return f"{head}once {_day(parts[0], time.fromisoformat(parts[1]))} {parts[1]}"


def _day(said: str, at: time) -> date:
    if said in DAYS_AHEAD or said.startswith("+"):
        return NOW.date() + timedelta(
            days=DAYS_AHEAD.get(said) or int(said.strip("+d") if "+" in said else 0)
        )
    if "-" in said:
        return date.fromisoformat(said)
    ahead = (int(said) - NOW.weekday()) % 7
    return NOW.date() + timedelta(days=ahead or (0 if at > NOW.time() else 7))


def dated(every: Iterable[Line]) -> Iterator[Line]:
    for line in every:
        yield Line(line.number, line.language, same_once(line.meaning), line.sentence)
