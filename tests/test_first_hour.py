"""What whoever runs the bot meets in the first hour, each command as a process of its own, some of them from nothing."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.store.database import open_store
from tests.house import ROOT
from tests.whole.running import BOT, TOKEN
from tests.whole.split_off import carried_out, started

NOBODY = 65_534
WITHOUT_RIGHTS = "-dac_override,-dac_read_search,-net_bind_service"


def command(*words: str, is_root: bool = True) -> list[str]:
    """`is_root`: as whoever runs the tests. Else root without the rights that make root root, where it is root."""
    given = [sys.executable, "-m", "bot", *words]
    if is_root or os.geteuid():
        return given
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is not there: root can't do without its rights.")
    return ["setpriv", f"--bounding-set={WITHOUT_RIGHTS}", *given]


def variables(home: Path, **more: object) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if name in {"PATH", "PYTHONDONTWRITEBYTECODE"}}
    return bare | {"HOME": str(home)} | {name: str(value) for name, value in more.items()}


def run(home: Path, *words: str, is_root: bool = True, **more: object) -> subprocess.CompletedProcess[str]:
    if is_root:
        return carried_out(*words, env=variables(home, **more))
    return subprocess.run(
        command(*words, is_root=False),
        env=variables(home, **more),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


async def test_who_starts_it_on_telegram_is_told_where_it_is_once(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        process = await asyncio.create_subprocess_exec(
            *command("run"),
            env=variables(tmp_path, UNHUNCH_TOKEN=TOKEN, UNHUNCH_API_ROOT=phone.address),
            cwd=ROOT,
            stdout=PIPE,
        )
        assert process.stdout
        name = phone.telegram.me["username"]
        told = await asyncio.wait_for(process.stdout.readline(), 180)
        assert told.decode() == f"Unhunch is on Telegram as @{name}: open https://t.me/{name}\n"
        process.terminate()
        assert await process.stdout.read() == b""
        assert await process.wait() == 0


async def test_where_lines_are_json_no_other_is_told(tmp_path: Path) -> None:
    async with Phone(TOKEN) as phone:
        process = await started(
            "run",
            env=variables(
                tmp_path,
                UNHUNCH_TOKEN=TOKEN,
                UNHUNCH_API_ROOT=phone.address,
                UNHUNCH_LOG_FORMAT="json",
                UNHUNCH_LOG_LEVEL="INFO",
                UNHUNCH_PEOPLE="17000 sesame",
            ),
            stdout=PIPE,
            stderr=PIPE,
        )
        assert process.stdout
        assert process.stderr
        told: list[str] = []
        while not told or not told[-1].startswith("Who may use it"):
            told.append(json.loads(await asyncio.wait_for(process.stderr.readline(), 180))["message"])
        assert [line for line in told if line.startswith("Unhunch is on Telegram as @")]
        assert told[-1] == "Who may use it: 1 number and whoever says the word"
        process.terminate()
        assert await process.stdout.read() == b""
        assert await process.wait() == 0


def test_no_address_is_told_before_the_content_is_read(tmp_path: Path) -> None:
    result = run(tmp_path, "phone", UNHUNCH_CONTENT=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "not in order" in result.stderr


async def test_the_phone_asks_for_no_folder_of_data(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    process = await started("phone", env=variables(tmp_path, XDG_DATA_HOME=tmp_path / "a file"), stdout=PIPE)
    assert process.stdout
    assert b"Unhunch is on the phone" in await process.stdout.readline()
    process.terminate()
    assert await process.wait() == 0
    assert os.listdir(tmp_path) == ["a file"]  # noqa: PTH208 - one that does not wait


def test_a_port_that_is_roots_is_told_as_such(tmp_path: Path) -> None:
    if int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text(encoding="ascii")) <= 80:
        pytest.skip("Here everybody may take port 80.")
    result = run(tmp_path, "phone", is_root=False, UNHUNCH_PHONE_PORT=80)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "UNHUNCH_PHONE_PORT: 80 needs root; expected a port from 1024 on\n"


@pytest.fixture
def of_another(tmp_path: Path) -> Iterator[Path]:
    """A file that whoever runs the command may not read."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    database = folder / "unhunch.sqlite3"
    open_store(database, BOT).close()
    if os.geteuid() == 0:
        os.chown(database, NOBODY, NOBODY)
        os.chown(folder, NOBODY, NOBODY)
    else:
        folder.chmod(0o000)
    yield database
    folder.chmod(0o700)


@pytest.mark.parametrize(
    ("words", "hides"),
    [
        (("doctor",), "folder"),
        (("export", "7"), "file"),
        (("backup", "{}/copies"), "folder"),
        (("run",), "file"),
        pytest.param(("doctor",), "file", marks=pytest.mark.soak),
        pytest.param(("export", "7"), "folder", marks=pytest.mark.soak),
        pytest.param(("backup", "{}/copies"), "file", marks=pytest.mark.soak),
        pytest.param(("run",), "folder", marks=pytest.mark.soak),
    ],
)
def test_what_another_user_has_is_a_sentence_that_says_who_may(
    of_another: Path, tmp_path: Path, hides: str, words: tuple[str, ...]
) -> None:
    if hides == "file":
        of_another.parent.chmod(0o755)
        of_another.chmod(0o000)
    result = run(
        tmp_path,
        *(word.format(tmp_path) for word in words),
        is_root=False,
        UNHUNCH_DATABASE=of_another,
        UNHUNCH_TOKEN=TOKEN,
    )
    assert result.returncode in {1, 2}
    assert "permission denied; run this as root, or as the user whom it belongs to (sudo -u)" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "copies").exists()


def test_a_token_of_another_user_is_a_sentence(of_another: Path, tmp_path: Path) -> None:
    token = of_another.parent / "token"
    if os.geteuid():
        pytest.skip("Only root can give a file to another user.")
    token.write_text(TOKEN)
    os.chown(token, NOBODY, NOBODY)
    result = run(tmp_path, "doctor", is_root=False, UNHUNCH_TOKEN_FILE=token)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "UNHUNCH_TOKEN_FILE: expected a file that this user may read\n"


def test_of_a_typo_nothing_is_made(tmp_path: Path) -> None:
    result = run(tmp_path, "backup", str(tmp_path / "copies"), UNHUNCH_DATABASE=tmp_path / "unhnuch.sqlite3")
    assert (result.returncode, result.stdout) == (2, "")
    assert (
        "can't be copied (there is no such file)" in result.stderr or "there is no such file" in result.stderr
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_kept", [True, False])
async def test_a_token_that_was_revoked_is_named_by_the_place_where_it_is(
    tmp_path: Path, is_kept: bool
) -> None:
    kept = tmp_path / ".config" / "unhunch" / "token"
    kept.parent.mkdir(parents=True)
    kept.write_text(f"{TOKEN}x" if is_kept else "")
    given = "" if is_kept else f"{TOKEN}x"  # an empty one counts as none
    async with Phone(TOKEN) as phone:
        result = await asyncio.to_thread(
            run, tmp_path, "run", UNHUNCH_API_ROOT=phone.address, UNHUNCH_TOKEN=given
        )
    place = f"from {kept}, where `unhunch setup` kept it" if is_kept else "from UNHUNCH_TOKEN"
    assert result.returncode == 1
    assert f"Telegram does not know the token {place}: put the newest there" in result.stderr
    assert TOKEN not in result.stdout + result.stderr
