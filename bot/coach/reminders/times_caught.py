"""Asks about times found in a sentence that was not understood as a whole."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when
from bot.domain.typed.when.between_said import between_said
from bot.domain.typed.when.meant import Half, When
from bot.domain.typed.when.read_when import HeardWhen
from bot.domain.typed.when.times_named import says_days_beside, times_named


def ask_unasked(case: Case, text: str, heard: HeardWhen) -> Answer | None:
    """For times that nobody asked for. None also if days stand beside them: "every day" would be a bad guess for "next week"."""
    now, words = asked_when.guessed_local_now(case), case.language.vocabulary.when
    if heard.when is not None or heard.is_unread or says_days_beside(text, now, words):
        return None
    return ask(case, text, None)


def ask(case: Case, text: str, read: When | None, before: asked_when.Before = None) -> Answer | None:
    """None if everything was understood, or if no time is sure. `read`: what is known of the whole sentence, at most
    a day or a part of it; `before`: the draft in view."""
    half = read if isinstance(read, Half) else None
    if (read is not None and half is None) or (half and half.count):
        return None  # "once a day" names none
    now, words = asked_when.guessed_local_now(case), case.language.vocabulary.when
    named = (None if half else between_said(text, words)) or times_named(text, now, words, half)
    return asked_when.ask_about(case, named, before) if named else None
