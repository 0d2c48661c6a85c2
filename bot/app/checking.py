"""Tells an author all faults of the content, and what it could still have."""

from pathlib import Path

from bot.content import check
from bot.content.language.words import speaker
from bot.content.reader import load
from bot.content.source.language_tags import ENGLISH
from bot.content.voice import FOLDER, recordings
from bot.screens.session.spoken import every_sentence


def checked(folder: Path, *, everything: bool = False) -> tuple[list[str], list[str]]:
    """Recordings are checked only when there are no faults: they follow from the content."""
    faults, hints = check.check(folder), check.hints(folder, everything=everything)
    return faults, hints if faults else [*hints, *unrecorded(folder)]


def unrecorded(folder: Path) -> list[str]:
    recorded = recordings(folder, ENGLISH)
    silent = every_sentence(load(folder), speaker(folder)) - recorded.keys() if recorded else ()
    many = "1 sentence is" if len(silent) == 1 else f"{len(silent)} sentences are"
    what = f"{many} not recorded, and left out; `unhunch speak` records them"
    return [f"{FOLDER}/{ENGLISH}: sentences: {what}"] if silent else []
