"""The ear for wishes: one ear goes by words and letters, the other reads the whole sentence, and both are believed."""

import math

from bot.content.ear.deep.deep_wishes import DeepWishes
from bot.content.ear.shares import shares
from bot.content.ear.trained_ear import NOTHING_KNOWN, TrainedEar, in_state

_OF_WORDS, _OF_WHOLE = 0.8, 0.6
"""How much each counts, chosen so that the probabilities are true for sentences that taught neither."""

_LEAST = 0.001
"""Less likely than this is all the same: neither alone can rule out what the other hears."""


class WishEar:
    """`words`: goes by words and letters. `whole`: reads the whole sentence; None: the other hears alone."""

    def __init__(self, words: TrainedEar, whole: DeepWishes | None) -> None:
        self._words, self._whole = words, whole

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        """Kinds with their probabilities, best first."""
        by_words = self._words.hears(text, state)
        scores = self._whole.scores(text) if self._whole and by_words != NOTHING_KNOWN else {}
        if not scores:
            return by_words
        whole = dict(shares(in_state(scores, state)))
        both = {
            kind: _OF_WORDS * _log(likely) + _OF_WHOLE * _log(whole.get(kind, 0)) for kind, likely in by_words
        }
        return shares(both)


def _log(likely: float) -> float:
    return math.log(max(likely, _LEAST))
