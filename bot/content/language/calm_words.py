"""Reads whole messages that mean no danger, though an ear taught by sentences hears some in them."""

from pathlib import Path

from bot.content.faults import Fault
from bot.content.language.dangers import listed
from bot.content.source.schema import CalmFile
from bot.content.source.toml import read_toml
from bot.domain.plain_text import phrase

CALM = "hearing/calm.toml"


def calm_words(folder: Path) -> frozenset[str]:
    """As `phrase` leaves them; none where there is no such file."""
    file, _ = read_toml(folder / CALM, CALM, CalmFile) if (folder / CALM).is_file() else (None, [])
    said = file.said.values() if file else ()
    return frozenset(phrase(each) for every in said for each in listed(every))


def calm_faults(folder: Path) -> list[Fault]:
    return read_toml(folder / CALM, CALM, CalmFile)[1] if (folder / CALM).is_file() else []
