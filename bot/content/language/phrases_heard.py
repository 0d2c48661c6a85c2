"""Reads what people may type: content/hearing/<language>.toml."""

import tomllib
from datetime import time
from enum import Enum
from pathlib import Path
from typing import TypeVar

from bot.content.source.schema import ENGLISH
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move
from bot.domain.typed.times import DayWords
from bot.domain.typed.vocabulary import Edit, Vocabulary, Wish, tidy

FOLDER = "hearing"

Tables = dict[str, dict[str, list[str]]]
"""By table and meaning, all that people may type for it."""

Meaning = TypeVar("Meaning", bound=Enum)


def vocabulary(folder: Path, language: str = "en") -> Vocabulary:
    """In every language what is said in English is understood too, where the language does not mean something else by it.

    Raises KeyError for a meaning that the program does not know, ValueError for a phrase with two meanings.
    """
    found = _phrases(folder, ENGLISH)
    if language != ENGLISH and (folder / FOLDER / f"{language}.toml").is_file():
        found = _with_english(_phrases(folder, language), found)
    return Vocabulary(
        _by_phrase(found["moves"], Move),
        _by_phrase(found["wishes"], Wish),
        _by_phrase(found["edits"], Edit),
        _by_phrase(found.get("nods", {}), Nod),
        _days(found.get("days", {}), found.get("times", {})),
        {word: int(number) for number, words in found.get("months", {}).items() for word in words},
    )


def _phrases(folder: Path, language: str) -> Tables:
    return tomllib.loads((folder / FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def _with_english(theirs: Tables, english: Tables) -> Tables:
    """Table by table: what they say first, then what English says and they do not."""
    both: Tables = {}
    for table in english.keys() | theirs.keys():
        own, others = theirs.get(table, {}), english.get(table, {})
        said = {tidy(phrase) for phrases in own.values() for phrase in phrases}
        both[table] = {
            name: [
                *own.get(name, ()),
                *(phrase for phrase in others.get(name, ()) if tidy(phrase) not in said),
            ]
            for name in others.keys() | own.keys()
        }
    return both


def _days(days: dict[str, list[str]], times: dict[str, list[str]]) -> DayWords:
    """Days go by what they mean in numbers: "0" is Monday, "0-4" the days from Monday to Friday."""
    spoken = {word: _numbers(name) for name, words in days.items() for word in words}
    clocks = {
        word: time.fromisoformat(name) for name, words in times.items() if ":" in name for word in words
    }
    later, to, filler = (frozenset(times.get(name, ())) for name in ("later", "to", "filler"))
    return DayWords(spoken, clocks, later, to | {"to"}, filler)


def _numbers(name: str) -> frozenset[int]:
    first, _, last = name.partition("-")
    return frozenset(range(int(first), int(last or first) + 1))


def _by_phrase(table: dict[str, list[str]], meanings: type[Meaning]) -> dict[str, Meaning]:
    phrases: dict[str, Meaning] = {}
    for name, spoken in table.items():
        for phrase in spoken:
            if phrases.setdefault(tidy(phrase) or phrase, meanings[name]) is not meanings[name]:
                raise ValueError(f"{phrase!r} means both {phrases[tidy(phrase)].name} and {name}")
    return phrases
