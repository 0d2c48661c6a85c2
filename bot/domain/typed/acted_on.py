"""Tells whether words alone already ask the bot for something, so that nothing people make gets such a name."""

from datetime import datetime

from bot.domain.plain_text import phrase, phrase_or_signs
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Half
from bot.domain.typed.when.read_when import hear_when


def is_acted_on(text: str, vocabulary: Vocabulary, now: datetime) -> bool:
    """ "back", "stop", "10 min", "8", "at 8:30", "/today"; not "evening", which is a good name for a routine."""
    said = phrase_or_signs(text)
    known = said in vocabulary.wishes or said in vocabulary.moves or phrase(text) in vocabulary.replies
    return known or text.lstrip().startswith("/") or said.isdecimal() or _is_time(text, vocabulary, now)


def _is_time(text: str, vocabulary: Vocabulary, now: datetime) -> bool:
    if minutes_in(text, vocabulary.quantities):
        return True
    heard = hear_when(text, now, vocabulary.when)
    has_figures = any(sign.isdecimal() for sign in text)
    return has_figures and heard.is_all and heard.when is not None and not isinstance(heard.when, Half)
