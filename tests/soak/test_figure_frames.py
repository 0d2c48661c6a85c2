"""Every frame of every loop, looked at by the checks: `make soak` prints what is beyond a centimetre."""

import pytest

from bot.figure.look.studio import Studio
from bot.figure.stage.staging import PoseStage
from tests.figure.frames import jobs, loop_faults

JOBS = jobs()

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("slug", sorted(JOBS))
def test_every_frame(slug: str) -> None:
    job = JOBS[slug]
    studio = Studio(PoseStage(job.poses))
    faults = [fault for form in job.forms for fault in loop_faults(job, form, studio)]
    assert not faults, "\n".join(faults)
