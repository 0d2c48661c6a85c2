"""The ear, as it was taught: what it hears in sentences that nobody taught it, and how unsure it is of what means nothing."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.check import check
from bot.content.ear.learnt import LEARNT, OTHERS, WISHES, WORDS
from bot.content.ear.rows import Rows
from bot.content.ear.sentences_heard import EXAMPLES, samples
from bot.content.ear.trained_ear import TrainedEar, ear_faults, read_ear
from bot.content.ear.traits import ENGLISH_TRAITS, pieces, words_and_signs
from bot.content.faults import ContentFault
from tests.house import ROOT

CONTENT = ROOT / "content"

MEANT = [
    ("idle", "kindly quit pestering me with those alerts", "stop-reminders"),
    ("idle", "my flat has no chairs at all", "lacks"),
    ("idle", "which cushion is good for sleeping", "q-pillow"),
    ("idle", "please wipe out everything and close my account", "delete"),
    ("idle", "what did i manage this week", "progress"),
    ("idle", "hello there my friend", "greeting"),
    ("session", "hang on somebody is ringing", "pause"),
    ("session", "okay i am back lets go on", "go-on"),
    ("session", "ouch that is painful", "hurts"),
    ("session", "turn off my reminders", "stop-reminders"),
    ("reminder", "did mine already this morning", "did-it"),
    ("reminder", "we are on vacation until saturday", "holiday"),
]

NOTHING = ["asdkjh qwe", "blorf", "!!!", "", "0000", "снег идёт", "purple teapots orbit saturn", "😀" * 50]


@pytest.fixture(scope="module")
def ear() -> TrainedEar:
    found = read_ear(CONTENT)
    assert found
    return found


def test_what_was_learnt_fits_the_sentences() -> None:
    assert ear_faults(CONTENT) == [], "content/hearing was changed: run `unhunch learn`"


@pytest.mark.parametrize(("state", "sentence", "kind"), MEANT)
def test_it_hears_what_nobody_taught_it(ear: TrainedEar, state: str, sentence: str, kind: str) -> None:
    assert sentence not in {each.sentence for each in samples(CONTENT)}
    (best, share), *_ = ear.hears(sentence, state)
    assert (best, share >= 0.4) == (kind, True)


@pytest.mark.parametrize("text", NOTHING)
def test_it_is_unsure_of_what_means_nothing(ear: TrainedEar, text: str) -> None:
    best, share = ear.hears(text)[0]
    assert best == "off-topic" or share < 0.45


def test_the_same_word_means_what_the_state_is_about(ear: TrainedEar) -> None:
    assert ear.hears("back")[0][0] == "home"
    assert ear.hears("back", "session")[0][0] in {"previous", "go-on"}
    assert ear.hears("stop", "session")[0][0] == "stop"


def test_states_have_no_wishes_of_one_another(ear: TrainedEar) -> None:
    assert "other-side" not in dict(ear.hears("switch sides now"))
    assert "did-it" not in dict(ear.hears("did it already", "session"))
    assert ear.hears("switch sides now", "a state of later") == ear.hears("switch sides now")


@given(st.text(max_size=5000))
@settings(max_examples=50, deadline=None)
def test_it_bears_whatever_is_typed(ear: TrainedEar, text: str) -> None:
    shares = ear.hears(text)
    assert shares[0][1] > 0
    assert sum(share for _, share in shares) == pytest.approx(1)


def test_without_what_was_learnt_there_is_no_ear(tmp_path: Path) -> None:
    assert read_ear(tmp_path) is None
    assert ear_faults(tmp_path) == []


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "hearing", tmp_path / "hearing")
    (tmp_path / LEARNT).write_bytes((tmp_path / LEARNT).read_bytes()[:1000])
    with pytest.raises(ContentFault, match="unhunch learn"):
        read_ear(tmp_path)
    assert "can't be read" in str(ear_faults(tmp_path)[0])


def test_a_sentence_more_asks_to_learn_anew(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    with (tmp_path / "content" / EXAMPLES / "reminder.toml").open("a", encoding="utf-8") as file:
        file.write('whatever = "a sentence more"\n')
    assert [str(each) for each in check(tmp_path / "content")] == [
        f"hearing/ear/{name}: the file: was learnt from other sentences{more}; `unhunch learn` makes it anew"
        for name, more in (("en.bin", ""), ("others.bin", ""), ("wishes.npz", ", or another ear"))
    ]


def test_windows_may_change_the_ends_of_lines(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "hearing", tmp_path / "hearing")
    for path in (tmp_path / EXAMPLES).glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert ear_faults(tmp_path) == []


def test_each_kind_has_dozens_of_examples_and_no_sentence_stands_twice_in_one() -> None:
    by_kind: dict[tuple[str, str], list[str]] = {}
    for each in samples(CONTENT):
        by_kind.setdefault((each.state, each.kind), []).append(each.sentence.lower())
    few = {kind: len(sentences) for kind, sentences in by_kind.items() if len(sentences) < 16}
    twice = {kind: set(said) for kind, said in by_kind.items() if len(set(said)) < len(said)}
    assert (few, twice) == ({}, {})


def test_what_was_learnt_is_small() -> None:
    assert sum((CONTENT / each).stat().st_size for each in (WORDS, LEARNT, OTHERS, WISHES)) < 5_500_000


def test_rows_are_added_as_one_would_by_hand() -> None:
    rows = Rows(bytes([0, 255, 128, 128, 130, 120]), 3, 128)
    assert rows.add_up([(0, 1), (1, 2), (1, 1)]) == [-128, 133, -24]
    assert rows.add_up([]) == [0, 0, 0]


def test_a_sentence_is_taken_apart() -> None:
    assert words_and_signs("Can't  do THAT 👍") == ["cant", "do", "that", "👍"]
    assert list(ENGLISH_TRAITS.of(["ow", "no"])) == [
        *("w ow", "c  ow", "c ow ", "c  ow ", "w no", "c  no", "c no ", "c  no "),
        *("b < ow", "b ow no", "b no >"),
    ]
    assert list(pieces("stretching", {"stretch", "##ing", "##in", "s"})) == ["stretch", "##ing"]
    assert list(pieces("xstretch", {"stretch"})) == []
