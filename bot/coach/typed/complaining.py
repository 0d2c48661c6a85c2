"""Answers complaints: with the question what it feels like during a session, and with the complaint screen elsewhere."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.person import complaints
from bot.coach.session import play
from bot.coach.session.live import live_of
from bot.coach.typed.wishes import wishes
from bot.domain.plain_text import phrase
from bot.domain.session.pain import WORST_FIRST, Pain
from bot.domain.session.session import Move, Phase, Stand
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.worst_said import worst_said


def told(case: Case, heard: Heard, text: str) -> Answer:
    live = live_of(case)
    hurts = _hurts(heard, case, text) or wishes.hurts(case, text)
    if live and live.phase is not Phase.HALTED and hurts and (asked := _hurts_now(case, live, text)):
        return asked
    return complaints.told(case, heard).as_reply()


def hurts_in_session(case: Case, text: str) -> Answer | None:
    live = live_of(case)
    if live is None or live.phase is Phase.HALTED or not wishes.hurts(case, text):
        return None
    return _hurts_now(case, live, text)


def _hurts(heard: Heard, case: Case, text: str) -> bool:
    """In another language, hurting can't be told apart from being stiff, so it counts."""
    if heard.tier in (Tier.COMPLAINT, Tier.LOW_BACK):
        return True
    if heard.tier is Tier.EVERYDAY and heard.language != case.language.tag:
        return True
    moves = case.language.vocabulary.moves
    return any(moves.get(word) is Move.HURTS for word in phrase(text).split())


def _hurts_now(case: Case, live: Stand, text: str) -> Answer | None:
    """Words that call it sharp count even if nobody answers the question. None if the session's script can't be read."""
    answer, asked = play.move(case, live, Move.HURTS, live.turn), live_of(case)
    if asked and asked.phase is Phase.HURTING and _is_sharp(case, text):
        answer = play.move(case, asked, Move.SHARP, asked.turn)
    return replace(answer, heard=True) if answer else None


def _is_sharp(case: Case, text: str) -> bool:
    return worst_said(text, case.language.vocabulary.pains, WORST_FIRST) is Pain.SHARP
