"""Draws pictures of several exercises together: for routines, for programmes, and for the bot itself."""

from pathlib import Path

import numpy as np

from bot.figure.look import picture
from bot.figure.look.render import Image
from bot.figure.look.studio import Studio
from bot.figure.out.work import Title
from bot.figure.pose.poses import Loop, read
from bot.figure.stage.staging import PoseStage

AVATAR_CENTRE, AVATAR_ZOOM = (0.36, 0.5), 1.0
"""The centre of the face in the bot's picture, and the zoom."""


def draw_title(content: Path, title: Title) -> None:
    forms = [form for form in title.forms if _end_picture(content, form).is_file()]
    if forms:
        title.file.parent.mkdir(exist_ok=True)
        picture.write_jpeg(_composed(content, title, forms), title.file)


def _composed(content: Path, title: Title, forms: list[str]) -> Image:
    if title.slug == "description":
        return described([_ends_in(content, form) for form in forms])
    pictures = [picture.read(_end_picture(content, form)) for form in forms]
    if title.slug == "avatar":
        return picture.avatar(pictures[0], AVATAR_CENTRE, AVATAR_ZOOM)
    return picture.title(pictures)


def described(ends: list[tuple[Studio, Loop]]) -> Image:
    width, height = picture.DESCRIPTION
    across, up = np.array([studio.extent(loop) for studio, loop in ends]).T
    edges = np.round(np.concatenate([[0], np.cumsum(across / across.sum())]) * width).astype(int)
    return picture.row(
        [
            studio.portrait(loop, (int(wide), height), float(up.max()))
            for (studio, loop), wide in zip(ends, np.diff(edges), strict=True)
        ]
    )


def _ends_in(content: Path, form: str) -> tuple[Studio, Loop]:
    slug, _, id_ = form.partition("/")
    file = read(content / "exercises" / slug / "poses.yaml")
    return Studio(PoseStage(file)), file.forms[id_]


def _end_picture(content: Path, form: str) -> Path:
    slug, _, id_ = form.partition("/")
    return content / "exercises" / slug / "media" / f"{id_}.jpg"
