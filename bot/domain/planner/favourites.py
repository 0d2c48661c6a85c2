"""Makes a session of the exercises that a person likes."""

from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.planner.composing import amount, are_too_close, length
from bot.domain.planner.in_order import in_order
from bot.domain.planner.limits import AskedFor, Limits, limits
from bot.domain.planner.memory import NOTHING, Memory
from bot.domain.session.script import Part
from bot.domain.session.suitable import form_for


def favourites(asked: AskedFor, who: Preferences, memory: Memory, library: Library) -> tuple[Part, ...]:
    bounds = limits(asked, who, NOTHING, few=False)
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
    form = form_for(slug, library, bounds.who)
    is_it = form is not None and form.ref.exercise == slug  # not another one that is easier
    return Part(form, amount(form, bounds.level, bounds)) if form and is_it else None


def _fits(parts: tuple[Part, ...], bounds: Limits, library: Library) -> bool:
    return not are_too_close(parts, library) and length(parts, bounds.who) <= bounds.seconds
