"""Messages that mean no danger as a whole, or in each of their parts."""

import re
from collections.abc import Set
from dataclasses import dataclass

from bot.domain.plain_text import phrase

_BETWEEN = re.compile(r"[.,;:!?…\n–—]+|\s-+\s")


@dataclass(frozen=True, slots=True)
class Calm:
    """Of words as `phrase` leaves them. `said`: whole messages. `parts`: matches what stands between signs."""

    said: Set[str] = frozenset()
    parts: re.Pattern[str] | None = None

    def is_all_of(self, text: str) -> bool:
        said = [part for each in _BETWEEN.split(text) if (part := phrase(each))]
        return phrase(text) in self.said or (bool(said) and all(map(self._is_a_part, said)))

    def _is_a_part(self, said: str) -> bool:
        return self.parts is not None and self.parts.fullmatch(said) is not None
