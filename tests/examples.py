"""A small library of the tests' own: one exercise of each shape a script can take, and two routines of them."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.library.exercise import (
    Dose,
    Equipment,
    Exercise,
    ExercisePhase,
    Form,
    FormRef,
    Pace,
    Picture,
    Position,
    Purpose,
    Side,
    Step,
    Tag,
)
from bot.domain.library.library import Library
from bot.domain.library.routine import Programme, ProgrammeWeek, Routine, RoutineLine
from bot.domain.session.script import Part
from bot.domain.session.session import Session, Stand

CONTENT = Path(__file__).parents[1] / "content"
MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)

ANA, BO, MALLORY = 7, 8, 9


def _form(slug: str, id: str, position: Position, pace: Pace, dose: Dose) -> Form:  # noqa: A002
    return Form(
        ref=FormRef(slug, id),
        name=id,
        pace=pace,
        position=position,
        sides=(),
        doses=(dose, replace(dose, repetitions=dose.repetitions + 1), replace(dose, repetitions=10)),
        steps=(
            Step("begin", f"Begin the {slug}.", f"A figure begins the {slug}."),
            Step("end", "Go back.", "Back."),
        ),
        cue="Breathe out as you go.",
        feel="You feel it between the blades.",
        between="Let go for a moment.",
        breathing="out on the way",
        barred_for=frozenset(),
        on_bed=False,
        seated_too=False,
        equipment=frozenset(),
        easier=None,
        harder=None,
        swaps=(),
        longest=60,
        most=12,
    )


ROLL = replace(
    _form("shoulder-roll", "standing", Position.STAND, Pace.FLOW, Dose(0, 5, 3)),
    sides=(Side.BACKWARD, Side.FORWARD),
    seated_too=True,
)
SQUEEZE = replace(
    _form("shoulder-squeeze", "seated", Position.SIT, Pace.HOLD, Dose(5, 2, 3)), swaps=(ROLL.ref,)
)
BOOK = replace(
    _form("open-book", "lying", Position.SIDE, Pace.HOLD, Dose(10, 3, 2)),
    sides=(Side.LEFT, Side.RIGHT),
    on_bed=True,
    barred_for=frozenset({Tag.SHOULDER}),
    easier=FormRef("cat-cow", "seated"),
    swaps=(FormRef("gone", "long-ago"), SQUEEZE.ref, ROLL.ref),
)
CAT_SEATED = replace(
    _form("cat-cow", "seated", Position.SIT, Pace.FLOW, Dose(0, 5, 5)), equipment=frozenset({Equipment.CHAIR})
)
CAT = replace(
    _form("cat-cow", "kneeling", Position.KNEEL, Pace.FLOW, Dose(0, 5, 8)),
    barred_for=frozenset({Tag.KNEES, Tag.WRISTS}),
    easier=CAT_SEATED.ref,
    swaps=(BOOK.ref,),
)
CHILD = replace(_form("childs-pose", "kneeling", Position.KNEEL, Pace.HOLD, Dose(30, 0, 1)), swaps=(CAT.ref,))


def _exercise(title: str, *forms: Form) -> Exercise:
    return Exercise(
        slug=forms[0].ref.exercise,
        title=title,
        purpose="moves the whole spine",
        other_names=(f"{title} stretch",),
        caution="slowly",
        mistake="hurrying",
        phase=ExercisePhase.MOBILITY,
        focus=frozenset(),
        family=forms[0].ref.exercise,
        forms=forms,
        sources=(),
        signed_by="",
        signed_on="",
    )


EXERCISES = (
    _exercise("Shoulder rolls", ROLL),
    _exercise("Shoulder squeeze", SQUEEZE),
    _exercise("Cat-cow", CAT, CAT_SEATED),
    _exercise("Open book", BOOK),
    _exercise("Child's pose", CHILD),
)


def routine(slug: str, title: str, forms: Iterable[Form]) -> Routine:
    lines = tuple(RoutineLine(Purpose.TURN, form.ref, None, ()) for form in forms)
    return Routine(slug, title, "A little of everything.", lines, "", "")


def _week(title: str, mobility: Iterable[Form], strength: Iterable[Form]) -> ProgrammeWeek:
    return ProgrammeWeek(title, {"a": routine("", "", mobility).lines, "b": routine("", "", strength).lines})


WEEKS = Programme(
    slug="three-weeks",
    title="Three weeks",
    summary="A little more each week.",
    weeks=tuple(_week(title, (ROLL, CAT), (SQUEEZE, BOOK)) for title in ("Learn", "Settle", "Build")),
    rhythm=("a", "b", "a", "b", "a", "b", "a"),
    least=4,
    seated="three-weeks-seated",
    signed_by="",
    signed_on="",
)
WEEKS_SEATED = replace(
    WEEKS,
    slug="three-weeks-seated",
    title="Three weeks, seated",
    weeks=tuple(_week(week.title, (ROLL, CAT_SEATED), (SQUEEZE,)) for week in WEEKS.weeks),
    seated="",
)

LIBRARY = Library(
    {exercise.slug: exercise for exercise in EXERCISES},
    {
        "first-two-minutes": routine("first-two-minutes", "Two gentle minutes", (ROLL, SQUEEZE)),
        "morning": routine("morning", "Morning", (ROLL, CAT, BOOK, CHILD)),
    },
    {programme.slug: programme for programme in (WEEKS, WEEKS_SEATED)},
)


def drawn(library: Library) -> Library:
    """The same with every picture there can be, by the names that content gives them."""
    routines, programmes = library.routines.items(), library.programmes.items()
    return replace(
        library,
        exercises={slug: _drawn(one) for slug, one in library.exercises.items()},
        routines={
            slug: replace(one, picture=Picture(f"routines/media/{slug}.jpg")) for slug, one in routines
        },
        programmes={
            slug: replace(one, picture=Picture(f"programmes/media/{slug}.jpg")) for slug, one in programmes
        },
        hello=Picture("pictures/hello.jpg"),
    )


def _drawn(exercise: Exercise) -> Exercise:
    mistaken = Picture(f"exercises/{exercise.slug}/media/mistake.jpg")
    return replace(exercise, forms=tuple(map(_drawn_form, exercise.forms)), mistaken=mistaken)


def _drawn_form(form: Form) -> Form:
    place = f"exercises/{form.ref.exercise}/media"
    names = (form.ref.form, *(f"{form.ref.form}.{side.value}" for side in form.sides[1:]))
    return replace(
        form,
        steps=tuple(replace(step, picture=Picture(f"{place}/{step.id}.jpg")) for step in form.steps),
        loops=tuple(
            Picture(f"{place}/{name}.mp4", moves=True, still=f"{place}/{name}.jpg") for name in names
        ),
        numbered=Picture(f"{place}/{form.ref.form}.steps.jpg"),
    )


DRAWN = drawn(LIBRARY)


def part(form: Form, level: int = 1) -> Part:
    return Part(form, form.dose(level))


def without_script(session: Session) -> Stand:
    return Stand(**{field.name: getattr(session, field.name) for field in fields(Stand)})
