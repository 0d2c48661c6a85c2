"""A copy of all one's data and the page for one's physio, through the real bot: made beside it, and sent as files."""

import io
import json
import logging
import zipfile
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.coach.news import Said, Sender
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import AskPage, MakePage, Place, SettingsGroup
from tests.known import known
from tests.meaning import offers, taps
from tests.whole.running import HandClock, bot_on

NOTE = "wringing zyx, slept badly"


def document(ana: PhoneUser) -> bytes | None:
    seen = ana.sees
    return seen.picture.content if seen.kind == "document" and seen.picture else None


def files(ana: PhoneUser) -> list[str]:
    """The beginning of each file that came, in order."""
    sent = [m.picture.content for m in ana.messages if m.kind == "document" and m.picture]
    return [content[:2].decode() for content in sent]


async def test_the_copy_and_the_page_come_as_files_and_the_log_tells_nothing(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ana = phone.person(7_431_905_528, "Anastaszja-Quux")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        ana.says("/start")
        await phone.until(lambda: "Hello" in ana.sees.text)
        store.pain_notes.add(ana.id, PainNote(clock(), NotedWhen.ANY, 7, words=NOTE))
        ana.says("/export")
        await phone.until(lambda: document(ana) is not None)
        with zipfile.ZipFile(io.BytesIO(document(ana) or b"")) as archive:
            held = json.loads(archive.read("data.json"))
            assert archive.read("physio.pdf").startswith(b"%PDF")
        assert held["people"][0]["name"] == "Anastaszja-Quux"
        assert held["pain_notes"][0]["words"] == NOTE
        taps(ana, Place.MY_DATA)
        await phone.until(lambda: offers(ana.sees, AskPage))
        taps(ana, AskPage(with_words=False))
        await phone.until(lambda: offers(ana.sees, MakePage))
        taps(ana, AskPage(with_words=True))
        await phone.until(lambda: offers(ana.sees, MakePage(with_words=True)))
        taps(ana, MakePage)
        await phone.until(lambda: (document(ana) or b"").startswith(b"%PDF"))
    for private in (NOTE, "zyx", "Quux", str(ana.id), "hurt"):
        assert private not in caplog.text
    assert (phone.refusals, phone.breaches) == ([], [])


@pytest.mark.parametrize("between", [pytest.param("/help", marks=pytest.mark.soak), "I have chest pain"])
async def test_whatever_is_said_before_they_were_made_copy_and_page_come_all_the_same(
    phone: Phone, clock: HandClock, tmp_path: Path, between: str
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock):
        ana.says("/start")
        await phone.until(lambda: "Hello" in ana.sees.text)
        for said in ("/export", between, "/export", between):
            ana.says(said)
        await phone.until(lambda: files(ana) == ["PK"])
        assert not ana.messages[-1].labels, "it stands beside the screen"
        ana.says("/export")
        await phone.until(lambda: offers(ana.sees, Place.MY_DATA))
        taps(ana, Place.MY_DATA)
        await phone.until(lambda: offers(ana.sees, AskPage))
        taps(ana, AskPage(with_words=False))
        await phone.until(lambda: offers(ana.sees, MakePage))
        taps(ana, MakePage)
        ana.says(between)
        await phone.until(lambda: files(ana) == ["PK", "PK", "%P"])
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_what_was_overtaken_comes_after_a_restart(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        ana.says("/start")
        await phone.until(lambda: "Hello" in ana.sees.text)
        for number, words in enumerate(("/export", "/help"), 999_000):
            Coach(store, known()).take(number, Said(Sender(7, "Ana", "en"), words), clock())
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        await phone.until(lambda: files(ana) == ["PK"] and not store.chats.papers(7))


@pytest.mark.parametrize("status", [503, pytest.param(429, marks=pytest.mark.soak), 403])
async def test_what_telegram_would_not_take_comes_later_and_holds_up_no_answer(
    phone: Phone, clock: HandClock, tmp_path: Path, status: int
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        ana.says("/start")
        await phone.until(lambda: "Hello" in ana.sees.text)
        phone.faults.refuse("sendDocument", status=status, times=1, retry_after=1 if status == 429 else None)
        for said in ("/export", "/help"):
            ana.says(said)
        await phone.until(lambda: any(call.method == "sendDocument" for call in phone.calls))
        if status == 403:
            await phone.until(lambda: not store.chats.papers(7))
            return
        ana.says("/settings")
        await phone.until(lambda: offers(ana.sees, SettingsGroup.YOU))
        assert not files(ana)
        clock.passes(60)
        await phone.until(lambda: files(ana) == ["PK"] and not store.chats.papers(7))
