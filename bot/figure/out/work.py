"""Lists what there is to draw, and what has changed since it was drawn."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bot.content.source.records import ExerciseSource, LibrarySource
from bot.content.source.records import read as read_content
from bot.content.source.schema import FormFile, LineFile
from bot.domain.library.exercise import Dose, Pace
from bot.figure.out import film
from bot.figure.person import body
from bot.figure.pose.poses import BadPoses, Loop, PoseFile, read

LOOK = 4
"""Increase this when the same sources give other pictures: then all are drawn again."""

DRAWN = Path("figure") / "drawn.json"
"""In the content folder: for each folder, the mark of the sources that its pictures were drawn from."""

FAULTS = Path("figure") / "faults.json"
"""In the content folder: all faults found in the pictures when they were drawn."""

STANDING = "stills"
"""The key, beside the forms, for faults of the stills."""


class NothingToDraw(Exception):
    """The message is a sentence that tells why."""


@dataclass(frozen=True)
class Job:
    slug: str
    forms: tuple[FormFile, ...]
    poses: PoseFile
    folder: Path
    mark: str

    def dose(self, form: FormFile) -> Dose:
        dose = form.doses[0]
        return Dose(dose.hold, dose.move, dose.repetitions, dose.stations, dose.switch)


@dataclass(frozen=True)
class Title:
    """The picture of a routine or programme. `forms` refer to its first exercises, whose end positions it shows."""

    slug: str
    forms: tuple[str, ...]
    file: Path
    mark: str


def exercises(content: Path) -> list[Job]:
    """All exercises with a pose file, by slug. Raises BadPoses, which lists the faults of all files."""
    source, jobs, faults = read_content(content), [], []
    for exercise in source.exercises.values():
        path = content / exercise.folder / "poses.yaml"
        if not path.is_file():
            continue
        try:
            poses = read(path)
            faults += [f"{path}: {fault}" for fault in _missing(exercise, poses)]
            jobs.append(_job(exercise, poses, path))
        except BadPoses as bad:
            faults.append(str(bad))
    if faults:
        raise BadPoses("\n".join(faults))
    return sorted(jobs, key=lambda job: job.slug)


def chosen(content: Path, slugs: tuple[str, ...]) -> list[Job]:
    """The named exercises, or all. Raises BadPoses, and NothingToDraw for the first slug without poses."""
    jobs = exercises(content)
    for slug in slugs:
        if slug not in {job.slug for job in jobs}:
            raise NothingToDraw(_why_not(content, slug))
    return [job for job in jobs if not slugs or job.slug in slugs]


def _why_not(content: Path, slug: str) -> str:
    source = read_content(content)
    if slug in source.exercises:
        poses = content / source.exercises[slug].folder / "poses.yaml"
        return f"'{slug}' has no poses yet: write {poses}; bot/figure/README.md says how."
    if slug in source.unread:
        return f"'{slug}' can't be read: `unhunch check` tells why."
    near = get_close_matches(slug, source.exercises, n=1)
    return f"There is no exercise '{slug}'." + (f" Did you mean '{near[0]}'?" if near else "")


def _job(exercise: ExerciseSource, poses: PoseFile, path: Path) -> Job:
    facts = [
        [form.id, form.pace.value, [s.value for s in form.sides], form.doses[0].model_dump(), form.steps]
        for form in exercise.facts.forms
    ]
    mark = _mark(path.read_bytes(), json.dumps(facts).encode(), body.FILE.read_bytes())
    return Job(exercise.slug, exercise.facts.forms, poses, path.parent / "media", mark)


def _missing(exercise: ExerciseSource, poses: PoseFile) -> Iterator[str]:
    if exercise.facts.tinted != (poses.kind != "none"):
        yield f"kind: {poses.kind}; exercise.toml has tinted = {str(exercise.facts.tinted).lower()}"
    steps, forms = exercise.prose.steps.keys(), {form.id for form in exercise.facts.forms}
    for kind, wanted, there in (("steps", steps, poses.steps.keys()), ("forms", forms, poses.forms.keys())):
        yield from (f"{kind}: '{id_}' is missing" for id_ in sorted(wanted - there))
        yield from (f"{kind}: '{id_}' is none of the exercise" for id_ in sorted(there - wanted))
    for form in exercise.facts.forms:
        own = poses.forms[form.id].stills.keys() if form.id in poses.forms else set()
        yield from (
            f"forms.{form.id}.stills: '{id_}' is none of its steps" for id_ in sorted(own - {*form.steps})
        )
        yield from _stations(form, poses.forms.get(form.id))


def _stations(form: FormFile, loop: Loop | None) -> Iterator[str]:
    """A form held at several stations has a loop for each; one that flows through them shows all in one loop."""
    wanted = form.doses[0].stations if form.pace is Pace.HOLD else 1
    if loop and len(loop.stations) != (wanted if wanted > 1 else 0):
        yield f"forms.{form.id}.stations: {len(loop.stations)}; its doses have {wanted}"


def titles(content: Path, marks: Mapping[str, str]) -> list[Title]:
    source = read_content(content)
    return [
        _title(slug, lines, content / folder / "media" / f"{slug}.jpg", marks)
        for folder, slug, lines in _line_lists(source)
    ]


def _line_lists(source: LibrarySource) -> Iterator[tuple[str, str, tuple[LineFile, ...]]]:
    for routine in source.routines.values():
        yield "routines", routine.slug, routine.facts.lines
    for programme in source.programmes.values():
        days = [lines for week in programme.facts.weeks for lines in week.days.values()]
        yield "programmes", programme.slug, tuple(line for lines in days for line in lines)


def _title(slug: str, lines: tuple[LineFile, ...], file: Path, marks: Mapping[str, str]) -> Title:
    first: dict[str, str] = {}
    for line in lines:
        first.setdefault(line.exercise.partition("/")[0], line.exercise)
    forms = tuple(first.values())[:4]
    return Title(slug, forms, file, _mark_of(forms, marks))


FACES: dict[str, tuple[str, ...]] = {
    "hello": ("cat-cow/flow", "side-lying-rotation/usual", "shoulder-rolls/usual", "childs-pose/usual"),
    "avatar": ("cat-cow/flow",),
    "description": ("side-reach/usual", "cat-cow/flow", "seated-turn/usual"),
}
"""The bot's own pictures in content/pictures, and the forms whose end positions they show."""


def faces(content: Path, marks: Mapping[str, str]) -> list[Title]:
    return [
        Title(name, forms, content / "pictures" / f"{name}.jpg", _mark_of(forms, marks))
        for name, forms in FACES.items()
    ]


def _mark_of(forms: tuple[str, ...], marks: Mapping[str, str]) -> str:
    shown = [marks.get(form.partition("/")[0], "") for form in forms]
    return _mark(json.dumps([forms, shown]).encode())


def _mark(*sources: bytes) -> str:
    settings = json.dumps([LOOK, film.SETTINGS], sort_keys=True).encode()
    digest = hashlib.sha256(settings)
    for source in sources:
        digest.update(hashlib.sha256(source).digest())
    return digest.hexdigest()[:16]


def drawn(content: Path) -> dict[str, str]:
    path = content / DRAWN
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def note(content: Path, key: str, mark: str) -> None:
    _write(content / DRAWN, drawn(content) | {key: mark})


def faults(content: Path) -> dict[str, dict[str, list[str]]]:
    path = content / FAULTS
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def note_faults(content: Path, slug: str, found: Mapping[str, list[str]]) -> None:
    _write(content / FAULTS, faults(content) | {slug: found})


def _write(path: Path, told: Mapping[str, object]) -> None:
    text = json.dumps(told, indent=0, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
