"""How fingers are bent and where a thumb lies: what a pose says of it, and what a hand does by itself."""

from collections.abc import Mapping

from bot.figure.pose.poses import Pose

FLAT, AT_EASE, FIST = -6.0, 12.0, 50.0
"""Degrees that each joint of a finger is bent, beyond the rest of the body's data; a hand is closed from `FIST` on."""


def curls_of(pose: Pose) -> dict[str, float]:
    """Fingers lie flat where the whole hand is put down, else they are a little bent; a thumb lies beside an open palm."""
    curls: dict[str, float] = {}
    for side in "LR":
        laid = {
            name.partition(".")[0]
            for name in (*pose.touch, *pose.reach)
            if name.partition(".")[2] in {"", side}
        }
        curls[side] = of_side(pose.curl, side, FLAT if "fingertips" in laid else AT_EASE)
        curls[f"thumb.{side}"] = float("palm" in laid and curls[side] < FIST)
    return curls


def of_closed_hands(curls: Mapping[str, float]) -> set[str]:
    """Markers of bent fingers are not where the markers say: fingers are bent only after a posture is found."""
    return {
        f"{name}.{side}"
        for side, curl in curls.items()
        if curl >= FIST
        for name in ("fingertips", "knuckles")
    }


def of_side(degrees: Mapping[str, float], side: str, otherwise: float = 0.0) -> float:
    """Degrees that a pose says for one side, or for both."""
    return degrees.get(side, degrees.get("both", otherwise))
