"""The webhook: who may bring something, what is answered, and that 200 is said when all is on the disk, not before."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.chat.bot import TelegramLine, serve
from bot.chat.counting import Uncounted
from bot.chat.incoming import setbacks, webhook_door, webhook_server
from bot.chat.incoming.group_commit import GroupCommit
from bot.chat.incoming.webhook_server import (
    LARGEST_BODY,
    MOST_CONNECTIONS,
    SECRET_HEADER,
    CannotListen,
    WebhookPlace,
    WebhookServer,
    secret_of,
)
from bot.coach.coach import Coach
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import DiskFails, Store
from bot.store.troubles import Trouble
from tests.chat.world import BOT, TOKEN
from tests.known import known
from tests.new_store import store_at
from tests.whole.running import CONTENT, HandClock, a_webhook

SECRET = {SECRET_HEADER: secret_of(TOKEN)}


class Dropped(Uncounted):
    def __init__(self) -> None:
        self.whys: list[str] = []

    def dropped(self, why: str) -> None:
        self.whys.append(why)


@dataclass
class Hooked:
    """The bot on a phone, with a webhook at which anybody can knock. `clock` stands still."""

    phone: Phone
    clock: HandClock
    store: Store
    session: aiohttp.ClientSession
    place: WebhookPlace = field(default_factory=a_webhook)
    tally: Dropped = field(default_factory=Dropped)
    ids: "count[int]" = field(default_factory=lambda: count(500_000))
    bot: "asyncio.Task[None] | None" = None

    def starts(self) -> None:
        self.clock.passes(1)  # Telegram takes one webhook a second
        line = TelegramLine(TOKEN, self.phone.address, CONTENT, None, None, webhook=self.place)
        coach = Coach(self.store, known())
        self.bot = asyncio.create_task(serve(line, self.store, lambda _: coach, self.clock, tally=self.tally))

    async def is_open(self) -> None:
        await self.phone.until(lambda: self.phone.telegram.webhooks.current)

    async def ends(self) -> None:
        if self.bot:
            self.bot.cancel()
            await asyncio.wait([self.bot])

    async def post(self, body: object, **more: Any) -> int:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        options: dict[str, Any] = {"data": data, "headers": SECRET, **more}
        async with self.session.post(self.place.url, **options) as answer:
            assert await answer.read() == b""  # in which a call could stand
            self.said = answer.headers
            return answer.status

    def word(self, text: str, person: int = 7) -> dict[str, Any]:
        """An update that has not gone through the phone."""
        who = {"id": person, "is_bot": False, "first_name": "Ana"}
        message = {"message_id": 1, "date": 1, "chat": {"id": person, "type": "private"}, "from": who}
        return {"update_id": next(self.ids), "message": {**message, "text": text}}

    def troubles(self) -> list[tuple[Trouble, str]]:
        return [(each.trouble, each.what) for each in self.store.troubles.every()]


@pytest.fixture
async def unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hooked]:
    monkeypatch.setattr(setbacks, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(setbacks, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(webhook_door, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(webhook_door, "DOUBT", 0.05)
    clock = HandClock()
    async with (
        Phone(token=TOKEN, clock=clock, floods=Floods.off(), local=True) as phone,
        aiohttp.ClientSession() as session,
    ):
        phone.person(7, "Ana")
        hooked = Hooked(phone, clock, store_at(tmp_path / "bot.sqlite3", BOT), session)
        yield hooked
        await hooked.ends()
        hooked.store.close()


@pytest.fixture
async def hooked(unopened: Hooked) -> Hooked:
    unopened.starts()
    await unopened.is_open()
    return unopened


async def test_a_talk(hooked: Hooked) -> None:
    phone, ana = hooked.phone, hooked.phone.person(7)
    ana.says("/start")
    await phone.until(lambda: ana.sees.labels)
    tap = ana.taps(ana.sees.labels[0])
    await phone.until(lambda: not ana.unanswered and not len(phone.telegram.updates))
    assert hooked.store.updates.has_counted(tap.update)
    assert not [call for call in phone.calls if call.method == "getUpdates"]


async def test_what_telegram_is_told(hooked: Hooked) -> None:
    webhook = hooked.phone.telegram.webhooks.current
    assert webhook
    assert webhook.url == hooked.place.url
    assert webhook.connections == 40
    assert webhook.secret == secret_of(TOKEN)
    assert "my_chat_member" in hooked.phone.telegram.updates.allowed
    [call] = [call for call in hooked.phone.calls if call.method == "setWebhook"]
    assert "drop_pending_updates" not in call.parameters


def test_the_secret_is_of_the_token_alone_and_does_not_hold_it() -> None:
    assert secret_of(TOKEN) == secret_of(TOKEN)
    assert secret_of(TOKEN) != secret_of(TOKEN.replace("A", "B"))
    assert len(secret_of(TOKEN)) == 64
    assert TOKEN.partition(":")[2] not in secret_of(TOKEN)


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: secret_of(TOKEN)[:-1]}])
async def test_without_the_secret_nothing_is_even_read(hooked: Hooked, headers: dict[str, str]) -> None:
    never_ending = asyncio.get_running_loop().create_future()

    async def body() -> AsyncIterator[bytes]:
        yield b"{"
        await never_ending

    assert await hooked.post(b"", data=body(), headers=headers) == 403
    assert hooked.tally.whys == ["wrong secret"]


async def test_what_knocks_otherwise_is_told_how(hooked: Hooked) -> None:
    for method in ("GET", "PUT", "HEAD", "OPTIONS"):
        async with hooked.session.request(method, hooked.place.url, headers=SECRET) as answer:
            assert answer.status == 405
            assert answer.headers["Allow"] == "POST"


async def test_a_body_that_is_too_long_is_refused_told_or_not(hooked: Hooked) -> None:
    async def told_nothing() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 50_000 + 1):
            yield b" " * 50_000

    assert await hooked.post(b"", data=BytesIO(b"x" * (LARGEST_BODY + 1))) == 413
    assert await hooked.post(b"", data=told_nothing()) == 413
    assert hooked.tally.whys == ["too large", "too large"]


async def test_a_body_that_says_it_is_too_long_is_not_waited_for(hooked: Hooked) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", hooked.place.port)
    shown = f"{SECRET_HEADER}: {secret_of(TOKEN)}\r\nContent-Length: {LARGEST_BODY + 1}"
    writer.write(f"POST / HTTP/1.1\r\nHost: x\r\n{shown}\r\n\r\n".encode())
    assert await reader.readline() == b"HTTP/1.1 413 Request Entity Too Large\r\n"
    writer.close()


async def test_a_body_that_does_not_end_is_not_waited_for(
    hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_server, "BODY_WITHIN", 0.05)

    async def body() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(60)

    assert await hooked.post(b"", data=body()) == 408


BAD = [
    b"",
    b"{",
    b"[]",
    b"7",
    b"null",
    b"{}",
    b'{"update_id": "7"}',
    b'{"update_id": -1}',
    b"\xff\xfe",
    b"9" * 5000,
]


@pytest.mark.parametrize("body", BAD)
async def test_what_is_no_update_is_taken_so_that_it_does_not_come_for_a_day(
    hooked: Hooked, body: bytes
) -> None:
    assert await hooked.post(body) == 200
    assert hooked.tally.whys == ["no update"]


async def test_what_has_but_a_number_is_put_aside(hooked: Hooked) -> None:
    deep = b'{"update_id": 77, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert await hooked.post(deep) == 200
    assert hooked.store.updates.has_counted(77)
    assert hooked.store.updates.put_aside_count() == 1


async def test_what_comes_twice_even_at_once_counts_once(hooked: Hooked) -> None:
    update = hooked.word("/start")
    assert set(await asyncio.gather(*(hooked.post(update) for _ in range(10)))) == {200}
    assert hooked.store.updates.put_aside_count() == 0
    rows = hooked.store.db.execute("select count(*) from updates where id = ?", [update["update_id"]])
    assert rows.fetchone()[0] == 1


async def test_what_is_answered_with_200_is_on_the_disk(hooked: Hooked) -> None:
    """One sync after the decision and before the answer; and one for many that came together."""
    done: list[str] = []
    hooked.store.db.conn.set_trace_callback(done.append)
    assert await hooked.post(hooked.word("/help")) == 200
    count_at = next(place for place, sql in enumerate(done) if "insert into updates" in sql)
    assert any("synchronous = full" in sql for sql in done[count_at:])
    done.clear()
    updates = [hooked.word("/help", person) for person in range(100, 140)]
    assert set(await asyncio.gather(*map(hooked.post, updates))) == {200}
    hooked.store.db.conn.set_trace_callback(None)
    assert sum("insert into updates" in sql for sql in done) == 40
    assert sum("synchronous = full" in sql for sql in done) <= 20


async def test_what_cant_be_written_is_to_come_again_and_then_counts(
    hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_server, "COME_AGAIN", 1)
    phone, ana, update = hooked.phone, hooked.phone.person(7), hooked.word("/help")
    hooked.store.db.execute("pragma query_only = on")
    assert await hooked.post(update) == 503
    assert hooked.said["Retry-After"] == "1"
    said = ana.says("/start")
    await phone.until(lambda: phone.telegram.webhooks.last_mishap)
    assert len(phone.telegram.updates) == 1
    hooked.store.db.execute("pragma query_only = off")
    assert await hooked.post(update) == 200
    await phone.until(lambda: ana.sees.labels and not len(phone.telegram.updates))
    assert hooked.store.updates.has_counted(said)


async def test_a_sync_that_fails_is_no_200(hooked: Hooked, monkeypatch: pytest.MonkeyPatch) -> None:
    update, sync = hooked.word("/help"), hooked.store.sync

    def fails(_: object) -> None:
        raise OSError

    monkeypatch.setattr(hooked.store, "sync", fails)
    assert await hooked.post(update) == 503
    monkeypatch.setattr(hooked.store, "sync", sync)
    assert await hooked.post(update) == 200


async def test_at_the_end_what_came_is_decided_what_comes_is_put_off_and_the_webhook_stays(
    hooked: Hooked,
) -> None:
    sent = [asyncio.create_task(hooked.post(hooked.word("/help", person))) for person in range(100, 140)]
    await hooked.phone.until(lambda: any(hooked.store.updates.has_counted(500_000 + n) for n in range(40)))
    began = asyncio.get_running_loop().time()
    await hooked.ends()
    assert asyncio.get_running_loop().time() - began < 10
    for number, answer in enumerate(await asyncio.gather(*sent, return_exceptions=True)):
        assert (answer == 200) <= hooked.store.updates.has_counted(500_000 + number)
    assert hooked.phone.telegram.webhooks.current
    with pytest.raises(aiohttp.ClientConnectorError):
        await hooked.post(hooked.word("/help"))


async def test_while_it_ends_whoever_still_comes_is_put_off(unopened: Hooked) -> None:
    taken: list[int] = []

    async def take(number: int, _: object) -> bool:
        taken.append(number)
        return True

    server = WebhookServer(unopened.place, secret_of(TOKEN), take, unopened.tally)
    await server.open()
    assert await unopened.post({"update_id": 1}) == 200
    server.stop_taking_in()
    assert await unopened.post({"update_id": 2}) == 503
    assert unopened.said["Retry-After"] == "5"
    assert taken == [1]
    await server.close()


@dataclass
class Deciding:
    """`does` may fail, or do something beside, for the number that it is given."""

    does: Callable[[int], object]
    tried: list[int] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)

    def decide(self, number: int, _: object, __: float) -> None:
        self.tried.append(number)
        self.does(number)

    def hear_danger(self, raw: dict[str, int]) -> None:
        self.heard.append(raw["update_id"])


async def test_who_does_not_wait_for_the_answer_keeps_nobody_else_from_theirs() -> None:
    leaves: asyncio.Task[bool]
    decider = Deciding(lambda _: leaves.cancel())
    together = GroupCommit(decider, lambda: None)
    leaves, stays = (asyncio.create_task(together.take(number, {})) for number in (1, 2))
    async with asyncio.timeout(10):
        assert await stays
    assert leaves.cancelled()
    assert decider.tried == [1, 2]


async def test_a_disk_that_fails_one_is_not_tried_for_the_others_that_came_with_it_but_they_are_heard() -> (
    None
):
    def fails(number: int) -> None:
        if number == 2:
            raise DiskFails

    decider, synced = Deciding(fails), list[None]()
    together = GroupCommit(decider, lambda: synced.append(None))
    came = [together.take(number, {"update_id": number}) for number in (1, 2, 3)]
    assert await asyncio.gather(*came) == [True, False, False]
    assert await together.take(4, {})
    assert decider.tried == [1, 2, 4]
    assert decider.heard == [3]
    assert len(synced) == 2


async def test_strangers_who_say_nothing_keep_nobody_out_and_that_is_told(
    hooked: Hooked, caplog: pytest.LogCaptureFixture
) -> None:
    held = [
        await asyncio.open_connection("127.0.0.1", hooked.place.port) for _ in range(MOST_CONNECTIONS + 20)
    ]
    async with asyncio.timeout(180):
        assert await hooked.post(hooked.word("/help")) == 200
        assert [await reader.read() for reader, _ in held[:20]] == [b""] * 20
    assert set(hooked.tally.whys) == {"too many connections"}
    assert sum("more connections" in record.message for record in caplog.records) == 1
    for _, writer in held:
        writer.close()


async def test_after_an_absence_of_telegrams_what_is_late_says_so(hooked: Hooked) -> None:
    phone, heartbeats, gone = hooked.phone, hooked.store.heartbeats, hooked.clock()
    phone.faults.refuse(status=502, times=None)
    asked = len(phone.calls)
    await phone.until(lambda: len(phone.calls) > asked + 2)
    hooked.clock.passes(1800)
    assert await hooked.post(hooked.word("/help")) == 200  # it can reach us, but we not it
    assert heartbeats.was_away_at(gone + timedelta(minutes=10))
    phone.faults.clear()
    await phone.until(lambda: len([call for call in phone.calls if call.status == 200][-3:]) == 3)
    await phone.until(lambda: not heartbeats.was_away_at(hooked.clock() + timedelta(minutes=5)))
    assert heartbeats.was_away_at(gone + timedelta(minutes=10))


async def test_after_half_an_hour_in_which_nothing_could_be_written_what_is_late_says_so(
    hooked: Hooked,
) -> None:
    heartbeats, gone = hooked.store.heartbeats, hooked.clock()
    hooked.store.db.execute("pragma query_only = on")
    assert await hooked.post(hooked.word("/help")) == 503
    hooked.clock.passes(1800)
    asked = len(hooked.phone.calls)
    await hooked.phone.until(lambda: len(hooked.phone.calls) > asked + 2)  # it is asked on, and answers
    hooked.store.db.execute("pragma query_only = off")
    assert await hooked.post(hooked.word("/help")) == 200
    assert heartbeats.was_away_at(gone + timedelta(minutes=10))
    assert not heartbeats.was_away_at(hooked.clock() + timedelta(minutes=5))


async def test_telegram_is_asked_until_it_takes_the_webhook(unopened: Hooked) -> None:
    ana = unopened.phone.person(7)
    ana.says("/start")
    unopened.phone.faults.refuse("setWebhook", status=502, times=3)
    unopened.starts()
    await unopened.phone.until(lambda: ana.sees.labels)


async def test_an_address_that_telegram_refuses_is_told_until_it_takes_it(unopened: Hooked) -> None:
    why = "Bad webhook: Failed to resolve host: Name or service not known"
    faults = unopened.phone.faults
    faults.refuse("setWebhook", status=400, description=why, times=None)
    unopened.starts()
    await unopened.phone.until(unopened.troubles)
    assert unopened.troubles() == [(Trouble.WEBHOOK, why.capitalize())]
    faults.clear()
    await unopened.is_open()
    await unopened.phone.until(lambda: not unopened.troubles())


async def test_another_programs_webhook_is_displaced_and_told_but_not_fought(hooked: Hooked) -> None:
    phone = hooked.phone

    async def another_sets_its_own() -> None:
        hooked.clock.passes(1)
        call = f"{phone.address}/bot{TOKEN}/setWebhook"
        async with hooked.session.post(call, json={"url": "http://127.0.0.1:9/another"}) as answer:
            assert answer.status == 200
        hooked.clock.passes(1)

    def ours() -> bool:
        current = phone.telegram.webhooks.current
        return current is not None and current.url == hooked.place.url

    await another_sets_its_own()
    await phone.until(ours)
    assert hooked.troubles() == [(Trouble.ANOTHER, "")]
    await another_sets_its_own()
    asked = len(phone.calls)
    await phone.until(lambda: sum(call.method == "getWebhookInfo" for call in list(phone.calls)[asked:]) > 5)
    assert not ours()


async def test_where_telegram_cant_reach_us_that_is_told_in_its_words(
    hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, ana = hooked.phone, hooked.phone.person(7)
    away = hooked.place.url.replace(str(hooked.place.port), "9")
    webhook = phone.telegram.webhooks.current
    assert webhook
    hooked.clock.passes(60)
    delivery = phone.telegram.webhooks._delivery
    assert delivery
    monkeypatch.setattr(delivery._address, "url", away)
    ana.says("/start")
    await phone.until(hooked.troubles)
    assert hooked.troubles() == [(Trouble.WEBHOOK, "Connection refused")]
    monkeypatch.setattr(delivery._address, "url", hooked.place.url)
    await phone.until(lambda: ana.sees.labels)
    await phone.until(lambda: not hooked.troubles())


async def test_a_port_that_is_taken_is_told(unopened: Hooked) -> None:
    unopened.place = WebhookPlace(
        unopened.place.url, "127.0.0.1", int(unopened.phone.address.rpartition(":")[2])
    )
    unopened.starts()
    assert unopened.bot
    with pytest.raises(CannotListen):
        await unopened.bot


async def test_over_a_socket_for_a_proxy_of_the_same_group(unopened: Hooked, tmp_path: Path) -> None:
    path = tmp_path / "hook.sock"
    unopened.place = WebhookPlace(unopened.place.url, path=str(path))
    unopened.starts()
    await unopened.is_open()
    assert path.stat().st_mode & 0o777 == 0o660
    async with aiohttp.ClientSession(connector=aiohttp.UnixConnector(str(path))) as unopened.session:
        assert await unopened.post(unopened.word("/help")) == 200
