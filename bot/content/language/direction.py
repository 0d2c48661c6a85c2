"""Separates right-to-left from left-to-right words in one text, with Unicode's marks."""

import re
from collections.abc import Callable, Iterable

_MARKS = re.compile("[\u2068\u2069]")
_ANY_CONTROL = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
# Hebrew to Arabic Extended, their presentation forms, and the right-to-left planes (Unicode 16, UAX 9).
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def without_controls(value: str) -> str:
    """Marks inside a name could end the isolation around it, or turn the rest of the line."""
    return value.translate(_ANY_CONTROL)


def joined(items: Iterable[str], join: Callable[[list[str]], str]) -> str:
    every = list(items)
    text = join(every)
    return (
        join([f"\u2068{without_controls(item)}\u2069" for item in every])
        if _RIGHT_TO_LEFT.search(text)
        else text
    )


def isolated(text: str) -> str:
    """Removes the marks around values if no text runs from right to left: then they do nothing."""
    return text if _RIGHT_TO_LEFT.search(text) else _MARKS.sub("", text)
