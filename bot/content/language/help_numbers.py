"""Reads the telephone numbers for help, by country."""

from pathlib import Path

from babel.core import get_global

from bot.content.faults import ContentFault, Fault
from bot.content.language.dangers import Answers, Questions
from bot.content.source.schema import NumbersFile
from bot.content.source.toml import read_toml
from bot.domain.typed.danger.help_lines import HelpLines

FOLDER = "danger"
FILE = f"{FOLDER}/numbers.toml"


def help_lines(folder: Path, answers: Answers, questions: Questions) -> HelpLines:
    """`answers`: the sentences before the number. `questions`: what is asked before all that. Raises ContentFault."""
    numbers, faults = read_toml(folder / FILE, FILE, NumbersFile)
    if numbers is None:
        raise ContentFault(faults)
    return HelpLines(numbers.emergency, numbers.crisis, numbers.abuse, _countries(), answers, questions)


def number_faults(folder: Path) -> list[Fault]:
    return read_toml(folder / FILE, FILE, NumbersFile)[1]


def _countries() -> dict[str, str]:
    """The country of each zone, also under the zone's old names."""
    places, aliases = get_global("zone_territories"), get_global("zone_aliases")
    return {**places, **{old: places[new] for old, new in aliases.items() if new in places}}
