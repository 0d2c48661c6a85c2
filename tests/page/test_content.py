"""What is to be mended in the content stands beside the clock, on a narrow screen and on a wide one."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import CONTRASTS, needs_chromium
from tests.page.conftest import looked_at
from tests.page.speaking import Bot

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

FAULTS = [
    "exercises/chin-nod/exercise.toml: forms 1, barred_for 1: '' should be 'knees', 'wrists', 'shoulder' or 'neck'",
    "exercises/chin-nod/en.md: step 'begin': has no text",
    *(f"routines/friday.toml: line {number}: purpose 'neck' is not in the focus of cat-cow" for number in range(9)),
]  # fmt: skip


async def test_faults_are_told_beside_the_chat_until_they_are_mended(
    phone: Phone, page: Page, bot: Bot
) -> None:
    panel = page.get_by_role("region", name="The content")
    await expect(panel).to_be_hidden()
    phone.tell_of_content("reading")
    await expect(panel).to_contain_text("Reading what you changed…")
    phone.tell_of_content("refused", FAULTS)
    await expect(panel).to_contain_text(
        "11 to mend in the content. The bot goes on with what it read before."
    )
    await expect(panel.get_by_role("listitem")).to_have_text(FAULTS)
    await bot.says("Still here")
    await expect(page.locator("chat-phone .words").last).to_have_text("Still here")
    phone.tell_of_content("read", FAULTS[1:2])
    await expect(panel).to_contain_text("1 to mend in the content. The bot goes by it.")
    phone.tell_of_content("read")
    await expect(panel).to_contain_text("What you changed is read.")
    await expect(panel.get_by_role("listitem")).to_have_count(0)
    await expect(panel).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 740), (1280, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_panel_leaves_room_for_the_chat_and_goes_when_it_is_sent_away(
    phone: Phone, page: Page, width: int, height: int, scheme: str
) -> None:
    await page.set_viewport_size({"width": width, "height": height})
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    phone.tell_of_content("refused", FAULTS)
    panel, chat = page.locator("#content"), page.locator("chat-phone")
    await expect(panel.get_by_role("listitem")).to_have_count(len(FAULTS))
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    seen, below = await panel.bounding_box(), await chat.bounding_box()
    assert seen
    assert below
    assert seen["height"] <= 0.4 * height + 1
    assert below["height"] >= 0.4 * height
    assert min(seen["y"] + seen["height"], below["y"] + below["height"]) <= max(seen["y"], below["y"]) + 1
    for contrast, words in await panel.locator("b, li, p, button").evaluate_all(CONTRASTS):
        assert contrast >= 4.5, words
    away = panel.get_by_role("button", name="Put this away")
    box = await away.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    await away.click()
    await expect(panel).to_be_hidden()


async def test_who_opens_the_page_later_reads_it_too(phone: Phone, ana: PhoneUser, chromium: Browser) -> None:
    phone.tell_of_content("refused", FAULTS[:1])
    async with looked_at(phone, chromium) as page:
        await expect(page.locator("#content li")).to_have_text(FAULTS[:1])
