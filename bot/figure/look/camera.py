"""The camera: where it stands, and which pixel shows which point of the room."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bot.figure.scene import Floats, floats, unit

Size = tuple[int, int]
"""Width and height, pixels."""


@dataclass(frozen=True, eq=False)
class Camera:
    eye: Floats
    """(3,) metres"""
    axes: Floats
    """(3, 3): rows point to the picture's right, up, and back to the viewer."""
    focal: float
    """In picture heights."""

    def project(self, points: ArrayLike, size: Size) -> Floats:
        """Metres to pixels from the upper left corner."""
        width, height = size
        seen = (floats(points) - self.eye) @ self.axes.T
        scale = self.focal * height / -seen[..., 2:]
        return floats(np.array([width, height]) / 2 + seen[..., :2] * scale * [1, -1])

    def rays(self, pixels: Floats, size: Size) -> Floats:
        width, height = size
        across = pixels[:, 0] - np.float32(width / 2)
        up = np.float32(height / 2) - pixels[:, 1]
        back = np.full_like(up, -self.focal * height)
        return unit(np.stack([across, up, back], axis=1) @ self.axes)


@dataclass(frozen=True)
class CameraAim:
    """The direction the camera looks in, degrees."""

    azimuth: float
    """0 looks from the front, 90 from the room's right."""
    elevation: float
    """90 looks straight down."""
    field: float = 17.0
    """The angle that the picture's height covers."""

    @property
    def axes(self) -> Floats:
        turn, rise = np.radians(self.azimuth), np.radians(self.elevation)
        right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
        back = np.array([np.sin(turn) * np.cos(rise), np.sin(rise), np.cos(turn) * np.cos(rise)])
        return floats([right, np.cross(back, right), back])

    @property
    def focal(self) -> float:
        return float(0.5 / np.tan(np.radians(self.field) / 2))


def camera(target: ArrayLike, distance: float, aim: CameraAim) -> Camera:
    return Camera(floats(floats(target) + aim.axes[2] * distance), aim.axes, aim.focal)


def framed(points: ArrayLike, aim: CameraAim, size: Size, margin: float = 0.05) -> Camera:
    """The nearest camera that shows all the points and leaves `margin` free on each side, as a share of the picture."""
    right, up, back = (floats(points) @ aim.axes.T).T
    width, height = size
    inner = (1 - 2 * margin) * 0.5 / aim.focal
    centre_x, back_x = _fitted(right, back, inner * width / height)
    centre_y, back_y = _fitted(up, back, inner)
    eye = np.array([centre_x, centre_y, max(back_x, back_y)]) @ aim.axes
    return Camera(floats(eye), aim.axes, aim.focal)


def _fitted(along: Floats, back: Floats, slope: float) -> tuple[float, float]:
    most = float(np.max(along + slope * back))
    least = float(np.max(slope * back - along))
    return (most - least) / 2, (most + least) / (2 * slope)
