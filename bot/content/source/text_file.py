"""Reads a text file of the content, and says in an author's words why it can't be read."""

from pathlib import Path

from bot.content.faults import Fault


def text_of(path: Path, file: str) -> tuple[str | None, list[Fault]]:
    try:
        return path.read_text(encoding="utf-8"), []
    except FileNotFoundError:
        return None, [Fault(file, "the file", "is missing")]
    except UnicodeDecodeError as error:
        return None, [Fault(file, f"byte {error.start}", "is not UTF-8; save the file in that encoding")]
    except OSError as error:
        return None, [Fault(file, "the file", f"can't be read: {error.strerror}")]
