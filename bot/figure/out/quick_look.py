"""Puts all poses of an exercise on one small sheet for their author, with what could not be fulfilled."""

from collections.abc import Iterator

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from bot.figure.look.render import Image
from bot.figure.look.studio import Studio, at
from bot.figure.out.checks import Checker
from bot.figure.pose.poses import PoseFile
from bot.figure.stage.staging import PoseStage

SCALE = 0.375
"""480 × 360 pixels for each picture; two side by side are a bit wider than a phone."""
ACROSS = 4


def sheet(file: PoseFile, poses: tuple[str, ...]) -> tuple[Image, list[str]]:
    """Draws the named poses, or all. Complaints read `pose: complaint`."""
    studio = Studio(PoseStage(file), SCALE)
    chosen = poses or tuple(file.poses)
    cells, lines = [], []
    for name in chosen:
        cells.append(labelled(_picture(studio, name), name))
        lines += [f"{name}: {line}" for line in studio.stage.actor.complaints(name)]
    return tiled(cells, ACROSS), lines


def _picture(studio: Studio, pose: str) -> Image:
    for still in studio.file.stills.values():
        if still.shown == (pose,):
            return studio.still(still)
    for loop in studio.file.loops.values():
        if pose in {key.pose for key in loop.keys}:
            return studio.shown(pose, loop.views)[0]
    if studio.file.mistake and pose == studio.file.mistake.pose:
        return studio.mistake(studio.file.mistake)
    return studio.shown(pose, None)[0]


def labelled(image: Image, text: str) -> Image:
    canvas = Pillow.fromarray(image)
    font = ImageFont.load_default(size=image.shape[0] * 0.05)
    ImageDraw.Draw(canvas).text((8, image.shape[0] * 0.93), text, fill="#33434B", font=font)
    return np.asarray(canvas, np.uint8)


def tiled(cells: list[Image], across: int) -> Image:
    height, width = cells[0].shape[:2]
    rows = -(-len(cells) // across)
    sheet = np.full((rows * (height + 4), min(across, len(cells)) * (width + 4), 3), 255, np.uint8)
    for number, cell in enumerate(cells):
        top, left = number // across * (height + 4), number % across * (width + 4)
        sheet[top : top + height, left : left + width] = cell
    return sheet


def report(stage: PoseStage, poses: tuple[str, ...]) -> Iterator[str]:
    checker = Checker(stage)
    frames = {name: stage.frame(at(name)) for name in poses or tuple(stage.file.poses)}
    yield from map(str, checker.faults(frames))
