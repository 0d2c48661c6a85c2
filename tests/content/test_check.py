"""The check: the content of this project is sound, and every kind of fault is told in one clear line."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app import checking
from bot.app.checking import checked
from bot.cli.main import main
from bot.content.check import check, hints
from bot.content.reader import load
from bot.content.rules import lengths
from tests.content.broken import BROKEN
from tests.content.broken.files import ROLLS_WORDS, Change
from tests.content.places import CONTENT

SOUND = Path(__file__).parent / "sound"
"""A small content folder without a fault, for the check to find one in."""


def broken(tmp_path: Path, *changes: Change) -> Path:
    """A copy of the sound folder with these changes."""
    content = tmp_path / "content"
    shutil.copytree(SOUND, content)
    for change in changes:
        apply(content, change)
    return content


def apply(content: Path, change: Change) -> None:
    file, old, new = change
    path = content / file
    if new is None:
        path.unlink()
    elif old is None or isinstance(new, bytes):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(new if isinstance(new, bytes) else new.encode())
    else:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has changed; the test looks for {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def no_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("no-code")


@pytest.fixture(scope="module")
def quiet(no_code: Path) -> frozenset[str]:
    """What the check says of the sound folder when no screen says anything: that nobody uses the sentences."""
    lines = check(SOUND, no_code)
    assert all(line.endswith("is used by no screen") for line in lines), lines
    return frozenset(lines)


def test_content_of_this_project_is_sound() -> None:
    """Hints may stand: somebody who adds an exercise or begins a language may have no pictures and no voice yet."""
    assert check(CONTENT) == []


@pytest.mark.parametrize("name", BROKEN)
def test_fault_is_told(name: str, tmp_path: Path, no_code: Path, quiet: frozenset[str]) -> None:
    change, lines = BROKEN[name]
    content = broken(tmp_path, change)
    assert [line for line in check(content, no_code) if line not in quiet] == lines


def test_what_has_no_picture_is_a_hint_and_stops_nobody(
    tmp_path: Path, no_code: Path, quiet: frozenset[str]
) -> None:
    words_alone = "pictures: are missing; words tell what they would show"
    undrawn = [f"exercises/{slug}: {words_alone}" for slug in ("breath", "cat", "rolls", "seated")]
    content = broken(tmp_path, ("programmes/media/two-weeks.jpg", None, b"\xff\xd8\xff\xe0"))
    assert hints(content) == [
        *undrawn,
        "programmes/media/two-weeks-seated.jpg: the file: is missing; it has no title picture",
    ]
    assert frozenset(check(content, no_code)) == quiet
    programmes = load(content).programmes
    assert {slug: each.picture is not None for slug, each in programmes.items()} == {
        "two-weeks": True,
        "two-weeks-seated": False,
    }


def test_the_command_tells_hints_apart_and_fails_for_faults_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("*.m4a", "figure"))
    lines = (content / "voice/en/clips.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (content / "voice/en/clips.tsv").write_text("".join(lines[:1]), encoding="utf-8")
    before = hints(content)
    (content / "routines/media/morning.jpg").unlink()
    code, told = by_command(content)
    assert code == 0
    assert [line for line in told if line.removeprefix("hint: ") not in before] == [
        "hint: routines/media/morning.jpg: the file: is missing; it has no title picture",
        "The content is in order. A hint tells what it could still have; the bot does without.",
    ]
    apply(content, ("learn/baby/topic.toml", "order = 4", "order = 0"))
    code, told = by_command(content)
    assert code == 1
    assert told[0] == "learn/baby/topic.toml: order: 0 should be 1 or more"
    assert told[-1] == f"1 to mend in {content}"


def test_the_command_lists_every_sentence_that_a_language_lacks_only_when_asked(tmp_path: Path) -> None:
    content = broken(tmp_path, ("words/de.ftl", None, "button-home = Anfang\n"))
    lacking = {line for line in hints(content, everything=True) if line.startswith("words/de.ftl: ")}
    assert "words/de.ftl: welcome: is missing" in lacking
    count = f"hint: words/de.ftl: sentences: {len(lacking)} are still English; `--all` lists them"
    assert [line for line in by_command(content)[1] if line.startswith("hint: words/")] == [count]
    every = {line for line in by_command(content, "--all")[1] if line.startswith("hint: words/")}
    assert every == {f"hint: {line}" for line in lacking}


def by_command(content: Path, *options: str) -> tuple[int, list[str]]:
    told = CliRunner().invoke(main, ["check", *options], env={"UNHUNCH_CONTENT": str(content)})
    return told.exit_code, told.stdout.splitlines()


def test_what_a_voice_does_not_say_yet_is_a_hint(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("figure"))
    before = [*hints(content), *checking.unrecorded(content)]
    apply(content, ("exercises/locust/en.md", "# Locust", "# The locust"))
    (told,) = [line for line in checked(content)[1] if line not in before]
    assert unrecorded([told]) == unrecorded(before) + 1
    assert told.endswith(" not recorded, and left out; `unhunch speak` records them")


def unrecorded(told: list[str]) -> int:
    found = re.search(r"^voice/en: sentences: (\d+) sentences? (?:is|are) ", "\n".join(told), re.MULTILINE)
    return int(found[1]) if found else 0


def test_topic_at_its_longest_fits_into_one_message() -> None:
    assert lengths.TITLE + lengths.TOPIC_LENGTH + lengths.MORE_LENGTH + lengths.SET_BY_CODE <= lengths.SCREEN


def test_file_in_another_encoding_is_told(tmp_path: Path, no_code: Path, quiet: frozenset[str]) -> None:
    content = broken(tmp_path)
    (content / ROLLS_WORDS).write_bytes("# Épaules\n".encode("latin-1"))
    assert [line for line in check(content, no_code) if line not in quiet] == [
        f"{ROLLS_WORDS}: byte 2: is not UTF-8; save the file in that encoding"
    ]


def test_all_faults_are_told_at_once(tmp_path: Path, no_code: Path, quiet: frozenset[str]) -> None:
    faults = [
        BROKEN[name]
        for name in ("name twice", "tag without a name", "no alt text", "routine over the ceiling")
    ]
    content = broken(tmp_path, *(change for change, _ in faults))
    told = {line for line in check(content, no_code) if line not in quiet}
    assert told == {line for _, lines in faults for line in lines}


def test_empty_folder_is_told_and_does_not_break_the_check(tmp_path: Path, no_code: Path) -> None:
    assert check(tmp_path, no_code) == [
        "doses.toml: the file: is missing",
        "fallbacks.toml: the file: is missing",
        "fillers.toml: the file: is missing",
        "exercises: the folder: holds no exercise that can be read",
        "forbidden.toml: the file: is missing",
        "danger/rules.toml: the file: is missing",
        "danger/en.toml: the file: is missing",
        "cities.tsv: the file: is missing",
        "danger/numbers.toml: the file: is missing",
        "danger/cries.toml: the file: is missing",
        "danger/replies.toml: the file: is missing",
        "hearing/en.toml: the file: is missing",
        "hearing/wishes/en.toml: the file: is missing",
        "words/en.ftl: the file: is missing",
    ]


SENTENCES = """\
hello = Hello { $name }
bye = Bye
old = Nobody says this
level-1 = Start
level-2 = Steady
in-a-table = From a table
"""

SCREEN = """\
TABLE = {1: "in-a-table"}

def screen(words, name, level, **more):
    return words("hello", name=name) + words("bye") + words(f"level-{level}") + words(TABLE[1])
"""


def said(tmp_path: Path, screen: str) -> list[str]:
    content, code = broken(tmp_path), tmp_path / "bot"
    (content / "words" / "en.ftl").write_text(SENTENCES, encoding="utf-8")
    code.mkdir()
    (code / "screen.py").write_text(screen, encoding="utf-8")
    return [line for line in check(content, code) if "of the code needs its words" not in line]


def test_sentence_no_screen_uses_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, SCREEN) == ["words/en.ftl: old: is used by no screen"]


def test_sentence_that_is_missing_is_told(tmp_path: Path) -> None:
    lines = said(tmp_path, SCREEN.replace('words("bye")', 'words("old") + words("by")'))
    assert lines == [
        "words/en.ftl: bye: is used by no screen",
        "bot/screen.py: line 4: says 'by', which words/en.ftl does not have",
    ]


def test_value_that_is_missing_is_told(tmp_path: Path) -> None:
    screen = SCREEN.replace('words("hello", name=name)', 'words("hello", nane=name) + words("old")')
    assert said(tmp_path, screen) == ["bot/screen.py: line 4: says 'hello' without its name"]
    unknown_until_it_runs = SCREEN.replace(
        'words("hello", name=name)', 'words("hello", **more) + words("old")'
    )
    assert said(tmp_path / "other", unknown_until_it_runs) == []


def test_built_id_that_fits_nothing_is_told(tmp_path: Path) -> None:
    screen = SCREEN.replace('f"level-{level}"', 'f"stage-{level}-title"').replace('"bye"', '"old"')
    assert said(tmp_path, screen) == [
        "words/en.ftl: bye: is used by no screen",
        "words/en.ftl: level-1: is used by no screen",
        "words/en.ftl: level-2: is used by no screen",
        "bot/screen.py: line 4: builds an id that fits nothing in words/en.ftl",
    ]
