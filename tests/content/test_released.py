"""What was released: each id is written down once, and none is lost without a word."""

import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.content.check import check, release
from bot.content.rules.released import FILE, released_faults
from bot.content.source.records import read
from tests.content.places import CONTENT
from tests.content.test_check import SOUND
from tests.house import ROOT

ALL = """\
exercise breath
exercise cat
exercise reach
exercise rolls
exercise seated
form breath/usual
form cat/flow
form cat/hold
form reach/usual
form rolls/small
form rolls/usual
form seated/usual
programme two-weeks
programme two-weeks-seated
retired form cat/long-ago
routine short
topic rest
topic stiff
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "content"))


def test_new_ids_are_added_in_their_order(content: Path) -> None:
    new = release(content)
    assert (content / FILE).read_text(encoding="utf-8") == ALL
    assert "form cat/hold" in new
    assert "exercise cat" not in new
    assert release(content) == []


def test_first_release_makes_the_file(content: Path) -> None:
    (content / FILE).unlink()
    assert len(release(content)) == len(ALL.splitlines()) - 1
    assert "retired" not in (content / FILE).read_text(encoding="utf-8")


def test_id_in_a_file_that_cannot_be_read_is_not_told_as_gone(content: Path) -> None:
    release(content)
    for file in ("exercises/cat/exercise.toml", "learn/rest/topic.toml", "routines/short.toml"):
        (content / file).write_text("no = [", encoding="utf-8")
    told = [line for line in check(content) if line.startswith(FILE)]
    assert told == []


def test_id_that_is_taken_away_is_told_until_it_is_retired(content: Path) -> None:
    release(content)
    (content / "routines/short.toml").unlink()
    told = [line for line in check(content) if line.startswith(FILE)]
    assert len(told) == 1
    text = (content / FILE).read_text(encoding="utf-8").replace("routine short\n", "")
    text = text.replace("retired form cat/long-ago\n", "retired form cat/long-ago\nretired routine short\n")
    (content / FILE).write_text(text, encoding="utf-8")
    assert not [line for line in check(content) if line.startswith(FILE)]


def test_this_project_keeps_what_it_released() -> None:
    assert "exercise cat-cow" in (CONTENT / FILE).read_text(encoding="utf-8").splitlines()


def told_by(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", *options], env={"UNHUNCH_CONTENT": str(folder)})


def as_if_released(paper: str) -> str:
    """Whatever the version is today."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return paper.replace("\n## Unreleased\n", "\n## 9.9.9 (2026-12-01)\n").replace(version, "9.9.9")


def papers_beside(content: Path) -> None:
    for paper in ("pyproject.toml", "CHANGELOG.md", "README.md"):
        (content.parent / paper).write_text(as_if_released((ROOT / paper).read_text("utf-8")), "utf-8")


def test_release_is_refused_while_there_is_something_to_mend(content: Path) -> None:
    papers_beside(content)
    (content / FILE).unlink()
    (content / "notes.txt").write_text("to do", encoding="utf-8")
    refused = told_by(content, "--release")
    assert refused.exit_code == 1
    assert "notes.txt: the file: is used by nothing\n" in refused.stdout
    assert "not ready" not in refused.stdout, "that is looked at only once nothing is to mend"
    assert not (content / FILE).exists()


def test_this_project_can_be_released_and_is_in_order_then(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    papers_beside(content)
    (content / FILE).unlink()
    released = told_by(content, "--release")
    assert released.exit_code == 0, released.stdout
    assert "released: exercise cat-cow\n" in released.stdout
    assert list(released_faults(read(content))) == []
    assert release(content) == []
