"""Times the loop of a form: turns its keys into moments, at the pace of its dose."""

from dataclasses import dataclass

from bot.domain.library.exercise import Dose, Pace
from bot.figure.pose.poses import Key, Loop
from bot.figure.rotations import eased

FRAMES_A_SECOND = 15
BREATH_IN, BREATH_OUT = 4.0, 6.0
"""Seconds; the calm breath of a static hold (docs/facts.md: calm-breath)."""
WHOLE_BREATH = BREATH_IN + BREATH_OUT
WAY = 2.0
"""Seconds out of a held pose, and as many back into it, after one whole breath in it."""
LONGEST_MOVE = 3.0
"""The most seconds that a change between two stations takes; the rest of the time is spent in the station."""
STEPS_OF_BREATH = 12
"""The number of different pictures of a breath in. A breath out shows the same ones, slower."""
TOUR_STEP = 1.25
"""Seconds from station to station of a ring, so that a circle of four takes five (checklist, shoulder roll)."""


@dataclass(frozen=True, order=True)
class Moment:
    """`share` of the way from one pose to another, and how full the breath is, 0..1. Equal moments are one picture."""

    first: str
    second: str
    share: float
    breath: float

    @property
    def turned(self) -> "Moment":
        return Moment(self.second, self.first, round(1 - self.share, 4), self.breath)


def moments(loop: Loop, dose: Dose, pace: Pace) -> list[Moment]:
    keys = timed(loop, dose, pace)
    if len(keys) == 1:
        return _still(keys[0].pose, keys[0].stay or WHOLE_BREATH)
    frames: list[Moment] = []
    for key, following in zip(keys, [*keys[1:], keys[0]], strict=True):
        frames += _still(key.pose, key.stay or 0)
        frames += _way(key, following, even=loop.tour)
    return frames


def timed(loop: Loop, dose: Dose, pace: Pace) -> list[Key]:
    """The seconds of each key: the file's own, else those of the dose."""
    if len(loop.keys) == 1 or (pace is Pace.HOLD and not loop.whole):
        return [loop.keys[0]]
    if loop.tour:
        return [_filled(key, 0, TOUR_STEP) for key in loop.keys]
    if pace is Pace.HOLD:
        return _spread(loop.keys, WHOLE_BREATH, 2 * WAY)
    if dose.stations > 1:
        slot = float(dose.hold + dose.move)
        move = min(LONGEST_MOVE, 0.6 * slot)
        return [_filled(key, slot - move, move) for key in loop.keys]
    return _spread(loop.keys, dose.hold, max(dose.move, 2.0))


def _spread(keys: tuple[Key, ...], stay: float, moving: float) -> list[Key]:
    """Stays at the first key only. The ways between the keys share the `moving` seconds."""
    move = moving / len(keys)
    return [_filled(key, 0 if number else stay, move) for number, key in enumerate(keys)]


def _filled(key: Key, stay: float, move: float) -> Key:
    return Key(
        pose=key.pose,
        stay=stay if key.stay is None else key.stay,
        move=move if key.move is None else key.move,
        breath=key.breath,
    )


def _still(pose: str, seconds: float) -> list[Moment]:
    """A person who stays still breathes, in whole breaths of about ten seconds. A short stay has one short and shallow
    breath, as a full one would look like panting.
    """
    count = round(seconds * FRAMES_A_SECOND)
    breaths = max(1, round(seconds / WHOLE_BREATH))
    depth = min(1.0, seconds / WHOLE_BREATH)
    phases = ((number / count * breaths) % 1 for number in range(count))
    return [Moment(pose, pose, 0.0, round(depth * _breath(phase), 4)) for phase in phases]


def _breath(phase: float) -> float:
    """How full the breath is at a share of a whole breath. It is rounded, so that breathing out shows the pictures of breathing in."""
    turn = BREATH_IN / WHOLE_BREATH
    share = phase / turn if phase < turn else (1 - phase) / (1 - turn)
    return eased(round(share * STEPS_OF_BREATH) / STEPS_OF_BREATH)


def _way(key: Key, following: Key, *, even: bool) -> list[Moment]:
    count = max(1, round((key.move or 1.0) * FRAMES_A_SECOND))
    shares = [number / count for number in range(count)]
    along = [round(share if even else eased(share), 4) for share in shares]
    fuller = following.breath - key.breath
    return [Moment(key.pose, following.pose, share, round(key.breath + fuller * share, 4)) for share in along]


def distinct(frames: list[Moment]) -> dict[Moment, Moment]:
    """Maps each moment to the one drawn for it: the ways there and back show the same pictures."""
    return {frame: _canonical(frame) for frame in frames}


def _canonical(frame: Moment) -> Moment:
    if frame.first == frame.second or frame.share == 0:
        return Moment(frame.first, frame.first, 0.0, frame.breath)
    return min(frame, frame.turned)
