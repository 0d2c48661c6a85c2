"""Tells the supervisor that started the bot, such as systemd, how it goes: by datagrams to the socket that it named."""

import os
import socket
import time
from collections.abc import Callable

TOLD_EVERY = 5.0
"""Seconds between two requests for more time during a long start."""

ONE_MORE = 60
"""Seconds that each of them asks for."""


class Supervisor:
    """`address`: a path, or a name behind an @; "": nobody asked to be told. A socket that is missing, full or dead troubles nobody."""

    def __init__(self, address: str = "", seconds: Callable[[], float] = time.monotonic) -> None:
        self._address, self._seconds = _place(address), seconds
        self._asked_for_time: float | None = None

    @property
    def listens(self) -> bool:
        return bool(self._address)

    def tell(self, *lines: str) -> bool:
        if not self._address:
            return False
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
                way.setblocking(False)  # a supervisor that does not read must not hold us up
                way.sendto("\n".join(lines).encode(), self._address)
        except (OSError, ValueError):
            return False
        return True

    def goes_on(self) -> None:
        """Call it again and again while the start takes long."""
        now = self._seconds()
        if self._asked_for_time is None or now - self._asked_for_time >= TOLD_EVERY:
            self._asked_for_time = now
            self.tell(
                f"EXTEND_TIMEOUT_USEC={ONE_MORE * 1_000_000}", "STATUS=Bringing the database up to date"
            )


def _place(address: str) -> bytes:
    """b"" if it is neither a path nor a name behind an @."""
    if not address.startswith(("/", "@")):
        return b""
    name = os.fsencode(address)
    return b"\0" + name[1:] if address.startswith("@") else name
