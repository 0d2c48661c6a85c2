"""A sound and a film as the bot will send them, really played: to the end, from where one likes, never two at a time."""

import pytest
from playwright.async_api import Page, expect

from bot.phone.state.persons import PhoneUser
from tests.browser import CONTRASTS, needs_chromium
from tests.page.made_media import made_film, made_sound, made_still
from tests.page.speaking import Bot, comes_to_rest, comes_true, key
from tests.phone.samples import SONG

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

SECONDS = 8
KEYS = {"inline_keyboard": [[key("Done", "primary")], [key("Stop")]]}
GOES_ON = "({ currentTime, paused }) => !paused && currentTime > 0.1"


async def sends_sound(bot: Bot, title: str = "Five calm minutes") -> int:
    sent = await bot.call(
        "sendAudio",
        {"audio": ("session.m4a", made_sound(SECONDS)), "thumbnail": ("cover.jpg", made_still(320, 320))},
        chat_id=7,
        title=title,
        performer="Unhunch",
        duration=SECONDS,
        caption="For today",
        reply_markup=KEYS,
    )
    return int(sent["message_id"])


async def sends_film(bot: Bot) -> None:
    await bot.call(
        "sendVideo",
        {
            "video": ("session.mp4", made_film(SECONDS, 120, 150)),
            "thumbnail": ("a.jpg", made_still(256, 320)),
        },
        chat_id=7,
        width=120,
        height=150,
        duration=SECONDS,
        supports_streaming=True,
        caption="For today",
        reply_markup=KEYS,
    )


async def test_a_sound_plays_to_its_end_and_from_where_one_taps(page: Page, bot: Bot) -> None:
    async with page.expect_response("**/phone/files/audios/*") as loaded:
        await sends_sound(bot)
    assert ((await loaded.value).status, (await loaded.value).headers["content-type"]) == (206, "audio/mp4")
    heard, bar = page.locator(".sound audio"), page.get_by_role("slider", name="Position")
    await expect(page.locator(".sound .facts")).to_have_text("Five calm minutesUnhunch")
    await expect(page.locator(".times")).to_have_text("0:08")
    assert await heard.evaluate("node => node.paused")
    wide: float = await bar.evaluate("node => node.offsetWidth")
    await bar.click(position={"x": wide * 0.55, "y": 22})
    await comes_true(heard, "({ seeking, currentTime }) => !seeking && currentTime > 4 && currentTime < 5")
    await expect(page.locator(".times")).to_have_text("0:04 / 0:08")
    await expect(bar).to_have_attribute("aria-valuetext", "0:04 / 0:08")
    await heard.evaluate("node => ((node.currentTime = 7.5), (node.onended = () => (node.wasPlayed = true)))")
    # As slow as a browser plays, or its end might come before a busy machine has looked at the button.
    await heard.evaluate("node => (node.playbackRate = 0.0625)")
    await page.get_by_role("button", name="Play: Five calm minutes").click()
    await expect(page.get_by_role("button", name="Pause: Five calm minutes")).to_be_visible()
    await heard.evaluate("node => (node.playbackRate = 1)")
    await comes_true(
        heard, "({ wasPlayed, paused, currentTime }) => wasPlayed && paused && currentTime === 0"
    )
    await expect(page.get_by_role("button", name="Play: Five calm minutes")).to_be_visible()
    await expect(page.locator(".times")).to_have_text("0:08")


async def test_a_film_shows_its_picture_plays_with_sound_and_shows_it_again(page: Page, bot: Bot) -> None:
    await sends_film(bot)
    film = page.locator(".picture video")
    await expect(film).to_have_attribute("poster", "/phone/files/thumbnails/file_1.jpg")
    await expect(page.locator(".lasts")).to_have_text("0:08")
    await expect(film).not_to_have_attribute("controls", "")
    await page.get_by_role("button", name="Play: Video, 0:08").click()
    await expect(film).to_have_attribute("controls", "")
    await expect(page.locator(".lasts, .play")).to_have_count(0)
    await comes_true(film, GOES_ON)
    assert await film.evaluate("node => [node.muted, node.webkitAudioDecodedByteCount > 0, document.fullscreenEnabled]") == [
        False, True, True,
    ]  # fmt: skip
    await film.evaluate("node => (node.currentTime = 7.7)")
    await expect(page.get_by_role("button", name="Play: Video, 0:08")).to_be_visible()
    await expect(film).to_have_js_property("currentTime", 0)


async def test_one_plays_at_a_time_goes_on_while_the_words_change_and_is_held_from_above(
    page: Page, bot: Bot, ana: PhoneUser
) -> None:
    await sends_film(bot)
    sound = await sends_sound(bot)
    film, heard = page.locator(".picture video"), page.locator(".sound audio")
    above = page.get_by_role("group", name="Now playing")
    await page.get_by_role("button", name="Play: Video").click()
    await comes_true(film, GOES_ON)
    await page.get_by_role("button", name="Play: Five calm minutes").click()
    await comes_true(heard, GOES_ON)
    assert await film.evaluate("node => node.paused && node.currentTime > 0")
    await bot.call("editMessageCaption", chat_id=7, message_id=sound, caption="Half of it", reply_markup=KEYS)
    await expect(page.locator(".theirs .words").last).to_have_text("Half of it")
    await comes_true(heard, GOES_ON)
    await expect(page.get_by_role("button", name="Pause: Five calm minutes")).to_be_focused()
    await above.get_by_role("button", name="Pause").click()
    await expect(heard).to_have_js_property("paused", True)
    await above.get_by_role("button", name="Five calm minutes").click()
    await expect(page.locator(".theirs").last).to_be_focused()
    await above.get_by_role("button", name="Play", exact=True).click()
    await bot.call("deleteMessage", chat_id=7, message_id=sound)
    await expect(above).to_be_hidden()


async def test_what_is_no_sound_keeps_its_name_and_plays_nothing(page: Page, bot: Bot) -> None:
    await bot.call("sendAudio", {"audio": ("a.mp3", SONG)}, chat_id=7, title="Calm", duration=95)
    await expect(page.get_by_role("button", name="Play: Calm")).to_be_disabled()
    await expect(page.locator(".times")).to_have_text("1:35")
    await expect(page.locator(".sound audio, .seek")).to_have_count(0)


async def test_both_are_read_at_320_pixels_by_day_and_night(page: Page, bot: Bot) -> None:
    await page.set_viewport_size({"width": 320, "height": 740})
    await sends_sound(bot, "A title that is longer than any phone is wide, to be sure")
    await sends_film(bot)
    await comes_to_rest(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == 320
    touched = page.locator(".toggle:visible, .seek, .play")
    sizes = await touched.evaluate_all("all => all.map(node => [node.offsetWidth, node.offsetHeight])")
    assert len(sizes) == 3
    assert all(min(size) >= 44 for size in sizes)
    await page.get_by_role("button", name="Play: A title").click()
    shown = page.locator(".sound b, .sound .facts span, .times, #playing-title, .theirs .words")
    for look in ("light", "dark"):
        await page.emulate_media(color_scheme=look)
        contrasts = [tuple(pair) for pair in await shown.evaluate_all(CONTRASTS)]
        assert len(contrasts) == 6
        assert [pair for pair in contrasts if pair[0] < 4.5] == []
