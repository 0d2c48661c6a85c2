"""Takes a sentence apart: figures, signs, and phrases of one language, each with all that it can mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.domain.plain_text import LETTER, bare
from bot.domain.typed.when.when_words import Kind, Meaning, Meanings, WhenWords

LONGEST = 400
"""Characters of a sentence about a time. What is longer tells a story."""

_PIECE = re.compile(
    rf"""(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}}(?![\w:]))
    | (?P<day>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?(?![\w:]))
    | (?P<clock>\d{{1,2}}[:.]\d{{2}}(?![\d:])(?!\.\d))
    | (?P<half>\d[.,]5(?!\d))
    | (?P<figures>\d+)
    | (?P<short>(?<!{LETTER})[ap]\.\ ?m\b\.?)
    | (?P<word>{LETTER}+(?:'{LETTER}*)*)
    | (?P<comma>[,.;!?()\n]+)
    | (?P<and>[&+|]|(?<!\d)/|/(?!\d))
    | (?P<at>@)
    | (?P<dash>-)
    | (?P<odd>[%$€£¥\#°]|(?<=\d)[:/](?=\d))""",
    re.VERBOSE,
)

_SIGNS = {"comma": Kind.COMMA, "and": Kind.AND, "at": Kind.AT, "dash": Kind.DASH, "odd": Kind.AGAINST}
_UNHEARD: Meanings = {}


@dataclass(frozen=True, slots=True)
class Mark:
    """`figures`: as they stand, where it is a number in figures. `clock`: hour and minute. `day`: year or 0, month, day."""

    text: str
    meanings: Meanings = field(default_factory=dict)
    figures: str = ""
    clock: tuple[int, int] = (0, 0)
    day: tuple[int, int, int] = (0, 0, 0)

    def has(self, *kinds: Kind) -> bool:
        return any(kind in self.meanings for kind in kinds)

    def number(self, kind: Kind) -> int:
        return self.meanings[kind].number


NOTHING = Mark("")
"""Stands before the first and after the last."""


def pieces(text: str) -> list[re.Match[str]]:
    """The same for every language. Nothing for what is too long."""
    return list(_PIECE.finditer(bare(text))) if len(text) <= LONGEST else []


def marks(found: list[re.Match[str]], words: WhenWords) -> list[Mark]:
    """The longest phrases there are. What is no word of the language is a mark that means nothing."""
    made: list[Mark] = []
    at = 0
    while at < len(found):
        piece = found[at]
        if piece.lastgroup in ("word", "short"):
            mark, at = _phrase(found, at, words)
        else:
            mark, at = _sign(piece), at + 1
        made.append(mark)
    return made


def _phrase(found: list[re.Match[str]], at: int, words: WhenWords) -> tuple[Mark, int]:
    said = [_word(found[at])]
    ends = [at + 1]
    most = words.lengths.get(said[0], 1)
    for following, end in _following(found, at + 1, most - 1):
        said.append(following)
        ends.append(end)
    for count in range(len(said), 0, -1):
        phrase = " ".join(said[:count])
        if meanings := words.phrases.get(phrase):
            return Mark(phrase, meanings), ends[count - 1]
    return Mark(said[0], words.near(said[0]) or _UNHEARD), at + 1


def _following(found: list[re.Match[str]], at: int, most: int) -> Iterator[tuple[str, int]]:
    """The words that come next; a hyphen between two is as good as a blank."""
    for _ in range(most):
        if at + 1 < len(found) and found[at].lastgroup == "dash":
            at += 1
        if at >= len(found) or found[at].lastgroup not in ("word", "figures"):
            return
        at += 1
        yield _word(found[at - 1]), at


def _word(piece: re.Match[str]) -> str:
    return re.sub("['. ]", "", piece[0])


def _sign(piece: re.Match[str]) -> Mark:
    kind, text = piece.lastgroup or "", piece[0]
    match kind:
        case "figures":
            small = len(text) <= 4
            return Mark(text, _means(Kind.NUMBER, int(text)) if small else _means(Kind.AGAINST), text)
        case "clock":
            hour, minute = map(int, re.split("[:.]", text))
            is_one = hour < 24 and minute < 60
            return Mark(text, _means(Kind.CLOCK if is_one else Kind.AGAINST), clock=(hour, minute))
        case "half":
            return Mark(text, _means(Kind.DECIMAL, int(text[0])))
        case "iso":
            year, month, day = map(int, text.split("-"))
            return Mark(text, _means(Kind.DATE), day=(year, month, day))
        case "day":
            named, of, rest = text.split(".", 2)
            return Mark(text, _means(Kind.DATE), day=(int(rest or 0), int(of), int(named)))
    return Mark(text, _means(_SIGNS[kind]))


def _means(kind: Kind, number: int = 0) -> Meanings:
    return {kind: Meaning(kind, number)}
