"""The wire form of a screen: it is stored as owed to a chat, compared with what the chat shows, and sent.

Every form that was ever stored stays readable; tests/store/stored_forms/views.txt holds them. Fields and values that only a later version
knows are passed over.
"""

import json
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from bot.screens.buttons.wire import encode
from bot.screens.keys import fitted
from bot.screens.screen import Rows, Screen
from bot.screens.text import without_markup

KINDS = {"sound": "audio", "video": "video"}
"""How Telegram should show the file that a job makes; files of other jobs are documents."""

Key = tuple[str, str, str]
"""Label, callback data, style."""


@dataclass(frozen=True, slots=True)
class View:
    """A screen as it is stored. Fields without a note are as in a Screen."""

    text: str
    keys: tuple[tuple[Key, ...], ...] = ()
    picture: str | None = None
    moves: bool = False
    card: str = ""
    leaves: str | None = None
    fresh: bool = False
    """It comes as a new message, below what was said since; otherwise it takes the place of what is shown."""
    rings: bool = True
    """Sent with a sound."""
    delivery: int = 0
    """The delivery row to mark when this view is sent; 0: none."""
    good_until: float = 0.0
    """Seconds since the epoch. After that its words are no longer true, and the reminder is judged again. 0: always true."""
    stays: bool = False
    nods_to: int = 0
    line: str = ""
    """HTML. It answers words that stay in the chat, and shrinks to this when something comes below; "": nothing of it stays."""
    weighs: int = 0
    ends: bool = False
    """A goodbye: once it is shown, nothing is remembered about the chat."""
    whole: str = ""
    job: str = ""
    """From its Paper, like the three below: after a restart, what is owed can still be made."""
    value: str = ""
    name: str = ""
    session: int = 0
    marked: str = ""
    """The value of the Paper with this loop marked. Views that differ only in this look the same."""
    ahead: tuple[str, ...] = ()
    """Values of Papers of the job that marks loops."""
    rest: tuple[tuple[Key, ...], ...] = ()
    answers: str = ""
    """With commas."""
    told_at: float = 0.0

    @property
    def kind(self) -> str:
        return KINDS.get(self.job, "document")

    @property
    def is_recorded(self) -> bool:
        return self.is_file and self.job in KINDS

    @property
    def is_file(self) -> bool:
        return bool(self.job and self.name)

    def is_same_file(self, other: "View") -> bool:
        return (self.job, self.value, self.name) == (other.job, other.value, other.name)

    @property
    def image(self) -> str | None:
        drawn = f"{self.job} {self.value}" if self.job and not self.name else None
        return self.picture or drawn

    @property
    def in_words_only(self) -> "View":
        return replace(
            self, picture=None, moves=False, job="", value="", name="", session=0, marked="", ahead=()
        )

    def after(self, unsent: "View | None") -> "View":
        """Takes the place of a view that was never sent. If that one was meant to come as a new message, so does this one."""
        return replace(self, fresh=True) if unsent and unsent.fresh else self

    def is_good(self, now: datetime) -> bool:
        return not self.good_until or now.timestamp() <= self.good_until

    def in_plain_words(self) -> "View":
        """Without anything that Telegram could refuse: no picture, no markup, and only the first button."""
        keys = ((self.keys[0][0],),) if self.keys else ()
        return replace(self.in_words_only, text=without_markup(self.text), keys=keys)

    def looks_like(self, other: "View") -> bool:
        return self.looks == other.looks

    @property
    def looks(self) -> tuple[object, ...]:
        return self.text, self.keys, self.image, self.is_file and (self.job, self.value, self.name)


def view(  # noqa: PLR0913 - what is decided beside the screen itself
    screen: Screen, *, fresh: bool, rings: bool, delivery: int = 0, good_until: float = 0.0, line: str = ""
) -> View:
    picture, paper = screen.picture, screen.paper
    return View(
        screen.text,
        _as_keys(screen.rows),
        picture.file if picture else None,
        picture.moves if picture else False,
        screen.card,
        screen.leaves,
        fresh,
        rings,
        delivery,
        good_until,
        screen.stays,
        screen.nods_to,
        line,
        weighs=screen.weighs,
        answers=",".join(screen.answers),
        told_at=screen.told_at,
        whole=screen.whole,
        job=paper.job if paper else "",
        value=paper.value if paper else "",
        name=paper.name if paper else "",
        session=paper.session if paper else 0,
        marked=screen.marked.value if screen.marked else "",
        ahead=tuple(paper.value for paper in screen.ahead),
        rest=_as_keys(screen.rest),
    )


def _as_keys(rows: Rows) -> tuple[tuple[Key, ...], ...]:
    return tuple(tuple((b.label, encode(b.action), b.style.value) for b in row) for row in fitted(rows))


VERSION = 2

MOST = 2**63
"""SQLite keeps whole numbers below this."""

_PLAIN: dict[str, type | tuple[type, ...]] = {
    "picture": str,
    "moves": bool,
    "card": str,
    "leaves": str,
    "fresh": bool,
    "rings": bool,
    "delivery": int,
    "good_until": (int, float),
    "stays": bool,
    "nods_to": int,
    "line": str,
    "weighs": int,
    "answers": str,
    "told_at": (int, float),
    "ends": bool,
    "whole": str,
    "job": str,
    "value": str,
    "name": str,
    "session": int,
    "marked": str,
}
"""The optional fields, most of them missing in most views, and their types."""

_defaults = {field.name: field.default for field in fields(View)}
_USUAL = [_defaults[name] for name in _PLAIN]
_values = attrgetter(*_PLAIN)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(shown: View) -> str:
    every = zip(_PLAIN, _values(shown), _USUAL, strict=True)
    said = {name: value for name, value, usual in every if value != usual}
    if shown.ahead:
        said["ahead"] = [{"value": value} for value in shown.ahead]
    if shown.rest:
        said["rest"] = _of_keys(shown.rest)
    return _encode({"v": VERSION, "text": shown.text, "keys": _of_keys(shown.keys), **said})


def _of_keys(keys: tuple[tuple[Key, ...], ...]) -> list[list[dict[str, str]]]:
    return [list(map(_of_key, row)) for row in keys]


@lru_cache(maxsize=512)
def from_json(stored: str | None) -> View | None:
    """None if nothing is stored, or nothing that can be read. Cached, because a view is read several times on its way."""
    found = _loaded(stored)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return None
    if "v" not in found:
        found["nods_to"] = _nods_to_in_version_1(found.get("card"))
    plain: dict[str, Any] = {
        name: value for name, value in found.items() if name in _PLAIN and _is_of(_PLAIN[name], value)
    }
    rest, ahead = _keys(found.get("rest")), _ahead(found.get("ahead"))
    return View(found["text"], _keys(found.get("keys")), ahead=ahead, rest=rest, **plain)


def _ahead(stored: object) -> tuple[str, ...]:
    values = (
        each.get("value") for each in (stored if isinstance(stored, list) else ()) if isinstance(each, dict)
    )
    return tuple(value for value in values if isinstance(value, str))


def _loaded(stored: str | None) -> object:
    """Text with half a surrogate pair can be neither sent nor stored, and counts as unreadable."""
    try:
        found = json.loads(stored) if stored else None
        if stored and "\\u" in stored:
            _encode(found).encode()
    except (ValueError, RecursionError):
        return None
    return found


def _is_of(kind: type | tuple[type, ...], value: object) -> bool:
    """A bool does not count as a number here, though it is one in Python. Numbers are at least 0 and below MOST."""
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind) and (not isinstance(value, int | float) or 0 <= value < MOST)


def _of_key(key: Key) -> dict[str, str]:
    label, data, style = key
    return {"label": label, "data": data, "style": style} if style else {"label": label, "data": data}


def _keys(stored: object) -> tuple[tuple[Key, ...], ...]:
    rows = (_row(row) for row in stored) if isinstance(stored, list) else ()
    return tuple(row for row in rows if row)


def _row(stored: object) -> tuple[Key, ...]:
    keys = (_key(key) for key in stored) if isinstance(stored, list) else ()
    return tuple(key for key in keys if key)


def _key(stored: object) -> Key | None:
    said = dict(zip(("label", "data", "style"), stored, strict=False)) if isinstance(stored, list) else stored
    if not isinstance(said, dict):
        return None
    label, data, style = said.get("label"), said.get("data"), said.get("style", "")
    if not (isinstance(label, str) and isinstance(data, str)):
        return None
    return label, data, style if isinstance(style, str) else ""


def _nods_to_in_version_1(card: object) -> int:
    """Version 1 stored the delivery's number only in the card's name."""
    number = card.removeprefix("remind.") if isinstance(card, str) and card.startswith("remind.") else ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
