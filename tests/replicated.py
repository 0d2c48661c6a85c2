"""A Litestream of one's own beside a file, with the settings in deploy/ and a replica in a folder or at an S3 server."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[1] / "deploy"
SETTINGS = DEPLOY / "litestream.yml"

needs_litestream = pytest.mark.skipif(
    shutil.which("litestream") is None, reason="needs litestream on the PATH"
)
needs_s3 = pytest.mark.skipif(
    shutil.which("moto_server") is None, reason="needs moto_server on the PATH, of the package moto[server]"
)


@dataclass
class Litestream:
    """`changed`: what is otherwise in the settings here, by what stands there; `more`: what stands behind them."""

    database: Path
    environment: dict[str, str]
    changed: dict[str, str] = field(default_factory=dict)
    more: str = ""
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def config(self) -> Path:
        return self.database.parent / "litestream.yml"

    @property
    def log(self) -> Path:
        return self.database.parent / "litestream.log"

    @property
    def settings(self) -> dict[str, str]:
        theirs = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}
        return theirs | self.environment | {"UNHUNCH_DATABASE": str(self.database)}

    def configure(self) -> None:
        words = SETTINGS.read_text()
        for was, becomes in self.changed.items():
            assert was in words
            words = words.replace(was, becomes)
        self.config.write_text(words + self.more)

    def starts(self) -> None:
        self.configure()
        with self.log.open("ab") as log:
            command = ["litestream", "replicate", "-config", str(self.config)]
            self.process = subprocess.Popen(command, env=self.settings, stdout=log, stderr=log)

    def is_killed(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()

    def is_stopped(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(60)

    def restore(self, to: Path) -> None:
        command = ["litestream", "restore", "-config", str(self.config), "-o", str(to), str(self.database)]
        subprocess.run(command, env=self.settings, check=True, capture_output=True)


def in_a_folder(folder: Path) -> dict[str, str]:
    return {"LITESTREAM_REPLICA_URL": f"file://{folder}", "LITESTREAM_ENDPOINT": "", "LITESTREAM_REGION": ""}


@contextmanager
def at_s3(log: Path) -> Iterator[dict[str, str]]:
    """A server of one's own, whose bucket is gone afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("wb") as said:
        server = subprocess.Popen(["moto_server", "-p", str(port)], stdout=said, stderr=said)
    try:
        _make_bucket(f"http://127.0.0.1:{port}/replicas")
        yield {
            "LITESTREAM_REPLICA_URL": "s3://replicas/unhunch",
            "LITESTREAM_ENDPOINT": f"http://127.0.0.1:{port}",
            "LITESTREAM_REGION": "us-east-1",
            "LITESTREAM_ACCESS_KEY_ID": "nobody",
            "LITESTREAM_SECRET_ACCESS_KEY": "nothing",
        }
    finally:
        server.terminate()
        server.wait(30)


def _make_bucket(address: str) -> None:
    for _ in range(300):
        with suppress(OSError):
            urllib.request.urlopen(urllib.request.Request(address, method="PUT"), timeout=5).close()
            return
        time.sleep(0.1)
    raise TimeoutError(address)
