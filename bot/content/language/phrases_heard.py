"""Reads what people may type, language by language, and checks that it can be heard: content/hearing/<language>.toml."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from bot.content.faults import ContentFault, Fault
from bot.content.source.schema import ENGLISH, HearingFile, Spoken
from bot.content.source.toml import read_toml
from bot.domain.person.what_rests import SoreSpot
from bot.domain.plain_text import phrase, phrase_or_signs, plain, words_of
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.domain.typed.dates import DateWords
from bot.domain.typed.quantities import QuantityWords
from bot.domain.typed.times import DayWords
from bot.domain.typed.vocabulary import AboutMe, Edit, Vocabulary, Wish

Kind = TypeVar("Kind", bound=Enum)
Meaning = TypeVar("Meaning")
Words = TypeVar("Words", DayWords, DateWords, QuantityWords)

FOLDER = "hearing"
NO_TIMES = ("later", "to", "filler")
"""What else stands among the times: words beside them."""


def vocabulary(folder: Path, language: str = ENGLISH) -> Vocabulary:
    """In every language what is said in English is understood too, where the language does not mean something else by it.

    Raises ContentFault.
    """
    heard, faults = _read(folder, ENGLISH)
    if language != ENGLISH and (folder / FOLDER / f"{language}.toml").is_file():
        theirs, more = _read(folder, language)
        heard, faults = _with_english(theirs, heard), faults + more
    if faults:
        raise ContentFault(faults)
    return heard


def hearing_faults(folder: Path, language: str) -> list[Fault]:
    return _read(folder, language)[1]


def hearing_lags(folder: Path, language: str) -> list[Fault]:
    """The sections that are there in English alone. One that is there and empty was left so on purpose."""
    (_, english, _), (name, theirs, _) = (_file(folder, each) for each in (ENGLISH, language))
    lacking = english.model_fields_set - theirs.model_fields_set if english and theirs else frozenset()
    return [Fault(name, section, "is missing") for section in HearingFile.model_fields if section in lacking]


def _with_english(theirs: Vocabulary, english: Vocabulary) -> Vocabulary:
    return Vocabulary(
        {**english.moves, **theirs.moves},
        {**english.wishes, **theirs.wishes},
        {**english.edits, **theirs.edits},
        {**english.nods, **theirs.nods},
        {**english.pains, **theirs.pains},
        {**english.places, **theirs.places},
        {**english.signs, **theirs.signs},
        _both(theirs.days, english.days),
        _both(theirs.dates, english.dates),
        _both(theirs.quantities, english.quantities),
    )


def _both(theirs: Words, english: Words) -> Words:
    """English words that theirs do not say in any sense stand beside them."""
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
    reading = _Phrases(name)
    return reading.vocabulary(file), reading.faults


def _file(folder: Path, language: str) -> tuple[str, HearingFile | None, list[Fault]]:
    name = f"{FOLDER}/{language}.toml"
    return name, *read_toml(folder / name, name, HearingFile)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of one file; gathers its faults."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def vocabulary(self, file: HearingFile) -> Vocabulary:
        days = self._days(file)
        return Vocabulary(
            self._enum("moves", file.moves, Move),
            self._enum("wishes", file.wishes, Wish),
            self._enum("edits", file.edits, Edit),
            self._enum("nods", file.nods, Nod),
            self._enum("pains", file.pains, Pain),
            self._enum("places", file.places, SoreSpot),
            self._enum("signs", file.signs, AboutMe),
            days,
            self._dates(file, days.days),
            self._quantities(file),
        )

    def _enum(self, where: str, table: Spoken, kinds: type[Kind]) -> dict[str, Kind]:
        def named(name: str) -> Kind | None:
            return kinds.__members__.get(name)

        return self._meanings(where, table, named, phrase_or_signs, tuple(kinds.__members__))

    def _days(self, file: HearingFile) -> DayWords:
        beside = {name: self._all(f"times, {name}", file.times.get(name, ()), _one_word) for name in NO_TIMES}
        times = {name: spoken for name, spoken in file.times.items() if name not in NO_TIMES}
        return DayWords(
            self._meanings("days", file.days, _weekdays, _one_word),
            self._meanings("times", times, _time, _one_word),
            **beside,
            **{name: self._all(f"clock, {name}", spoken, plain) for name, spoken in file.clock},
        )

    def _dates(self, file: HearingFile, weekdays: Mapping[str, frozenset[int]]) -> DateWords:
        return DateWords(
            {word: min(days) for word, days in weekdays.items() if len(days) == 1},
            self._meanings("months", file.months, _number(1, 12), _one_word),
            **{name: self._all(f"dates, {name}", spoken, plain) for name, spoken in file.dates},
        )

    def _quantities(self, file: HearingFile) -> QuantityWords:
        return QuantityWords(
            self._meanings("numbers", file.numbers, _number(1, 99), phrase),
            **{name: self._all(f"quantities, {name}", spoken, phrase) for name, spoken in file.quantities},
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
                why = "; it is compared word by word" if heard is _one_word else ""
                self._fault(where, f"'{' '.join(text.split())}' is never heard{why}")
        return frozenset(heard(text) for text in spoken) - {""}

    def _fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(self.file, where, what))


def _one_word(text: str) -> str:
    """Nothing where it is more than that, for it is compared word by word."""
    found = words_of(text)
    return found[0] if len(found) == 1 else ""


def _weekdays(name: str) -> frozenset[int] | None:
    """Days go by what they mean in numbers: "0" is Monday, "0-4" the days from Monday to Friday."""
    first, _, last = name.partition("-")
    ends = _number(0, 6)(first), _number(0, 6)(last or first)
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        return None
    return frozenset(range(ends[0], ends[1] + 1))


def _time(name: str) -> time | None:
    try:
        return time.fromisoformat(name)
    except ValueError:
        return None


def _number(least: int, most: int) -> Callable[[str], int | None]:
    return lambda name: int(name) if name.isdecimal() and least <= int(name) <= most else None
