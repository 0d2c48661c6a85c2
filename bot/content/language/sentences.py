"""Checks the Fluent files: syntax, lengths, forbidden words, and whether screens and files agree on the ids."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.content.faults import Fault
from bot.content.language.usage import Usage
from bot.content.language.wording import Piece, patterns, said
from bot.content.source.schema import ENGLISH, ForbiddenFile
from bot.content.source.toml import text_of
from bot.domain.library.exercise import Equipment, Purpose, Side, Tag
from bot.domain.library.topic import Group
from bot.domain.person.person import Age, Seen
from bot.domain.progress.diary import Rating

Limits = tuple[tuple[str, int], ...]

A_ROW = 32
"""Code points of a label that has a row to itself: in another language, that is where longer ones go."""

LIMITS: Limits = (
    ("button-", 16),
    ("tag-", 16),
    ("move-", 20),
    ("purpose-", 16),
    ("group-", A_ROW),
    ("choice-", A_ROW),
    ("toast-", 200),
    ("command-", 100),
    ("bot-short-description", 120),
    ("bot-description", 512),
    ("", 4096),
)
"""Code points, by how an id begins, the first that fits: Telegram's limits, and for labels those of a narrow phone."""

TRANSLATED_LIMITS: Limits = tuple((prefix, max(most, A_ROW)) for prefix, most in LIMITS)

A_VALUE = 2
"""Code points counted for a value, which is not known here."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "tag-": tuple(tag.value for tag in Tag),
    "side-": tuple(side.value for side in Side),
    "switch-": tuple(side.value for side in Side),
    "choice-seen-": tuple(seen.value for seen in Seen),
    "button-age-": tuple(age.value for age in Age),
    "equipment-": tuple(thing.value for thing in Equipment),
    "purpose-": tuple(purpose.value for purpose in Purpose),
    "group-": tuple(group.value for group in Group),
    "button-rate-": tuple(rating.value for rating in Rating),
    "player-rated-": tuple(rating.value for rating in Rating),
    "button-has-": tuple(thing.value for thing in Equipment),
}
"""Ids that end in a value of the code: there must be one for each."""


@dataclass(slots=True)
class Sentence:
    id: str
    length: int
    text: str
    values: set[str]


def sentence_faults(folder: Path, forbidden: ForbiddenFile, usage: Usage) -> Iterator[Fault]:
    file, sentences, faults = _read(folder, ENGLISH)
    yield from faults
    if sentences is None:
        return
    words = patterns(forbidden)
    for sentence in sentences:
        yield from _too_long(file, sentence, LIMITS)
        yield from said(
            Piece(file, sentence.id, sentence.text), words, forbidden.allowed.get(sentence.id, ())
        )
    yield from _families(file, {sentence.id for sentence in sentences})
    yield from _used(file, {sentence.id: sentence for sentence in sentences}, usage)


def translation_faults(folder: Path, language: str) -> Iterator[Fault]:
    """What is wrong with the sentences of another language, and which of them are English still."""
    file, sentences, faults = _read(folder, language)
    yield from faults
    english = {sentence.id: sentence for sentence in _read(folder, ENGLISH)[1] or ()}
    for sentence in sentences or ():
        yield from _too_long(file, sentence, TRANSLATED_LIMITS)
        if sentence.id not in english:
            yield Fault(file, sentence.id, f"is not in words/{ENGLISH}.ftl")
        elif unknown := sentence.values - english[sentence.id].values:
            yield Fault(file, sentence.id, f"asks for {', '.join(sorted(unknown))}, which is not told to it")
    there = {sentence.id for sentence in sentences or ()}
    yield from (Fault(file, id_, "is missing") for id_ in english if id_ not in there)


def _read(folder: Path, language: str) -> tuple[str, list[Sentence] | None, list[Fault]]:
    """The file, and its sentences; None where it can't be read."""
    file = f"words/{language}.ftl"
    text, faults = text_of(folder / file, file)
    if text is None:
        return file, None, faults
    resource = FluentParser().parse(text)
    junk = (entry for entry in resource.body if isinstance(entry, ast.Junk))
    sentences = [_sentence(entry) for entry in resource.body if isinstance(entry, ast.Message)]
    return (
        file,
        sentences,
        [*(fault for entry in junk for fault in _junk(file, text, entry)), *_twice(file, sentences)],
    )


def _junk(file: str, text: str, entry: ast.Junk) -> Iterator[Fault]:
    for note in entry.annotations or []:
        start = note.span.start if note.span else 0
        yield Fault(file, f"line {text.count(chr(10), 0, start) + 1}", f"is not Fluent: {note.message}")


class _Reading(Visitor):
    """Gathers what a message can say, all variants of it, and the values it asks for."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.values: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.texts.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)


def _sentence(message: ast.Message) -> Sentence:
    reading = _Reading()
    reading.visit(message)
    return Sentence(message.id.name, _length(message.value), "".join(reading.texts), reading.values)


def _length(pattern: ast.Pattern | None) -> int:
    """Code points of the longest that a pattern can say, with short values."""
    return sum(_element(element) for element in pattern.elements) if pattern else 0


def _element(element: ast.TextElement | ast.Placeable) -> int:
    if isinstance(element, ast.TextElement):
        return len(element.value)
    if isinstance(element.expression, ast.SelectExpression):
        return max(_length(variant.value) for variant in element.expression.variants)
    return A_VALUE


def _twice(file: str, sentences: list[Sentence]) -> Iterator[Fault]:
    counts = Counter(sentence.id for sentence in sentences)
    for id_ in (id_ for id_, count in counts.items() if count > 1):
        yield Fault(file, id_, "stands here twice")


def _too_long(file: str, sentence: Sentence, limits: Limits) -> Iterator[Fault]:
    most = next(most for prefix, most in limits if sentence.id.startswith(prefix))
    if sentence.length > most:
        yield Fault(file, sentence.id, f"is {sentence.length} characters long; {most} fit")


def _families(file: str, ids: set[str]) -> Iterator[Fault]:
    for prefix, endings in FAMILIES.items():
        for id_ in (prefix + ending for ending in endings):
            if id_ not in ids:
                yield Fault(file, id_, f"is missing; every '{prefix}…' of the code needs its words")


def _used(file: str, sentences: dict[str, Sentence], usage: Usage) -> Iterator[Fault]:
    for id_ in sentences:
        if not usage.names(id_):
            yield Fault(file, id_, "is used by no screen")
    for built in usage.built:
        if not any(map(built.shape.fullmatch, sentences)):
            yield Fault(built.file, f"line {built.line}", "builds an id that fits nothing in words/en.ftl")
    for call in usage.calls:
        sentence = sentences.get(call.id)
        if sentence is None:
            yield Fault(call.file, f"line {call.line}", f"says '{call.id}', which words/en.ftl does not have")
        elif call.values is not None and (missing := sentence.values - call.values):
            what = f"says '{call.id}' without its {', '.join(sorted(missing))}"
            yield Fault(call.file, f"line {call.line}", what)
