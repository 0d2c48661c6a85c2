"""Reads how people name times from content/hearing/when/<language>.toml. All languages are heard, whatever language a person has."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from itertools import product
from pathlib import Path

from bot.content.faults import ContentFault, Fault
from bot.content.source.language_tags import ENGLISH
from bot.content.source.schema import BesideFile, BeyondFile, Spoken, WhenFile, WhichFile
from bot.content.source.toml import read_toml
from bot.domain.plain_text import bare, words_of
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import BesideWords, BeyondWords, Kind, Meaning, WhenWords, WhichWords

FOLDER = "hearing/when"
OTHERS = "others"
"""The file of words that only show that a language is not heard."""

DAY_PARTS = "day-parts"
"""The section of parts of the day that are written in one word with the name of a day."""

WHICH = "which"
"""The section that tells which reminder is meant."""

BESIDE = "beside"
"""The section of what is said beside the time of a reminder."""

BEYOND = "beyond"
"""The section of what a reminder can't do."""

ZONES = "zones"
"""The section of what the clocks of other places are called."""

IN_FULL = "in-full"
"""The section of words that would be others without their signs."""

SPELLED = "spelled"
"""The section of words with other spellings, wherever they stand."""

TENS = (20, 30, 40, 50)
TOGETHER = {"en": "{ten} {unit}", "es": "{ten} y {unit}", "de": "{unit}und{ten}"}
"""How tens and units are put together."""

_KEYS: dict[Kind, range] = {
    Kind.MONTH: range(1, 13),
    Kind.NUMBER: range(60),
    Kind.FRACTION: range(1, 60),
    Kind.TOWARDS: range(1, 60),
    Kind.ONWARDS: range(1, 60),
    Kind.SPAN: range(1, 24 * 60),
    Kind.RHYTHM: range(1, 24 * 60),
    Kind.PUT_OFF: range(24 * 60),
    Kind.COUNT: range(1, 20),
    Kind.WEEKLY: range(1, 8),
    Kind.AHEAD: range(8),
}
_DAYS = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER)
_PARTS = (Kind.PART, Kind.TONIGHT)
_WORDS = tuple(kind for kind in Kind if kind not in (*_KEYS, *_DAYS, *_PARTS))


def when_words(folder: Path, language: str = ENGLISH) -> tuple[WhenWords, ...]:
    """The person's language first, then English, then all others. Raises ContentFault."""
    heard, faults = _read(folder)
    if faults:
        raise ContentFault(faults)
    order = sorted(heard, key=lambda tag: (tag != language, tag != ENGLISH, tag))
    return tuple(heard[tag] for tag in order)


def when_faults(folder: Path) -> list[Fault]:
    return _read(folder)[1]


def _read(folder: Path) -> tuple[dict[str, WhenWords], list[Fault]]:
    return _heard(folder, tuple((path.stem, path.stat().st_mtime_ns) for path in _files(folder)))


def _files(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.toml"))


@lru_cache(maxsize=4)
def _heard(folder: Path, stamps: tuple[tuple[str, int], ...]) -> tuple[dict[str, WhenWords], list[Fault]]:
    """Shared by all people, and read again when a file has changed."""
    read = {tag: _file(folder, tag) for tag, _ in stamps}
    faults = [fault for sections in read.values() for fault in sections.faults]
    others = read.pop(OTHERS).phrases if OTHERS in read else {}
    return {
        tag: WhenWords(
            {**others, **sections.phrases},
            sections.which,
            sections.beside,
            sections.in_full,
            sections.zones,
            sections.beyond,
        )
        for tag, sections in read.items()
    }, faults


def _file(folder: Path, tag: str) -> "_Sections":
    name = f"{FOLDER}/{tag}.toml"
    file, faults = read_toml(folder / name, name, WhenFile)
    reading = _Sections(name, faults)
    for section, spoken in file or ():
        if (name := section.replace("_", "-")) not in (
            SPELLED,
            DAY_PARTS,
            WHICH,
            BESIDE,
            IN_FULL,
            ZONES,
            BEYOND,
        ):
            reading.section(name, spoken)
    reading.join_to_days(file.day_parts if file else {})
    reading.spell(file.spelled if file else {})
    reading.put_together(TOGETHER.get(tag, ""))
    reading.in_full = file.in_full if file else {}
    reading.zones = _zones(file.zones) if file else {}
    reading.which = _which(file.which) if file and file.which else WhichWords()
    reading.beside = BesideWords(*_said_in(file.beside)) if file and file.beside else BesideWords()
    reading.beyond = BeyondWords(*_said_in(file.beyond)) if file and file.beyond else BeyondWords()
    return reading


def _zones(said: Spoken) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for zone, names in said.items():
        for name in (" ".join(words_of(bare(each))) for each in names):
            found[name] = (*found.get(name, ()), zone)
    return found


def _which(file: WhichFile) -> WhichWords:
    return WhichWords(*_said_in(file))


def _said_in(file: WhichFile | BesideFile | BeyondFile) -> Iterator[frozenset[str]]:
    return (frozenset(" ".join(words_of(bare(phrase))) for phrase in phrases) for _, phrases in file)


@dataclass(slots=True)
class _Sections:
    """Reads the phrases of one file and collects its faults."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    phrases: dict[str, dict[Kind, Meaning]] = field(default_factory=dict)
    which: WhichWords = field(default_factory=WhichWords)
    beside: BesideWords = field(default_factory=BesideWords)
    in_full: dict[str, str] = field(default_factory=dict)
    zones: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beyond: BeyondWords = field(default_factory=BeyondWords)

    def section(self, name: str, spoken: Spoken) -> None:
        for key, phrases in spoken.items():
            if (meaning := _meaning(name, key)) is None:
                near = get_close_matches(key, [kind.value for kind in _WORDS], n=1) if name == "words" else []
                hint = f", did you mean '{near[0]}'?" if near else ""
                self.faults.append(Fault(self.file, name, f"'{key}' means nothing to the program{hint}"))
                continue
            for phrase in phrases:
                self._hear(f"{name}, {key}", phrase, meaning)

    def join_to_days(self, parts: Spoken) -> None:
        """Also hears "montagabend", and "montagabends" for every Monday."""
        days = [(phrase, kinds[Kind.DAY]) for phrase, kinds in self.phrases.items() if Kind.DAY in kinds]
        for key, words in parts.items():
            if (part := _meaning(Kind.PART.value, key)) is None:
                self.faults.append(Fault(self.file, DAY_PARTS, f"'{key}' means nothing to the program"))
                continue
            for (phrase, day), word in product(days, words):
                every = Meaning(Kind.EACH, days=day.days)
                self.phrases[f"{phrase}{word}"] = {Kind.DAY: day, Kind.PART: part}
                self.phrases[f"{phrase}{word}s"] = {Kind.EACH: every, Kind.PART: part}

    def put_together(self, pattern: str) -> None:
        """Also hears "twenty-one", "treinta y uno", "einundzwanzig"."""
        numbers = [
            (phrase, kinds[Kind.NUMBER].number)
            for phrase, kinds in self.phrases.items()
            if Kind.NUMBER in kinds
        ]
        tens = [each for each in numbers if each[1] in TENS]
        units = [each for each in numbers if 1 <= each[1] <= 9 and " " not in each[0]]
        for (ten, tenfold), (unit, one) in product(tens, units) if pattern else ():
            phrase = pattern.format(ten=ten, unit=unit)
            self.phrases.setdefault(phrase, {})[Kind.NUMBER] = Meaning(Kind.NUMBER, tenfold + one)

    def spell(self, spelled: Spoken) -> None:
        """Every phrase with one of these words is also heard with the word's other spellings."""
        for phrase, meanings in list(self.phrases.items()):
            every = [(word, *spelled.get(word, ())) for word in phrase.split()]
            for words in product(*every) if any(len(each) > 1 for each in every) else ():
                kinds = self.phrases.setdefault(" ".join(words), {})
                for kind, meaning in meanings.items():
                    kinds.setdefault(kind, meaning)

    def _hear(self, where: str, text: str, meaning: Meaning) -> None:
        phrase = " ".join(words_of(bare(text)))
        if not phrase:
            self.faults.append(Fault(self.file, where, f"'{text}' is never heard"))
            return
        before = self.phrases.setdefault(phrase, {}).setdefault(meaning.kind, meaning)
        if before != meaning:
            self.faults.append(Fault(self.file, where, f"'{phrase}' stands for something else there too"))


def _meaning(section: str, key: str) -> Meaning | None:
    if section == "words":
        kind = next((kind for kind in _WORDS if kind.value == key), None)
        return Meaning(kind) if kind else None
    return _keyed(Kind(section), key)


def _keyed(kind: Kind, key: str) -> Meaning | None:
    if kind in _PARTS:
        part = PartOfDay.__members__.get(key.upper())
        return Meaning(kind, part=part) if part else None
    if kind in _DAYS:
        days = weekdays(key)
        return Meaning(kind, days=days) if days else None
    return Meaning(kind, int(key)) if key.isdecimal() and int(key) in _KEYS[kind] else None


def weekdays(key: str) -> frozenset[int] | None:
    """ "0" is Monday, "0-4" Monday to Friday, "0,2,4" three single days. None for anything else."""
    first, dash, last = key.partition("-")
    days = first.split(",") if not dash else [first, last]
    if not all(len(day) == 1 and day in "0123456" for day in days) or days != sorted(set(days)):
        return None
    numbers = [int(day) for day in days]
    return frozenset(range(numbers[0], numbers[1] + 1)) if dash else frozenset(numbers)


def days_and_months(folder: Path, language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Single days and months by their names; empty if the language has no file."""
    words = _read(folder)[0].get(language, WhenWords())
    return dict(_days(words)), {phrase: month.number for phrase, month in _meaning_of(words, Kind.MONTH)}


def _days(words: WhenWords) -> Iterator[tuple[str, int]]:
    """A word may mean several days. The surest meaning comes last, and so wins."""
    for kind in (Kind.LETTER, Kind.SHORT, Kind.EACH, Kind.DAY):
        for phrase, meaning in _meaning_of(words, kind):
            if len(meaning.days) == 1 and len(phrase) > 1:
                yield phrase, min(meaning.days)


def _meaning_of(words: WhenWords, kind: Kind) -> Iterator[tuple[str, Meaning]]:
    return ((phrase, meanings[kind]) for phrase, meanings in words.phrases.items() if kind in meanings)


def when_lags(folder: Path, language: str) -> list[Fault]:
    name = f"{FOLDER}/{language}.toml"
    return [] if (folder / name).is_file() else [Fault(name, "the file", "is missing")]
