"""Checks all content, and tells its authors everything that is wrong at once."""

from pathlib import Path

from bot.content.library import content_faults
from bot.content.sentences import sentence_faults
from bot.content.source import read
from bot.content.usage import CODE, usage
from bot.content.wording import forbidden_words


def check(folder: Path, code: Path = CODE) -> list[str]:
    """One line a fault, `file: where: what`. `code`: the package whose screens say the sentences."""
    forbidden, _ = forbidden_words(folder)
    faults = [*content_faults(read(folder)), *sentence_faults(folder, forbidden, usage(code))]
    return list(dict.fromkeys(map(str, faults)))
