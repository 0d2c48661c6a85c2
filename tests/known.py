"""What the content folder of this project holds, read once in a process: for tests, which only look at it."""

from functools import cache

from bot.app.knowing import knowledge
from bot.coach.known.knowledge import Knowledge
from bot.coach.typed.danger.ears import TwoEars
from bot.content.ear.wish_ear import WishEar
from bot.content.language.words import Speaker, speaker
from bot.content.reader import load
from bot.domain.library.library import Library
from bot.domain.typed.danger.danger_words import DangerWords
from tests.examples import CONTENT
from tests.read_before import read_once


@cache
def known() -> Knowledge:
    found = knowledge(CONTENT)
    if isinstance(found.ear, WishEar) and found.ear._whole:
        read_once(found.ear._whole._ear)
    return found


def danger_words() -> DangerWords:
    """What the rules hear, without the taught ear."""
    ears = known().danger
    assert isinstance(ears, TwoEars)
    assert isinstance(ears._rules, DangerWords)
    return ears._rules


@cache
def library() -> Library:
    return load(CONTENT)


@cache
def english() -> Speaker:
    return speaker(CONTENT)
