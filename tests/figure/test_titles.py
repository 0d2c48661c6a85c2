"""The picture above the bot's description holds whole people on one scale."""

import numpy as np

from bot.figure.look import picture
from bot.figure.look.studio import Studio
from bot.figure.out.titles import described
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import pose_file


def test_nobody_is_cut_off_in_the_picture_of_the_description() -> None:
    studio = Studio(PoseStage(pose_file()))
    loop = studio.file.forms["flow"]
    image = described([(studio, loop), (studio, loop)])
    assert image.shape == (picture.DESCRIPTION[1], picture.DESCRIPTION[0], 3)
    is_figure = np.abs(image.astype(int) - picture.PLAIN).max(axis=-1) > 60
    left, right = is_figure[:, :320], is_figure[:, 320:]
    assert left.sum() > 5000
    assert abs(int(left.sum()) - int(right.sum())) < 500
    for edge in (image[0], image[:, 0], image[:, -1], image[:, 318:322]):
        assert (np.abs(edge.astype(int) - picture.PLAIN).max(axis=-1) < 40).all()
