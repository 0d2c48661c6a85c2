"""Takes the README's pictures of the phone's page, from a scripted chat: `make screenshots`."""

import asyncio
import logging
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.async_api import Browser, ViewportSize

from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.screens.buttons.actions import DoRoutine, LearnStep, NoSigns
from tests.browser import CHROMIUM, a_browser
from tests.meaning import GET_READY, Meant, Page
from tests.whole.hands import Hands
from tests.whole.running import TOKEN, HandClock, bot_on

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = ViewportSize(width=360, height=680)


@dataclass(frozen=True, slots=True)
class Scene:
    """`steps`: a button to tap, or words to write; and what is then read."""

    name: str
    scheme: Literal["light", "dark"]
    steps: tuple[tuple[Meant | str, str], ...]


SCENES = (
    Scene("hello", "light", ()),
    Scene(
        "exercise",
        "light",
        (
            ("open book", "Side-lying rotation"),
            (LearnStep, "Side-lying rotation · 1 of"),
            (Page(1), "Side-lying rotation · 2 of"),
        ),
    ),
    Scene(
        "session",
        "dark",
        (
            (DoRoutine, "First, your safety"),
            (NoSigns, GET_READY),
            (Move.READY, "Move for 15 s"),
        ),
    ),
)


async def take(scene: Scene, browser: Browser, folder: Path) -> Path:
    """The picture, in the folder."""
    path = folder / f"{scene.name}.png"
    with TemporaryDirectory() as data:
        async with (
            Phone(token=TOKEN, clock=HandClock(), floods=Floods.off()) as phone,
            bot_on(phone, Path(data) / "pictures.sqlite3", phone.time.clock),
        ):
            ana = phone.person(7, "Ana", "en-GB")
            page = await browser.new_page(
                viewport=SIZE,
                device_scale_factor=2,
                color_scheme=scene.scheme,
                locale="en-GB",
                timezone_id="Europe/Berlin",
            )
            await page.goto(phone.address)
            hands = Hands(page, ana, phone)
            await hands.start()
            await hands.read("Hello Ana")
            for act, seen in scene.steps:
                await hands.does(act)
                await hands.read(seen)
            await page.mouse.move(0, 0)  # no button lights up under it
            await page.locator("chat-phone").screenshot(path=path)
            await page.close()
    return path


async def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with a_browser() as browser:
        for scene in SCENES:
            path = await take(scene, browser, FOLDER)
            print(f"{path.relative_to(FOLDER.parents[1])}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no Chromium on this machine; on Debian: apt-get install chromium")
    # Knocks come too often for a busy machine, and are ended with the bot. What goes wrong is seen.
    logging.disable(logging.ERROR)
    asyncio.run(main())
