"""Listens for danger and complaints before anything else is made of a message, and answers danger."""

from bot.coach.case import Answer, Case
from bot.coach.news import Said
from bot.coach.person import danger
from bot.coach.typed import meaning, replying
from bot.coach.typed.danger import in_pieces, naming_signs
from bot.coach.typed.finding.beside_names import beside_names
from bot.domain.library.exercise import Tag
from bot.domain.plain_text import phrase
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import IN_DANGER, Heard, Tier, heavier
from bot.domain.typed.said.said_back import said_back
from bot.domain.typed.said.tag_said import tag_alone
from bot.domain.typed.wishes.wish import Wish

_LONGEST_CITY = 4
"""Words."""

_LONGEST_LOOKED_AFTER = 6
"""Words."""

_MOVED = (Tag.NECK, Tag.SHOULDER)


def heard_first(case: Case, text: str) -> Heard | None:
    if _is_a_city(case, text):
        return None
    heard = heavier(_hears(case, text), naming_signs.danger_named(case, text))
    if heard is None or heard.tier not in IN_DANGER:
        heard = in_pieces.heard_in_pieces(case, text) or heard
    return heard or _names_a_tag(case, text)


def in_danger(case: Case, told: Said, heard: Heard) -> Answer:
    """ "It has been looked after" only sounds like danger. A longer message may also hold something graver."""
    is_short = len(told.text.split()) <= _LONGEST_LOOKED_AFTER
    over = replying.after_alarm(case, told.text) if heard.doubted and is_short else None
    return over or danger.answer(case, heard, told.message, is_edit=told.is_edit)


def _hears(case: Case, text: str) -> Heard | None:
    """Leaves out names of moves, which are the same in every language: with one beside it, "taube finger" is still German."""
    command, rest = meaning.command(text)
    text = rest if command is Wish.PAIN else text  # the command's own name is no complaint
    heard = case.known.danger.hears(text)
    if heard and heard.doubted and said_back(text, case.language.vocabulary.replies):
        return None  # "I didn't mean to stop" consists of known replies, so there is nothing to doubt
    if heard and replying.keeps_politely(case, text) and case.known.danger.by_rules(text) is None:
        return None  # "I would be grateful if you kept it" is just a yes to a reminder
    if heard and heard.tier is not Tier.EVERYDAY:
        return heard
    beside = beside_names(text, case.language.library)
    other = case.known.danger.hears(beside) if beside else None
    is_foreign = other is not None and other.language != case.language.tag
    return other if is_foreign else heard


def _names_a_tag(case: Case, text: str) -> Heard | None:
    words = case.language.vocabulary
    tag = tag_alone(text, words.tags, words.beside_tags)
    if tag is None or tag in _MOVED:
        return None
    return Heard(Tier.WORK_AROUND, case.language.tag, frozenset({tag}))


def _is_a_city(case: Case, text: str) -> bool:
    """When a city was asked for, a city's name that sounds like a cry for help in some language ("Ramadi") is a city."""
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if awaited is None or awaited.what is not Wanted.CITY or len(text.split()) > _LONGEST_CITY:
        return False
    return any(phrase(city.name) == phrase(text) for city in case.known.atlas.find(text))
