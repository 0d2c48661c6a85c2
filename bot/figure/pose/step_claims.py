"""The claims of a step's words about its pose, as a pose file declares them: one kind of claim for each thing to measure."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Tag

from bot.figure.pose.goals import LIMB_PARTS, TRUNK_PARTS
from bot.figure.pose.markers import NAMES as MARKERS

JOINTS: dict[str, str] = {
    "shoulder-joint": "upperarm01",
    "elbow-joint": "lowerarm01",
    "wrist-joint": "wrist",
    "hip-joint": "upperleg01",
    "knee-joint": "lowerleg01",
    "ankle-joint": "foot",
}
"""By joint, the bone that begins there. These points lie within the limb, while markers lie on its skin."""

BENDS: dict[str, tuple[str, str]] = {
    "elbow": ("upperarm", "forearm"),
    "wrist": ("forearm", "hand"),
    "knee": ("thigh", "shin"),
}
"""By joint, the parts between which it bends; 0 is straight."""

FLOOR = "floor"
PARTS = (*TRUNK_PARTS, *(f"{part}.{side}" for part in LIMB_PARTS for side in "LR"))
POINTS = (*MARKERS, *(f"{joint}.{side}" for joint in JOINTS for side in "LR"))

Pair = tuple[str, str]
Range = tuple[float, float]
Region = Literal["pelvis", "chest", "head"]


class Claim(BaseModel):
    """Names of points without a side mean both. `within`: metres, or degrees for directions. Ranges include their ends."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Below(Claim):
    """The first point stands right below the second, at most `within` metres to its side."""

    below: Pair
    within: float = 0.05


class SameHeight(Claim):
    level: Pair
    within: float = 0.04


class Higher(Claim):
    """The first point is at least `by` metres higher than the second."""

    higher: Pair
    by: float = 0.01


class Ahead(Claim):
    """The distance of the first point from the second, measured along a direction of the room."""

    ahead: Pair
    along: tuple[float, float, float]
    by: Range


class At(Claim):
    """The first point is at the second, which is a point, a thing, or the floor."""

    at: Pair
    within: float = 0.03


class Apart(Claim):
    """Two points are as far apart as two others."""

    apart: Pair
    like: Pair
    within: float = 0.06


class Points(Claim):
    """A part points in a direction of the room, or in the axes (left, up, front) of another part."""

    points: str
    along: tuple[float, float, float]
    axes: Region | None = None
    within: float = 15.0


class Bent(Claim):
    bent: str
    degrees: Range


class Turned(Claim):
    """Degrees to the own left."""

    turned: Region
    against: Region = "pelvis"
    degrees: Range


class Leaning(Claim):
    """Degrees to the own left."""

    leaning: Region
    against: Region = "pelvis"
    degrees: Range


class Bowed(Claim):
    """Degrees forward."""

    bowed: Region
    against: Region = "pelvis"
    degrees: Range


class Stays(Claim):
    """Points are where they were in another pose."""

    stays: tuple[str, ...]
    since: str
    within: float = 0.02


def _kind(told: Any) -> str:  # noqa: ANN401 - as YAML has it
    names = told if isinstance(told, dict) else type(told).model_fields
    return next((name for name in names if name in _KINDS), "")


_KINDS = (
    "below",
    "level",
    "higher",
    "ahead",
    "at",
    "apart",
    "points",
    "bent",
    "turned",
    "leaning",
    "bowed",
    "stays",
)

AnyClaim = Annotated[
    Annotated[Below, Tag("below")]
    | Annotated[SameHeight, Tag("level")]
    | Annotated[Higher, Tag("higher")]
    | Annotated[Ahead, Tag("ahead")]
    | Annotated[At, Tag("at")]
    | Annotated[Apart, Tag("apart")]
    | Annotated[Points, Tag("points")]
    | Annotated[Bent, Tag("bent")]
    | Annotated[Turned, Tag("turned")]
    | Annotated[Leaning, Tag("leaning")]
    | Annotated[Bowed, Tag("bowed")]
    | Annotated[Stays, Tag("stays")],
    Discriminator(_kind),
]
"""The first key of a claim tells its kind."""


def both_sides(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return (name,) if name in known else (f"{name}.L", f"{name}.R")


def pairs(pair: Pair) -> list[Pair]:
    """Pairs points by side. A point with a side, or without sides, is paired with both sides of the other."""
    one, other = (both_sides(name, POINTS) if _is_point(name) else (name,) for name in pair)
    longest = max(len(one), len(other))
    return list(zip(one * (longest // len(one)), other * (longest // len(other)), strict=True))


def _is_point(name: str) -> bool:
    return name in POINTS or f"{name}.L" in POINTS


def unknown_names(claim: AnyClaim, things: tuple[str, ...], poses: tuple[str, ...]) -> list[str]:
    match claim:
        case Points():
            return [] if claim.points in (*PARTS, *LIMB_PARTS) else [f"no part '{claim.points}'"]
        case Bent():
            return [] if claim.bent.partition(".")[0] in BENDS else [f"nothing bends at '{claim.bent}'"]
        case Turned() | Leaning() | Bowed():
            return []
        case At():
            known = (FLOOR, *things)
            return [f"nothing called '{name}'" for name in claim.at if not (_is_point(name) or name in known)]
        case Stays() if claim.since not in poses:
            return [f"no pose '{claim.since}'"]
        case _:
            return [f"no point '{name}'" for name in _points_of(claim) if not _is_point(name)]


def _points_of(claim: AnyClaim) -> Iterator[str]:
    for _, value in claim:
        if isinstance(value, tuple):
            yield from (name for name in value if isinstance(name, str))
