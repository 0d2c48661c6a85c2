"""Scores what is heard in the sets about danger, by language and kind: what is right, and what is not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.typed.danger.heard import IN_DANGER, Doubt, Heard, Tier
from tests.known import known

SETS = Path(__file__).parent / "sets"
UNLEARNT = Path(__file__).parent / "unlearnt"
"""Sentences by writers who had not seen the project; no ear is ever trained on them."""

HARMLESS = "harmless"
EVERYDAY = "everyday"
ALARMS = frozenset({Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE, Tier.NOW})
RAISED = IN_DANGER | {Tier.COMPLAINT}
AT_LEAST_ASKED = RAISED | {Tier.LOW_BACK, Tier.WORK_AROUND, Tier.ILL}
"""None of these is answered with a move."""

RIGHT: dict[str, Callable[[Tier | None], bool]] = {
    "now": lambda tier: tier in {Tier.NOW, Tier.OVERDOSE},
    "self-harm": lambda tier: tier in {Tier.SELF_HARM, Tier.OVERDOSE},
    "abuse": lambda tier: tier is Tier.ABUSE,
    "doctor": lambda tier: tier in {Tier.DOCTOR, Tier.NOW},
    "complaint": lambda tier: tier in AT_LEAST_ASKED,
    EVERYDAY: lambda tier: tier not in RAISED,
    HARMLESS: lambda tier: tier not in IN_DANGER,
}

PLEAS = frozenset({"now", "self-harm", "abuse", "doctor"})

Hears = Callable[[str], Heard | None]


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of a set. Every third one was put aside before anything was built to hear it."""

    file: str
    number: int
    language: str
    kind: str
    text: str

    @property
    def held_out(self) -> bool:
        return self.number % 3 == 0


@dataclass(frozen=True, slots=True)
class Judged:
    saying: Saying
    heard: Heard | None

    @property
    def tier(self) -> Tier | None:
        """An alarm that is in doubt counts as an alarm, because the person is asked."""
        if self.heard is None:
            return None
        return Tier.COMPLAINT if self.heard.doubted else self.heard.tier

    @property
    def right(self) -> bool:
        """Somebody who is asked, with the number to call in view, counts as heard."""
        heard, kind = self.heard, self.saying.kind
        is_heard = heard is not None and heard.doubt is Doubt.MAY_BE and kind in PLEAS
        return RIGHT[kind](heard.tier if heard and is_heard else self.tier)

    @property
    def asked(self) -> bool:
        return self.heard is not None and self.heard.doubted


@dataclass(frozen=True, slots=True)
class Score:
    language: str
    kind: str
    of: int
    right: int
    alarms: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0


def as_the_bot_hears() -> Hears:
    """By rules and the trained ear."""
    return known().danger.hears


def sayings(folder: Path = SETS) -> Iterator[Saying]:
    """The lines of the sets about danger; other sets have other kinds."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            language, kind, *rest = line.split("\t")
            if kind in RIGHT and len(rest) == 1:
                yield Saying(path.stem, number, language, kind, rest[0])


def judged(hears: Hears, said: Iterable[Saying]) -> list[Judged]:
    return [Judged(each, hears(each.text)) for each in said]


def scores(judgements: Iterable[Judged]) -> list[Score]:
    by: dict[tuple[str, str], list[Judged]] = {}
    for each in judgements:
        by.setdefault((each.saying.language, each.saying.kind), []).append(each)
    kinds = list(RIGHT)
    return [
        Score(
            language,
            kind,
            len(group),
            sum(each.right for each in group),
            sum(each.tier in ALARMS for each in group),
        )
        for (language, kind), group in sorted(
            by.items(), key=lambda item: (item[0][0], kinds.index(item[0][1]))
        )
    ]
