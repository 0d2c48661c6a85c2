"""Files that were cut off, mangled or filled with rubbish: the check tells of them, and never breaks down."""

import random
import shutil
from pathlib import Path

import pytest

from bot.content.check import check
from tests.content.test_check import SOUND

FILES = sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*") if path.is_file())
FEW, MANY = 3, 60
RUBBISH = (
    b"\0",
    b"\xff\xfe",
    b"[[",
    b"]]",
    b"{ $",
    b'"""',
    b"= 1e999\n",
    b"##",
    b"\n\n: :",
    b"= -1",
    b"[" * 4000,
)


def damaged(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text) + 1)
    to = min(len(text), at + chance.randrange(40))
    match chance.randrange(5):
        case 0:
            return text[:at]
        case 1:
            return text[:at] + chance.randbytes(chance.randrange(1, 20)) + text[to:]
        case 2:
            return text[:at] + chance.choice(RUBBISH) + text[to:]
        case 3:
            return text[:at] + text[to:]
        case _:
            return chance.randbytes(chance.randrange(200))


@pytest.mark.parametrize("goes", [FEW, pytest.param(MANY, marks=pytest.mark.soak)])
@pytest.mark.parametrize("file", FILES)
def test_damaged_file_never_breaks_the_check(file: str, goes: int, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SOUND, content)
    whole = (SOUND / file).read_bytes()
    chance = random.Random(file)
    for go in range(goes):
        text = damaged(whole, chance)
        (content / file).write_bytes(text)
        try:
            told = check(content, tmp_path)
        except Exception as broke:
            raise AssertionError(f"{file}, go {go}: {text!r}") from broke
        assert all(line.count(": ") >= 2 and "\n" not in line for line in told), text


@pytest.mark.parametrize("file", FILES)
def test_empty_file_never_breaks_the_check(file: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SOUND, content)
    (content / file).write_bytes(b"")
    assert isinstance(check(content, tmp_path), list)


def test_directory_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SOUND, content)
    (content / "doses.toml").unlink()
    (content / "doses.toml").mkdir()
    assert "doses.toml: the file: can't be read: Is a directory" in check(content, tmp_path / "none")
