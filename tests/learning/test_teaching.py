"""The ear is taught the same twice, and by what it is taught."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.content.ear.foreign_ear import foreign_ear_faults, read_foreign_ear
from bot.content.ear.learnt import LEARNT, WORDS, learnt_to_bytes, tiers_to_bytes
from bot.content.ear.sentences_heard import ALL_EXAMPLES, EXAMPLES
from bot.content.ear.trained_ear import ear_faults, read_ear
from bot.learning.teaching import taught, taught_others
from tests.house import ROOT


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content folder with a few sentences of two wishes."""
    (tmp_path / EXAMPLES).mkdir(parents=True)
    (tmp_path / WORDS).parent.mkdir(parents=True)
    shutil.copy(ROOT / "content" / WORDS, tmp_path / WORDS)
    (tmp_path / EXAMPLES / "idle.toml").write_text(
        "stop = '''\nstop it now\nstop this\nplease stop it\nend this now\n'''\n"
        "greeting = '''\nhello you\nhello there\ngood morning\nhello good evening\n'''\n",
        encoding="utf-8",
    )
    (tmp_path / EXAMPLES / "danger.ana.toml").write_text(
        "now = '''\ncall an ambulance\nplease call an ambulance\n'''\neveryday = '''\nmy back is stiff\n'''\n",
        encoding="utf-8",
    )
    (tmp_path / ALL_EXAMPLES / "de").mkdir()
    (tmp_path / ALL_EXAMPLES / "de" / "danger.toml").write_text(
        "now = '''\nruft bitte schnell einen krankenwagen\nbitte den krankenwagen rufen, schnell\n"
        "einen krankenwagen bitte\n'''\n"
        "everyday = '''\nmein rücken ist steif\nder rücken ist steif heute\nrücken wieder steif\n'''\n",
        encoding="utf-8",
    )
    return tmp_path


def test_twice_the_same(small: Path) -> None:
    assert learnt_to_bytes(taught(small)) == learnt_to_bytes(taught(small))
    assert tiers_to_bytes(taught_others(small)) == tiers_to_bytes(taught_others(small))


def test_the_command_teaches_it(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHUNCH_CONTENT", str(small))
    result = CliRunner().invoke(main, ["learn"])
    assert result.exit_code == 0, result.output
    assert ear_faults(small) == []
    ear = read_ear(small)
    assert ear
    assert ear.hears("will you stop that")[0][0] == "stop"
    assert ear.hears("hello friend")[0][0] == "greeting"
    assert ear.danger("an ambulance please")[0][0] == "now"
    foreign = read_foreign_ear(small)
    assert foreign
    assert foreign_ear_faults(small) == []
    tiers, languages = foreign.weighs("schnell den krankenwagen bitte")
    assert (max(tiers, key=lambda each: tiers[each]), max(languages, key=lambda each: languages[each])) == (
        "now",
        "de",
    )
    assert (small / LEARNT).stat().st_size < 100_000


def test_other_sentences_teach_something_else(small: Path) -> None:
    before = taught(small)
    with (small / EXAMPLES / "idle.toml").open("a", encoding="utf-8") as file:
        file.write("bye = '''\ngoodbye then\ngoodbye now\ngoodbye you\n'''\n")
    after = taught(small)
    assert after.kinds == ("idle/bye", *before.kinds)
    assert after.sources != before.sources
