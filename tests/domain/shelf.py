"""A library for tests of the planner: one exercise of each purpose, each where another one is wanted for it, and doses that are easy to add up."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.library.exercise import (
    Dose,
    Equipment,
    Exercise,
    ExercisePhase,
    Form,
    FormRef,
    Pace,
    Position,
    Purpose,
    Side,
    Tag,
)
from bot.domain.library.library import Library
from bot.domain.session.script import Part
from tests.examples import EXERCISES, SQUEEZE

WARM, MOBILITY, STRENGTH, COOL = ExercisePhase
BOTH = (Side.LEFT, Side.RIGHT)


def form(slug: str, position: Position, *, sides: tuple[Side, ...] = (), **changes: object) -> Form:
    """Three levels of 20, 40 and 60 seconds a side, if nothing else is said."""
    doses = (Dose(10, 0, 2), Dose(10, 0, 4), Dose(10, 0, 6))
    plain = replace(
        SQUEEZE, ref=FormRef(slug, "usual"), position=position, sides=sides, doses=doses, swaps=()
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def exercise(phase: ExercisePhase, focus: str, *forms: Form, family: str = "", apart: str = "") -> Exercise:
    slug = forms[0].ref.exercise
    return replace(
        EXERCISES[0],
        slug=slug,
        title=slug,
        phase=phase,
        focus=frozenset(map(Purpose, focus.split())),
        family=family or slug,
        forms=forms,
        apart_from=frozenset(apart.split()),
    )


LOCUST = form("locust", Position.PRONE, intensity=3)
COBRA = form("cobra", Position.PRONE, intensity=2)
ON_A_SEAT = form("twist", Position.SIT, sides=BOTH)

ALL = (
    exercise(WARM, "warm", form("rolls", Position.STAND, seated_too=True, pace=Pace.FLOW)),
    exercise(WARM, "warm bend", form("cat", Position.KNEEL, barred_for=frozenset({Tag.KNEES}))),
    exercise(MOBILITY, "turn", form("book", Position.SIDE, sides=BOTH)),
    exercise(MOBILITY, "turn side", replace(ON_A_SEAT, easier=FormRef("rib-breathing", "usual"))),
    exercise(MOBILITY, "turn neck", form("head", Position.SIT)),
    exercise(MOBILITY, "extend", form("arch", Position.SIT, equipment=frozenset({Equipment.CHAIR}))),
    exercise(STRENGTH, "extend strength", COBRA, apart="locust"),
    exercise(STRENGTH, "strength", LOCUST, apart="cobra"),
    exercise(MOBILITY, "blades", form("squeeze", Position.SIT)),
    exercise(STRENGTH, "blades strength", form("pull", Position.STAND, intensity=2), family="squeeze"),
    exercise(MOBILITY, "chest", form("doorway", Position.STAND, equipment=frozenset({Equipment.DOORWAY}))),
    exercise(MOBILITY, "side", form("lean", Position.SIT, sides=BOTH)),
    exercise(COOL, "calm", form("rib-breathing", Position.EITHER, doses=(Dose(0, 10, 6),) * 3)),
    exercise(COOL, "calm bend", form("child", Position.KNEEL)),
    exercise(
        COOL,
        "calm",
        form("walk", Position.STAND, doses=(Dose(120, 0, 1),) * 3),
    ),
)  # fmt: skip
SHELF = Library({each.slug: each for each in ALL}, {})


def told(parts: Iterable[Part]) -> str:
    """Each with its dose, as "book 4x10"."""
    return ", ".join(
        f"{part.form.ref.exercise} {part.dose.repetitions}x{part.dose.hold + part.dose.move}"
        for part in parts
    )
