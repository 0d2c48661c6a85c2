"""Makes typed text plain, so that texts that mean the same compare as equal; all comparing goes through here.

Plain text is only compared and never shown: much of it could not be read any more."""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff"
    "\u0488\u0489\u1abe\u20dd-\u20e0\u20e2-\u20e4\ua670-\ua672]"
)
"""Characters that show nothing, or that draw a line around another.

This includes the joiners inside Persian words: many people leave them out. Where they type a blank instead, these are two words.
"""

_ACUTES = re.compile("[\u00b4\u0384\u1ffd]")
"""Typed as apostrophes. Composing (NFKC) makes blanks of them, so they are replaced first."""

_OTHER_NUMBERS = re.compile("[¼-¾⅐-⅟↉²³¹⁰⁴-⁹₀-₉①-⑳⓪-⓿❶-➓]")
_OTHER_NUMBER = "ǀ"
"""A letter that nobody types. Composing makes figures of these numbers, but ½ is neither 1, 2 nor 12, and 5² is not 52."""

_APOSTROPHES = re.compile("[`‘’‛′\u02bb\u02bc\u05f3]")
_DASHES = re.compile("[‐-―−⁓⸺⸻⸚⹀〜〰゠־᠆\U00010ead]")
_OTHER_DIGITS = re.compile(r"[^\D0-9]")
_LATIN_WITH_ACCENTS = re.compile("([a-z])[\u0300-\u036f]+")

_LOOSE_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks that change no letter: Russian stress, the vowel points of Arabic and Hebrew, the stroke that stretches a word."""

_MARKS = "".join(
    sign
    for sign in map(chr, range(0x300, 0x10000))
    if unicodedata.category(sign).startswith("M") and not _LOOSE_MARKS.match(sign)
)
"""Marks that are parts of words, such as the vowels of Hindi and Thai. Python's \\w leaves them out."""

_SIGN = r"[^\w\s\x00-\x7f\uff01-\uff5e]"
_HEAPED = re.compile(rf"({_SIGN}{_SIGN}{{29}}){_SIGN}+")
"""No writing puts more marks on one letter (UAX 15, "stream-safe"). Sorting a heap takes time by the square of its height."""

_LONGEST = 2 * 4096
"""Composing makes up to eighteen letters of one sign. What grows beyond this length is cut off."""

WORD = re.compile(rf"[\w{_MARKS}]+")
LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
"""A pattern for one letter of a word, without digits."""

_NO_PHRASE = re.compile(rf"[^\w\s{_MARKS}]+")


class Accents(Enum):
    """Letters from which accents are taken. LATIN: й stays й. ALL: й becomes и, and letters stay taken apart."""

    LATIN = "latin"
    ALL = "all"


def plain(text: str) -> str:
    """Small letters, single blanks, one kind of apostrophe, dash and digits, and nothing invisible."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    return _plain(text)


@lru_cache(maxsize=32)
def _plain(text: str) -> str:
    seen = _OTHER_NUMBERS.sub(_OTHER_NUMBER, _ACUTES.sub("'", _not_heaped(_UNSEEN.sub("", text))))
    small = _composed(_LOOSE_MARKS.sub("", _composed(seen).casefold()))
    signs = _DASHES.sub("-", _APOSTROPHES.sub("'", small))
    return " ".join(_not_heaped(_with_usual_digits(signs)).split())


def shows_anything(text: str) -> bool:
    """True if there is a letter, a digit or a sign to see. An emoji counts, the blank of Braille does not."""
    return any(not _is_blank(sign) for sign in plain(text))


def _is_blank(sign: str) -> bool:
    return unicodedata.category(sign)[0] in {"C", "M", "Z"} or sign == "\u2800"


def words_of(text: str) -> list[str]:
    """Without signs. "can't" and "cant" are one word; words that signs or blanks hold apart stay apart."""
    return WORD.findall(_composed(plain(text).replace("'", "").replace("_", " ")))


_ONE_LETTER = str.maketrans(
    {
        "ı": "i", "ё": "е", "ґ": "г", "ø": "o", "ł": "l", "đ": "d", "æ": "a" + "e", "œ": "o" + "e",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ئ": "ي", "ؤ": "و", "ء": None,
        "ँ": "ं", "़": None,
    }
)  # fmt: skip
"""Letters that many people type for one another."""


def folded(text: str) -> str:
    """Without accents, and with one letter for those in _ONE_LETTER: only to compare words of any language."""
    small = bare(text)
    return small if small.isascii() else _composed(small.translate(_ONE_LETTER))


def phrase(text: str) -> str:
    """Without signs: "I'm  ready!" and "im ready" are the same."""
    return " ".join(_composed(_NO_PHRASE.sub("", plain(text))).split())


def phrase_or_signs(text: str) -> str:
    return phrase(text) or plain(text)


def bare(text: str, off: Accents = Accents.LATIN) -> str:
    small = plain(text)
    return small if small.isascii() else _bare(small, off)


@lru_cache(maxsize=32)
def _bare(small: str, off: Accents) -> str:
    if off is Accents.LATIN:
        return _composed(_LATIN_WITH_ACCENTS.sub(r"\1", unicodedata.normalize("NFD", small)))
    apart = unicodedata.normalize("NFD", small)
    for mark in filter(unicodedata.combining, set(apart)):
        apart = apart.replace(mark, "")
    return " ".join(apart.split())


def _not_heaped(text: str) -> str:
    return _HEAPED.sub(r"\1", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)[:_LONGEST]


def _with_usual_digits(text: str) -> str:
    others = set(_OTHER_DIGITS.findall(text))
    return (
        text.translate({ord(digit): str(unicodedata.decimal(digit)) for digit in others}) if others else text
    )
