"""Faults made on purpose: refusals, strange answers, delays and lost connections, each for the calls it is meant for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypedDict, Unpack

from bot.phone.given.parameters import Parameters
from bot.phone.given.refused import RefusedError, too_many_requests

ANY = "*"
_TEXTS = {
    400: "Refused on purpose",
    403: "Bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}

A_PROXYS = b"<html><head><title>Access denied</title></head><body><h1>Access denied</h1></body></html>"

Predicate = Callable[[Parameters], bool]


class WhichCalls(TypedDict, total=False):
    """The calls that a fault is meant for; all of them, once, where nothing is said.

    `times`: None for always. `probability` below 1 needs a seeded `random`.
    """

    chat: int | None
    times: int | None
    when: Predicate | None
    probability: float
    random: Random | None


@dataclass(slots=True)
class PlannedFault:
    """`times`: how often it still happens, None for always.

    It is one of four: a `refusal`, a `page` of somebody else (its status, body and type), `seconds` to wait, or `drop`.
    `is_undone`: the call is not carried out.
    """

    method: str
    chat: int | None = None
    times: int | None = 1
    when: Predicate | None = None
    probability: float = 1.0
    random: Random | None = None
    refusal: RefusedError | None = None
    page: tuple[int, bytes, str] | None = None
    seconds: float = 0.0
    drop: bool = False
    is_undone: bool = False

    def meets(self, method: str, given: Parameters, chat: int | None) -> bool:
        return (
            self.times != 0
            and self.method.lower() in {ANY, method.lower()}
            and (self.chat is None or self.chat == chat)
            and (self.when is None or self.when(given))
            and (self.random is None or self.random.random() < self.probability)
        )


class PlannedFaults:
    def __init__(self) -> None:
        self._faults: list[PlannedFault] = []

    def refuse(
        self,
        method: str = ANY,
        *,
        status: int = 500,
        description: str | None = None,
        retry_after: int | None = None,
        **which: Unpack[WhichCalls],
    ) -> None:
        """Leaves the calls undone. `description` goes without "Bad Request: ". `retry_after`: seconds; a 429 always has
        some.
        """
        text = description or _TEXTS.get(status, "Refused on purpose")
        no = RefusedError(text, status, retry_after=retry_after)
        no = too_many_requests(retry_after or 1) if status == 429 else no
        self._add(PlannedFault(method, refusal=no, is_undone=True, **which))

    def page(
        self,
        method: str = ANY,
        *,
        status: int = 403,
        body: bytes = A_PROXYS,
        before: bool = True,
        **which: Unpack[WhichCalls],
    ) -> None:
        """Answers like a proxy on the way. `before`: the call never got to Telegram; else only its answer is replaced."""
        self._add(PlannedFault(method, page=(status, body, "text/html"), is_undone=before, **which))

    def answer(
        self,
        method: str,
        body: object,
        *,
        status: int = 200,
        content_type: str = "application/json",
        **which: Unpack[WhichCalls],
    ) -> None:
        """Leaves the calls undone. `body`: bytes as they are, anything else as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self._add(PlannedFault(method, page=(status, raw, content_type), is_undone=True, **which))

    def delay(self, method: str, seconds: float, **which: Unpack[WhichCalls]) -> None:
        self._add(PlannedFault(method, seconds=seconds, **which))

    def drop(self, method: str = ANY, *, before: bool, **which: Unpack[WhichCalls]) -> None:
        """Cuts the connection. `before`: the call is not carried out; else only its answer is lost."""
        self._add(PlannedFault(method, drop=True, is_undone=before, **which))

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, given: Parameters, chat: int | None) -> PlannedFault | None:
        for fault in self._faults:
            if fault.meets(method, given, chat):
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def _add(self, fault: PlannedFault) -> None:
        if fault.probability < 1 and fault.random is None:
            raise ValueError("a fault by chance needs a seeded random.Random")
        self._faults = [known for known in self._faults if known.times != 0]
        self._faults.append(fault)
