"""Checks all content, reports every fault to the authors at once, and hints at missing parts.

`python -m bot.content.check FOLDER` writes one line for each fault. It runs in a process of its own, so that nobody waits for it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.content.cities import city_faults
from bot.content.ear.deep.deep_ear import deep_ear_faults
from bot.content.ear.deep.deep_wishes import deep_wishes_faults
from bot.content.ear.foreign_ear import foreign_ear_faults
from bot.content.ear.judge import judge_faults
from bot.content.ear.trained_ear import ear_faults
from bot.content.faults import Fault
from bot.content.language.calm_words import calm_faults
from bot.content.language.dangers import danger_faults, danger_lags
from bot.content.language.formats import Formats
from bot.content.language.help_numbers import number_faults
from bot.content.language.lag_counts import counted
from bot.content.language.phrases_heard import SMALL_WORDS, hearing_faults, hearing_lags
from bot.content.language.sentences import sentence_faults, sentence_lags, translation_faults
from bot.content.language.usage import CODE, usage
from bot.content.language.when_heard import when_faults, when_lags
from bot.content.language.wishes_heard import wishes_faults
from bot.content.language.wording import forbidden_words
from bot.content.language.words import other_languages
from bot.content.reader import content_faults
from bot.content.rules.drawings import undrawn
from bot.content.rules.released import release as write_down
from bot.content.rules.released import released_faults
from bot.content.rules.unused import unused_files
from bot.content.source.language_tags import ENGLISH
from bot.content.source.records import read
from bot.content.voice import voice_faults


def check(folder: Path, code: Path = CODE) -> list[str]:
    """A fault reads `file: where: what`. `code`: the package whose screens use the sentences."""
    forbidden, _ = forbidden_words(folder)
    source = read(folder)
    faults = [
        *content_faults(source),
        *danger_faults(folder),
        *unused_files(source),
        *released_faults(source),
        *voice_faults(folder, ENGLISH),
        *city_faults(folder),
        *number_faults(folder),
        *hearing_faults(folder, ENGLISH),
        *hearing_faults(folder, SMALL_WORDS),
        *calm_faults(folder),
        *wishes_faults(folder, ENGLISH),
        *ear_faults(folder),
        *foreign_ear_faults(folder),
        *deep_ear_faults(folder),
        *deep_wishes_faults(folder),
        *judge_faults(folder),
        *when_faults(folder),
        *sentence_faults(folder, forbidden, usage(code)),
        *(fault for language in other_languages(folder) for fault in _language_faults(folder, language)),
    ]
    return list(dict.fromkeys(map(str, faults)))


def hints(folder: Path, *, everything: bool = False) -> list[str]:
    """Missing pictures, and what other languages lack: counted by file, or with `everything` each on a line of its own."""
    lags = [
        lag
        for language in other_languages(folder)
        for lag in (_lags(folder, language) if everything else counted(_lags(folder, language), language))
    ]
    return list(dict.fromkeys([*undrawn_in(folder), *map(str, lags)]))


def undrawn_in(folder: Path) -> list[str]:
    return list(map(str, undrawn(read(folder))))


def release(folder: Path) -> list[str]:
    """Writes new ids down as released, and returns them. The content must have no faults."""
    return write_down(read(folder))


def _language_faults(folder: Path, language: str) -> Iterator[Fault]:
    if unknown := list(_unknown(language)):
        yield from unknown
        return
    source = read(folder, language)
    yield from content_faults(source)
    yield from hearing_faults(folder, language)
    yield from wishes_faults(folder, language)
    yield from translation_faults(folder, language)


def _unknown(language: str) -> Iterator[Fault]:
    try:
        Formats(language)
    except ValueError as unknown:
        yield Fault(f"words/{language}.ftl", "name", str(unknown))


def _lags(folder: Path, language: str) -> Iterator[Fault]:
    if any(_unknown(language)):
        return
    yield from read(folder, language).lags
    yield from hearing_lags(folder, language)
    yield from when_lags(folder, language)
    yield from danger_lags(folder, language)
    yield from sentence_lags(folder, language)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write("".join(f"{line}\n" for line in check(Path(sys.argv[1]))))
