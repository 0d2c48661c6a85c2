"""Logs each decision, and counts updates: what came or came due, how long that took, the kind of answer."""

import hashlib
import logging
import secrets
import time

from bot.chat.counting import Tally
from bot.chat.incoming.decision_words import KINDS, PASSED_OVER, in_a_word
from bot.coach.news import Elsewhere, News, Reply

log = logging.getLogger(__name__)


class DecisionLog:
    """People get names made up at each start. They show which lines belong to one person, never who it is."""

    def __init__(self, tally: Tally) -> None:
        self._tally, self._key = tally, secrets.token_bytes(16)

    def passed_over(self, number: int) -> None:
        self._tally.took_in(PASSED_OVER)
        log.debug("passed over %d: not for us", number)

    def decided(self, number: int, news: News, reply: Reply | None, began: float) -> None:
        """`began`: by `time.perf_counter`."""
        self._tally.took_in(KINDS[type(news)])
        if not log.isEnabledFor(logging.INFO):
            return
        told = {
            "update": number,
            "came": in_a_word(news),
            "person": self._name(news.chat if isinstance(news, Elsewhere) else news.sender.id),
            "milliseconds": round((time.perf_counter() - began) * 1000, 2),
            "answer": _kind(reply),
        }
        log.info(
            "decided %(update)d: %(came)s by %(person)s in %(milliseconds).1f ms, answer: %(answer)s",
            told,
            extra={"fields": told},
        )

    def by_the_clock(self, what: str, person: int, is_fresh: bool | None) -> None:
        if not log.isEnabledFor(logging.INFO):
            return
        told = {"came": what, "person": self._name(person), "answer": _in_a_word(is_fresh)}
        log.info(
            "decided by the clock: %(came)s for %(person)s, answer: %(answer)s", told, extra={"fields": told}
        )

    def _name(self, chat: int) -> str:
        return hashlib.blake2b(chat.to_bytes(8, signed=True), key=self._key, digest_size=4).hexdigest()


def _kind(reply: Reply | None) -> str:
    return _in_a_word(reply.is_fresh if reply else None)


def _in_a_word(is_fresh: bool | None) -> str:
    if is_fresh is None:
        return "none"
    return "fresh" if is_fresh else "edit"
