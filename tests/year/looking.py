"""What somebody sees when they look at the phone, and what they can do then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.screens.buttons.actions import Action, Go, Place

_A = TypeVar("_A")


@dataclass(frozen=True, slots=True)
class Look:
    """`day`: days since they began, from 0. `has_moved`: they did something today. `waits`: a time runs on the card.
    `move`: the slug of the exercise that is on; "" for none. `actions`: of the buttons, in their order.
    """

    text: str
    actions: tuple[Action, ...]
    day: int
    today: date
    has_moved: bool = False
    waits: bool = False
    move: str = ""

    def first(self, kind: type[_A], fits: Callable[[_A], bool] = lambda _: True) -> _A | None:
        """The first button of that kind; None where the card has none."""
        return next((each for each in self.actions if isinstance(each, kind) and fits(each)), None)

    def leads(self, *places: Place) -> Action | None:
        return self.first(Go, lambda go: go.place in places)


@dataclass(frozen=True, slots=True)
class Tap:
    action: Action


@dataclass(frozen=True, slots=True)
class Say:
    words: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Till the card changes."""


@dataclass(frozen=True, slots=True)
class PutAway:
    """Enough for today."""


Deed = Tap | Say | Wait | PutAway
