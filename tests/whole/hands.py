"""Ana's hands on the page: they tap, write and read, and notice when something she needs is out of reach."""

from dataclasses import dataclass
from datetime import timedelta

from playwright.async_api import Locator, Page, ViewportSize, expect

from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import NoSigns
from tests.meaning import Meant, label_of, offers

NARROW = ViewportSize(width=360, height=740)
READING = timedelta(seconds=2)
ENDS = ("How was it?", "it counts as today")


@dataclass
class Hands:
    page: Page
    ana: PhoneUser
    phone: Phone

    async def start(self) -> None:
        """By the page's own button, which stands in an empty chat."""
        await self.page.get_by_role("button", name="Start", exact=True).click()

    async def tap(self, what: Meant) -> None:
        """The warning signs are read first; the time, which stands still in these tests, goes on for that."""
        if what is NoSigns:
            await self.read("First, your safety")
            await self.phone.time.passes(READING)
        await (await self.button(what)).click()

    async def button(self, what: Meant) -> Locator:
        """On the page, once the bot has sent it."""
        await self.phone.until(lambda: offers(self.ana.sees, what))
        return self.page.get_by_role("button", name=label_of(self.ana.sees, what), exact=True).last

    async def does(self, act: Meant | str) -> None:
        """Taps, or writes words."""
        await (self.write(act) if isinstance(act, str) else self.tap(act))

    async def write(self, words: str) -> None:
        await self.page.get_by_role("combobox", name="Message").fill(words)
        await self.page.keyboard.press("Enter")

    async def read(self, words: str) -> None:
        """Waits until the newest message holds `words`."""
        newest = self.page.locator(".theirs").last
        await expect(newest.locator(".words")).to_contain_text(words)
        keyboards = self.page.locator(".keyboard")
        await expect(keyboards).to_have_count(1)
        await expect(keyboards.locator(".key").last).to_be_in_viewport(ratio=1)
        assert await self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
        assert await self.page.locator(".label").evaluate_all(cut) == []

    async def go_to_what_is_due(self) -> None:
        await self.page.get_by_role("button", name="To what is due next").click()
        await expect(self.page.locator("#hands")).to_have_attribute("aria-busy", "false")

    async def play(self) -> list[str]:
        """Ready where the bot waits, to what is due next where a time runs, to the end. The first lines of all it says."""
        lines: list[str] = []
        while not any(end in (text := self.ana.sees.text) for end in ENDS):
            lines.append(text.splitlines()[0])
            await self.read(lines[-1])
            if "⏳" in text:
                await self.go_to_what_is_due()
            else:
                await self.tap(Move.READY)
                await expect(self.page.locator(".theirs .words").last).not_to_contain_text(lines[-1])
        return lines
