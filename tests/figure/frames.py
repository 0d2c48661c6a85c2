"""Every frame of a loop looked at as an illustrator would, and what is tolerated."""

from collections.abc import Iterator

import numpy as np

from bot.content.schema import FormFile
from bot.figure.checks import JUMP, Checker, jumps, view_faults, wandering
from bot.figure.motion import Moment, distinct, moments
from bot.figure.studio import LOOP, Studio, at
from bot.figure.work import Job


def moments_of(job: Job, form: FormFile) -> list[Moment]:
    return moments(job.poses.forms[form.id], job.dose(form), form.pace)


def sliding(job: Job, form: FormFile) -> set[str]:
    """Markers that a pose of the form says it moves."""
    return {name for key in job.poses.forms[form.id].keys for name in job.poses.poses[key.pose].moves}


def pose_faults(job: Job, studio: Studio) -> Iterator[str]:
    """Of the end positions of all forms."""
    checker = Checker(studio.stage)
    for pose in sorted({loop.keys[0].pose for loop in job.poses.forms.values()}):
        yield from (str(fault) for fault in checker.faults({pose: studio.stage.frame(at(pose))}))


def loop_faults(job: Job, form: FormFile, studio: Studio, every: int = 1) -> Iterator[str]:
    """Of every so manieth different picture of a loop, and of the loop as a whole."""
    drawn = distinct(moments_of(job, form))
    chosen = sorted(set(drawn.values()))[::every]
    stage, checker, loop = studio.stage, Checker(studio.stage), job.poses.forms[form.id]
    for moment in chosen:
        frame = stage.frame(moment)
        where = f"{form.id} {moment.first}→{moment.second} {moment.share:.2f}"
        yield from map(str, checker.faults({where: frame}))
        for view in studio.views_of(loop.views):
            if studio.file.views[view].above < 0:
                size = studio.size(LOOP, loop.views, view)
                yield from (
                    f"{where}: {what}" for what in view_faults(frame.watched, studio.camera(view, size), size)
                )
    postures = {moment: stage.posture(moment) for moment in chosen}
    moves = sliding(job, form)
    yield from (
        f"{form.id}: {what}"
        for what in wandering(
            postures.values(), stage, {n for m in moves for n in (m, f"{m}.L", f"{m}.R")} | ({"all"} & moves)
        )
    )
    if every == 1:
        places = [stage.actor.stance(postures[drawn[moment]]).places for moment in moments_of(job, form)]
        if (far := jumps([np.asarray(place) for place in places])) > JUMP:
            yield f"{form.id}: a joint jumps by {far * 100:.1f} cm"
