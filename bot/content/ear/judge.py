"""The judge: weighs what rules and both ears say of a sentence, and tells how likely it is each tier."""

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.content.ear.learnt import DEEP, FOLDER, LEARNT, OTHERS
from bot.content.ear.sentences_heard import ForeignSample
from bot.content.ear.shares import MAKE_ANEW, UNREADABLE, shares
from bot.content.faults import ContentFault, Fault
from bot.domain.typed.danger.heard import ByRules

JUDGE = FOLDER / "judge.json"
TO_BE_JUDGED = Path("hearing") / "weighing"

_LEAST = 0.001
"""Less likely than this is all the same."""

_LONG = 20
"""Words. People in need write fewer than who tells of a film; more than so many say nothing more."""

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TextHeard:
    """What the ears make of a text. `whole`: the one that reads all of it; `words`: the one that goes by words and letters."""

    text: str
    whole: Shares
    words: Shares
    in_english: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """`weights`: of each thing said, by the names that `things_said` gives them; one number for each of `tiers`. `start`: the scores
    before anything is said. `sources`: the hash of everything it was made from."""

    sources: str
    tiers: tuple[str, ...]
    start: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def weighs(self, said: TextHeard, rules: ByRules) -> dict[str, float]:
        """The probability of each tier."""
        scores = list(self.start)
        for name, value in things_said(said, rules):
            for at, weight in enumerate(self.weights.get(name, ())):
                scores[at] += value * weight
        return dict(shares(dict(zip(self.tiers, scores, strict=True))))


def things_said(said: TextHeard, rules: ByRules) -> Iterator[tuple[str, float]]:
    """Names, and how much each says: of the ears the logarithm of the probability of each tier; of the rules 1, if they heard it."""
    for ear, tiers in (("whole", said.whole), ("words", said.words)):
        yield from ((f"{ear} {tier}", math.log(max(share, _LEAST))) for tier, share in tiers.items())
    if rules.tier:
        yield f"rules {rules.tier}", 1
    facts = {
        "denied": rules.denied,
        "idiom": rules.idiom,
        "body": rules.body,
        "english": said.in_english,
    }
    yield from ((name, 1) for name, is_so in facts.items() if is_so)
    yield "length", min(len(said.text.split()), _LONG) / _LONG


def to_be_judged(folder: Path) -> list[ForeignSample]:
    """Sentences that no ear was taught. Raises OSError and ValueError."""
    lines = (line for path in _files(folder) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        ForeignSample(language, kind, said) for language, kind, said in (each.split("\t") for each in lines)
    ]


def hash_of_judged(folder: Path) -> str:
    """Rules have no part in the hash: they change often, and the judge hardly with them."""
    whole = hashlib.sha256()
    for path in _files(folder):
        whole.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for ear in (LEARNT, OTHERS, DEEP):
        whole.update((folder / ear).read_bytes())
    return whole.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted((folder / TO_BE_JUDGED).glob("*.tsv"))


def write_judge(folder: Path, judge: Judge) -> None:
    """A line for each thing said."""
    found = asdict(judge)
    rows = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in found.pop("weights").items()]
    head = [f" {json.dumps(name)}: {json.dumps(value)}," for name, value in found.items()]
    lines = ["{", *head, ' "weights": {', ",\n".join(rows), " }", "}"]
    (folder / JUDGE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_judge(folder: Path) -> Judge | None:
    """None if nothing was learnt: then only rules listen for danger. Raises ContentFault."""
    if not (folder / JUDGE).is_file():
        return None
    try:
        return _judge_from(folder)
    except (OSError, AttributeError, *UNREADABLE) as error:
        raise ContentFault([_fault(f"can't be read ({error}); {MAKE_ANEW}")]) from None


def judge_faults(folder: Path) -> list[Fault]:
    if not _files(folder):
        return []
    try:
        fits = _judge_from(folder).sources == hash_of_judged(folder)
    except (OSError, AttributeError, *UNREADABLE):
        return [_fault(f"can't be read; {MAKE_ANEW}")]
    return [] if fits else [_fault(f"was learnt from other sentences or ears; {MAKE_ANEW}")]


def _judge_from(folder: Path) -> Judge:
    found = json.loads((folder / JUDGE).read_text(encoding="utf-8"))
    weights = {name: tuple(map(float, row)) for name, row in found["weights"].items()}
    return Judge(found["sources"], tuple(found["tiers"]), tuple(map(float, found["start"])), weights)


def _fault(what: str) -> Fault:
    return Fault(JUDGE.as_posix(), "the file", what)
