"""Reads whom to call in which country, and what is said first to somebody in danger, language by language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global

from bot.content.faults import ContentFault, Fault
from bot.content.source.schema import LANGUAGE, NumbersFile
from bot.content.source.toml import read_toml
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from bot.domain.typed.danger.help_lines import HelpLines

FOLDER = "danger"
FILE = f"{FOLDER}/numbers.toml"


def help_lines(folder: Path) -> HelpLines:
    """Raises ContentFault."""
    numbers, faults = read_toml(folder / FILE, FILE, NumbersFile)
    if numbers is None:
        raise ContentFault(faults)
    return HelpLines(numbers.emergency, numbers.crisis, numbers.abuse, _countries(), dict(_answers(folder)))


def number_faults(folder: Path) -> list[Fault]:
    return read_toml(folder / FILE, FILE, NumbersFile)[1]


def _countries() -> dict[str, str]:
    """The country of each zone, by its old names too."""
    places, aliases = get_global("zone_territories"), get_global("zone_aliases")
    return {**places, **{old: places[new] for old, new in aliases.items() if new in places}}


def _answers(folder: Path) -> Iterator[tuple[str, dict[Tier, str]]]:
    """What is wrong with a file is told where its words are read."""
    for path in sorted((folder / FOLDER).glob("*.toml")):
        if LANGUAGE.fullmatch(path.stem):
            said = _loaded(path).get("answers", {})
            yield path.stem, {tier: said[tier.value] for tier in IN_DANGER if tier.value in said}


def _loaded(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
