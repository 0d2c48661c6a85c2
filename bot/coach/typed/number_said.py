"""Notes how much it hurts when somebody types a number, as the answer to a question or by itself."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.person import complaints, pain_noting
from bot.coach.session.live import live_of
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import actions_in_view
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.domain.session.session import Phase
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.after_correction import after_correction
from bot.domain.typed.said.pain_said import PainSaid, pain_said
from bot.domain.typed.said.pain_said import answered as answer_in
from bot.domain.typed.said.said_back import SaidBack
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.ideas import split
from bot.screens.buttons.actions import NoteFelt, NotePain, What
from bot.screens.session.player import noted as below_headline

_NOTHING_ELSE = (Wanted.NUMBER, Wanted.NOTE, Wanted.SENSE)
"""A number counts by itself while one of these is awaited. Beside a day or an amount, "6/10" means something else."""


def answered(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    then = _about_to_begin(case)
    if "?" in text or wishes.asks(case, text):
        return _about_the_scale(case, text, vocabulary, then)
    said = _put_right(text, vocabulary) or answer_in(text, vocabulary.hurting)
    if said is None:
        return None
    when = NotedWhen.BEFORE if then else NotedWhen.ANY
    if isinstance(said, Stage):
        return pain_noting.note(case, PainNote(case.now, when, felt=said), then)
    if said.number is None:
        return pain_noting.ask(case, case.words("pain-not-a-number"), then)
    words = pain_noting.in_short(text) if said.more else ""
    noted = pain_noting.note(case, PainNote(case.now, when, said.number, words=words), then)
    return _told(case, said, noted)


def _put_right(text: str, vocabulary: Vocabulary) -> PainSaid | Stage | None:
    """ "7.. no 6" is six."""
    corrected = after_correction(text, vocabulary.when) or _behind_a_no(text, vocabulary)
    return answer_in(corrected, vocabulary.hurting) if corrected else None


def _behind_a_no(text: str, vocabulary: Vocabulary) -> str:
    """Where a number stands on either side of it."""
    said = split(text)
    at = next((at for at, word in enumerate(said) if vocabulary.replies.get(word) is SaidBack.NO), 0)
    stands_between = at and said[at - 1].isdecimal() and said[-1].isdecimal()
    return " ".join(said[at + 1 :]) if stands_between else ""


def _about_the_scale(case: Case, text: str, vocabulary: Vocabulary, then: What | None) -> Answer | None:
    """ "Is 10 good or bad" asks what the numbers mean, and is no answer."""
    said = answer_in(text, vocabulary.hurting)
    is_about_it = said is not None or any(each.isdecimal() for each in split(text))
    return pain_noting.ask(case, case.words("pain-scale-higher"), then) if is_about_it else None


def _told(case: Case, said: PainSaid, noted: Answer) -> Answer:
    if not said.is_higher or noted.screen is None:
        return noted
    return replace(noted, screen=below_headline(noted.screen, case.words("pain-higher")))


def by_itself(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer | None:
    """ "pain 6, neck stiff" is noted with all its words. "it's an 8" may measure anything, so people are asked what it means."""
    said = pain_said(text, vocabulary.hurting)
    if said is None or not _is_free(case) or wishes.tells_that_pain_went_down(case, text):
        return None
    if said.number is None:
        return pain_noting.ask(case, case.words("pain-not-a-number"))
    words = pain_noting.in_short(text) if said.more else ""
    is_plain = said.is_named or _is_asked(case)
    is_asked_about = heard is not None and heard.tier is Tier.COMPLAINT and (said.more or not is_plain)
    then = None if is_asked_about else _about_to_begin(case)
    when = NotedWhen.BEFORE if then else NotedWhen.ANY
    noted = pain_noting.note(case, PainNote(case.now, when, said.number, words=words), then)
    return complaints.told(case, heard) if heard and is_asked_about else _told(case, said, noted)


def _is_asked(case: Case) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is Wanted.NUMBER


def command(case: Case, rest: str, vocabulary: Vocabulary) -> Answer:
    said = answer_in(rest, vocabulary.hurting) if rest else None
    if isinstance(said, PainSaid) and said.number is not None:
        return _told(case, said, pain_noting.note(case, PainNote(case.now, NotedWhen.ANY, said.number)))
    if isinstance(said, Stage):
        return pain_noting.note(
            case, PainNote(case.now, NotedWhen.ANY, felt=said, words=pain_noting.in_short(rest))
        )
    return pain_noting.ask(case, case.words("pain-not-a-number") if rest else "")


def _is_free(case: Case) -> bool:
    live = live_of(case)
    if live and live.phase not in (Phase.HALTED, Phase.LISTENING):
        return False
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is None or awaited.what in _NOTHING_ELSE


def _about_to_begin(case: Case) -> What | None:
    asking = (action for action in actions_in_view(case) if isinstance(action, NotePain | NoteFelt))
    return next((action.then for action in asking), None)
