"""A small pose file, and what stands on the floor: for tests of how figures are posed."""

from typing import Any

from bot.figure.person.body import read
from bot.figure.pose.poses import PoseFile, check
from bot.figure.stage.acting import Actor

ON_THE_FLOOR = {
    "palm": "floor",
    "palm-heel": "floor",
    "fingertips": "floor",
    "knee": "floor",
    "shin": "floor",
    "instep": "floor",
}

CAT: dict[str, Any] = {
    "who": "ana",
    "base": "all-fours",
    "views": {"main": {"azimuth": 0}},
    "poses": {
        "table": {
            "spine": {"lumbar": [-4, 0, 0], "thorax": [-6, 0, 0], "neck": [-8, 0, 0]},
            "touch": ON_THE_FLOOR,
            "aim": {"upperarm": [0, -1, 0], "thigh": [0, -1, 0]},
        },
        "cat": {
            "like": "table",
            "spine": {"lumbar": [30, 0, 0], "thorax": [30, 0, 0], "neck": [25, 0, 0]},
            "aim": {"upperarm": None},
        },
        "low": {"like": "table", "spine": {"lumbar": [-20, 0, 0]}},
        "walked": {"like": "table", "moves": ["palm", "palm-heel"], "reach": {"palm": [-0.42, None, 0.2]}},
    },
    "steps": {"table": {"pose": "table"}, "cat": {"pose": "cat"}},
    "forms": {"flow": {"keys": ["cat", "table"]}},
    "mistake": {"right": "table", "pose": "low", "by": "lumbar.forward"},
}


def after_table(poses: dict[str, Any]) -> dict[str, Any]:
    """The poses of the examples, with `poses` right after the first: so none but that one is worked out before them."""
    given: dict[str, Any] = CAT["poses"]
    return {"table": given["table"]} | poses | given


def pose_file(**changes: Any) -> PoseFile:
    return check(PoseFile.model_validate(CAT | changes))


def actor(file: PoseFile) -> Actor:
    return Actor(file, read(file.who), {"floor": lambda points: points[:, 1]})
