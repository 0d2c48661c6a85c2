"""Where our planner differs from a first, plainer one, and by which rule: `python -m tests.content.against_the_reference`.

The first one is no part of the project: it may stand in a folder beside it, and knows nothing of rules that came later. Each rule below
begins with its id in docs/facts.md.
"""

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from bot.domain.library.exercise import Equipment, Purpose, Tag
from bot.domain.person.person import Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.planner.composing import length
from bot.domain.planner.planner import DayPlan
from tests.content import blocks
from tests.content.crowd import law, most_intense
from tests.content.every_case import AT_HAND, DAYS, LEVELS, MINUTES, Situation

REFERENCE = Path(__file__).parents[3] / "shared" / "content" / "plan_reference.py"
IS_THERE = REFERENCE.is_file()

SLUGS: Mapping[str, str] = {
    "shoulder_roll": "shoulder-rolls",
    "cat_cow": "cat-cow",
    "cat_cow_seated": "cat-cow-seated",
    "side_lying_rotation": "side-lying-rotation",
    "trunk_rotation": "knee-rolls",
    "kneeling_extension": "kneeling-extension",
    "roller_extension": "roller-extension",
    "sphinx": "sphinx",
    "wall_stretch": "wall-stretch",
    "overhead_side_reach": "side-reach",
    "bird_dog": "bird-dog",
    "locust": "locust",
    "childs_pose": "childs-pose",
    "childs_pose_rotation": "childs-pose-walk",
    "knee_to_chest": "knee-hug",
    "seated_forward_bend": "seated-forward-bend",
    "thread_needle": "thread-the-needle",
    "seated_rotation": "seated-turn",
    "chair_extension": "chair-extension",
    "cobra_low": "low-cobra",
    "doorway_pec": "doorway-stretch",
    "wall_angels": "wall-angels",
    "scap_squeeze": "shoulder-blade-squeeze",
    "chin_tuck": "chin-tuck",
}
TAGS: Mapping[str, Tag] = {
    "osteoporosis": Tag.THIN_BONES,
    "pregnant": Tag.PREGNANT,
    "knee": Tag.KNEES,
    "wrist": Tag.WRISTS,
    "shoulder": Tag.SHOULDER,
    "neck": Tag.NECK,
    "glaucoma": Tag.EYES,
    "bp_heart": Tag.HEART,
    "disc_nerve": Tag.DISC,
    "hypermobile": Tag.BENDY,
    "dizzy": Tag.DIZZY,
}
FLOORS = {Floor.YES: "floor", Floor.BED: "bed", Floor.STAND: "none", Floor.SEATED: "seat"}
THINGS = {
    Equipment.CHAIR: "chair",
    Equipment.WALL: "wall",
    Equipment.ROLLER: "roller",
    Equipment.STRAP: "strap",
}
LIKE = "seldom-done-first: another of a like purpose comes first by our catalogue, which has other moves in another order"
NO_ROOM = "floor-time: no room left, as getting down and up counts, or as what came before takes longer"
FOLLOWS = "it has the place of one that is gone"


class Pair(NamedTuple):
    """One situation, planned by both: `theirs` are the slugs of the reference."""

    situation: Situation
    tag: str
    ours: DayPlan
    theirs: frozenset[str]


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("plan_reference", REFERENCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(every: int = 1) -> Iterator[Pair]:
    """A sample of the reference's 55,296 situations, evenly spread."""
    module = reference()
    numbered = product(LEVELS, Stage, Floor, MINUTES, AT_HAND, ("", *TAGS), DAYS)
    for number, (level, stage, floor, minutes, things, tag, days) in enumerate(numbered):
        if number % every:
            continue
        tags = frozenset({TAGS[tag]}) if tag else frozenset[Tag]()
        who = Preferences(
            level=level,
            stage=stage,
            floor=floor,
            equipment=things,
            tags=tags,
            allowed=tags,
            seen=Seen.PROFESSIONAL,
        )
        situation = Situation(who, minutes, days)
        has = {name for thing, name in THINGS.items() if thing in things}
        planned = module.plan(
            level, stage.value, FLOORS[floor], has, minutes, (tag,) if tag else (), days_since_start=days
        )
        yield Pair(situation, tag, situation.planned(), frozenset(SLUGS[name] for name, _ in planned))


def differences(pair: Pair) -> set[str]:
    """The rules that make them; empty where both are alike."""
    ours = {part.form.ref.exercise: str(part.form.ref) for part in pair.ours.parts}
    come = {slug: _why_come(ref, pair) for slug, ref in ours.items() if slug not in pair.theirs}
    gone = {_why_gone(slug, pair, come) for slug in pair.theirs - ours.keys()}
    return (gone | set(come.values())) - {FOLLOWS} or {FOLLOWS} & (gone | set(come.values()))


def _why_gone(slug: str, pair: Pair, come: Iterable[str]) -> str:
    who, exercise = pair.situation.who, law().library.exercises[slug]
    forms = [str(form.ref) for form in exercise.forms]
    if who.stage is Stage.HIGH and not set(forms) & blocks.ON_A_CHAIR:
        return "sore-day: on a sore day breathing, walking and what is gentle on a seat"
    if all(blocks.barred(ref, str(exercise.usual.ref)) & {tag.value for tag in who.tags} for ref in forms):
        return "barred-…: barred for more"
    if all(blocks.intensity(ref) > most_intense(who) for ref in forms):
        return "most-intense: level 1 without what is most intense"
    if who.equipment is not None and not any(
        {*map(Equipment, blocks.NEEDS.get(ref, "").split())} <= who.equipment for ref in forms
    ):
        return "what its forms need is named more exactly"
    return LIKE if any(_focus(slug) & _focus(other) for other in come) else NO_ROOM


def _why_come(ref: str, pair: Pair) -> str:
    slug = ref.partition("/")[0]
    if slug not in SLUGS.values():
        return "dose-…: moves that were added"
    theirs = next(name for name, ours in SLUGS.items() if ours == slug)
    if pair.tag and theirs in reference_blocks()[pair.tag]:
        return "form-before-block: a form that fits is better than a block"
    if not ref.endswith(("/usual", "/flow")):
        return "form-before-block: a form for another place, or with less"
    return FOLLOWS


def _focus(slug: str) -> frozenset[Purpose]:
    return law().library.exercises[slug].focus


def reference_blocks() -> Mapping[str, set[str]]:
    if not _BLOCKS:
        _BLOCKS.update(reference().TAG_BLOCK)
    return _BLOCKS


_BLOCKS: dict[str, set[str]] = {}


def report(every: int) -> list[str]:
    rules, looked_at, alike, shorter = Counter[str](), 0, 0, 0
    for pair in pairs(every):
        looked_at += 1
        found = differences(pair)
        rules.update(found)
        alike += not found
        shorter += length(pair.ours.parts, pair.situation.who) < 0.7 * 60 * pair.situation.minutes
    head = f"{looked_at} of 55296 situations of the reference: {alike} with the same moves, {shorter} under 70 % of the wish"
    return [head, *(f"{number:6}  {rule}" for rule, number in rules.most_common())]


if __name__ == "__main__":
    print("\n".join(report(int(sys.argv[1]) if sys.argv[1:] else 13)))
