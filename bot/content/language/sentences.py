"""Checks the Fluent files: syntax, lengths, forbidden words, and whether screens and files have the same ids."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.content.faults import Fault
from bot.content.language.rehearsal import Samples, unsayable
from bot.content.language.usage import Usage
from bot.content.language.wording import Piece, patterns, said
from bot.content.language.words import TOO_DEEP
from bot.content.source.language_tags import ENGLISH
from bot.content.source.schema import ForbiddenFile
from bot.content.source.text_file import text_of
from bot.domain.library.exercise import Equipment, Purpose, Side, Tag
from bot.domain.library.topic import Group
from bot.domain.person.person import Age, Seen
from bot.domain.progress.diary import Rating
from bot.domain.progress.kind_words import About

Limits = tuple[tuple[str, int], ...]

A_ROW = 32
"""Code points of a label with a row to itself. In translations, longer labels get one."""

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
"""Code points, by the beginning of an id (the first match counts): Telegram's limits, and for labels those of a narrow
phone."""

TRANSLATED_LIMITS: Limits = tuple((prefix, max(most, A_ROW)) for prefix, most in LIMITS)

A_VALUE = 2
"""Code points counted for a value, since its text is unknown here."""

PLURALS = {"zero", "one", "two", "few", "many"}
"""Unicode's, without "other", which also stands where no number is meant."""

A_NUMBER = 3
A_TEXT = "Ana"

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
    "done-": tuple(about.value for about in About),
    "button-has-": tuple(thing.value for thing in Equipment),
}
"""Beginnings of ids that end in a value of the code. Each value must have a sentence."""


@dataclass(slots=True)
class Sentence:
    """`values`: used by the sentence itself or by sentences that it `refers` to. `numbers`: the values it counts by."""

    id: str
    length: int
    text: str
    values: set[str]
    numbers: set[str]
    refers: set[str]


@dataclass(slots=True)
class SentenceFile:
    """The readable part of a file. `resource` is None if nothing could be read."""

    name: str
    resource: ast.Resource | None = None
    sentences: list[Sentence] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def sentence_faults(folder: Path, forbidden: ForbiddenFile, usage: Usage) -> Iterator[Fault]:
    english = _read(folder, ENGLISH)
    yield from english.faults
    if english.resource is None:
        return
    words = patterns(forbidden)
    by_id = {sentence.id: sentence for sentence in english.sentences}
    for sentence in english.sentences:
        yield from _too_long(english.name, sentence, LIMITS)
        yield from said(
            Piece(english.name, sentence.id, sentence.text), words, forbidden.allowed.get(sentence.id, ())
        )
    yield from unsayable(english.name, ENGLISH, english.resource, _samples(english.sentences, by_id))
    yield from _families(english.name, set(by_id))
    yield from _used(english.name, by_id, usage)


def translation_faults(folder: Path, language: str) -> Iterator[Fault]:
    theirs = _read(folder, language)
    yield from theirs.faults
    english = {sentence.id: sentence for sentence in _read(folder, ENGLISH).sentences}
    for sentence in theirs.sentences:
        yield from _too_long(theirs.name, sentence, TRANSLATED_LIMITS)
        if sentence.id not in english:
            yield Fault(theirs.name, sentence.id, f"is not in words/{ENGLISH}.ftl")
        elif unknown := sentence.values - english[sentence.id].values:
            what = f"asks for {', '.join(sorted(unknown))}, which is not told to it"
            yield Fault(theirs.name, sentence.id, what)
    if theirs.resource:
        yield from unsayable(theirs.name, language, theirs.resource, _samples(theirs.sentences, english))


def sentence_lags(folder: Path, language: str) -> Iterator[Fault]:
    theirs = _read(folder, language)
    there = {sentence.id for sentence in theirs.sentences}
    english = (sentence.id for sentence in _read(folder, ENGLISH).sentences)
    yield from (Fault(theirs.name, id_, "is missing") for id_ in english if id_ not in there)


def _samples(sentences: Iterable[Sentence], english: Mapping[str, Sentence]) -> dict[str, Samples]:
    counted = {sentence.id: english[sentence.id].numbers for sentence in sentences if sentence.id in english}
    return {
        sentence.id: {
            name: A_NUMBER if name in counted.get(sentence.id, ()) else A_TEXT for name in sentence.values
        }
        for sentence in sentences
    }


def _read(folder: Path, language: str) -> SentenceFile:
    file = SentenceFile(f"words/{language}.ftl")
    text, file.faults = text_of(folder / file.name, file.name)
    if text is None:
        return file
    try:
        resource = FluentParser().parse(text)
        file.sentences = [_sentence(entry) for entry in resource.body if isinstance(entry, ast.Message)]
    except RecursionError:
        file.faults = [Fault(file.name, "the file", TOO_DEEP)]
        return file
    file.resource = resource
    junk = (entry for entry in resource.body if isinstance(entry, ast.Junk))
    file.faults = [fault for entry in junk for fault in _junk(file.name, text, entry)]
    file.faults += _twice(file.name, file.sentences)
    _ask_for_what_they_refer_to(file.sentences)
    return file


def _ask_for_what_they_refer_to(sentences: Iterable[Sentence]) -> None:
    by_id = {sentence.id: sentence for sentence in sentences}
    for sentence in sentences:
        reached: set[str] = set()
        ahead = set(sentence.refers)
        while ahead := (ahead & by_id.keys()) - reached:
            reached |= ahead
            ahead = set().union(*(by_id[id_].refers for id_ in ahead))
        for other in (by_id[id_] for id_ in reached):
            sentence.values |= other.values
            sentence.numbers |= other.numbers


def _junk(file: str, text: str, entry: ast.Junk) -> Iterator[Fault]:
    for note in entry.annotations or []:
        start = note.span.start if note.span else 0
        yield Fault(file, f"line {text.count(chr(10), 0, start) + 1}", f"is not Fluent: {note.message}")


class _Reading(Visitor):
    """Collects a message's texts in all its variants, its values, and its references."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.values: set[str] = set()
        self.numbers: set[str] = set()
        self.refers: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.texts.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.refers.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        counts = any(_is_of_numbers(variant.key) for variant in node.variants)
        if counts and isinstance(node.selector, ast.VariableReference):
            self.numbers.add(node.selector.id.name)
        self.generic_visit(node)


def _is_of_numbers(key: ast.Identifier | ast.NumberLiteral) -> bool:
    return isinstance(key, ast.NumberLiteral) or key.name in PLURALS


def _sentence(message: ast.Message) -> Sentence:
    reading = _Reading()
    reading.visit(message)
    return Sentence(
        message.id.name,
        _length(message.value),
        "".join(reading.texts),
        reading.values,
        reading.numbers,
        reading.refers,
    )


def _length(pattern: ast.Pattern | None) -> int:
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
