"""The frames of a loop, for tests that look at all or some of them."""

from functools import cache

from bot.content.source.schema import FormFile
from bot.figure.look.studio import Studio
from bot.figure.out.inspection import inspected
from bot.figure.out.work import Job, exercises
from bot.figure.stage.motion import Moment, distinct, moments
from tests.examples import CONTENT


@cache
def jobs() -> dict[str, Job]:
    """The exercises of this project that are drawn, by slug; read once."""
    return {job.slug: job for job in exercises(CONTENT)}


def moments_of(job: Job, form: FormFile) -> list[Moment]:
    return moments(job.poses.forms[form.id], job.dose(form), form.pace)


def loop_faults(job: Job, form: FormFile, studio: Studio, every: int = 1) -> list[str]:
    """What is wrong in every so manieth different picture of a loop, and of the loop as a whole."""
    shown = moments_of(job, form)
    chosen = sorted(set(distinct(shown).values()))[::every]
    frames = {moment: studio.stage.frame(moment) for moment in chosen}
    return [f"{form.id}: {what}" for what in inspected(studio, job.poses.forms[form.id], shown, frames)]
