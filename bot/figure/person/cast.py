"""The five people who show the exercises, with skin, hair and clothes of their own, dressed for every posture."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from bot.figure.person.blades import Blades
from bot.figure.person.body import Body, Mesh, read
from bot.figure.person.body_zones import SOFT, Mask, Zones, placed, rising, shapes
from bot.figure.person.clothes import UNDER, Cut, Tailor, along_arm, sewn, uncut
from bot.figure.person.face import Colours, Face, Features
from bot.figure.person.folds import Folds, shading
from bot.figure.person.hair import Hair, HairStyle
from bot.figure.person.shell import Faces, Shell, squash
from bot.figure.rotations import Array
from bot.figure.scene import Coarse, Flags, Floats, Surface, floats, linear
from bot.figure.shapes import Distance

BREATH = 0.015
"""Metres that the ribs widen at the sides with a calm breath in: a little more than in life."""

TINTS = {"lengthens": linear("#F5842B"), "works": linear("#A31D5E"), "none": linear("#F5842B")}
"""One is light and the other dark, so that red-green colour-blind people can tell them apart."""
TINT_STRENGTH = 0.94
LUMINANCE = floats([0.2126, 0.7152, 0.0722])
BLADE_SHADE = 0.32
"""How much darker a shirt is beside the inner edge of a shoulder blade."""
RIM = 0.22
"""How much darker the outline of a tint is drawn."""


@dataclass(frozen=True)
class Look:
    skin: str
    features: Features
    hair: HairStyle
    cut: Cut


LOOKS: dict[str, Look] = {
    "ana": Look(
        "#CF9B7C",
        Features(brow="#3A2A24", lips="#B4655A"),
        HairStyle(
            "#3B2B26", thick=0.010, sides=0.006, forehead=51, temples=13, nape=142, bun=0.044, whorl=42
        ),
        Cut(shirt="#CFE3DF", trousers="#3F6374"),
    ),
    "ben": Look(
        "#D9AE92",
        Features(brow="#4A3322", lips="#B77A6A", iris="#3E5B63"),
        HairStyle(
            "#5A3E2B",
            thick=0.016,
            sides=0.006,
            forehead=45,
            temples=10,
            burns=14,
            nape=138,
            edge=0.3,
            quiff=0.008,
        ),
        Cut(shirt="#E4D9C4", trousers="#44505C", sleeve=0.2, leg=0.07, loose=0.003),
    ),
    "greta": Look(
        "#E3BDA4",
        Features(brow="#8C857E", lips="#BF7F74", iris="#4B6B7D"),
        HairStyle(
            "#B4B1AC", thick=0.018, sides=0.018, forehead=55, temples=16, edge=0.28, hangs=0.1, whorl=12
        ),
        Cut(shirt="#D5D2E6", trousers="#5C5470", sleeve=0.36),
    ),
    "mia": Look(
        "#7A4E38",
        Features(brow="#1E1512", lips="#7C3F3A", iris="#2B1C14"),
        HairStyle(
            "#241915",
            thick=0.034,
            sides=0.02,
            forehead=51,
            temples=10,
            burns=6,
            nape=138,
            edge=0.22,
            curls=0.012,
        ),
        Cut(shirt="#F2DDB8", trousers="#6B4150", sleeve=0.11, loose=0.003),
    ),
    "karl": Look(
        "#D5A488",
        Features(brow="#8A8580", lips="#B57A6B", iris="#50636B", beard="#B9B5AE"),
        HairStyle("#A6A29C", thick=0.009, sides=0.006, forehead=38, temples=2, burns=14, nape=138),
        Cut(shirt="#CBD9E6", trousers="#4B5340", sleeve=0.22, leg=0.06, loose=0.004),
    ),
}


class Tint:
    def __init__(self, hot: Floats, tints: Mapping[str, float]) -> None:
        self.hot, self.strengths = hot, np.clip(floats([*tints.values()]), 0, 1)

    def over(self, colour: Colours, fields: Mask) -> Colours:
        """Blends by hue first, then by depth: a straight blend of teal and orange would be grey halfway."""
        strongest = fields.max(1, initial=0)
        some = np.flatnonzero(strongest > 0.5 - SOFT)
        mixed = np.array(colour)
        mixed[some] = self._mixed(mixed[some], fields[some], strongest[some])
        return mixed

    def _mixed(self, colour: Colours, fields: Mask, strongest: Mask) -> Colours:
        share = TINT_STRENGTH * (shapes(fields) * self.strengths).max(1, initial=0)[:, None]
        between = _as_bright(self.hot, 0.15 * (colour @ LUMINANCE) + 0.85 * (self.hot @ LUMINANCE))
        mixed = colour * (1 - share) ** 2 + between * (2 * share * (1 - share)) + self.hot * share**2
        rim = np.exp(-(((strongest - 0.5) / 0.09) ** 2)) * self.strengths.max(initial=0)
        return np.asarray(mixed * (1 - RIM * rim)[:, None])


class Garb:
    """Skin or cloth, with what is known of it at rest."""

    def __init__(self, body: Body, mesh: Mesh, tailor: Tailor, mush: int, *, is_cloth: bool) -> None:
        self.shell = Shell(mesh, body.joints, mush)
        refine = self.shell.refine
        hem = sewn(
            self.shell.fine.quads, tailor.inside(refine @ mesh.vertices, refine @ along_arm(body, mesh))
        )
        self.hem = hem if is_cloth else uncut(self.shell.fine.quads, refine.shape[0])
        self.refine = self.hem.slide @ refine
        self.faces = Faces(self.hem.quads, self.refine.shape[0])
        self.rest, self.arm = self.refine @ mesh.vertices, self.refine @ along_arm(body, mesh)
        self.inside = tailor.inside(self.rest, self.arm)
        self.normals = self._normals(mesh.vertices)
        self.place = placed(self.rest, self.normals, self.arm)
        coarse_normals = self.shell.coarse.normals(mesh.vertices)
        self.breath = _breath(body, mesh.vertices, coarse_normals, along_arm(body, mesh))

    def posed(self, turns: Array, places: Array, breath: float, rest: Array | None = None) -> Array:
        coarse = self.shell.pose(turns, places, rest)
        if breath:
            coarse = coarse + self.shell.coarse.normals(coarse) * (BREATH * breath * self.breath)[:, None]
        return coarse

    def surface(self, coarse: Array, offset: Array, shown: Flags, distance: Distance | None) -> Surface:
        """`offset`: metres outward. Quads without a `shown` corner are left out."""
        skin, normals = self.refine @ coarse, self._normals(coarse)
        lit = squashed(skin + normals * np.maximum(offset, 0.005)[:, None], distance)
        moved = squashed(skin + normals * offset[:, None], distance)
        quads = self.hem.quads[shown[self.hem.quads].any(1)]
        count = len(coarse)
        return Surface(
            moved,
            quads,
            self.faces.normals(moved),
            np.zeros(3),
            coarse=Coarse(lit[:count], normals[:count], self.refine),
        )

    def _normals(self, coarse: Array) -> Array:
        """Uses the uncut shell, since a hem has no thickness yet."""
        return np.asarray(self.shell.fine.normals(self.shell.refine @ coarse)[self.hem.source])


def squashed(vertices: Array, distance: Distance | None) -> Array:
    return vertices if distance is None else squash(vertices, distance)


class CastMember:
    def __init__(self, body: Body) -> None:
        self.body, self.look = body, LOOKS[body.who]
        self.tailor = Tailor(body, self.look.cut)
        self.zones, self.face = Zones(body), Face(body, self.look.features)
        self.hair = Hair(body, self.look.hair)
        self.skin = Garb(body, body.skin, self.tailor, 12, is_cloth=False)
        self.cloth = Garb(body, body.tights, self.tailor, 8, is_cloth=True)
        self.blades = Blades(body, self.zones, self.cloth.place)
        self.folds = Folds(body, self.tailor, self.cloth.place)
        self.eyes = Shell(body.eyes, body.joints, 0)
        self._lips, self._lids = self.skin.refine @ body.lips, self.skin.refine @ body.lids
        self._head = body.bones.index("head")

    def dress(  # noqa: PLR0913 - all that a moment is made of
        self,
        turns: Array,
        places: Array,
        *,
        tints: Mapping[str, float],
        kind: str = "lengthens",
        eyes_open: bool = True,
        breath: float = 0.0,
        distance: Distance | None = None,
    ) -> list[Surface]:
        """`distance`: to the things that flesh and hair give way to."""
        tints = {name: strength for name, strength in tints.items() if strength > 0}
        rest = None if eyes_open else self.body.skin.vertices + self.body.closing
        skin = self.skin.posed(turns, places, breath, rest)
        cloth = self.cloth.posed(turns, places, breath)
        dressed = [
            self._skin(skin, tints, kind, distance),
            self._cloth(cloth, turns, tints, kind, distance),
            *self.hair.surfaces(
                turns[self._head], places[self._head], self.body.joints[self._head], distance
            ),
        ]
        return [*dressed, self._eyeballs(turns, places)] if eyes_open else dressed

    def _skin(
        self,
        coarse: Array,
        tints: Mapping[str, float],
        kind: str,
        distance: Distance | None,
    ) -> Surface:
        garb = self.skin
        surface = garb.surface(coarse, self.tailor.skin_offset(garb.inside), garb.inside < 0.06, distance)
        tint, tinted = self.zones.fields(tints, garb.place), Tint(TINTS[kind], tints)
        bare = linear(self.look.skin)

        def paint(at: dict[str, Floats]) -> Floats:
            colour = tinted.over(np.repeat(bare[None], len(at["tint"]), 0), at["tint"])
            head = np.flatnonzero(at["rest"][:, 1] > self.face.below)
            rest, lips, lids = (at[name][head] for name in ("rest", "lips", "lids"))
            rooted = self.hair.rooted(rest)[:, None]
            bald = colour[head] * (1 - rooted) + self.hair.roots * rooted
            colour[head] = self.face.painted(bald, rest, lips, lids)
            return floats(colour)

        attributes = {"rest": garb.rest, "tint": tint, "lips": self._lips, "lids": self._lids}
        return replace(surface, paint=paint, attributes=attributes)

    def _cloth(
        self, coarse: Array, turns: Array, tints: Mapping[str, float], kind: str, distance: Distance | None
    ) -> Surface:
        garb, cut = self.cloth, self.look.cut
        blades = self.blades.relief(turns)
        offset = self.tailor.cloth_offset(garb.inside, garb.rest) + blades.height
        offset[garb.hem.turned] = -UNDER
        surface = garb.surface(coarse, offset, np.ones(len(offset), bool), distance)
        fields = self.zones.fields(tints, garb.place)
        tint, tinted = blades.bounded(fields, [*tints]), Tint(TINTS[kind], tints)
        shirt, trousers = linear(cut.shirt), linear(cut.trousers)

        def paint(at: dict[str, Floats]) -> Floats:
            y, inside = at["y"], at["inside"]
            part = self.tailor.is_shirt(y)[:, None]
            colour = tinted.over(trousers * (1 - part) + shirt * part, at["tint"])
            dark = (
                0.3 * self.tailor.seams(inside, y)
                + BLADE_SHADE * at["shade"]
                + shading(at["phase"], at["depth"])
            )
            return floats(colour * (1 - dark)[:, None])

        attributes = {"y": garb.rest[:, 1], "inside": garb.inside, "tint": tint, "shade": blades.shade}
        attributes |= {"phase": self.folds.phase, "depth": self.folds.depth(turns)}
        return replace(surface, paint=paint, attributes=attributes)

    def _eyeballs(self, turns: Array, places: Array) -> Surface:
        coarse = self.eyes.pose(turns, places)
        moved = self.eyes.refine @ coarse
        normals = self.eyes.fine.normals(moved)
        rest = self.eyes.refine @ self.body.eyes.vertices

        def paint(at: dict[str, Floats]) -> Floats:
            return floats(self.face.eyeball(*at["rest"].T))

        return Surface(
            moved,
            self.eyes.fine.quads,
            normals,
            paint,
            attributes={"rest": rest},
            coarse=Coarse(coarse, self.eyes.coarse.normals(coarse), self.eyes.refine),
            outline=False,
        )


@cache
def member(who: str) -> CastMember:
    return CastMember(read(who))


def _as_bright(hue: Floats, luminance: Mask) -> Colours:
    own = float(hue @ LUMINANCE)
    dark = np.minimum(luminance / own, 1)[:, None] * hue
    white = np.clip((luminance - own) / (1 - own), 0, 1)[:, None]
    return np.asarray(dark * (1 - white) + white)


def _breath(body: Body, rest: Array, normals: Array, arm: Array) -> Array:
    """How much each point moves with the breath, 0..1: the ribs most at the sides, less at front and back; the belly moves, the
    small of the back hardly does.
    """
    low, high = float(body.joint("spine05")[1]) + 0.02, float(body.joint("neck01")[1]) - 0.04
    ribs = float(body.joint("spine03")[1])
    tall = rising(low, low + 0.1, rest[:, 1]) * rising(high, high - 0.1, rest[:, 1])
    behind = np.maximum(-normals[:, 2], 0) * rising(ribs + 0.06, ribs - 0.06, rest[:, 1])
    around = 0.85 + 0.15 * np.abs(normals[:, 0]) - 0.5 * behind
    return np.asarray(tall * around * rising(0.03, -0.005, arm))
