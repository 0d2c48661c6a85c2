"""Short answers such as yes, no and don't know, which mean something only after a question."""

from collections.abc import Collection, Mapping
from enum import Enum
from typing import TypeVar

from bot.domain.plain_text import phrase

M = TypeVar("M")


class SaidBack(Enum):
    """OK: a yes, or only a nod. DO: a yes to what is offered, but no answer to how somebody is. GO: a yes to
    something that can begin. KEEP: a yes to something new, a no to losing something. LATER: not now. LET_BE:
    "wait" or "never mind", a no to what was offered, but not to a question about the person. AFTER_ALL: takes a
    stop back. LEAVE_OUT: a yes to working around something. DELETE, STOP: the exact words that an irreversible
    step needs. POLITE: means nothing alone."""

    YES = "yes"
    OK = "ok"
    DO = "do"
    GO = "go"
    KEEP = "keep"
    NO = "no"
    LATER = "later"
    LET_BE = "let-be"
    UNSURE = "unsure"
    STIFF = "stiff"
    IN_A_MOVE = "in-a-move"
    AFTER_ALL = "after-all"
    LEAVE_OUT = "leave-out"
    DELETE = "delete"
    STOP = "stop"
    POLITE = "polite"


YES = frozenset({SaidBack.YES, SaidBack.OK, SaidBack.DO, SaidBack.KEEP})
ASKING = ("?", "؟", "？")
LONGEST = 16
"""In words; no phrase that is said back has more. Looking for the longest of hundreds each time took longer than all else here."""
NO = frozenset({SaidBack.NO, SaidBack.LET_BE, SaidBack.LATER})


def said_back(text: str, spoken: Mapping[str, SaidBack]) -> frozenset[SaidBack]:
    """Empty if anything else was said. A nod before other words is only a nod."""
    said = frozenset(made_of(phrase(text), spoken)) - {SaidBack.POLITE}
    return said - {SaidBack.OK} or said


def agrees(text: str, spoken: Mapping[str, SaidBack], beside: Collection[str]) -> frozenset[SaidBack]:
    """A yes among words that do not contradict it: "thank you, that is exactly right, please keep it". Empty for anything else."""
    if any(mark in text for mark in ASKING):
        return frozenset()
    said = frozenset(made_of(phrase(text), {**dict.fromkeys(beside, SaidBack.POLITE), **spoken}))
    return said - {SaidBack.OK, SaidBack.POLITE} if said <= YES | {SaidBack.POLITE} else frozenset()


def made_of(said: str, spoken: Mapping[str, M], between: Collection[str] = ()) -> tuple[M, ...]:
    """The meanings of a sentence that consists only of such phrases and words of `between`; empty if it says more."""
    words, found = said.split(), []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + LONGEST), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]) in spoken), None)
        if end:
            found.append(spoken[" ".join(words[at:end])])
        elif words[at] not in between:
            return ()
        at = end or at + 1
    return tuple(found)


def says_any(text: str, phrases: Collection[str]) -> bool:
    said = f" {phrase(text)} "
    return any(f" {each} " in said for each in phrases)
