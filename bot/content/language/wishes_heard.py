"""Reads the wordings of wishes from content/hearing/wishes/<language>.toml, and checks that no two wishes claim one phrase."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.faults import ContentFault, Fault
from bot.content.source.language_tags import ENGLISH
from bot.content.source.schema import Wished, WishesFile
from bot.content.source.toml import read_toml
from bot.domain.library.library import Library
from bot.domain.plain_text import bare
from bot.domain.typed.wishes.ideas import (
    MOVE,
    NUMBER,
    TIME,
    Hearing,
    Situation,
    WishWords,
    Wording,
    hear,
    split,
)
from bot.domain.typed.wishes.wish import Wish

FOLDER = "hearing/wishes"

ITSELF = "="
"""The prefix of the idea of a word that stands for itself; no list has such a name."""

_PART = re.compile(r"(!?)(?:\{([a-z.-]+)\}|([^\s{}!]+))")
_EXAMPLES = {NUMBER: "7", TIME: "8:30", MOVE: "sphinx"}
"""Examples for ideas that are no lists of words."""


def wish_words(folder: Path, language: str = ENGLISH) -> WishWords:
    """English is understood in every language. Raises ContentFault."""
    words, faults = _read(folder, ENGLISH)
    if language != ENGLISH and (folder / FOLDER / f"{language}.toml").is_file():
        theirs, more = _read(folder, language)
        words, faults = theirs.beside(words), faults + more
    if faults:
        raise ContentFault(faults)
    return words


def names(library: Library) -> frozenset[tuple[str, ...]]:
    """Leaves out search phrases, since many mean more than one exercise."""
    return frozenset(
        words
        for exercise in library.exercises.values()
        for name in (exercise.title, *exercise.other_names)
        if (words := split(name))
    )


def wishes_faults(folder: Path, language: str) -> list[Fault]:
    name = f"{FOLDER}/{language}.toml"
    if language != ENGLISH and not (folder / name).is_file():
        return []
    words, faults = _read(folder, language)
    return faults or [Fault(name, where, what) for where, what in _claimed_twice(words)]


def _read(folder: Path, language: str) -> tuple[WishWords, list[Fault]]:
    name = f"{FOLDER}/{language}.toml"
    file, faults = read_toml(folder / name, name, WishesFile)
    if file is None:
        return WishWords(), faults
    reading = _Wishes(name, file)
    return reading.words(), reading.faults


@dataclass(frozen=True, slots=True)
class _Wishes:
    """Reads one file and collects its faults."""

    name: str
    file: WishesFile
    faults: list[Fault] = field(default_factory=list)

    def words(self) -> WishWords:
        ideas = {idea: frozenset(self._phrases(idea)) for idea in self.file.ideas}
        sections = (
            ("wished", Situation.ANYWHERE, self.file.wished),
            ("in-session", Situation.SESSION, self.file.in_session),
            ("after-reminder", Situation.REMINDER, self.file.after_reminder),
        )
        wordings = tuple(wording for section in sections for wording in self._wordings(*section))
        used = {idea for wording in wordings for idea in (*wording.ideas, *wording.without)}
        ideas |= {word: frozenset({(word[1:],)}) for word in used if word.startswith(ITSELF)}
        return WishWords(
            ideas,
            wordings,
            self._plain(self.file.fillers),
            self._plain(self.file.guarded),
            self._plain(self.file.denials),
            asking=frozenset(map(_split, self.file.asking)),
            asking_for=frozenset(map(_split, self.file.asking_for)),
            before_questions=self._plain(self.file.before_questions),
        )

    def _phrases(self, idea: str) -> Iterator[tuple[str, ...]]:
        for text in self.file.ideas[idea]:
            if words := _split(text):
                yield words
            else:
                self._fault(f"ideas, {idea}", f"'{text}' is never heard")

    def _wordings(self, section: str, situation: Situation, wished: Wished) -> Iterator[Wording]:
        for name, ways in wished.items():
            wish = Wish.__members__.get(name)
            if wish is None:
                self._fault(section, f"'{name}' means nothing to the program")
                continue
            for way in ways:
                if wording := self._wording(f"{section}, {name}", wish, situation, way):
                    yield wording

    def _wording(self, where: str, wish: Wish, situation: Situation, way: str) -> Wording | None:
        ideas: list[str] = []
        without: set[str] = set()
        if _PART.sub("", way).strip():
            self._fault(where, f"'{way}' can't be read")
            return None
        for denied, idea, word in _PART.findall(way):
            if idea and idea not in self.file.ideas and idea not in (NUMBER, TIME, MOVE):
                self._fault(where, f"there is no idea '{idea}'")
                return None
            parts = (idea,) if idea else tuple(f"{ITSELF}{each}" for each in split(word))
            if denied:
                without.update(parts)
            else:
                ideas.extend(parts)
        return Wording(wish, situation, tuple(ideas), frozenset(without)) if ideas else None

    def _plain(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(bare(word).replace("'", "") for word in words)

    def _fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(self.name, where, what))


def _split(text: str) -> tuple[str, ...]:
    return tuple(
        f"{split(word)[0]}*" if word.endswith("*") else each for word in text.split() for each in split(word)
    )


def _claimed_twice(words: WishWords) -> Iterator[tuple[str, str]]:
    """Claimed twice: two wishes have the same ideas, or the plainest example of one fits another just as well."""
    words = words.naming({(_EXAMPLES[MOVE],)})
    first: dict[tuple[Situation, frozenset[str], frozenset[str]], Wish] = {}
    for wording in words.wordings:
        same = first.setdefault((wording.situation, frozenset(wording.ideas), wording.without), wording.wish)
        example = " ".join(_plainest(idea, words) for idea in wording.ideas)
        heard = hear(example, words, wording.situation)
        other = same if same is not wording.wish else heard[0].wish if heard else wording.wish
        rivals = [each for each in heard if each.wish is other and each.share >= _share(heard, wording.wish)]
        if other is not wording.wish and (rivals or same is other):
            yield wording.situation.value, f"'{example}' means both {other.name} and {wording.wish.name}"


def _plainest(idea: str, words: WishWords) -> str:
    phrases = words.ideas.get(idea) or {(_EXAMPLES[idea],)}
    return " ".join(min(phrases, key=lambda phrase: (len(phrase), phrase))).replace("*", "")


def _share(heard: tuple[Hearing, ...], wish: Wish) -> float:
    return next((each.share for each in heard if each.wish is wish), 0.0)
