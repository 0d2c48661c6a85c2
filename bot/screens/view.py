"""The wire form of a screen: what is stored as owed to a chat, compared with what it shows, and sent."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from bot.screens.buttons.wire import encode
from bot.screens.screen import Screen

Key = tuple[str, str, str]
"""Label, callback data, style."""


@dataclass(frozen=True, slots=True)
class View:
    """`fresh`: comes as a new message below what was said since; else in place of what is shown. `rings`: not silent.

    `delivery`: of a reminder, what became of which is noted under this id. `good_until`: seconds since the epoch, after
    which its words are no longer true, and it is judged again.
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

    def after(self, unsent: "View | None") -> "View":
        """This view, in place of one that never got to the phone: what was to come below still does."""
        return replace(self, fresh=True) if unsent and unsent.fresh else self

    def is_good(self, now: datetime) -> bool:
        return not self.good_until or now.timestamp() <= self.good_until

    def looks_like(self, other: "View") -> bool:
        return (self.text, self.keys, self.picture) == (other.text, other.keys, other.picture)


def view(screen: Screen, *, fresh: bool, rings: bool) -> View:
    keys = tuple(tuple((b.label, encode(b.action), b.style.value) for b in row) for row in screen.rows)
    picture = screen.picture
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
    )


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(shown: View) -> str:
    return _encode({name: getattr(shown, name) for name in View.__slots__})


@lru_cache(maxsize=512)
def from_json(stored: str) -> View:
    """A view is read several times on its way to the phone: as owed, as shown, and when the next one is compared."""
    fields = json.loads(stored)
    fields["keys"] = tuple([tuple([tuple(key) for key in row]) for row in fields["keys"]])
    return View(**fields)
