"""Says so when the moves that somebody never wants leave nothing of a session, and asks for one of them back."""

from dataclasses import replace

from bot.coach.case import Case
from bot.coach.session.contents import name, settled
from bot.screens.buttons.actions import Moves
from bot.screens.choose import taste_screens as screens
from bot.screens.screen import Screen


def emptied(case: Case, what: Moves) -> Screen | None:
    if not case.who.never or settled(case, what).parts:
        return None
    wanting = case.as_if(replace(case.who, never=frozenset()))
    slugs = dict.fromkeys(part.form.ref.exercise for part in settled(wanting, what).parts)
    named = [(slug, name(case, slug)) for slug in slugs if slug in case.who.never]
    return screens.emptied(named, case.words) if named else None
