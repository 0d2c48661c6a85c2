"""The help fits a screen, and every end has a code that the README explains."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import group
from bot.cli.main import main
from bot.config import CannotStart
from bot.store.database import open_store
from tests.house import ROOT
from tests.whole.running import BOT, TOKEN

LINES, LETTERS = 24, 80
"""A screen, as terminals open it."""


def shown(*words: str) -> list[str]:
    result = CliRunner().invoke(main, words, terminal_width=LETTERS)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


@pytest.mark.parametrize("words", [(), *((name,) for name in sorted(main.commands))], ids=" ".join)
def test_the_help_fits_a_screen(words: tuple[str, ...]) -> None:
    lines = shown(*words, "--help")
    assert len(lines) < LINES
    assert max(map(len, lines)) <= LETTERS


def test_no_command_s_line_is_cut() -> None:
    lines = shown("--help")
    for name in main.commands:
        (line,) = [line for line in lines if line.startswith(f"  {name} ")]
        assert line.endswith("."), line
        assert not line.endswith(".."), line


def test_who_asks_for_nothing_is_shown_the_help() -> None:
    result = CliRunner().invoke(main, [])
    assert "COMMAND --help tells more" in result.output


def test_the_help_has_every_command_in_the_order_of_who_asks() -> None:
    assert set(main.commands) <= set(group.IN_ORDER)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As it is before the first start."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    open_store(folder / "bot.sqlite3", BOT).close()
    monkeypatch.setenv("UNHUNCH_DATABASE", str(folder / "bot.sqlite3"))
    monkeypatch.chdir(tmp_path)
    return folder / "bot.sqlite3"


@pytest.mark.parametrize(
    ("code", "words", "environ"),
    [
        (0, ("config",), {}),
        (0, ("backup", "copies"), {}),
        (0, ("--version",), {}),
        (1, ("doctor",), {}),
        (1, ("export", "7"), {}),
        (1, ("forget", "7"), {}),
        (1, ("run",), {}),
        (1, ("check",), {"UNHUNCH_CONTENT": "."}),
        (1, ("draw", "nosuch"), {}),
        (2, ("nosuch",), {}),
        (2, ("run", "--nosuch"), {}),
        (2, ("backup",), {}),
        (2, ("config",), {"UNHUNCH_COPIES": "many"}),
        (2, ("start",), {"UNHUNCH_TOKEN_FILE": "nosuch"}),
        (2, ("restore", "nosuch.sqlite3"), {}),
        (2, ("run",), {"UNHUNCH_DATABASE": __file__, "UNHUNCH_TOKEN": TOKEN}),
    ],
)
def test_an_end_has_the_code_that_is_documented(
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: tuple[str, ...],
    environ: dict[str, str],
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    assert not result.exception or isinstance(result.exception, SystemExit)
    assert f"| {code} |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_is_missing_is_told_with_the_command_that_brings_it() -> None:
    with pytest.raises(
        CannotStart, match=rf"more \(nosuch\): .* -m pip install --editable '{re.escape(str(ROOT))}\[film\]'"
    ):
        group.with_extra("Filming", "film", "nosuch")
