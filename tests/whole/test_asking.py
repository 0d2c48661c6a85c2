"""Reminders asked for on the phone, and answered there: typed, tapped, from the lock screen."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.reminders.reminder import Nod
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoRoutine, Drafting, NoSigns, PauseFor, Place
from bot.store.database import Store
from tests import meaning
from tests.meaning import GET_READY, Meant, offers
from tests.whole.running import bot_on


@pytest.fixture
async def bot(phone: Phone, tmp_path: Path) -> AsyncIterator[Store]:
    async with bot_on(phone, tmp_path / "asking.sqlite3", phone.time.clock) as store:
        yield store


async def says(phone: Phone, person: PhoneUser, words: str, then: str) -> None:
    person.says(words)
    await phone.until(lambda: then in person.sees.text)


async def taps(phone: Phone, person: PhoneUser, what: Meant, then: str) -> None:
    meaning.taps(person, what)
    await phone.until(lambda: then in person.sees.text)


async def knocks(phone: Phone, person: PhoneUser) -> None:
    """Time passes until the next reminder stands in the chat."""
    await phone.time.comes_to_next_due()
    await phone.until(lambda: offers(person.sees, Nod.NOT_TODAY) and offers(person.sees, Nod.QUARTER))


async def test_from_the_first_word_to_the_third_morning(phone: Phone, bot: Store) -> None:
    bo = phone.person(8, "Bo")
    await says(phone, bo, "/start", "Hello")
    await taps(phone, bo, DoRoutine("first-two-minutes"), "First, your safety")
    await phone.time.passes(timedelta(seconds=2))  # they are read first
    await taps(phone, bo, NoSigns, GET_READY)
    await says(phone, bo, "stop", "Stopped")
    await says(phone, bo, "/remind every day 8:30", "I'll assume")
    bo.sends("location", latitude=-36.85, longitude=174.76)
    await phone.until(lambda: "where you are" in bo.sees.text and "assume" not in bo.sees.text)
    known = bot.people.get(8)
    assert known
    assert known.preferences.zone == "Pacific/Auckland"
    await says(phone, bo, "every day 8:30", "Next: ")
    await taps(phone, bo, Drafting.KEEP, "Your reminders")
    await knocks(phone, bo)
    await says(phone, bo, "later", "I'll be back today 9:30")
    await knocks(phone, bo)
    await taps(phone, bo, Nod.NOT_TODAY, "Not today. Next: tomorrow 8:30.")
    await knocks(phone, bo)
    await says(phone, bo, "stop", "Which ones")
    await taps(phone, bo, Place.PAUSE, "How long shall")
    await taps(phone, bo, PauseFor(7), "Your reminders")
    assert not phone.refusals
