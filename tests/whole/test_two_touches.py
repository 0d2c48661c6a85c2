"""Two touches on one spot, as an unsteady or impatient finger makes them, in a real browser: the warning signs are seen."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.domain.person.person import Cleared, Preferences
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoExercise, DoRoutine, LearnStep, NoSigns, Place
from bot.store.database import Store
from tests.browser import needs_chromium
from tests.meaning import GET_READY, Meant
from tests.whole.hands import NARROW, READING, Hands
from tests.whole.running import TIRELESS, TOKEN, bot_on

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

APART = (0.03, 0.06, 0.25, 0.9)
"""Seconds between the two touches. A slow machine makes it longer: what is asked here then still holds."""

SIGNS = "First, your safety"
WAYS: dict[str, tuple[list[tuple[Meant | str, str]], Meant]] = {
    "the greeting": ([], DoRoutine),
    "what is this": ([(Place.WHAT, "one step at a time")], DoRoutine),
    "a card": ([("rib breathing", "Rib breathing"), (LearnStep, "1 of")], DoExercise),
}


@pytest_asyncio.fixture(loop_scope="session")
async def phone() -> AsyncIterator[Phone]:
    """Its time runs, as everybody's does."""
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


@pytest_asyncio.fixture(loop_scope="session")
async def bot(phone: Phone, tmp_path: Path) -> AsyncIterator[Store]:
    async with bot_on(phone, tmp_path / "touches.sqlite3", phone.time.clock, per_person=TIRELESS) as store:
        yield store


@pytest_asyncio.fixture(loop_scope="session")
async def hands(phone: Phone, bot: Store, chromium: Browser) -> AsyncIterator[Hands]:
    ana = phone.person(7, "Ana")
    page = await chromium.new_page(viewport=NARROW, has_touch=True, locale="en-GB")
    await page.goto(phone.address)
    await page.get_by_role("button", name="Move the time").click()  # folds it up
    hands = Hands(page, ana, phone)
    await hands.start()
    await reads(hands, "Hello Ana")
    yield hands
    await page.close()
    assert not phone.refusals


async def reads(hands: Hands, words: str) -> None:
    """At the end of the chat, where a phone is."""
    await expect(hands.page.locator(".theirs .words").last).to_contain_text(words)
    await expect(hands.page.locator(".keyboard")).to_have_count(1)
    # In one go in the page: an element that is held on to may be replaced meanwhile.
    await hands.page.evaluate(
        "[...document.querySelectorAll('.key')].at(-1)?.scrollIntoView({block: 'nearest'})"
    )
    await expect(hands.page.locator(".key").last).to_be_in_viewport()


async def comes_to(hands: Hands, steps: list[tuple[Meant | str, str]]) -> None:
    await hands.write("/start")
    await reads(hands, "Hello Ana")
    for act, seen in steps:
        await hands.does(act)
        await reads(hands, seen)


async def touches_twice(hands: Hands, what: Meant, apart: float) -> None:
    """On the very spot, whatever stands there by then."""
    button = await hands.button(what)
    await expect(button).to_be_in_viewport(ratio=1)
    box = await button.bounding_box()
    assert box
    spot = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await hands.page.touchscreen.tap(*spot)
    await asyncio.sleep(apart)
    await hands.page.touchscreen.tap(*spot)


def showed_the_signs(phone: Phone, since: int) -> bool:
    """Whether the bot has sent them, and nothing is on its way."""
    sent = [call.parameters.get("text", "") for call in list(phone.calls)[since:]]
    return any(SIGNS in text for text in sent)


def is_quiet(phone: Phone, bot: Store, ana: PhoneUser) -> bool:
    return not len(phone.telegram.updates) and bot.chats.owed(ana.id) is None and not ana.unanswered


@pytest.mark.parametrize("way", WAYS)
async def test_the_signs_are_seen_however_quick_the_second_touch(
    hands: Hands, phone: Phone, bot: Store, way: str
) -> None:
    steps, what = WAYS[way]
    for apart in APART:
        await comes_to(hands, steps)
        before = len(phone.calls)
        await touches_twice(hands, what, apart)
        await phone.until(lambda before=before: showed_the_signs(phone, before))  # type: ignore[misc]
        await phone.until(lambda: is_quiet(phone, bot, hands.ana))
        known = bot.people.get(hands.ana.id)
        assert known
        assert known.preferences.cleared is Cleared.UNASKED
        assert bot.sessions.count_done(hands.ana.id) == 0
        bot.people.prefer(
            hands.ana.id, Preferences()
        )  # a touch that comes late, on a slow machine, may say "under 18"
    await comes_to(hands, steps)
    await hands.tap(what)
    await reads(hands, SIGNS)
    await phone.time.passes(READING)
    await (await hands.button(NoSigns)).click()
    await reads(hands, GET_READY)
