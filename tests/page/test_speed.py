"""A chat of two thousand messages is as quick as a short one. The bars are wide: other work may share the machine."""

import asyncio
import time

import pytest
from playwright.async_api import Page, expect

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.speaking import Bot, key

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]

MANY = 2_000
CARD = (
    '<b>Child\'s pose</b> {n}\n⏳ <tg-time unix="{n}" format="r">30 s</tg-time>'
    "<blockquote expandable>a\nb\nc\nd</blockquote>"
)
SCROLLING = """async () => {
  const log = document.querySelector("chat-phone").shadowRoot.getElementById("log");
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 120; step += 1) {
    log.scrollTop -= 300;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return [frames.sort((one, other) => one - other)[60], log.scrollHeight - log.scrollTop];
}"""
# How long the page is held up by one message more, until it is laid out.
ADDING = """async () => {
  const { log } = document.querySelector("chat-phone");
  const newest = [...log.messages.values()].at(-1);
  const held = [];
  for (let more = 1; more <= 60; more += 1) {
    const start = performance.now();
    log.put({ ...newest, message_id: newest.message_id + more });
    log.scroller.scrollHeight;
    held.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return held.sort((one, other) => one - other)[30];
}"""


async def test_two_thousand_messages_are_shown_scrolled_and_added_to(
    phone: Phone, page: Page, ana: PhoneUser, bot: Bot
) -> None:
    for n in range(0, MANY, 20):
        ana.says(f"And then? {n}")
        rows = [key("Pause", "primary")], [key("Skip"), key("Stop")]
        await asyncio.gather(*(bot.says(CARD.format(n=n + more), *rows) for more in range(1, 20)))
    start = time.perf_counter()
    await page.reload()
    await expect(page.locator(".message")).to_have_count(MANY + 1)
    await expect(page.locator(".message").last).to_be_in_viewport()
    assert time.perf_counter() - start < 5
    frame, scrolled = await page.evaluate(SCROLLING)
    assert scrolled > 30_000
    assert frame < 50
    assert await page.evaluate(ADDING) < 50
