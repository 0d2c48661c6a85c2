"""Ana's phone on the page in a real browser: one for all tests of a file, and a phone for each test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, expect

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from tests.page.speaking import Bot


def is_complaint(line: ConsoleMessage) -> bool:
    """That a phone does not answer which a test has switched off is not the page's fault."""
    return line.type in {"error", "warning"} and "net::ERR_CONNECTION_REFUSED" not in line.text


@pytest_asyncio.fixture(loop_scope="session")
async def phone() -> AsyncIterator[Phone]:
    async with Phone(floods=Floods.off()) as phone:
        yield phone


@pytest.fixture
def ana(phone: Phone) -> PhoneUser:
    return phone.person(7, first_name="Ana")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(phone: Phone, ana: PhoneUser) -> AsyncIterator[Bot]:
    ana.says("/start")
    async with aiohttp.ClientSession() as session:
        yield Bot(phone, session)


@asynccontextmanager
async def looked_at(phone: Phone, chromium: Browser) -> AsyncIterator[Page]:
    """Ana's phone, 360 px wide. Whatever the browser complains of fails the test."""
    page = await chromium.new_page(viewport={"width": 360, "height": 740})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if is_complaint(line) else None)
    async with page.expect_response("**/phone/events"):  # what happens before the page listens does not ring
        await page.goto(phone.address, timeout=180_000)  # a busy machine is no fault
    await expect(page).to_have_title("Ana · Unhunch")  # the chat is here
    yield page
    await page.close()
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(phone: Phone, ana: PhoneUser, chromium: Browser) -> AsyncIterator[Page]:
    async with looked_at(phone, chromium) as page:
        yield page
