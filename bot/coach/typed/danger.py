"""Emergency words: they win over everything, in every state (facts.md 10.3)."""

from dataclasses import replace

from bot.coach.case import Answer, Case, prefer
from bot.coach.session.play import stop
from bot.domain.person.person import Cleared
from bot.domain.typed.emergency import Alarm
from bot.screens.person import welcome


def alarm(case: Case, kind: Alarm) -> Answer:
    """Whatever runs is stopped. After an emergency the warning signs are asked again before the next move."""
    stop(case)
    if kind is Alarm.SELF_HARM:
        return Answer(welcome.self_harm(case.words), alone=True)
    if case.who.cleared in (Cleared.CLEAR, Cleared.SOON):
        prefer(case, replace(case.who, cleared=Cleared.UNASKED, cleared_at=case.now))
    return Answer(welcome.emergency(case.words), alone=True)
