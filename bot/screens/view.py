"""The wire form of a screen: what is stored as owed to a chat, compared with what it shows, and sent.

Every form that was ever stored is read for good; tests/store/stored_forms/views.txt holds them. Fields and values that only
a later version knows are passed over.
"""

import json
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.screens.buttons.wire import encode
from bot.screens.keys import fitted
from bot.screens.screen import Screen
from bot.screens.text import unmarked

KINDS = {"sound": "audio", "video": "video"}
"""What comes of these jobs; what others make as a file is a document."""

Key = tuple[str, str, str]
"""Label, callback data, style."""


@dataclass(frozen=True, slots=True)
class View:
    """`fresh`: comes as a new message below what was said since; else in place of what is shown. `rings`: not silent.

    `ends`: a goodbye; once it was shown, nothing is remembered of the chat. `delivery`: of a reminder, what became of which is noted under this id when it is sent. `good_until`: seconds since the
    epoch, after which its words are no longer true, and it is judged again. `nods_to`: as in a Screen. `line`: it answers words that stay in the chat, and this (HTML) is
    what it shrinks to when something comes below; "": nothing of it stays. `weighs`, `whole`: as in a Screen. `job`, `value`,
    `name`, `session`: of the Paper of a Screen, so that what is owed can be made after a restart, too. `marked`, `ahead`: the values of such papers, of the one job that marks loops;
    which of the two loops a message has is not asked when it is compared with another.
    """

    text: str
    keys: tuple[tuple[Key, ...], ...] = ()
    picture: str | None = None
    moves: bool = False
    card: str = ""
    leaves: str | None = None
    fresh: bool = False
    rings: bool = True
    delivery: int = 0
    good_until: float = 0.0
    stays: bool = False
    nods_to: int = 0
    line: str = ""
    weighs: int = 0
    ends: bool = False
    whole: str = ""
    job: str = ""
    value: str = ""
    name: str = ""
    session: int = 0
    marked: str = ""
    ahead: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What Telegram is to take a file for."""
        return KINDS.get(self.job, "document")

    @property
    def is_recorded(self) -> bool:
        """A session to hear or to see."""
        return self.is_file and self.job in KINDS

    @property
    def is_file(self) -> bool:
        """It is the person's to keep."""
        return bool(self.job and self.name)

    def is_same_file(self, other: "View") -> bool:
        return (self.job, self.value, self.name) == (other.job, other.value, other.name)

    @property
    def image(self) -> str | None:
        """What is seen above the words, by a name of its own; None: nothing is."""
        drawn = f"{self.job} {self.value}" if self.job and not self.name else None
        return self.picture or drawn

    @property
    def in_words_only(self) -> "View":
        return replace(
            self, picture=None, moves=False, job="", value="", name="", session=0, marked="", ahead=()
        )

    def after(self, unsent: "View | None") -> "View":
        """This view, in place of one that never got to the phone: what was to come below still does."""
        return replace(self, fresh=True) if unsent and unsent.fresh else self

    def is_good(self, now: datetime) -> bool:
        return not self.good_until or now.timestamp() <= self.good_until

    def in_plain_words(self) -> "View":
        """Without all that Telegram could take offence at: picture, markup, and all buttons but the first."""
        keys = ((self.keys[0][0],),) if self.keys else ()
        return replace(self.in_words_only, text=unmarked(self.text), keys=keys)

    def looks_like(self, other: "View") -> bool:
        return self.looks == other.looks

    @property
    def looks(self) -> tuple[object, ...]:
        """All that is seen of it."""
        return self.text, self.keys, self.image, self.is_file and (self.job, self.value, self.name)


def view(screen: Screen, *, fresh: bool, rings: bool) -> View:
    keys = tuple(
        tuple((b.label, encode(b.action), b.style.value) for b in row) for row in fitted(screen.rows)
    )
    picture, paper = screen.picture, screen.paper
    return View(
        screen.text,
        keys,
        picture.file if picture else None,
        picture.moves if picture else False,
        screen.card,
        screen.leaves,
        fresh,
        rings,
        stays=screen.stays,
        nods_to=screen.nods_to,
        weighs=screen.weighs,
        whole=screen.whole,
        job=paper.job if paper else "",
        value=paper.value if paper else "",
        name=paper.name if paper else "",
        session=paper.session if paper else 0,
        marked=screen.marked.value if screen.marked else "",
        ahead=tuple(paper.value for paper in screen.ahead),
    )


VERSION = 2

MOST = 2**63
"""Where whole numbers end that SQLite can be asked for."""

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
    "ends": bool,
    "whole": str,
    "job": str,
    "value": str,
    "name": str,
    "session": int,
    "marked": str,
}
"""What can be left out, as it is in most views, and what it is."""

_USUAL = {field.name: field.default for field in fields(View)}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(shown: View) -> str:
    every = {name: getattr(shown, name) for name in _PLAIN}
    said = {name: value for name, value in every.items() if value != _USUAL[name]}
    if shown.ahead:
        said["ahead"] = [{"value": value} for value in shown.ahead]
    return _encode(
        {"v": VERSION, "text": shown.text, "keys": [list(map(_of_key, row)) for row in shown.keys], **said}
    )


@lru_cache(maxsize=512)
def from_json(stored: str | None) -> View | None:
    """None where nothing is stored, or what can't be read: then nothing is known of it.

    A view is read several times on its way to the phone: as owed, as shown, and when the next one is compared.
    """
    found = _loaded(stored)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return None
    if "v" not in found:
        found["nods_to"] = _nods_to_in_version_1(found.get("card"))
    plain: dict[str, Any] = {
        name: found[name] for name, kind in _PLAIN.items() if _is_of(kind, found.get(name))
    }
    return View(found["text"], _keys(found.get("keys")), ahead=_ahead(found.get("ahead")), **plain)


def _ahead(stored: object) -> tuple[str, ...]:
    values = (
        each.get("value") for each in (stored if isinstance(stored, list) else ()) if isinstance(each, dict)
    )
    return tuple(value for value in values if isinstance(value, str))


def _loaded(stored: str | None) -> object:
    """What holds half a character can be neither sent nor stored, and counts as what can't be read."""
    try:
        found = json.loads(stored) if stored else None
        if stored and "\\u" in stored:
            _encode(found).encode()
    except (ValueError, RecursionError):
        return None
    return found


def _is_of(kind: type | tuple[type, ...], value: object) -> bool:
    """To Python yes and no are numbers, too; here they are not. No number is below 0, or beyond MOST."""
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind) and (not isinstance(value, int | float) or 0 <= value < MOST)


def _of_key(key: Key) -> dict[str, str]:
    label, data, style = key
    return {"label": label, "data": data, "style": style} if style else {"label": label, "data": data}


def _keys(stored: object) -> tuple[tuple[Key, ...], ...]:
    """What is no key, or no row of keys, is passed over."""
    rows = (_row(row) for row in stored) if isinstance(stored, list) else ()
    return tuple(row for row in rows if row)


def _row(stored: object) -> tuple[Key, ...]:
    keys = (_key(key) for key in stored) if isinstance(stored, list) else ()
    return tuple(key for key in keys if key)


def _key(stored: object) -> Key | None:
    """In version 1 it was a list of the three."""
    said = dict(zip(("label", "data", "style"), stored, strict=False)) if isinstance(stored, list) else stored
    if not isinstance(said, dict):
        return None
    label, data, style = said.get("label"), said.get("data"), said.get("style", "")
    if not (isinstance(label, str) and isinstance(data, str)):
        return None
    return label, data, style if isinstance(style, str) else ""


def _nods_to_in_version_1(card: object) -> int:
    """It stood in the card's name, and nowhere else."""
    number = card.removeprefix("remind.") if isinstance(card, str) and card.startswith("remind.") else ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
