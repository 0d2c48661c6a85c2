"""What is set up before anything runs."""

import subprocess
import sys
import zoneinfo
from pathlib import Path

import pytest

from bot.app.running import line_to
from bot.app.wall_clock import know_one_set_of_zones
from bot.config import Config
from bot.film import film_command
from tests.house import ROOT


def test_the_rules_of_zones_come_from_the_package_alone() -> None:
    """What is installed on the machine may be older, and is updated by nobody who tells us."""
    before = zoneinfo.TZPATH
    try:
        know_one_set_of_zones()
        assert zoneinfo.TZPATH == ()
        assert zoneinfo.ZoneInfo("Pacific/Apia").key == "Pacific/Apia"
    finally:
        zoneinfo.reset_tzpath(to=before)


@pytest.mark.parametrize("is_there", [False, True])
def test_sessions_are_files_only_where_what_joins_them_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_there: bool
) -> None:
    """Looking for it loads none of it."""
    monkeypatch.setattr(film_command, "NEEDS", "json" if is_there else "nothing_of_that_name")
    line = line_to(Config(), "4242:token", "http://localhost", tmp_path / "bot.sqlite3")
    assert bool(line.films) is is_there
    if is_there:
        assert str(tmp_path / "films") in line.films


def test_the_bot_loads_nothing_of_what_joins_sessions() -> None:
    loads = "import sys, bot.app.running; print([name for name in ('av', 'PIL', 'bot.film.packets') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.strip() == "[]"


def test_the_start_loads_no_numbers_and_nothing_that_reads_content() -> None:
    """numpy is there for the charts, which are drawn beside the bot; what was read of the content is kept."""
    loads = (
        "import sys, bot.app.running; print([name for name in ('numpy', 'bot.content.source.schema', 'bot.content.reader',"
        " 'bot.app.knowing') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.strip() == "[]"


def test_numpy_can_be_had_where_it_is_needed() -> None:
    loads = "import bot.store.database, numpy; print(numpy.ones(2).sum())"
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.strip() == "2.0"
