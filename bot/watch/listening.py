"""Reads where a server listens: a host and a port, or the path of a socket."""

from dataclasses import dataclass
from urllib.parse import urlsplit

SOCKET = "unix:"

ALL_ADDRESSES = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - only read, and turned into an address for clients


@dataclass(frozen=True, slots=True)
class ListenAddress:
    """`path`: of a socket; "" if it is a host and a port."""

    host: str = ""
    port: int = 0
    path: str = ""

    @property
    def from_here(self) -> "ListenAddress":
        return ListenAddress(ALL_ADDRESSES.get(self.host, self.host), self.port, self.path)


def listen_address(text: str) -> ListenAddress:
    """`text`: "127.0.0.1:9464", "[::1]:9464" or "unix:/run/unhunch.sock"."""
    if text.startswith(SOCKET):
        return ListenAddress(path=text.removeprefix(SOCKET))
    parts = urlsplit(f"//{text}")
    return ListenAddress(parts.hostname or "", parts.port or 0)
