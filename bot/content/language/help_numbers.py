"""Reads the telephone numbers for help, by country, the cries for it, and what is said back."""

from collections.abc import Iterable, Mapping
from itertools import chain, product
from pathlib import Path

from babel.core import get_global

from bot.content.faults import ContentFault, Fault
from bot.content.language.dangers import Answers, Questions, listed
from bot.content.source.schema import CriesFile, NumbersFile, RepliesFile
from bot.content.source.toml import read_toml
from bot.domain.typed.danger.cries import Cries, cries
from bot.domain.typed.danger.help_lines import HelpLines
from bot.domain.typed.danger.replies import Replies, phrases

FOLDER = "danger"
NUMBERS, CRIES, REPLIES = (f"{FOLDER}/{name}.toml" for name in ("numbers", "cries", "replies"))


def help_lines(folder: Path, answers: Answers, questions: Questions) -> HelpLines:
    """`answers`: the sentences before the number. `questions`: what is asked before all that. Raises ContentFault."""
    numbers, faults = read_toml(folder / NUMBERS, NUMBERS, NumbersFile)
    if numbers is None:
        raise ContentFault(faults)
    lines = numbers.emergency, numbers.crisis, numbers.abuse
    return HelpLines(*lines, _countries(), answers, questions, _cries(folder), _replies(folder))


def _cries(folder: Path) -> Cries:
    file, faults = read_toml(folder / CRIES, CRIES, CriesFile)
    if file is None:
        raise ContentFault(faults)
    said = {tag: listed(phrases) for tag, phrases in file.said.items()}
    return cries(said, _all_of(file.beside), _all_of(file.asks))


def _replies(folder: Path) -> Replies:
    file, faults = read_toml(folder / REPLIES, REPLIES, RepliesFile)
    if file is None:
        raise ContentFault(faults)
    flat = {name: phrases(_all_of(said)) for name, said in file}
    return Replies(**{**flat, "no_before_well": phrases(_no_before_well(file))})


def _no_before_well(file: RepliesFile) -> Iterable[str]:
    """ "No I'm fine", each no with what is well in its own language."""
    both = ((no, file.well.get(language, "")) for language, no in file.no_before_well.items())
    return [f"{no} {well}" for some, every in both for no, well in product(listed(some), listed(every))]


def _all_of(said: Mapping[str, str]) -> Iterable[str]:
    return chain(*map(listed, said.values()))


def number_faults(folder: Path) -> list[Fault]:
    return [
        *read_toml(folder / NUMBERS, NUMBERS, NumbersFile)[1],
        *read_toml(folder / CRIES, CRIES, CriesFile)[1],
        *read_toml(folder / REPLIES, REPLIES, RepliesFile)[1],
    ]


def _countries() -> dict[str, str]:
    """The country of each zone, also under the zone's old names."""
    places, aliases = get_global("zone_territories"), get_global("zone_aliases")
    return {**places, **{old: places[new] for old, new in aliases.items() if new in places}}
