"""The bot as a process of its own, from any checkout, and what it takes of the machine."""

import asyncio
import os
import signal
import subprocess
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bare import TOKEN

ROOT = Path(__file__).parents[2]
AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Whatever is set on this machine: nobody's bot has to compile its code and read its content at each start."""

FAST = 1000
"""Messages a second, the most that can be set: the pace is not what is measured."""


def keep_content() -> None:
    """As `make install` does: else the first start is what is measured, which reads all of the content."""
    command = (sys.executable, "-m", "bot.app.kept_knowledge")
    subprocess.run(command, cwd=ROOT, env=os.environ | AS_INSTALLED, check=True)


def settings(database: Path, address: str) -> dict[str, str]:
    """The environment of a bot without what else may be set on this machine."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
    return (
        others
        | AS_INSTALLED
        | {
            "UNHUNCH_TOKEN": TOKEN,
            "UNHUNCH_API_ROOT": address,
            "UNHUNCH_DATABASE": str(database),
            "UNHUNCH_MESSAGES_PER_SECOND": str(FAST),
            "PYTHONPATH": "",
        }
    )


@dataclass(frozen=True, slots=True)
class BotProcess:
    """`began`: when the process was started, UTC."""

    process: Process
    began: datetime

    @property
    def pid(self) -> int:
        return self.process.pid

    def runs(self) -> bool:
        """Raises RuntimeError where it has ended by itself, so that nobody waits for it in vain."""
        if self.process.returncode is not None:
            raise RuntimeError(f"the bot ended by itself, with exit code {self.process.returncode}")
        return True

    def cpu_seconds(self) -> float:
        """In user and system mode, of all its threads since it began."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self, what: str = "VmRSS") -> float:
        """Megabytes of memory: VmRSS now, VmHWM at its highest, RssAnon of its own."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.partition(f"{what}:")[2].split()[0]) / 1024


@asynccontextmanager
async def bot_process(database: Path, address: str, checkout: Path = ROOT) -> AsyncIterator[BotProcess]:
    """Told to stop at the end of the block, and waited for."""
    command = (sys.executable, "-m", "bot", "run")
    async with process_of(command, settings(database, address), checkout) as bot:
        yield bot


@asynccontextmanager
async def process_of(
    command: Sequence[str], environment: Mapping[str, str], folder: Path = ROOT
) -> AsyncIterator[BotProcess]:
    """Told to stop at the end of the block, and waited for."""
    began = datetime.now(UTC)
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=dict(environment), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        bot = BotProcess(process, began)
        yield bot
        bot.runs()
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()
