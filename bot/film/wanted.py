"""Reads jobs from JSON that is not trusted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST = 3660.0
"""The most seconds that one file may last: an hour of moves, and its ending."""
LONGEST_TEXT = 200
MOVING = ".mp4"
MOST_TIMES = 30
"""Beyond that, marks would be too narrow to be told apart."""


class BadJob(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Cue:
    """`at`: seconds from the beginning. `what`: `bell:…`, or a clip's path in the content folder."""

    at: float
    what: str


@dataclass(frozen=True, slots=True)
class Segment:
    """`loop` and `still` are paths in the content folder. `side` is the word for it, `sign` its name in code,
    whatever the language. Everything but `kind` and `seconds` may be empty.
    """

    kind: str
    seconds: float
    loop: str = ""
    still: str = ""
    side: str = ""
    sign: str = ""
    name: str = ""
    place: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    seconds: float
    sounds: tuple[Cue, ...]
    title: str = ""
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLoop:
    """`loop`: or a still. `times`: how many holds or repetitions there are. `at`: which of the holds is on, from 1; 0: not told. `place`: the words for
    that. `side` and `sign` are as in a Segment.
    """

    loop: str
    seconds: str
    side: str = ""
    sign: str = ""
    times: int = 1
    at: int = 0
    place: str = ""

    @property
    def moves(self) -> bool:
        return self.loop.endswith(MOVING)


def recording(value: str) -> Recording:
    """Raises BadJob."""
    job = _object(value)
    return Recording(
        _number(job.get("seconds")),
        tuple(_cue(one) for one in _list(job.get("sounds", []))),
        _text(job.get("title", "")),
        tuple(_segment(one) for one in _list(job.get("segments", []))),
    )


def marked_loop(value: str) -> MarkedLoop:
    """Raises BadJob."""
    job = _object(value)
    if not job.get("loop"):
        raise BadJob("no loop to mark")
    words = {name: _text(job.get(name, "")) for name in ("loop", "seconds", "side", "sign", "place")}
    times = min(int(_number(job.get("times", 1))), MOST_TIMES)
    return MarkedLoop(**words, times=times, at=min(int(_number(job.get("at", 0))), times))


def cover_of(value: str) -> str:
    """A path in the content folder. Raises BadJob."""
    return _text(_object(value).get("cover"))


class Content:
    """The content folder. No path leads out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def file(self, path: str) -> Path:
        """Raises BadJob if there is no such file."""
        found = (self._folder / path).resolve()
        if not found.is_relative_to(self._folder) or not found.is_file():
            raise BadJob("a file that is not in the content")
        return found


def _cue(value: object) -> Cue:
    match value:
        case [at, what]:
            return Cue(_number(at), _text(what))
    raise BadJob("a sound that is no pair")


def _segment(value: object) -> Segment:
    if not isinstance(value, dict):
        raise BadJob("a segment that is no object")
    words = {name: _text(value.get(name, "")) for name in _WORDS}
    return Segment(seconds=_number(value.get("seconds")), **words)


_WORDS = ("kind", "loop", "still", "side", "sign", "name", "place", "label")


def _object(value: str) -> Mapping[str, Any]:
    try:
        job = json.loads(value)
    except ValueError as error:
        raise BadJob("no JSON") from error
    if not isinstance(job, dict):
        raise BadJob("no object")
    return job


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadJob("no list where there should be one")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST:
        raise BadJob("a time that can't be")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        raise BadJob("words that can't be")
    return value
