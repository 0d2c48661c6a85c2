"""The bot's commands as processes of their own, split off one that has imported the bot and read its content: from nothing, each start
computes for a second and a half before it does what is looked at."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import subprocess
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import DupFd
from typing import IO, Any

from bot.cli.main import main

_SPLITTING = multiprocessing.get_context("forkserver")
_SPLITTING.set_forkserver_preload(["tests.whole.split_off", "tests.whole.ready"])

OUT, ERR = 1, 2


def _carry_out(words: Sequence[str], environment: Mapping[str, str], streams: Mapping[int, Any]) -> None:
    """In the new process: as `python -m bot` does."""
    for number, stream in streams.items():
        os.dup2(stream.detach(), number)
    tempfile.tempdir = None  # it depends on them
    os.environ.clear()
    os.environ.update(environment)
    main(list(words), prog_name="unhunch")


def _begin(words: Sequence[str], environment: Mapping[str, str], streams: Mapping[int, int]) -> BaseProcess:
    """`streams`: where its standard output and standard error lead, if not to where the tests' own do."""
    process = _SPLITTING.Process(target=_carry_out, args=(words, environment, _Passed(streams)), daemon=True)
    process.start()
    return process


class _Passed(dict[int, Any]):
    """Files that are open here, in the new process too."""

    def __reduce__(self) -> tuple[type[dict[int, Any]], tuple[dict[int, Any]]]:
        return dict, ({number: DupFd(file) for number, file in self.items()},)


@dataclass
class Started:
    """One that runs; it is asked as asyncio's own are."""

    _process: BaseProcess
    stdout: asyncio.StreamReader | None
    stderr: asyncio.StreamReader | None

    @property
    def pid(self) -> int:
        assert self._process.pid
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, sign: signal.Signals) -> None:
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, sign)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        while (code := self.returncode) is None:  # noqa: ASYNC110 - what another process does
            await asyncio.sleep(0.005)
        return code

    async def communicate(self) -> tuple[bytes, bytes]:
        out, err = await asyncio.gather(_all_of(self.stdout), _all_of(self.stderr))
        await self.wait()
        return out, err


async def _all_of(stream: asyncio.StreamReader | None) -> bytes:
    return await stream.read() if stream else b""


async def started(
    *words: str, env: Mapping[str, str], stdout: int | None = None, stderr: int | IO[bytes] | None = None
) -> Started:
    """As asyncio.create_subprocess_exec does; a word is one of the command's."""
    with contextlib.ExitStack() as ours:
        ends = {OUT: await _end(stdout, ours), ERR: await _end(stderr, ours)}
        streams = {number: file for number, (file, _) in ends.items() if file is not None}
        process = await asyncio.to_thread(_begin, words, env, streams)
    return Started(process, ends[OUT][1], ends[ERR][1])


async def _end(
    wanted: int | IO[bytes] | None, ours: contextlib.ExitStack
) -> tuple[int | None, asyncio.StreamReader | None]:
    """What the new process writes to, and what is read here of it."""
    if wanted != PIPE:
        return (wanted if wanted is None or isinstance(wanted, int) else wanted.fileno()), None
    reading, writing = os.pipe()
    ours.callback(os.close, writing)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(reading, "rb")
    )
    return writing, reader


def carried_out(*words: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """As subprocess.run does, once the command has ended."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = _begin(words, env, {OUT: out.fileno(), ERR: err.fileno()})
        process.join(300)
        assert process.exitcode is not None
        for file in (out, err):
            file.seek(0)
        return subprocess.CompletedProcess(words, process.exitcode, out.read(), err.read())
