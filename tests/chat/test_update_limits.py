"""A flood: whoever sends more than anybody may costs the others nothing, and is heard all the same when in danger."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.bot import TelegramLine, serve
from bot.chat.counting import Uncounted
from bot.chat.incoming.update_limits import CRIES, PER_PERSON
from bot.coach.coach import Coach
from bot.coach.known.operator import Operator
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import Go, MeantIt, Place
from bot.screens.buttons.wire import encode
from bot.store.database import Store
from tests.chat.world import BOT, TOKEN
from tests.known import known
from tests.meaning import offers
from tests.new_store import store_at
from tests.whole.running import CONTENT, HandClock

TOO_QUICK = "That was too quick for me"
TOO_MUCH = "That was a lot at once"
CALLS = "Please talk to somebody now"
MANY = 150


class Counted(Uncounted):
    def __init__(self) -> None:
        self.why: Counter[str] = Counter()

    def dropped(self, why: str) -> None:
        self.why[why] += 1

    @property
    def too_many(self) -> int:
        return self.why["too many"]


@dataclass
class Flooded:
    """`seconds`: by which the bot judges how much is too much; they pass when told."""

    phone: Phone
    store: Store
    tally: Counted = field(default_factory=Counted)
    seconds: float = 1000.0
    operator: Operator = field(default_factory=Operator)
    clock: HandClock = field(default_factory=HandClock)

    @contextlib.asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        line = TelegramLine(TOKEN, self.phone.address, CONTENT, None, None, seconds=lambda: self.seconds)
        coach = Coach(self.store, replace(known(), operator=self.operator))
        serving = serve(line, self.store, lambda _: coach, self.clock, tally=self.tally)
        task = asyncio.create_task(serving)
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def all_is_confirmed(self) -> None:
        await self.phone.until(lambda: not len(self.phone.telegram.updates))

    def shows(self, who: PhoneUser, place: Place) -> bool:
        shown = self.store.chats.shown(who.id)
        return shown is not None and f'"{encode(Go(place))}"' in shown.view

    def counted(self) -> int:
        return int(self.store.db.execute("select count(*) from updates").fetchone()[0])


@pytest.fixture
async def flooded(tmp_path: Path) -> AsyncIterator[Flooded]:
    async with Phone(token=TOKEN, clock=HandClock(), floods=Floods.off()) as phone:
        store = store_at(tmp_path / "bot.sqlite3", BOT)
        yield Flooded(phone, store)
        store.close()


@pytest.fixture
def mallory(flooded: Flooded) -> PhoneUser:
    return flooded.phone.person(9, "Mallory")


@pytest.fixture
def ana(flooded: Flooded) -> PhoneUser:
    return flooded.phone.person(7, "Ana")


async def test_what_is_too_much_is_counted_and_written_nowhere(flooded: Flooded, mallory: PhoneUser) -> None:
    for number in range(MANY):
        mallory.says(f"hello {number}")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        await flooded.phone.until(lambda: TOO_MUCH in mallory.sees.text)
    assert flooded.tally.too_many == MANY - PER_PERSON.at_once
    assert flooded.counted() == PER_PERSON.at_once
    assert "Home" in mallory.sees.labels


async def test_ana_is_answered_in_the_midst_of_it(
    flooded: Flooded, mallory: PhoneUser, ana: PhoneUser
) -> None:
    for number in range(MANY):
        mallory.says(f"hello {number}")
        if number == MANY // 2:
            ana.says("/start")
    async with flooded.bot():
        await flooded.phone.until(lambda: "Hello Ana" in ana.sees.text)


async def test_a_quick_finger_keeps_its_card_and_is_told_once_a_minute(
    flooded: Flooded, ana: PhoneUser
) -> None:
    async with flooded.bot():
        ana.says("/help")
        await flooded.phone.until(lambda: ana.sees.labels)
        for _ in range(PER_PERSON.at_once - 1):
            ana.taps_data("w")
        await flooded.all_is_confirmed()
        await flooded.phone.until(lambda: not ana.unanswered and "at any time" in ana.sees.text)
        card = ana.sees.text
        for _ in range(5):
            ana.taps_data("h")
        await flooded.all_is_confirmed()
        await flooded.phone.until(lambda: any(TOO_QUICK in toast.text for toast in ana.toasts))
        assert flooded.tally.too_many == 5
        assert ana.sees.text == card
        flooded.seconds += 1
        for _ in range(3):
            ana.taps_data("h")
        await flooded.all_is_confirmed()
        assert flooded.tally.too_many == 6, "two more may pass after a second"
        assert len([toast for toast in ana.toasts if TOO_QUICK in toast.text]) == 1


async def test_danger_is_heard_in_the_flood(flooded: Flooded, mallory: PhoneUser) -> None:
    async with flooded.bot():
        for number in range(MANY // 2):
            mallory.says(f"hello {number}")
        mallory.says("I have chest pain")
        await flooded.phone.until(lambda: "Call for help now" in mallory.sees.text)
        await flooded.all_is_confirmed()
    assert flooded.counted() == PER_PERSON.at_once + 1


async def test_danger_is_heard_at_the_end_of_a_long_burst(flooded: Flooded, mallory: PhoneUser) -> None:
    for number in range(MANY):
        mallory.says(f"hello {number}")
    mallory.says("I want to kill myself")
    for number in range(10):
        mallory.says(f"really {number}")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        assert flooded.counted() == PER_PERSON.at_once
        flooded.seconds += 3
        await flooded.phone.until(lambda: CALLS in mallory.sees.text)


async def test_a_stranger_is_heard_at_the_end_of_a_long_burst(flooded: Flooded, mallory: PhoneUser) -> None:
    flooded.operator = Operator(word="open-sesame")
    for number in range(MANY):
        mallory.says(f"hello {number}")
    mallory.says("I want to kill myself")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        flooded.seconds += 3
        await flooded.phone.until(lambda: CALLS in mallory.sees.text)


async def test_nothing_is_heard_any_more_of_who_has_deleted_all_of_theirs(
    flooded: Flooded, mallory: PhoneUser, ana: PhoneUser
) -> None:
    for who in (mallory, ana):
        for number in range(MANY):
            who.says(f"hello {number}")
        who.says("I want to kill myself")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        flooded.seconds += 1
        mallory.taps_data(encode(Go(Place.DELETE_SURELY)))
        await flooded.phone.until(lambda: offers(mallory.sees, Place.DELETE_SURELY))
        await flooded.phone.until(
            lambda: flooded.shows(mallory, Place.DELETE_SURELY)
        )  # only then its time is known
        flooded.clock.now += timedelta(seconds=3)
        mallory.taps_data(encode(Go(Place.DELETE_SURELY)))
        await flooded.phone.until(lambda: not flooded.store.people.is_known(mallory.id))
        flooded.seconds += 10
        await flooded.phone.until(lambda: CALLS in ana.sees.text)
        assert not flooded.store.people.is_known(mallory.id)


async def test_what_is_listened_to_is_bounded_too(flooded: Flooded, mallory: PhoneUser) -> None:
    for _ in range(MANY):
        mallory.says("I have chest pain")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        await flooded.phone.until(lambda: "Call for help now" in mallory.sees.text)
    assert flooded.counted() == PER_PERSON.at_once + CRIES.at_once
    assert flooded.tally.too_many == MANY - PER_PERSON.at_once - CRIES.at_once


async def test_whom_to_call_stays_in_view(flooded: Flooded, mallory: PhoneUser) -> None:
    async with flooded.bot():
        mallory.says("I have chest pain")
        await flooded.phone.until(lambda: "Call for help now" in mallory.sees.text)
        for _ in range(PER_PERSON.at_once - 1):
            mallory.says("I have chest pain")
        await flooded.all_is_confirmed()
        for number in range(MANY):
            mallory.says(f"hello {number}")
        await flooded.all_is_confirmed()
    assert "Call for help now" in mallory.sees.text


async def test_taps_cost_no_cry_for_help(flooded: Flooded, mallory: PhoneUser) -> None:
    async with flooded.bot():
        mallory.says("/help")
        await flooded.phone.until(lambda: mallory.sees.labels)
        for _ in range(MANY):
            mallory.taps_data("h")
        mallory.says("I have chest pain")
        await flooded.phone.until(lambda: "Call for help now" in mallory.sees.text)


async def test_in_the_flood_a_tap_says_that_danger_was_meant(flooded: Flooded, mallory: PhoneUser) -> None:
    async with flooded.bot():
        mallory.says("/help")
        await flooded.phone.until(lambda: mallory.sees.labels)
        for _ in range(MANY):
            mallory.taps_data("h")
        mallory.taps_data(encode(MeantIt("now", "en", 0)))
        await flooded.phone.until(lambda: "Call for help now" in mallory.sees.text)


async def test_a_lively_group_costs_its_people_nothing(flooded: Flooded, ana: PhoneUser) -> None:
    group = flooded.phone.group(-100)
    async with flooded.bot():
        group.adds_bot(by=ana)
        await flooded.all_is_confirmed()
        for number in range(MANY):
            ana.says(f"/help@unhunch_bot {number}", group)
        await flooded.all_is_confirmed()
        assert flooded.tally.too_many >= MANY - PER_PERSON.at_once
        ana.says("/start")
        await flooded.phone.until(lambda: "Hello Ana" in ana.sees.text)


async def test_a_stranger_who_floods_leaves_no_more_than_any_stranger(
    flooded: Flooded, mallory: PhoneUser
) -> None:
    flooded.operator = Operator(word="open-sesame")
    for _ in range(MANY):
        mallory.says("let me in")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        await flooded.phone.until(lambda: TOO_MUCH in mallory.sees.text)
    assert mallory.sees.labels == ["Privacy"]
    assert not flooded.store.people.is_known(mallory.id)


async def test_after_a_pause_all_is_as_before(flooded: Flooded, mallory: PhoneUser) -> None:
    for number in range(MANY):
        mallory.says(f"hello {number}")
    async with flooded.bot():
        await flooded.all_is_confirmed()
        flooded.seconds += 60
        mallory.says("/settings")
        await flooded.phone.until(lambda: "Your settings" in mallory.sees.text)
