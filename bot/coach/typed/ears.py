"""What hears in somebody's words how they are: rules, and beside them the ear that was taught by examples."""

from typing import Protocol

from bot.domain.typed.ear import Ear
from bot.domain.typed.heard import Heard, Tier, heavier

_LONGEST = 400
"""Letters. Examples are sentences; a letter to us is left to the rules."""

_EAR_SPEAKS = "en"


class Ears(Protocol):
    def hears(self, text: str) -> Heard | None: ...


class TwoEars:
    """The taught ear may add to what the rules hear, and takes nothing away. Without it rules listen alone."""

    def __init__(self, rules: Ears, taught: Ear | None) -> None:
        self._rules, self._taught = rules, taught

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        return heavier(heard, self._raised(text, heard))

    def _raised(self, text: str, heard: Heard | None) -> Heard | None:
        if self._taught is None or len(text) > _LONGEST:
            return None
        tier = self._taught.raises(text, heard.tier.value if heard else None)
        return Heard(Tier(tier), _EAR_SPEAKS) if tier else None
