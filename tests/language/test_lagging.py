"""A language that is not all there yet: what it lacks is English, and the check tells of it."""

import re
import shutil
from pathlib import Path

import pytest

from bot.app.knowing import knowledge
from bot.config import CannotStart
from bot.content.check import check, hints
from bot.content.language.words import WordsFault, speakers
from bot.content.reader import load
from tests.content.test_check import SOUND
from tests.foreign import ACCENTED, content_with

TAG = ACCENTED.tag
LACKING = [
    f"{folder}/{tag}.toml: the file: is missing"
    for tag in ("he", TAG)
    for folder in ("hearing", "hearing/when", "danger")
]
"""What the languages made by code don't have."""

THEIRS = re.compile(rf"\b(?:he|{TAG})\b")
"""Tells their lines from those of a language that was begun."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Little content, as the check is asked of it again and again."""
    return content_with(SOUND, tmp_path_factory.mktemp("small"), (ACCENTED,))


@pytest.fixture(scope="module")
def no_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("no-code")


@pytest.fixture(scope="module")
def quiet(small: Path, no_code: Path) -> frozenset[str]:
    """What is told of it before anything is changed."""
    return frozenset(all_told(small, no_code))


@pytest.fixture
def lagging(small: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(small, folder, symlinks=True)
    return folder


def all_told(folder: Path, no_code: Path) -> list[str]:
    return [*check(folder, no_code), *hints(folder, everything=True)]


class Told:
    """What the check tells of a folder that has been changed."""

    def __init__(self, no_code: Path, quiet: frozenset[str]) -> None:
        self._no_code, self._quiet = no_code, quiet

    def __call__(self, folder: Path) -> list[str]:
        return [line for line in all_told(folder, self._no_code) if line not in self._quiet]


@pytest.fixture
def told(no_code: Path, quiet: frozenset[str]) -> Told:
    return Told(no_code, quiet)


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_there_is_sound_and_only_what_is_not_there_lags(content: Path, no_code: Path) -> None:
    assert all(line.endswith("is used by no screen") for line in check(content, no_code))
    assert [line for line in hints(content, everything=True) if THEIRS.search(line)] == LACKING


def test_a_file_that_is_missing_is_english_and_all_else_is_not(lagging: Path, told: Told) -> None:
    (lagging / f"exercises/cat/{TAG}.md").unlink()
    (lagging / f"learn/rest/{TAG}.md").unlink()
    library = load(lagging, TAG)
    assert library.exercises["cat"].title == "Cat-cow"
    assert library.topics["rest"].title == "Rest"
    assert library.exercises["rolls"].title == ACCENTED(load(lagging).exercises["rolls"].title, 30)
    assert told(lagging) == [
        f"exercises/cat/{TAG}.md: the file: is missing",
        f"learn/rest/{TAG}.md: the file: is missing",
    ]


def test_pieces_that_are_missing_are_english_and_their_neighbours_are_not(lagging: Path, told: Told) -> None:
    file = lagging / f"exercises/cat/{TAG}.md"
    text = file.read_text(encoding="utf-8")
    purpose = next(line for line in text.splitlines() if line.startswith("Purpose:"))
    changed(file, purpose, "")
    step = text.index("## Step: round")
    changed(file, text[step : text.index("## Step:", step + 1)], "")
    exercise, english = load(lagging, TAG).exercises["cat"], load(lagging).exercises["cat"]
    assert exercise.purpose == english.purpose
    assert exercise.caution != english.caution
    theirs, ours = ({step.id: step.text for step in one.usual.steps} for one in (exercise, english))
    assert theirs["round"] == ours["round"]
    assert theirs["table"] != ours["table"]
    assert told(lagging) == [
        f"exercises/cat/{TAG}.md: step 'round': is missing",
        f"exercises/cat/{TAG}.md: top: 'Purpose:' is missing",
    ]


def test_what_only_a_voice_says_lags_in_no_language_and_is_no_english_then(lagging: Path, told: Told) -> None:
    file = lagging / f"exercises/cat/{TAG}.md"
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("Way in:", "Begin:", "There:", "Back:"))]
    assert len(kept) == len(lines) - 3
    file.write_text("\n".join(kept), encoding="utf-8")
    flow, hold = load(lagging, TAG).exercises["cat"].forms
    assert (flow.there, flow.back, hold.begin) == ("", "", "")
    assert told(lagging) == []


def said_otherwise(folder: Path, id_: str, *lines: str) -> Path:
    """The same file, where the sentence is these lines now: none, and it is missing."""
    file = folder / f"words/{TAG}.ftl"
    old = next(line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith(f"{id_} ="))
    changed(file, old, "\n".join(lines))
    return file


def test_a_sentence_that_is_missing_is_said_in_english(lagging: Path, told: Told) -> None:
    said_otherwise(lagging, "welcome")
    words = speakers(lagging)[TAG]
    assert words("welcome", name="Ana") == "Hello Ana, I'm Unhunch."
    assert words("button-home") == ACCENTED("Home")
    assert told(lagging) == [f"words/{TAG}.ftl: welcome: is missing"]


NOT_TO_BE_SAID = {
    "button-home = { other-thing }": "Unknown message: other-thing",
    "button-home = { help.foo }": "Unknown attribute: help.foo",
    "button-home = { -brand }": "Unknown term: -brand",
    "button-home = { NOPE(3) }": "Unknown function: NOPE",
    'button-home = { NUMBER("abc") }': "Can't use fluent_number with object abc for type <class 'str'>",
    'button-home = { DATETIME("x") }': "Can't use fluent_date with object x of type <class 'str'>",
    'button-home = x { NUMBER(1, minimumIntegerDigits: "x") }': "'<' not supported between instances of 'int' and 'str'",
    "button-home =\n    .label = Ⱨ": "has no text of its own",
    "button-home = { button-home }": "goes in circles, or has too many braces inside each other",
    "button-home = x { button-home }": "Cyclic reference",
    "button-home = { -home }\n-home = { button-home }": "goes in circles, or has too many braces inside each other",
}
"""By what stands there: why it can't be said, in the words of Fluent where it has any."""


@pytest.mark.parametrize("sentence", NOT_TO_BE_SAID)
def test_a_sentence_that_cannot_be_said_is_told_and_said_in_english(
    lagging: Path, told: Told, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    said_otherwise(lagging, "button-home", *sentence.split("\n"))
    assert told(lagging) == [f"words/{TAG}.ftl: button-home: {NOT_TO_BE_SAID[sentence]}"]
    words = speakers(lagging)[TAG]
    assert {words("button-home"), words("button-home", name="Ana")} == {"Home"}
    assert words("tag-hip") == ACCENTED("Hip")
    assert caplog.messages == [f"words/{TAG}.ftl: 'button-home' can't be said, so English stands there."]


def test_a_variant_that_cannot_be_said_is_told_wherever_it_stands(lagging: Path, told: Told) -> None:
    file = lagging / f"words/{TAG}.ftl"
    lines = file.read_text(encoding="utf-8").splitlines()
    one = next(line for line in lines if "[one]" in line)
    changed(file, one, "[one] { { $minutes ->\n [5] { -brand }\n *[other] x\n } }")
    assert told(lagging) == [f"words/{TAG}.ftl: first-done: Unknown term: -brand"]
    words = speakers(lagging)[TAG]
    assert words("first-done", minutes=3) != "That was 3 minutes."
    assert words("welcome", name="Ana") != "Hello Ana, I'm Unhunch."


def test_a_text_is_not_taken_for_a_number_and_a_number_is(lagging: Path, told: Told) -> None:
    said_otherwise(lagging, "welcome", "welcome = { NUMBER($name) }")
    assert told(lagging) == [
        f"words/{TAG}.ftl: welcome: Can't use fluent_number with object Ana for type <class 'str'>"
    ]
    words = speakers(lagging)[TAG]
    assert words("welcome", name="Ana") == "Hello Ana, I'm Unhunch."
    said_otherwise(lagging, "welcome", "welcome = { $name }")
    changed(lagging / f"words/{TAG}.ftl", "{ $minutes }", "{ NUMBER($minutes) }")
    assert told(lagging) == []


def test_only_what_english_cannot_say_is_a_fault_while_the_bot_runs(lagging: Path) -> None:
    changed(lagging / "words/en.ftl", "button-home = Home", "button-home = { other-thing }")
    said_otherwise(lagging, "button-home", "button-home = { NOPE(3) }")
    for tag in (TAG, "en"):
        with pytest.raises(WordsFault, match="button-home: Unknown message: other-thing"):
            speakers(lagging)[tag]("button-home")


@pytest.mark.parametrize(
    ("file", "added", "line"),
    [
        (f"words/{TAG}.ftl", "\nodd = Odd\n", f"words/{TAG}.ftl: odd: is not in words/en.ftl"),
        (f"words/{TAG}.ftl", "\nhalf = { $name\n", f"words/{TAG}.ftl: line "),
        (f"exercises/cat/{TAG}.md", "\n## Step: odd\n\nOdd.\nPicture: Odd.\n", f"exercises/cat/{TAG}.md: step 'odd': is not"),
        ("words/tlh.ftl", "\n", "words/tlh.ftl: name: unknown locale 'tlh'"),
        ("words/DE.ftl", "\n", "words/DE.ftl: name: 'DE' is no language; "),
        ("words/root.ftl", "\n", "words/root.ftl: name: 'root' is no language; "),
        ("exercises/cat/de.md", "# Katze\n", "exercises/cat/de.md: the file: is used by nothing"),
        ("routines/short.toml", "\n[de]\ntitle = 'Kurz'\n", "routines/short.toml: de, summary: is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_translation_is_told(
    lagging: Path, told: Told, file: str, added: str, line: str
) -> None:
    with (lagging / file).open("a", encoding="utf-8") as translation:
        translation.write(added)
    assert [each[: len(line)] for each in told(lagging)] == [line]


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("words/DE.ftl", b"", "words/DE.ftl: name: 'DE' is no language; "),
        ("words/root.ftl", b"", "words/root.ftl: name: 'root' is no language; "),
        ("words/tlh.ftl", b"", "words/tlh.ftl: name: unknown locale 'tlh'"),
        ("words/de.ftl", "help = Über\n".encode("latin-1"), "words/de.ftl: byte 7: is not UTF-8"),
        ("words/de.ftl", b"half = { $name\n", "words/de.ftl: Fluent: can't read 'half = "),
        ("words/de.ftl", b"help = " + b"{ " * 200 + b"3" + b" }" * 200, "words/de.ftl: the file: goes in circles, or has too"),
        ("hearing/hy.toml", b"[wishes", "hearing/hy.toml: TOML: "),
    ],
)  # fmt: skip
def test_the_start_refuses_what_it_cannot_read_and_names_it(
    lagging: Path, told: Told, file: str, text: bytes, line: str
) -> None:
    (lagging / file).write_bytes(text)
    with pytest.raises(CannotStart, match=re.escape(line)):
        knowledge(lagging)
    assert any(each.startswith(file) for each in told(lagging))


def test_what_is_not_heard_in_a_language_is_told(lagging: Path, told: Told) -> None:
    (lagging / "hearing" / f"{TAG}.toml").write_text("[edits]\n", encoding="utf-8")
    assert told(lagging) == [f"hearing/{TAG}.toml: {each}: is missing" for each in ("moves", "wishes")]
    (lagging / "danger" / f"{TAG}.toml").write_text("", encoding="utf-8")
    assert f"danger/{TAG}.toml: common: is missing" in told(lagging)


def test_what_a_language_lacks_is_counted_by_file(lagging: Path) -> None:
    before = hints(lagging)
    for file in ("exercises/cat", "exercises/rolls", "learn/rest", "learn/stiff"):
        (lagging / file / f"{TAG}.md").unlink()
    breath = lagging / f"exercises/breath/{TAG}.md"
    text = breath.read_text(encoding="utf-8")
    lacking = [line for line in text.splitlines() if not line.startswith(("Purpose:", "Caution:"))]
    breath.write_text("\n".join(lacking), encoding="utf-8")
    said_otherwise(lagging, "welcome")
    said_otherwise(lagging, "button-home")
    assert [line for line in hints(lagging) if line not in before] == [
        f"exercises/breath/{TAG}.md: parts: 2 are still English; `--all` lists them",
        f"exercises/*/{TAG}.md: files: 2 are still English; `--all` lists them",
        f"learn/*/{TAG}.md: files: 2 are still English; `--all` lists them",
        f"words/{TAG}.ftl: sentences: 2 are still English; `--all` lists them",
    ]


def test_a_language_just_begun_is_told_in_a_line_for_each_kind_of_file(lagging: Path) -> None:
    (lagging / "words/de.ftl").write_text("button-home = Anfang\n", encoding="utf-8")
    english = (lagging / "words/en.ftl").read_text(encoding="utf-8")
    sentences = len(re.findall(r"^[a-z][a-z0-9-]* =", english, flags=re.MULTILINE)) - 1
    exercises, topics = (len(list((lagging / folder).iterdir())) for folder in ("exercises", "learn"))
    assert [line for line in hints(lagging) if re.search(r"\bde\b", line)] == [
        f"exercises/*/de.md: files: {exercises} are still English; `--all` lists them",
        "routines/short.toml: de: is missing",
        "programmes/*.toml: tables for 'de': 5 are still English; `--all` lists them",
        f"learn/*/de.md: files: {topics} are still English; `--all` lists them",
        "hearing/de.toml: the file: is missing",
        "hearing/when/de.toml: the file: is missing",
        "danger/de.toml: the file: is missing",
        f"words/de.ftl: sentences: {sentences} are still English; `--all` lists them",
    ]


def test_a_value_that_is_not_told_to_a_sentence_is_a_fault(lagging: Path, told: Told) -> None:
    changed(lagging / f"words/{TAG}.ftl", "{ $name }", "{ $nahme }")
    assert told(lagging) == [f"words/{TAG}.ftl: welcome: asks for nahme, which is not told to it"]


def test_so_is_one_that_another_sentence_asks_for_to_which_it_refers(lagging: Path, told: Told) -> None:
    said_otherwise(lagging, "button-home", "button-home = { welcome }")
    assert told(lagging) == [f"words/{TAG}.ftl: button-home: asks for name, which is not told to it"]


def test_a_label_may_be_as_long_as_a_row_and_no_longer(lagging: Path, told: Told) -> None:
    said_otherwise(lagging, "button-home", f"button-home = {'H' * 32}")
    assert told(lagging) == []
    said_otherwise(lagging, "button-home", f"button-home = {'H' * 33}")
    assert told(lagging) == [f"words/{TAG}.ftl: button-home: is 33 characters long; 32 fit"]


def test_a_language_is_there_as_soon_as_it_says_a_sentence(lagging: Path) -> None:
    (lagging / "words/de.ftl").write_text("button-home = Anfang\n", encoding="utf-8")
    known = knowledge(lagging)
    german = known.languages["de"]
    assert (german.name, german.words("button-home"), german.words("tag-hip")) == ("Deutsch", "Anfang", "Hip")
    assert german.library.exercises["cat"].title == "Cat-cow"
    assert german.words.listed("abc") == "a, b, c"
    assert german.vocabulary.wishes == known.english.vocabulary.wishes
