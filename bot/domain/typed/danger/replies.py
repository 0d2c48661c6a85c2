"""What is said back to the question whether danger was meant, and to the answer: that it is not so, or that all that was said is to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from bot.domain.typed.danger.cries import as_cry
from bot.domain.typed.said.said_back import made_of

Phrases = frozenset[str]


class _Part(Enum):
    BESIDE = auto()
    GOES = auto()
    WIDELY = auto()
    REMOVES = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Replies:
    """In all languages, as `phrases` gives them; what each is stands in content/danger/replies.toml."""

    denied: Phrases = frozenset()
    beside_denied: Phrases = frozenset()
    dismissed: Phrases = frozenset()
    removes: Phrases = frozenset()
    goes: Phrases = frozenset()
    widely: Phrases = frozenset()
    removed: Phrases = frozenset()
    beside_removed: Phrases = frozenset()

    def deny(self, text: str) -> bool:
        """False where there is a word more: "no, I don't want to live"."""
        known = {**dict.fromkeys(self.beside_denied, False), **dict.fromkeys(self.denied, True)}
        return any(made_of(as_cry(text), known))

    def dismiss(self, text: str) -> bool:
        """Only leaves it be, without a yes or no: "never mind, thanks"."""
        beside = dict.fromkeys((*self.beside_denied, *self.denied), False)
        return any(made_of(as_cry(text), {**beside, **dict.fromkeys(self.dismissed, True)}))

    def remove(self, text: str) -> bool:
        """False where there is a word more, as in "delete my data", and for "delete me"."""
        known = {
            **dict.fromkeys(self.beside_removed, _Part.BESIDE),
            **dict.fromkeys(self.widely, _Part.WIDELY),
            **dict.fromkeys(self.goes, _Part.GOES),
            **dict.fromkeys(self.removes, _Part.REMOVES),
            **dict.fromkeys(self.removed, _Part.ALL),
        }
        found = {*made_of(as_cry(text), known)}
        is_wide = _Part.WIDELY in found and _Part.GOES not in found
        return _Part.ALL in found or (_Part.REMOVES in found and not is_wide)

    def begin_to_remove(self, text: str) -> bool:
        """True also for what says more: "please delete my account"."""
        words, known = as_cry(text).split(), dict.fromkeys(self.beside_removed, True)
        parts = ((" ".join(words[:at]), f"{' '.join(words[at:])} ") for at in range(len(words)))
        return any(
            (not before or made_of(before, known))
            and any(said.startswith(f"{each} ") for each in self.removes)
            for before, said in parts
        )


def phrases(said: Iterable[str]) -> Phrases:
    return frozenset(map(as_cry, said))
