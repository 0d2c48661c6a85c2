"""The door: each update counts once, in order, whatever is wrong with it, with us, or with the way to Telegram."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.chat.bot import TelegramLine, WrongToken, serve
from bot.chat.incoming import setbacks
from bot.coach.coach import Coach
from bot.coach.news import News, Reply, Said, Tapped
from bot.domain.admission.buckets import Allowance
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import Store
from tests.chat.world import BOT, TOKEN
from tests.known import known
from tests.new_store import store_at
from tests.whole.running import CONTENT, HandClock


class Stumbling(Coach):
    """Decides as the real one does, but not for every word."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, known())
        self.heard: list[News] = []
        self.can_pass_over = True

    def pass_over(self, update: int, now: datetime) -> None:
        if not self.can_pass_over:
            damage = sqlite3.DatabaseError("database disk image is malformed")
            damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damage
        super().pass_over(update, now)

    def take(self, update: int, news: News, now: datetime) -> Reply | None:
        self.heard.append(news)
        if isinstance(news, Said) and news.text == "stumble":
            raise ZeroDivisionError
        if isinstance(news, Said) and news.text == "mistype":
            self.store.db.execute("select nothing from nowhere")
        if isinstance(news, Tapped) and news.data == "stumble":
            raise ZeroDivisionError
        return super().take(update, news, now)


@dataclass
class Running:
    phone: Phone
    clock: HandClock
    store: Store
    coach: Stumbling
    line: TelegramLine = field(init=False)

    def __post_init__(self) -> None:
        anybody = Allowance(1000, 1000)
        self.line = TelegramLine(TOKEN, self.phone.address, CONTENT, None, None, per_person=anybody)

    def start(self) -> "asyncio.Task[None]":
        return asyncio.create_task(serve(self.line, self.store, lambda _: self.coach, self.clock))

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        task = self.start()
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def all_is_confirmed(self) -> bool:
        return not len(self.phone.telegram.updates)


@pytest.fixture
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    monkeypatch.setattr(setbacks, "FIRST_PAUSE", 0.05)
    clock = HandClock()
    phone = Phone(token=TOKEN, clock=clock, floods=Floods.off())
    await phone.start(port=0)
    store = store_at(tmp_path / "bot.sqlite3", BOT)
    yield Running(phone, clock, store, Stumbling(store))
    store.close()
    await phone.stop()


async def test_what_comes_twice_counts_once_and_a_tap_is_answered_both_times(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        tap = ana.taps(ana.sees.labels[0])
        await phone.until(lambda: not ana.unanswered and running.all_is_confirmed())
        seen = ana.sees
        phone.calls.clear()
        phone.redeliver(tap.update)
        await phone.until(lambda: any(call.method == "answerCallbackQuery" for call in phone.calls))
        await phone.until(running.all_is_confirmed)
    assert ana.sees == seen
    assert not [call for call in phone.calls if call.method.startswith(("send", "edit"))]


async def test_what_a_message_is_changed_into_is_heard(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        ana.says("my neck")
        await phone.until(lambda: ana.sees.labels and running.all_is_confirmed())
        seen, written = ana.sees, next(message.id for message in ana.messages if not message.by_bot)
        ana.edits(written, "my neck is stiff")
        await phone.until(running.all_is_confirmed)
        assert ana.sees == seen
        ana.edits(written, "my chest hurts")
        await phone.until(lambda: "Call for help now" in ana.sees.text)


async def test_what_cannot_be_read_is_passed_over(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    unreadable = phone.telegram.announce("message", {"message_id": 5, "text": "a secret"})
    ana.says("/start")
    async with running.bot():
        await phone.until(lambda: ana.sees.labels and running.all_is_confirmed())
    assert running.store.updates.has_counted(unreadable)
    assert running.store.updates.put_aside_count() == 1
    assert "a secret" not in caplog.text


@pytest.mark.parametrize("words", ["stumble", "mistype"])
async def test_what_fails_three_times_is_put_aside_and_the_person_hears_so(
    running: Running, words: str
) -> None:
    phone, ana, bo = running.phone, running.phone.person(7, "Ana"), running.phone.person(8, "Bo")
    ana.says("/start")
    ana.says(words)
    bo.says("/start")
    async with running.bot():
        await phone.until(lambda: bo.sees.labels and "our fault" in ana.sees.text)
        await phone.until(running.all_is_confirmed)
        assert [news.text for news in running.coach.heard if isinstance(news, Said)].count(words) == 3
        assert running.store.updates.put_aside_count() == 1
        assert len(ana.live_keyboards) == 1
        ana.says("/help")
        await phone.until(lambda: "our fault" not in ana.sees.text)


async def test_after_violence_what_fails_takes_no_answer_away_and_goes_with_the_rest(
    running: Running,
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        ana.says("my husband hits me")
        await phone.until(lambda: "not your fault" in ana.sees.text)
        ana.says("stumble")
        await phone.until(lambda: "our fault" in ana.sees.text)
        assert "not your fault" in ana.sees.text
        ana.taps("Remove these messages")
        await phone.until(
            lambda: not {"my husband hits me", "stumble"} & {each.text for each in ana.messages}
        )


async def test_a_tap_that_fails_does_not_spin_for_ever(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        ana.taps_data("stumble")
        await phone.until(lambda: "our fault" in ana.sees.text and not ana.unanswered)


async def test_messages_of_others_are_counted_and_change_nothing(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    ana.says("/start")
    body = {
        "message_id": 9,
        "date": 1,
        "chat": ana.chat.brief,
        "from": {"id": 3, "is_bot": True, "first_name": "Another bot"},
        "text": "/start",
    }
    update = phone.telegram.announce("message", body)
    async with running.bot():
        await phone.until(lambda: ana.sees.labels and running.all_is_confirmed())
    assert running.store.updates.has_counted(update)
    assert len(running.coach.heard) == 1


async def test_a_damaged_file_that_cannot_note_what_is_passed_over_holds_up_nobody(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    running.coach.can_pass_over = False
    phone.telegram.announce("poll", {"id": "1"})
    ana.says("/start")
    async with running.bot():
        await phone.until(lambda: ana.sees.labels and running.all_is_confirmed())


async def test_a_failing_way_to_telegram_is_walked_again(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        phone.faults.refuse("getUpdates", status=502, times=2)
        phone.faults.drop("getUpdates", before=False, times=1)
        ana.says("/help")
        await phone.until(lambda: "I lead you" in ana.sees.text)
        await phone.until(lambda: len(ana.live_keyboards) == 1)


async def test_what_was_given_up_comes_when_telegram_is_there_again(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot():
        phone.faults.drop("sendMessage", before=True, times=2)
        ana.says("/help")
        await phone.until(lambda: sum(call.method == "sendMessage" for call in phone.calls) == 2)
        phone.faults.refuse("getUpdates", status=502, times=2)
        phone.person(8, "Bo").says("/start")
        await phone.until(lambda: ana.sees.labels)


async def test_two_bots_with_one_token_say_so_and_go_on(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    async with running.bot(), running.bot():
        await phone.until(lambda: "Another program is polling" in caplog.text, seconds=10)
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)


async def test_a_wrong_token_ends_it_without_being_told(running: Running) -> None:
    running.line = TelegramLine(f"{BOT}:{'x' * 35}", running.phone.address, CONTENT, None)
    with pytest.raises(WrongToken) as caught:
        await running.start()
    assert "x" * 35 not in str(caught.value)


async def test_the_commands_and_descriptions_are_told(running: Running) -> None:
    async with running.bot():
        await running.phone.until(lambda: running.phone.describe()["short_description"])
    assert [command["command"] for command in running.phone.commands("en")][:2] == ["start", "exercise"]


async def test_a_refused_introduction_stops_nothing(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    phone.faults.refuse("setMyCommands", status=429, retry_after=600)
    async with running.bot():
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)


async def test_a_group_hears_one_line_once(running: Running) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    group = phone.group(-100, "Backs")
    async with running.bot():
        group.adds_bot(by=ana)
        ana.says("/start", chat=group)
        ana.says("/help@unhunch_bot", chat=group)
        await phone.until(lambda: [m for m in group.messages if m.by_bot] and running.all_is_confirmed())
    assert len([message for message in group.messages if message.by_bot]) == 1
