"""Words of any script as a page can show them: Arabic letters joined, right-to-left lines turned, and a box for letters the font
lacks.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

BOX = "\N{WHITE SQUARE}"

_NOT_SEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\ufeff\U0001f3fb-\U0001f3ff]")
_PRESENTED = range(0xFE70, 0xFEFF)
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_JOINS_ALL = "\u0640\u200d"
"""A stroke between letters, and a mark that stands for one."""


def written(line: str, glyphs: Collection[int]) -> str:
    """`line`: already broken at its end. Returns the letters as they stand from left to right."""
    from fpdf.bidi import BidiParagraph

    if line.isascii():
        return line
    joined = _joined(line)
    turned = BidiParagraph(joined).get_reordered_string() if _runs_leftwards(joined) else joined
    return "".join(_drawable(_NOT_SEEN.sub("", turned), glyphs))


def _runs_leftwards(line: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in line)


def _drawable(line: str, glyphs: Collection[int]) -> Iterator[str]:
    for sign in line:
        if ord(sign) in glyphs:
            yield sign
        elif not unicodedata.category(sign).startswith(("M", "C")):
            yield BOX


@lru_cache(maxsize=1)
def _forms() -> dict[tuple[str, str], str]:
    """How a letter looks at each place in a word ("isolated", "initial", "medial", "final"), by Unicode."""
    found = {}
    for code in _PRESENTED:
        how, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        plain = "".join(chr(int(letter, 16)) for letter in letters.split())
        if plain and " " not in plain:
            found[plain, how.removeprefix("<")] = chr(code)
    return found


def _joined(line: str) -> str:
    """Arabic letters in their joined forms. A vowel sign between two letters does not separate them."""
    signs, forms = _with_ligatures(line), _forms()
    made = []
    for place, sign in enumerate(signs):
        before, after = _neighbour(signs, place, -1), _neighbour(signs, place, 1)
        has_before = _joins(before) and (sign, "final") in forms
        has_after = _joins(sign) and _takes(after)
        how = {(0, 0): "isolated", (0, 1): "initial", (1, 0): "final", (1, 1): "medial"}[
            has_before, has_after
        ]
        made.append(forms.get((sign, how), sign))
    return "".join(made)


def _with_ligatures(line: str) -> list[str]:
    return re.findall(f"{_LAM}[{_ALEFS}]|.", line, re.DOTALL)


def _neighbour(signs: list[str], place: int, step: int) -> str:
    place += step
    while 0 <= place < len(signs) and unicodedata.category(signs[place][0]) == "Mn":
        place += step
    return signs[place] if 0 <= place < len(signs) else ""


def _joins(sign: str) -> bool:
    return bool(sign) and (sign in _JOINS_ALL or (sign, "initial") in _forms())


def _takes(sign: str) -> bool:
    return bool(sign) and (sign in _JOINS_ALL or (sign, "final") in _forms())
