"""The judge: what it is told, what it makes of it, and its file."""

import shutil
from pathlib import Path

import pytest

from bot.content.ear.judge import (
    JUDGE,
    TO_BE_JUDGED,
    Judge,
    hash_of_judged,
    judge_faults,
    read_judge,
    things_said,
    to_be_judged,
    write_judge,
)
from bot.content.ear.learnt import DEEP, LEARNT, OTHERS
from bot.content.faults import ContentFault
from bot.domain.typed.ear import ByRules
from tests.house import ROOT

CONTENT = ROOT / "content"

JUDGED = Judge(
    "a",
    ("now", "harmless"),
    (0.5, 0.0),
    {"whole now": (1.0, -1.0), "words now": (0.5, -0.5), "rules now": (2.0, 0.0), "denied": (-3.0, 3.0)},
)
LIKELY, UNLIKELY = {"now": 0.9, "harmless": 0.1}, {"now": 0.1, "harmless": 0.9}


def weighed(whole: dict[str, float], rules: ByRules) -> float:
    return JUDGED.weighs(whole, LIKELY, rules, in_english=True)["now"]


def test_it_is_told_what_each_says() -> None:
    said = dict(things_said(LIKELY, {"now": 0.0}, ByRules("now", denied=True), in_english=False))
    assert said == {
        "whole now": pytest.approx(-0.105, abs=1e-3),
        "whole harmless": pytest.approx(-2.303, abs=1e-3),
        "words now": pytest.approx(-6.908, abs=1e-3),
        "rules now": 1,
        "denied": 1,
    }


def test_everything_counts() -> None:
    assert weighed(LIKELY, ByRules()) > weighed(UNLIKELY, ByRules())
    assert weighed(LIKELY, ByRules("now")) > weighed(LIKELY, ByRules())
    assert weighed(LIKELY, ByRules(denied=True)) < weighed(LIKELY, ByRules())
    assert sum(JUDGED.weighs(LIKELY, LIKELY, ByRules(), in_english=False).values()) == pytest.approx(1)


def test_what_it_never_met_counts_for_nothing() -> None:
    assert weighed(LIKELY, ByRules("ill", idiom=True)) == weighed(LIKELY, ByRules())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content folder with ears and one sentence to be judged."""
    (tmp_path / JUDGE).parent.mkdir(parents=True)
    for ear in (LEARNT, OTHERS, DEEP):
        (tmp_path / ear).write_bytes(b"an ear")
    (tmp_path / TO_BE_JUDGED).mkdir()
    (tmp_path / TO_BE_JUDGED / "one.tsv").write_text("en\tnow\tmy chest\n", encoding="utf-8")
    return tmp_path


def test_what_is_written_is_read(small: Path) -> None:
    assert read_judge(small) is None
    write_judge(small, JUDGED)
    assert read_judge(small) == JUDGED


def test_it_tells_when_it_no_longer_fits(small: Path) -> None:
    assert "can't be read" in str(judge_faults(small)[0])
    write_judge(small, Judge(hash_of_judged(small), JUDGED.tiers, JUDGED.start, JUDGED.weights))
    assert judge_faults(small) == []
    (small / DEEP).write_bytes(b"another ear")
    assert "other sentences or ears" in str(judge_faults(small)[0])


@pytest.mark.parametrize("text", ["", "{", "[]", '{"weights": 1}', '{"weights": {}, "tiers": []}'])
def test_a_damaged_file_is_told_of(small: Path, text: str) -> None:
    (small / JUDGE).write_text(text, encoding="utf-8")
    assert "can't be read" in str(judge_faults(small)[0])
    with pytest.raises(ContentFault):
        read_judge(small)


def test_where_there_is_nothing_to_judge_none_is_missed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "danger", tmp_path / "danger")
    assert judge_faults(tmp_path) == []


def test_every_sentence_to_be_judged_is_of_a_tier_that_it_knows() -> None:
    judge = read_judge(CONTENT)
    assert judge
    assert {each.kind for each in to_be_judged(CONTENT)} == set(judge.tiers)
