"""The moves that somebody likes, as a session of its own: those that suit, as many as their minutes hold, in a good order."""

from itertools import pairwise

from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.planner.composing import amount, length
from bot.domain.planner.in_order import in_order
from bot.domain.planner.limits import AskedFor, Limits, limits
from bot.domain.planner.memory import Memory
from bot.domain.session.script import Part
from bot.domain.session.suitable import form_for


def favourites(asked: AskedFor, who: Preferences, memory: Memory, library: Library) -> tuple[Part, ...]:
    """What came least in the last days goes first. Empty where nothing of it suits; one move may be longer than what was asked for."""
    bounds = limits(asked, who, Memory(days=memory.days), few=False)
    places = {slug: place for place, slug in enumerate(library.exercises)}
    liked = sorted((slug for slug in places if slug in who.liked), key=lambda slug: memory.done.get(slug, 0))
    parts: tuple[Part, ...] = ()
    for slug in liked:
        part = _part(slug, bounds, library)
        more = in_order([*parts, part], library, places) if part else parts
        if not parts or _fits(more, bounds, library):
            parts = more
    return parts


def _part(slug: str, bounds: Limits, library: Library) -> Part | None:
    """None too where only another exercise is easy enough for them now."""
    form = form_for(slug, library, bounds.who)
    is_it = form is not None and form.ref.exercise == slug
    return Part(form, amount(form, bounds.level, bounds)) if form and is_it else None


def _fits(parts: tuple[Part, ...], bounds: Limits, library: Library) -> bool:
    are_apart = all(
        after.form.ref.exercise not in library.exercises[before.form.ref.exercise].apart_from
        for before, after in pairwise(parts)
    )
    return are_apart and length(parts, bounds.who) <= bounds.seconds
