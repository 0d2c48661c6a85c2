"""The judge: what it is told, what it makes of it, and its file."""

import shutil
from pathlib import Path

import pytest

from bot.content.ear.judge import (
    JUDGE,
    TO_BE_JUDGED,
    Judge,
    TextHeard,
    hash_of_judged,
    judge_faults,
    read_judge,
    things_said,
    to_be_judged,
    write_judge,
)
from bot.content.ear.learnt import DEEP, LEARNT, OTHERS
from bot.content.faults import ContentFault
from bot.domain.typed.danger.heard import ByRules
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
    return JUDGED.weighs(TextHeard("my chest", whole, LIKELY, in_english=True), rules)["now"]


def test_it_is_told_what_each_says() -> None:
    said = TextHeard("nein, mein Herz", LIKELY, {"now": 0.0}, in_english=False)
    assert dict(things_said(said, ByRules("now", denied=True, body=True))) == {
        "whole now": pytest.approx(-0.105, abs=1e-3),
        "whole harmless": pytest.approx(-2.303, abs=1e-3),
        "words now": pytest.approx(-6.908, abs=1e-3),
        "rules now": 1,
        "denied": 1,
        "body": 1,
        "length": pytest.approx(0.15),
    }


def test_beyond_a_length_no_word_more_counts() -> None:
    long, longer = (TextHeard("la " * words, LIKELY, LIKELY, in_english=True) for words in (20, 60))
    assert dict(things_said(long, ByRules())) == dict(things_said(longer, ByRules()))


def test_everything_counts() -> None:
    assert weighed(LIKELY, ByRules()) > weighed(UNLIKELY, ByRules())
    assert weighed(LIKELY, ByRules("now")) > weighed(LIKELY, ByRules())
    assert weighed(LIKELY, ByRules(denied=True)) < weighed(LIKELY, ByRules())
    assert sum(
        JUDGED.weighs(TextHeard("my chest", LIKELY, LIKELY, in_english=False), ByRules()).values()
    ) == pytest.approx(1)


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
