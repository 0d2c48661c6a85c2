"""A language that is not all there yet: what it lacks is English, and the check tells of it."""

import shutil
from pathlib import Path

import pytest

from bot.app import knowledge
from bot.content.check import check
from bot.content.language.words import speakers
from bot.content.reader import load
from tests.foreign import ACCENTED

TAG = ACCENTED.tag
LACKING = [
    f"{folder}/{tag}.toml: the file: is missing" for tag in ("he", TAG) for folder in ("hearing", "emergency")
]
"""What the languages made by code don't have."""


@pytest.fixture
def lagging(content: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(content, folder, symlinks=True)
    return folder


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_there_is_sound_and_only_what_is_not_there_lags(content: Path) -> None:
    assert check(content) == LACKING


def test_a_file_that_is_missing_is_english_and_all_else_is_not(lagging: Path) -> None:
    (lagging / f"exercises/cat-cow/{TAG}.md").unlink()
    (lagging / f"learn/disc/{TAG}.md").unlink()
    library = load(lagging, TAG)
    assert library.exercises["cat-cow"].title == "Cat-cow"
    assert library.topics["disc"].title == "A disc"
    assert library.exercises["sphinx"].title == ACCENTED(load(lagging).exercises["sphinx"].title, 30)
    assert [line for line in check(lagging) if line not in LACKING] == [
        f"exercises/cat-cow/{TAG}.md: the file: is missing",
        f"learn/disc/{TAG}.md: the file: is missing",
    ]


def test_pieces_that_are_missing_are_english_and_their_neighbours_are_not(lagging: Path) -> None:
    file = lagging / f"exercises/cat-cow/{TAG}.md"
    text = file.read_text(encoding="utf-8")
    purpose = next(line for line in text.splitlines() if line.startswith("Purpose:"))
    changed(file, purpose, "")
    step = text.index("## Step: cow")
    changed(file, text[step : text.index("## Step:", step + 1)], "")
    exercise, english = load(lagging, TAG).exercises["cat-cow"], load(lagging).exercises["cat-cow"]
    assert exercise.purpose == english.purpose
    assert exercise.caution != english.caution
    theirs, ours = ({step.id: step.text for step in one.usual.steps} for one in (exercise, english))
    assert theirs["cow"] == ours["cow"]
    assert theirs["table"] != ours["table"]
    assert [line for line in check(lagging) if line not in LACKING] == [
        f"exercises/cat-cow/{TAG}.md: step 'cow': is missing",
        f"exercises/cat-cow/{TAG}.md: top: 'Purpose:' is missing",
    ]


def test_a_sentence_that_is_missing_is_said_in_english(lagging: Path) -> None:
    file = lagging / f"words/{TAG}.ftl"
    line = next(
        line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("welcome = ")
    )
    changed(file, line, "")
    words = speakers(lagging)[TAG]
    assert words("welcome", name="Ana") == "Hello Ana, I'm Unhunch."
    assert words("button-home") == ACCENTED("Home")
    assert f"words/{TAG}.ftl: welcome: is missing" in check(lagging)


@pytest.mark.parametrize(
    ("file", "added", "told"),
    [
        (f"words/{TAG}.ftl", "\nodd = Odd\n", f"words/{TAG}.ftl: odd: is not in words/en.ftl"),
        (f"words/{TAG}.ftl", "\nhalf = { $name\n", f"words/{TAG}.ftl: line "),
        (f"exercises/cat-cow/{TAG}.md", "\n## Step: odd\n\nOdd.\nPicture: Odd.\n", f"exercises/cat-cow/{TAG}.md: step 'odd': is not"),
        ("words/tlh.ftl", "\n", "words/tlh.ftl: name: unknown locale 'tlh'"),
        ("exercises/cat-cow/de.md", "# Katze\n", "exercises/cat-cow/de.md: the file: is used by nothing"),
        ("routines/morning.toml", "\n[de]\ntitle = 'Morgens'\n", "routines/morning.toml: de, summary: is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_translation_is_told(lagging: Path, file: str, added: str, told: str) -> None:
    with (lagging / file).open("a", encoding="utf-8") as translation:
        translation.write(added)
    assert any(line.startswith(told) for line in check(lagging)), check(lagging)


def test_a_value_that_is_not_told_to_a_sentence_is_a_fault(lagging: Path) -> None:
    changed(lagging / f"words/{TAG}.ftl", "{ $title }, ", "{ $titel }, ")
    told = f"words/{TAG}.ftl: home-today: asks for titel, which is not told to it"
    assert told in check(lagging)


def test_a_label_may_be_as_long_as_a_row_and_no_longer(lagging: Path) -> None:
    changed(lagging / f"words/{TAG}.ftl", f"button-home = {ACCENTED('Home')}", f"button-home = {'H' * 32}")
    assert not [line for line in check(lagging) if "button-home" in line]
    changed(lagging / f"words/{TAG}.ftl", f"button-home = {'H' * 32}", f"button-home = {'H' * 33}")
    assert f"words/{TAG}.ftl: button-home: is 33 characters long; 32 fit" in check(lagging)


def test_a_language_is_there_as_soon_as_it_says_a_sentence(lagging: Path) -> None:
    (lagging / "words/de.ftl").write_text("button-home = Anfang\n", encoding="utf-8")
    known = knowledge(lagging)
    german = known.languages["de"]
    assert (german.name, german.words("button-home"), german.words("button-back")) == (
        "Deutsch",
        "Anfang",
        "Back",
    )
    assert german.library.exercises["cat-cow"].title == "Cat-cow"
    assert german.words.listed("abc") == "a, b, c"
    assert german.vocabulary.wishes == known.english.vocabulary.wishes
