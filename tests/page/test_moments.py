"""Times in messages as Telegram Desktop draws them: whole units, changing when the next is due, in the reader's zone."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.browser import needs_chromium
from tests.page.conftest import looked_at

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

DAY = 86_400


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(chromium: Browser) -> AsyncIterator[Page]:
    """One for all tests: what they ask of it depends on what they tell it alone."""
    async with Phone(floods=Floods.off()) as phone:
        phone.person(7, first_name="Ana")
        async with looked_at(phone, chromium) as page:
            yield page


async def told(page: Page, left: int, language: str = "en") -> tuple[str, int]:
    """The words for a moment so far ahead, and how many seconds later they change."""
    source = (
        f"async () => (await import('/static/moments.js')).distance({10**9 + left}, {10**9}, '{language}')"
    )
    said = await page.evaluate(source)
    return said["words"], said["next"] - 10**9


@pytest.mark.parametrize(
    ("left", "words", "changes"),
    [
        (0, "now", 1),
        (1, "in 1 second", 1),
        (59, "in 59 seconds", 1),
        (-1, "1 second ago", 1),
        (-59, "59 seconds ago", 1),
        (60, "in 1 minute", 1),
        (119, "in 1 minute", 60),
        # As there: two minutes are looked at again when one is left, not when less than two are.
        (120, "in 2 minutes", 60),
        (179, "in 2 minutes", 119),
        (3_599, "in 59 minutes", 119),
        (-60, "1 minute ago", 60),
        (-3_599, "59 minutes ago", 1),
        (3_600, "in 1 hour", 1),
        (DAY - 1, "in 23 hours", 7_199),
        (-2 * 3_600, "2 hours ago", 3_600),
        (DAY, "in 1 day", 1),
        (30 * DAY - 1, "in 29 days", 2 * DAY - 1),
        (30 * DAY, "in 1 month", 1),
        (-364 * DAY, "12 months ago", 26 * DAY),
        (365 * DAY, "in 1 year", 1),
        (-800 * DAY, "2 years ago", 295 * DAY),
    ],
)
async def test_how_far_off_a_moment_is(page: Page, left: int, words: str, changes: int) -> None:
    assert await told(page, left) == (words, changes)


@pytest.mark.parametrize(("language", "words"), [("de", "in 30 Sekunden"), ("fa", "30 ثانیه بعد")])
async def test_it_is_written_in_the_language_of_the_app(page: Page, language: str, words: str) -> None:
    assert (await told(page, 30, language))[0] == words


@pytest.mark.parametrize(
    ("format_", "zone", "words"),
    [
        ("t", "Europe/Berlin", "08:30"),
        ("t", "Pacific/Auckland", "20:30"),
        ("T", "Europe/Berlin", "08:30:00"),
        ("d", "Europe/Berlin", "5 Jan"),
        ("D", "Europe/Berlin", "5 January"),
        ("w", "Europe/Berlin", "Mon"),
        ("wt", "Europe/Berlin", "Mon 08:30"),
        ("wDT", "Europe/Berlin", "Monday 5 January 08:30:00"),
        ("dt", "Pacific/Kiritimati", "5 Jan 21:30"),
    ],
)
async def test_a_moment_is_told_in_the_readers_zone(
    chromium: Browser, phone: Phone, format_: str, zone: str, words: str
) -> None:
    """5 January 2026, 7:30 UTC."""
    page = await chromium.new_page(timezone_id=zone, locale="en-GB")
    await page.goto(phone.address)
    source = f"async () => (await import('/static/moments.js')).put(1767598200, '{format_}', 'en-GB', new Date(1767598200000))"
    assert await page.evaluate(source) == words
    await page.close()


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2025-11-05", "5 Jan"),
        ("2025-09-05", "5 Jan 2026"),
        ("2026-12-31", "5 Jan"),
        ("2028-01-01", "5 Jan 2026"),
    ],
)
async def test_a_date_has_its_year_only_when_it_is_far_off(page: Page, today: str, words: str) -> None:
    source = (
        f"async () => (await import('/static/moments.js')).put(1767598200, 'd', 'en-GB', new Date('{today}'))"
    )
    assert await page.evaluate(source) == words
