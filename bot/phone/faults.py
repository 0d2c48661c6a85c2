"""Faults made on purpose: refusals, delays and lost connections, each for the calls it is meant for."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bot.phone.parameters import Parameters

ANY = "*"
_TEXTS = {
    429: "Too Many Requests: retry after {seconds}",
    403: "Forbidden: bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
}

Predicate = Callable[[str, Parameters], bool]


@dataclass(slots=True)
class Fault:
    """`times` is how often it still happens, None for always.

    One of the three: a `status` to refuse with, `seconds` to wait, `drop` ("before" the call is carried out or "after").
    """

    method: str
    chat: int | None = None
    times: int | None = 1
    when: Predicate | None = None
    probability: float = 1.0
    random: Random | None = None
    status: int = 0
    description: str = ""
    retry_after: int | None = None
    seconds: float = 0.0
    drop: str = ""

    def meets(self, method: str, given: Parameters) -> bool:
        return (
            self.times != 0
            and self.method.lower() in {ANY, method.lower()}
            and (self.chat is None or given.text("chat_id") == str(self.chat))
            and (self.when is None or self.when(method, given))
            and (self.random is None or self.random.random() < self.probability)
        )


class Faults:
    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def refuse(  # noqa: PLR0913: all but the first are optional and by name
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
        """Answers `times` calls with `status` and leaves them undone. `retry_after` is in seconds."""
        if status == 429 and retry_after is None:
            retry_after = 1
        text = description or _TEXTS.get(status, "Bad Request: refused on purpose")
        self._add(
            Fault(
                method, chat, times, when, probability, random,
                status=status, description=text.format(seconds=retry_after), retry_after=retry_after,
            )
        )  # fmt: skip

    def delay(  # noqa: PLR0913: all but the first two are optional and by name
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
        self._add(Fault(method, chat, times, when, probability, random, seconds=seconds))

    def drop(  # noqa: PLR0913: all but the first are optional and by name
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
        self._add(Fault(method, chat, times, when, probability, random, drop="before" if before else "after"))

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, given: Parameters) -> Fault | None:
        """The first fault that is meant for this call, counted down."""
        for fault in self._faults:
            if fault.meets(method, given):
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def _add(self, fault: Fault) -> None:
        if fault.probability < 1 and fault.random is None:
            raise ValueError("a fault by chance needs a seeded random.Random")
        self._faults = [known for known in self._faults if known.times != 0]
        self._faults.append(fault)
