"""Many updates at once: while they are decided all else gets its turn now and then, and the bot can be stopped."""

import asyncio

from tests.chat.test_garbage import message
from tests.chat.test_updates import Running, running  # noqa: F401 - the fixture

MANY = 400


async def test_the_loop_turns_while_a_batch_without_measure_is_decided(running: Running) -> None:  # noqa: F811
    phone, store = running.phone, running.store
    people = [phone.person(number, f"Ana {number}") for number in range(1, MANY + 1)]
    batch = [
        {
            "update_id": 100 + person.id,
            "message": message(
                "/start",
                chat={"id": person.id, "type": "private"},
                **{"from": {"id": person.id, "is_bot": False, "first_name": person.first_name}},
            ),
        }
        for person in people
    ]
    for person in people:
        phone.telegram.chats[person.id].membership = "member"
    phone.faults.answer("getUpdates", {"ok": True, "result": batch})

    seen: set[int] = set()

    def decided() -> int:
        return int(store.db.execute("select count(*) from updates").fetchone()[0])

    async def look_on() -> None:
        while MANY not in seen:
            seen.add(decided())
            await asyncio.sleep(0)

    async with running.bot():
        async with asyncio.timeout(180):
            await look_on()
    assert len(seen) > 2, "none of it, some of it, all"
