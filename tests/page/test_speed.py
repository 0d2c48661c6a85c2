"""A chat of two thousand messages is nearly as quick as one of two hundred. What is compared is the page's own work, by the time of its
thread: how much else the machine has to do changes little."""

import asyncio

import pytest
from playwright.async_api import CDPSession, Page, expect

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.speaking import Bot, key

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

FEW, MANY = 200, 2_000
CARD = (
    '<b>Child\'s pose</b> {n}\n⏳ <tg-time unix="{n}" format="r">30 s</tg-time>'
    "<blockquote expandable>a\nb\nc\nd</blockquote>"
)
FRAME = "await new Promise(requestAnimationFrame);"
DRAWING = f"""async ({{ log }}) => {{
  {FRAME}
  log.redraw();
  for (let n = 0; n < 5; n += 1) {FRAME}
}}"""
SCROLLING = f"""async ({{ log: {{ scroller }} }}) => {{
  for (let step = 0; step < 120; step += 1) {{
    {FRAME}
    scroller.scrollTop -= 300;
  }}
  {FRAME}
  return scroller.scrollHeight - scroller.scrollTop;
}}"""
ADDING = f"""async ({{ log }}) => {{
  const newest = [...log.messages.values()].at(-1);
  for (let more = 1; more <= 60; more += 1) {{
    {FRAME}
    log.put({{ ...newest, message_id: newest.message_id + more }});
  }}
  {FRAME}
}}"""


async def worked(session: CDPSession) -> float:
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return next(1000 * float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


async def work(page: Page, deed: str) -> tuple[float, float]:
    """How much the deed costs, with all that is drawn for it, and what it returns."""
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = await worked(session)
    result = await page.locator("chat-phone").evaluate(deed)
    cost = await worked(session) - before
    await session.detach()
    return cost, result


async def come(phone: Phone, page: Page, ana: PhoneUser, bot: Bot, numbers: range) -> None:
    for n in numbers:
        ana.says(f"And then? {n}")
        rows = [key("Pause", "primary")], [key("Skip"), key("Stop")]
        await asyncio.gather(*(bot.says(CARD.format(n=n + more), *rows) for more in range(1, 20)))
    await page.reload()
    await expect(page.locator(".message")).to_have_count(numbers.stop + 1)
    await expect(page.locator(".message").last).to_be_in_viewport()


async def test_two_thousand_messages_are_shown_scrolled_and_added_to(
    phone: Phone, page: Page, ana: PhoneUser, bot: Bot
) -> None:
    await come(phone, page, ana, bot, range(0, FEW, 20))
    few = [await work(page, deed) for deed in (DRAWING, SCROLLING)]
    await come(phone, page, ana, bot, range(FEW, MANY, 20))
    many = [await work(page, deed) for deed in (DRAWING, SCROLLING)]
    (drawing, _), (scrolling, scrolled) = many
    assert scrolled > 30_000
    assert drawing < 3 * MANY / FEW * few[0][0], "all of them are drawn"
    assert scrolling < MANY / FEW * few[1][0], "what is in sight is no more than before"
    adding, _ = await work(page, ADDING)
    print(f"{drawing=:.0f} {scrolling=:.0f} {adding=:.0f}, with few {few}")
    assert adding < 60 * drawing / 3, "sixty are added, without drawing all others anew for each"
