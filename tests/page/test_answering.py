"""What Ana does beside tapping: answering, editing, deleting, keys in place of the letters, places, links, copies, pins."""

import base64
import re

import pytest
from playwright.async_api import Browser, Page, expect

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.speaking import Bot, comes_to_rest, key, lets_nothing_go

PORTRAIT = """() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 160 });
  canvas.getContext("2d").fillRect(0, 0, 160, 160);
  return canvas.toDataURL("image/jpeg").split(",")[1];
}"""

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]


async def test_a_message_is_answered_by_its_menu(page: Page, ana: PhoneUser, bot: Bot) -> None:
    asked = await bot.says("How many minutes?")
    await page.get_by_text("How many minutes?").click(button="right")
    await page.get_by_role("button", name="Reply").click()
    await expect(page.locator("#about-text")).to_have_text("How many minutes?")
    await page.keyboard.type("five\n")
    await expect(page.locator(".mine .quoted")).to_contain_text("How many minutes?")
    await expect(page.locator("#about-writing")).to_be_hidden()
    assert ana.messages[-1].reply_to == asked


async def test_the_menu_of_a_message_is_put_away(page: Page, bot: Bot) -> None:
    message = await bot.says("How many minutes?")
    menu = page.locator("#message-menu")
    await page.get_by_text("How many minutes?").click(button="right")
    await expect(menu).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await expect(page.locator(f'[data-id="{message}"]')).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(menu).to_be_visible()
    await page.get_by_role("heading", name="Unhunch").click()
    await expect(menu).to_be_hidden()


async def test_the_answer_leads_to_what_it_answers(page: Page, ana: PhoneUser, bot: Bot) -> None:
    asked = await bot.says("How many minutes?")
    for number in range(20):
        await bot.says(f"Message {number}", [key("Go")])
    ana.says("five", reply_to=asked)
    await expect(page.locator(".mine .quoted")).to_be_in_viewport()
    await expect(page.locator(f'[data-id="{asked}"]')).not_to_be_in_viewport()
    await page.locator(".mine .quoted").click()
    await expect(page.locator(f'[data-id="{asked}"]')).to_be_in_viewport()
    await expect(page.locator(f'[data-id="{asked}"]')).to_be_focused()


async def test_a_message_that_grows_just_then_does_not_lead_back_to_the_newest(page: Page, bot: Bot) -> None:
    asked = await bot.says("How many minutes?")
    for number in range(20):
        await bot.says(f"Message {number}", [key("Go")])
    await expect(page.get_by_text("Message 19")).to_be_in_viewport()
    await comes_to_rest(page)
    await page.locator("chat-phone").evaluate(
        """async (phone, asked) => {
            phone.log.newest.style.paddingTop = "300px";
            phone.log.point(asked);
            for (let n = 0; n < 5; n++) await new Promise(requestAnimationFrame);
        }""",
        asked,
    )
    await expect(page.locator(f'[data-id="{asked}"]')).to_be_in_viewport()


async def test_with_the_keyboard_alone_a_message_is_found_answered_edited_and_deleted(
    page: Page, ana: PhoneUser, bot: Bot
) -> None:
    menu = page.locator("#message-menu")
    await bot.says("One")
    await bot.says("Two", [key("Go")])
    await expect(page.locator(".theirs .words")).to_have_text(["One", "Two"])
    await page.locator("#log").focus()
    for step in ("ArrowUp", "ArrowUp"):
        await page.keyboard.press(step)
    await expect(page.get_by_role("article").nth(1)).to_have_accessible_name(re.compile("One"))
    await page.keyboard.press("Enter")
    await expect(menu.get_by_role("button", name="Reply")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#about-text")).to_have_text("One")
    await page.keyboard.type("first\n")
    await expect(page.locator(".mine .quoted span")).to_have_text("One")
    for step, way in ("Edit", ("Copy", "Edit")), ("Delete", ("Copy", "Edit", "Delete")):
        await page.locator("#log").focus()
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")
        await expect(menu.get_by_role("button", name="Reply")).to_be_focused()
        for name in way:
            await page.keyboard.press("ArrowDown")
            await expect(menu.get_by_role("button", name=name)).to_be_focused()
        await page.keyboard.press("Enter")
        if step == "Edit":
            await expect(page.get_by_role("combobox", name="Message")).to_have_value("first")
            await page.keyboard.type(" of all\n")
            await expect(page.locator(".mine .words").last).to_have_text("first of all")
            await expect(page.locator(".mine .at").last).to_contain_text("edited")
    await expect(page.locator(".mine")).to_have_count(1)
    assert [message.text for message in ana.messages] == ["/start", "One", "Two"]


async def test_a_bot_that_asks_for_a_reply_gets_one_unless_it_is_put_off(
    page: Page, ana: PhoneUser, bot: Bot
) -> None:
    said = page.locator(".mine .words")
    for text, answers in ("Your name?", ["Ana"]), ("And your city?", ["Ana", "Ana"]):
        await bot.call("sendMessage", chat_id=7, text=text, reply_markup={"force_reply": True})
        await expect(page.locator("#about-text")).to_have_text(text)
        if text == "Your name?":
            async with page.expect_response("**/hide"):
                await page.get_by_role("button", name="Cancel").click()
            await expect(page.locator("#about-writing")).to_be_hidden()
        await page.get_by_role("combobox", name="Message").press_sequentially("Ana\n")
        await expect(said).to_have_text(["/start", *answers])
    assert [bool(message.reply_to) for message in ana.messages if message.text == "Ana"] == [False, True]


async def test_keys_in_place_of_the_letters_are_pressed_and_go(page: Page, ana: PhoneUser, bot: Bot) -> None:
    rows = [[{"text": "Morning"}, {"text": "Evening"}], [{"text": "My place", "request_location": True}]]
    markup = {"keyboard": rows, "one_time_keyboard": True, "input_field_placeholder": "When?"}
    await bot.call("sendMessage", chat_id=7, text="When?", reply_markup=markup)
    await expect(page.get_by_role("combobox", name="Message")).to_have_attribute("placeholder", "When?")
    await page.get_by_role("button", name="Evening").click()
    await expect(page.locator(".mine .words").last).to_have_text("Evening")
    await expect(page.get_by_role("button", name="Evening")).to_be_hidden()
    await page.get_by_role("button", name="Keyboard").click()
    await page.get_by_role("button", name="My place").click()
    await page.get_by_label("Place").select_option("Auckland")
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(page.locator(".place")).to_contain_text("-36.8485, 174.7633")
    await bot.call("sendMessage", chat_id=7, text="Thanks", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_role("button", name="Keyboard")).to_be_hidden()
    assert ana.messages[-2].place == (-36.8485, 174.7633)


async def test_any_place_can_be_shared(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await page.get_by_role("button", name="Send something else").click()
    await page.get_by_role("button", name="Location").click()
    await page.get_by_label("Latitude").fill("-33.9")
    await page.get_by_label("Longitude").fill("18.4")
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(page.locator(".place")).to_contain_text("-33.9000, 18.4000")
    assert ana.messages[-1].place == (-33.9, 18.4)


async def test_a_link_to_the_bot_is_opened(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Open a link…").click()
    await page.get_by_role("textbox", name="Link").fill("https://t.me/unhunch_bot?start=exercise_cat-cow")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text(["/start", "/start"])
    assert (await bot.call("getUpdates"))[-1]["message"]["text"] == "/start exercise_cat-cow"


async def test_a_link_to_somebody_else_is_not(
    phone: Phone, chromium: Browser, ana: PhoneUser, bot: Bot
) -> None:
    page = await chromium.new_page()
    await page.goto(phone.address)
    await lets_nothing_go(page)
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Open a link…").click()
    await page.get_by_role("textbox", name="Link").fill("https://t.me/other_bot?start=x")
    await page.keyboard.press("Enter")
    await expect(page.locator("#toast")).to_contain_text("does not lead to @unhunch_bot")
    await page.close()
    assert len(ana.messages) == 1


async def test_a_button_copies_its_words(page: Page, bot: Bot) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await lets_nothing_go(page)
    await bot.says("Your data", [{"text": "Copy", "copy_text": {"text": "abc 123"}}])
    await page.get_by_role("button", name="Copy").click()
    await expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "abc 123"


async def test_what_is_pinned_stands_at_the_top_and_leads_there(page: Page, bot: Bot) -> None:
    pinned = await bot.says("The plan for this week")
    for number in range(15):
        await bot.says(f"Message {number}", [key("Go")])
    await bot.call("pinChatMessage", chat_id=7, message_id=pinned, disable_notification=True)
    top = page.locator("#pinned")
    await expect(top).to_contain_text("The plan for this week")
    await expect(page.locator(f'[data-id="{pinned}"]')).not_to_be_in_viewport()
    await top.click()
    await expect(page.locator(f'[data-id="{pinned}"]')).to_be_in_viewport()
    await bot.call("unpinAllChatMessages", chat_id=7)
    await expect(top).to_be_hidden()


async def test_a_finger_that_rests_on_a_message_opens_its_menu(
    phone: Phone, chromium: Browser, ana: PhoneUser, bot: Bot
) -> None:
    context = await chromium.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = await context.new_page()
    await page.goto(phone.address)
    await bot.says("How many minutes?")
    words = page.get_by_text("How many minutes?")
    await words.tap(trial=True)  # it stands where it stays, and nothing is above it
    box = await words.bounding_box()
    assert box
    fingers = await context.new_cdp_session(page)
    touch = {"touchPoints": [{"x": box["x"] + 9, "y": box["y"] + 9}]}
    await fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", **touch})
    await expect(page.get_by_role("button", name="Reply")).to_be_visible()
    await fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await page.get_by_role("button", name="Reply").tap()
    await expect(page.locator("#about-text")).to_have_text("How many minutes?")
    await context.close()


async def test_the_bot_shows_its_picture_and_what_stands_in_place_of_its_commands(
    page: Page, bot: Bot
) -> None:
    await expect(page.get_by_role("button", name="Commands")).to_be_enabled()
    photo = {"type": "static", "photo": "attach://me"}
    jpeg = await page.evaluate(PORTRAIT)
    await bot.call("setMyProfilePhoto", {"me": ("me.jpg", base64.b64decode(jpeg))}, photo=photo)
    await expect(page.locator("#bot-avatar img")).to_be_visible()
    app = {"type": "web_app", "text": "Open app", "web_app": {"url": "https://example.com/"}}
    await bot.call("setChatMenuButton", chat_id=7, menu_button=app)
    await expect(page.get_by_role("button", name="Open app")).to_be_disabled()
    await bot.call("setChatMenuButton", chat_id=7, menu_button={"type": "commands"})
    await expect(page.get_by_role("button", name="Commands")).to_be_enabled()
