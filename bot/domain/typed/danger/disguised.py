"""Reads words in which signs or digits stand for letters, such as "su1c1de" and "k*ll": some people hide what they hardly dare to write."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice, product

_STAND_FOR = {
    "!": ("i",), "|": ("i", "l"), "1": ("i", "l"), "3": ("e",), "0": ("o",), "@": ("a",), "4": ("a",), "$": ("s",), "5": ("s",), "7": ("t",),
    "+": ("t",), "*": ("a", "e", "i", "o", "u"), "€": ("e",), "£": ("l",), "¢": ("c",), "¥": ("y",), "§": ("s",), "¡": ("i",), "9": ("g",),
}  # fmt: skip
_SIGNS = re.escape("".join(_STAND_FOR))
_DISGUISED = re.compile(
    rf"(?<![^\s(\"“'])(?=[a-z']*[{_SIGNS}])[a-z!|@$*€£¢¥§¡][a-z'{_SIGNS}]{{2,14}}(?![^\s.,;:?)\"”'])"
)
"""A digit is never the first letter: "5am" and "10mins" are times."""

_FEWEST = 4
"""The fewest letters of a word with digits, because "t4" and "l5s1" are places in the back. A word with signs may be
shorter, "d!e", and so may one with a digit between letters that is not the first word: "want to d1e"."""

_LOOK_ALIKE = str.maketrans({
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w", "һ": "h", "ӏ": "l", "ѵ": "v",
    "α": "a", "ε": "e", "ο": "o", "κ": "k", "ι": "i", "ν": "v", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "γ": "y",
})  # fmt: skip
_OF_TWO_SCRIPTS = re.compile(r"\w*(?:[a-z][Ͱ-ϿЀ-ԯ]|[Ͱ-ϿЀ-ԯ][a-z])\w*")
"""A Latin word in which some letters are Cyrillic or Greek ones that look the same: "kіll". Nobody can see the difference."""

_MOST_TRIED = 64
_ENDS = "!*+"
"""A sign that ends a word is no letter of it: "help!"."""


def undisguised(text: str, is_word: Callable[[str], bool]) -> str:
    """`text`: in small letters. `is_word`: whether it is a word that somebody may mean. All other words stay as they are."""
    if not text.isascii():
        text = _OF_TWO_SCRIPTS.sub(lambda word: word[0].translate(_LOOK_ALIKE), text)
    if not any(sign in text for sign in _STAND_FOR):
        return text
    return _DISGUISED.sub(partial(_meant, is_word=is_word), text)


def _meant(written: re.Match[str], is_word: Callable[[str], bool]) -> str:
    word = written[0].rstrip(_ENDS).replace("'", "")
    if not word or word.isalpha():
        return written[0]  # nothing is left of "!!!"
    is_long_enough = _is_long_enough(word) or (written.start() and word[0].isalpha() and word[-1].isalpha())
    if not is_long_enough or is_word(word):
        return written[0]  # in Arabic typed with Latin letters, "3" is a letter
    spelt = product(*(_STAND_FOR.get(letter, letter) for letter in word))
    tried = map("".join, islice(spelt, _MOST_TRIED))
    return next(filter(is_word, tried), written[0])


def _is_long_enough(word: str) -> bool:
    has_figures = any(map(str.isdigit, word))
    return len(word) >= (_FEWEST if has_figures else _FEWEST - 1) and sum(map(str.isalpha, word)) > 1
