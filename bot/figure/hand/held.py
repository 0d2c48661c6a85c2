"""Places things that the body carries, for instance a towel in two hands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.figure.person.skeleton import Skeleton, Stance
from bot.figure.pose.markers import Markers
from bot.figure.pose.props import THICKNESS, Thing, make
from bot.figure.rotations import Array

UP = np.array([0.0, 1.0, 0.0])


@dataclass(frozen=True, eq=False)
class Carrier:
    skeleton: Skeleton
    markers: Markers
    stance: Stance

    def thing(self, spec: Mapping[str, Any]) -> Thing:
        own = dict(spec)
        through = tuple(own.pop("through"))
        if own["kind"] == "strap":
            return make(own | self._led(through))
        points = [self._before(marker, THICKNESS[own["kind"]]) for marker in through]
        return make(own | {"points": np.array(points).tolist()})

    def in_fist(self, spec: Mapping[str, Any], side: str) -> Thing:
        if spec["kind"] != "strap":
            return Thing(self.thing(spec).parts[:1])
        within = self._through_fist(f"palm.{side}")[3:6]
        flat = self._hand(side)[1].tolist()
        return make({"kind": "strap", "points": within.tolist(), "flat": flat})

    def _led(self, through: tuple[str, ...]) -> dict[str, Any]:
        """A strap is held like reins: it comes in below the little finger, crosses the palm, and its end hangs over the thumb's
        side. It goes round a foot from the outside.
        """
        ways = [
            self._through_fist(marker) if marker.startswith("palm.") else self._round_foot(marker)
            for marker in through
        ]
        ways[-1] = ways[-1][::-1]
        first, _, side = through[0].partition(".")
        flat = self._hand(side)[1].tolist() if first == "palm" else None
        return {"points": np.concatenate(ways).tolist(), "flat": flat}

    def _place(self, marker: str) -> Array:
        places = self.markers.places(Stance(self.stance.turns[None], self.stance.places[None]))
        return np.asarray(places[0, self.markers.numbers((marker,))[0]])

    def _before(self, marker: str, thick: float) -> Array:
        name, _, side = marker.partition(".")
        place = self._place(marker)
        return np.asarray(place + thick * self._hand(side)[0]) if name == "palm" else place

    def _through_fist(self, marker: str) -> Array:
        out, along, thumbward = self._hand(marker.partition(".")[2])
        palm = self._before(marker, THICKNESS["strap"]) + 0.008 * along
        top, below = palm + 0.042 * thumbward, palm - 0.05 * thumbward
        end = top + 0.012 * thumbward + 0.045 * out
        hanging = [end - 0.085 * UP, end - 0.03 * UP]
        under = below - 0.018 * thumbward + 0.012 * along
        return np.stack([*hanging, top + 0.014 * thumbward + 0.022 * out, top, palm, below, under])

    def _round_foot(self, marker: str) -> Array:
        name, _, side = marker.partition(".")
        place = self._place(marker)
        if name != "ball":
            return place[None]
        axes = self.stance.turns[self.skeleton.at[f"foot.{side}"]]
        outward = axes[:, 0] * (1 if side == "L" else -1)
        sole = place - 0.004 * axes[:, 1]
        edge = sole + 0.062 * outward
        ways = np.stack([edge + 0.03 * axes[:, 1], edge, sole])
        return ways if side == "L" else ways[::-1]

    def _hand(self, side: str) -> tuple[Array, Array, Array]:
        """Directions in the room: out of the palm, along the hand, toward the thumb."""
        axes, turn = self.skeleton.hands[side], self.stance.turns[self.skeleton.at[f"wrist.{side}"]]
        return turn @ axes.out, turn @ axes.along, turn @ axes.thumbward
