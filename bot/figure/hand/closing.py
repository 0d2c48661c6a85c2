"""Decides what each hand closes round, and how its fingers bend then."""

from collections.abc import Mapping, Sequence

from bot.figure.hand.grips import HANGS, Hand, Manner, nearest
from bot.figure.hand.held import Carrier
from bot.figure.hand.own_skin import skin_of
from bot.figure.person.body import Body
from bot.figure.person.skeleton import Skeleton, Stance
from bot.figure.pose.goals import Distance
from bot.figure.pose.markers import Markers
from bot.figure.pose.poses import PoseFile
from bot.figure.rotations import Array

Ways = tuple[tuple[Manner, float], ...]
"""The manners of a hand and their shares. On the way from one pose to another a hand has two."""
Hands = Mapping[str, Ways]
"""By side."""


class Closing:
    """`surfaces`, by name: the distance to the floor and to each standing thing."""

    def __init__(
        self, file: PoseFile, body: Body, markers: Markers, surfaces: Mapping[str, Distance]
    ) -> None:
        self._file, self._body, self._markers, self._surfaces = file, body, markers, surfaces
        self.hands = {side: Hand(body, side) for side in "LR"}
        self._eased = {side: hand.angles(HANGS, None, None) for side, hand in self.hands.items()}

    def stance(self, skeleton: Skeleton, freedoms: Array, hands: Hands, props: Sequence[str]) -> Stance:
        angles = self.angles(skeleton, freedoms, hands, props)
        return skeleton.stance(freedoms, twists=True, fingers=angles).single(0)

    def angles(
        self, skeleton: Skeleton, freedoms: Array, hands: Hands, props: Sequence[str]
    ) -> dict[str, Array]:
        """Angles by side, in the form of `Skeleton.stance`."""
        eased = self._at_ease(skeleton, freedoms)
        around = self.around(skeleton, eased, hands, props)
        return {
            side: self.hands[side].mixed(
                [(manner, share, around[side][number]) for number, (manner, share) in enumerate(ways)], eased
            )
            for side, ways in hands.items()
        }

    def _at_ease(self, skeleton: Skeleton, freedoms: Array) -> Stance:
        return skeleton.stance(freedoms, twists=True, fingers=self._eased).single(0)

    def around(
        self, skeleton: Skeleton, stance: Stance, hands: Hands, props: Sequence[str]
    ) -> dict[str, list[Distance | None]]:
        """By side, for each manner of the hand: the distance to the thing held, else to the standing things, and to the
        body if the hand touches it.
        """
        carrier = Carrier(skeleton, self._markers, stance)
        standing = [self._surfaces[name] for name in ("floor", *props) if name in self._surfaces]
        on_body = any(manner.on_body for ways in hands.values() for manner, _ in ways)
        skins = skin_of(self._body.who).distances(stance) if on_body else {}

        def of(manner: Manner, side: str) -> Distance | None:
            if manner.on_body:
                return nearest([skins[side], *standing] if manner.name == "lies" else [skins[side]])
            if manner.name == "holds":
                return nearest(
                    [self._held(name, side, carrier) for name in props if self._is_held(name, side)]
                )
            return nearest(standing) if manner.name == "lies" else None

        return {side: [of(manner, side) for manner, _ in ways] for side, ways in hands.items()}

    def _held(self, name: str, side: str, carrier: Carrier) -> Distance:
        return carrier.in_fist(self._file.props[name], side).distance

    def _is_held(self, name: str, side: str) -> bool:
        return f"palm.{side}" in self._file.props[name].get("through", ())
