"""One fact of the articles, and how to find it in the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.domain.library.exercise import Dose, FormRef
from bot.domain.library.library import Library


class Row(Protocol):
    """`mark`: who says it. `says`: what, in our words."""

    @property
    def mark(self) -> str: ...

    @property
    def says(self) -> str: ...

    def place(self, library: Library) -> str:
        """Where it stands; empty if it does not."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a dose holds, at a level from 1 to 3."""

    mark: str
    says: str
    ref: str
    level: int
    hold: int | None = None
    repetitions: int | None = None
    stations: int | None = None
    sides: int | None = None

    def place(self, library: Library) -> str:
        form = library.form(_ref(self.ref))
        if form is None:
            return ""
        dose, sides = form.dose(self.level), len(form.sides) or 1
        asked = (self.hold, self.repetitions, self.stations, self.sides)
        has = (dose.hold, dose.repetitions, dose.stations, sides)
        wrong = any(want not in (None, number) for want, number in zip(asked, has, strict=True))
        return "" if wrong else f"{self.ref}, level {self.level}: {_told(dose, sides)}"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What no dose may go beyond, also where one sets it oneself."""

    mark: str
    says: str
    ref: str
    hold: int | None = None
    repetitions: int | None = None

    def place(self, library: Library) -> str:
        form = library.form(_ref(self.ref))
        if form is None or self.hold not in (None, form.longest) or self.repetitions not in (None, form.most):
            return ""
        return f"{self.ref}, at most {form.longest} s × {form.most}"


@dataclass(frozen=True, slots=True)
class Doses:
    """All three levels at once: hold and repetitions of one side."""

    mark: str
    says: str
    ref: str
    levels: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]

    def place(self, library: Library) -> str:
        form = library.form(_ref(self.ref))
        if form is None or tuple((dose.hold, dose.repetitions) for dose in form.doses) != self.levels:
            return ""
        return f"{self.ref}: " + " → ".join(_told(dose, len(form.sides) or 1) for dose in form.doses)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are said in one text of a form, or on the card of its exercise."""

    mark: str
    says: str
    ref: str
    words: tuple[str, ...]

    def place(self, library: Library) -> str:
        for name, text in _texts(library, _ref(self.ref)):
            if _holds(text, self.words):
                return f"{self.ref}, {name}"
        return ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name by which an exercise is found."""

    mark: str
    says: str
    slug: str

    def place(self, library: Library) -> str:
        exercise = library.exercises.get(self.slug)
        if exercise is None:
            return ""
        name = self.says.casefold()
        if name in (exercise.title.casefold(), *(other.casefold() for other in exercise.other_names)):
            return f"{self.slug}, its name"
        return f"{self.slug}, search" if name in exercise.search else ""


@dataclass(frozen=True, slots=True)
class Read:
    """Words that a topic holds."""

    mark: str
    says: str
    slug: str
    words: tuple[str, ...]

    def place(self, library: Library) -> str:
        topic = library.topics.get(self.slug)
        if topic is None or not _holds(f"{topic.title}\n{topic.text}\n{topic.more}", self.words):
            return ""
        at_once = _holds(f"{topic.title}\n{topic.text}", self.words)
        return f"/learn {self.slug}" if at_once else f"/learn {self.slug}, unfolded"


def _ref(text: str) -> FormRef:
    exercise, _, form = text.partition("/")
    return FormRef(exercise, form)


def _told(dose: Dose, sides: int) -> str:
    stations = f" × {dose.stations} places" if dose.stations > 1 else ""
    side = " a side" if sides > 1 else ""
    return f"{dose.hold} s × {dose.repetitions}{stations}{side}"


def _holds(text: str, words: tuple[str, ...]) -> bool:
    plain = " ".join(text.casefold().split())
    return all(word.casefold() in plain for word in words)


def _texts(library: Library, ref: FormRef) -> Iterator[tuple[str, str]]:
    form, exercise = library.form(ref), library.exercises.get(ref.exercise)
    if form is None or exercise is None:
        return
    for step in form.steps:
        yield f"step '{step.id}'", step.text
    for name in ("cue", "feel", "between", "breathing", "other_side"):
        yield name.replace("_", " "), getattr(form, name)
    yield "stations", ", ".join(form.stations)
    for name in ("purpose", "caution", "mistake"):
        yield f"card, {name}", getattr(exercise, name)
