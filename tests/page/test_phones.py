"""What differs between phones: several side by side, the chat open or closed, old apps, other languages."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.samples import LOOP, loop_red
from tests.page.speaking import Bot, comes_to_rest, key

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

# Counts the tones that are played, and plays them.
COUNT_TONES = """() => {
  window.tones = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };
}"""


async def close_chat(page: Page) -> None:
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Close the chat").click()


async def set_phone(page: Page, **how: str | bool) -> None:
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="This phone…").click()
    for name, value in how.items():
        field = page.locator(f"#settings [name={name}]")
        await (field.set_checked(value) if isinstance(value, bool) else field.select_option(value))
    await page.locator("#settings .plain").click()


# ---- several people


async def test_two_phones_stand_side_by_side_and_each_hears_its_own(
    phone: Phone, page: Page, bot: Bot
) -> None:
    phone.person(8, first_name="Bo").says("hello from Bo")
    await page.set_viewport_size({"width": 1280, "height": 800})
    await page.get_by_label("Side by side").check()
    await page.locator("#people button", has_text="Bo").click()
    phones = page.locator("chat-phone")
    await expect(phones).to_have_count(2)
    await bot.says("For Ana")
    await bot.says("For Bo", [key("Go")], chat=8)
    await expect(phones.nth(0).locator(".words")).to_have_text(["/start", "For Ana"])
    await expect(phones.nth(1).locator(".words")).to_have_text(["hello from Bo", "For Bo"])
    async with page.expect_response("**/tap"):
        await phones.nth(1).get_by_role("button", name="Go").click()
    await phones.nth(0).get_by_role("combobox", name="Message").fill("mine")
    await page.keyboard.press("Enter")
    await expect(phones.nth(0).locator(".mine .words").last).to_have_text("mine")
    await expect(page).to_have_title("Ana · Unhunch")
    assert len(phone.person(8).unanswered) == 1


async def test_phones_that_were_open_are_open_again_and_can_be_put_away(
    phone: Phone, page: Page, bot: Bot
) -> None:
    phone.person(8, first_name="Bo")
    await page.set_viewport_size({"width": 1280, "height": 800})
    await page.goto(f"{phone.address}/#7,8")
    await page.reload()
    await expect(page.locator("chat-phone")).to_have_count(2)
    await page.locator("chat-phone").first.get_by_role("button", name="Put this phone away").click()
    await expect(page.locator("chat-phone")).to_have_count(1)
    await expect(page.locator("#people [aria-current]")).to_have_text("BBo")
    await expect(page.get_by_role("button", name="Put this phone away")).to_be_hidden()


async def test_a_narrow_screen_shows_one_phone(phone: Phone, page: Page, bot: Bot) -> None:
    phone.person(8, first_name="Bo")
    await page.goto(f"{phone.address}/#7,8")
    await page.reload()
    await expect(page.locator("chat-phone")).to_have_count(2)
    await expect(page.locator("chat-phone:visible")).to_have_count(1)
    await expect(page.get_by_label("Side by side")).to_be_hidden()


# ---- the chat closed


async def test_a_message_rings_at_a_closed_chat_and_bears_a_mark(page: Page, bot: Bot) -> None:
    await page.evaluate(COUNT_TONES)
    await page.get_by_role(
        "heading", name="Unhunch"
    ).click()  # a page that was never touched would be still anyway
    await bot.says("While she reads")
    await expect(page.get_by_text("While she reads")).to_be_visible()
    assert await page.evaluate("tones") == 0
    await close_chat(page)
    await bot.says("Time for two minutes.", [key("Start")])
    notice = page.get_by_role("listitem")
    await expect(notice.get_by_role("img", name="Rang")).to_be_visible()
    await expect(notice).to_contain_text("Time for two minutes.")
    await expect(page.get_by_role("button", name="Start")).to_be_hidden()
    assert await page.evaluate("tones") == 2
    await page.get_by_role("button", name="Open the chat").click()
    await expect(page.locator(".theirs .rang")).to_have_count(1)
    await expect(page.locator(".theirs").last.get_by_role("img", name="Rang")).to_be_visible()


async def test_a_silent_message_neither_rings_nor_bears_a_mark(
    phone: Phone, page: Page, bot: Bot, ana: PhoneUser
) -> None:
    await page.evaluate(COUNT_TONES)
    phone.person(8, first_name="Bo").says("/start")
    await close_chat(page)
    await bot.says("Not today. Tomorrow 8:30.", disable_notification=True)
    await bot.says("Bo hears nothing either", chat=8, disable_notification=True)
    await bot.says("Nor she.", disable_notification=True)
    await expect(page.get_by_role("listitem").locator(".text")).to_have_text(
        ["Nor she.", "Not today. Tomorrow 8:30."]
    )
    await expect(page.locator(".rang, .unread")).to_have_count(0)
    assert await page.evaluate("tones") == 0


async def test_no_sound_is_no_sound(page: Page, bot: Bot) -> None:
    await page.evaluate(COUNT_TONES)
    await set_phone(page, silent=True)
    await close_chat(page)
    await bot.says("Hush")
    await expect(page.get_by_role("listitem")).to_contain_text("Hush")
    assert await page.evaluate("tones") == 0


async def test_an_answer_from_the_notification_is_a_plain_message(
    page: Page, ana: PhoneUser, bot: Bot
) -> None:
    await close_chat(page)
    await bot.says("Two minutes now?", [key("Start")])
    await page.get_by_role("button", name="Reply").click()
    await page.get_by_role("textbox", name="Message").fill("later")
    async with page.expect_response("**/say"):
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("listitem")).to_have_count(0)
    await expect(page.get_by_role("button", name="Open the chat")).to_be_visible()
    assert (ana.messages[-1].text, ana.messages[-1].reply_to) == ("later", 0)


async def test_a_notification_goes_with_its_message_and_changes_with_it(page: Page, bot: Bot) -> None:
    await close_chat(page)
    first = await bot.says("One")
    await bot.says(
        'Two <tg-spoiler>x</tg-spoiler> <tg-time unix="1700000000" format="r">in a while</tg-time>'
    )
    await expect(page.locator(".notice .text")).to_have_text(["Two ▒ in a while", "One"])
    await bot.edits(first, "One and a half")
    await expect(page.locator(".notice .text").last).to_have_text("One and a half")
    await bot.call("deleteMessage", chat_id=7, message_id=first)
    await expect(page.locator(".notice")).to_have_count(1)
    await page.get_by_role("button", name="Open", exact=True).click()
    await expect(page.locator(".theirs")).to_be_visible()
    await expect(page.locator("#home")).to_be_hidden()


async def test_how_a_phone_is_stays_when_the_page_is_loaded_again(page: Page, bot: Bot) -> None:
    await close_chat(page)
    await page.reload()
    await expect(page.get_by_role("button", name="Open the chat")).to_be_visible()


# ---- other apps


async def test_an_old_app_shows_the_words_that_stand_for_a_time(page: Page, bot: Bot) -> None:
    await bot.says('⏳ <tg-time unix="1700000000" format="r">30 s</tg-time>')
    await expect(page.locator(".theirs time")).to_contain_text("years ago")
    await set_phone(page, plainTimes=True)
    await expect(page.locator(".theirs .words")).to_have_text("⏳ 30 s")
    await set_phone(page, plainTimes=False)
    await expect(page.locator(".theirs time")).to_contain_text("years ago")


async def test_an_app_in_another_language_writes_times_in_it_and_tells_the_bot(
    page: Page, ana: PhoneUser, bot: Bot
) -> None:
    await bot.says('Next: <tg-time unix="1700000000" format="r">then</tg-time>')
    for language, words in (("", "About it"), ("de", "Wie es geht")):
        menu = [{"command": "help", "description": words}]
        await bot.call("setMyCommands", commands=menu, language_code=language)
    await set_phone(page, language="de")
    await expect(page.locator(".theirs .words")).to_contain_text("Next: vor ")
    await expect(page.get_by_role("combobox", name="Nachricht")).to_be_visible()
    await expect(page.locator(".day")).to_have_text("Heute")
    await page.get_by_role("button", name="Befehle").click()
    await expect(page.get_by_role("option")).to_have_text("/helpWie es geht")
    ana.says("hallo")
    updates = await bot.call("getUpdates")
    assert updates[-1]["message"]["from"]["language_code"] == "de"


async def test_an_app_that_reads_from_the_right_is_mirrored_but_not_whose_message_is_whose(
    page: Page, bot: Bot
) -> None:
    await bot.says("Stay 30 s", [key("Pause")])
    await set_phone(page, language="fa")
    await expect(page.get_by_role("combobox", name="پیام")).to_be_visible()
    await comes_to_rest(page)
    boxes = {
        name: await page.locator(name).evaluate("node => node.getBoundingClientRect().x")
        for name in ("#more", "#bot-avatar", ".mine .bubble", ".theirs .bubble")
    }
    assert boxes["#more"] < boxes["#bot-avatar"]
    assert boxes[".theirs .bubble"] < boxes[".mine .bubble"]
    assert await page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize(("words", "side"), [("سلام Ana", "rtl"), ("Hello سلام", "ltr")])
async def test_words_run_as_they_are_written(page: Page, bot: Bot, words: str, side: str) -> None:
    await bot.says(words, [key(words)])
    for place in (".theirs .words", ".key"):
        await expect(page.locator(place)).to_have_css("direction", side)


async def test_the_look_is_the_phones_own(page: Page, bot: Bot) -> None:
    header = page.locator("header")
    light: str = await header.evaluate("node => getComputedStyle(node).backgroundColor")
    await set_phone(page, look="dark")
    await expect(header).not_to_have_css("background-color", light)
    await set_phone(page, look="light")
    await expect(header).to_have_css("background-color", light)


async def test_nothing_plays_by_itself_until_it_is_asked_to(page: Page, bot: Bot) -> None:
    await bot.call("sendAnimation", {"animation": ("loop.gif", LOOP)}, chat_id=7)
    await expect(page.locator(".picture img")).to_be_visible()
    await set_phone(page, still=True)
    still = page.locator(".picture canvas")
    await expect(still).to_be_visible()
    assert await still.evaluate(loop_red)
    await page.get_by_role("button", name="Play").click()
    await expect(page.locator(".picture img")).to_be_visible()
    await expect(page.get_by_role("button", name="Play")).to_have_count(0)


async def test_who_wants_less_motion_gets_it(phone: Phone, chromium: Browser, bot: Bot) -> None:
    await bot.call("sendAnimation", {"animation": ("loop.gif", LOOP)}, chat_id=7)
    page = await chromium.new_page(reduced_motion="reduce")
    await page.goto(phone.address)
    await expect(page.locator(".picture canvas")).to_be_visible()
    await page.close()
