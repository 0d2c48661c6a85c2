"""How well wishes are understood: `python -m tests.listening.wishes_scoring` lists what was missed in the lines that
may be looked at.
`--held-out` prints the share for the others, and shows none of them."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.coach.known.knowledge import Knowledge
from bot.coach.typed.finding.ranking import search
from bot.domain.typed.when.meant import Either, Once, Repeating
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.wishes.decision import decide
from bot.domain.typed.wishes.ideas import Situation, hear
from bot.domain.typed.wishes.wish import Wish
from tests.known import known

SETS = Path(__file__).parent / "sets"
OWN, ANOTHERS = SETS / "wishes-by-the-builder.tsv", SETS / "wishes.tsv"
VOICES = SETS / "wishes-in-five-voices.tsv"
EIGHTH = SETS / "wishes-eighth.tsv"
NINTH, TENTH = SETS / "wishes-ninth.tsv", SETS / "wishes-tenth.tsv"
"""By two people who had not seen the project. Nobody who fixes things has read them, and `missed` must not be printed for them."""
MONDAY = datetime(2026, 1, 5, 7, 30)  # noqa: DTZ001 - what a clock on the wall says
SITUATIONS = {"idle": Situation.ANYWHERE, "session": Situation.SESSION, "reminder": Situation.REMINDER}


@dataclass(frozen=True)
class Line:
    number: int
    language: str
    situation: Situation
    kinds: frozenset[str]
    text: str

    @property
    def is_held_out(self) -> bool:
        return self.number % 3 == 0


def read(path: Path) -> Iterator[Line]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        language, situation, kinds, text = line.split("\t")
        yield Line(number, language, SITUATIONS[situation], frozenset(kinds.split("|")), text)


def seen(path: Path = ANOTHERS) -> list[Line]:
    return [line for line in read(path) if not line.is_held_out]


def held_out(path: Path = ANOTHERS) -> list[Line]:
    return [line for line in read(path) if line.is_held_out]


def heard(line: Line, knowledge: Knowledge) -> tuple[Wish | None, bool]:
    """The wish that is done or asked about, and whether it is sure; what is found by its name counts as wished for by it."""
    english = knowledge.english
    when = hear_when(line.text, MONDAY, english.vocabulary.when)
    if (
        when.is_all
        and isinstance(when.when, Repeating | Once | Either)
        and line.situation is Situation.ANYWHERE
    ):
        return Wish.REMIND, True
    hearings = hear(line.text, english.vocabulary.said, line.situation)
    meant = decide(hearings, _ear(line, knowledge), line.situation)
    if meant is None and search(line.text, english.library, english.words):
        return Wish.FIND, False
    return (meant.wish, meant.is_sure) if meant else (None, False)


def _ear(line: Line, knowledge: Knowledge) -> tuple[tuple[str, float], ...]:
    state = None if line.situation is Situation.ANYWHERE else line.situation.value
    return knowledge.ear.hears(line.text, state) if knowledge.ear else ()


def is_right(line: Line, knowledge: Knowledge) -> bool:
    wish, _ = heard(line, knowledge)
    return wish is not None and wish.value in line.kinds


def missed(lines: Iterable[Line], knowledge: Knowledge) -> list[Line]:
    return [line for line in lines if not is_right(line, knowledge)]


def main() -> None:
    knowledge = known()
    for path in (OWN, VOICES, EIGHTH, ANOTHERS):
        lines = seen(path) if path == ANOTHERS else list(read(path))
        misses = missed(lines, knowledge)
        print(f"{path.name}: {len(lines) - len(misses)} of {len(lines)}, {1 - len(misses) / len(lines):.1%}")
        for line in misses:
            wish, is_sure = heard(line, knowledge)
            told = f"{wish.value if wish else 'nothing'}{'' if is_sure else ', asked'}"
            print(
                f"  {line.number} {line.situation.value} {'|'.join(sorted(line.kinds))}: {line.text} → {told}"
            )
    if "--held-out" in sys.argv:
        lines = held_out()
        print(f"held out: {1 - len(missed(lines, knowledge)) / len(lines):.1%} of {len(lines)}")


if __name__ == "__main__":
    main()
