"""What a button means, as the 64 bytes that Telegram keeps of it.

Buttons stay in people's chats for years, so a wire form, once released, is never reused for another meaning. tests/screens/wire_forms.txt
holds every form ever sent.
"""

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import fields
from enum import Enum, EnumType
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints

from bot.screens.buttons.actions import CODES, Action, Go, Moves, Place, Recorded, SetSwitch, What

LIMIT = 64
"""Bytes, set by Telegram."""

_NUMBER = re.compile(r"(0|[1-9][0-9]{0,17})\Z")
_SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")

Kind = TypeVar("Kind")

Reader: TypeAlias = Callable[[str], object]
"""Reads one part. Raises ValueError for a part that was never sent."""


def encode(action: Action) -> str:
    """Raises ValueError when the wire form is too long for a button."""
    wire = ".".join(_parts(action))
    if len(wire.encode()) > LIMIT:
        raise ValueError(f"{action} takes {len(wire.encode())} bytes; a button has room for {LIMIT}")
    return wire


def _parts(action: Any) -> list[str]:  # noqa: ANN401 - fields of any kind
    parts = [*_FIRST[type(action)]]
    for name in _FIELDS[type(action)]:
        parts += _part(getattr(action, name))
    return parts


def _part(value: object) -> Iterable[str]:
    match value:
        case None:
            return ()
        case bool():
            return ("1" if value else "0",)
        case Enum():
            return (value.value,)
        case int() | str():
            return (str(value),)
    return _parts(value)


def decode(wire: str) -> Action | None:
    """None for anything this version cannot read: old, foreign or forged. Never raises."""
    if len(wire.encode(errors="replace")) > LIMIT:
        return None
    try:
        return _read(wire)
    except ValueError:
        return None


def decode_as(kind: type[Kind], wire: str) -> Kind | None:
    """As `decode`, but None for any other kind, of which no more than the code is read. `kind`: not Go, which has no code."""
    if CODES.get(wire.partition(".")[0]) is not kind:
        return None
    action = decode(wire)
    return action if isinstance(action, kind) else None


def _read(wire: str) -> Action:
    code, dot, rest = wire.partition(".")
    kind = CODES.get(code)
    if not dot:
        return _bare(code)
    if kind is None:
        raise ValueError(wire)
    if kind is SetSwitch:
        rest = wire
    readers = _READERS[kind]
    # a session to begin is the last field, and has parts of its own
    parts = rest.split(".", len(readers) - 1) if readers[-1] in _NESTED else rest.split(".")
    if kind in _MAY_END_EARLY and len(parts) == len(readers) - 1:
        readers = readers[:-1]
    action: Action = kind(*[read(part) for read, part in zip(readers, parts, strict=True)])
    return action


def _bare(code: str) -> Action:
    """A Place; or a kind of button without its only field, `then`."""
    kind = CODES.get(code)
    if kind in _MAY_END_EARLY and len(_READERS[kind]) == 1:
        action: Action = kind()
        return action
    return Go(Place(code))


def _nested(kinds: Any) -> Reader:  # noqa: ANN401 - a union of types
    def read(wire: str) -> Action:
        action = _read(wire)
        if isinstance(action, kinds):
            found: Action = action
            return found
        raise ValueError(wire)

    return read


_what, _moves, _recorded = _nested(What), _nested(Moves), _nested(Recorded)
_NESTED = (_what, _moves, _recorded)


def _truth(part: str) -> bool:
    if part not in ("0", "1"):
        raise ValueError(part)
    return part == "1"


def _number(part: str) -> int:
    if not _NUMBER.match(part):
        raise ValueError(part)
    return int(part)


def _one_of(numbers: Container[int]) -> Reader:
    def read(part: str) -> int:
        number = _number(part)
        if number not in numbers:
            raise ValueError(part)
        return number

    return read


def _like(pattern: re.Pattern[str]) -> Reader:
    def read(part: str) -> str:
        if not pattern.match(part):
            raise ValueError(part)
        return part

    return read


_PLAIN: dict[Any, Reader] = {
    bool: _truth,
    int: _number,
    str: _like(_SLUG),
    What: _what,
    What | None: _what,
    Moves: _moves,
    Recorded: _recorded,
}


def _reader(wanted: Any) -> Reader:  # noqa: ANN401 - a type, or an annotated one
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if isinstance(wanted, EnumType):
        return wanted
    _, within = get_args(wanted)
    return _like(within) if isinstance(within, re.Pattern) else _one_of(within)


# the wire form of a place or a switch begins with its own value
_FIRST = {kind: (code,) for code, kind in CODES.items()} | {Go: (), SetSwitch: ()}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in _FIRST}
_TYPES = {kind: tuple(get_type_hints(kind, include_extras=True).values()) for kind in _FIRST}
_READERS = {kind: tuple(map(_reader, types)) for kind, types in _TYPES.items()}
_MAY_END_EARLY = frozenset(kind for kind, types in _TYPES.items() if types[-1] == What | None)
"""Kinds whose last field `then` may be missing."""
