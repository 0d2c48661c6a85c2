"""A chat recorded from the page, opened as a file: it shows what the phone showed, and needs nothing from anywhere."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.samples import LOOP
from tests.page.speaking import Bot, comes_to_rest, key

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]


async def test_a_record_shows_the_chat_without_the_phone(
    page: Page, chromium: Browser, ana: PhoneUser, bot: Bot, tmp_path: Path
) -> None:
    for caption in ("First", "Second"):
        await bot.call("sendAnimation", {"animation": ("loop.gif", LOOP)}, chat_id=7, caption=caption)
    await bot.says("<b>Ready?</b>\n<blockquote expandable>now</blockquote>\nor never", [key("Go", "primary")])
    ana.says("yes", reply_to=ana.sees.id)
    await expect(page.locator(".message")).to_have_count(5)
    await comes_to_rest(page)
    await page.get_by_role("button", name="More").click()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Record the chat").click()
    saved = tmp_path / "chat.html"
    await (await download.value).save_as(saved)

    record = await chromium.new_page()
    complaints: list[str] = []
    asked: set[str] = set()
    record.on("console", lambda line: complaints.append(line.text))
    record.on("request", lambda request: asked.add(request.url.partition(":")[0]))
    await record.goto(saved.as_uri())
    pictures = record.get_by_role("img", name="Picture")
    await expect(pictures).to_have_count(2)
    for picture in await pictures.all():
        assert await picture.evaluate("async node => (await node.decode(), node.naturalWidth)") == 8
    assert await record.locator(".words").all_inner_texts() == await page.locator(".words").all_inner_texts()
    await expect(record.locator(".day")).to_have_count(1)
    await expect(record.locator(".key.primary")).to_have_text("Go")
    await expect(record).to_have_title("Ana · Unhunch")
    assert (complaints, asked) == ([], {"file"})
    await record.close()
