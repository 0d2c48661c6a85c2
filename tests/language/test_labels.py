"""Every keyboard of every screen on the phone's page, 320 px wide, in a real browser: no label ends in dots."""

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from bot.coach.known.knowledge import Knowledge
from bot.coach.known.language import Language
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.browser import needs_chromium
from tests.foreign import FOREIGN
from tests.language.test_screens import screens, shown
from tests.page.speaking import Bot

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

AT_ONCE = 30
"""Rows of buttons on one message."""

CUT = "all => all.filter(label => label.scrollWidth > label.clientWidth).map(label => label.textContent)"


def rows(language: Language) -> list[tuple[str, ...]]:
    """Each once."""
    keyboards = (shown(screen).keys for _, screen in screens(language))
    return list(dict.fromkeys(tuple(label for label, _, _ in row) for keys in keyboards for row in keys))


@pytest.mark.parametrize("tag", ["en", *(foreign.tag for foreign in FOREIGN)])
async def test_every_label_is_read_whole_on_a_narrow_phone(
    known: Knowledge, chromium: Browser, tag: str
) -> None:
    every = rows(known.languages[tag])
    async with Phone(floods=Floods.off()) as phone, aiohttp.ClientSession() as session:
        phone.person(7, first_name="Ana", language=tag).says("/start")
        bot = Bot(phone, session)
        message = await bot.says("0", [{"text": "x", "callback_data": "x"}])
        page = await chromium.new_page(viewport={"width": 320, "height": 640})
        await page.goto(phone.address)
        labels, cut = page.locator(".keyboard .label"), []
        for start in range(0, len(every), AT_ONCE):
            some = every[start : start + AT_ONCE]
            await bot.edits(
                message,
                str(start),
                *([{"text": label, "callback_data": "x"} for label in row] for row in some),
            )
            await expect(labels).to_have_text([label for row in some for label in row])
            cut += await labels.evaluate_all(CUT)
        await page.close()
    assert len(every) > 100
    assert [label for label in cut if set(label) != {"W"}] == []
