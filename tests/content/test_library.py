"""The library as the coach gets it, and what the facts ask of it."""

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from bot.content.faults import ContentFault
from bot.content.library import load
from bot.domain.exercise import Dose, Form, FormRef, Pace, Position, Purpose, Side, Tag
from bot.domain.library import Library
from bot.domain.person import Floor, Preferences
from bot.domain.script import duration
from bot.domain.suitable import bar, fitting, settle
from tests.content.places import CONTENT


@pytest.fixture(scope="module")
def library() -> Library:
    return load(CONTENT)


def forms(library: Library) -> Iterator[Form]:
    for exercise in library.exercises.values():
        yield from exercise.forms


def form(library: Library, ref: str) -> Form:
    slug, _, id_ = ref.partition("/")
    found = library.form(FormRef(slug, id_))
    assert found, ref
    return found


def test_exercise_is_read_whole(library: Library) -> None:
    exercise = library.exercises["cat-cow"]
    assert exercise.title == "Cat-cow"
    assert exercise.other_names == ("cat-camel", "marjaryasana-bitilasana")
    assert exercise.family == "cat"
    assert exercise.focus == {Purpose.WARM, Purpose.BEND}
    assert [each.ref.form for each in exercise.forms] == ["flow", "hold", "fists"]
    assert exercise.usual is exercise.forms[0]
    assert exercise.signed_by == exercise.signed_on == ""
    flow, hold, _ = exercise.forms
    assert (flow.easier, flow.harder) == (FormRef("cat-cow-seated", "usual"), FormRef("cat-cow", "hold"))
    assert flow.swaps[-1] == FormRef("rib-breathing", "usual")
    assert (hold.pace, hold.position, hold.sides) == (Pace.HOLD, Position.KNEEL, ())
    assert hold.easier == FormRef("cat-cow", "flow")
    assert hold.harder is None
    assert [step.id for step in hold.steps] == ["table", "cow", "cat", "stay"]
    assert hold.steps[0].text.splitlines() == [
        "Come onto all fours: hands below the shoulders, knees below the hips.",
        "Back level, like a table.",
    ]
    assert hold.steps[0].alt.startswith("A person on hands and knees")
    assert "cow" in hold.between


def test_first_side_and_direction_come_first(library: Library) -> None:
    assert form(library, "shoulder-rolls/usual").sides == (Side.BACKWARD, Side.FORWARD)
    assert form(library, "side-lying-rotation/usual").sides == (Side.LEFT, Side.RIGHT)


def test_exercises_stand_in_the_order_of_a_session(library: Library) -> None:
    phases = [exercise.phase.value for exercise in library.exercises.values()]
    assert phases == sorted(phases, key=["warm", "mobility", "strength", "cool"].index)
    assert [
        duration(settle(routine.lines, library, Preferences(level=3)).parts)
        for routine in library.routines.values()
    ] == sorted(
        duration(settle(routine.lines, library, Preferences(level=3)).parts)
        for routine in library.routines.values()
    )


# doses.json, and for hold and breathing facts.md 1.1 and 10.6: hold, move, repetitions, stations.
DOSES: dict[str, list[tuple[int, ...]]] = {
    "shoulder-rolls/usual": [(30, 0, 1, 1)] * 3,
    "cat-cow/flow": [(5, 0, 5, 2), (5, 0, 8, 2), (5, 0, 10, 2)],
    "cat-cow/hold": [(15, 5, 5, 1), (20, 5, 6, 1), (30, 5, 8, 1)],
    "cat-cow/fists": [(5, 0, 5, 2), (5, 0, 8, 2), (5, 0, 10, 2)],
    "cat-cow-seated/usual": [(5, 0, 4, 2), (5, 0, 6, 2), (5, 0, 8, 2)],
    "knee-rolls/small": [(2, 4, 5, 1), (2, 4, 8, 1), (2, 4, 10, 1)],
    "knee-rolls/usual": [(2, 4, 5, 1), (2, 4, 8, 1), (2, 4, 10, 1)],
    "knee-hug/one-knee": [(10, 5, 2, 1), (15, 5, 2, 1), (20, 5, 2, 1)],
    "knee-hug/usual": [(15, 5, 2, 1), (20, 5, 2, 1), (30, 5, 2, 1)],
    "thread-the-needle/small": [(3, 6, 4, 1), (3, 6, 6, 1), (3, 6, 8, 1)],
    "thread-the-needle/usual": [(3, 6, 4, 1), (3, 6, 6, 1), (3, 6, 8, 1)],
    "seated-turn/small": [(2, 4, 3, 1), (3, 4, 4, 1), (3, 4, 5, 1)],
    "seated-turn/usual": [(3, 4, 4, 1), (5, 4, 5, 1), (10, 4, 4, 1)],
    "side-reach/hands-on-head": [(10, 5, 2, 1), (15, 5, 2, 1), (20, 5, 3, 1)],
    "side-reach/seated": [(10, 5, 2, 1), (15, 5, 2, 1), (20, 5, 3, 1)],
    "side-reach/usual": [(10, 5, 2, 1), (15, 5, 2, 1), (20, 5, 3, 1)],
    "chair-extension/arms-crossed": [(2, 4, 5, 1), (3, 4, 8, 1), (5, 4, 10, 1)],
    "chair-extension/usual": [(2, 4, 5, 1), (3, 4, 8, 1), (5, 4, 10, 1)],
    "roller-extension/arms-crossed": [(5, 5, 5, 1), (10, 5, 5, 1), (15, 5, 5, 1)],
    "roller-extension/arms-overhead": [(5, 5, 5, 1), (10, 5, 5, 1), (15, 5, 5, 1)],
    "roller-extension/rolled-towel": [(30, 5, 1, 1), (30, 5, 2, 1), (30, 5, 3, 1)],
    "roller-extension/usual": [(5, 5, 5, 1), (10, 5, 5, 1), (15, 5, 5, 1)],
    "low-cobra/usual": [(5, 5, 3, 1), (5, 5, 5, 1), (10, 5, 5, 1)],
    "side-lying-rotation/usual": [(3, 6, 5, 1), (3, 6, 8, 1), (5, 6, 10, 1)],
    "shoulder-blade-squeeze/usual": [(5, 2, 5, 1), (5, 2, 8, 1), (5, 2, 10, 1)],
    "rib-breathing/usual": [(6, 4, 4, 1), (6, 4, 6, 1), (6, 4, 8, 1)],
    "doorway-stretch/usual": [(15, 5, 2, 1), (20, 5, 3, 1), (30, 5, 3, 1)],
    "wall-angels/usual": [(0, 8, 5, 1), (0, 8, 8, 1), (0, 8, 10, 1)],
    "chin-tuck/usual": [(5, 2, 5, 1), (5, 2, 8, 1), (10, 2, 5, 1)],
    "row-towel/usual": [(5, 2, 5, 1), (5, 2, 8, 1), (5, 2, 8, 1)],
    "wall-push-up-plus/usual": [(1, 4, 5, 1), (1, 4, 8, 1), (1, 4, 8, 1)],
    "self-hug/usual": [(15, 5, 2, 1), (20, 5, 2, 1), (30, 5, 2, 1)],
    "walk/usual": [(120, 0, 1, 1), (300, 0, 1, 1), (600, 0, 1, 1)],
    "neck-turns/usual": [(2, 4, 5, 1)] * 3,
    "childs-pose/usual": [(20, 6, 1, 1), (30, 6, 1, 1), (30, 6, 2, 1)],
    "childs-pose/on-a-seat": [(20, 6, 1, 1), (30, 6, 1, 1), (30, 6, 2, 1)],
    "childs-pose-walk/usual": [(15, 6, 1, 3), (30, 6, 1, 3), (30, 6, 2, 3)],
    "kneeling-extension/usual": [(5, 6, 5, 1), (10, 6, 5, 1), (15, 6, 5, 1)],
    "kneeling-extension/with-stick": [(10, 6, 5, 1), (15, 6, 5, 1), (15, 6, 5, 1)],
    "sphinx/usual": [(15, 6, 2, 1), (15, 6, 3, 1), (30, 6, 3, 1)],
    "wall-stretch/usual": [(10, 5, 2, 1), (15, 5, 2, 1), (30, 5, 2, 1)],
    # Ten seconds between the sides where the holds are long (10.8).
    "bird-dog/usual": [(5, 4, 5, 1), (7, 4, 6, 1), (10, 4, 6, 1, 10)],
    "bird-dog/short-holds": [(5, 4, 5, 1), (5, 4, 6, 1), (5, 4, 6, 1)],
    "locust/usual": [(10, 10, 2, 1), (10, 10, 2, 1), (15, 10, 3, 1)],
    "locust/one-leg": [(10, 4, 2, 1), (10, 4, 2, 1), (10, 4, 3, 1)],
    "seated-forward-bend/usual": [(20, 8, 2, 1), (30, 8, 2, 1), (30, 8, 3, 1)],
}


@pytest.mark.parametrize("ref", DOSES)
def test_doses_are_those_of_the_facts(library: Library, ref: str) -> None:
    assert form(library, ref).doses == tuple(Dose(*dose) for dose in DOSES[ref])


# facts.md 3.4 with the changes of 10.4; shoulder and dizzy turn with the elbow bent and the head resting.
EVERYBODY_AFTER_SURGERY = {"stiff-spine", "surgery"}
CHILD = {"thin-bones", "knees", "eyes", "heart", "disc", "dizzy", "hip"} | EVERYBODY_AFTER_SURGERY
KNEELING = {"thin-bones", "knees", "shoulder", "eyes", "heart", "dizzy"} | EVERYBODY_AFTER_SURGERY
ON_ALL_FOURS = {"knees", "wrists", "shoulder", "dizzy"} | EVERYBODY_AFTER_SURGERY
LOCUST = {
    "thin-bones",
    "pregnant",
    "neck",
    "heart",
    "disc",
    "dizzy",
    "eyes",
    "leaning-back",
} | EVERYBODY_AFTER_SURGERY
FORWARD_BEND = {
    "thin-bones",
    "pregnant",
    "eyes",
    "heart",
    "disc",
    "bendy",
    "dizzy",
    "hip",
} | EVERYBODY_AFTER_SURGERY
BARRED = {
    "shoulder-rolls/usual": set[str](),
    "shoulder-rolls/small": set[str](),
    "cat-cow/flow": {"thin-bones", "knees", "wrists", "eyes", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "cat-cow/hold": {"thin-bones", "pregnant", "knees", "wrists", "eyes", "bendy", "dizzy", "disc"}
    | EVERYBODY_AFTER_SURGERY,
    "cat-cow/fists": {"thin-bones", "knees", "eyes", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "cat-cow-seated/usual": {"thin-bones"} | EVERYBODY_AFTER_SURGERY,
    "knee-rolls/small": {"thin-bones", "pregnant", "disc"} | EVERYBODY_AFTER_SURGERY,
    "knee-rolls/usual": {"thin-bones", "pregnant", "disc", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "knee-hug/one-knee": {"thin-bones", "pregnant", "disc", "hip"} | EVERYBODY_AFTER_SURGERY,
    "knee-hug/usual": {"thin-bones", "pregnant", "disc", "hip", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "thread-the-needle/small": {"thin-bones", "knees", "wrists", "shoulder", "eyes"}
    | EVERYBODY_AFTER_SURGERY,
    "thread-the-needle/usual": {"thin-bones", "knees", "wrists", "shoulder", "eyes"}
    | EVERYBODY_AFTER_SURGERY,
    "seated-turn/small": {"thin-bones"} | EVERYBODY_AFTER_SURGERY,
    "seated-turn/usual": {"thin-bones"} | EVERYBODY_AFTER_SURGERY,
    "side-reach/hands-on-head": {"thin-bones", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "side-reach/seated": {"thin-bones", "shoulder"} | EVERYBODY_AFTER_SURGERY,
    "side-reach/usual": {"thin-bones", "shoulder", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "chair-extension/arms-crossed": {"thin-bones", "dizzy", "leaning-back"} | EVERYBODY_AFTER_SURGERY,
    "chair-extension/usual": {"thin-bones", "dizzy", "leaning-back", "neck", "shoulder"}
    | EVERYBODY_AFTER_SURGERY,
    "roller-extension/arms-crossed": {
        "thin-bones",
        "pregnant",
        "neck",
        "disc",
        "bendy",
        "dizzy",
        "eyes",
        "leaning-back",
    }
    | EVERYBODY_AFTER_SURGERY,
    "roller-extension/arms-overhead": {
        "thin-bones",
        "pregnant",
        "neck",
        "shoulder",
        "disc",
        "bendy",
        "dizzy",
        "eyes",
        "leaning-back",
    }
    | EVERYBODY_AFTER_SURGERY,
    "roller-extension/rolled-towel": {
        "thin-bones",
        "pregnant",
        "neck",
        "disc",
        "bendy",
        "dizzy",
        "eyes",
        "leaning-back",
    }
    | EVERYBODY_AFTER_SURGERY,
    "roller-extension/usual": {
        "thin-bones",
        "pregnant",
        "neck",
        "shoulder",
        "disc",
        "bendy",
        "dizzy",
        "eyes",
        "leaning-back",
    }
    | EVERYBODY_AFTER_SURGERY,
    "low-cobra/usual": {
        "thin-bones",
        "pregnant",
        "wrists",
        "neck",
        "heart",
        "disc",
        "dizzy",
        "eyes",
        "leaning-back",
    }
    | EVERYBODY_AFTER_SURGERY,
    "side-lying-rotation/usual": {"thin-bones", "shoulder", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "side-lying-rotation/bent-elbow": {"thin-bones"} | EVERYBODY_AFTER_SURGERY,
    "shoulder-blade-squeeze/usual": set[str](),
    "rib-breathing/usual": set[str](),
    "doorway-stretch/usual": {"shoulder", "bendy", "surgery"},
    "doorway-stretch/low": {"shoulder", "surgery"},
    "wall-angels/usual": {"shoulder"} | EVERYBODY_AFTER_SURGERY,
    "wall-angels/low": {"shoulder"} | EVERYBODY_AFTER_SURGERY,
    "chin-tuck/usual": {"neck"} | EVERYBODY_AFTER_SURGERY,
    "chin-tuck/lying": {"pregnant"} | EVERYBODY_AFTER_SURGERY,
    "row-towel/usual": {"wrists", "shoulder", "surgery"},
    "wall-push-up-plus/usual": {"wrists", "shoulder", "dizzy", "surgery"},
    "wall-push-up-plus/fists": {"shoulder", "dizzy", "surgery"},
    "wall-push-up-plus/blades-only": {"wrists", "shoulder", "surgery"},
    "self-hug/usual": {"thin-bones", "shoulder"} | EVERYBODY_AFTER_SURGERY,
    "walk/usual": {"dizzy", "surgery"},
    "walk/on-a-chair": set[str](),
    "neck-turns/usual": {"neck", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "neck-turns/small": {"dizzy"} | EVERYBODY_AFTER_SURGERY,
    "childs-pose/usual": CHILD | {"pregnant", "shoulder"},
    "childs-pose/cushioned": CHILD | {"pregnant", "shoulder"},
    "childs-pose/knees-wide": CHILD | {"shoulder"},
    "childs-pose/arms-back": CHILD | {"pregnant"},
    "childs-pose/on-a-seat": {"thin-bones", "eyes", "disc", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "childs-pose-walk/usual": CHILD | {"pregnant", "shoulder"},
    "childs-pose-walk/knees-wide": CHILD | {"shoulder"},
    "kneeling-extension/usual": KNEELING | {"pregnant"},
    "kneeling-extension/knees-wide": KNEELING,
    "kneeling-extension/at-wall": {"thin-bones", "shoulder", "dizzy"} | EVERYBODY_AFTER_SURGERY,
    "kneeling-extension/with-stick": KNEELING | {"pregnant"},
    "sphinx/usual": {"thin-bones", "pregnant", "leaning-back"} | EVERYBODY_AFTER_SURGERY,
    "sphinx/elbows-forward": {"thin-bones", "pregnant", "leaning-back"} | EVERYBODY_AFTER_SURGERY,
    "sphinx/at-wall": {"thin-bones", "leaning-back"} | EVERYBODY_AFTER_SURGERY,
    "wall-stretch/usual": {"shoulder", "bendy", "surgery"},
    "wall-stretch/low": {"shoulder", "surgery"},
    "bird-dog/usual": ON_ALL_FOURS | {"heart"},
    "bird-dog/short-holds": ON_ALL_FOURS,
    "bird-dog/leg-only": ON_ALL_FOURS,
    "bird-dog/arm-only": ON_ALL_FOURS,
    "locust/usual": LOCUST | {"shoulder"},
    "locust/palms-down": LOCUST,
    "locust/one-leg": LOCUST,
    "seated-forward-bend/usual": FORWARD_BEND,
    "seated-forward-bend/knees-bent": FORWARD_BEND,
    "seated-forward-bend/no-strap": FORWARD_BEND,
}


def test_blocks_are_those_of_the_facts(library: Library) -> None:
    found = {str(each.ref): {tag.value for tag in each.barred_for} for each in forms(library)}
    assert found == BARRED


def test_first_two_minutes_take_118_seconds(library: Library) -> None:
    settled = settle(library.routines["first-two-minutes"].lines, library, Preferences())
    assert duration(settled.parts) == 118


def test_turn_and_bend_takes_five_and_a_half_minutes(library: Library) -> None:
    settled = settle(library.routines["turn-and-bend"].lines, library, Preferences())
    # 12+35 · 12+80 · 12+95 · 12+35 · 5+40, by the formula of facts.md section 4
    assert duration(settled.parts) == 338


EVERY_BODY = [
    Preferences(tags=tags, floor=floor)
    for tags, floor in product(
        [frozenset[Tag](), *(frozenset({tag}) for tag in Tag), frozenset(Tag)], [None, *Floor]
    )
]


def test_first_two_minutes_are_the_same_for_everybody(library: Library) -> None:
    routine = library.routines["first-two-minutes"]
    for who in EVERY_BODY:
        refs = [part.form.ref for part in settle(routine.lines, library, who).parts]
        assert refs == [line.ref for line in routine.lines], who


def test_every_line_of_a_routine_has_something_for_everybody(library: Library) -> None:
    for who, routine in product(EVERY_BODY, library.routines.values()):
        for line in routine.lines:
            assert next(fitting((line.ref, *line.fallbacks), library, who), None), (
                routine.slug,
                line.ref,
                who,
            )


def test_routine_made_to_fit_holds_nothing_barred_and_nothing_twice(library: Library) -> None:
    for who, routine in product(EVERY_BODY, library.routines.values()):
        parts = settle(routine.lines, library, who).parts
        assert len(parts) >= 3, (routine.slug, who)
        assert not [part for part in parts if bar(part.form, who)], (routine.slug, who)
        assert len({part.form.ref.exercise for part in parts}) == len(parts), (routine.slug, who)


def test_whoever_is_barred_from_a_form_finds_another_by_one_tap(library: Library) -> None:
    for who, each in product(EVERY_BODY, forms(library)):
        if bar(each, who):
            assert next(fitting((each.easier, *each.swaps), library, who), None), (str(each.ref), who)


def test_content_with_a_fault_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    broken = tmp_path / "content"
    shutil.copytree(CONTENT, broken)
    (broken / "exercises/cat-cow/en.md").unlink()
    (broken / "doses.toml").write_text("[cat-cow]\nflow = 3", encoding="utf-8")
    with pytest.raises(ContentFault) as refused:
        load(broken)
    assert "exercises/cat-cow/en.md: the file: is missing" in refused.value.faults
    assert "doses.toml: cat-cow, flow: 3 should be a table" in str(refused.value)
