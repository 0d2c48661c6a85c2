"""What people call themselves and their things, and whatever else they write, is shown as they wrote it and breaks nothing."""

import re
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.domain.own.own_exercise import OwnPart
from bot.domain.own.own_routine import NAME_LENGTH
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import AddWords, MakeOfSent, NameOwn, Place
from bot.store.database import Store
from tests.meaning import offers, taps
from tests.whole.running import TIRELESS, HandClock, bot_on

NAMES = (
    "Bo'); drop table people; --",
    '<b>Łukasz</b> & "co" <script>alert(1)</script>',
    "&lt;b&gt; &amp;amp; &#0;",
    "مينا",
    "\u202eanA\u202c \u2067x",
    "a\u200bn\u200da\ufeff",
    "👩‍👩‍👧‍👦🏳️‍🌈 Ana",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞a̸lgo",
    "{ $name } %s {0} ${x}",
    "../../etc/passwd",
    "👍" * 30,
    "/start",
    "NULL",
)
SAYABLE = tuple(name for name in NAMES if name != "/start")  # a command is always one
LONG = ("x" * 4096, "👍" * 4096, "مينا " * 819, "<b>" * 1365, "'" * 4096, "\u202e" * 2000 + "a")
CITIES = (*NAMES, *LONG, "Санкт-Петербург", "x' or '1'='1")


def told(text: str) -> str:
    """As people see it: without marks that only turn or join the writing, blanks as one."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cf", "Cs"})
    return " ".join(re.sub("[\u0000-\u001f]", " ", seen).split())


@pytest.fixture
async def bot(phone: Phone, clock: HandClock, tmp_path: Path) -> AsyncIterator[Store]:
    async with bot_on(phone, tmp_path / "written.sqlite3", clock, per_person=TIRELESS) as store:
        yield store


async def answers(phone: Phone, person: PhoneUser, words: str) -> str:
    """What the bot says to it: the newest message, when there is nothing more to come."""
    said = person.says(words)
    await settles(phone, person, said)
    return person.sees.text


async def settles(phone: Phone, person: PhoneUser, said: int) -> None:
    assert said
    await phone.until(lambda: not len(phone.telegram.updates))
    await phone.time.bell.ring()


def check(phone: Phone, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    assert phone.refusals == []
    assert phone.breaches == []
    assert [
        record.getMessage() for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}
    ] == []
    assert store.updates.put_aside_count() == 0
    assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"


async def test_first_names_through_chat_and_page(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    headers = {"Origin": phone.address}
    async with aiohttp.ClientSession(phone.address, headers=headers) as page:
        for number, name in enumerate(NAMES, start=1):
            by_chat = phone.person(100 * number, name)
            async with page.post("/phone/people", json={"name": name}) as response:
                by_page = phone.person((await response.json())["id"])
            for person in (by_chat, by_page):
                text = await answers(phone, person, "/start")
                assert text.startswith("Hello")
                assert told(name) in told(text)
                async with page.get(f"/phone/chats/{person.id}/record") as record:
                    assert record.status == 200
                    assert "<script>alert" not in await record.text()
    check(phone, bot, caplog)


async def test_routines_are_called_what_somebody_calls_them(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = phone.person(7, "Ana")
    for words in ("/start", "two gentle minutes", "none of these", "stop"):
        await answers(phone, ana, words)
    for name in (name[:NAME_LENGTH] for name in NAMES if name != "/start"):  # a command is always one
        await settles(phone, ana, ana.taps_data("on").update)
        taps(ana, NameOwn)
        await phone.until(lambda: "What shall I call it?" in ana.sees.text)
        text = await answers(phone, ana, name)
        assert told(name) in told(text), name
        own = bot.own.every(7)[-1]
        assert told(own.name) == told(name)
        bot.own.delete(own.id, 7)
    for words in LONG:
        await settles(phone, ana, ana.taps_data("on").update)
        taps(ana, NameOwn)
        await phone.until(lambda: "What shall I call it?" in ana.sees.text)
        await answers(phone, ana, words)
        assert all(len(own.name) <= NAME_LENGTH for own in bot.own.every(7))
    check(phone, bot, caplog)


async def settled(phone: Phone) -> PhoneUser:
    """Ana, whom the bot knows already."""
    ana = phone.person(7, "Ana")
    for words in ("/start", "two gentle minutes", "none of these", "stop"):
        await answers(phone, ana, words)
    return ana


async def shows(phone: Phone, person: PhoneUser, written: str) -> None:
    await phone.until(lambda: told(written) in told(person.sees.text))


async def test_captions_become_names_and_are_shown_as_written(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await settled(phone)
    for name in map(as_caption, (*SAYABLE, *LONG)):
        await settles(phone, ana, ana.sends("photo", caption=name))
        await phone.until(lambda: offers(ana.sees, MakeOfSent))
        await settles(phone, ana, taps(ana, MakeOfSent).update)
        await phone.until(lambda: offers(ana.sees, OwnPart.HOW))
        (own,) = bot.own_exercises.every(7)
        await shows(phone, ana, own.name)
        assert told(own.name).rstrip("…").startswith(told(name)[: len(told(own.name)) - 1])
        bot.own_exercises.delete(own.id, 7)
    check(phone, bot, caplog)


async def test_how_an_own_exercise_goes_is_shown_as_written(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await settled(phone)
    for how in SAYABLE:
        await settles(phone, ana, ana.sends("photo", caption="Towel pull"))
        await phone.until(lambda: offers(ana.sees, MakeOfSent))
        for meant, then in ((MakeOfSent, "It is called"), (OwnPart.HOW, "How does it go?")):
            taps(ana, meant)
            await phone.until(lambda then=then: then in ana.sees.text)  # type: ignore[misc]
        for words in (how, "10 times", "no"):
            await answers(phone, ana, words)
        await shows(phone, ana, how)
        (own,) = bot.own_exercises.every(7)
        bot.own_exercises.delete(own.id, 7)
    check(phone, bot, caplog)


async def test_notes_of_pain_are_shown_as_written(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await settled(phone)
    for words in SAYABLE:
        await answers(phone, ana, "pain 3")
        await settles(phone, ana, taps(ana, AddWords).update)
        await phone.until(lambda: "What would you like to add?" in ana.sees.text)
        await answers(phone, ana, words)
        await answers(phone, ana, "/pain")
        await settles(phone, ana, taps(ana, Place.PAIN_NOTES).update)
        await shows(phone, ana, words)
    check(phone, bot, caplog)


async def test_a_city_is_shown_as_it_is_called_and_never_as_what_was_typed_for_it(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await settled(phone)
    await answers(phone, ana, "change my city")
    await answers(phone, ana, "ARLINGTON")
    assert [label.rpartition(" ")[0] for label in ana.sees.labels[:2]] == ["Arlington, US"] * 2
    for city in (city for city in CITIES if len(told(city)) > 1):
        await answers(phone, ana, "change my city")
        text = await answers(phone, ana, city)
        assert told(city) not in told(text)
    check(phone, bot, caplog)


def as_caption(words: str) -> str:
    return words[:1024]  # Telegram's longest


async def test_wishes_captions_and_cities_may_be_anything(
    phone: Phone, bot: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ana = phone.person(7, "Ana")
    for words in ("/start", "two gentle minutes", "none of these", "stop"):
        await answers(phone, ana, words)
    for words in (*NAMES, *LONG):
        if told(words):
            assert await answers(phone, ana, words)
        await settles(phone, ana, ana.sends("photo", caption=words[:1024]))
    for city in CITIES:
        for words in ("/remind every day 8:30", city):
            assert await answers(phone, ana, words)
    for city in NAMES:
        assert await answers(phone, ana, f"I live in {city}")
    assert len(ana.live_keyboards) == 1
    check(phone, bot, caplog)
