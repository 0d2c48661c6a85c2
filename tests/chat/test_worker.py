"""The process beside the bot: it makes what it is asked for, and its death or its silence costs nobody more than that."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.chat.outgoing.made.worker import NotMade, Worker
from tests.house import ROOT

BUSY = 60.0
"""Seconds that a job may take on a machine that does much else."""

PNG = b"\x89PNG"
DEAF = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]
MUTE = [sys.executable, "-c", "pass"]

ONCE_DEAF = """
import pathlib, runpy, sys
if not (been := pathlib.Path({been!r})).exists():
    been.touch()
    sys.stdin.buffer.read(9)
else:
    runpy.run_module("bot.paper.desk", run_name="__main__")
"""


def runs(pid: int) -> bool:
    """One that has ended and was not waited for is no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def environment(pid: int) -> str:
    return Path(f"/proc/{pid}/environ").read_text()


async def ends(pid: int) -> None:
    async with asyncio.timeout(180):
        while runs(pid):  # noqa: ASYNC110 - nothing tells of the end of another's process
            await asyncio.sleep(0.01)


async def test_it_begins_when_first_wanted_and_ends_when_idle() -> None:
    worker = Worker(idle=0.05, longest=BUSY)
    assert worker.pid is None
    made = await worker.make("minutes", "[5,12]")
    first = worker.pid
    assert made.startswith(PNG)
    assert first
    await ends(first)
    assert (await worker.make("minutes", "[5,12]")) == made
    assert worker.pid != first
    await worker.close()


async def test_many_at_once_share_one_process() -> None:
    worker = Worker(longest=BUSY)
    made = await asyncio.gather(*(worker.make("minutes", f"[{minutes}]") for minutes in (1, 20, 40)))
    assert len({*made}) == 3
    pid = worker.pid
    assert pid
    await worker.close()
    assert not runs(pid)


async def test_one_that_was_killed_is_begun_anew() -> None:
    worker = Worker(longest=BUSY)
    made = await worker.make("minutes", "[5]")
    assert worker.pid
    os.kill(worker.pid, signal.SIGKILL)
    assert await worker.make("minutes", "[5]") == made
    await worker.close()


async def test_one_that_does_not_answer_is_asked_anew_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ONCE_DEAF.format(been=str(tmp_path / "been"))]
    worker = Worker(command, longest=20)
    assert (await worker.make("minutes", "[5]")).startswith(PNG)
    await worker.close()


@pytest.mark.parametrize("command", [DEAF, MUTE, ["/nowhere/python"]])
async def test_where_nothing_helps_it_says_so(command: list[str]) -> None:
    worker = Worker(command, longest=0.3)
    with pytest.raises(NotMade):
        await worker.make("minutes", "[5]")
    await worker.close()
    assert worker.pid is None


async def test_what_cannot_be_made_is_told_without_its_words_and_the_next_is() -> None:
    worker, pids = Worker(longest=BUSY), set()
    for job, value in (("minutes", '"private"'), ("calendar", '"?"'), ("mind", "[]")):
        with pytest.raises(NotMade, match=f"{job} failed: [A-Z][A-Za-z]+Error$"):
            await worker.make(job, value)
        pids.add(worker.pid)
        assert (await worker.make("minutes", "[5]")).startswith(PNG)
        pids.add(worker.pid)
    assert len(pids) == 1
    await worker.close()


async def test_who_waits_no_longer_leaves_it_in_order() -> None:
    worker = Worker(longest=BUSY)
    minutes = await worker.make("minutes", "[5]")
    pid = worker.pid
    given_up = asyncio.create_task(worker.make("felt", "[[],[],[1.0],[2.0]]"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    given_up.cancel()
    assert await worker.make("minutes", "[5]") == minutes
    assert worker.pid == pid
    await worker.close()


async def test_the_loop_goes_on_meanwhile() -> None:
    worker, turns = Worker(longest=BUSY), 0
    making = asyncio.create_task(worker.make("minutes", "[5]"))
    while not making.done():
        await asyncio.sleep(0.001)
        turns += 1
    await worker.close()
    assert turns > 20


async def test_it_gets_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHUNCH_TOKEN", "4242:secret")
    worker = Worker(longest=BUSY)
    await worker.make("minutes", "[5]")
    assert worker.pid
    assert "UNHUNCH" not in environment(worker.pid)
    await worker.close()


PARENT = """
import asyncio, os, sys
from bot.chat.outgoing.made.worker import Worker
async def main():
    worker = Worker(longest=60)
    await worker.make("minutes", "[5]")
    print(worker.pid, flush=True)
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""


def test_it_does_not_outlive_a_bot_that_was_killed() -> None:
    command = [sys.executable, "-c", PARENT]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    asyncio.run(ends(int(said.stdout)))


def test_the_bot_loads_nothing_that_draws() -> None:
    program = "import sys, bot.app.running, bot.app.on_the_phone, bot.cli.main, bot.chat.bot, bot.paper.charts; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "bot.paper.jobs" in loaded.stdout.split()
    assert not {"matplotlib", "fpdf", "PIL"} & {*loaded.stdout.split()}
