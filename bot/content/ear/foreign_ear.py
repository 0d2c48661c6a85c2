"""The ear for danger in every language but English: how likely a sentence is each tier, and in which language it is."""

from pathlib import Path

from bot.content.ear.learnt import OTHERS, LearntTiers, tiers_from
from bot.content.ear.rows import Rows
from bot.content.ear.senses import TraitSense
from bot.content.ear.sentences_heard import EXAMPLES, hash_of_all
from bot.content.ear.shares import MAKE_ANEW, UNREADABLE, ZERO, shares
from bot.content.ear.traits import FOREIGN_TRAITS, words_and_signs
from bot.content.faults import ContentFault, Fault
from bot.domain.typed.ear import Raised

_ENGLISH = "en"
"""English has an ear of its own, which knows more of it; here it only stands for what is no other language."""

_ALARMS, _COMPLAINT, _EVERYDAY = ("self-harm", "abuse", "now", "doctor"), "complaint", "everyday"
_HEAVY = frozenset({"overdose", "self-harm", "abuse", "now"})
"""If rules hear one of these, the ear has nothing to add."""

_SURE = 0.65
"""The probability of all alarms together needed to raise the likeliest of them. bot/learning/README.md tells how it was measured."""

_SURE_EVERYDAY, _SURE_ASKED = 0.88, 0.5
"""The same if rules heard everyday talk; and if they would have asked, where one alarm must reach it, not all together."""

_ALONE = 0.45
"""The likeliest alone must be so probable: who denies a sign of the body is not to be taken for somebody in despair."""

_ASKING, _ASKING_EVERYDAY = 0.85, 0.95
"""The probability of alarms and complaints together needed to ask the person; and if rules heard everyday talk: "back pain" alone is
what most who tell of worse begin with."""

_ITS_LANGUAGE = 0.6
"""How probable the language must be: "ja genau" is German or Russian in Latin letters, and means something else in each."""

_FEWEST_TRAITS = 12
"""A sentence with fewer known traits, like "ok" or "да", tells nothing."""


class ForeignEar:
    def __init__(self, learnt: LearntTiers) -> None:
        self._learnt = learnt
        self._traits = TraitSense(learnt.traits, learnt.counts, learnt.sentences, FOREIGN_TRAITS)
        self._rows = Rows(learnt.rows, len(learnt.tiers) + len(learnt.languages), ZERO)

    def raises(self, text: str, heard: str | None = None) -> Raised | None:
        """A tier and its language, if the ear is sure. It may raise the tier that rules `heard`, and never lowers it."""
        if heard in _HEAVY:
            return None
        tiers, languages = self.weighs(text)
        language = next(iter(languages), _ENGLISH)
        if language == _ENGLISH or languages[language] < _ITS_LANGUAGE:
            return None
        tier = _raised(tiers, heard)
        return Raised(tier, language, tiers[tier]) if tier else None

    def weighs(self, text: str) -> tuple[dict[str, float], dict[str, float]]:
        """The probability of each tier, and of each language, the likeliest first; both empty where too little is known."""
        learnt = self._learnt
        places, length = self._traits.met(words_and_signs(text))
        if len(places) < _FEWEST_TRAITS:
            return {}, {}
        met = self._rows.add_up_once(places)
        scale = learnt.scale / length
        said = [start + scale * each for start, each in zip(learnt.start, met, strict=True)]
        count = len(learnt.tiers)
        return (
            dict(shares(dict(zip(learnt.tiers, said, strict=False)), learnt.warmth[0])),
            dict(shares(dict(zip(learnt.languages, said[count:], strict=True)), learnt.warmth[1])),
        )


def _raised(tiers: dict[str, float], heard: str | None) -> str | None:
    alarm = sum(tiers[each] for each in _ALARMS)
    likeliest = max(_ALARMS, key=lambda each: tiers[each])
    if heard in {None, _EVERYDAY}:
        is_sure = alarm >= (_SURE_EVERYDAY if heard else _SURE) and tiers[likeliest] >= _ALONE
    else:
        is_sure = tiers[likeliest] >= _SURE_ASKED
    if is_sure:
        return likeliest
    asking = _ASKING_EVERYDAY if heard else _ASKING
    return _COMPLAINT if heard in {None, _EVERYDAY} and alarm + tiers[_COMPLAINT] >= asking else None


def read_foreign_ear(folder: Path) -> ForeignEar | None:
    """None if nothing was learnt; then only rules listen. Raises ContentFault."""
    if not (folder / OTHERS).is_file():
        return None
    try:
        return ForeignEar(tiers_from(folder / OTHERS))
    except UNREADABLE as error:
        raise ContentFault(
            [Fault(OTHERS.as_posix(), "the file", f"can't be read ({error}); {MAKE_ANEW}")]
        ) from None


def foreign_ear_faults(folder: Path) -> list[Fault]:
    if not (folder / EXAMPLES).is_dir():
        return []
    try:
        fits = tiers_from(folder / OTHERS).sources == hash_of_all(folder)
    except (OSError, *UNREADABLE):
        return [Fault(OTHERS.as_posix(), "the file", f"can't be read; {MAKE_ANEW}")]
    return (
        []
        if fits
        else [Fault(OTHERS.as_posix(), "the file", f"was learnt from other sentences; {MAKE_ANEW}")]
    )
