"""Defines exercises, their forms, doses, steps and pictures, as read from their files."""

from dataclasses import dataclass
from enum import Enum


class Position(Enum):
    """EITHER: standing or seated, whichever the person is in."""

    STAND = "stand"
    SIT = "sit"
    EITHER = "either"
    KNEEL = "kneel"
    PRONE = "prone"
    SIDE = "side"
    SUPINE = "supine"
    LONG_SIT = "long-sit"

    @property
    def is_on_the_floor(self) -> bool:
        return self not in (Position.STAND, Position.SIT, Position.EITHER)


class Side(Enum):
    """One half of an exercise that has two: a side of the body, or a direction."""

    LEFT = "left"
    RIGHT = "right"
    BACKWARD = "backward"
    FORWARD = "forward"


class Pace(Enum):
    """How a dose is led. FLOW: as one stretch of time. HOLD: hold by hold."""

    FLOW = "flow"
    HOLD = "hold"


class Turn(Enum):
    """Where one repetition of a flow turns back, in terms of the `hold` and the `move` of its dose."""

    AFTER_STAYING = "after-staying"
    """The way there, staying, the way back."""
    LETTING_GO = "letting-go"
    """Staying, then all the moving is letting go."""
    LONG_WAY_BACK = "long-way-back"
    """All the moving is the way there, and the hold the way back: in for four, out for six."""
    STAYING_LAST = "staying-last"
    """The way there, the way back, and then one stays."""


class Tag(Enum):
    """Something that a person works around. The values are wire forms and stand in people's rows."""

    KNEES = "knees"
    WRISTS = "wrists"
    SHOULDER = "shoulder"
    NECK = "neck"
    DIZZY = "dizzy"
    PREGNANT = "pregnant"
    THIN_BONES = "thin-bones"
    DISC = "disc"
    HEART = "heart"
    EYES = "eyes"
    SURGERY = "surgery"
    BENDY = "bendy"
    HIP = "hip"
    LEANING_BACK = "leaning-back"
    BENDING = "bending"
    TWISTING = "twisting"
    STIFF_SPINE = "stiff-spine"


class Purpose(Enum):
    """What an exercise or a line of a routine is for (docs/facts.md: replacing-a-move). The values are wire forms."""

    WARM = "warm"
    BEND = "bend"
    TURN = "turn"
    EXTEND = "extend"
    CHEST = "chest"
    SIDE = "side"
    BLADES = "blades"
    STRENGTH = "strength"
    NECK = "neck"
    CALM = "calm"


class Equipment(Enum):
    """What a form may need besides a mat. The values are wire forms and stand in people's rows."""

    CHAIR = "chair"
    WALL = "wall"
    DOORWAY = "doorway"
    ROLLER = "roller"
    STRAP = "strap"
    TOWEL = "towel"


class ExercisePhase(Enum):
    """The part of a session that an exercise belongs to (docs/facts.md: order-of-a-session)."""

    WARM = "warm"
    MOBILITY = "mobility"
    STRENGTH = "strength"
    COOL = "cool"


@dataclass(frozen=True, slots=True)
class Picture:
    """`file`: its path inside the content folder. `moves`: a loop, not a still.

    `still`: for a loop, the picture shown to people who want nothing to move; it shows the position that is worked in.
    """

    file: str
    moves: bool = False
    still: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """`alt` says what the picture shows, for people who cannot see it."""

    id: str
    text: str
    alt: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """The work of one side: `repetitions` times, at each of `stations`, `hold` seconds after `move` seconds of moving.

    `switch`: seconds to change sides (docs/facts.md: duration-formula).
    """

    hold: int
    move: int
    repetitions: int
    stations: int = 1
    switch: int = 5

    @property
    def seconds(self) -> int:
        return self.repetitions * self.stations * (self.hold + self.move)

    def halves(self, turn: Turn) -> tuple[float, float]:
        """Seconds of the way there and of the way back in one repetition."""
        if self.stations > 1:
            each = self.hold + self.move
            return each, each * (self.stations - 1)
        match turn:
            case Turn.AFTER_STAYING:
                return self.move / 2 + self.hold, self.move / 2
            case Turn.LETTING_GO:
                return self.hold, self.move
            case Turn.LONG_WAY_BACK:
                return self.move, self.hold
            case Turn.STAYING_LAST:
                return self.move / 2, self.move / 2 + self.hold


@dataclass(frozen=True, slots=True)
class FormRef:
    exercise: str
    form: str

    def __str__(self) -> str:
        return f"{self.exercise}/{self.form}"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to do an exercise.

    `cue`: what a person needs to hear while doing it; `feel`: where it is felt; `between`: what to do between holds. `intensity`: 1
    (gentle) to 3. `longest`: the most seconds of a hold; `most`: the most repetitions a side. `is_stretch`: its holds may grow as its
    repetitions shrink. `other_side`: how to come to the other side. `stations`: the places where each hold is held.

    Said aloud, and empty where a language has no words for it: `way_in`, a short way into position (empty also where the first step
    says it); `begin` at the start bell; `there` and `back` with the two halves of a repetition, which turns back at `turn`.

    `loops`: one for each of `sides`, or one; none where it was not drawn. `held`: the same for each of `stations`. `numbered`: all
    steps in one picture. `is_own`: somebody made it for themselves, so nobody knows what it loads or where it is done.
    """

    ref: FormRef
    name: str
    pace: Pace
    position: Position
    sides: tuple[Side, ...]
    doses: tuple[Dose, Dose, Dose]
    steps: tuple[Step, ...]
    cue: str
    between: str
    breathing: str
    barred_for: frozenset[Tag]
    on_bed: bool
    seated_too: bool
    equipment: frozenset[Equipment]
    easier: FormRef | None
    harder: FormRef | None
    swaps: tuple[FormRef, ...]
    loops: tuple[Picture, ...] = ()
    held: tuple[tuple[Picture, ...], ...] = ()
    numbered: Picture | None = None
    intensity: int = 1
    longest: int = 0
    most: int = 0
    is_stretch: bool = False
    other_side: str = ""
    stations: tuple[str, ...] = ()
    is_own: bool = False
    feel: str = ""
    way_in: str = ""
    begin: str = ""
    there: str = ""
    back: str = ""
    turn: Turn = Turn.AFTER_STAYING

    @property
    def can_be_seated(self) -> bool:
        return self.seated_too or self.position in (Position.SIT, Position.EITHER)

    def loop(self, side: Side | None = None, station: int | None = None) -> Picture | None:
        """The first side's by default. `station`: from 0; without one, the loop of the whole exercise. None if nothing was drawn."""
        number = self.sides.index(side) if side in self.sides else 0
        loops = self.loops if station is None or not self.held else self.held[station % len(self.held)]
        return loops[number] if loops else None

    def dose(self, level: int) -> Dose:
        return self.doses[level - 1]


@dataclass(frozen=True, slots=True)
class Exercise:
    """`forms` begins with the usual one. `family`: exercises so alike that a session wants only one of them.

    `search`: what people may type for it, besides its names; never shown. `apart_from`: slugs of exercises that must not stand next to
    it. `mistaken`: the picture of its mistake. `is_tinted`: colours in its pictures show what stretches or works.
    """

    slug: str
    title: str
    purpose: str
    other_names: tuple[str, ...]
    caution: str
    mistake: str
    phase: ExercisePhase
    focus: frozenset[Purpose]
    family: str
    forms: tuple[Form, ...]
    sources: tuple[str, ...]
    signed_by: str
    signed_on: str
    search: tuple[str, ...] = ()
    apart_from: frozenset[str] = frozenset()
    mistaken: Picture | None = None
    is_tinted: bool = True

    @property
    def usual(self) -> Form:
        return self.forms[0]
