"""How a script stands in its session's row: a session is played as it was begun, even if the content changes.

Every form that was ever released stays readable; tests/store/stored_forms/scripts.txt holds them. Fields and values that only a later
version knows are passed over.
"""

import json
import re
from functools import lru_cache
from typing import Any, TypeGuard

from bot.domain.library.exercise import FormRef, Side
from bot.domain.session.script import Beat, BeatKind, Script
from bot.store.known import known

VERSION = 2

_VERSION_1 = (
    *("kind", "item", "exercise", "form", "seconds"),
    *("side", "repetition", "repetitions", "on_floor"),
)
"""Version 1 was a list for each beat: the field at each place."""

NUMBERS = range(24 * 60 * 60)
"""What seconds, repetitions and exercises may be: nothing in a session goes beyond the seconds of a day."""

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,63}")

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class NoScript(ValueError):
    """The stored script can't be played."""


def to_json(script: Script) -> str:
    return _encode({"v": VERSION, "beats": [_fields(beat) for beat in script]})


@lru_cache(maxsize=256)
def from_json(stored: str) -> Script:
    """Raises NoScript."""
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError) as error:
        raise NoScript from error
    beats = found.get("beats") if isinstance(found, dict) else found
    if not isinstance(beats, list) or not beats:
        raise NoScript("no beats")
    return tuple(map(_beat, beats))


def _fields(beat: Beat) -> dict[str, Any]:
    ref = beat.ref
    said = {"kind": beat.kind.value, "item": beat.item, "exercise": ref.exercise, "form": ref.form}
    if beat.seconds is not None:
        said["seconds"] = beat.seconds
    if beat.side:
        said["side"] = beat.side.value
    if beat.repetition != 1:
        said["repetition"] = beat.repetition
    if beat.repetitions != 1:
        said["repetitions"] = beat.repetitions
    if beat.on_floor:
        said["on_floor"] = True
    if beat.set_up:
        said["set_up"] = beat.set_up
    return said


def _beat(stored: object) -> Beat:
    fields = dict(zip(_VERSION_1, stored, strict=False)) if isinstance(stored, list) else stored
    if not isinstance(fields, dict):
        raise NoScript("no beat")
    item = _number(fields, "item", None)
    if item is None:
        raise NoScript("a beat of no exercise")
    seconds = _number(fields, "seconds", None)
    return Beat(
        known(BeatKind, fields.get("kind")) or _kind_for_unknown(seconds),
        item,
        FormRef(_slug(fields, "exercise"), _slug(fields, "form")),
        seconds,
        known(Side, fields.get("side")),
        _number(fields, "repetition", 1),
        _number(fields, "repetitions", 1),
        fields.get("on_floor") is True,
        _number(fields, "set_up", 0),
    )


def _kind_for_unknown(seconds: int | None) -> BeatKind:
    """For a beat of a kind that only a later version knows. Left out, it would shift the numbers of the others."""
    return BeatKind.GET_READY if seconds is None else BeatKind.REST


def _number(fields: dict[str, Any], name: str, usual: Any) -> Any:  # noqa: ANN401 - what is usual may be nothing
    value = fields.get(name, usual)
    if type(value) is not int:
        return usual
    if value not in NUMBERS:
        raise NoScript("a number that nobody can keep to")
    return value


def _slug(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not is_slug(value):
        raise NoScript("a beat of no exercise")
    return value


def is_slug(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _SLUG.fullmatch(value) is not None
