"""Splits a sentence into figures, signs and phrases of one language, each with everything that it can mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from bot.domain.plain_text import LETTER, bare
from bot.domain.typed.when.when_words import Kind, Meaning, Meanings, WhenWords

LONGEST = 400
"""Characters. A longer text tells a story."""


class SentencePiece(Enum):
    """The kinds of pieces. The values name groups of the pattern."""

    ISO = "iso"
    DAY = "day"
    CLOCK = "clock"
    HALF = "half"
    FIGURES = "figures"
    SHORT = "short"
    WORD = "word"
    WITHIN = "within"
    COMMA = "comma"
    AND = "and"
    AT = "at"
    DASH = "dash"
    ODD = "odd"

    def like(self, pattern: str) -> str:
        return f"(?P<{self.value}>{pattern})"


_PIECE = re.compile(
    "|".join(
        (
            SentencePiece.ISO.like(r"\d{4}-\d{1,2}-\d{1,2}(?![\w:])"),
            SentencePiece.DAY.like(r"\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?:\d{4})?(?![\w:])"),
            SentencePiece.CLOCK.like(
                r"\d{1,2}[:.]\d{2}(?![\d:])(?!\.\d)|\d{3,4}(?=[ap]m\b)|\d{1,2},\d{2}(?= ?(?:[ap]m|h)\b)"
                r"|(?<![,\d])\d{1,2},(?:0\d|2[4-9]|[3-5]\d)(?![\d%]|,\d)"
            ),
            SentencePiece.HALF.like(r"\d[.,]5(?!\d)"),
            SentencePiece.FIGURES.like(r"\d+"),
            SentencePiece.SHORT.like(rf"(?<!{LETTER}){LETTER}\. ?{LETTER}\b\.?"),
            SentencePiece.WORD.like(rf"{LETTER}+(?:'{LETTER}*)*"),
            SentencePiece.WITHIN.like(r"(?<=\d)(?<!,\d)(?<!,\d\d),(?=(?:10|15|20)(?!\d| ?, ?\d))"),
            SentencePiece.COMMA.like(r"[,.;!?()\n]+|:(?!\d)"),
            SentencePiece.AND.like(r"[&+|]|(?<!\d)/|/(?!\d)"),
            SentencePiece.AT.like("@"),
            SentencePiece.DASH.like("-"),
            SentencePiece.ODD.like(r"[%$€£¥#°]|(?<=\d)[:/](?=\d)"),
        )
    )
)

_DRAWN_OUT = re.compile(rf"({LETTER})\1{{2,}}")
""" "Pleeease", "biiitte"."""

_SIGNS = {
    SentencePiece.COMMA: Kind.COMMA,
    SentencePiece.AND: Kind.AND,
    SentencePiece.AT: Kind.AT,
    SentencePiece.DASH: Kind.DASH,
    SentencePiece.ODD: Kind.AGAINST,
}
_KINDS = {kind.value: kind for kind in SentencePiece}
_WORDS = (SentencePiece.WORD, SentencePiece.SHORT)
_IN_WORDS = re.compile("['. ]")
_UNHEARD: Meanings = {}
_BEGIN_JOINED = frozenset({Kind.NUMBER, Kind.FRACTION, Kind.ONWARDS, Kind.TOWARDS})
_END_JOINED = frozenset({Kind.NUMBER, Kind.PAST, Kind.BEFORE, Kind.AM, Kind.PM, Kind.OCLOCK, Kind.MINUTES})
_SHORTEST_PART, _SHORTEST_JOINED = 3, 5
"""Letters of the first word, and of both."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`figures`: as typed, where it is a number in figures. `clock`: hour and minute. `day`: year or 0, month, day.

    `is_telling`: it ends as a word of what happens now or happened. `is_open`: a clock that may be of either half of the day.
    """

    text: str
    meanings: Meanings = field(default_factory=dict)
    figures: str = ""
    clock: tuple[int, int] = (0, 0)
    day: tuple[int, int, int] = (0, 0, 0)
    is_telling: bool = False
    is_open: bool = False

    def has(self, *kinds: Kind) -> bool:
        return not self.meanings.keys().isdisjoint(kinds)

    def number(self, kind: Kind) -> int:
        return self.meanings[kind].number


NOTHING = Mark("")
"""The mark before the first and after the last."""


@dataclass(frozen=True, slots=True)
class FoundPiece:
    """`text`: without signs. `sign`: its meaning in every language; None for a word."""

    kind: SentencePiece
    text: str
    sign: Mark | None


def pieces(text: str, languages: Iterable[WhenWords] = ()) -> list[FoundPiece]:
    """`languages`: may write words out that would be others without their signs."""
    for words in languages:
        text = words.written_out(text)
    said = _DRAWN_OUT.sub(r"\1", bare(text))
    return [_piece(found) for found in _PIECE.finditer(said)] if len(text) <= LONGEST else []


def _piece(found: re.Match[str]) -> FoundPiece:
    kind = _KINDS[found.lastgroup or ""]
    return FoundPiece(kind, _IN_WORDS.sub("", found[0]), None if kind in _WORDS else _sign(kind, found[0]))


def marks(found: Sequence[FoundPiece], words: WhenWords) -> list[Mark]:
    """The longest phrases that there are. A word that the language does not have is a mark without meanings."""
    made: list[Mark] = []
    found, at = [part for piece in found for part in _taken_apart(piece, words)], 0
    while at < len(found):
        if sign := found[at].sign:
            mark, at = replace(sign, is_open=True) if _is_open(sign, words) else sign, at + 1
        else:
            mark, at = _day_letter(found, at, made, words) or _phrase(found, at, words)
        made.append(mark)
    return made


def _taken_apart(piece: FoundPiece, words: WhenWords) -> tuple[FoundPiece, ...]:
    """ "Halfpast", "tenpast": two words of a time, written as one."""
    if piece.kind is not SentencePiece.WORD or len(piece.text) < _SHORTEST_JOINED:
        return (piece,)
    parts = _joined(piece.text, words)
    return tuple(replace(piece, text=part) for part in parts) if parts else (piece,)


@lru_cache(maxsize=4096)
def _joined(word: str, words: WhenWords) -> tuple[str, str] | None:
    if words.is_part_of_one(word):
        return None
    ways = ((word[:at], word[at:]) for at in range(_SHORTEST_PART, len(word) - 1))
    return next((way for way in ways if _is_joined(*way, words)), None)


def _is_joined(first: str, second: str, words: WhenWords) -> bool:
    begins, goes_on = words.phrases.get(first, _UNHEARD), words.phrases.get(second, _UNHEARD)
    return not (_BEGIN_JOINED.isdisjoint(begins) or _END_JOINED.isdisjoint(goes_on))


def _is_open(sign: Mark, words: WhenWords) -> bool:
    # "9.15", where people count to twelve.
    return "." in sign.text and sign.has(Kind.CLOCK) and words.has_halves


def _day_letter(
    found: Sequence[FoundPiece], at: int, before: Sequence[Mark], words: WhenWords
) -> tuple[Mark, int] | None:
    # "sa und so um 10": "so um" would be about ten.
    meanings = words.phrases.get(found[at].text, _UNHEARD)
    is_listed = len(before) > 1 and before[-2].has(Kind.LETTER) and before[-1].has(Kind.AND, Kind.DASH)
    return (Mark(found[at].text, meanings), at + 1) if is_listed and Kind.LETTER in meanings else None


def _phrase(found: Sequence[FoundPiece], at: int, words: WhenWords) -> tuple[Mark, int]:
    said = [found[at].text]
    ends = [at + 1]
    most = words.lengths.get(said[0], 1)
    for following, end in _following(found, at + 1, most - 1):
        said.append(_mended(following, words))
        ends.append(end)
    for count in range(len(said), 0, -1):
        phrase = " ".join(said[:count])
        if meanings := words.phrases.get(phrase):
            return Mark(phrase, meanings, is_telling=words.is_telling(phrase)), ends[count - 1]
    return Mark(said[0], _near(said[0], words) or _UNHEARD, is_telling=words.is_telling(said[0])), at + 1


@lru_cache(maxsize=4096)  # all people use much the same words
def _mended(word: str, words: WhenWords) -> str:
    return words.mended(word)


@lru_cache(maxsize=4096)
def _near(word: str, words: WhenWords) -> Meanings | None:
    return words.near(word)


def _following(found: Sequence[FoundPiece], at: int, most: int) -> Iterator[tuple[str, int]]:
    """The next words and the place after each. A hyphen between two counts as a blank."""
    for _ in range(most):
        if at + 1 < len(found) and found[at].kind is SentencePiece.DASH:
            at += 1
        if at >= len(found) or found[at].kind not in (SentencePiece.WORD, SentencePiece.FIGURES):
            return
        at += 1
        yield found[at - 1].text, at


def _sign(kind: SentencePiece, text: str) -> Mark:
    match kind:
        case SentencePiece.FIGURES:
            small = len(text) <= 4
            return Mark(text, _means(Kind.NUMBER, int(text)) if small else _means(Kind.AGAINST), text)
        case SentencePiece.CLOCK:
            hour, minute = int(text[:-2].rstrip(":.,")), int(text[-2:])
            is_one = hour < 24 and minute < 60
            return Mark(text, _means(Kind.CLOCK if is_one else Kind.AGAINST), clock=(hour, minute))
        case SentencePiece.HALF:
            return Mark(text, _means(Kind.DECIMAL, int(text[0])))
        case SentencePiece.ISO:
            year, month, day = map(int, text.split("-"))
            return Mark(text, _means(Kind.DATE), day=(year, month, day))
        case SentencePiece.DAY:
            named, of, rest = text.split(".", 2)
            return Mark(text, _means(Kind.DATE), day=(int(rest or 0), int(of), int(named)))
        case SentencePiece.WITHIN:
            return Mark(text, {**_means(Kind.COMMA), **_means(Kind.PLUS)})
    return Mark(text, _means(_SIGNS[kind]))


def _means(kind: Kind, number: int = 0) -> Meanings:
    return {kind: Meaning(kind, number)}
