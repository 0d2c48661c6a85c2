"""The bot as a process of its own, on a line that carries nonsense: it stays, serves, and ends without a sound."""

from pathlib import Path

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
        files = [path for path in machine.database.parent.iterdir() if path.is_file()]
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
        assert machine.database.parent.stat().st_mode & 0o777 == 0o700
        await machine.is_stopped()
        said = machine.said[-1].decode()
    assert "Telegram refuses the token" in said
    assert "Traceback" not in said
    assert "closed database" not in said
