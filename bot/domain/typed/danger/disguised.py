"""Reads words in which signs or figures stand for letters, such as "su1c1de" and "k*ll": some people hide what they hardly dare to write."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice, product

_STAND_FOR = {
    "!": ("i",), "|": ("i", "l"), "1": ("i", "l"), "3": ("e",), "0": ("o",), "@": ("a",), "4": ("a",), "$": ("s",), "5": ("s",), "7": ("t",),
    "+": ("t",), "*": ("a", "e", "i", "o", "u"),
}  # fmt: skip
_SIGNS = re.escape("".join(_STAND_FOR))
_DISGUISED = re.compile(
    rf"(?<![^\s(\"“'])(?=[a-z]*[{_SIGNS}])[a-z!|@$*][a-z{_SIGNS}]{{2,14}}(?![^\s.,;:?)\"”'])"
)
"""A figure is no first letter: "5am" and "10mins" are times."""

_FEWEST = 4
"""Letters of a word with figures, as "t4" and "l5s1" are places in the back. One with signs may be shorter: "d!e"."""

_MOST_TRIED = 64
_ENDS = "!*+"
"""What ends a word is no letter of it: "help!"."""


def undisguised(text: str, is_word: Callable[[str], bool]) -> str:
    """`text`: in small letters. `is_word`: whether somebody may mean that word. All other words stay as they are."""
    if not any(sign in text for sign in _STAND_FOR):
        return text
    return _DISGUISED.sub(partial(_meant, is_word=is_word), text)


def _meant(written: re.Match[str], is_word: Callable[[str], bool]) -> str:
    word = written[0].rstrip(_ENDS)
    if word.isalpha() or not _is_long_enough(word) or is_word(word):
        return written[0]  # in Arabic, "3" is a letter where Latin ones are typed
    spelt = product(*(_STAND_FOR.get(letter, letter) for letter in word))
    tried = map("".join, islice(spelt, _MOST_TRIED))
    return next(filter(is_word, tried), written[0])


def _is_long_enough(word: str) -> bool:
    has_figures = any(map(str.isdigit, word))
    return len(word) >= (_FEWEST if has_figures else _FEWEST - 1) and sum(map(str.isalpha, word)) > 1
