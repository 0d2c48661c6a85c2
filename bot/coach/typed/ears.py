"""What hears in somebody's words how they are."""

from typing import Protocol

from bot.domain.typed.heard import Heard


class Ears(Protocol):
    def hears(self, text: str) -> Heard | None: ...
