"""Reads what people may type: content/hearing/<language>.toml."""

import tomllib
from enum import Enum
from pathlib import Path
from typing import TypeVar

from bot.domain.hearing import Edit, Vocabulary, Wish, tidy
from bot.domain.session import Move

Meaning = TypeVar("Meaning", bound=Enum)


def vocabulary(folder: Path, language: str = "en") -> Vocabulary:
    """Raises KeyError for a meaning that the program does not know, ValueError for a phrase with two meanings."""
    file = folder / "hearing" / f"{language}.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    return Vocabulary(
        _by_phrase(found["moves"], Move), _by_phrase(found["wishes"], Wish), _by_phrase(found["edits"], Edit)
    )


def _by_phrase(table: dict[str, list[str]], meanings: type[Meaning]) -> dict[str, Meaning]:
    phrases: dict[str, Meaning] = {}
    for name, spoken in table.items():
        for phrase in spoken:
            if phrases.setdefault(tidy(phrase) or phrase, meanings[name]) is not meanings[name]:
                raise ValueError(f"{phrase!r} means both {phrases[tidy(phrase)].name} and {name}")
    return phrases
