"""Reads the fields of a JSON object as Telegram's server does, and says in its words what is wrong with one."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite

from bot.phone.given.parameters import Json
from bot.phone.given.refused import RefusedError

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")


@contextmanager
def parsing(what: str) -> Iterator[None]:
    try:
        yield
    except RefusedError as no:
        raise RefusedError(f"Can't parse {what}: {no}") from None


def decoded(text: str, what: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        raise RefusedError(f"Can't parse {what} JSON object") from None


def as_object(value: object, complaint: str = "expected an Object") -> Json:
    if not isinstance(value, dict):
        raise RefusedError(complaint)
    return value


def string(fields: Json, name: str) -> str:
    return str(_present(fields, name)) if _is_number(_present(fields, name)) else _string(fields, name)


def optional_string(fields: Json, name: str) -> str:
    """Null counts as absent, here and below."""
    return "" if fields.get(name) is None else string(fields, name)


def whole(fields: Json, name: str) -> int:
    value = _present(fields, name)
    if not (_is_number(value) or isinstance(value, str)):
        raise RefusedError(f'Field "{name}" must be of type Number')
    if not _WHOLE.fullmatch(str(value)):
        raise RefusedError(f'Can\'t parse as an integer string "{value}"')
    return int(str(value))


def optional_whole(fields: Json, name: str) -> int:
    return 0 if fields.get(name) is None else whole(fields, name)


def optional_number(fields: Json, name: str) -> float:
    value = fields.get(name)
    if value is None:
        return 0.0
    if not _is_number(value):
        raise RefusedError(f'Field "{name}" must be of type Number')
    return float(value) if isfinite(value) else 0.0


def optional_flag(fields: Json, name: str) -> bool:
    value = fields.get(name)
    if value is not None and not isinstance(value, bool):
        raise RefusedError(f'Field "{name}" must be of type Boolean')
    return bool(value)


def inner_object(fields: Json, name: str) -> Json:
    value = _present(fields, name)
    return as_object(value, f'Field "{name}" must be of type Object')


def _present(fields: Json, name: str) -> object:
    if fields.get(name) is None:
        raise RefusedError(f'Can\'t find field "{name}"')
    return fields[name]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _string(fields: Json, name: str) -> str:
    value = fields[name]
    if not isinstance(value, str):
        raise RefusedError(f'Field "{name}" must be of type String')
    return value
