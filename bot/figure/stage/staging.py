"""Sets an exercise up: the person, the things, and the surfaces of every moment."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from bot.figure.person import body as bodies
from bot.figure.person.cast import member
from bot.figure.person.skeleton import Stance
from bot.figure.pose.poses import PoseFile
from bot.figure.pose.props import Thing, make
from bot.figure.rotations import Array
from bot.figure.scene import Scene, Surface
from bot.figure.stage.acting import Actor, Posture
from bot.figure.stage.motion import Moment

MAT = 0.014
"""The thickness of a mat in metres: a person on it lies this much above the floor."""

BACKGROUND = ("mat", "wall", "doorway", "bed")
"""Kinds of things that may reach out of the picture."""

SPINE = ("root", "spine04", "spine03", "spine02", "spine02b", "spine01", "spine01b", "neck01", "neck03")
"""The joints that the dots along the spine mark, from the sacrum up."""
RAISED = 0.01
UNDER_SKIN = 0.012
"""Metres that a dot lies under the skin of the back, where the spine can be felt."""


@dataclass(frozen=True, eq=False)
class Frame:
    posture: Posture
    stance: Stance
    figure: list[Surface]
    things: dict[str, list[Surface]]
    watched: Array
    """(n, 3) points that have to be in the picture."""
    spine: Array
    """(dots, 3), metres."""

    @cached_property
    def person(self) -> Array:
        return np.concatenate([surface.vertices[np.unique(surface.quads)][::7] for surface in self.figure])

    def scene(self, without: tuple[str, ...] = ()) -> Scene:
        return self._whole if without == () else self._made(without)

    @cached_property
    def _whole(self) -> Scene:
        return self._made(())

    def _made(self, without: tuple[str, ...]) -> Scene:
        shown = [surfaces for name, surfaces in self.things.items() if name not in without]
        return Scene([*self.figure, *chain.from_iterable(shown)])


class PoseStage:
    """Everything in one pose file. Postures are solved when first asked for, and kept."""

    def __init__(self, file: PoseFile) -> None:
        self.file = file
        self.body = bodies.read(file.who)
        self.person = member(file.who)
        self.fixed = {name: make(spec) for name, spec in file.props.items() if "through" not in spec}
        self.actor = Actor(file, self.body, {"floor": self.floor, **self._distances()})

    @cached_property
    def ground(self) -> float:
        """Metres."""
        return MAT if any(spec["kind"] == "mat" for spec in self.file.props.values()) else 0.0

    def floor(self, points: Array) -> Array:
        return np.asarray(points[:, 1] - self.ground)

    def _distances(self) -> dict[str, Callable[[Array], Array]]:
        return {
            name: thing.distance
            for name, thing in self.fixed.items()
            if self.file.props[name]["kind"] != "mat"
        }

    def posture(self, moment: Moment) -> Posture:
        """Solves poses like the moments between them; otherwise a loop would hop on reaching a pose."""
        first, second = self.actor.posture(moment.first), self.actor.posture(moment.second)
        return self.actor.between(first, second, moment.share, moment.breath)

    def frame(self, moment: Moment, *, tinted: bool = True) -> Frame:
        posture = self.posture(moment)
        stance = self.actor.stance(posture)
        figure = self.person.dress(
            stance.turns,
            stance.places,
            tints=posture.tint if tinted else {},
            kind=self.file.kind,
            eyes_open=self.file.eyes == "open",
            breath=moment.breath,
            distance=self.outside(posture),
        )
        things = self._things(posture)
        return Frame(
            posture,
            stance,
            figure,
            things,
            self._watched(figure, things),
            self._spine(stance),
        )

    def outside(self, posture: Posture) -> Callable[[Array], Array]:
        shown = [self.floor, *(d for name, d in self._distances().items() if name in posture.props)]
        return lambda points: np.min([distance(points) for distance in shown], axis=0)

    def _things(self, posture: Posture) -> dict[str, list[Surface]]:
        return {name: self._thing(name, posture).surfaces() for name in posture.props}

    def _thing(self, name: str, posture: Posture) -> Thing:
        return self.fixed[name] if name in self.fixed else self.actor.carried(name, posture)

    def _watched(self, figure: list[Surface], things: dict[str, list[Surface]]) -> Array:
        counts = (surfaces for name, surfaces in things.items() if self._kind(name) not in BACKGROUND)
        kept = [*figure, *chain.from_iterable(counts)]
        return np.concatenate([surface.vertices[np.unique(surface.quads)][::7] for surface in kept])

    def _kind(self, name: str) -> str:
        return str(self.file.props[name]["kind"])

    def _spine(self, stance: Stance) -> Array:
        rows = self._dot_bones
        return np.asarray(stance.places[rows] + np.einsum("nij,nj->ni", stance.turns[rows], self._dot_arms))

    @cached_property
    def _dot_bones(self) -> list[int]:
        return [self.body.bones.index(bone) for bone in SPINE]

    @cached_property
    def _dot_arms(self) -> Array:
        skin = self.body.skin.vertices
        middle = skin[np.abs(skin[:, 0]) < 0.02]
        arms = []
        for joint in self.body.joints[self._dot_bones]:
            level = middle[np.abs(middle[:, 1] - joint[1] - RAISED) < 0.012]
            arms.append([0.0, RAISED, level[:, 2].min() + UNDER_SKIN - joint[2]])
        return np.array(arms)
