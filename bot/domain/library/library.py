"""All content, as the rules and the screens use it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.library.exercise import Exercise, Form, FormRef, Picture
from bot.domain.library.routine import Programme, Routine
from bot.domain.library.topic import Topic


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Each mapping is by slug, in the order in which it is shown. Loaded once, and equal only to itself.

    `hello`: the picture of the greeting. `fillers`: words of any language that say little in a search. `own`: one person's own
    exercises. They are found by slug, but never offered, listed or searched.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    hello: Picture | None = None
    fillers: frozenset[str] = frozenset()
    own: Mapping[str, Exercise] = field(default_factory=dict)

    def exercise(self, slug: str) -> Exercise | None:
        """None if it was retired, or deleted by the person who made it."""
        return self.exercises.get(slug) or self.own.get(slug)

    def form(self, ref: FormRef) -> Form | None:
        exercise = self.exercise(ref.exercise)
        return next((form for form in exercise.forms if form.ref == ref), None) if exercise else None
