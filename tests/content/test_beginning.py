"""What is begun is told to be filled in, line by line, and is content once it is."""

import re
import shutil
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from bot import config
from bot.cli.main import main
from bot.content.beginning import Begins, begin
from bot.content.check import check
from bot.content.reader import load
from bot.content.source.article import parse_article
from bot.content.source.language_tags import ENGLISH
from bot.content.source.prose import FORM, HEAD, STEP, parse
from bot.content.source.schema import ExerciseFile, RoutineFile, TopicFile
from tests.content.places import CONTENT
from tests.content.test_check import SOUND

EXERCISE, WORDS = "exercises/chin-nod/exercise.toml", "exercises/chin-nod/en.md"
SHAPES: dict[Begins, type[BaseModel]] = {
    Begins.EXERCISE: ExerciseFile,
    Begins.ROUTINE: RoutineFile,
    Begins.TOPIC: TopicFile,
}


def copied(folder: Path) -> Path:
    ignored = shutil.ignore_patterns("media", "pictures", "voice", "figure")
    content = shutil.copytree(CONTENT, folder / "content", ignore=ignored)
    # What another language lacks would be told beside what is begun here.
    for begun in (
        *content.glob("words/*.ftl"),
        *content.glob("exercises/*/*.md"),
        *content.glob("learn/*/*.md"),
    ):
        if begun.stem != ENGLISH:
            begun.unlink()
    return content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(tmp_path)


def new(content: Path, *command: str) -> Result:
    return CliRunner().invoke(main, ["new", *command], env={"UNHUNCH_CONTENT": str(content)})


@pytest.mark.parametrize("what", Begins)
def test_what_was_begun_lacks_only_what_its_author_knows(what: Begins, tmp_path: Path) -> None:
    content, no_code = shutil.copytree(SOUND, tmp_path / "content"), tmp_path / "no-code"
    before = set(check(content, no_code))
    made = begin(content, what, "chin-nod")
    told = set(check(content, no_code)) - before
    assert {line.partition(":")[0] for line in told} <= {*made}
    assert len(told) > 2
    assert not [line for line in told if "TOML" in line or "unknown key" in line or ": line " in line]


@pytest.mark.parametrize("what", Begins)
def test_every_key_and_every_value_that_may_stand_there_is_named(what: Begins, tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "content")
    made = begin(tmp_path / "content", what, "chin-nod")[0]
    text = (tmp_path / "content" / made).read_text(encoding="utf-8")
    for key in keys(SHAPES[what]):
        assert re.search(rf"\b{key} = |^\[+{key}\]", text, flags=re.MULTILINE), key
    for kind in values(SHAPES[what]):
        for value in kind:
            assert re.search(rf"^#.*[ :\"]{value.value}[,.:\"]", text, flags=re.MULTILINE), value


def keys(shape: type[BaseModel]) -> Iterator[str]:
    """But for those of other languages, and of lines that are read as in every other routine."""
    for name, field in shape.model_fields.items():
        if name not in {"others", "fallbacks"}:
            yield name
            for inner in _inside(field.annotation, BaseModel):
                yield from keys(inner)


def values(shape: type[BaseModel]) -> Iterator[type[Enum]]:
    for field in shape.model_fields.values():
        yield from _inside(field.annotation, Enum)
        for inner in _inside(field.annotation, BaseModel):
            yield from values(inner)


def _inside(annotation: object, wanted: type) -> Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        yield annotation
    for each in get_args(annotation):
        yield from _inside(each, wanted)


def test_every_word_that_an_exercise_may_have_is_asked_for(content: Path) -> None:
    begin(content, Begins.EXERCISE, "chin-nod")
    text = (content / WORDS).read_text(encoding="utf-8")
    asked = re.findall(r"^([A-Z][a-z ]+):$", text, flags=re.MULTILINE)
    assert sorted(asked) == sorted([*HEAD, *FORM, *STEP])


FILLED = {
    EXERCISE: (
        ('phase = ""', 'phase = "mobility"'),
        ('focus = [""]', 'focus = ["neck"]'),
        ('sources = [""]', 'sources = ["https://example.org/nods"]'),
        ('pace = ""', 'pace = "flow"'),
        ("intensity = 0", "intensity = 1"),
        ('position = ""', 'position = "sit"'),
        ("{ hold = 0, move = 0, repetitions = 0 }", "{ hold = 1, move = 4, repetitions = 5 }"),
        ("{ hold = 0, move = 0, repetitions = 0 }", "{ hold = 1, move = 4, repetitions = 6 }"),
        ("{ hold = 0, move = 0, repetitions = 0 }", "{ hold = 1, move = 4, repetitions = 8 }"),
        ('barred_for = [""]', "barred_for = []"),
    ),
    "doses.toml": (("usual = { hold = 0, repetitions = 0 }", "usual = { hold = 1, repetitions = 8 }"),),
    WORDS: (
        ("\nPurpose:\n", "\nPurpose: Lets the neck move a little.\n"),
        ("\nCaution:\n", "\nCaution: Small and slow.\n"),
        ("\nMistake:\n", "\nMistake: Nodding from the chest.\n"),
        ("\nName:\n", "\nName: Usual\n"),
        ("\nCue:\n", "\nCue: Small nods.\n"),
        ("\nFeel:\n", "\nFeel: You feel it at the back of the neck.\n"),
        ("\nBreathing:\n", "\nBreathing: As it comes.\n"),
        ("\nThere:\n", "\nThere: Nod\n"),
        ("\nBack:\n", "\nBack: and up\n"),
        ("\nPicture:\n", "\nSit tall, and nod a little.\nPicture: A person on a chair, nodding.\n"),
    ),
    "routines/friday.toml": (
        ('summary = ""', 'summary = "A minute at the desk."'),
        ('purpose = ""', 'purpose = "neck"'),
        ('exercise = ""', 'exercise = "chin-nod/usual"'),
    ),
    "learn/hammock/topic.toml": (
        ('group = ""', 'group = "everyday"'),
        ("order = 0", "order = 5"),
        ("exercises = []", 'exercises = ["chin-nod"]'),
        ('sources = [""]', 'sources = ["https://example.org/hammocks"]'),
    ),
    "learn/hammock/en.md": (
        ("\n\n## More", "\nIn a hammock the back is round. Not for the night.\n\n## More\n\nA little is fine."),
    ),
}  # fmt: skip
"""As somebody fills them in who takes what the comments offer."""


def test_what_was_begun_and_filled_in_is_content_like_all_other(content: Path) -> None:
    for what, slug in (("exercise", "chin-nod"), ("routine", "friday"), ("topic", "hammock")):
        made = new(content, what, slug)
        assert made.exit_code == 0
        assert (
            f"`unhunch check` tells what is missing, and {content / 'README.md'} how it is done."
            in made.stdout
        )
    for file, changes in FILLED.items():
        text = (content / file).read_text(encoding="utf-8")
        for old, filled in changes:
            assert old in text
            text = text.replace(old, filled, 1)
        (content / file).write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["check"], env={"UNHUNCH_CONTENT": str(content)})
    assert told.exit_code == 0, told.stdout
    assert told.stdout == "The content is in order.\n", "nothing is drawn or spoken here, so nothing lacks it"
    library = load(content)
    assert library.exercises["chin-nod"].title == "Chin nod"
    assert library.routines["friday"].lines[0].ref.exercise == "chin-nod"
    assert library.topics["hammock"].text == "In a hammock the back is round. Not for the night."


@pytest.mark.parametrize(
    ("what", "slug", "told"),
    [
        ("exercise", "cat-cow", "There is an exercise 'cat-cow' already."),
        ("routine", "morning", "There is a routine 'morning' already."),
        ("topic", "baby", "There is a topic 'baby' already."),
        ("topic", "old-one", "'old-one' was released once and is retired; a name never gets a second meaning. Take another."),
        ("exercise", "../Cat", "'../Cat' can't be its name: lower-case words joined by hyphens, 30 letters at most, such as 'cat-cow'."),
    ],
)  # fmt: skip
def test_what_is_there_or_can_have_no_such_name_is_refused(
    content: Path, what: str, slug: str, told: str
) -> None:
    with (content / "released.txt").open("a", encoding="utf-8") as released:
        released.write("retired topic old-one\n")
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    made = new(content, what, slug)
    assert (made.exit_code, made.stderr) == (1, f"{told}\n")
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_what_the_next_version_would_replace_is_not_written_into(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "_PACKED", content)
    made = new(content, "topic", "hammock")
    assert made.exit_code == 1
    assert "UNHUNCH_CONTENT" in made.stderr
    assert not (content / "learn/hammock").exists()


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(content: Path) -> None:
    (content / "learn").rename(content / "read")
    (content / "learn").write_text("", encoding="utf-8")
    made = new(content, "topic", "hammock")
    assert made.exit_code == 1
    assert made.stderr.startswith(f"{content / 'learn'}")
    assert made.stderr.count("\n") == 1


def test_remarks_are_shown_to_nobody_and_move_no_line() -> None:
    text = "# Nod <!-- a -->\n\nPurpose: To nod. <!-- b\nc -->\n<!-- d -->\nOdd\n"
    prose, faults = parse(text, "en.md", may_lack=True)
    assert (prose.title, prose.purpose) == ("Nod", "To nod.")
    assert [str(fault) for fault in faults] == [
        "en.md: line 6: 'Odd' is none of: Other names:, Purpose:, Caution:, Mistake:"
    ]
    article, faults = parse_article("# Rest\n\n<!-- a\nb -->\nLie down.\n<!-- c -->\nGet up.\n", "en.md")
    assert (article.text, faults) == ("Lie down.\nGet up.", [])
