"""Hears a cry for help that comes in pieces, a few words per message: "I can't", "breathe"."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coach.case import Case
from bot.coach.typed.replying import asking_in_view
from bot.coach.view.in_view import answered_in_view
from bot.domain.plain_text import phrase
from bot.domain.session.session import Move
from bot.domain.typed.danger.heard import IN_DANGER, MAY_BE_DOUBTED, Doubt, Heard
from bot.domain.typed.said.said_back import NO, YES, said_back
from bot.domain.typed.vocabulary import Vocabulary

_TOGETHER = timedelta(minutes=1)
"""A piece follows the one before within this time."""

_LONGEST = 4
"""Words in a piece; more words are a sentence of their own."""

_MOST_PIECES = 5
_MOST_PEOPLE = 1000


@dataclass(slots=True)
class _Pieces:
    said: list[str]
    last: datetime


class SaidBefore:
    """The short messages that people wrote within the last minute, in memory only: no word of them is stored."""

    def __init__(self) -> None:
        self._of: OrderedDict[int, _Pieces] = OrderedDict()

    def before(self, case: Case, text: str) -> str:
        """What was written just before `text`, which is remembered as well. "" if either of the two stands for itself."""
        person, found = case.person.id, self._of.pop(case.person.id, None)
        if not _is_a_piece(text, case.language.vocabulary):
            return ""
        said = found.said if found and timedelta() <= case.now - found.last <= _TOGETHER else []
        self._of[person] = _Pieces([*said, text][-_MOST_PIECES:], case.now)
        if len(self._of) > _MOST_PEOPLE:
            self._of.popitem(last=False)
        return " ".join(said)

    def forget(self, person: int) -> None:
        self._of.pop(person, None)


def _is_a_piece(text: str, words: Vocabulary) -> bool:
    """False for an answer, a command, or a word that moves a session."""
    if text.startswith("/") or not 0 < len(text.split()) <= _LONGEST:
        return False
    if words.moves.get(phrase(text)) not in (None, Move.HURTS):
        return False
    return not said_back(text, words.replies) & (YES | NO)


def heard_in_pieces(case: Case, text: str) -> Heard | None:
    """Only what the words make certain. It is asked about, because the pieces may not belong together."""
    asking = asking_in_view(case)
    asks_for_signs = asking is not None and asking.asks_for_signs  # then a name is an answer
    if not case.before or asks_for_signs or answered_in_view(case) or _danger_in(case, case.before):
        return None
    heard = _danger_in(case, f"{case.before} {text}")
    return replace(heard, doubt=Doubt.MAY_BE) if heard and heard.tier in MAY_BE_DOUBTED else heard


def _danger_in(case: Case, text: str) -> Heard | None:
    heard = case.known.danger.by_rules(text)
    return heard if heard and heard.tier in IN_DANGER else None
