"""Only what changed is drawn: sources have marks."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import main
from bot.figure.out.titles import draw_title
from bot.figure.out.work import drawn, exercises, faults, note, note_faults, titles
from bot.figure.pose.poses import BadPoses
from tests.examples import CONTENT

SLUG = "cat-cow"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content with one exercise that has poses."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("media", "pictures"))
    for path in folder.glob("exercises/*/poses.yaml"):
        if path.parent.name != SLUG:
            path.unlink()
    return folder


def poses(content: Path) -> Path:
    return content / "exercises" / SLUG / "poses.yaml"


def test_the_same_sources_have_the_same_mark(content: Path) -> None:
    (first,), (second,) = exercises(content), exercises(content)
    assert first.mark == second.mark


def test_another_pose_or_another_dose_is_another_mark(content: Path) -> None:
    (before,) = exercises(content)
    poses(content).write_text(poses(content).read_text(encoding="utf-8") + "# a thought\n", encoding="utf-8")
    (after,) = exercises(content)
    assert before.mark != after.mark
    facts = content / "exercises" / SLUG / "exercise.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("hold = 5", "hold = 6", 1), encoding="utf-8")
    (slower,) = exercises(content)
    assert slower.mark not in {before.mark, after.mark}


def test_colours_that_the_facts_deny_are_told(content: Path) -> None:
    facts = content / "exercises" / SLUG / "exercise.toml"
    facts.write_text("tinted = false\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(BadPoses, match=r"kind: lengthens; exercise\.toml has tinted = false"):
        exercises(content)


def test_a_step_or_form_without_a_picture_is_told(content: Path) -> None:
    file = yaml.safe_load(poses(content).read_text(encoding="utf-8"))
    step, form = next(iter(file["steps"])), next(iter(file["forms"]))
    file["steps"]["no-such"] = file["steps"].pop(step)
    file["forms"]["neither"] = file["forms"].pop(form)
    poses(content).write_text(yaml.safe_dump(file), encoding="utf-8")
    with pytest.raises(BadPoses) as refusal:
        exercises(content)
    for said in (
        f"steps: '{step}' is missing",
        "'no-such' is none",
        f"forms: '{form}' is missing",
        "'neither' is none",
    ):
        assert said in str(refusal.value)


def test_a_form_has_pictures_of_its_own_of_its_own_steps_only(content: Path) -> None:
    file = yaml.safe_load(poses(content).read_text(encoding="utf-8"))
    form = next(iter(file["forms"]))
    file["forms"][form]["stills"] = {"no-such": {"pose": next(iter(file["poses"]))}}
    poses(content).write_text(yaml.safe_dump(file), encoding="utf-8")
    with pytest.raises(BadPoses, match=rf"forms.{form}.stills: 'no-such' is none of its steps"):
        exercises(content)


def test_who_holds_at_several_stations_is_shown_each(content: Path) -> None:
    facts = content / "exercises" / SLUG / "exercise.toml"
    held = facts.read_text(encoding="utf-8").replace(
        "hold = 15, move = 5,", "stations = 2, hold = 15, move = 5,"
    )
    facts.write_text(held, encoding="utf-8")
    with pytest.raises(BadPoses, match=r"forms.hold.stations: 0; its doses have 2"):
        exercises(content)
    file = yaml.safe_load(poses(content).read_text(encoding="utf-8"))
    file["forms"]["hold"]["stations"] = [["cat", "table"], ["cow", "table"]]
    poses(content).write_text(yaml.safe_dump(file), encoding="utf-8")
    (job,) = exercises(content)
    assert [name for name in job.poses.loops if name.startswith("hold")] == ["hold", "hold.1", "hold.2"]
    assert [key.pose for key in job.poses.loops["hold.2"].keys] == ["cow", "table"]


def test_what_was_drawn_is_noted(content: Path) -> None:
    note(content, "a", "1")
    note(content, "b", "2")
    note(content, "a", "3")
    assert {key: drawn(content)[key] for key in "ab"} == {"a": "3", "b": "2"}


def test_what_was_found_while_drawing_is_noted_anew_each_time(content: Path) -> None:
    note_faults(content, "a", {"usual": ["a joint jumps by 4.6 cm"]})
    note_faults(content, "b", {"usual": []})
    note_faults(content, "a", {"usual": []})
    assert {key: faults(content)[key] for key in "ab"} == {"a": {"usual": []}, "b": {"usual": []}}


def test_a_routines_title_shows_four_different_exercises_and_changes_with_them(content: Path) -> None:
    before = {title.slug: title for title in titles(content, {})}
    after = {title.slug: title for title in titles(content, {SLUG: "drawn anew"})}
    for slug, title in before.items():
        shown = [form.partition("/")[0] for form in title.forms]
        assert len(set(shown)) == len(shown) <= 4
        assert (title.mark != after[slug].mark) == (SLUG in shown)


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("nosuch", "There is no exercise 'nosuch'."),
        ("cat-cov", "There is no exercise 'cat-cov'. Did you mean 'cat-cow'?"),
        ("sphinx", "'sphinx' has no poses yet: write {content}/exercises/sphinx/poses.yaml; bot/figure/README.md says how."),
        ("locust", "'locust' can't be read: `unhunch check` tells why."),
    ],
)  # fmt: skip
def test_what_there_is_nothing_to_draw_of_is_told_in_a_sentence(content: Path, slug: str, told: str) -> None:
    (content / "exercises" / "locust" / "exercise.toml").write_text("half a fi", encoding="utf-8")
    for command in ((), ("--look",), ("--sheet",)):
        made = CliRunner().invoke(main, ["draw", *command, slug], env={"UNHUNCH_CONTENT": str(content)})
        assert (made.exit_code, made.stdout, made.stderr) == (1, "", f"{told.format(content=content)}\n")


def test_a_title_shows_what_is_drawn_of_a_routine_and_is_none_where_nothing_is(content: Path) -> None:
    title = next(each for each in titles(content, {}) if each.slug == "morning")
    draw_title(content, title)
    assert not title.file.exists()
    media = content / "exercises" / SLUG / "media"
    shutil.copytree(CONTENT / "exercises" / SLUG / "media", media)
    draw_title(content, title)
    assert title.file.is_file()
