"""A chat recorded to one file: all that it shows is in it, nothing else, and nothing of it is more than words."""

import json
import re
from html.parser import HTMLParser

import aiohttp

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, keys
from tests.phone.page_caller import HOSTILE
from tests.phone.samples import FILM, PAPER, PNG, SONG, STILL

VOID = {"meta", "img"}


class Outline(HTMLParser):
    """Fails on tags that do not nest; keeps the tags, attributes and words there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def classes(self, name: str) -> int:
        return sum(name in (attrs.get("class") or "").split() for _, attrs in self.tags)


async def test_the_words_and_buttons_of_a_chat_are_in_its_record(
    phone: Phone, call: Caller, ana: PhoneUser
) -> None:
    await call(
        "sendMessage",
        chat_id=7,
        text='<b>Ready?</b>\n<blockquote>at\nonce</blockquote>\n⏳ <tg-time unix="1" format="r">30 s</tg-time>',
        parse_mode="HTML",
        reply_markup=keys(["Go", "Stop"], style="danger"),
    )
    ana.says("yes", reply_to=ana.sees.id)
    await call("setMessageReaction", chat_id=7, message_id=3, reaction=[{"type": "emoji", "emoji": "👍"}])
    page = phone.record(7)
    record = Outline(page)
    assert [words for words in map(str.strip, record.words) if words][1:] == [
        "Ana · Unhunch", "Recorded 2026-01-05 07:30 UTC",
        "/start", "07:30",
        "Ready?", "at\nonce", "⏳", "30 s", "07:30", "Go", "Stop",
        "Unhunch", "Ready?\nat\nonce\n⏳ 30 s", "yes", "👍", "07:30",
    ]  # fmt: skip
    assert "<b>Ready?</b><blockquote>at\nonce</blockquote>⏳ <time" in page
    assert (record.classes("theirs"), record.classes("mine"), record.classes("danger")) == (1, 2, 2)
    assert record.classes("quoted") == record.classes("reaction") == 1


async def test_each_file_is_in_it_once_and_nothing_comes_from_outside(
    phone: Phone, call: Caller, ana: PhoneUser
) -> None:
    sent = (await call("sendPhoto", {"photo": PNG}, chat_id=7)).result
    for _ in range(3):
        await call("sendPhoto", chat_id=7, photo=sent["photo"][-1]["file_id"])
    await call("sendAudio", {"audio": SONG, "thumbnail": STILL}, chat_id=7, title="Calm", performer="Bo")
    await call("sendDocument", {"document": PAPER}, chat_id=7)
    media = [{"type": "video", "media": f"attach://{name}"} for name in "ab"]
    await call("sendVideo", {"video": FILM, "cover": PNG}, chat_id=7)
    await call("sendMediaGroup", {"a": FILM, "b": FILM}, chat_id=7, media=media)
    ana.sends("location")
    page = phone.record(7)
    record = Outline(page)
    files = json.loads(re.findall(r'id="files">(.*?)</script>', page)[0])
    assert len(files) == 8
    used = {attrs[name] for _, attrs in record.tags for name in ("data-file", "data-poster") if name in attrs}
    assert used == set(files)
    assert record.classes("album") == 1
    assert "CalmBo" in record.text
    assert "52.5200, 13.4050" in record.text
    assert not [attrs for _, attrs in record.tags if {"src", "href", "style", "onerror"} & set(attrs)]
    assert "default-src 'none'" in page


async def test_hostile_words_stay_words(phone: Phone, call: Caller) -> None:
    mallory = phone.person(9, first_name=HOSTILE)
    mallory.says(f"{HOSTILE}</script></style>")
    mallory.sends("contact", first_name=HOSTILE)
    mallory.sends("audio", title=HOSTILE)
    link = f"https://example.com/?{HOSTILE}"
    await call(
        "sendMessage",
        chat_id=9,
        text="x javascript:alert(1)",
        entities=[{"type": "text_link", "offset": 0, "length": 1, "url": link}],
        reply_markup=keys([HOSTILE[:20]]),
    )
    record = Outline(phone.record(9))
    assert record.text.count(HOSTILE) == 5
    assert {tag for tag, _ in record.tags} <= {
        "html", "meta", "title", "style", "header", "h1", "p", "main", "article", "div", "span", "time", "b", "a",
        "audio", "script",
    }  # fmt: skip
    assert all(str(attrs.get("href", "https:")).startswith("https:") for _, attrs in record.tags)


async def test_what_is_hidden_is_hidden_in_what_quotes_it(phone: Phone, call: Caller, ana: PhoneUser) -> None:
    text = "🧘 <tg-spoiler>ab🧘</tg-spoiler> c"
    await call("sendMessage", chat_id=7, text=text, parse_mode="HTML")
    ana.says("oh", reply_to=ana.sees.id)
    assert '<span dir="auto">🧘 ▒▒▒▒ c</span>' in phone.record(7)


async def test_the_page_saves_it(phone: Phone, browser: aiohttp.ClientSession, ana: PhoneUser) -> None:
    async with browser.get("/phone/chats/7/record") as response:
        assert response.headers["Content-Disposition"] == 'attachment; filename="chat-7.html"'
        assert "/start" in Outline(await response.text()).text
    async with browser.get("/phone/chats/70/record") as response:
        assert response.status == 404
