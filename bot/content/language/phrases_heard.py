"""Reads what people may type from content/hearing/<language>.toml, and checks that it can be heard."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from bot.content.faults import ContentFault, Fault
from bot.content.language.when_heard import days_and_months, when_faults, when_words
from bot.content.source.language_tags import ENGLISH
from bot.content.source.schema import HearingFile, Spoken
from bot.content.source.toml import read_toml
from bot.domain.library.exercise import Tag
from bot.domain.person.pain_notes import Morning
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import SoreSpot
from bot.domain.plain_text import phrase, phrase_or_signs, plain
from bot.domain.progress.diary import Rating
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.domain.typed.dates import DateWords
from bot.domain.typed.quantities import QuantityWords
from bot.domain.typed.said.how_said import HowWords
from bot.domain.typed.said.pain_said import PainWords
from bot.domain.typed.said.place_said import PlaceNamed
from bot.domain.typed.said.said_back import SaidBack
from bot.domain.typed.said.signs_said import AboutMe
from bot.domain.typed.vocabulary import Edit, Vocabulary
from bot.domain.typed.wishes.wish import Wish

Kind = TypeVar("Kind", bound=Enum)
Meaning = TypeVar("Meaning")
Words = TypeVar("Words", DateWords, QuantityWords, PainWords, HowWords)

FOLDER = "hearing"
SMALL_WORDS = "other-languages"
"""The file of what is heard in whatever language: yes, no, stop."""

BESIDE = "beside"
"""The key of the words that may stand beside phrases of the same table, where nothing else may."""

SIDES = "sides"
"""The key of the words that say that something is only on one side of the body."""

BEGINS = "begins"
"""The key of the words with which an answer begins, whatever comes after them."""


def vocabulary(folder: Path, language: str = ENGLISH) -> Vocabulary:
    """English is understood in every language, except for words that mean something else in that language.

    Raises ContentFault.
    """
    heard, faults = _in_all(folder)
    faults = [*faults, *when_faults(folder)]
    if language != ENGLISH and _is_there(folder, language):
        theirs, more = _read(folder, language)
        heard, faults = _with_english(theirs, heard), faults + more
    if faults:
        raise ContentFault(faults)
    return replace(heard, when=when_words(folder, language))


def _in_all(folder: Path) -> tuple[Vocabulary, list[Fault]]:
    """English, and the small words of every language that mean nothing else in it."""
    english, faults = _read(folder, ENGLISH)
    small, more = _read(folder, SMALL_WORDS) if _is_there(folder, SMALL_WORDS) else (Vocabulary(), [])
    return _with_english(english, small), faults + more


def small_words(folder: Path) -> frozenset[str]:
    """What is heard in whatever language, but for words of hurting, as `phrase` leaves it."""
    _, file, _ = _file(folder, SMALL_WORDS)
    if file is None:
        return frozenset()
    tables: tuple[Spoken, ...] = (file.moves, file.nods, file.wishes, file.signs, file.replies)
    spoken = (
        said for table in tables for name, said in table.items() if name not in (Move.HURTS.name, BESIDE)
    )
    return frozenset(phrase(each) for said in spoken for each in said)


def hearing_faults(folder: Path, language: str) -> list[Fault]:
    return _read(folder, language)[1] if language == ENGLISH or _is_there(folder, language) else []


def hearing_lags(folder: Path, language: str) -> list[Fault]:
    """The file or the sections that only English has. An empty section is empty on purpose."""
    if not _is_there(folder, language):
        return [Fault(f"{FOLDER}/{language}.toml", "the file", "is missing")]
    (_, english, _), (name, theirs, _) = (_file(folder, each) for each in (ENGLISH, language))
    lacking = english.model_fields_set - theirs.model_fields_set if english and theirs else frozenset()
    return [Fault(name, section, "is missing") for section in HearingFile.model_fields if section in lacking]


def _is_there(folder: Path, language: str) -> bool:
    return (folder / FOLDER / f"{language}.toml").is_file()


def _with_english(theirs: Vocabulary, english: Vocabulary) -> Vocabulary:
    return Vocabulary(
        {**english.moves, **theirs.moves},
        {**english.wishes, **theirs.wishes},
        {**english.edits, **theirs.edits},
        {**english.nods, **theirs.nods},
        {**english.pains, **theirs.pains},
        {**english.places, **theirs.places},
        {**english.signs, **theirs.signs},
        (),
        _both(theirs.dates, english.dates),
        _both(theirs.quantities, english.quantities),
        {**english.replies, **theirs.replies},
        {**english.tags, **theirs.tags},
        english.beside_tags | theirs.beside_tags,
        english.one_side | theirs.one_side,
        english.beside_signs | theirs.beside_signs,
        {**english.moved, **theirs.moved},
        english.beside_moved | theirs.beside_moved,
        english.after_alarm | theirs.after_alarm,
        english.begins_signs | theirs.begins_signs,
        english.seen_by | theirs.seen_by,
        english.found_well | theirs.found_well,
        english.beside_replies | theirs.beside_replies,
        _both(theirs.hurting, english.hurting),
        _both(theirs.how, english.how),
        {**english.order, **theirs.order},
        english.beside_order | theirs.beside_order,
    )


def _both(theirs: Words, english: Words) -> Words:
    said = frozenset(word for each in fields(theirs) for word in getattr(theirs, each.name))
    both: dict[str, Any] = {}
    for each in fields(theirs):
        own, other = getattr(theirs, each.name), getattr(english, each.name)
        if isinstance(own, frozenset):
            both[each.name] = own | (other - said)
        else:
            both[each.name] = {word: other[word] for word in other.keys() - said} | own
    return replace(theirs, **both)


def _read(folder: Path, language: str) -> tuple[Vocabulary, list[Fault]]:
    name, file, faults = _file(folder, language)
    if file is None:
        return Vocabulary(), faults
    reading = _Phrases(name, days_and_months(folder, language))
    return reading.vocabulary(file), reading.faults


def _file(folder: Path, language: str) -> tuple[str, HearingFile | None, list[Fault]]:
    name = f"{FOLDER}/{language}.toml"
    return name, *read_toml(folder / name, name, HearingFile)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Reads the phrases of one file and collects its faults. `dated`: days and months by their names."""

    file: str
    dated: tuple[Mapping[str, int], Mapping[str, int]] = ({}, {})
    faults: list[Fault] = field(default_factory=list)

    def vocabulary(self, file: HearingFile) -> Vocabulary:
        return Vocabulary(
            self._enum("moves", file.moves, Move),
            self._enum("wishes", file.wishes, Wish),
            self._enum("edits", file.edits, Edit),
            self._enum("nods", file.nods, Nod),
            self._enum("pains", file.pains, Pain),
            self._enum("places", file.places, SoreSpot),
            self._enum("signs", _without_beside(file.signs), AboutMe),
            (),
            self._dates(file),
            self._quantities(file),
            self._enum("replies", _without_beside(file.replies), SaidBack),
            self._enum("tags", _without_beside(file.tags), Tag),
            self._all(f"tags, {BESIDE}", file.tags.get(BESIDE, ()), phrase),
            self._all(f"tags, {SIDES}", file.tags.get(SIDES, ()), phrase),
            self._all(f"signs, {BESIDE}", file.signs.get(BESIDE, ()), phrase),
            self._enum("moved", _without_beside(file.moved), Tag),
            self._all(f"moved, {BESIDE}", file.moved.get(BESIDE, ()), phrase),
            self._all("alarms, over", file.alarms.over, phrase),
            self._all(f"signs, {BEGINS}", file.signs.get(BEGINS, ()), phrase),
            self._all("alarms, seen-by", file.alarms.seen_by, phrase),
            self._all("alarms, found-well", file.alarms.found_well, phrase),
            self._all(f"replies, {BESIDE}", file.replies.get(BESIDE, ()), phrase),
            self._hurting(file),
            self._how(file),
            self._enum("order", _without_beside(file.order), PlaceNamed),
            self._all(f"order, {BESIDE}", file.order.get(BESIDE, ()), phrase),
        )

    def _enum(self, where: str, table: Spoken, kinds: type[Kind]) -> dict[str, Kind]:
        def named(name: str) -> Kind | None:
            return kinds.__members__.get(name)

        return self._meanings(where, table, named, phrase_or_signs, tuple(kinds.__members__))

    def _dates(self, file: HearingFile) -> DateWords:
        weekdays, months = self.dated
        heard = {name: self._all(f"dates, {name}", spoken, plain) for name, spoken in file.dates}
        return DateWords(weekdays, months, **heard)

    def _quantities(self, file: HearingFile) -> QuantityWords:
        return QuantityWords(
            self._meanings("numbers", file.numbers, _number(1, 99), phrase),
            **{name: self._all(f"quantities, {name}", spoken, phrase) for name, spoken in file.quantities},
        )

    def _hurting(self, file: HearingFile) -> PainWords:
        return PainWords(
            felt=self._enum("felt", file.felt, Stage),
            numbers={phrase(each): int(name) for name, spoken in file.numbers.items() for each in spoken},
            **{name: self._all(f"hurting, {name}", spoken, phrase) for name, spoken in file.hurting},
        )

    def _how(self, file: HearingFile) -> HowWords:
        return HowWords(
            self._enum("rated", file.rated, Rating),
            self._enum("mornings", file.mornings, Morning),
            **{name: self._all(f"how, {name}", spoken, phrase) for name, spoken in file.how},
        )

    def _meanings(
        self,
        where: str,
        table: Spoken,
        meant: Callable[[str], Meaning | None],
        heard: Callable[[str], str],
        known: Iterable[str] = (),
    ) -> dict[str, Meaning]:
        names: dict[str, str] = {}
        meanings: dict[str, Meaning] = {}
        for name, spoken in table.items():
            if (meaning := meant(name)) is None:
                near = get_close_matches(name, known, n=1)
                hint = f", did you mean '{near[0]}'?" if near else ""
                self._fault(where, f"'{name}' means nothing to the program{hint}")
                continue
            for each in self._all(f"{where}, {name}", spoken, heard):
                if names.setdefault(each, name) != name:
                    self._fault(where, f"'{each}' means both {names[each]} and {name}")
                meanings[each] = meaning
        return meanings

    def _all(self, where: str, spoken: Iterable[str], heard: Callable[[str], str]) -> frozenset[str]:
        for text in spoken:
            if not heard(text):
                self._fault(where, f"'{' '.join(text.split())}' is never heard")
        return frozenset(heard(text) for text in spoken) - {""}

    def _fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(self.file, where, what))


def _without_beside(table: Spoken) -> Spoken:
    return {name: said for name, said in table.items() if name not in (BESIDE, BEGINS, SIDES)}


def _number(least: int, most: int) -> Callable[[str], int | None]:
    return lambda name: int(name) if name.isdecimal() and least <= int(name) <= most else None
