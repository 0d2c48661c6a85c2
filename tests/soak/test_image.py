"""The image, built for real and started as compose.yaml starts it: a session tapped through it, over HTTP."""

import asyncio
import os
import re
import shutil
import subprocess
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoRoutine, NoSigns
from tests.meaning import GET_READY, offers, taps
from tests.soak.image import Image, does, lacking
from tests.whole.running import TOKEN

pytestmark = pytest.mark.soak

NAME = "unhunch-in-a-test"
USER = 10001
SLOW = 120
"""Seconds: the first start reads all content, on a machine that may be busy with other tests."""


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Image]:
    if lacking() or os.geteuid() != 0:
        pytest.skip(f"The image is built as root, with tools that are not here: {', '.join(lacking())}")
    folder = tmp_path_factory.mktemp("image")
    made = Image(folder)
    made.build()
    yield made
    shutil.rmtree(folder, ignore_errors=True)


async def test_a_session_is_tapped_through_it_and_nothing_but_data_is_written(
    image: Image, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "token").write_text(TOKEN)
    for path in (data, data / "token"):
        os.chown(path, USER, USER)
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        settings = {
            "UNHUNCH_API_ROOT": phone.address,
            "UNHUNCH_TOKEN_FILE": "/data/token",
            "UNHUNCH_HEALTH_LISTEN": "127.0.0.1:9464",
        }
        command = image.running(NAME, data, settings)
        bot = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=STDOUT)
        try:
            await taps_through(phone, phone.person(7, "Ana"))
            assert await inside(image, *healthcheck(image)) == (0, "well\n")
            for place in ("/opt/unhunch/x", "/etc/x", "/x"):
                assert "Read-only file system" in (await inside(image, "sh", "-c", f"echo > {place}"))[1]
            status = (await inside(image, "cat", "/proc/1/status"))[1]
            assert "CapBnd:\t0000000000000000" in status
            assert "NoNewPrivs:\t1" in status
            assert f"Uid:\t{USER}\t{USER}\t{USER}\t{USER}" in status
            assert "Seccomp:\t2" in status
        finally:
            said = await ends(image, bot)
    assert bot.returncode == 0, said
    assert TOKEN.partition(":")[2] not in said
    assert not phone.refusals
    assert {path.stat().st_mode & 0o777 for path in data.glob("unhunch.sqlite3*")} == {0o600}


async def taps_through(phone: Phone, ana: PhoneUser) -> None:
    """From hello to the end of two minutes, which take as long as they take."""
    ana.says("/start")
    await phone.until(lambda: taps(ana, DoRoutine("first-two-minutes")), seconds=SLOW)
    await phone.until(lambda: "First, your safety" in ana.sees.text, seconds=SLOW)
    await asyncio.sleep(2.5)  # they are read first
    taps(ana, NoSigns)
    await phone.until(lambda: GET_READY in ana.sees.text, seconds=SLOW)
    while "⏳" in ana.sees.text or offers(ana.sees, Move.READY):
        before = ana.sees
        if offers(ana.sees, Move.READY):
            taps(ana, Move.READY)
        await phone.until(lambda before=before: ana.sees != before, seconds=SLOW)  # type: ignore[misc]
    assert "That was two minutes" in ana.sees.text


def healthcheck(image: Image) -> list[str]:
    kind, *command = image.config()["Healthcheck"]["Test"]
    assert kind == "CMD"
    return [str(word) for word in command]


async def inside(image: Image, *command: str) -> tuple[int, str]:
    """How it ended, and what it said."""
    process = await asyncio.create_subprocess_exec(
        *image.podman("exec", NAME, *command), stdout=PIPE, stderr=STDOUT
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def ends(image: Image, bot: Process) -> str:
    """What it said. Raises TimeoutError where it takes longer than the ten seconds that are promised."""
    if bot.returncode is None:
        await asyncio.to_thread(does, *image.podman("kill", "--signal", "TERM", NAME))
    said, _ = await asyncio.wait_for(bot.communicate(), timeout=10)
    return said.decode()


PYTHON = ("--read-only", "--network=none", "--entrypoint", "/opt/unhunch/bin/python")


def test_what_was_read_of_the_content_is_in_it(image: Image) -> None:
    """Else each start would read it again: nothing can be written beside the code there."""
    finds = (
        "from pathlib import Path; from bot.app import kept_knowledge as kept; from bot.config import Config;"
        " kept.kept_or_read(Config().content, kept.PLACE, lambda _: exit('it would be read again'))"
    )
    assert does(*image.podman("run", "--rm", *PYTHON, "unhunch", "-I", "-c", finds)) == ""


def test_all_that_a_start_loads_is_compiled_in_it(image: Image) -> None:
    looks = "import bot.app.running, bot.cli.main"
    run = image.podman("run", "--rm", *PYTHON, "unhunch", "-I", "-v", "-c", looks)
    said = subprocess.run(run, capture_output=True, text=True, check=True).stderr
    assert "bot/app/__pycache__/running.cpython" in said
    assert re.findall(r"^# code object from '?(/.+\.py)\b", said, re.MULTILINE) == []
