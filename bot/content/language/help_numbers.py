"""Reads the telephone numbers for help, by country, and the cries for it."""

from itertools import chain
from pathlib import Path

from babel.core import get_global

from bot.content.faults import ContentFault, Fault
from bot.content.language.dangers import Answers, Questions, listed
from bot.content.source.schema import CriesFile, NumbersFile
from bot.content.source.toml import read_toml
from bot.domain.typed.danger.cries import Cries, cries
from bot.domain.typed.danger.help_lines import HelpLines

FOLDER = "danger"
NUMBERS, CRIES = f"{FOLDER}/numbers.toml", f"{FOLDER}/cries.toml"


def help_lines(folder: Path, answers: Answers, questions: Questions) -> HelpLines:
    """`answers`: the sentences before the number. `questions`: what is asked before all that. Raises ContentFault."""
    numbers, faults = read_toml(folder / NUMBERS, NUMBERS, NumbersFile)
    if numbers is None:
        raise ContentFault(faults)
    lines = numbers.emergency, numbers.crisis, numbers.abuse
    return HelpLines(*lines, _countries(), answers, questions, _cries(folder))


def _cries(folder: Path) -> Cries:
    file, faults = read_toml(folder / CRIES, CRIES, CriesFile)
    if file is None:
        raise ContentFault(faults)
    said, beside = (chain(*map(listed, each.values())) for each in (file.said, file.beside))
    return cries(said, beside)


def number_faults(folder: Path) -> list[Fault]:
    return [
        *read_toml(folder / NUMBERS, NUMBERS, NumbersFile)[1],
        *read_toml(folder / CRIES, CRIES, CriesFile)[1],
    ]


def _countries() -> dict[str, str]:
    """The country of each zone, also under the zone's old names."""
    places, aliases = get_global("zone_territories"), get_global("zone_aliases")
    return {**places, **{old: places[new] for old, new in aliases.items() if new in places}}
