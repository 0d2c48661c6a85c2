"""Faults made on purpose: refusals, strange answers, delays and lost connections, each for the calls it is meant for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

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


@dataclass(slots=True)
class PlannedFault:
    """`times` is how often it still happens, None for always.

    One of the four: a refusal, a page of somebody else's in place of an answer (its status, body and type), `seconds` to
    wait, `drop`. `is_undone`: the call is not carried out.
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

    def refuse(  # noqa: PLR0913 - all but the first are optional and by name
        self,
        method: str = ANY,
        *,
        chat: int | None = None,
        status: int = 500,
        description: str | None = None,
        retry_after: int | None = None,
        times: int | None = 1,
        when: Predicate | None = None,
        probability: float = 1.0,
        random: Random | None = None,
    ) -> None:
        """Answers `times` calls with `status` and leaves them undone.

        `description` goes without "Bad Request: ". `retry_after` is in seconds; a 429 has one in any case.
        """
        no = RefusedError(
            description or _TEXTS.get(status, "Refused on purpose"), status, retry_after=retry_after
        )
        no = too_many_requests(retry_after or 1) if status == 429 else no
        self._add(PlannedFault(method, chat, times, when, probability, random, no, is_undone=True))

    def page(  # noqa: PLR0913 - all but the first are optional and by name
        self,
        method: str = ANY,
        *,
        status: int = 403,
        body: bytes = A_PROXYS,
        before: bool = True,
        chat: int | None = None,
        times: int | None = 1,
        when: Predicate | None = None,
        probability: float = 1.0,
        random: Random | None = None,
    ) -> None:
        """Answers as a proxy on the way does, with `body` whatever that is: before the call got to Telegram, or in place of
        Telegram's answer, after it was carried out."""
        fault = PlannedFault(method, chat, times, when, probability, random, page=(status, body, "text/html"))
        fault.is_undone = before
        self._add(fault)

    def answer(
        self,
        method: str,
        body: object,
        *,
        status: int = 200,
        content_type: str = "application/json",
        times: int | None = 1,
    ) -> None:
        """Answers `times` calls with this and leaves them undone. `body`: bytes as they are, anything else as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self._add(PlannedFault(method, times=times, page=(status, raw, content_type), is_undone=True))

    def delay(  # noqa: PLR0913 - all but the first two are optional and by name
        self,
        method: str,
        seconds: float,
        *,
        chat: int | None = None,
        times: int | None = 1,
        when: Predicate | None = None,
        probability: float = 1.0,
        random: Random | None = None,
    ) -> None:
        """Carries calls out at once and keeps the answer back for `seconds`."""
        self._add(PlannedFault(method, chat, times, when, probability, random, seconds=seconds))

    def drop(  # noqa: PLR0913 - all but the first are optional and by name
        self,
        method: str = ANY,
        *,
        before: bool,
        chat: int | None = None,
        times: int | None = 1,
        when: Predicate | None = None,
        probability: float = 1.0,
        random: Random | None = None,
    ) -> None:
        """Cuts the connection: before the call is carried out, or after it, so that only the answer is lost."""
        self._add(PlannedFault(method, chat, times, when, probability, random, drop=True, is_undone=before))

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, given: Parameters, chat: int | None) -> PlannedFault | None:
        """The first fault that is meant for this call, counted down."""
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
