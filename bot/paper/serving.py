"""Answers the bot from a process beside it: reads one job after the other and writes what it made.

It ends with the bot, however that ends: its input is then closed. It keeps nothing of one job for the next.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

from bot.paper.frames import FAILED, LENGTH, MADE, framed, heard

POLITE = 10
"""Added to the niceness of the process, so that nobody's tap waits for a picture."""

Make = Callable[[str, str], bytes]
"""The job and its value → what is made."""


def stand_by(make: Make, warm_up: Callable[[], None] = lambda: None) -> None:
    with suppress(OSError):  # a server may forbid even that
        os.nice(POLITE)
    warm_up()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, answers, make)


def serve(asks: BinaryIO, answers: BinaryIO, make: Make) -> None:
    while content := _read(asks):
        answers.write(framed(_answer(content, make)))
        answers.flush()


def _answer(content: bytes, make: Make) -> bytes:
    """Tells only the kind of a mistake: its words may hold something private."""
    try:
        return MADE + make(*heard(content))
    except Exception as error:  # noqa: BLE001 - whatever it was, the next job is none the worse for it
        return FAILED + type(error).__name__.encode()


def _read(asks: BinaryIO) -> bytes:
    head = asks.read(LENGTH.size)
    return asks.read(*LENGTH.unpack(head)) if len(head) == LENGTH.size else b""
