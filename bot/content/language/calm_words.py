"""Reads messages, and parts of messages, that mean no danger, though an ear taught by sentences hears some in them."""

import re
from pathlib import Path

from bot.content.faults import Fault
from bot.content.language.dangers import listed
from bot.content.source.schema import CalmFile
from bot.content.source.toml import read_toml
from bot.domain.plain_text import phrase
from bot.domain.typed.danger.calm import Calm

CALM = "hearing/calm.toml"

_CHOICE = re.compile(r"\(([^()]*)\)")
""" "(a|b|)"."""

_LEFT_OVER = re.compile(r"[()|]")


def calm_words(folder: Path) -> Calm:
    """Knows nothing where there is no such file."""
    file, _ = _read(folder)
    if file is None:
        return Calm()
    said = frozenset(phrase(each) for every in file.said.values() for each in listed(every))
    parts = "|".join(map(_pattern, _parts(file)))
    return Calm(said, re.compile(parts) if parts else None)


def calm_faults(folder: Path) -> list[Fault]:
    file, faults = _read(folder)
    parts = _parts(file) if file else []
    return faults + [
        Fault(CALM, "parts", f"'{part}' has a bracket without its other half, or a | outside of brackets")
        for part in parts
        if _LEFT_OVER.search(_CHOICE.sub("", part))
    ]


def _read(folder: Path) -> tuple[CalmFile | None, list[Fault]]:
    return read_toml(folder / CALM, CALM, CalmFile) if (folder / CALM).is_file() else (None, [])


def _parts(file: CalmFile) -> list[str]:
    return [part for every in file.parts.values() for part in listed(every)]


def _pattern(part: str) -> str:
    """Blanks may be missing: a choice may be nothing."""
    pieces = _CHOICE.split(part)
    return " *".join(_choices(piece) if at % 2 else _literal(piece) for at, piece in enumerate(pieces))


def _choices(piece: str) -> str:
    return f"(?:{'|'.join(map(_literal, piece.split('|')))})"


def _literal(words: str) -> str:
    return re.escape(phrase(words))
