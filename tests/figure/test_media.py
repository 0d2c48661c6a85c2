"""The pictures that are shipped are what they should be, and what would be drawn from the sources today."""

from pathlib import Path

import pytest
from PIL import Image

from bot.figure.look import picture
from bot.figure.look.camera import Size
from bot.figure.look.picture import STILL
from bot.figure.look.studio import LOOP, Studio
from bot.figure.out import film
from bot.figure.out.draw import told_steps
from bot.figure.out.work import FACES, STANDING, Job, drawn, faces, faults, titles
from bot.figure.stage.motion import moments
from bot.figure.stage.staging import PoseStage
from tests.examples import CONTENT
from tests.figure.frames import jobs

JOBS = jobs()
LOOPS = sorted(CONTENT.glob("exercises/*/media/*.mp4"))
STILLS = sorted(CONTENT.glob("exercises/*/media/*.jpg"))
MOST_TOGETHER = 36_000_000
"""Bytes of all pictures together."""


def test_every_exercise_with_pictures_has_poses() -> None:
    """One that was just added may have neither: `unhunch check` gives a hint."""
    pictured = {path.parent.name for path in CONTENT.glob("exercises/*/media")}
    assert pictured
    assert pictured - set(JOBS) == set()


def test_nothing_has_changed_since_it_was_drawn() -> None:
    """`make draw` mends this."""
    marks, sources = drawn(CONTENT), {slug: job.mark for slug, job in JOBS.items()}
    assert {slug: marks.get(slug) for slug in JOBS} == sources
    for title in (*titles(CONTENT, sources), *faces(CONTENT, sources)):
        assert marks.get(title.file.relative_to(CONTENT).as_posix()) == title.mark, title.slug


def test_every_picture_was_looked_at_and_nothing_is_wrong() -> None:
    """`make draw` looks at each as it draws it: joints, touches, hands, depths, jerks, edges; see bot.figure.out.inspection."""
    found = faults(CONTENT)
    assert set(found) == set(JOBS)
    assert all(STANDING in told for told in found.values())
    counts = {slug: sum(map(len, told.values())) for slug, told in found.items()}
    assert {slug: count for slug, count in counts.items() if count} == {}


@pytest.mark.parametrize("slug", sorted(JOBS))
def test_a_step_that_looks_otherwise_in_a_form_has_its_picture_there(slug: str) -> None:
    job = JOBS[slug]
    forms = {form.id for form in job.forms}
    own = {path.stem for path in job.folder.glob("*.*.jpg") if path.stem.rpartition(".")[2] in forms}
    assert own == job.poses.stills.keys() - job.poses.steps.keys()


@pytest.mark.parametrize("slug", sorted(JOBS))
def test_the_picture_of_all_steps_has_the_numbers_of_the_words(slug: str) -> None:
    """What stands beside a number is the step that the words number so."""
    for form in JOBS[slug].forms:
        told = told_steps(JOBS[slug].poses.forms[form.id], form)
        assert {number: form.steps[number - 1] for number in told} == {
            number: name.partition(".")[0] for number, name in told.items()
        }
        assert list(told) == sorted(told)


def test_all_together_are_small_enough() -> None:
    files = [*CONTENT.glob("**/*.jpg"), *CONTENT.glob("**/*.mp4")]
    assert len(files) > 300
    assert sum(file.stat().st_size for file in files) <= MOST_TOGETHER


@pytest.mark.parametrize("slug", sorted(JOBS))
def test_stills_are_of_one_size_and_light_enough(slug: str) -> None:
    for path in STILLS:
        if path.parent.parent.name == slug:
            with Image.open(path) as image:
                assert (image.size, image.format) == (_size(JOBS[slug], path.stem), "JPEG"), path.name
            assert path.stat().st_size <= 150 * 1024, path.name


def _size(job: Job, name: str) -> Size:
    counts = {f"{form.id}.steps": len(form.steps) for form in job.forms}
    return picture.steps_size(counts[name]) if name in counts else STILL


@pytest.mark.parametrize("slug", sorted(JOBS))
def test_loops_play_everywhere_and_can_be_joined(slug: str) -> None:
    job = JOBS[slug]
    settings = {film.probe(LOOPS[0]).settings}
    for form in job.forms:
        path = job.folder / f"{form.id}.mp4"
        facts = film.probe(path)
        assert (facts.width, facts.height) == LOOP
        assert (facts.codec, facts.pixels, facts.audio) == ("h264", "yuv420p", False)
        assert facts.constant_rate
        assert facts.closed_groups
        assert facts.fast_start
        assert facts.frames == len(moments(job.poses.forms[form.id], job.dose(form), form.pace))
        assert path.stat().st_size <= 400 * 1024
        settings.add(facts.settings)
    assert len(settings) == 1


def test_each_station_has_its_loop() -> None:
    """As long as its own keys say, and joined like all others."""
    held = [(job, form, f"{form.id}.{number}") for job in JOBS.values() for form in job.forms
            for number, _ in enumerate(job.poses.forms[form.id].stations, 1)]  # fmt: skip
    assert len(held) >= 6
    for job, form, name in held:
        facts = film.probe(job.folder / f"{name}.mp4")
        assert facts.settings == film.probe(LOOPS[0]).settings
        assert facts.frames == len(moments(job.poses.loops[name], job.dose(form), form.pace))


def test_the_bots_own_pictures_have_their_sizes() -> None:
    sizes = {"hello": STILL, "avatar": picture.AVATAR, "description": picture.DESCRIPTION}
    for name in FACES:
        assert picture.read(CONTENT / "pictures" / f"{name}.jpg").shape[1::-1] == sizes[name]


def redrawn(job: Job, step: str) -> tuple[float, float]:
    again = Studio(PoseStage(job.poses)).still(job.poses.steps[step])
    path = Path(job.folder / f"{step}.jpg")
    # Coarse enough for what JPEG leaves out, twice.
    return picture.difference(again, picture.read(path), tolerance=30)


@pytest.mark.parametrize(
    ("slug", "step"), [("cat-cow", "cat"), pytest.param("seated-turn", "tall", marks=pytest.mark.soak)]
)
def test_drawn_again_it_is_the_same_picture(slug: str, step: str) -> None:
    mean, share = redrawn(JOBS[slug], step)
    assert mean < 2.5
    assert share < 0.02


def test_another_pose_would_be_seen_as_another_picture() -> None:
    one, other = (picture.read(JOBS["cat-cow"].folder / f"{step}.jpg") for step in ("cat", "cow"))
    assert picture.difference(one, other)[1] > 0.02
