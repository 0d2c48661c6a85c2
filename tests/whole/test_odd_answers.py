"""The bot as a process of its own, on a line that carries nonsense: it stays, serves, and ends without a sound."""

from pathlib import Path

import aiohttp

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.whole.machine import Machine
from tests.whole.running import TOKEN

DEEP = b"[" * 200_000
NO_UPDATES: list[object] = [
    None,
    7,
    "update",
    [],
    {},
    {"update_id": 2**70},
    {"update_id": "5"},
    {"update_id": True},
]
ANSWERS: tuple[tuple[object, int], ...] = (
    ({"ok": True, "result": None}, 200),
    ({"ok": True, "result": {"update_id": 5}}, 200),
    ({"ok": True, "result": NO_UPDATES}, 200),
    (DEEP, 200),
    (b"<html><h1>404</h1></html>", 404),
    ({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401),
)

FROM_THE_PAGE: tuple[tuple[str, bytes, str], ...] = (
    ("people", DEEP, "localhost"),
    ("chats/7/say", b'{"text": "half \\ud83d"}', "localhost"),
    ("chats/7/speak", b'{"language": "\\u0000<script>"}', "localhost"),
    ("people", b"{}", "evil.com@localhost"),
)


async def answered_by(phone: Phone, path: str, body: bytes, host: str) -> int:
    headers = {"Host": host, "Origin": phone.address, "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as page,
        page.post(f"{phone.address}/phone/{path}", data=body, headers=headers) as answer,
    ):
        return answer.status


async def test_nonsense_and_a_refusal_in_the_midst_of_service_end_nothing(tmp_path: Path) -> None:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        machine = Machine(phone, tmp_path / "new" / "a.sqlite3", besides={"UNHUNCH_LOG_LEVEL": "INFO"})
        ana = phone.person(7, "Ana")
        await machine.starts()
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        for number, (body, status) in enumerate(ANSWERS):
            phone.faults.answer("getUpdates", body, status=status)
            for word in ("/help", "/start")[number % 2 :]:
                shown = ana.sees.id
                ana.says(word)
                await phone.until(lambda: ana.sees.id != shown and not len(phone.telegram.updates))  # noqa: B023 - at once
        assert {await answered_by(phone, *nonsense) for nonsense in FROM_THE_PAGE} <= {400, 403}
        files = [path for path in machine.database.parent.iterdir() if path.is_file()]
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
        assert machine.database.parent.stat().st_mode & 0o777 == 0o700
        await machine.is_stopped()
        said = machine.said[-1].decode()
    assert "Telegram refuses the token" in said
    assert "Traceback" not in said
    assert "closed database" not in said
