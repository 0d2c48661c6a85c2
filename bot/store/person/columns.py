"""How the fields of a dataclass stand in columns of their own, by their types."""

import json
from collections.abc import Callable, Container, Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from bot.store.moments import moment, text

ALIKE = 1024
"""How many sets are remembered: many people answer alike."""


@dataclass(frozen=True, slots=True)
class Column:
    """`kept`: turns a value into what stands in the column. `read`: turns it back.

    `read` leaves out members of a set that this version does not know or can't read; a single such value becomes the field's default.
    """

    name: str
    kept: Callable[[Any], Any]
    read: Callable[[Any], Any]


def columns_of(kind: type[Any], *, but: Container[str] = ()) -> tuple[Column, ...]:
    """`kind`: a dataclass whose fields all have defaults. `but`: fields that are kept elsewhere."""
    return tuple(_columns(kind, but))


def _columns(kind: type[Any], but: Container[str]) -> Iterator[Column]:
    types = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        if field.default is MISSING:
            raise TypeError(f"{field.name} has no default")
        if field.name not in but:
            yield _column(field.name, _without_none(types[field.name]), field.default)


def _without_none(wanted: Any) -> Any:  # noqa: ANN401 - a type
    if get_origin(wanted) in (UnionType, Union):
        (wanted,) = (each for each in get_args(wanted) if each is not type(None))
    return wanted


def _column(name: str, wanted: Any, default: object) -> Column:  # noqa: ANN401 - a type
    if get_origin(wanted) is frozenset:
        return _set(name, get_args(wanted)[0], default)
    if wanted is datetime:
        return Column(name, text, moment)
    if get_origin(wanted) is Annotated:
        return _number(name, get_args(wanted)[1], default)
    if wanted in _PLAIN:
        return Column(name, *_PLAIN[wanted])
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _choice(name, wanted, default)
    raise TypeError(f"{name}: no column for {wanted}")


def _number(name: str, within: range, default: object) -> Column:
    return Column(name, _as_it_is, lambda stored: stored if stored in within else default)


def _choice(name: str, wanted: type[Enum], default: object) -> Column:
    known = {each.value: each for each in wanted}
    return Column(name, lambda made: made.value if made else None, lambda stored: known.get(stored, default))


def _set(name: str, wanted: type[Enum], default: object) -> Column:
    known = {each.value: each for each in wanted}

    @lru_cache(ALIKE)
    def kept(made: frozenset[Enum] | None) -> str | None:
        return None if made is None else json.dumps(sorted(each.value for each in made))

    @lru_cache(ALIKE)
    def read(stored: str | None) -> object:
        return None if stored is None else _known_of(stored, known, default)

    return Column(name, kept, read)


def _known_of(stored: str, known: dict[str, Enum], default: object) -> object:
    try:
        return frozenset(known[each] for each in json.loads(stored) if each in known)
    except (ValueError, TypeError, RecursionError):
        return default


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - what SQLite keeps
    return value


_PLAIN: dict[Any, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    str: (_as_it_is, _as_it_is),
    int: (_as_it_is, _as_it_is),
    bool: (_as_it_is, bool),
}
