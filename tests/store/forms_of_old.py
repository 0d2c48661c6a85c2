"""What stands in tests/store/stored_forms: every form in which something was ever stored, and what it is read as."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.domain.library import exercise
from bot.domain.session import script, startable
from bot.screens import view

FOLDER = Path(__file__).parent / "stored_forms"
NAMES = {**vars(exercise), **vars(script), **vars(startable), **vars(view)}


def forms(file: str) -> list[tuple[str, Any]]:
    """Each stored form, and its meaning, which stands below it."""
    return [(form, eval(f"({meaning})", NAMES)) for form, meaning in _entries(file)]


def columns(file: str, most: int) -> list[list[str]]:
    return [line.split(maxsplit=most - 1) for line in _lines(file)]


def _entries(file: str) -> Iterator[tuple[str, str]]:
    form, meaning = "", ""
    for line in _lines(file):
        if line.startswith(" "):
            meaning += line
            continue
        if form:
            yield form, meaning
        form, meaning = line, ""
    yield form, meaning


def _lines(file: str) -> Iterator[str]:
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


SCRIPTS = forms("scripts.txt")
VIEWS = forms("views.txt")
