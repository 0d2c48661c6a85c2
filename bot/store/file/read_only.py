"""Opens a file for reading only, beside a bot that may be writing it."""

import sqlite3
from pathlib import Path


def connect_read_only(file: Path, *, patience: float = 10, is_immutable: bool = False) -> sqlite3.Connection:
    """`patience`: seconds to wait for a lock. `is_immutable`: SQLite asks for no lock and reads no log, since nobody changes the file."""
    how = "&immutable=1" if is_immutable else ""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{how}", uri=True, timeout=patience)
