"""A crawl over the running bot: a thousand taps and typed words by people with difficult names."""

import asyncio
import logging
import random
from html import unescape
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.whole.running import TIRELESS, HandClock, bot_on

NAMES = ("<b>Łukasz & ✨", "مينا", "Zoë &lt;script&gt;alert(1)", "\u202eanA", "A" * 64, "👩‍🦰" * 8)
WORDS = (
    "/start", "/exercise", "/routine", "/settings", "/help", "/stop", "/delete", "/start routine_turn-and-bend", "/nonsense",
    "open book", "cat cow", "pause", "ready", "skip", "back", "easier", "swap", "it hurts", "too much", "sharp", "knee", "steps", "stop",
    "go on", "thanks", "5 min", "<b>x</b>", "&amp; {$name}", "my chest hurts", "💥", ".", "x" * 4096, "start over", "مرحبا",
    "/remind", "/remind weekdays 8:30", "remind me at 7:45 and 15:00", "keep", "later", "not today", "Berlin", "10 days",
)  # fmt: skip
THINGS = ("sticker", "voice", "photo", "location")


async def settled(phone: Phone, person: PhoneUser) -> None:
    """Nothing waits for an answer, and there is a way on."""
    await phone.until(lambda: not person.unanswered and not len(phone.telegram.updates))
    await phone.until(lambda: len(person.live_keyboards) == 1 or "All of it is gone" in person.sees.text)


async def crawls(phone: Phone, person: PhoneUser, clock: HandClock, rnd: random.Random, steps: int) -> None:
    person.says("/start")
    await settled(phone, person)
    for _ in range(steps):
        chance = rnd.random()
        wires = [button.data for row in person.sees.buttons for button in row if button.data]
        if chance < 0.75 and wires:
            person.taps_data(rnd.choice(wires))
        elif chance < 0.97 or not wires:
            person.says(rnd.choice(WORDS))
        else:
            person.sends(rnd.choice(THINGS))
        if rnd.random() < 0.2:
            clock.passes(rnd.choice((1, 5, 20, 60)))
        await settled(phone, person)
        others = [name for name in NAMES if name != person.first_name]
        assert not any(name in unescape(person.sees.text) for name in others)


@pytest.mark.parametrize("steps", [200, pytest.param(2_000, marks=pytest.mark.soak)])
async def test_a_thousand_taps_and_words(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture, steps: int
) -> None:
    people = [phone.person(number, name) for number, name in enumerate(NAMES, 1)]
    async with bot_on(phone, tmp_path / "crawl.sqlite3", clock, per_person=TIRELESS) as store:
        async with asyncio.TaskGroup() as group:
            for person in people:
                group.create_task(crawls(phone, person, clock, random.Random(person.id), steps))
        assert store.updates.put_aside_count() == 0
    assert not phone.refusals
    assert not phone.breaches
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
