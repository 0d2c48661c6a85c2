"""Keeps what was read of the content beside the code, as Python keeps what it compiled, so that the next start need not read it again.

`python -m bot.app.kept_knowledge` does so where the bot itself may not write there, as on a server.
"""

import contextlib
import io
import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper, lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

import babel
from fluent.runtime import FluentBundle

from bot.coach.known.knowledge import Knowledge
from bot.config import Config, came_with_the_code

_CODE = Path(__file__).parents[1]
_ROOMS = ("app", "coach", "content", "domain", "screens")
"""Where the code stands that reads the content, and that the values belong to."""

_LIBRARIES = Path(babel.__file__).parents[1]

_READ = (".toml", ".md", ".ftl", ".tsv", ".txt", ".json", ".bin")
"""Pictures and sound matter by their names alone."""

PLACE = Path(cache_from_source(__file__)).with_suffix(".content")

_MARK = 32
_CHECKSUM = struct.Struct("<I")


def kept_knowledge(folder: Path) -> Knowledge:
    """Keeps only what it read of the content that came with this code."""
    if not came_with_the_code(folder):
        return _read(folder)
    return kept_or_read(folder, PLACE, _read)


def _read(folder: Path) -> Knowledge:
    # What reads takes a tenth of a second to import, and is seldom needed.
    from bot.app.knowing import knowledge  # noqa: PLC0415

    return knowledge(folder)


def kept_or_read(folder: Path, place: Path, read: Callable[[Path], Knowledge]) -> Knowledge:
    """`place`: the file to keep it in. It is trusted as much as the code beside it."""
    mark = mark_of(folder)
    if (kept := _kept(place, mark)) is not None:
        return kept
    known = read(folder)
    if not sys.dont_write_bytecode:
        _keep(known, place, mark)
    return known


def mark_of(folder: Path) -> bytes:
    """Changes whenever something changes that the kept values depend on."""
    mark = blake2b(f"{sys.version} {folder}".encode(), digest_size=_MARK)
    for library in sorted(_LIBRARIES.glob("*.dist-info")):  # the name holds the version
        mark.update(library.name.encode())
    for path in sorted(path for room in _ROOMS for path in _files(str(_CODE / room))):
        if path.endswith(".py"):
            mark.update(path.encode())
            mark.update(_bytes(path))  # not its time, which building an image rounds
    for path in sorted(_files(str(folder))):
        mark.update(path.encode())
        if path.endswith(_READ):
            mark.update(_bytes(path))
    return mark.digest()


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand Paths would take as long as all the rest
        return file.read()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                yield entry.path


def _kept(place: Path, mark: bytes) -> Knowledge | None:
    """None if anything is wrong with the file: then the content is read again."""
    with contextlib.suppress(Exception):
        whole = memoryview(place.read_bytes())
        begins = _MARK + _CHECKSUM.size
        if whole[:_MARK] == mark and _CHECKSUM.unpack(whole[_MARK:begins]) == (crc32(whole[begins:]),):
            known = pickle.loads(whole[begins:])  # noqa: S301 - whoever can write it can write the code
            return known if isinstance(known, Knowledge) else None
    return None


def _keep(known: Knowledge, place: Path, mark: bytes) -> None:
    """If nothing can be written, as on a server, the next start reads the content again."""
    body = io.BytesIO()
    _Pickler(body, pickle.HIGHEST_PROTOCOL).dump(known)
    written = body.getbuffer()
    new = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        new.write_bytes(mark + _CHECKSUM.pack(crc32(written)) + written)
        new.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()


class _Pickler(pickle.Pickler):
    """Writes what pickle can't write by itself: methods that cache their answers, and objects made of C or of closures."""

    def reducer_override(self, one: object) -> Any:  # noqa: ANN401 - what may stand there is told by pickle
        if isinstance(one, _lru_cache_wrapper) and hasattr(one.__wrapped__, "__self__"):
            return _remembering, (one.__wrapped__, one.cache_parameters()["maxsize"])
        if isinstance(one, struct.Struct):
            return struct.Struct, (one.format,)
        if isinstance(one, FluentBundle):
            return _bundle, (one.locales, one.use_isolating, one._messages, one._terms)  # noqa: SLF001 - it has no way to ask
        return NotImplemented


def _remembering(method: Callable[..., object], most: int | None) -> Callable[..., object]:
    return lru_cache(maxsize=most)(method)


def _bundle(
    locales: list[str],
    isolates: bool,
    messages: dict[str, Any],
    terms: dict[str, Any],
) -> FluentBundle:
    bundle = FluentBundle(locales, use_isolating=isolates)
    bundle._messages, bundle._terms = messages, terms  # noqa: SLF001 - as above
    return bundle


if __name__ == "__main__":
    # By its name: else what is written would name functions of `__main__`, which no bot has.
    import_module("bot.app.kept_knowledge").kept_knowledge(Config().content)
