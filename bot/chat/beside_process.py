"""Runs work on the file in a process of its own, beside the bot."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE

from bot.store.file.beside import WHERE


async def run(command: list[str]) -> str:
    """Returns its complaints, "" if it has none. If this task is cancelled, the process ends too."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=WHERE, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    try:
        said, complaint = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode:
        return f"it ended with {process.returncode}: {complaint.decode(errors='replace')[-200:].strip()}"
    return said.decode(errors="replace")
