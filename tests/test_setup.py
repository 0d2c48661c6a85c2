"""`unhunch setup`: a token is tried at Telegram and kept for its owner's eyes only, and later starts find it."""

import asyncio
import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.config import BadConfig, kept_token_file, load
from bot.phone.phone import Phone
from tests.house import ROOT
from tests.test_first_hour import command, run, variables
from tests.whole.running import TOKEN
from tests.whole.split_off import started

NEWER = f"4242:{'N' * 35}"
OTHER = f"77:{'O' * 35}"
"""Tokens of the same bot, and of another."""


def kept(home: Path) -> Path:
    return home / ".config" / "unhunch" / "token"


async def setup(home: Path, types: str, phone: Phone, token: str = "") -> Result:
    """Beside the phone, which answers in this very process; as a process of its own it is asked at a terminal, below."""
    given = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": None,
        "UNHUNCH_API_ROOT": phone.address,
        "UNHUNCH_TOKEN": token,
    }
    return await asyncio.to_thread(lambda: CliRunner().invoke(main, ["setup"], input=types, env=given))


async def test_a_token_that_telegram_knows_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        result = await setup(tmp_path, f" {TOKEN}\n", phone)
    assert result.exit_code == 0, result.stderr
    name = phone.telegram.me["username"]
    assert f"This is @{name}." in result.stdout
    assert f"https://t.me/{name}\n" in result.stdout
    assert TOKEN not in result.stdout + result.stderr
    assert kept(tmp_path).read_text() == f"{TOKEN}\n"
    assert kept(tmp_path).stat().st_mode & 0o777 == 0o600
    assert kept(tmp_path).parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in kept(tmp_path).parent.iterdir()] == ["token"]


async def test_a_start_finds_what_was_kept(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        await setup(tmp_path, TOKEN, phone)
        given = variables(tmp_path, UNHUNCH_API_ROOT=phone.address)
        process = await started("start", env=given, stdout=subprocess.PIPE)
        assert process.stdout
        assert b"Unhunch is on Telegram as @" in await asyncio.wait_for(process.stdout.readline(), 180)
        process.terminate()
        assert await process.wait() == 0


@pytest.mark.parametrize(
    ("types", "said"),
    [
        ("hello", "That is no token"),
        ("", "That is no token"),
        (NEWER, "Telegram does not know this token"),
    ],
)
async def test_what_is_no_token_is_not_kept(tmp_path: Path, types: str, said: str) -> None:
    async with Phone(TOKEN) as phone:
        result = await setup(tmp_path, types, phone)
    assert result.exit_code == 1
    assert said in result.stderr
    assert NEWER not in result.stdout + result.stderr
    assert not kept(tmp_path).exists()


async def test_without_telegram_nothing_is_kept(tmp_path: Path) -> None:
    phone = await Phone(TOKEN).start()
    await phone.stop()
    result = await setup(tmp_path, TOKEN, phone)
    assert result.exit_code == 1
    assert result.stderr.startswith("Telegram can't be asked (")
    assert result.stderr.endswith("nothing was kept.\n")
    assert not kept(tmp_path).exists()


@pytest.mark.parametrize("name", ["evil\x1b[31m_bot\nhi", "a.example/?", "bot", "x" * 33, 7, None])
async def test_what_answers_with_a_name_that_telegram_gives_nobody_is_not_telegram(
    tmp_path: Path, name: object
) -> None:
    async with Phone(TOKEN) as phone:
        phone.faults.answer(
            "getMe",
            {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "X", "username": name}},
            times=None,
        )
        result = await setup(tmp_path, TOKEN, phone)
    assert result.exit_code == 1
    assert "what answers is not Telegram" in result.stderr
    assert not result.stdout
    assert not kept(tmp_path).exists()


async def test_a_newer_token_of_the_same_bot_takes_its_place_and_anothers_does_not(tmp_path: Path) -> None:
    kept(tmp_path).parent.mkdir(parents=True)
    for there, code in ((NEWER, 0), (OTHER, 1), ("damaged", 0)):
        kept(tmp_path).write_text(there)
        async with Phone(TOKEN) as phone:
            result = await setup(tmp_path, TOKEN, phone)
        assert result.exit_code == code, result.stderr
        assert kept(tmp_path).read_text().strip() == (OTHER if code else TOKEN)
        assert OTHER not in result.stdout + result.stderr


async def test_a_token_in_the_environment_goes_first(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        result = await setup(tmp_path, TOKEN, phone, OTHER)
    assert result.exit_code == 0
    assert "goes first" in result.stdout
    settings = load({"UNHUNCH_TOKEN": OTHER}, kept(tmp_path))
    assert settings.token
    assert settings.token.get_secret_value() == OTHER


async def test_a_terminal_shows_nothing_of_it_and_asks_again(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        shown = await asyncio.to_thread(_on_a_terminal, tmp_path, phone, ["hello\n", f"{TOKEN}\n"])
    assert "/newbot" in shown
    assert "That is no token" in shown
    assert "hello" not in shown
    assert TOKEN not in shown
    assert kept(tmp_path).read_text() == f"{TOKEN}\n"


def _on_a_terminal(home: Path, phone: Phone, answers: list[str]) -> str:
    """All that is shown there until it ends well."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        command("setup"),
        env=variables(home, UNHUNCH_API_ROOT=phone.address),
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = _answer(mine, answers)
    os.close(mine)
    assert process.wait(60) == 0, shown
    return shown


def _answer(terminal: int, answers: list[str]) -> str:
    """All that was shown, until the program closes the terminal."""
    shown, waiting = "", iter(answers)
    with contextlib.suppress(OSError):
        while part := os.read(terminal, 4096).decode():
            shown += part
            if shown.endswith("(it is not shown): "):
                os.write(terminal, next(waiting).encode())
    return shown


def test_a_kept_token_that_is_damaged_is_told_by_its_place(tmp_path: Path) -> None:
    file = tmp_path / "token"
    for held in ("", "hello", "\0"):
        file.write_text(held)
        with pytest.raises(BadConfig) as refused:
            load({}, file)
        (line,) = refused.value.lines
        assert line.startswith(f"{file} (`unhunch setup` writes it anew): expected ")
    file.write_text(TOKEN)
    assert load({}, file).token
    assert load({}, tmp_path / "not there").token is None


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
async def test_what_is_no_file_in_its_place_is_told_in_one_line(tmp_path: Path, make: object) -> None:
    assert callable(make)
    kept(tmp_path).parent.mkdir(parents=True)
    make(kept(tmp_path))
    async with Phone(TOKEN) as phone:
        result = await setup(tmp_path, TOKEN, phone)
    assert result.exit_code == 2
    assert result.stderr == f"{kept(tmp_path)} is no file: move it away first; nothing was kept.\n"
    assert [path.name for path in kept(tmp_path).parent.iterdir()] == ["token"]
    with pytest.raises(BadConfig, match="expected a file; move it away"):
        load({}, kept(tmp_path))


def test_a_kept_token_that_others_may_read_is_told_at_the_start(tmp_path: Path) -> None:
    kept(tmp_path).parent.mkdir(parents=True)
    kept(tmp_path).write_text(TOKEN)
    for rights, is_told in ((0o644, True), (0o600, False)):
        kept(tmp_path).chmod(rights)
        result = run(tmp_path, "run", UNHUNCH_DATABASE="/dev/null")
        assert (f"others may read {kept(tmp_path)}: chmod 600" in result.stdout + result.stderr) is is_told
        assert TOKEN not in result.stdout + result.stderr


AS_A_SERVICE = """
import os, sys
import bot.config
os.environ.pop("HOME", None)
os.setuid(61657)  # one of systemd's dynamic users, who have no home
try:
    print(bot.config.from_environment().token)
    bot.config.kept_token_file()
except bot.config.CannotStart as refusal:
    print(refusal)
"""


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        (
            {"UNHUNCH_DATABASE": "/var/lib/unhunch/unhunch.sqlite3"},
            "None\nUNHUNCH_TOKEN_FILE: expected a file, as this user has no home folder\n",
        ),
        ({}, "UNHUNCH_DATABASE: expected a file, as this user has no home folder\n"),
    ],
)
def test_a_user_without_a_home_can_start_and_keeps_nothing(environ: dict[str, str], said: str) -> None:
    if os.geteuid():
        pytest.skip("Only root can become a user that is nobody's.")
    result = subprocess.run(
        [sys.executable, "-c", AS_A_SERVICE],
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, said), result.stderr


def test_no_test_finds_a_token_of_whoever_runs_it() -> None:
    assert not kept_token_file().exists()
