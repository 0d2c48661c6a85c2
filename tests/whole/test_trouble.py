"""When things go wrong: too fast, blocked, a failing disk, hours of absence, a clock set back."""

import contextlib
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.session.session import Move
from bot.logs import Lines, redactor
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import Resume
from bot.store.database import DiskFails, Store, open_store
from tests.meaning import GET_READY, offers, taps
from tests.whole.running import BOT, TIRELESS, TOKEN, HandClock, bot_on

SECRET = TOKEN.partition(":")[2]


async def on_the_mat(phone: Phone, person: PhoneUser) -> None:
    """In the first hold of the first two minutes."""
    for words, heard in (
        ("/start", "Hello"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", GET_READY),
        ("ready", "Move for 15 s"),
    ):
        person.says(words)
        await phone.until(lambda heard=heard: heard in person.sees.text)  # type: ignore[misc]


async def test_a_chat_refused_for_being_too_fast_delays_no_other(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, bo, cem = phone.person(7, "Ana"), phone.person(8, "Bo"), phone.person(9, "Cem")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock):
        for person in (ana, bo, cem):
            person.says("/start")
            await phone.until(lambda person=person: person.sees.labels)  # type: ignore[misc]
        phone.faults.refuse("sendMessage", chat=7, status=429, retry_after=3600)
        phone.faults.refuse("sendMessage", chat=9, status=429, retry_after=1)
        for person in (ana, cem):
            person.says("/help")
        await phone.until(lambda: sum(call.status == 429 for call in phone.calls) == 2)
        for words, heard in (
            ("/help", "I lead you"),
            ("/exercise", "What for?"),
            ("/routine", "Which routine"),
        ):
            bo.says(words)
            await phone.until(lambda heard=heard: heard in bo.sees.text)  # type: ignore[misc]
        await phone.until(lambda: "I lead you" in cem.sees.text)
        assert "Hello" in ana.sees.text
    assert sum(call.status == 429 for call in phone.calls) == 2


async def test_who_blocked_the_bot_costs_one_call(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "b.sqlite3", clock) as store:
        await on_the_mat(phone, ana)
        await phone.until(lambda: len(ana.live_keyboards) == 1)
        phone.telegram.chats[7].membership = "kicked"  # and Telegram has not told yet
        phone.calls.clear()
        for seconds in (15, 5, 15, 60, 60):
            clock.passes(seconds)
            await phone.time.bell.ring()
        calls = [call for call in phone.calls if call.chat == 7]
        assert [call.status for call in calls] == [403]
        assert store.people.is_lost(7)
        ana.unblocks()
        ana.says("/start")
        await phone.until(lambda: offers(ana.sees, Resume))


async def test_two_hours_of_absence_pause_in_silence(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    database = tmp_path / "c.sqlite3"
    async with bot_on(phone, database, clock):
        await on_the_mat(phone, ana)
    clock.passes(7200)
    phone.calls.clear()
    async with bot_on(phone, database, clock):
        await phone.until(lambda: "You were on 1\u00a0of\u00a03" in ana.sees.text)
        assert not any(call.method.startswith("send") for call in phone.calls)
        taps(ana, Move.GO_ON)
        await phone.until(lambda: "Move for 15 s" in ana.sees.text)


async def test_after_a_clock_set_back_no_beat_waits_longer_than_its_seconds(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "d.sqlite3", clock) as store:
        await on_the_mat(phone, ana)
        clock.passes(-3600)

        def waits_no_longer() -> bool:
            live = store.sessions.live(7)
            return bool(live and live.wake_at and (live.wake_at - clock()).total_seconds() <= 15)

        await phone.until(waits_no_longer)
        clock.passes(15)
        await phone.until(lambda: "Other way" in ana.sees.text)


async def test_a_session_that_cant_be_read_ends_with_a_word_and_nobody_else_is_disturbed(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ana, bo = phone.person(7, "Ana"), phone.person(8, "Bo")
    async with bot_on(phone, tmp_path / "h.sqlite3", clock) as store:
        for person in (ana, bo):
            await on_the_mat(phone, person)
        store.db.execute("update sessions set script = 'broken' where person = 7")
        store.db.execute("update chats set shown = 'broken' where chat = 7")
        clock.passes(15)
        await phone.until(lambda: "Other way" in bo.sees.text)
        await phone.until(lambda: "our fault" in ana.sees.text)
        assert len(ana.live_keyboards) == 1
        for words, heard in (
            ("/stop", "Nothing is running"),
            ("/routine desk break, standing", "Desk break"),
            ("do it", GET_READY),
        ):
            ana.says(words)
            await phone.until(lambda heard=heard: heard in ana.sees.text)  # type: ignore[misc]
    assert caplog.text.count("can't be read") == 2


def fill(store: Store) -> None:
    """No page more than there are, and not one of them free."""
    store.db.execute("create table filler (x)")
    pages = store.db.execute("pragma page_count").fetchone()[0]
    store.db.execute(f"pragma max_page_count = {pages + 2}").fetchall()
    with contextlib.suppress(DiskFails):
        while True:
            store.db.execute("insert into filler values (zeroblob(300))")


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_full_disk_confirms_nothing_and_loses_nothing(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "e.sqlite3", clock, per_person=TIRELESS) as store:
        await on_the_mat(phone, ana)
        fill(store)
        said = [ana.says("pause" if number % 2 == 0 else "go on") for number in range(300)]
        await phone.until(lambda: "can't be written" in caplog.text)
        assert not store.updates.has_counted(said[-1])
        assert len(phone.telegram.updates) > 0
        store.db.execute("pragma max_page_count = 1000000").fetchall()
        await phone.until(lambda: not len(phone.telegram.updates))
        assert all(store.updates.has_counted(update) for update in said)
        live = store.sessions.live(7)
        assert live
        assert live.turn == 1 + len(said)


async def test_a_file_that_may_only_be_read_confirms_nothing_and_loses_nothing(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As a disk whose file system gives up and is mounted anew to be read."""
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "r.sqlite3", clock) as store:
        await on_the_mat(phone, ana)
        store.db.execute("pragma query_only = on")
        said = [ana.says("pause" if number % 2 == 0 else "go on") for number in range(30)]
        await phone.until(lambda: "can't be written" in caplog.text)
        assert len(phone.telegram.updates) > 0
        store.db.execute("pragma query_only = off")
        await phone.until(lambda: not len(phone.telegram.updates))
        assert all(store.updates.has_counted(update) for update in said)
        live = store.sessions.live(7)
        assert live
        assert live.turn == 1 + len(said)


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_danger_is_answered_at_once_while_nothing_can_be_written(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, bo, mallory = phone.person(7, "Ana"), phone.person(8, "Bo"), phone.person(9, "Mallory")
    async with bot_on(phone, tmp_path / "n.sqlite3", clock) as store:
        await on_the_mat(phone, ana)
        phone.calls.clear()
        store.db.execute("pragma query_only = on")
        said = [bo.says("/start"), *(ana.says("chest pain, hard to breathe") for _ in range(3))]
        said.append(mallory.says("my chest hurts and i can't breathe"))
        for person in (ana, mallory):
            await phone.until(lambda person=person: whom_to_call(phone, person.id) == 1)  # type: ignore[misc]
        assert not whom_to_call(phone, 8)
        assert not any(store.updates.has_counted(update) for update in said)
        assert whom_to_call(phone, 7) == 1
        store.db.execute("pragma query_only = off")
        await phone.until(lambda: not len(phone.telegram.updates))
        assert all(store.updates.has_counted(update) for update in said)
        await phone.until(lambda: any("muscle" in label for label in ana.sees.labels))


def whom_to_call(phone: Phone, person: int) -> int:
    """How often they were told."""
    sent = (call for call in phone.calls if call.method == "sendMessage" and call.chat == person)
    return sum("Call for help now" in call.parameters["text"] for call in sent)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that the bot's own log would say, at its chattiest."""
    lines, root = Lines(redactor(TOKEN)), logging.getLogger()
    written, level = io.StringIO(), root.level
    lines.setStream(written)
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    yield written
    root.setLevel(level)
    root.removeHandler(lines)


async def test_the_token_is_in_no_line_of_the_log(
    phone: Phone, clock: HandClock, tmp_path: Path, log: io.StringIO
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "f.sqlite3", clock):
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        phone.faults.drop("getUpdates", before=True, times=2)
        phone.faults.refuse("sendMessage", status=500, times=1)
        phone.faults.refuse("sendMessage", status=400, description="Bad thing", times=1)
        ana.says("/help")
        await phone.until(lambda: "our fault" in ana.sees.text)
    assert "Bad thing" in log.getvalue()
    assert SECRET not in log.getvalue()


async def test_one_file_is_opened_as_it_was_left(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana, database = phone.person(7, "Ana"), tmp_path / "g.sqlite3"
    async with bot_on(phone, database, clock):
        await on_the_mat(phone, ana)
    store = open_store(database, BOT)
    live = store.sessions.live(7)
    assert live
    assert live.turn == 1
    store.close()


async def test_whom_to_call_comes_through_whatever_is_typed_before_telegram_is_there_again(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, bo = phone.person(7, "Ana"), phone.person(8, "Bo")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        for person in (ana, bo):
            person.says("/start")
            await phone.until(lambda person=person: person.sees.labels)  # type: ignore[misc]
        phone.faults.refuse("sendMessage", chat=7, status=500, times=3)
        ana.says("i have crushing chest pain and cant breathe")
        for number in range(49):
            ana.says(f"please {number}")
        bo.says("/help")
        await phone.until(lambda: "I lead you" in bo.sees.text)
        await phone.until(lambda: "Call for help now" in ana.sees.text)
        await phone.until(lambda: not store.chats.in_debt())
    async with bot_on(phone, tmp_path / "a.sqlite3", clock):
        ana.says("/exercise")
        await phone.until(lambda: "What for?" in ana.sees.text)
    assert phone.breaches == []
