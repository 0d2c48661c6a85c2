"""Draws the pictures of exercises and routines that changed into the content folder, on all cores."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from bot.content.source.schema import FormFile
from bot.domain.library.exercise import Side
from bot.figure.look import ink, picture
from bot.figure.look.render import Image
from bot.figure.look.studio import Studio
from bot.figure.out import film
from bot.figure.out.differences import step_faults
from bot.figure.out.inspection import arrow_faults, inspected, inspected_mistake, inspected_stills, worst
from bot.figure.out.movement import moving_faults, side_faults
from bot.figure.out.quick_look import sheet
from bot.figure.out.sheet import contact
from bot.figure.out.titles import draw_title
from bot.figure.out.work import (
    STANDING,
    Job,
    NothingToDraw,
    chosen,
    drawn,
    exercises,
    faces,
    faults,
    note,
    note_faults,
    titles,
)
from bot.figure.pose.poses import Loop, Mistake, Still
from bot.figure.scene import Flags
from bot.figure.stage.motion import Moment, moments
from bot.figure.stage.staging import Frame, PoseStage

SMALL = 0.25
"""Scale of pictures that are only compared."""


def draw(
    content: Path, slugs: tuple[str, ...], *, everything: bool, tell: Callable[[Iterable[str], int], None]
) -> list[str]:
    """Draws the named exercises, or all; with `everything`, unchanged ones too. `tell` is called with an iterator over the finished
    slugs and their number. Returns what is wrong with the new pictures, in lines. Raises BadPoses, NothingToDraw.
    """
    marks = drawn(content)
    wanted = [job for job in chosen(content, slugs) if everything or marks.get(job.slug) != job.mark]
    tell(_drawn_side_by_side(content, wanted), len(wanted))
    sources = {job.slug: job.mark for job in exercises(content)}
    for title in (*titles(content, sources), *faces(content, sources)):
        key = title.file.relative_to(content).as_posix()
        if everything or marks.get(key) != title.mark or not title.file.is_file():
            draw_title(content, title)
            note(content, key, title.mark)
    found = faults(content)
    forms = ((job.slug, form, told) for job in wanted for form, told in found.get(job.slug, {}).items())
    return [f"{slug}, {form}: {fault}" for slug, form, told in forms for fault in told]


def write_sheet(content: Path, slugs: tuple[str, ...], out: str, *, quick: bool) -> list[str]:
    """Writes one sheet, and returns the lines to print. `quick` draws the poses small as they are now, with their complaints;
    otherwise the sheet shows the pictures already drawn. Raises BadPoses, NothingToDraw.
    """
    jobs = chosen(content, slugs)
    if not jobs:
        raise NothingToDraw("No exercise has poses yet.")
    if not quick:
        Pillow.fromarray(contact(content, slugs)).save(out)
        return [out]
    sheets = [sheet(job.poses, ()) for job in jobs]
    width = max(image.shape[1] for image, _ in sheets)
    padded = [
        np.pad(image, ((0, 0), (0, width - image.shape[1]), (0, 0)), constant_values=255)
        for image, _ in sheets
    ]
    Pillow.fromarray(np.concatenate(padded)).save(out)
    return [f"{job.slug}: {line}" for job, (_, lines) in zip(jobs, sheets, strict=True) for line in lines] + [
        out
    ]


def _drawn_side_by_side(content: Path, jobs: list[Job]) -> Iterator[str]:
    if not jobs:
        return
    by_slug = {job.slug: job for job in jobs}
    processes = min(os.cpu_count() or 1, len(jobs))
    # A new process for each: the scenes of a long loop take gigabytes, which are freed only when the process ends.
    with get_context("spawn").Pool(processes, maxtasksperchild=1) as pool:
        for slug, found in pool.imap_unordered(draw_exercise, sorted(jobs, key=_length, reverse=True)):
            note(content, slug, by_slug[slug].mark)
            note_faults(content, slug, found)
            yield slug


def _length(job: Job) -> int:
    return len(job.forms) * 4 + len(job.poses.stills)


@dataclass
class DrawnExercise:
    """What has been drawn of an exercise so far. Stills are by name, faults by form."""

    studio: Studio
    stills: dict[str, Image] = field(default_factory=dict)
    films: dict[str, list[Image]] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def still(self, name: str, still: Still) -> Image:
        def inspect(arrow: ink.Arrow, figure: Flags) -> None:
            self.faults[STANDING] += [f"{what} ({name})" for what in arrow_faults(arrow, figure)]

        return self.studio.still(still, inspect)


def draw_exercise(job: Job) -> tuple[str, dict[str, list[str]]]:
    job.folder.mkdir(exist_ok=True)
    studio = Studio(PoseStage(job.poses))
    done = DrawnExercise(studio, faults={STANDING: inspected_stills(studio)})
    small = Studio(studio.stage, SMALL)
    done.faults[STANDING] += [what for form in job.forms for what in step_faults(small, form)]
    for id_, still in job.poses.stills.items():
        done.stills[id_] = _on_first_side(job, id_)(done.still(id_, still))
    written = {_jpeg(job, id_, image) for id_, image in done.stills.items()}
    if job.poses.mistake:
        written.add(_draw_mistake(job, job.poses.mistake, done))
    for form in job.forms:
        written |= _draw_form(job, form, done)
    for path in set(job.folder.iterdir()) - written:
        path.unlink()
    return job.slug, done.faults | {STANDING: worst(done.faults[STANDING])}


def _draw_mistake(job: Job, mistake: Mistake, done: DrawnExercise) -> Path:
    pair = done.studio.pair(mistake)
    done.faults[STANDING] += inspected_mistake(done.studio, mistake, pair)
    return _jpeg(job, "mistake", pair.marked)


def _draw_form(job: Job, form: FormFile, done: DrawnExercise) -> set[Path]:
    written: set[Path] = set()
    for name in job.poses.loops:
        if form.id in {name, name.rpartition(".")[0]}:
            written |= _draw_loop(job, form, name, done)
    told = {number: done.stills[step] for number, step in told_steps(job.poses.forms[form.id], form).items()}
    return written | {_jpeg(job, f"{form.id}.steps", picture.steps(told))}


def _draw_loop(job: Job, form: FormFile, id_: str, done: DrawnExercise) -> set[Path]:
    loop = job.poses.loops[id_]
    pictures = _filmed(job, form, id_, done)
    end = (
        _on_first_side(job, loop.still)(done.stills[loop.still])
        if loop.still
        else done.still(id_, _end(loop))
    )
    written = {job.folder / f"{id_}.jpg"}
    for number, (name, turned) in enumerate(_sides(job, form, id_)):
        backwards = loop.other == "reversed" and number > 0
        path = job.folder / f"{name}.mp4"
        film.encode((turned(image) for image in (_backwards(pictures) if backwards else pictures)), path)
        written.add(path)
        if name not in done.stills:
            image = done.still(name, _turned_round(loop, job)) if backwards else turned(end)
            written.add(_jpeg(job, name, image))
        if number == 0:
            done.faults.setdefault(id_, []).extend(_sided(job, form, id_, turned(pictures[0]), done))
    return written


def _sided(job: Job, form: FormFile, id_: str, first: Image, done: DrawnExercise) -> Iterator[str]:
    loop, stills = job.poses.loops[id_], job.poses.stills
    for name in told_steps(job.poses.forms[form.id], form).values():
        is_end = stills[name].shown == (loop.keys[0].pose,) and stills[name].views == loop.views
        if name == id_ or (is_end and not loop.still):
            yield from (f"{what} ({name})" for what in side_faults(done.stills[name], first))


def _filmed(job: Job, form: FormFile, id_: str, done: DrawnExercise) -> list[Image]:
    loop = job.poses.loops[id_]
    frames = moments(loop, job.dose(form), form.pace)
    key = f"{loop.views} {frames}"
    if key not in done.films:

        def inspect(seen: Mapping[Moment, Frame]) -> None:
            done.faults[id_] = inspected(done.studio, loop, frames, seen)

        done.films[key] = list(done.studio.loop(loop, frames, inspect))
        done.faults[id_] += moving_faults(done.films[key])
    return done.films[key]


def _end(loop: Loop) -> Still:
    return Still(pose=loop.keys[0].pose, views=loop.views, arrows=loop.arrows)


def _turned_round(loop: Loop, job: Job) -> Still:
    still = job.poses.steps[loop.still] if loop.still else _end(loop)
    arrows = tuple(arrow.model_copy(update={"back": not arrow.back}) for arrow in still.arrows)
    return still.model_copy(update={"arrows": arrows})


def told_steps(loop: Loop, form: FormFile) -> dict[int, str]:
    return {
        number: f"{step}.{form.id}" if step in loop.stills else step
        for number, step in enumerate(form.steps, start=1)
    }


def _sides(job: Job, form: FormFile, id_: str) -> Iterator[tuple[str, Callable[[Image], Image]]]:
    shown, loop = job.poses.side, job.poses.loops[id_]
    for number, side in enumerate(form.sides or (None,)):
        name = id_ if number == 0 else f"{id_}.{side.value if side else ''}"
        is_other = side in {Side.LEFT, Side.RIGHT} and side.value != (shown or form.sides[0].value)
        yield name, _mirrored if is_other and loop.other == "mirrored" else _as_drawn


def _on_first_side(job: Job, id_: str) -> Callable[[Image], Image]:
    """The function that turns a step's still to the side on which its forms begin. Applied twice, it gives the still as drawn."""
    forms = [form for form in job.forms if id_ in told_steps(job.poses.forms[form.id], form).values()]
    turns = {turned for form in forms for name, turned in _sides(job, form, form.id) if name == form.id}
    return turns.pop() if len(turns) == 1 else _as_drawn


def _backwards(pictures: list[Image]) -> list[Image]:
    return [pictures[0], *reversed(pictures[1:])]


def _mirrored(image: Image) -> Image:
    return np.ascontiguousarray(image[:, ::-1])


def _as_drawn(image: Image) -> Image:
    return image


def _jpeg(job: Job, name: str, image: Image) -> Path:
    path = job.folder / f"{name}.jpg"
    picture.write_jpeg(image, path)
    return path
