"""Turns English text into the phonemes that Kokoro speaks, by the word lists of misaki; it guesses nothing."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

TOKEN = re.compile(r"/[^/]+/|\w+(?:'\w+)*|[;:,.!?—…]")
PAUSES = frozenset(";:,.!?—…")
VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ")
FLAPPED = VOWELS | {"ɹ"}
"""After these an American t between vowels is a tap of the tongue."""

HISSING, VOICELESS = frozenset("szʃʒʧʤ"), frozenset("pkfθʃsʧt")
LISTS = ("us_gold.json", "us_silver.json")
"""People have checked the first."""


class CannotPronounce(Exception):
    """`words` are in no list."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(set(words)))
        super().__init__(f"No list has {', '.join(self.words)}: say how they are spoken.")


class Pronunciation:
    def __init__(self, lists: Iterable[Mapping[str, str | Mapping[str, str]]] | None = None) -> None:
        self._lists = tuple(lists or _lists())

    def phonemes(self, text: str) -> str:
        """Raises CannotPronounce. Text between slashes is phonemes already."""
        tokens = TOKEN.findall(text.replace("’", "'").replace("–", "—").replace("...", "…"))
        spoken, following, unknown = [], "", []
        for token in reversed(tokens):
            if token in PAUSES:
                spoken.append(token)
                following = ""
            elif (sound := self._sound(token, following)) is None:
                unknown.append(token)
            else:
                spoken.append(f" {sound}")
                following = sound
        if unknown:
            raise CannotPronounce(unknown)
        return "".join(reversed(spoken)).strip()

    def _sound(self, token: str, following: str) -> str | None:
        """`following`: the next word, if there is no pause before it."""
        if token[0] == "/":
            return token.strip("/")
        return (
            _weak(token.lower(), following)
            or self._listed(token, following)
            or self._inflected(token.lower())
        )

    def _listed(self, word: str, following: str = "") -> str | None:
        for words in self._lists:
            for spelled in (word, word.lower(), word.capitalize()):
                if sound := words.get(spelled):
                    return sound if isinstance(sound, str) else _chosen(sound, following)
        return None

    def _inflected(self, word: str) -> str | None:
        for ending, stem in _stems(word):
            if sound := self._listed(stem):
                return ENDINGS[ending](sound)
        return None


def _lists() -> Iterator[Mapping[str, str | Mapping[str, str]]]:
    for name in LISTS:
        yield json.loads(files("misaki.data").joinpath(name).read_text(encoding="utf-8"))


def _chosen(sounds: Mapping[str, str], following: str) -> str:
    """The usual sound, or the one before a pause. No list can tell which of two words spelt alike is meant."""
    return (not following and sounds.get("None")) or sounds["DEFAULT"]


def _weak(word: str, following: str) -> str | None:
    """Little words such as "the" sound differently before different words."""
    before_vowel = following.lstrip("ˈˌ")[:1] in VOWELS if following else None
    match word:
        case "a":
            return "ɐ"
        case "an":
            return "ɐn"
        case "the":
            return "ði" if before_vowel else "ðə"
        case "to" if before_vowel is not None:
            return "tʊ" if before_vowel else "tə"
        case "in":
            return "ˈɪn" if before_vowel is None else "ɪn"
        case _:
            return None


def _stems(word: str) -> Iterator[tuple[str, str]]:
    if word.endswith("s"):
        yield from (("s", word.removesuffix(ending)) for ending in ("s", "'s", "es") if word.endswith(ending))
    if word.endswith("ed"):
        yield from (("ed", word[:-2]), ("ed", word[:-1]), ("ed", word[:-3]))
    if word.endswith("ing"):
        yield from (("ing", word[:-3]), ("ing", f"{word[:-3]}e"), ("ing", word[:-4]))


def _plural(sound: str) -> str:
    if sound[-1] in HISSING:
        return f"{sound}ᵻz"
    return f"{sound}s" if sound[-1] in VOICELESS else f"{sound}z"


def _past(sound: str) -> str:
    if sound[-1] in "td":
        return f"{_tapped(sound)}ᵻd"
    return f"{sound}t" if sound[-1] in VOICELESS else f"{sound}d"


def _going_on(sound: str) -> str:
    return f"{_tapped(sound)}ɪŋ"


def _tapped(sound: str) -> str:
    return f"{sound[:-1]}ɾ" if sound[-1] == "t" and sound[-2:-1] in FLAPPED else sound


ENDINGS = {"s": _plural, "ed": _past, "ing": _going_on}
