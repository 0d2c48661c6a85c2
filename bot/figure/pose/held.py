"""Things that go along with the body, such as a towel in two hands: where a posture carries them."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from bot.figure.person.skeleton import Skeleton, Stance
from bot.figure.pose.markers import Markers
from bot.figure.pose.props import THICKNESS, Thing, make
from bot.figure.rotations import Array


def carried(spec: Mapping[str, Any], skeleton: Skeleton, markers: Markers, stance: Stance) -> Thing:
    """`stance`: a single one. What a palm holds lies before it, not in it."""
    own = dict(spec)
    through = tuple(own.pop("through"))
    places = markers.places(Stance(stance.turns[None], stance.places[None]))[0]
    points = [
        _before(name, places[markers.numbers((name,))[0]], own["kind"], skeleton, stance) for name in through
    ]
    return make(own | {"points": np.array(points).tolist()})


def _before(marker: str, place: Array, kind: str, skeleton: Skeleton, stance: Stance) -> Array:
    name, _, side = marker.partition(".")
    if name != "palm":
        return place
    out = stance.turns[skeleton.at[f"wrist.{side}"]] @ skeleton.palm(side)
    return np.asarray(place + THICKNESS[kind] * out)
