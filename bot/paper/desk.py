"""The process beside the bot that draws and writes: `python -m bot.paper.desk` reads what is wanted, and answers with what it made.

It ends with the bot, whatever that died of: nothing more can be read then. It keeps nothing of one job for the next.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from bot.paper import charts
from bot.paper.frames import FAILED, LENGTH, MADE, framed, heard
from bot.paper.jobs import made

POLITE = 10
"""How much this process gives way to all others: somebody else's tap is not to wait for a picture."""

COMMAND = [sys.executable, "-m", "bot.paper.desk"]

WHERE = Path(__file__).parents[2]
"""The folder in which the process is started, so that it runs this very program."""


def serve(asks: BinaryIO, answers: BinaryIO) -> None:
    """Until nothing more can be read."""
    while content := _read(asks):
        answers.write(framed(_answer(content)))
        answers.flush()


def _answer(content: bytes) -> bytes:
    """The kind of a mistake is told and no more: its words may hold what is private."""
    try:
        return MADE + made(*heard(content))
    except Exception as error:  # noqa: BLE001 - whatever it was, the next job is none the worse for it
        return FAILED + type(error).__name__.encode()


def _read(asks: BinaryIO) -> bytes:
    head = asks.read(LENGTH.size)
    return asks.read(*LENGTH.unpack(head)) if len(head) == LENGTH.size else b""


def main() -> None:
    with suppress(OSError):  # a server may forbid even that
        os.nice(POLITE)
    charts.warm_up()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
