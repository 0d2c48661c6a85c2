"""Ticks what to work around when somebody names it in words while the bot asks about it."""

from dataclasses import replace
from functools import reduce

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.person import answers
from bot.coach.session.play import stop
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.library.exercise import Tag
from bot.domain.person.person import LOCKS
from bot.domain.plain_text import phrase
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.said_back import SaidBack, made_of, said_back
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, Place
from bot.screens.buttons.wire import encode
from bot.screens.person import complaint_screens
from bot.screens.text import lines

_UNSURE_TIERS = (Tier.WORK_AROUND, Tier.EVERYDAY, Tier.LOW_BACK)


def ticked(case: Case, text: str, heard: Heard | None) -> Answer | None:
    if not _is_asked(case) or (heard and heard.tier not in _UNSURE_TIERS):
        return None
    if not text.strip()[:1].isalpha():  # "✓ Knees" is the button that unticks it
        return None
    found = wishes.meant(case, text)
    if found and found.wish is Wish.LIMIT_GONE:  # "my knees are fine again" ticks nothing
        return None
    said = phrase(text)
    vocabulary = case.language.vocabulary
    tags = frozenset(made_of(said, vocabulary.tags, vocabulary.beside_tags))
    reply = said_back(text, vocabulary.replies)
    if heard and heard.tier is Tier.WORK_AROUND and not reply:
        tags |= heard.tags
    if tags:
        return _tick(case, tags)
    if reply and reply <= {SaidBack.NO, SaidBack.LET_BE}:
        return _told(case, case.who.tags) if case.who.tags else tapped(case, Go(Place.TAGS_DONE))
    return None


def _is_asked(case: Case) -> bool:
    view, done = card_in_view(case), encode(Go(Place.TAGS_DONE))
    return bool(view and any(data == done for row in view.keys for _, data, _ in row))


def _tick(case: Case, tags: frozenset[Tag]) -> Answer:
    case = save_preferences(case, reduce(lambda who, tag: who.ticked(tag, on=True), tags, case.who))
    if tags & LOCKS:
        stop(case)
    return _told(case, tags)


def _told(case: Case, tags: frozenset[Tag]) -> Answer:
    asked = answers.ask(case, Place.ASK_TAGS)
    if asked.screen is None:
        return asked
    said = complaint_screens.works_around(tags, case.words)
    return replace(
        asked, screen=replace(asked.screen, text=lines(said.text, asked.screen.text), line=said.line)
    )
