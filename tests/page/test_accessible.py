"""The page as axe-core judges it for people who hear it, or drive it by keys: nothing to complain of, in each main state."""

from importlib.resources import files

import pytest
from playwright.async_api import Page, expect

from bot.phone.phone import Phone
from tests.browser import needs_chromium
from tests.page.speaking import Bot, comes_to_rest, key
from tests.page.test_phones import close_chat, set_phone

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

# axe would have no combobox on a textarea. It stays: a message has several lines, and the commands that complete it are announced.
COMPLAINTS = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))
    .filter(([id, html]) => id !== "aria-allowed-role" || !html.startsWith('<textarea id="text"'))
    .map(([id, html]) => `${id}: ${html}`);
}"""


async def complaints(page: Page) -> list[str]:
    await comes_to_rest(page)
    await page.evaluate(AXE)
    return [str(complaint) for complaint in await page.evaluate(COMPLAINTS)]


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_a_chat_with_a_card(page: Page, bot: Bot, look: str) -> None:
    await set_phone(page, look=look)
    await bot.says(
        "<b>Shoulder rolls</b>\n<i>Slowly</i>, <code>3</code> times. /help",
        [key("Go", "primary"), key("Stop", "danger")],
        [key("Later")],
    )
    await expect(page.get_by_role("button", name="Later")).to_be_visible()
    assert await complaints(page) == []


async def test_a_chat_that_has_not_begun(phone: Phone, page: Page) -> None:
    phone.person(8, first_name="Bo")
    await page.locator("#people button", has_text="Bo").click()
    await expect(page.get_by_role("button", name="Start")).to_be_visible()
    assert await complaints(page) == []


async def test_menus_and_dialogs(page: Page, bot: Bot) -> None:
    await bot.says("A card", [key("Go")])
    await page.get_by_role("button", name="More").click()
    await expect(page.get_by_role("button", name="This phone…")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="This phone…").click()
    assert await complaints(page) == []
    await page.locator("#settings .plain").click()
    await page.locator(".theirs").click(button="right")
    await expect(page.get_by_role("button", name="Reply")).to_be_visible()
    assert await complaints(page) == []


async def test_commands_that_complete_what_is_written(page: Page, bot: Bot) -> None:
    await bot.call("setMyCommands", commands=[{"command": "settings", "description": "Quiet hours"}])
    await page.get_by_role("combobox", name="Message").fill("/se")
    await expect(page.get_by_role("option")).to_have_count(1)
    assert await complaints(page) == []


async def test_a_closed_chat_that_rings(page: Page, bot: Bot) -> None:
    await close_chat(page)
    await bot.says("Time for two minutes.", [key("Start")])
    await expect(page.get_by_role("listitem")).to_contain_text("Time for two minutes.")
    assert await complaints(page) == []


async def test_two_phones_side_by_side(phone: Phone, page: Page, bot: Bot) -> None:
    phone.person(8, first_name="Bo").says("hello from Bo")
    await page.set_viewport_size({"width": 1280, "height": 800})
    await page.get_by_label("Side by side").check()
    await page.locator("#people button", has_text="Bo").click()
    await expect(page.locator("chat-phone")).to_have_count(2)
    await bot.says("For Ana", [key("Go")])
    await expect(page.get_by_role("button", name="Go")).to_be_visible()
    await page.evaluate(AXE)
    assert await page.evaluate(COMPLAINTS) == []
