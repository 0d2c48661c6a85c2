"""What was read of the content, as the next start finds it beside the code."""

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from bot.app.kept_knowledge import kept_knowledge, kept_or_read, mark_of
from bot.coach.known.knowledge import Knowledge
from bot.domain.library.library import Library
from bot.domain.typed.vocabulary import Vocabulary
from tests.examples import CONTENT
from tests.house import ROOT
from tests.known import known

SAID = (
    *("I have chest pain", "мне не хочется жить", "keine Kraft mehr in den Beinen", "tomo pastillas de más"),
    *("my wrists hurt", "dying of laughter", "nobody would miss me", "je ne sens plus ma main", "hello"),
)


def never(_: Path) -> Knowledge:
    raise AssertionError("it was read anew")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With what this project's content holds."""
    place = tmp_path_factory.mktemp("kept") / "kept.content"
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    kept_or_read(CONTENT, place, lambda _: known())
    sys.dont_write_bytecode = before
    return place


def test_what_was_kept_is_what_was_read(place: Path) -> None:
    kept, read = kept_or_read(CONTENT, place, never), known()
    assert kept is not read
    for field in fields(Library):
        assert getattr(kept.english.library, field.name) == getattr(read.english.library, field.name)
    for field in fields(Vocabulary):
        assert _told(kept, field.name) == _told(read, field.name)
    assert kept.english.clips == read.english.clips
    assert kept.help == read.help
    assert kept.languages.keys() == read.languages.keys()


def _told(known: Knowledge, field: str) -> Any:
    """Words for wishes, and for when something is to be, are equal only to themselves."""
    told = getattr(known.english.vocabulary, field)
    if field == "when":
        return [words.phrases for words in told]
    return told.ideas if field == "said" else told


def test_it_hears_and_says_the_same(place: Path) -> None:
    kept, read = kept_or_read(CONTENT, place, never), known()
    assert [kept.danger.hears(said) for said in SAID] == [read.danger.hears(said) for said in SAID]
    assert kept.ear is not None
    assert read.ear is not None
    assert [kept.ear.hears(said) for said in SAID] == [read.ear.hears(said) for said in SAID]
    bundle: Any = vars(read.english.words)["_bundle"]
    for sentence in bundle._messages:
        assert _said(kept, sentence) == _said(read, sentence)
    assert kept.english.words.listed(["a", "b"]) == read.english.words.listed(["a", "b"])
    assert kept.atlas.find("Zürich") == read.atlas.find("Zürich") != ()


def _said(known: Knowledge, sentence: str) -> str:
    try:
        return known.english.words(sentence, count=2)
    except Exception as fault:  # noqa: BLE001 - a sentence that wants other values says which
        return str(fault)


def test_a_file_that_is_no_longer_whole_is_read_anew(place: Path, tmp_path: Path) -> None:
    whole = place.read_bytes()
    middle = len(whole) // 2
    for broken in (
        b"",
        whole[:20],
        whole[:-1],
        whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
    ):
        other = tmp_path / "broken.content"
        other.write_bytes(broken)
        assert kept_or_read(CONTENT, other, lambda _: known()) is known()


def test_where_it_may_not_be_kept_it_is_read(tmp_path: Path) -> None:
    assert kept_or_read(CONTENT, tmp_path / "nowhere" / "kept.content", lambda _: known()) is known()
    assert not list(tmp_path.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "danger").mkdir(parents=True)
    (folder / "danger" / "en.toml").write_text("chest = 'pain'")
    (folder / "picture.jpg").write_bytes(b"a picture")
    return folder


def test_another_word_another_file_and_another_folder_have_another_mark(folder: Path) -> None:
    marks = [mark_of(folder)]
    assert mark_of(folder) == marks[0]
    written = (folder / "danger" / "en.toml").stat()
    (folder / "danger" / "en.toml").write_text("chest = 'ache'")
    os.utime(folder / "danger" / "en.toml", ns=(written.st_atime_ns, written.st_mtime_ns))
    marks.append(mark_of(folder))
    (folder / "picture.jpg").rename(folder / "another.jpg")
    marks.append(mark_of(folder))
    marks.append(mark_of(folder.rename(folder.with_name("moved"))))
    assert len({*marks}) == 4


def test_other_code_and_other_libraries_have_another_mark(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = [tmp_path / "bot" / room for room in ("app", "coach", "content", "domain", "screens")]
    for room in rooms:
        room.mkdir(parents=True)
    (tmp_path / "lib" / "babel-1.dist-info").mkdir(parents=True)
    monkeypatch.setattr("bot.app.kept_knowledge._CODE", tmp_path / "bot")
    monkeypatch.setattr("bot.app.kept_knowledge._LIBRARIES", tmp_path / "lib")
    marks = [mark_of(folder)]
    for room in rooms:
        code = room / "danger.py"
        code.write_text("CLEAR = 0.8")
        marks.append(mark_of(folder))
    (rooms[0] / "danger.py").write_text("CLEAR = 0.7")
    marks.append(mark_of(folder))
    (tmp_path / "lib" / "babel-1.dist-info").rename(tmp_path / "lib" / "babel-2.dist-info")
    marks.append(mark_of(folder))
    assert len({*marks}) == len(marks) == 8


def test_times_say_nothing_since_building_an_image_rounds_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "bot" / "app" / "danger.py"
    for room in ("app", "coach", "content", "domain", "screens"):
        (tmp_path / "bot" / room).mkdir(parents=True)
    code.write_text("CLEAR = 0.8")
    monkeypatch.setattr("bot.app.kept_knowledge._CODE", tmp_path / "bot")
    os.utime(code, (1_000_000, 1_000_000.7))
    before = mark_of(folder)
    for path in (code, folder / "danger" / "en.toml"):
        os.utime(path, (1_000_001, 1_000_001))
    assert mark_of(folder) == before


def test_content_of_ones_own_is_read_at_each_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no place beside the code, and its author changes it."""
    (tmp_path / "content").symlink_to(CONTENT)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("bot.app.kept_knowledge.PLACE", tmp_path / "kept")
    monkeypatch.setattr("bot.app.kept_knowledge._read", lambda _: known())
    for content, is_kept in ((tmp_path / "content", False), (CONTENT, True)):
        kept_knowledge(content)
        assert (tmp_path / "kept").exists() is is_kept


def test_what_an_installation_keeps_a_start_finds(tmp_path: Path) -> None:
    """Each is a program of its own."""
    without = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = without | {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    finds = (
        "from bot.app import kept_knowledge as kept; from bot.config import Config;"
        " kept.kept_or_read(Config().content, kept.PLACE, lambda _: exit('it was read again'))"
    )
    for command in (("-m", "bot.app.kept_knowledge"), ("-c", finds)):
        subprocess.run([sys.executable, *command], check=True, cwd=ROOT, env=environment)
