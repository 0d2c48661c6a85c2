"""The ear for wishes: it believes both, the one that goes by words and the one that reads the whole sentence, and hears on if one is lost."""

import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.ear.deep.deep_ear import DeepEar, read_deep_ear
from bot.content.ear.deep.deep_wishes import DeepWishes, deep_wishes_faults, read_deep_wishes
from bot.content.ear.learnt import DEEP, FOLDER, WISHES
from bot.content.ear.sentences_heard import EXAMPLES
from bot.content.ear.trained_ear import NOTHING_KNOWN, TrainedEar, read_ear
from bot.content.ear.wish_ear import WishEar
from bot.domain.typed.wishes.wish import Wish
from tests.house import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def words() -> TrainedEar:
    found = read_ear(CONTENT)
    assert found
    return found


@pytest.fixture(scope="module")
def whole() -> DeepWishes:
    found = read_deep_wishes(CONTENT, read_deep_ear(CONTENT))
    assert found
    return found


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Content with the deep ear alone, and its wishes."""
    (tmp_path / FOLDER).mkdir(parents=True)
    for each in (DEEP, WISHES):
        shutil.copy(CONTENT / each, tmp_path / each)
    return tmp_path


@given(st.text(max_size=400), st.sampled_from([None, "session", "reminder"]))
@settings(max_examples=40, deadline=None)
def test_it_bears_whatever_is_typed(
    words: TrainedEar, whole: DeepWishes, text: str, state: str | None
) -> None:
    heard = WishEar(words, whole).hears(text, state)
    assert sum(likely for _, likely in heard) == pytest.approx(1)
    assert [likely for _, likely in heard] == sorted((likely for _, likely in heard), reverse=True)
    assert {kind for kind, _ in heard} <= {wish.value for wish in Wish}


def test_both_know_the_same_kinds(words: TrainedEar, whole: DeepWishes) -> None:
    assert set(whole.scores("back to the start")) == set(words._learnt.kinds)


def test_the_whole_sentence_tells_what_its_words_alone_do_not(words: TrainedEar, whole: DeepWishes) -> None:
    said = "please no more talking in the texts, keep it brief"
    alone, both = words.hears(said)[0], WishEar(words, whole).hears(said)[0]
    assert both != alone


def test_without_the_other_it_hears_as_the_words_do(words: TrainedEar, tmp_path: Path) -> None:
    said = "could you send me a nudge at lunch"
    assert WishEar(words, None).hears(said) == words.hears(said)
    lost = DeepWishes(tmp_path / WISHES, DeepEar(tmp_path / DEEP))
    assert WishEar(words, lost).hears(said) == words.hears(said)


def test_where_no_word_is_known_nothing_is_made_of_it(words: TrainedEar, whole: DeepWishes) -> None:
    assert WishEar(words, whole).hears("ᚠᚢᚦᚨᚱᚲ") == words.hears("ᚠᚢᚦᚨᚱᚲ") == NOTHING_KNOWN


def test_it_is_kept_by_its_place_alone_and_hears_the_same(whole: DeepWishes) -> None:
    kept = pickle.dumps(whole)
    assert len(kept) < 1000
    assert pickle.loads(kept).scores("a bit later") == whole.scores("a bit later")


def test_nothing_is_looked_for_where_nothing_was_learnt(tmp_path: Path) -> None:
    assert read_deep_wishes(tmp_path, DeepEar(tmp_path / DEEP)) is None
    assert read_deep_wishes(CONTENT, None) is None
    assert deep_wishes_faults(tmp_path) == []


def test_a_damaged_file_is_told_and_hears_nothing(copied: Path) -> None:
    (copied / WISHES).write_bytes((copied / WISHES).read_bytes()[:900])
    assert "can't be read" in str(deep_wishes_faults(copied)[0])
    lost = read_deep_wishes(copied, read_deep_ear(copied))
    assert lost
    assert lost.scores("a bit later") == {}


def test_a_file_learnt_from_other_sentences_is_told(copied: Path) -> None:
    shutil.copytree(CONTENT / EXAMPLES, copied / EXAMPLES)
    shutil.copy(CONTENT / FOLDER / "words.bin", copied / FOLDER)
    assert deep_wishes_faults(copied) == []
    (copied / EXAMPLES / "idle.more.toml").write_text("start = '''\nget me going\n'''\n", encoding="utf-8")
    assert "other sentences" in str(deep_wishes_faults(copied)[0])
