"""The chat page in a real browser: what Ana sees, and that it can be used by touch, keyboard and screen reader."""

import re
from datetime import timedelta

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.browser import needs_chromium
from tests.page.speaking import Bot, comes_to_rest, key, lets_nothing_go

# One browser serves all of these tests, and lives in one loop with the phones.
pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]

HOSTILE = '<b>Łukasz & ✨</b> مينا <img src=x onerror="document.title=1">'
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 9


async def test_an_empty_chat_tells_what_the_bot_does_and_start_starts(
    phone: Phone, ana: PhoneUser, chromium: Browser
) -> None:
    page = await chromium.new_page()
    async with aiohttp.ClientSession() as session:
        await Bot(phone, session).call("setMyDescription", description=f"Moves for a stiff back. {HOSTILE}")
    await page.goto(f"{phone.address}/?start=routine_morning")
    await expect(page.locator("#description")).to_contain_text(HOSTILE)
    await expect(page.locator("#writing")).to_be_hidden()
    await page.get_by_role("button", name="Start").click()
    await expect(page.locator(".mine .words")).to_have_text("/start")
    await expect(page.locator("#writing")).to_be_visible()
    async with aiohttp.ClientSession() as session:
        (update,) = await Bot(phone, session).call("getUpdates")
    assert update["message"]["text"] == "/start routine_morning"
    await page.close()


async def test_a_link_brings_start_into_a_chat_that_runs(phone: Phone, page: Page, bot: Bot) -> None:
    await page.goto(f"{phone.address}/?start=exercise_cat-cow#7")
    await expect(page.locator(".mine")).to_have_count(1)
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator(".mine .words")).to_have_text(["/start", "/start"])
    await expect(page.locator("#writing")).to_be_visible()
    assert (await bot.call("getUpdates"))[-1]["message"]["text"] == "/start exercise_cat-cow"
    await page.reload()
    await expect(page.locator(".mine")).to_have_count(2)
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_hidden()


async def test_hostile_words_stay_words(phone: Phone, page: Page, bot: Bot) -> None:
    phone.person(8, first_name=HOSTILE)
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    await bot.says(f"{escaped} <i>{escaped}</i>", [key(HOSTILE[:30])])
    await expect(page.locator(".theirs .words")).to_have_text(f"{HOSTILE} {HOSTILE}")
    await expect(page.locator("#people .name").last).to_have_text(HOSTILE)
    await expect(page.locator("main img, #people img")).to_have_count(0)
    await expect(page).to_have_title("Ana · Unhunch")


async def test_formatting_becomes_what_it_means(page: Page, bot: Bot) -> None:
    await bot.says(
        "<b>one <i>two</i></b> 🧘 <u>three</u>\n<blockquote>quoted\nlines</blockquote>\nafter <code>x</code> "
        '<a href="https://example.com/a">there</a> <tg-spoiler>hidden</tg-spoiler>'
    )
    words = page.locator(".theirs .words")
    await expect(words.locator("b")).to_have_text("one two")
    await expect(words.locator("b i")).to_have_text("two")
    await expect(words.locator("u")).to_have_text("three")
    await expect(words.locator("blockquote")).to_have_text("quoted\nlines", use_inner_text=True)
    await expect(words.locator("a")).to_have_attribute("href", "https://example.com/a")
    await words.get_by_role("button", name="hidden").click()
    await expect(words.locator(".spoiler")).to_have_attribute("aria-expanded", "true")
    # The line breaks around the block are its own: no empty lines.
    assert await words.evaluate("node => [...node.childNodes].map(n => n.data).filter(Boolean)") == [
        " 🧘 ", "after ", " ", " ",
    ]  # fmt: skip


async def test_a_tap_shows_that_it_works_until_it_is_answered(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await lets_nothing_go(page)
    await bot.says("Ready?", [key("Go", "primary"), key("Stop", "danger")])
    go = page.get_by_role("button", name="Go")
    await expect(go).to_have_class("key primary")
    async with page.expect_response("**/tap"):
        await go.click()
    await expect(go).to_have_attribute("aria-busy", "true")
    await go.click()
    (query,) = ana.unanswered
    await bot.call("answerCallbackQuery", callback_query_id=query, text=HOSTILE)
    await expect(go).to_have_attribute("aria-busy", "false")
    await expect(page.get_by_role("status")).to_have_text(HOSTILE)
    assert not ana.unanswered


async def test_an_alert_waits_for_its_ok(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await bot.says("Ready?", [key("Go")])
    async with page.expect_response("**/tap"):
        await page.get_by_role("button", name="Go").click()
    await bot.call(
        "answerCallbackQuery", callback_query_id=ana.unanswered[0], text="Stop here", show_alert=True
    )
    await expect(page.get_by_role("dialog")).to_contain_text("Stop here")
    await page.get_by_role("button", name="OK").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_an_edit_stays_in_its_place_and_keeps_the_finger_on_the_keyboard(page: Page, bot: Bot) -> None:
    message = await bot.says("Get ready", [key("Ready")], [key("Skip"), key("Stop")])
    await bot.says("Below")
    await page.get_by_role("button", name="Skip").focus()
    await bot.edits(message, "Stay 30 s", [key("Pause")], [key("Skip on"), key("It hurts")])
    await expect(page.locator(".theirs .words")).to_have_text(["Stay 30 s", "Below"])
    await expect(page.get_by_role("button", name="Skip on")).to_be_focused()
    await bot.edits(message, "Done")
    await expect(page.locator(".keyboard")).to_have_count(0)
    await expect(page.locator("#log")).to_be_focused()


async def test_when_a_card_is_replaced_the_finger_goes_to_the_new_one(page: Page, bot: Bot) -> None:
    old = await bot.says("Child's pose", [key("Pause")])
    await page.get_by_role("button", name="Pause").focus()
    await bot.says("Open book", [key("I'm ready")])
    await bot.call("deleteMessage", chat_id=7, message_id=old)
    await expect(page.locator(".theirs .words")).to_have_text(["Open book"])
    await expect(page.get_by_role("button", name="I'm ready")).to_be_focused()


async def test_a_countdown_ticks_and_then_tells_how_long_ago(phone: Phone, page: Page, bot: Bot) -> None:
    unix = int(phone.time.clock().timestamp()) + 59
    await bot.says(f'⏳ <tg-time unix="{unix}" format="r">59 s</tg-time>')
    moment = page.locator(".theirs time")
    await expect(moment).to_have_text(re.compile(r"in \d+ seconds"))
    await expect(moment).to_have_attribute("aria-live", "off")
    await expect(moment).not_to_have_text(await moment.inner_text())
    await phone.time.passes(timedelta(minutes=1))
    await expect(moment).to_contain_text("ago")


async def test_a_time_without_a_countdown_keeps_the_bots_words(page: Page, bot: Bot) -> None:
    await bot.says('Next: <tg-time unix="1700000000">Tuesday</tg-time>')
    await expect(page.locator(".theirs .words")).to_have_text("Next: Tuesday")


async def test_a_long_quote_is_folded_and_stays_open_when_its_message_is_edited(page: Page, bot: Bot) -> None:
    quote = "<blockquote expandable>" + "\n".join(f"{n}. a step" for n in range(9)) + "</blockquote>"
    message = await bot.says(f"Steps {quote} end <blockquote expandable>short</blockquote>", [key("Go")])
    unfold = page.get_by_role("button", name="Show more")
    await expect(unfold).to_have_count(1)
    await unfold.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Show less")).to_have_attribute("aria-expanded", "true")
    await bot.edits(message, f"The steps {quote}", [key("Go")])
    await expect(page.locator(".theirs .words")).to_contain_text("The steps")
    await expect(page.get_by_role("button", name="Show less")).to_be_visible()


async def test_a_short_quote_has_no_button_not_even_for_a_moment(page: Page, bot: Bot) -> None:
    await bot.says("<blockquote expandable>short</blockquote>")
    await expect(page.locator(".theirs .words")).to_have_text("short", use_inner_text=True)
    shown = """(phone) => {
      const { log } = phone;
      const { message_id, ...rest } = [...log.messages.values()].at(-1);
      log.put({ message_id: message_id + 1, ...rest });
      return log.newest.querySelector(".unfold").checkVisibility();
    }"""
    assert not await page.locator("chat-phone").evaluate(shown)


async def test_enter_sends_and_commands_complete(page: Page, ana: PhoneUser, bot: Bot) -> None:
    commands = [{"command": name, "description": f"About {name}"} for name in ("start", "stop", "help")]
    await bot.call("setMyCommands", commands=commands)
    text = page.get_by_role("combobox", name="Message")
    await text.press_sequentially("two\n")
    await text.press_sequentially("/st")
    options = page.get_by_role("option")
    await expect(options).to_have_text(["/startAbout start", "/stopAbout stop"])
    await text.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await text.press_sequentially("o")
    await expect(options).to_have_count(1)
    await text.press("ArrowDown")
    await expect(options.first).to_have_attribute("aria-selected", "true")
    await text.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text(["/start", "two", "/stop"])


async def test_a_command_in_a_message_is_sent_by_a_tap(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await bot.says("Type /help any time")
    await page.get_by_role("button", name="/help").click()
    await expect(page.locator(".mine")).to_have_count(2)
    assert ana.messages[-1].text == "/help"


async def test_a_picture_stands_above_its_caption(page: Page, bot: Bot) -> None:
    picture = ("pose.png", plain_png(400, 300, (9, 9, 9)))
    await bot.call("sendPhoto", {"photo": picture}, chat_id=7, caption="A pose")
    shown = page.get_by_role("img", name="Picture")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("async node => (await node.decode(), node.naturalWidth)") == 400
    await expect(page.locator(".theirs .words")).to_have_text("A pose")


async def test_people_have_chats_of_their_own_and_see_who_was_written_to(
    phone: Phone, page: Page, bot: Bot
) -> None:
    phone.person(8, first_name="Bo").says("hello from Bo")
    await bot.says("For Bo", chat=8)
    bo = page.locator("#people button", has_text="Bo")
    await expect(bo.get_by_role("img", name="New message")).to_be_visible()
    await expect(page.locator(".message")).to_have_count(1)
    await bo.click()
    await expect(page.locator(".message .words")).to_have_text(["hello from Bo", "For Bo"])
    await expect(page.locator(".unread")).to_have_count(0)
    await page.reload()
    await expect(page.locator(".message .words")).to_have_text(["hello from Bo", "For Bo"])


async def test_somebody_new_takes_the_phone(phone: Phone, page: Page) -> None:
    await page.get_by_role("button", name="A new person").click()
    await page.get_by_label("First name").fill("مينا")
    await page.keyboard.press("Enter")
    await expect(page.locator("#people [aria-current]")).to_contain_text("مينا")
    await expect(page.get_by_role("button", name="Start")).to_be_visible()
    assert [person.first_name for person in phone.people()] == ["Ana", "مينا"]


async def test_blocking_takes_the_pen_away(page: Page, ana: PhoneUser, bot: Bot) -> None:
    await expect(page.locator("#writing")).to_be_visible()
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Block the bot").click()
    await expect(page.locator("#writing")).to_be_hidden()
    assert ana.chat.membership == "kicked"
    await page.locator("#unblock").click()
    await expect(page.locator("#writing")).to_be_visible()
    assert ana.chat.membership == "member"


async def test_the_newest_is_in_sight_until_one_scrolls_back(page: Page, bot: Bot) -> None:
    for number in range(30):
        await bot.says(f"Message {number}", [key("Go")])
    await expect(page.get_by_text("Message 29")).to_be_in_viewport()
    await comes_to_rest(page)
    await page.locator("#log").evaluate("node => node.scrollTo(0, 0)")
    down = page.get_by_role("button", name="To the newest message")
    await expect(down).to_be_visible()
    last = await bot.says("Far below")
    await expect(page.locator(f'[data-id="{last}"]')).to_have_count(1)
    await comes_to_rest(page)
    await expect(page.get_by_text("Far below")).not_to_be_in_viewport()
    await down.click()
    await expect(page.get_by_text("Far below")).to_be_in_viewport()


async def test_who_reads_the_newest_stays_there_when_a_tall_message_goes_and_another_grows(
    page: Page, bot: Bot
) -> None:
    """As when a card takes the place of another, and its picture comes a moment later."""
    for number in range(30):
        await bot.says(f"Message {number}", [key("Go")])
    await expect(page.get_by_text("Message 29")).to_be_in_viewport()
    await comes_to_rest(page)
    await page.locator("#log").evaluate(
        """async node => {
            const [tall, growing] = [...node.querySelectorAll(".message")].slice(-2);
            const frames = async () => { for (let n = 0; n < 5; n++) await new Promise(requestAnimationFrame); };
            tall.style.height = "900px";
            await frames();
            tall.style.height = "";
            node.scrollTop;
            growing.style.paddingTop = "300px";
            node.dispatchEvent(new Event("scroll")); // of the place that moved up, told before the page is laid out again
            await frames();
        }"""
    )
    await expect(page.get_by_text("Message 29")).to_be_in_viewport()
    await expect(page.get_by_role("button", name="To the newest message")).to_be_hidden()


async def test_after_a_break_who_reads_further_up_stays_there(phone: Phone, page: Page, bot: Bot) -> None:
    ids = [await bot.says(f"Message {number}\n" * (1 + number % 3), [key("Go")]) for number in range(60)]
    await expect(page.get_by_text("Message 59")).to_be_in_viewport()
    await comes_to_rest(page)
    await page.locator("#log").evaluate("node => node.scrollTo(0, node.scrollHeight / 2)")
    await expect(page.get_by_role("button", name="To the newest message")).to_be_visible()
    await comes_to_rest(page)
    place = "node => node.log.place()"
    before = await page.locator("chat-phone").evaluate(place)
    await phone.stop()
    phone.telegram.remove(phone.person(7).chat.messages[ids[-1]])
    phone.person(7).says("Meanwhile")
    await phone.start(int(phone.address.rpartition(":")[2]))
    await expect(page.get_by_text("Meanwhile")).to_have_count(1)
    await expect(page.get_by_text("Message 59")).to_have_count(0)
    await comes_to_rest(page)
    after = await page.locator("chat-phone").evaluate(place)
    assert after["id"] == before["id"]
    assert after["down"] == pytest.approx(
        before["down"], abs=1
    )  # a browser scrolls by whole pixels of its own


async def test_after_a_break_the_page_catches_up(phone: Phone, ana: PhoneUser, chromium: Browser) -> None:
    page = await chromium.new_page()
    ana.says("Before")
    await page.goto(phone.address)
    await expect(page.locator(".words")).to_have_text(["Before"])
    await phone.stop()
    ana.says("Meanwhile")
    await phone.start(int(phone.address.rpartition(":")[2]))
    await expect(page.locator(".words")).to_have_text(["Before", "Meanwhile"])
    ana.says("After")
    await expect(page.locator(".words")).to_have_text(["Before", "Meanwhile", "After"])
    await page.close()


@pytest.mark.parametrize("width", [320, 360, 1100])
async def test_all_fits_and_all_can_be_hit(page: Page, bot: Bot, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 740})
    rows = [[key(str(n)) for n in range(1, 7)], [key(LONG[:20]), key("x")], [key("a"), key("b"), key("c")]]
    await bot.says(
        f"{LONG} https://example.com/{LONG}\n<pre>{LONG}</pre><blockquote expandable>{LONG}</blockquote>",
        *rows,
    )
    await expect(page.locator(".key").last).to_be_in_viewport(ratio=1)
    await expect(page.locator(".key")).to_have_count(11)
    await expect(page.get_by_role("button", name="Show more")).to_be_visible()
    await comes_to_rest(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    sizes = await page.locator(".row").evaluate_all(
        "rows => rows.map(row => [...row.children].map(key => key.getBoundingClientRect()))"
    )
    assert all(box["height"] >= 44 for row in sizes for box in row)
    for row in sizes:
        assert max(box["width"] for box in row) - min(box["width"] for box in row) < 1
    small = await page.locator("button:visible, a:visible, textarea:visible").evaluate_all(
        "all => all.filter(node => !node.matches('.words .link')).map(node => [node.outerHTML,"
        " node.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 44)"
    )
    assert [html for html, _ in small] == []
