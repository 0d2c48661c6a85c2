"""Teaches the deep ear by the examples, and writes what it has learnt into the content folder: an hour of two cores."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from bot.content.ear.deep.deep_file import DeepFacts, DeepLearnt, deep_from, write_deep
from bot.content.ear.deep.word_pieces import PADDING, WordPieces
from bot.content.ear.learnt import DEEP
from bot.content.ear.sentences_heard import ForeignSample, hash_of_all
from bot.learning.deep.deep_network import Weights, first_weights, learnt_weights, scores, tables
from bot.learning.deep.kept_pieces import kept_pieces
from bot.learning.deep.slips import hurried
from bot.learning.deep.source_model import SourceModel, source_model
from bot.learning.lessons import TIERS, dangers_and_wishes, dangers_in

LAYERS = tuple(range(12))
"""Those of the source that it begins with; bot/learning/README.md tells what fewer of them lose."""

ROUNDS = 3
"""How often each sentence is seen, each time with other slips."""

_AT_ONCE, _LONGEST = 48, 56
"""Sentences a step; pieces of a sentence."""

_FASTEST, _FASTEST_HEAD = 8e-5, 1e-3
"""How far a step goes, for what is known and for the new heads."""

_FURTHER = 0.5
"""What is left of that where it was taught before."""

_REPEATED, _NEWER = 8, 4
"""Beside newer sentences, each seen so often in a round, one in so many of the others is seen again, so that nothing is forgotten. Seen once a
round, a few hundred among twenty thousand others changed nothing.
"""

_WARMING, _SLOWEST = 0.06, 0.02
"""The share of steps in which it grows to that, and what is left of it at the end."""

_EVENED = 0.4
"""0: each sentence counts alike; 1: each tier of each language does, however many sentences it has."""

_UNSURE, _LANGUAGE_COUNTS = 0.05, 0.2
"""How much is left to the other tiers; how much the language counts beside the tier."""

_SORTED_TOGETHER = 40
"""So many steps' sentences are sorted by length, so that little is filled up."""

_TOLD_EVERY = 50

_THREADS = 2

_HEADS = frozenset({"said", "said.start"})
_KEPT = frozenset({"word", "places"})
"""These stay as they are in the source."""


def learn_deep(content: Path, rounds: int = ROUNDS, tell: Callable[[str], None] = print) -> None:
    """`tell`: of how far it is. The same sentences teach the same on the same kind of machine."""
    samples, source = dangers_and_wishes(content), source_model()
    kept = kept_pieces(source, (each.sentence for each in samples))
    languages = tuple(sorted({each.language for each in samples}))
    first = first_weights(source, kept, LAYERS, len(TIERS) + len(languages))
    _learn(content, Beginning(source, kept, languages, first), samples, rounds, tell)


def learn_further(
    content: Path, newest: str, rounds: int = ROUNDS, tell: Callable[[str], None] = print
) -> None:
    """Begins with what was learnt, and takes a fifth of the time. `newest`: a part of the names of the files with newer examples. Raises
    what `deep_from` does, and ValueError if another source was learnt from.
    """
    samples, new = dangers_and_wishes(content), dangers_in(content, newest)
    source, learnt = source_model(), deep_from(content / DEEP)
    if learnt.facts.source != source.hash:
        raise ValueError(f"{DEEP} began with another model")
    numbers = {piece: number for number, piece in enumerate(source.pieces)}
    kept = [numbers[piece] for piece in learnt.pieces]
    first = learnt_weights(learnt.tables, source.rows("emb.word", source.width)[kept])
    begins = Beginning(source, kept, learnt.facts.languages, first, _FURTHER)
    _learn(content, begins, [*samples[::_REPEATED], *(new * _NEWER)], rounds, tell)


@dataclass(frozen=True, slots=True)
class Beginning:
    """`kept`: the numbers of the pieces in the source. `pace`: how far a step goes, as a share of the usual."""

    source: SourceModel
    kept: list[int]
    languages: tuple[str, ...]
    weights: Weights
    pace: float = 1.0


def _learn(
    content: Path,
    begins: Beginning,
    samples: Sequence[ForeignSample],
    rounds: int,
    tell: Callable[[str], None],
) -> None:
    torch.manual_seed(1)
    torch.set_num_threads(_THREADS)
    source, kept = begins.source, begins.kept
    pieces, worth = tuple(source.pieces[each] for each in kept), source.worth[kept]
    lesson = Lesson(samples, begins.languages, WordPieces(pieces, worth.tolist()), source.heads, begins.pace)
    taught = _taught(begins.weights, lesson, rounds, tell)
    facts = DeepFacts(source.hash, hash_of_all(content), TIERS, begins.languages, len(LAYERS), source.heads)
    write_deep(
        content / DEEP, DeepLearnt(facts, pieces, {**tables(taught, source, kept), "word.worth": worth})
    )


@dataclass(frozen=True, slots=True)
class Lesson:
    """`heads`: of the network. `pace`: as in a Beginning. `lots`: drawn the same each time."""

    samples: Sequence[ForeignSample]
    languages: tuple[str, ...]
    pieces: WordPieces
    heads: int
    pace: float = 1.0
    lots: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - nothing is to be kept secret

    def counts_for(self) -> dict[tuple[str, str], float]:
        """How much a sentence of a language and tier counts: the more, the fewer there are."""
        counts = Counter((each.language, each.kind) for each in self.samples)
        usual = len(self.samples) / len(counts)
        return {each: (usual / count) ** _EVENED for each, count in counts.items()}

    def steps(self) -> Iterator[list[ForeignSample]]:
        """Every sentence once, those of like length together, in a new order each time."""
        order, steps = self.lots.sample(self.samples, len(self.samples)), []
        for start in range(0, len(order), _AT_ONCE * _SORTED_TOGETHER):
            alike = sorted(
                order[start : start + _AT_ONCE * _SORTED_TOGETHER], key=lambda each: len(each.sentence)
            )
            steps += [alike[at : at + _AT_ONCE] for at in range(0, len(alike), _AT_ONCE)]
        yield from self.lots.sample(steps, len(steps))

    def read(self, together: Sequence[ForeignSample]) -> tuple[Tensor, Tensor]:
        """The pieces of each, a sentence a row, and which of them are there."""
        rows = [self.pieces.numbers(hurried(each.sentence, self.lots), _LONGEST) for each in together]
        longest = max(map(len, rows))
        numbers = torch.tensor([[*row, *[PADDING] * (longest - len(row))] for row in rows])
        return numbers, numbers != PADDING


def _taught(weights: Weights, lesson: Lesson, rounds: int, tell: Callable[[str], None]) -> Weights:
    body = [weights[name].requires_grad_() for name in weights if name not in _HEADS | _KEPT]
    heads = [weights[name].requires_grad_() for name in sorted(_HEADS)]
    fastest, fastest_head = _FASTEST * lesson.pace, _FASTEST_HEAD * lesson.pace
    walk = torch.optim.AdamW([{"params": body, "lr": fastest}, {"params": heads, "lr": fastest_head}])
    counts_for, steps = lesson.counts_for(), rounds * len(list(lesson.steps()))
    pace = torch.optim.lr_scheduler.LambdaLR(walk, lambda step: _learning_rate(step / steps))
    so_far = 0.0
    for step, together in enumerate((each for _ in range(rounds) for each in lesson.steps()), 1):
        with torch.autocast("cpu", torch.bfloat16):  # half as long again without
            loss = _loss(weights, lesson, together, counts_for)
        walk.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        walk.step()
        pace.step()
        so_far += loss.item()
        if step % _TOLD_EVERY == 0:
            tell(f"{step} of {steps} steps, off by {so_far / _TOLD_EVERY:.3f}")
            so_far = 0.0
    return weights


def _learning_rate(done: float) -> float:
    """A factor from 0 to 1. `done`: the share of all steps."""
    return min((done + 1e-4) / _WARMING, max(_SLOWEST, 1 - done))


def _loss(
    weights: Weights,
    lesson: Lesson,
    together: Sequence[ForeignSample],
    counts_for: dict[tuple[str, str], float],
) -> Tensor:
    numbers, there = lesson.read(together)
    said = scores(weights, numbers, there, lesson.heads, learning=True)
    tiers = torch.tensor([TIERS.index(each.kind) for each in together])
    languages = torch.tensor([lesson.languages.index(each.language) for each in together])
    counts = torch.tensor([counts_for[each.language, each.kind] for each in together])
    apart = functional.cross_entropy(said[:, : len(TIERS)], tiers, label_smoothing=_UNSURE, reduction="none")
    off_in_language = functional.cross_entropy(said[:, len(TIERS) :], languages)
    return (apart * counts).sum() / counts.sum() + _LANGUAGE_COUNTS * off_in_language
