"""Records every call of the bot in order of arrival, and the faults that Telegram would ignore silently."""

from collections import Counter, deque
from dataclasses import dataclass
from datetime import datetime

from bot.phone.given.parameters import Parameters
from bot.phone.given.signatures import known_parameters
from bot.phone.given.unknown_fields import strange_fields

REMEMBERED = 20_000


@dataclass(slots=True)
class ApiCall:
    """`parameters` as they arrived, files by their names.

    `status` is HTTP's: 0 while the answer is out, and for good if the connection was cut on purpose.
    """

    method: str
    parameters: dict[str, str]
    chat: int | None
    at: datetime
    status: int = 0
    description: str = ""
    by_fault: bool = False

    def __str__(self) -> str:
        return f"{self.method}(chat {self.chat}): {self.status} {self.description}".rstrip()


@dataclass(frozen=True, slots=True)
class Breach:
    """A fault that Telegram ignores silently, and that the bot surely did not mean."""

    method: str
    what: str
    times: int

    def __str__(self) -> str:
        return f"{self.method}: {self.what} ({self.times} times)"


class Record:
    def __init__(self) -> None:
        self.calls: deque[ApiCall] = deque(maxlen=REMEMBERED)
        self._names: Counter[tuple[str, str]] = Counter()
        self._slips: Counter[tuple[str, str]] = Counter()

    @property
    def refusals(self) -> list[ApiCall]:
        return [call for call in self.calls if call.status >= 400 and not call.by_fault]

    @property
    def breaches(self) -> list[Breach]:
        unknown = [
            Breach(method, f"unknown parameter {name}", times)
            for (method, name), times in self._names.items()
            if name not in known_parameters(method)
        ]
        strange = Counter(
            (call.method, f"unknown field {name}")
            for call in self.calls
            for name in strange_fields(call.method, call.parameters)
        )
        noted = [*strange.items(), *self._slips.items()]
        return unknown + [Breach(method, what, times) for (method, what), times in noted]

    def begin(self, method: str, given: Parameters, chat: int | None, at: datetime) -> ApiCall:
        parameters = given.values
        if given.files:
            parameters = parameters | {part: upload.name for part, upload in given.files.items()}
        call = ApiCall(method, parameters, chat, at)
        self.calls.append(call)
        self._names.update((method, name) for name in given.values)
        return call

    def slip(self, method: str, what: str) -> None:
        self._slips[method, what] += 1

    def clear(self) -> None:
        self.calls.clear()
        self._names.clear()
        self._slips.clear()
