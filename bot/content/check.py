"""Checks all content, and tells its authors everything that is wrong at once."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.faults import Fault
from bot.content.hearing import vocabulary
from bot.content.library import content_faults
from bot.content.sentences import sentence_faults
from bot.content.source import read
from bot.content.usage import CODE, usage
from bot.content.wording import forbidden_words

HEARING = "hearing/en.toml"


def check(folder: Path, code: Path = CODE) -> list[str]:
    """One line a fault, `file: where: what`. `code`: the package whose screens say the sentences."""
    forbidden, _ = forbidden_words(folder)
    faults = [
        *content_faults(read(folder)),
        *_hearing_faults(folder),
        *sentence_faults(folder, forbidden, usage(code)),
    ]
    return list(dict.fromkeys(map(str, faults)))


def _hearing_faults(folder: Path) -> Iterator[Fault]:
    try:
        vocabulary(folder)
    except FileNotFoundError:
        yield Fault(HEARING, "the file", "is missing")
    except KeyError as error:
        yield Fault(HEARING, "names", f"{error} is missing, or unknown to the program")
    except ValueError as error:
        yield Fault(HEARING, "phrases", str(error))
