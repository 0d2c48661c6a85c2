"""The library as the coach gets it, and what the facts ask of it."""

import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from bot.content.faults import ContentFault
from bot.content.reader import load
from bot.domain.library.exercise import Dose, Form, FormRef, Pace, Picture, Position, Purpose, Side
from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.session.script import duration
from bot.domain.session.suitable import settle
from tests.content.places import CONTENT
from tests.content.test_check import SOUND
from tests.known import library as the_library


@pytest.fixture(scope="module")
def library() -> Library:
    return the_library()


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


# Hold, move, repetitions, stations. For hold and repetitions see dose-… in docs/facts.md.
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
    # Ten seconds between the sides where the holds are long (docs/facts.md: rest-between-sides).
    "bird-dog/usual": [(5, 4, 5, 1), (7, 4, 6, 1), (10, 4, 6, 1, 10)],
    "bird-dog/short-holds": [(5, 4, 5, 1), (5, 4, 6, 1), (5, 4, 6, 1)],
    "locust/usual": [(10, 10, 2, 1), (10, 10, 2, 1), (15, 10, 3, 1)],
    "locust/one-leg": [(10, 4, 2, 1), (10, 4, 2, 1), (10, 4, 3, 1)],
    "seated-forward-bend/usual": [(20, 8, 2, 1), (30, 8, 2, 1), (30, 8, 3, 1)],
}


@pytest.mark.parametrize("ref", DOSES)
def test_doses_are_those_of_the_facts(library: Library, ref: str) -> None:
    assert form(library, ref).doses == tuple(Dose(*dose) for dose in DOSES[ref])


def test_pictures_are_found_by_their_names() -> None:
    """The small folder of the check: one exercise of it is drawn, and the title of its routine."""
    drawn = load(SOUND)
    media = "exercises/reach/media"
    reach = form(drawn, "reach/usual")
    assert reach.sides == (Side.LEFT, Side.RIGHT)
    assert reach.loops == (
        Picture(f"{media}/usual.mp4", moves=True, still=f"{media}/usual.jpg"),
        Picture(f"{media}/usual.right.mp4", moves=True, still=f"{media}/usual.right.jpg"),
    )
    assert reach.numbered == Picture(f"{media}/usual.steps.jpg")
    assert [step.picture for step in reach.steps] == [Picture(f"{media}/lean.jpg")]
    assert drawn.exercises["reach"].mistaken == Picture(f"{media}/mistake.jpg")
    assert drawn.routines["short"].picture == Picture("routines/media/short.jpg")
    assert drawn.hello == Picture("pictures/hello.jpg")


def test_each_station_has_a_loop_for_each_side_once_all_are_drawn(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    media = "exercises/reach/media"
    names = ("usual.1", "usual.1.right", "usual.2", "usual.2.right")
    for name in names:
        assert form(load(tmp_path), "reach/usual").held == ()
        for ending in ("jpg", "mp4"):
            shutil.copy(tmp_path / media / f"usual.{ending}", tmp_path / media / f"{name}.{ending}")
    high, high_right, low, low_right = (
        Picture(f"{media}/{name}.mp4", moves=True, still=f"{media}/{name}.jpg") for name in names
    )
    reach = form(load(tmp_path), "reach/usual")
    assert reach.held == ((high, high_right), (low, low_right))
    assert [reach.loop(Side.RIGHT, number) for number in range(3)] == [high_right, low_right, high_right]


def test_a_mistake_without_a_picture_is_told_in_words(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "exercises/reach/media/mistake.jpg").unlink()
    reach = load(tmp_path).exercises["reach"]
    assert (reach.mistaken, reach.mistake) == (None, "Leaning forward.")


def test_every_form_says_where_one_feels_it(library: Library) -> None:
    assert form(library, "wall-stretch/usual").feel.startswith("You feel it in the chest")
    assert [str(each.ref) for each in forms(library) if not each.feel.endswith(".")] == []


def test_every_form_has_something_to_say_aloud(library: Library) -> None:
    rolls, turn = form(library, "shoulder-rolls/usual"), form(library, "seated-turn/usual")
    assert (rolls.begin, rolls.there, rolls.back) == ("Slow, round circles.", "", "")
    assert (turn.begin, turn.there, turn.back) == ("", "Turn, breathe out", "and back")
    assert turn.way_in == "Sit tall near the front of a chair, feet flat, arms crossed."
    assert [str(each.ref) for each in forms(library) if not (each.begin or each.there)] == []


def test_what_is_said_aloud_leaves_the_side_to_the_bot(library: Library) -> None:
    """Who lies face down sees no arrow: "this side" is none."""
    said = {text for each in forms(library) for text in (each.way_in, each.begin, each.there, each.back)}
    assert [text for text in said if "this " in text.lower() or "here" in text.lower().split()] == []


def test_who_breathes_out_for_six_is_told_so_after_four(library: Library) -> None:
    breathing, squeeze, push_up = (
        form(library, ref)
        for ref in ("rib-breathing/usual", "shoulder-blade-squeeze/usual", "wall-push-up-plus/usual")
    )
    assert breathing.dose(1).halves(breathing.turn) == (4, 6)
    assert squeeze.dose(1).halves(squeeze.turn) == (5, 2)
    assert push_up.dose(1).halves(push_up.turn) == (2, 3)


def test_the_halves_of_a_repetition_are_all_of_it(library: Library) -> None:
    flows = [each for each in forms(library) if each.there]
    assert len(flows) > 30
    for each in flows:
        for dose in each.doses:
            assert sum(dose.halves(each.turn)) * dose.repetitions == dose.seconds


def test_a_step_that_forms_share_looks_as_each_does_it(library: Library) -> None:
    """Who breathes on a seat is not shown the floor."""
    media = "exercises/childs-pose/media"
    pictures = {
        name: next(step.picture for step in form(library, f"childs-pose/{name}").steps if step.id == "stay")
        for name in ("usual", "on-a-seat")
    }
    assert pictures == {
        "usual": Picture(f"{media}/stay.jpg"),
        "on-a-seat": Picture(f"{media}/stay.on-a-seat.jpg"),
    }


def test_what_is_not_drawn_has_no_pictures() -> None:
    in_words = load(SOUND)
    cat = form(in_words, "cat/flow")
    assert (cat.loops, cat.loop(), cat.numbered) == ((), None, None)
    assert {step.picture for step in cat.steps} == {None}
    assert in_words.exercises["cat"].mistaken is None
    assert {programme.picture for programme in in_words.programmes.values()} == {None}


def test_every_picture_that_is_named_is_there(library: Library) -> None:
    """The project's own content, drawn or not yet."""
    named = [library.hello, *(routine.picture for routine in library.routines.values())]
    named += [programme.picture for programme in library.programmes.values()]
    named += [exercise.mistaken for exercise in library.exercises.values()]
    for each in forms(library):
        named += [*each.loops, *chain(*each.held), each.numbered, *(step.picture for step in each.steps)]
    files = [file for picture in named if picture for file in (picture.file, picture.still) if file]
    assert [file for file in files if not (CONTENT / file).is_file()] == []


def test_content_with_a_fault_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    broken = tmp_path / "content"
    shutil.copytree(CONTENT, broken)
    (broken / "exercises/cat-cow/en.md").unlink()
    (broken / "doses.toml").write_text("[cat-cow]\nflow = 3", encoding="utf-8")
    with pytest.raises(ContentFault) as refused:
        load(broken)
    assert "exercises/cat-cow/en.md: the file: is missing" in refused.value.faults
    assert "doses.toml: cat-cow, flow: 3 should be a table" in str(refused.value)
