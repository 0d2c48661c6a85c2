"""The ear that goes by the words and letters of other languages: what teaches it, and its file."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.ear.foreign_ear import ForeignEar, foreign_ear_faults, read_foreign_ear
from bot.content.ear.learnt import OTHERS, tiers_from
from bot.content.ear.senses import TraitSense
from bot.content.ear.sentences_heard import ALL_EXAMPLES, dangers_in_all
from bot.content.ear.traits import FOREIGN_TRAITS, words_and_signs
from bot.content.faults import ContentFault
from tests.house import ROOT

CONTENT = ROOT / "content"

KINDS = {"now", "self-harm", "abuse", "doctor", "complaint", "everyday", "harmless"}


@pytest.fixture(scope="module")
def ear() -> ForeignEar:
    found = read_foreign_ear(CONTENT)
    assert found
    return found


def test_every_language_whose_danger_is_heard_teaches_it() -> None:
    taught = {each.language for each in dangers_in_all(CONTENT)}
    assert taught == {path.stem for path in (CONTENT / "danger").glob("*.toml")} - {
        "rules",
        "numbers",
        "cries",
        "replies",
    }


def test_each_kind_has_dozens_of_sentences_in_each_language() -> None:
    counts = Counter((each.language, each.kind) for each in dangers_in_all(CONTENT))
    assert {kind for _, kind in counts} == KINDS
    few = {(language, kind): count for (language, kind), count in counts.items() if count < 24}
    assert few == {}


def test_each_file_says_that_no_native_speaker_has_read_it() -> None:
    files = [path for path in (CONTENT / ALL_EXAMPLES).glob("*/*.toml") if path.parent.name != "en"]
    assert [
        path
        for path in files
        if "no native speaker has read it" not in path.read_text("utf-8").partition("\n")[0].lower()
    ] == []


@pytest.mark.parametrize("said", ["ich kann nicht mehr", "помогите мне", "لا أستطيع التنفس", "qzx"])
def test_each_trait_is_found_at_its_own_place(said: str) -> None:
    learnt, words = tiers_from(CONTENT / OTHERS), words_and_signs(said)
    places, _ = TraitSense(learnt.traits, learnt.counts, learnt.sentences, FOREIGN_TRAITS).met(words)
    assert {learnt.traits[each] for each in places} == {*FOREIGN_TRAITS.of(words)} & {*learnt.traits}


@given(st.text(max_size=2000))
@settings(max_examples=50, deadline=None)
def test_it_bears_whatever_is_typed(ear: ForeignEar, text: str) -> None:
    for shares in ear.weighs(text):
        assert sum(shares.values()) == pytest.approx(1 if shares else 0)


def test_without_what_was_learnt_there_is_no_ear(tmp_path: Path) -> None:
    assert read_foreign_ear(tmp_path) is None
    assert foreign_ear_faults(tmp_path) == []


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "hearing", tmp_path / "hearing")
    (tmp_path / OTHERS).write_bytes((tmp_path / OTHERS).read_bytes()[:1000])
    with pytest.raises(ContentFault, match="unhunch learn"):
        read_foreign_ear(tmp_path)
    assert "can't be read" in str(foreign_ear_faults(tmp_path)[0])


def test_another_name_of_a_language_asks_to_learn_anew(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "hearing", tmp_path / "hearing")
    (tmp_path / ALL_EXAMPLES / "de").rename(tmp_path / ALL_EXAMPLES / "nl")
    assert "was learnt from other sentences" in str(foreign_ear_faults(tmp_path)[0])
