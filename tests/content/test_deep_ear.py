"""The ear that reads whole sentences: what it tells, how it is kept, and what it does with a damaged file."""

import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.ear.deep.deep_ear import DeepEar, deep_ear_faults, read_deep_ear
from bot.content.ear.learnt import DEEP
from bot.content.faults import ContentFault
from tests.house import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def ear() -> DeepEar:
    found = read_deep_ear(CONTENT)
    assert found
    return found


@given(st.text(max_size=2000))
@settings(max_examples=50, deadline=None)
def test_it_bears_whatever_is_typed(ear: DeepEar, text: str) -> None:
    for shares in ear.weighs(text):
        assert sum(shares.values()) == pytest.approx(1)


def test_without_what_was_learnt_there_is_no_ear(tmp_path: Path) -> None:
    assert read_deep_ear(tmp_path) is None
    assert deep_ear_faults(tmp_path) == []


def test_it_is_kept_by_its_place_alone_and_hears_the_same(ear: DeepEar) -> None:
    kept = pickle.dumps(ear)
    assert len(kept) < 1000
    said = "ich bekomme keine luft"
    assert pickle.loads(kept).weighs(said) == ear.weighs(said)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / DEEP).parent.mkdir(parents=True)
    shutil.copy(CONTENT / DEEP, tmp_path / DEEP)
    (tmp_path / DEEP).write_bytes((tmp_path / DEEP).read_bytes()[:100_000])
    with pytest.raises(ContentFault, match="unhunch learn --deep"):
        read_deep_ear(tmp_path)
    assert "can't be read" in str(deep_ear_faults(tmp_path)[0])
    assert DeepEar(tmp_path / DEEP).weighs("ich bekomme keine luft mehr") == ({}, {})
