"""What a button means, as the 64 bytes that Telegram keeps of it.

Buttons stay in people's chats for years, so a wire form, once released, is never reused for another meaning.
tests/screens/wire_forms.txt holds every form ever sent.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from typing import Any, TypeAlias, get_type_hints

from bot.screens.buttons.actions import (
    MINUTES,
    Action,
    AddFrom,
    AddLine,
    AddTo,
    AllSteps,
    AskClock,
    AskDeleteOwn,
    ClearSigns,
    ClockSays,
    CopyOwn,
    DeleteOwn,
    DeleteReminder,
    DoDay,
    DoExercise,
    DoOwn,
    DoRoutine,
    DoseLine,
    Drafted,
    EditOwn,
    Find,
    Go,
    Instead,
    LearnStep,
    ListRoutines,
    MoveLine,
    NameOwn,
    Narrow,
    NodTo,
    OpenExercise,
    OpenForm,
    OpenGroup,
    OpenLine,
    OpenOwn,
    OpenProgramme,
    OpenReminder,
    OpenRoutine,
    OpenTopic,
    PauseFor,
    Place,
    Play,
    Rate,
    RemoveLine,
    RestReminder,
    Resume,
    SetAge,
    SetDiscreet,
    SetFloor,
    SetFollowUp,
    SetGoal,
    SetLevel,
    SetMinutes,
    SetPictures,
    SetSeen,
    SetWeek,
    SetZone,
    ShowMistake,
    TickEquipment,
    TickTag,
    What,
)

LIMIT = 64
"""Bytes, set by Telegram."""

_SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,17})\Z")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*\Z")
_LETTER = re.compile(r"[a-z]\Z")


MOST_QUARTERS = 4 * 26
"""From UTC-12 to UTC+14."""

Kind: TypeAlias = type[Any]
"""One of the kinds of action."""

_CODES: dict[str, Kind] = {
    "e": OpenExercise,
    "f": OpenForm,
    "l": LearnStep,
    "a": AllSteps,
    "em": ShowMistake,
    "b": DoExercise,
    "o": OpenRoutine,
    "u": DoRoutine,
    "p": Play,
    "v": Rate,
    "m": Resume,
    "n": Instead,
    "gn": ClearSigns,
    "ks": SetSeen,
    "kf": SetFloor,
    "ka": SetAge,
    "kl": SetLevel,
    "kt": TickTag,
    "km": SetMinutes,
    "kg": SetGoal,
    "ke": TickEquipment,
    "kp": SetPictures,
    "xb": Narrow,
    "x": Find,
    "rp": ListRoutines,
    "tg": OpenGroup,
    "t": OpenTopic,
    "w": OpenProgramme,
    "rz": NodTo,
    "ro": OpenReminder,
    "rx": DeleteReminder,
    "rr": RestReminder,
    "rw": PauseFor,
    "rd": Drafted,
    "zs": SetZone,
    "zc": AskClock,
    "zk": ClockSays,
    "kd": SetDiscreet,
    "ku": SetFollowUp,
    "wd": DoDay,
    "ww": SetWeek,
    "yd": DoOwn,
    "y": OpenOwn,
    "ye": EditOwn,
    "yn": NameOwn,
    "yc": CopyOwn,
    "yq": AskDeleteOwn,
    "yz": DeleteOwn,
    "ya": AddTo,
    "yf": AddFrom,
    "yp": AddLine,
    "yl": OpenLine,
    "ym": MoveLine,
    "yo": DoseLine,
    "yr": RemoveLine,
}
"""What a button with more to say than a place begins with. One such code may also be a place: that has no more parts."""

_CODE_OF = {kind: code for code, kind in _CODES.items()}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in _CODES.values()}
_TYPES: dict[Kind, dict[str, Kind]] = {kind: get_type_hints(kind) for kind in _CODES.values()}

_BOUNDS: dict[Kind, Callable[[Any], bool]] = {
    SetLevel: lambda action: action.level in (1, 2, 3),
    SetMinutes: lambda action: action.minutes in MINUTES,
    SetGoal: lambda action: 1 <= action.days <= 7,
    PauseFor: lambda action: 1 <= action.days <= 366,
    Drafted: lambda action: 1 <= action.days < 128,
    ClockSays: lambda action: action.quarters <= MOST_QUARTERS,
    DoDay: lambda action: _LETTER.match(action.day) is not None,
}
"""Where not every value of a field is one we ever sent."""


def encode(action: Action) -> str:
    """Raises ValueError when the wire form has no room on a button."""
    wire = ".".join(_parts(action))
    if len(wire.encode()) > LIMIT:
        raise ValueError(f"{action} takes {len(wire.encode())} bytes; a button has room for {LIMIT}")
    return wire


def _parts(action: Any) -> tuple[str, ...]:  # noqa: ANN401 - fields of any kind
    if isinstance(action, Go):
        return (action.place.value,)
    parts = [_CODE_OF[type(action)]]
    for name in _FIELDS[type(action)]:
        parts += _part(getattr(action, name))
    return tuple(parts)


def _part(value: object) -> tuple[str, ...]:
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
    """Read a button. None for anything this version cannot read: old, foreign or forged. Never raises."""
    if len(wire.encode(errors="replace")) > LIMIT:
        return None
    try:
        return _read(wire.split("."))
    except ValueError:
        return None


def _read(parts: list[str]) -> Action | None:
    code, *rest = parts
    kind = _CODES.get(code)
    if kind is None or (not rest and kind is not ClearSigns):
        return None if rest else Go(Place(code))
    names = _FIELDS[kind]
    # What is to be begun stands last, in parts of its own.
    nested = names[-1] in ("what", "then") and len(rest) >= len(names)
    if len(rest) != len(names) and not nested and rest:
        return None
    plain = names[:-1] if nested else names[: len(rest)]
    values = {name: _value(kind, name, part) for name, part in zip(plain, rest, strict=False)}
    if nested:
        values[names[-1]] = _what(rest[len(plain) :])
    action: Action = kind(**values)
    return action if _BOUNDS.get(kind, _always)(action) else None


def _what(parts: list[str]) -> Action:
    action = _read(parts)
    if isinstance(action, What):
        return action
    raise ValueError(parts)


def _value(kind: Kind, name: str, part: str) -> object:
    wanted = _TYPES[kind][name]
    if wanted is bool:
        return _truth(part)
    if wanted is int:
        return _number(part)
    if issubclass(wanted, Enum):
        return wanted(part)
    return _zone(part) if kind is SetZone else _slug(part)


def _truth(part: str) -> bool:
    if part not in ("0", "1"):
        raise ValueError(part)
    return part == "1"


def _always(_: object) -> bool:
    return True


def _slug(text: str) -> str:
    if not _SLUG.match(text):
        raise ValueError(text)
    return text


def _zone(text: str) -> str:
    if not _ZONE.match(text):
        raise ValueError(text)
    return text


def _number(text: str) -> int:
    if not _NUMBER.match(text):
        raise ValueError(text)
    return int(text)
