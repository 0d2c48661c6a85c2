"""The bot as a process of its own, asked over HTTP how it does, as a container, a load balancer and Prometheus ask."""

import asyncio
import contextlib
import json
import os
import random
import re
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families

from bot.coach.doctor.health import SILENCED
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.screens.buttons.actions import Moves
from bot.store.database import open_store
from bot.store.troubles import Trouble
from tests.meaning import taps
from tests.whole.machine import ROOT
from tests.whole.running import BOT, TOKEN
from tests.whole.test_watched import ended, running

Figures = dict[tuple[str, ...], float]

AT_ONCE = 16
"""Fewer than are let in: half a request is waited for while others are answered."""


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


class Asker:
    """Somebody who asks the bot on its socket, as soon as that is there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def asks(self, what: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        async with asyncio.timeout(180):
            while True:
                # Where many wait to be let in at once, asyncio takes a socket of this kind for connected that is not yet.
                with contextlib.suppress(aiohttp.ClientOSError):
                    return await self._asks_once(what, method, headers)
                await asyncio.sleep(0.02)

    async def _asks_once(self, what: str, method: str, headers: dict[str, str]) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession(connector=aiohttp.UnixConnector(str(self._path))) as session,
            session.request(method, f"http://bot{what}", headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    async def hears(self, what: str, status: int) -> dict[str, Any]:
        """What is said once it is answered so."""
        async with asyncio.timeout(180):
            while (answer := await self.asks(what))[0] != status:  # noqa: ASYNC110 - what another process does
                await asyncio.sleep(0.02)
        return dict(json.loads(answer[1]))

    async def measures(self) -> Figures:
        _, page = await self.asks("/metrics")
        samples = (each for family in text_string_to_metric_families(page) for each in family.samples)
        return {(each.name, *each.labels.values()): each.value for each in samples}


@asynccontextmanager
async def asked(phone: Phone, folder: Path, **variables: str) -> AsyncIterator[Asker]:
    where = folder / "health.sock"
    async with running(
        phone.address, folder / "h.sqlite3", UNHUNCH_HEALTH_LISTEN=f"unix:{where}", **variables
    ):
        yield Asker(where)


@dataclass(frozen=True)
class Served:
    """A bot that runs for all tests which only ask, and its phone."""

    phone: Phone
    asker: Asker
    socket: Path
    log: Path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def served(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    where, log = folder / "health.sock", folder / "log"
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        with log.open("wb") as said:
            async with running(
                phone.address, folder / "h.sqlite3", said, UNHUNCH_HEALTH_LISTEN=f"unix:{where}"
            ) as process:
                asker = Asker(where)
                await asker.hears("/readyz", 200)
                yield Served(phone, asker, where, log)
                process.terminate()
                assert await process.wait() == 0


async def health_command(folder: Path, **variables: str) -> tuple[int | None, str]:
    return await command("health", UNHUNCH_DATABASE=str(folder / "h.sqlite3"), **variables)


async def command(name: str, **variables: str) -> tuple[int | None, str]:
    """From nothing: its exit code, and what it says."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", name, cwd=ROOT, env=theirs | variables, stdout=PIPE, stderr=STDOUT
    )
    said = (await process.communicate())[0].decode()
    return process.returncode, said.strip()


async def test_a_bot_that_is_well_says_so_to_all_who_ask(phone: Phone, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    async with asked(phone, tmp_path) as asker:
        health = await asker.hears("/healthz", 200)
        assert health["ok"]
        assert health["faults"] == []
        assert 0 <= health["seconds_since"]["write"] < 60
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        assert (await asker.hears("/readyz", 200))["seconds_since"]["telegram"] < 60
        listens = f"unix:{tmp_path / 'health.sock'}"
        assert await health_command(tmp_path, UNHUNCH_HEALTH_LISTEN=listens) == (0, "well")
        assert await health_command(tmp_path) == (0, "well")  # by its file
    assert await health_command(tmp_path, UNHUNCH_HEALTH_LISTEN=listens) == (
        1,
        "nobody answers there (connection refused)",
    )


async def test_prometheus_is_told_much_and_nothing_of_anybody(served: Served) -> None:
    phone, asker = served.phone, served.asker
    ana = phone.person(314159265, "Anastasia")
    before = await asker.measures()
    ana.says("/start")
    await phone.until(lambda: ana.sees.labels)
    taps(ana, Moves)
    await phone.until(lambda: not len(phone.telegram.updates))
    figures = await asker.measures()
    _, page = await asker.asks("/metrics")
    runbook = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8").partition("\n## Health")[2]
    named = set(re.findall(r"\bunhunch_[a-z]+[a-z_]*", runbook.partition("\n## ")[0]))
    assert {*re.findall(r"^# TYPE (\S+)", page, flags=re.MULTILINE)} >= named > {"unhunch_healthy"}

    def more(*name: str) -> float:
        return figures[name] - before.get(name, 0)

    assert figures["unhunch_healthy",] == figures["unhunch_ready",] == 1
    assert figures["unhunch_reminders",] == figures["unhunch_reminders_due",] == 0
    assert figures["unhunch_database_bytes",] > 0
    assert figures["unhunch_database_log_bytes",] > 0
    assert more("unhunch_updates_total", "said") == more("unhunch_updates_total", "tapped") == 1
    assert more("unhunch_sends_total", "answer", "sent") >= 1
    assert more("unhunch_answer_seconds_count") >= 1
    assert more("unhunch_answer_seconds_sum") > 0
    assert figures["unhunch_trouble", "token"] == 0
    assert figures["process_resident_memory_bytes",] > 10_000_000
    assert "unhunch_build_info" in page
    assert "314159265" not in page
    assert "Anastasia" not in page


PRIVATE = (
    "pain",
    "hurt",
    "sharp",
    "sore",
    "numb",
    "neck",
    "stiff",
    "surgery",
    "wisteria",
    "314159266",
    "mallory",
)
"""What is told below contains them: a note in words, an id and a name."""


async def test_the_figures_tell_nothing_of_what_somebody_said_of_their_pain(served: Served) -> None:
    phone, asker = served.phone, served.asker
    mallory = phone.person(314159266, "Mallory")
    for said in (
        "/start",
        "pain 7-8, stiff neck, wisteria",
        "sharp",
        "surgery",
        "my hands are numb",
        "pain 6",
    ):
        mallory.says(said)
        await phone.until(lambda: not len(phone.telegram.updates) and mallory.sees.labels)
    _, page = await asker.asks("/metrics")
    told = " ".join(
        line for line in page.splitlines() if line.startswith(("unhunch", "# HELP unhunch"))
    ).casefold()
    assert "unhunch_updates_total" in told
    assert not [word for word in PRIVATE if word in told]


@pytest.mark.parametrize(
    "accepted",
    [
        "",
        "*/*",
        "text/html",
        "application/openmetrics-text; version=foo",
        "application/openmetrics-text; version=",
    ],
)
async def test_whatever_is_accepted_the_page_is_the_one_that_everybody_reads(
    served: Served, accepted: str
) -> None:
    status, page = await served.asker.asks("/metrics", Accept=accepted)
    assert status == 200
    assert list(text_string_to_metric_families(page))


async def test_connections_that_ask_nothing_neither_silence_it_nor_use_up_the_open_files(
    served: Served,
) -> None:
    phone, asker = served.phone, served.asker
    ana = phone.person(7, "Ana")
    held = [await asyncio.open_unix_connection(str(served.socket)) for _ in range(1_200)]
    await asker.hears("/healthz", 200)
    assert (await asker.measures())["process_open_fds",] < 32 + 60
    ana.says("/start")
    await phone.until(lambda: ana.sees.labels)
    for _, writer in held:
        writer.close()
    await asker.hears("/healthz", 200)


async def test_without_what_figures_take_it_does_not_start_and_says_what_to_do(
    phone: Phone, tmp_path: Path
) -> None:
    (tmp_path / "prometheus_client.py").write_text("raise ModuleNotFoundError(name=__name__)")
    code, said = await command(
        "run",
        UNHUNCH_TOKEN=TOKEN,
        UNHUNCH_API_ROOT=phone.address,
        UNHUNCH_DATABASE=str(tmp_path / "h.sqlite3"),
        UNHUNCH_HEALTH_LISTEN="127.0.0.1:1",
        PYTHONPATH=str(tmp_path),
    )
    assert code == 1
    assert "make install" in said
    assert "Traceback" not in said


async def test_without_telegram_it_is_neither_well_nor_ready_and_says_why(
    phone: Phone, tmp_path: Path
) -> None:
    await phone.stop()
    async with asked(phone, tmp_path) as asker:
        health = await asker.hears("/healthz", 503)
        assert health["faults"][0] == "what is due was not looked at yet"
        assert health["seconds_since"] == {"tick": None, "write": None, "telegram": None}
        assert "Telegram was not heard of yet" in (await asker.hears("/readyz", 503))["faults"]
        assert (await asker.measures())["unhunch_healthy",] == 0


async def test_what_silences_it_makes_it_unwell(phone: Phone, tmp_path: Path) -> None:
    store = open_store(tmp_path / "h.sqlite3", BOT)
    store.troubles.begin(Trouble.ANOTHER, datetime.now(UTC))
    store.close()
    async with asked(phone, tmp_path) as asker:
        assert (await asker.hears("/healthz", 503))["faults"][-1] == SILENCED
        assert (await asker.measures())["unhunch_trouble", "another"] == 1
        assert await health_command(tmp_path) == (1, SILENCED)


@pytest.mark.parametrize(
    ("what", "method", "status"),
    [
        ("/", "GET", 404),
        ("/healthz/", "GET", 404),
        ("/healthz", "POST", 405),
        ("/metrics", "DELETE", 405),
        ("/" + "x" * 5000, "GET", 404),
        ("/healthz?person=7", "HEAD", 200),
    ],
)
async def test_whatever_else_is_asked_is_refused(served: Served, what: str, method: str, status: int) -> None:
    assert (await served.asker.asks(what, method))[0] == status


def anything(rnd: random.Random) -> bytes:
    """A request as anybody may send it, or what is none."""
    if rnd.random() < 0.2:
        return rnd.randbytes(rnd.randrange(1, 400)) + b"\r\n\r\n"
    path = rnd.choice(
        ["/healthz", "/readyz", "/metrics", "/", "//", "/%00", "/../etc/passwd", "/metrics/7", "*"]
    )
    query = rnd.choice(["", "?", "?name[]=unhunch", f"?x={'y' * rnd.randrange(3000)}", "?\xff"])
    headers = [
        rnd.choice(
            [
                "Accept: */*",
                "Accept: application/openmetrics-text; version=1.0.0",
                f"Accept: application/openmetrics-text; version={rnd.choice(['foo', '', '9.9', '1.0.0.0'])}",
                "Accept: ;;q=,",
                "",
            ]
        ),
        rnd.choice(
            [
                "Content-Length: 0",
                "Content-Length: -1",
                "Transfer-Encoding: chunked",
                "Expect: 100-continue",
                "",
            ]
        ),
        rnd.choice(["Connection: close", "Upgrade: websocket", f"X-{rnd.randrange(9**9)}: \xe9", ""]),
    ]
    method = rnd.choice(
        ["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "GE T", "get"]
    )
    version = rnd.choice(["HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2", "HTTP/9.9"])
    lines = [f"{method} {path}{query} {version}", "Host: bot", *filter(None, headers), "", ""]
    return "\r\n".join(lines).encode("latin-1")


async def status_of(path: Path, request: bytes) -> int:
    """0 where nothing is said: half a request."""
    reader, writer = await asyncio.open_unix_connection(str(path))
    try:
        writer.write(request)
        said = await asyncio.wait_for(reader.read(65536), 1)
    except TimeoutError:
        return 0
    finally:
        writer.close()
    return int(said.split()[1]) if said.startswith(b"HTTP/") else 0


@pytest.mark.parametrize("requests", [300, pytest.param(10_000, marks=pytest.mark.soak)])
async def test_whatever_anybody_sends_nothing_of_it_is_an_error_of_ours(
    served: Served, requests: int
) -> None:
    rnd, counts = random.Random(requests), Counter[int]()
    rest = (anything(rnd) for _ in range(requests))

    async def ask_on() -> None:
        for request in rest:
            counts[await status_of(served.socket, request)] += 1

    await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))
    await served.asker.hears("/healthz", 200)
    assert (await served.asker.measures())["unhunch_healthy",] == 1
    print(f"{requests} requests: {dict(sorted(counts.items()))}")
    assert counts.keys() <= {0, 100, 200, 400, 404, 405, 417}
    assert min(counts[200], counts[400], counts[404], counts[405]) > requests / 60
    said = served.log.read_text(encoding="utf-8")
    assert " ERROR " not in said
    assert "Traceback" not in said


async def test_a_port_that_is_taken_ends_the_start_in_a_sentence(phone: Phone, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        async with running(phone.address, tmp_path / "h.sqlite3", UNHUNCH_HEALTH_LISTEN=where) as process:
            code, said = await ended(process)
    assert code == 1
    assert f"UNHUNCH_HEALTH_LISTEN: {where} can't be listened at" in said
    assert "Traceback" not in said


async def test_a_file_that_nobody_serves_is_not_well(tmp_path: Path) -> None:
    code, said = await health_command(tmp_path)
    assert code == 1
    assert "was the bot ever started?" in said


async def test_somebody_else_at_that_port_is_not_the_bot(tmp_path: Path, phone: Phone) -> None:
    where = phone.address.removeprefix("http://")
    assert await health_command(tmp_path, UNHUNCH_HEALTH_LISTEN=where) == (
        1,
        "somebody answers there, and it is not the bot",
    )
