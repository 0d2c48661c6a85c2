"""Takes a bare name as an answer when the bot asks about a pain or a sign: "chest" is not a search then."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.person import complaints, pain_noting
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed import meaning, replying
from bot.coach.typed.danger import kept_below, said_if_meant
from bot.coach.typed.wishes import wishes
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import WHOLE_DAY_FIRST
from bot.domain.plain_text import phrase
from bot.domain.session.pain import WORST_FIRST, Pain
from bot.domain.session.session import Phase
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import IN_DANGER, AskedAbout, Doubt, Heard, Tier
from bot.domain.typed.said.pain_said import PainSaid
from bot.domain.typed.said.pain_said import answered as rated_in
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.said.signs_said import AboutMe, signs_said
from bot.domain.typed.said.worst_said import worst_said
from bot.domain.typed.wishes.wish import Wish
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Go, Place

_OF_AN_END = frozenset({SaidBack.STOP, SaidBack.DELETE})
_SAYS = frozenset({Tier.COMPLAINT, *IN_DANGER})
_WHICH_WORDS = 3
_VERY_STRONG, _WORST = 7, 10
"""Out of ten (docs/facts.md: sore-day)."""
_HIGH = range(_VERY_STRONG, _WORST + 1)


def danger_named(case: Case, text: str) -> Heard | None:
    """Danger named in a word or two, as the answer to a question about pain or beside a rating. If it is despair,
    stands beside "too hard", or stands beside a number that answers what to begin with, people are asked first."""
    is_asked, said = _rated_in_a_command(text) if text.startswith("/") else (_is_about_pain(case), text)
    if not said or not (is_asked or _tells_how_bad(case, said)):
        return None
    heard = case.known.danger.hears_answer(said, AskedAbout.HURTING)
    if heard is None or heard.tier not in IN_DANGER:
        return None
    is_sure = is_asked and heard.tier is not Tier.SELF_HARM
    return heard if is_sure else replace(heard, doubt=Doubt.MAY_BE)


def _rated_in_a_command(text: str) -> tuple[bool, str]:
    command, rest = meaning.command(text)
    return True, rest if command is Wish.PAIN else ""


def _is_about_pain(case: Case) -> bool:
    return is_pain_asked(case) or _awaits(case, Wanted.NUMBER, Wanted.NOTE)


def _tells_how_bad(case: Case, text: str) -> bool:
    spoken, asking = case.language.vocabulary, replying.asking_in_view(case)
    is_everyday = asking is not None and asking.has(Place.COMPLAINT)
    is_too_much = worst_said(text, spoken.pains, (Pain.TOO_MUCH,)) is not None
    return is_too_much or (is_everyday and _begins_with_a_number(case, text))


def _begins_with_a_number(case: Case, text: str) -> bool:
    first = phrase(text).partition(" ")[0]
    return first.isdecimal() or first in case.language.vocabulary.hurting.numbers


def is_pain_asked(case: Case) -> bool:
    live = live_of(case)
    return _awaits(case, Wanted.PAIN, Wanted.WHERE) or (live is not None and live.phase is Phase.HURTING)


def answer(case: Case, text: str) -> Answer | None:
    if text.startswith("/") or meaning.button(case, text):
        return None
    if is_pain_asked(case):
        return _of_pain(case, text)
    return _of_signs(case, text) or _of_a_number(case, text)


def _awaits(case: Case, *wanted: Wanted) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what in wanted


def _of_pain(case: Case, text: str) -> Answer | None:
    """What says neither, like a bare number, is no length and no move here: the question comes again."""
    heard = case.known.danger.hears_answer(text, AskedAbout.HURTING)
    if heard and heard.tier is Tier.COMPLAINT:
        return complaints.told(case, heard)
    return None if _answers(case, text) else replying.pain_asked_again(case, says_how=True)


def _answers(case: Case, text: str) -> bool:
    spoken, live = case.language.vocabulary, live_of(case)
    wish = meaning.wish(text, spoken)
    is_a_wish = wish is not None and wish not in wishes.LEADS_TO_MOVES
    if said_back(text, spoken.replies) - _OF_AN_END or is_a_wish or kept_below.goes_through(case, text):
        return True
    if _awaits(case, Wanted.WHERE):
        return worst_said(text, spoken.places, WHOLE_DAY_FIRST) is not None
    is_a_move = live is not None and meaning.move(live, text, spoken) is not None
    return is_a_move or worst_said(text, spoken.pains, WORST_FIRST) is not None


def _of_signs(case: Case, text: str) -> Answer | None:
    """Answers what is typed below a complaint: at the signs and at their lists."""
    asking = replying.asking_in_view(case)
    if asking is None or not asking.asks_for_signs or replying.is_expected(case, text):
        return None
    if asking.has(Place.SIGNS_EMERGENCY):
        return _of_lists(case, asking, text)
    if _names_one(case, text):
        return tapped(case, Go(Place.SIGNS_WHICH))
    return _of_a_complaint(case, asking, text) if asking.has(Place.COMPLAINT_UNSURE) else None


def _of_lists(case: Case, asking: replying.Asking, text: str) -> Answer | None:
    words = set(phrase(text).split())
    if len(words) <= _WHICH_WORDS and (one := asking.labelled(words)):
        return tapped(case, one)
    return _again(asking) if _names_one(case, text) else None


def _of_a_complaint(case: Case, asking: replying.Asking, text: str) -> Answer | None:
    """A yes or no may come in the language that the complaint was heard in. "No chest pain" says nothing about the other signs."""
    spoken = case.language.vocabulary
    rated = rated_in(text, spoken.hurting)
    is_a_yes = said_if_meant.is_a_yes(case, text) or meaning.begins_an_answer(text, spoken)
    if is_a_yes or (rated and _is_very_strong(rated)):
        return tapped(case, Go(Place.SIGNS_WHICH))
    if case.known.help.replies.deny(text):
        return tapped(case, Go(Place.EVERYDAY))
    return _again(asking) if isinstance(rated, PainSaid) or case.known.danger.denies(text) else None


def _is_very_strong(rated: PainSaid | Stage) -> bool:
    if isinstance(rated, Stage):
        return rated is Stage.HIGH
    return rated.number is None or rated.number >= _VERY_STRONG


def _of_a_number(case: Case, text: str) -> Answer | None:
    """ "8" need not mean minutes after somebody said that they are in pain."""
    asking, rated = replying.asking_in_view(case), rated_in(text, case.language.vocabulary.hurting)
    is_high = isinstance(rated, PainSaid) and not rated.more and rated.number in _HIGH
    is_everyday = asking is not None and asking.has(Place.COMPLAINT)
    return pain_noting.ask(case) if is_high and is_everyday else None


def _names_one(case: Case, text: str) -> bool:
    spoken = case.language.vocabulary
    if signs_said(text, spoken.signs, spoken.beside_signs) is AboutMe.SOME:
        return True
    heard = case.known.danger.hears_answer(text, AskedAbout.SIGNS)
    return heard is not None and heard.tier in _SAYS


def _again(asking: replying.Asking) -> Answer:
    return Answer(asked_again(asking.card, ""))
