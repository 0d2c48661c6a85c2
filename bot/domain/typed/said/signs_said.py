"""Reads the answer to the warning signs in a few plain words: "none of them fit me", "none apply, 58"."""

from collections.abc import Mapping, Set
from enum import Enum

from bot.domain.plain_text import phrase
from bot.domain.typed.said.said_back import made_of

ADULT, YOUNGEST, OLDEST = 18, 10, 110
"""Another number is no age."""


class AboutMe(Enum):
    """Answers to the warning signs while they are in view, besides the labels. NONE_BY_NAME: says what there is none
    of, and is also heard when they are not in view. BY_NAME, also heard anywhere in a sentence: one of them fits
    after all, or people want to see them."""

    NONE = "none"
    NONE_BY_NAME = "none-by-name"
    BY_NAME = "by-name"
    SOME = "some"
    MINOR = "minor"


_NONE = frozenset({AboutMe.NONE, AboutMe.NONE_BY_NAME})


def signs_said(text: str, spoken: Mapping[str, AboutMe], beside: Set[str]) -> AboutMe | None:
    """None if anything else was said, because an unknown word may be a sign. NONE_BY_NAME also if an age stands beside a "none"."""
    said = phrase(text)
    if exactly := spoken.get(said):
        return exactly
    ages = [int(word) for word in said.split() if word.isdecimal()]
    others = " ".join(word for word in said.split() if not word.isdecimal())
    meant = {*made_of(others, spoken, beside)}
    if not meant or not meant <= _NONE or not all(YOUNGEST <= age <= OLDEST for age in ages):
        return None
    if not all(age >= ADULT for age in ages):
        return AboutMe.MINOR
    return AboutMe.NONE_BY_NAME if ages or AboutMe.NONE_BY_NAME in meant else AboutMe.NONE
