"""Tells whether the film libraries are installed, and how to start their process. The bot itself loads none of them."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

NEEDS = "av"

FOLDER = "films"
"""Its name, beside the database: it keeps the pieces of films."""

READY = Path(__file__).parent / "ready"
"""Holds what `unhunch film` made. It lies beside the code, so that whoever installs the bot makes it once, and the bot only reads it."""


def is_there() -> bool:
    return find_spec(NEEDS) is not None


def can_keep(folder: Path) -> bool:
    """If not, each film is made from its beginning."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def command(folder: Path, content: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "bot.film.film_desk",
        *map(str, (folder.resolve(), content.resolve(), READY)),
    ]
