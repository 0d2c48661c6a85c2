"""Decides the manner of each hand: as the pose says, or as follows from what the hand touches."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from bot.figure.hand.grips import FIST, HANGS, HOLDS, LIES, MANNERS, Manner
from bot.figure.pose.markers import NAMES as MARKERS
from bot.figure.pose.poses import Pose, sideless

Entry = TypeVar("Entry")

AT_EASE, CLOSED = 12.0, 50.0
"""Degrees of `curl` of a relaxed hand, and from which a hand is a fist."""

BODY = {each for name in MARKERS for each in (name, sideless(name))}

_FOREARM, _SHIN = ("lowerarm01", "wrist"), ("lowerleg01", "foot")
SLIM = {
    **dict.fromkeys(("palm-heel", "forearm", "hand-back"), _FOREARM),
    **dict.fromkeys(("shin", "calf", "outer-ankle", "inner-ankle"), _SHIN),
}
"""Limbs thin enough for a hand to close round: the beginning of a marker's name, and the joints of the limb's bone."""

_LAID = {"palm", "palm-heel", "fingertips"}


def manners_of(pose: Pose, held: Iterable[str]) -> dict[str, Manner]:
    """By side. `held`: the markers that carry things."""
    return {side: _manner(pose, side, f"palm.{side}" in held) for side in "LR"}


def _manner(pose: Pose, side: str, has_thing: bool) -> Manner:
    touches = _of_hand(pose.touch, side)
    on_body = any(touch.against in BODY for touch in touches.values())
    if said := [pose.grip[key] for key in (side, "both") if key in pose.grip]:
        return replace(MANNERS[said[0]], on_body=on_body)
    if has_thing:
        return HOLDS
    curl = of_side(pose.curl, side, AT_EASE)
    if curl >= CLOSED:
        return FIST
    if "palm" in touches and touches["palm"].against.startswith(tuple(SLIM)):
        return replace(HOLDS, on_body=True)
    reaches = _of_hand(pose.reach, side).values()
    if touches or any(reach.within for reach in reaches):
        against = tuple(sorted({touch.against for touch in touches.values()}))
        return replace(
            LIES, on_body=on_body or not touches, against=against, on_tips=touches.keys() == {"fingertips"}
        )
    return replace(HANGS, bends=HANGS.bends + (curl - AT_EASE) * 0.8)


def _of_hand(entries: Mapping[str, Entry | None], side: str) -> dict[str, Entry]:
    said = {name: entries.get(f"{name}.{side}", entries.get(name)) for name in _LAID}
    return {name: entry for name, entry in said.items() if entry is not None}


def clasped(marker: str) -> tuple[str, str] | None:
    """The joints at the ends of a slim limb's bone; None if the marker is on no slim limb."""
    name, _, side = marker.partition(".")
    found = [joints for limb, joints in SLIM.items() if name.startswith(limb)]
    return (f"{found[0][0]}.{side}", f"{found[0][1]}.{side}") if found else None


def of_closed_hands(hands: Mapping[str, tuple[tuple[Manner, float], ...]]) -> set[str]:
    """Markers to ignore: fingers bend only after the posture is found, so markers on bent fingers are in the wrong
    place.
    """
    return {
        f"{name}.{side}"
        for side, ways in hands.items()
        if any(manner.opposed for manner, _ in ways)
        for name in ("fingertips", "knuckles")
    }


def of_side(degrees: Mapping[str, float], side: str, otherwise: float = 0.0) -> float:
    return degrees.get(side, degrees.get("both", otherwise))
