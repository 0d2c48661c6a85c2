"""What hears in somebody's words how they are: rules, and beside them the ear that was taught by examples."""

from collections.abc import Callable
from typing import Protocol

from bot.domain.typed.danger.heard import Heard, HearsDanger, Tier, heavier
from bot.domain.typed.ear import Ear

_LONGEST = 400
"""Letters. Examples are sentences; a letter to us is left to the rules."""

EAR_SPEAKS = "en"


_NOT_BODILY = frozenset({Tier.SELF_HARM, Tier.ABUSE})
"""People often say which signs of the body they do not have. The rules hear that "no"; the ear does not."""


_CERTAIN = frozenset({Tier.LOW_BACK, Tier.ILL, Tier.WORK_AROUND})
"""Nobody is asked how bad it is where the rules know what to do about it: "my wrists hurt"."""


class Rules(HearsDanger, Protocol):
    def denies(self, text: str) -> bool: ...


class TwoEars:
    """The taught ear may add to what the rules hear, and takes nothing away. Where it is not there rules listen alone.

    `names_a_tag`: whether nothing is said but what to work around: "thin bones" is no sign of anything new.
    """

    def __init__(
        self, rules: Rules, taught: Ear | None, names_a_tag: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._rules, self._taught, self._names_a_tag = rules, taught, names_a_tag

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        return heavier(heard, self._raised(text, heard))

    def _raised(self, text: str, heard: Heard | None) -> Heard | None:
        if self._taught is None or len(text) > _LONGEST:
            return None
        if heard and heard.tier is Tier.WORK_AROUND and self._names_a_tag(text):
            return None
        said = self._taught.raises(text, heard.tier.value if heard else None)
        tier = Tier(said) if said else None
        if tier is None or (tier not in _NOT_BODILY and self._rules.denies(text)):
            return None
        if tier is Tier.COMPLAINT and heard and heard.tier in _CERTAIN:
            return None
        return Heard(tier, EAR_SPEAKS)
