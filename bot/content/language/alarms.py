"""Reads the words that mean an emergency, language by language, and checks that they can be heard."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.faults import ContentFault, Fault
from bot.content.source.schema import EmergencyFile, SignsFile
from bot.content.source.toml import read_toml
from bot.domain.plain_text import words_of
from bot.domain.typed.emergency import Alarm, EmergencyWords, Sign

FOLDER = "emergency"


def emergency(folder: Path) -> EmergencyWords:
    """The words of every language at once: who is in need may write in any. Raises ContentFault."""
    files, faults = _files(folder)
    if faults:
        raise ContentFault(faults)
    return EmergencyWords(
        signs=tuple(sign for _, each in files for sign in _signs(each)),
        harmless=tuple(_phrase(phrase) for _, each in files for phrase in each.harmless.phrases),
        alike=tuple((_phrase(said), means) for _, each in files for said, means in each.alike.items()),
    )


def alarm_faults(folder: Path) -> list[Fault]:
    files, faults = _files(folder)
    return faults + [fault for file, each in files for fault in _unheard(file, each)]


def alarm_lags(folder: Path, language: str) -> list[Fault]:
    file = f"{FOLDER}/{language}.toml"
    return [] if (folder / file).is_file() else [Fault(file, "the file", "is missing")]


def _files(folder: Path) -> tuple[list[tuple[str, EmergencyFile]], list[Fault]]:
    files: list[tuple[str, EmergencyFile]] = []
    faults: list[Fault] = []
    paths = sorted((folder / FOLDER).glob("*.toml")) or [folder / FOLDER / "en.toml"]
    for path in paths:
        words, broken = read_toml(path, f"{FOLDER}/{path.name}", EmergencyFile)
        faults += broken
        if words:
            files.append((f"{FOLDER}/{path.name}", words))
    return files, faults


def _signs(file: EmergencyFile) -> Iterator[Sign]:
    for alarm, signs in ((Alarm.EMERGENCY, file.emergency), (Alarm.SELF_HARM, file.self_harm)):
        for phrase in map(_phrase, signs.phrases):
            yield Sign(alarm, tuple(frozenset({word}) for word in phrase), len(phrase), in_order=True)
        for near in signs.near:
            yield Sign(alarm, tuple(map(frozenset, near.words)), near.within)


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _unheard(file: str, words: EmergencyFile) -> Iterator[Fault]:
    """What people write is heard in small letters, without punctuation: anything else in the file is deaf."""
    for name, signs in (("emergency", words.emergency), ("self-harm", words.self_harm)):
        for text in _all_words(signs):
            if words_of(text) != [text.removesuffix("*")]:
                yield Fault(
                    file,
                    name,
                    f"'{text}' is never heard; write small letters and no signs but one * at the end",
                )
    for text in (*words.harmless.phrases, *words.alike, *words.alike.values()):
        for word in text.split():
            if words_of(word) != [word.removesuffix("*")]:
                yield Fault(
                    file, "harmless, alike", f"'{word}' is never heard; write small letters and no signs"
                )


def _all_words(signs: SignsFile) -> Iterator[str]:
    for phrase in signs.phrases:
        yield from phrase.split()
    for near in signs.near:
        for group in near.words:
            yield from group
