"""Asks a running bot how it does. It loads only Python's own modules, as a container runs it every half minute."""

import http.client
import json
import socket

from bot.watch.listening import ListenAddress

PATIENCE = 5.0
"""Seconds."""


def ask(place: ListenAddress) -> list[str]:
    way = _way(place.from_here)
    try:
        way.request("GET", "/healthz")
        answer = way.getresponse()
        said = json.loads(answer.read())
        return [] if answer.status == http.client.OK else [str(fault) for fault in said["faults"]]
    except OSError as error:
        return [f"nobody answers there ({(error.strerror or type(error).__name__).lower()})"]
    except (http.client.HTTPException, ValueError, LookupError, TypeError):
        return ["somebody answers there, and it is not the bot"]
    finally:
        way.close()


def _way(place: ListenAddress) -> http.client.HTTPConnection:
    if place.path:
        return _SocketConnection(place.path)
    return http.client.HTTPConnection(place.host, place.port, timeout=PATIENCE)


class _SocketConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=PATIENCE)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
