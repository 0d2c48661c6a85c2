"""Loops, papers and albums on Ana's phone: a film made by the browser itself is really played."""

import base64
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.samples import LOOP
from tests.page.speaking import Bot, comes_to_rest, comes_true, key
from tests.phone.samples import PAPER

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

FILMING = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
  const brush = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/mp4" });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.start();
  for (let shade = 0; shade < 240; shade += 12) {
    brush.fillStyle = `rgb(${shade}, 90, 120)`;
    brush.fillRect(0, 0, 320, 240);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  recorder.stop();
  await new Promise((resolve) => (recorder.onstop = resolve));
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
PLAYED = "({ played }) => played.length > 0 && played.end(played.length - 1) - played.start(0) >= 0.1"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def film(chromium: Browser) -> bytes:
    page = await chromium.new_page()
    made: str = await page.evaluate(FILMING)
    await page.close()
    return base64.b64decode(made)


async def test_a_loop_plays_in_sight_and_goes_on_when_its_caption_changes(
    page: Page, bot: Bot, film: bytes
) -> None:
    sent = await bot.call("sendAnimation", {"animation": ("pose.mp4", film)}, chat_id=7, caption="Get ready")
    loop = page.locator(".picture video")
    await comes_true(loop, PLAYED)
    await loop.evaluate("node => (node.before = true)")
    await bot.call("editMessageCaption", chat_id=7, message_id=sent["message_id"], caption="Stay 30 s")
    await expect(page.locator(".theirs .words")).to_have_text("Stay 30 s")
    assert await loop.evaluate("node => [node.before, node.paused, node.loop, node.muted]") == [
        True, False, True, True,
    ]  # fmt: skip
    for number in range(20):
        await bot.says(f"Message {number}", [key("Go")])
    await expect(page.get_by_text("Message 19")).to_be_in_viewport()
    await expect(loop).to_have_js_property("paused", True)


async def test_another_picture_takes_the_place_of_the_first(page: Page, bot: Bot, film: bytes) -> None:
    sent = await bot.call("sendAnimation", {"animation": ("pose.mp4", film)}, chat_id=7)
    await expect(page.locator(".picture video")).to_be_visible()
    await bot.call(
        "editMessageMedia",
        {"other": ("loop.gif", LOOP)},
        chat_id=7,
        message_id=sent["message_id"],
        media={"type": "animation", "media": "attach://other"},
    )
    await expect(page.locator(".picture img")).to_be_visible()
    await expect(page.locator(".picture video")).to_have_count(0)


async def test_what_cannot_be_shown_is_named(page: Page, bot: Bot) -> None:
    await bot.call("sendVideo", {"video": ("a.mp4", b"\0\0\0\x18ftypisom" + b"\0" * 12)}, chat_id=7)
    await expect(page.locator(".picture")).to_have_text("Video")
    await expect(page.get_by_role("button", name="Play")).to_have_count(0)


async def test_a_paper_is_saved_under_its_name(page: Page, bot: Bot, tmp_path: Path) -> None:
    await bot.call("sendDocument", {"document": ("plan.pdf", PAPER)}, chat_id=7)
    async with page.expect_download() as download:
        await page.get_by_role("link", name="plan.pdf").click()
    saved = await download.value
    assert saved.suggested_filename == "plan.pdf"
    await saved.save_as(tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == PAPER


async def test_an_album_is_one_bubble_of_several_messages(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await bot.says("Before")
    files = {
        f"p{number}": (f"{number}.png", plain_png(300, 200, (number * 60, 90, 90))) for number in range(3)
    }
    media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    media[0]["caption"] = "Three poses"
    sent = await bot.call("sendMediaGroup", files, chat_id=7, media=media)
    album = page.get_by_role("group", name="Album")
    await expect(album.get_by_role("img", name="Picture")).to_have_count(3)
    await expect(album.locator(".words")).to_have_text(["Three poses"])
    await expect(album.locator(".at:visible")).to_have_count(1)
    await comes_to_rest(page)
    boxes = await album.locator("img").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().toJSON())"
    )
    assert boxes[0]["y"] == boxes[1]["y"] < boxes[2]["y"]
    assert boxes[2]["width"] > boxes[0]["width"] * 1.9
    words = await album.locator(".words").evaluate("node => node.getBoundingClientRect().y")
    assert words > boxes[2]["y"]
    await bot.call("deleteMessage", chat_id=7, message_id=sent[0]["message_id"])
    await expect(album.get_by_role("img", name="Picture")).to_have_count(2)
    await bot.call("deleteMessages", chat_id=7, message_ids=[one["message_id"] for one in sent[1:]])
    await expect(album).to_have_count(0)
    await bot.says("After")
    await expect(page.locator(".theirs .words")).to_have_text(["Before", "After"])


async def test_two_albums_one_after_the_other_stay_two(page: Page, bot: Bot) -> None:
    for _ in range(2):
        files = {name: (f"{name}.png", plain_png(30, 20, (9, 90, 90))) for name in "ab"}
        media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
        await bot.call("sendMediaGroup", files, chat_id=7, media=media)
    await expect(page.get_by_role("group", name="Album")).to_have_count(2)


async def test_a_covered_picture_is_uncovered_by_a_tap(page: Page, bot: Bot) -> None:
    picture = ("pose.png", plain_png(300, 200, (9, 9, 9)))
    await bot.call("sendPhoto", {"photo": picture}, chat_id=7, has_spoiler=True)
    await expect(page.locator(".covered")).to_be_visible()
    await page.get_by_role("button", name="Show the picture").click()
    await expect(page.locator(".covered")).to_have_count(0)


async def test_a_caption_stands_above_when_it_shall(page: Page, bot: Bot) -> None:
    picture = ("pose.png", plain_png(300, 200, (9, 9, 9)))
    await bot.call("sendPhoto", {"photo": picture}, chat_id=7, caption="Look:", show_caption_above_media=True)
    await expect(page.locator(".theirs .words")).to_be_in_viewport(ratio=1)
    stands = """node => node.querySelector(".words").getBoundingClientRect().bottom
      <= node.querySelector(".picture").getBoundingClientRect().top"""
    assert await page.locator(".theirs .bubble").evaluate(stands)


async def test_a_place_is_shown_without_a_map_from_outside(phone: Phone, page: Page, bot: Bot) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await bot.call("sendLocation", chat_id=7, latitude=-36.8485, longitude=174.7633)
    await expect(page.locator(".theirs .place")).to_have_text("Location-36.8485, 174.7633")
    await comes_to_rest(page)
    assert [url for url in asked if not url.startswith(phone.address)] == []
