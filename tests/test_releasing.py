"""A release is refused while its version differs anywhere, its tag is taken, or a picture or recording is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.app.releasing import in_the_way, version_faults
from tests.content.test_check import SOUND

FILES = {
    "pyproject.toml": '[project]\nversion = "0.3.0"\n',
    "CHANGELOG.md": "# Changelog\n\n## 0.3.0 (2026-01-31)\n\n- More.\n\n## 0.2.0 (2026-01-05)\n",
    "README.md": "# Unhunch\n\nThis is version 0.3.0, an early one.\n",
}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def git(clone: Path, *what: str) -> None:
    who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
    subprocess.run(["git", "-C", str(clone), *who, *what], check=True)


def test_where_all_say_the_same_nothing_is_in_the_way(clone: Path) -> None:
    git(clone, "tag", "v0.2.0")
    assert not list(version_faults(clone))


@pytest.mark.parametrize(
    ("file", "was", "becomes", "told"),
    [
        ("pyproject.toml", "0.3.0", "0.3.0.dev0", "pyproject.toml: 0.3.0.dev0 is no version"),
        ("CHANGELOG.md", "0.3.0 (2026-01-31)", "Unreleased", "CHANGELOG.md: begins with '## Unreleased'"),
        ("CHANGELOG.md", "0.3.0 (2026-01-31)", "0.3.0", "CHANGELOG.md: begins with '## 0.3.0'"),
        ("README.md", "0.3.0", "0.2.0", "README.md: does not say"),
        ("pyproject.toml", "0.3.0", "0.4.0", "CHANGELOG.md: begins with '## 0.3.0 (2026-01-31)'"),
    ],
)
def test_whatever_says_another_is(clone: Path, file: str, was: str, becomes: str, told: str) -> None:
    (clone / file).write_text((clone / file).read_text().replace(was, becomes))
    assert any(fault.startswith(told) for fault in version_faults(clone))


def test_a_version_that_was_released_is_not_released_again(clone: Path) -> None:
    git(clone, "tag", "v0.3.0")
    assert list(version_faults(clone)) == ["the tag v0.3.0 is there already: raise the version"]


def test_outside_a_clone_nothing_is_released(tmp_path: Path) -> None:
    (fault,) = version_faults(tmp_path)
    assert "made in a clone" in fault


def test_a_picture_that_is_missing_is_in_the_way(clone: Path) -> None:
    content = clone / "content"
    shutil.copytree(SOUND, content)
    assert "exercises/cat: pictures: are missing; words tell what they would show" in in_the_way(content)
    assert not any("words/" in fault for fault in in_the_way(content)), "a language may lag"
