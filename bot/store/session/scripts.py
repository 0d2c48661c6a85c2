"""How a script stands in its session's row: a session is played as it was begun, whatever the content is by then."""

import json
from functools import lru_cache
from typing import Any

from bot.domain.library.exercise import FormRef, Side
from bot.domain.session.script import Beat, Kind, Script


def to_json(script: Script) -> str:
    return json.dumps([_fields(beat) for beat in script], separators=(",", ":"))


@lru_cache(maxsize=256)
def from_json(stored: str) -> Script:
    return tuple(_beat(*fields) for fields in json.loads(stored))


def _fields(beat: Beat) -> list[Any]:
    side = beat.side.value if beat.side else None
    ref = beat.ref
    return [
        beat.kind.value,
        beat.item,
        ref.exercise,
        ref.form,
        beat.seconds,
        side,
        beat.repetition,
        beat.repetitions,
        beat.on_floor,
    ]


def _beat(*fields: Any) -> Beat:  # noqa: ANN401
    kind, item, exercise, form, seconds, side, repetition, repetitions, on_floor = fields
    ref = FormRef(exercise, form)
    return Beat(
        Kind(kind), item, ref, seconds, Side(side) if side else None, repetition, repetitions, on_floor
    )
