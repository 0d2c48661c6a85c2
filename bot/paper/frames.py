"""How the bot and the process beside it speak: in pieces of bytes, each with its length before it."""

import json
from struct import Struct

LENGTH = Struct(">I")
"""Bytes that follow."""

MADE, FAILED = b"+", b"-"
"""What an answer begins with: what was made follows, or the name of the mistake."""


def framed(content: bytes) -> bytes:
    return LENGTH.pack(len(content)) + content


def asked(job: str, value: str) -> bytes:
    return framed(json.dumps([job, value]).encode())


def heard(content: bytes) -> tuple[str, str]:
    job, value = json.loads(content)
    return job, value
