"""So much is never wanted that nothing is left to offer: it is said, and one of it can be brought back."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.session.contents import name
from bot.coach.session.planning import planned
from bot.screens.buttons.actions import DoToday
from bot.screens.choose.taste_screens import nothing_left as screen

MOST = 4
"""Moves that are offered to be brought back."""


def nothing_left(case: Case) -> Answer | None:
    """None where something is left, or it is not for that that nothing is."""
    if not case.who.never or planned(case, DoToday()).parts:
        return None
    wanting = planned(case.as_if(replace(case.who, never=frozenset())), DoToday())
    back = [slug for part in wanting.parts if (slug := part.form.ref.exercise) in case.who.never][:MOST]
    return Answer(screen([(slug, name(case, slug)) for slug in back], case.words)) if back else None
