"""What a broken Telegram, or somebody between it and us, answers when asked for updates: nothing of it ends the bot."""

import asyncio
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.chat import bot
from bot.chat.bot import WrongToken
from bot.chat.incoming.setbacks import AWAY, FINAL, Setbacks
from bot.chat.telegram.salvaged import salvaged
from bot.domain.reminders.reminder import Nod
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.troubles import Trouble
from tests.chat.test_updates import Running, running  # noqa: F401 - a fixture
from tests.chat.world import BOT, MORNING
from tests.meaning import offers
from tests.new_store import store_at
from tests.whole.subscribing import subscribe

Json = dict[str, Any]

USER: Json = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "en"}
CHAT: Json = {"id": 7, "type": "private", "first_name": "Ana"}


def message(text: object = "/help", **fields: Any) -> Json:
    return {"message_id": 900, "date": 1, "chat": CHAT, "from": USER, "text": text, **fields}


DEEP = b'{"update_id":%d,"message":' + b'{"reply_to_message":' * 100_000 + b"1" + b"}" * 100_001

WHOLE_ANSWERS: list[tuple[str, object, int]] = [
    ("null", {"ok": True, "result": None}, 200),
    ("object", {"ok": True, "result": {"update_id": 5}}, 200),
    ("string", {"ok": True, "result": "updates"}, 200),
    ("number", {"ok": True, "result": 7}, 200),
    ("true", {"ok": True, "result": True}, 200),
    ("nothing at once", {"ok": True, "result": []}, 200),
    ("no envelope", [], 200),
    ("no bytes", b"", 200),
    ("bytes", b"\xff\x00\xfe", 200),
    ("deep", b"[" * 200_000, 200),
    ("cut off", b'{"ok":true,"result":[{"update_id":5,"mess', 200),
    ("page", b"<html><h1>404</h1></html>", 404),
    ("another page", b"<html>Sign in to the hotel's network</html>", 200),
    ("no content", b"", 204),
]

NO_IDS: list[object] = [
    None, 7, "update", [], [[]], {}, {"update_id": None}, {"update_id": -5}, {"update_id": 0}, {"update_id": True},
    {"update_id": 5.0}, {"update_id": "5"}, {"update_id": 2**70}, {"update_id": 2**31}, {"update_id": [5]},
    {"message": {"text": "/start"}}, {"update_id": 2**31 - 1}, {"update_id": 2**31 - 2, "message": []},
]  # fmt: skip

UNREADABLE: list[Json] = [
    {},
    {"message": None},
    {"message": "words"},
    {"message": []},
    {"message": {}},
    {"message": message(7)},
    {"message": message(["/start"])},
    {"message": message(message_id="900")},
    {"message": message(date="yesterday")},
    {"message": message(date=10**30)},
    {"message": message(entities=7)},
    {"message": message(chat={**CHAT, "id": 2**70})},
    {"message": message(chat={**CHAT, "id": "7"})},
    {"message": message(chat={**CHAT, "type": ["private"]})},
    {"message": message(**{"from": {**USER, "id": 2**70}})},
    {"message": message(**{"from": {**USER, "id": 7.0}})},
    {"message": message(**{"from": {**USER, "id": True}})},
    {"message": message(**{"from": {**USER, "first_name": None}})},
    {"message": message(**{"from": {**USER, "language_code": 7}})},
    {"message": message(None, location={"latitude": float("nan"), "longitude": 0})},
    {"message": message(None, location={"latitude": 1e300, "longitude": 0})},
    {"message": message(None, location={"latitude": "52", "longitude": 0})},
    {"callback_query": {"id": 7, "from": USER, "data": "h", "message": message()}},
    {"callback_query": {"id": "q", "from": USER, "data": {"h": 1}, "message": message()}},
    {"callback_query": {"id": "q", "data": "h", "message": message()}},
    {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1, "new_chat_member": None}},
]


def polls(phone: Phone) -> int:
    return sum(call.method == "getUpdates" for call in phone.calls)


async def is_there(running: Running, ana: PhoneUser) -> None:  # noqa: F811 - the fixture's value
    """The bot hears what she says, shows something else than before, and has confirmed it."""
    words, heard = ("/exercise", "What for?") if "I lead you" in ana.sees.text else ("/help", "I lead you")
    ana.says(words)
    await running.phone.until(lambda: heard in ana.sees.text and running.all_is_confirmed())


async def test_an_answer_that_is_no_list_of_updates_is_asked_for_again(
    running: Running,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        for name, body, status in WHOLE_ANSWERS:
            phone.calls.clear()
            phone.faults.answer("getUpdates", body, status=status, times=2)
            await is_there(running, ana)
            assert 2 <= polls(phone) <= 9, name
    assert caplog.text.count("Telegram can't be reached") == 1
    assert "Traceback" not in caplog.text


async def test_what_has_no_id_to_confirm_keeps_nobody_out(
    running: Running,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        for item in NO_IDS:
            phone.calls.clear()
            wakes = phone.sends_raw({"poll": {}})
            sandwich = [item, {"update_id": wakes + 1, "message": message("/exercise")}, item]
            phone.faults.answer("getUpdates", {"ok": True, "result": sandwich})
            phone.faults.answer("getUpdates", {"ok": True, "result": [item]}, times=2)
            assert phone.sends_raw({"message": message("/exercise")}) == wakes + 1
            await phone.until(lambda good=wakes + 1: running.store.updates.has_counted(good))  # type: ignore[misc]
            await is_there(running, ana)
            assert polls(phone) <= 9, item
    assert caplog.text.count("without an id that can be confirmed") == 1
    assert running.store.updates.put_aside_count() == 0


async def test_what_cannot_be_decided_is_put_aside_once_and_confirmed(
    running: Running,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        people = running.store.db["people"].count
        for raw in UNREADABLE:
            number = phone.sends_raw(raw)
            await phone.until(lambda number=number: running.store.updates.has_counted(number))  # type: ignore[misc]
            await phone.until(running.all_is_confirmed)
        assert running.store.updates.put_aside_count() == len(UNREADABLE)
        await is_there(running, ana)
        assert running.store.db["people"].count == people
        assert running.store.db["chats"].count == 1
    assert caplog.text.count("put aside as unreadable") == 1
    assert "Traceback" not in caplog.text


async def test_one_that_is_nested_too_deeply_keeps_no_good_one_of_its_batch_out(running: Running) -> None:  # noqa: F811
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        bad, good, huge = 5_001, 5_002, 5_003
        items = [
            DEEP % bad,
            b'{"message":%s,"update_id":%d}' % (json.dumps(message('/exercise [\\"')).encode(), good),
            b'{"message":{"x":%s},"update_id":%d}' % (b"9" * 5000, huge),
        ]
        phone.faults.answer("getUpdates", b'{"ok":true,"result":[%s]}' % b",".join(items))
        phone.sends_raw({"poll": {}})
        await phone.until(lambda: phone.calls[-1].parameters.get("offset") == str(huge + 1))
        assert running.store.updates.has_counted(good)
        assert running.store.updates.put_aside_count() == 2
        await phone.until(lambda: running.coach.heard[-1:] and "/exercise [" in str(running.coach.heard[-1]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"ok":true,"result":[]}', []),
        ('{"ok": true, "result": [{"update_id":1,"a":"]}"}, 7, null, [2]]}', [{"update_id": 1, "a": "]}"}, [2]]),
        ('{"ok":true,"result":[{"update_id":1,"a":nonsense},{"b":what,"update_id":2}]}', [{"update_id": 1}, {"update_id": 2}]),
        ('{"ok":true,"result":[{"a":{"update_id":3},nonsense}]}', [None]),
        ('{"ok":true,"result":[{"update_id":1}', None),
        ('{"ok":true,"result":[{"update_id":1}}', None),
        ('{"ok":true,"result":[]]', None),
        ('{"ok":false,"result":[]}', None),
        ("", None),
    ],
)  # fmt: skip
def test_what_can_be_read_of_a_list_is_read(text: str, found: list[object] | None) -> None:
    assert salvaged(text) == (None if found is None else {"ok": True, "result": found})


async def test_a_reminder_that_is_refused_with_the_token_comes_when_the_token_is_good_again(
    running: Running,  # noqa: F811
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    running.line = replace(running.line, knocks=0.02)
    async with running.bot():
        await is_there(running, ana)
        due = subscribe(running.store, [7], running.clock())
        for method in ("sendMessage", "sendAnimation", "sendPhoto"):
            phone.faults.refuse(method, status=401, description=" ", times=2)
        running.clock.now = due
        await phone.until(lambda: offers(ana.sees, Nod.NOT_TODAY))
        assert not running.store.people.is_lost(7)
        await phone.until(
            lambda: running.store.deliveries.count_by_state(due - timedelta(days=1)) == {State.SENT: 1}
        )


async def test_answers_that_never_take_note_of_what_is_confirmed_are_not_asked_for_without_pauses(
    running: Running,  # noqa: F811
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        number = phone.sends_raw({"message": message("/exercise")})
        again = {"ok": True, "result": [{"update_id": number, "message": message("/exercise")}]}
        phone.faults.answer("getUpdates", again, times=None)
        await phone.until(lambda: "What for?" in ana.sees.text)
        phone.calls.clear()
        await asyncio.sleep(0.5)
        assert polls(phone) < 30
        phone.faults.clear()
        await is_there(running, ana)


@pytest.mark.parametrize("steps", [(-1,), (-5, 4)])
async def test_numbers_that_go_down_are_not_asked_for_without_pauses(
    running: Running,  # noqa: F811
    steps: tuple[int, ...],
) -> None:
    """Each answer holds another number, and it or the one before is below what was confirmed."""
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        number = phone.sends_raw({"message": message("/exercise")})
        await phone.until(running.all_is_confirmed)
        for step in itertools.islice(itertools.cycle(steps), 1000):
            number += step
            lower = {"update_id": number, "message": message("/help")}
            phone.faults.answer("getUpdates", {"ok": True, "result": [lower]})
        phone.sends_raw({"poll": {}})  # which ends the question that is waiting
        phone.calls.clear()
        await phone.until(lambda: polls(phone) >= 4)
        await asyncio.sleep(0.5)
        assert polls(phone) < 60
        phone.faults.clear()
        await is_there(running, ana)


async def test_after_a_quiet_week_lower_numbers_are_heard_without_a_pause(
    running: Running,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    """As Telegram then begins anywhere."""
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        await is_there(running, ana)
        for number in (1, 2, 3):
            lower = {"update_id": number, "message": message("/exercise")}
            phone.faults.answer("getUpdates", {"ok": True, "result": [lower]})
        phone.sends_raw({"poll": {}})
        await phone.until(lambda: running.store.updates.has_counted(3))
        await is_there(running, ana)
    assert "can't be reached" not in caplog.text


@dataclass
class Seconds:
    now: float = 5000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def met(tmp_path: Path) -> Iterator[tuple[Setbacks, Store, Seconds]]:
    store, seconds = store_at(tmp_path / "bot.sqlite3", BOT), Seconds()
    yield Setbacks(store.troubles, lambda: MORNING, seconds), store, seconds
    store.close()


Met = tuple[Setbacks, Store, Seconds]


def test_pauses_grow_and_what_is_asked_for_is_kept_within_reason(met: Met) -> None:
    setbacks, _, _ = met
    assert [setbacks.meet(NetworkError("x")) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    setbacks.end()
    asked = [RetryAfter(seconds) for seconds in (20, -5, 10**9)]
    assert [setbacks.meet(error) for error in asked] == [20, 2, 300]


def test_the_same_line_is_told_once_a_minute_with_a_count(met: Met, caplog: pytest.LogCaptureFixture) -> None:
    setbacks, _, seconds = met
    for _ in range(30):
        setbacks.meet(NetworkError("x"))
        seconds.now += 5
    assert len(caplog.records) == 3
    assert "(and 11 times more since this was last told)" in caplog.records[1].message


def test_a_refused_token_is_told_until_it_is_good_again(met: Met, caplog: pytest.LogCaptureFixture) -> None:
    setbacks, store, seconds = met
    refused = InvalidToken("Unauthorized")
    setbacks.meet(refused)
    assert [told.trouble for told in store.troubles.every()] == [Trouble.TOKEN]
    seconds.now += FINAL - 1
    setbacks.meet(refused)
    setbacks.end()
    assert store.troubles.every() == ()
    seconds.now += FINAL
    setbacks.meet(refused)
    setbacks.meet(NetworkError("in between, which is no good answer"))
    seconds.now += FINAL
    with pytest.raises(InvalidToken):
        setbacks.meet(refused)
    assert "refuses the token" in caplog.text


def test_an_outage_is_told_from_its_second_minute_until_it_is_over(met: Met) -> None:
    setbacks, store, seconds = met
    setbacks.meet(NetworkError("no route"))
    seconds.now += AWAY - 1
    setbacks.meet(NetworkError("no route"))
    assert store.troubles.every() == ()
    seconds.now += 1
    setbacks.meet(RetryAfter(3))
    assert [told.trouble for told in store.troubles.every()] == [Trouble.AWAY]
    setbacks.end()
    assert store.troubles.every() == ()
    seconds.now += AWAY
    setbacks.meet(NetworkError("another one"))
    assert store.troubles.every() == ()


def test_a_conflict_is_told_until_there_was_none_for_a_minute(met: Met) -> None:
    """Two that poll in turn get good answers each."""
    setbacks, store, seconds = met
    for _ in range(10):
        setbacks.meet(Conflict("terminated"))
        seconds.now += 30
        setbacks.end()
        assert [told.trouble for told in store.troubles.every()] == [Trouble.ANOTHER]
    seconds.now += 31
    setbacks.end()
    assert store.troubles.every() == ()


def test_what_a_run_before_told_ends_with_the_first_good_answer(met: Met) -> None:
    _, store, seconds = met
    store.troubles.begin(Trouble.TOKEN, MORNING)
    store.troubles.begin(Trouble.FILE, MORNING)
    Setbacks(store.troubles, lambda: MORNING, seconds).end()
    assert [told.trouble for told in store.troubles.every()] == [Trouble.FILE]


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_refused_for_a_while_loses_nothing(
    running: Running,  # noqa: F811
    status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, ana, bo = running.phone, running.phone.person(7, "Ana"), running.phone.person(8, "Bo")
    async with running.bot():
        await is_there(running, ana)
        bo.says("/start")
        await phone.until(lambda: bo.sees.labels)
        phone.faults.refuse("sendMessage", chat=7, status=status, description=" ", times=2)
        ana.says("/exercise")
        await phone.until(lambda: [call.status for call in phone.calls if call.chat == 7].count(status) >= 1)
        phone.faults.refuse("getUpdates", status=status, description=" ", times=3)
        bo.says("/exercise")
        await phone.until(running.store.troubles.every)
        assert not running.store.people.is_lost(7)
        await phone.until(lambda: "What for?" in ana.sees.text and "What for?" in bo.sees.text)
        await phone.until(lambda: not running.store.troubles.every())
    assert caplog.text.count("refuses the token") == 1


async def test_a_token_refused_for_ten_minutes_ends_the_bot(running: Running) -> None:  # noqa: F811
    phone, ana, seconds = running.phone, running.phone.person(7, "Ana"), Seconds()
    running.line = replace(running.line, seconds=seconds)
    task = running.start()
    await is_there(running, ana)
    phone.faults.refuse("getUpdates", status=401, description=" ", times=None)
    ana.says("/exercise")
    await phone.until(running.store.troubles.every)
    seconds.now += FINAL
    with pytest.raises(WrongToken):
        await task
    assert not running.all_is_confirmed()


async def test_a_start_waits_for_an_answer_that_says_who_the_bot_is(
    running: Running,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(bot, "NEXT_TRY", 0.02)
    phone, ana = running.phone, running.phone.person(7, "Ana")
    phone.faults.answer("getMe", b"<html>404</html>", status=404)
    of_another = {"id": 7, "is_bot": True, "first_name": "X", "username": "evil\x1b[31m_bot\nhi"}
    no_bots: tuple[object, ...] = (
        None,
        [],
        "bot",
        {},
        {"id": "7"},
        5,
        of_another,
        of_another | {"username": ""},
    )
    for result in no_bots:
        phone.faults.answer("getMe", {"ok": True, "result": result})
    async with running.bot():
        await is_there(running, ana)
    told = [
        line for line in caplog.text.splitlines() if "say who we are" in line or "can't be reached" in line
    ]
    assert len(told) == 2
    assert '  File "' not in caplog.text
