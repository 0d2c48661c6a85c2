"""A pose file that is wrong is refused, with a line for each fault."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.figure.pose.poses import BadPoses, read, resolved
from tests.figure.examples import CAT, pose_file

BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"base": "headstand"}, "base: no 'headstand'"),
    ({"view": ["moon"]}, "view: no view 'moon'"),
    ({"steps": {"table": {"pose": "chair"}}}, "steps.table: no pose 'chair'"),
    ({"steps": {"table": {"pose": "table", "views": ["moon"]}}}, "steps.table: no view 'moon'"),
    ({"forms": {"flow": {"keys": ["cat", "dog"]}}}, "forms.flow: no pose 'dog'"),
    ({"mistake": CAT["mistake"] | {"pose": "none"}}, "mistake: no pose 'none'"),
    ({"mistake": CAT["mistake"] | {"right": "none"}}, "mistake: no pose 'none'"),
    ({"mistake": CAT["mistake"] | {"ring": ["wing.L"]}}, "mistake: no marker 'wing.L'"),
    ({"mistake": CAT["mistake"] | {"by": "wing"}}, "mistake: no freedom or marker 'wing'"),
    ({"poses": CAT["poses"] | {"cat": {"like": "lion"}}}, "poses.cat: like 'lion'"),
    ({"poses": CAT["poses"] | {"cat": {"like": "dog"}, "dog": {"like": "cat"}}}, "poses.cat: is like itself"),
    ({"poses": CAT["poses"] | {"table": {"props": ["ball"]}}}, "poses.table: no thing 'ball'"),
    ({"poses": CAT["poses"] | {"table": {"spine": {"tail": [0, 0, 0]}}}}, "poses.table: no part 'tail'"),
    ({"poses": CAT["poses"] | {"table": {"touch": {"wing": "floor"}}}}, "poses.table: no marker 'wing'"),
    (
        {"poses": CAT["poses"] | {"table": {"touch": {"palm": "ceiling"}}}},
        "poses.table: nothing called 'ceiling'",
    ),
    ({"poses": CAT["poses"] | {"table": {"aim": {"tail": [0, 1, 0]}}}}, "poses.table: no part 'tail'"),
    (
        {"poses": CAT["poses"] | {"table": {"joints": {"tail.bend": 3}}}},
        "poses.table: no freedom 'tail.bend'",
    ),
    (
        {"kind": "none", "poses": CAT["poses"] | {"low": {"like": "table", "tint": {"chest": 1}}}},
        "poses.low: tinted, and kind is none",
    ),
    ({"who": 7}, "who"),
    ({"extra": 1}, "extra"),
    ({"poses": CAT["poses"] | {"table": {"touches": {}}}}, "poses.table.touches"),
]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "poses.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("change", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_each_fault_is_told(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadPoses) as refusal:
        read(written(tmp_path, yaml.safe_dump(CAT | change)))
    assert said in str(refusal.value)
    assert "poses.yaml" in str(refusal.value)


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPoses):
        read(written(tmp_path, "poses: [unclosed"))
    with pytest.raises(BadPoses):
        read(tmp_path / "missing.yaml")


def test_a_file_in_order_is_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, yaml.safe_dump(CAT))).who == "ana"


def test_a_pose_inherits_entry_by_entry_and_null_takes_away() -> None:
    file = pose_file()
    cat = resolved(file, "cat")
    assert cat.spine["lumbar"] == (30, 0, 0)
    assert set(cat.touch) == set(CAT["poses"]["table"]["touch"])
    assert cat.aim["upperarm"] is None
    assert cat.aim["thigh"] is not None


def test_what_moves_in_one_pose_does_not_in_those_like_it() -> None:
    poses = CAT["poses"] | {"after": {"like": "walked"}}
    assert resolved(pose_file(poses=poses), "after").moves == ()
