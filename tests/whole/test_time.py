"""Time moved forward on the phone: the bot goes with it, beat by beat, and the move returns when all has been sent."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.session.session import Move, Phase
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.store.database import Store
from tests.meaning import GET_READY, offers, taps
from tests.whole.running import MORNING, bot_on

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
STEPS = (
    ("/start", "Hello"),
    ("two gentle minutes", "First, your safety"),
    ("none of these", GET_READY),
    ("ready", "Move for 15 s"),
)


@pytest.fixture
async def bot(phone: Phone, tmp_path: Path) -> AsyncIterator[Store]:
    async with bot_on(phone, tmp_path / "time.sqlite3", phone.time.clock) as store:
        yield store


async def on_the_mat(phone: Phone, person: PhoneUser) -> None:
    """In the first hold of the first two minutes."""
    for words, heard in STEPS:
        person.says(words)
        await phone.until(lambda heard=heard: heard in person.sees.text)  # type: ignore[misc]


async def plays_on(phone: Phone, person: PhoneUser) -> None:
    """Says that they are ready where the bot waits for it, and goes to what is due next where it does not."""
    while "⏳" in person.sees.text or offers(person.sees, Move.READY):
        if "⏳" in person.sees.text:
            await phone.time.comes_to_next_due()
        else:
            before = person.sees
            taps(person, Move.READY)
            await phone.until(lambda before=before: person.sees != before)  # type: ignore[misc]


async def test_a_minute_passes_through_every_beat_in_order(phone: Phone, bot: Store) -> None:
    ana = phone.person(7, "Ana")
    await on_the_mat(phone, ana)
    with phone.listen() as changes:
        await phone.time.passes(MINUTE)
        told = [changes.get_nowait() for _ in range(changes.qsize())]
    shown = (change.data for change in told if change.kind in {"edited", "message"})
    lines = [(message.get("text") or message["caption"]).splitlines()[0] for message in shown]
    assert lines == [
        "Other way: forward · Shoulder rolls 1\u00a0of\u00a03",
        "Move for 15 s · forward · Shoulder rolls 1\u00a0of\u00a03",
        f"{GET_READY} Shoulder-blade squeeze 2\u00a0of\u00a03",
    ]
    assert ana.sees.text.startswith(lines[-1])


async def test_an_hour_finds_nobody_away_and_the_session_where_it_waits(phone: Phone, bot: Store) -> None:
    ana = phone.person(7, "Ana")
    await on_the_mat(phone, ana)
    await phone.time.passes(HOUR)
    live = bot.sessions.live(ana.id)
    assert live
    assert (live.phase, live.now_playing.item, live.wake_at) == (Phase.READY, 1, None)
    assert phone.time.next_due() == MORNING + timedelta(hours=16)
    await phone.time.passes(DAY)
    assert bot.sessions.live(ana.id) is None
    assert phone.time.next_due() is None


async def test_what_people_tapped_before_the_move_counts_before_it(phone: Phone, bot: Store) -> None:
    ana, bo = phone.person(7, "Ana"), phone.person(8, "Bo")
    for person in (ana, bo):
        await on_the_mat(phone, person)
    taps(ana, Move.PAUSE)
    await phone.time.passes(MINUTE)
    assert "Paused" in ana.sees.text
    assert not ana.unanswered
    assert "2\u00a0of\u00a03" in bo.sees.text


async def test_a_session_plays_as_fast_as_the_time_is_moved(phone: Phone, tmp_path: Path) -> None:
    """Neither the bot's own pace nor Telegram's limits hold what lies far apart on the clock that was moved."""
    phone.floods = Floods()
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "paced.sqlite3", phone.time.clock, is_paced=True):
        await phone.time.passes(MINUTE)
        for words, heard in STEPS:
            ana.says(words)
            await phone.until(lambda heard=heard: heard in ana.sees.text)  # type: ignore[misc]
            await phone.time.passes(timedelta(seconds=3))
        await plays_on(phone, ana)
    assert "That was two minutes" in ana.sees.text
    assert not phone.refusals


async def test_a_year_passes_day_by_day(phone: Phone, bot: Store) -> None:
    bo = phone.person(8, "Bo")
    await on_the_mat(phone, bo)
    for _ in range(365):
        await phone.time.passes(DAY)
    assert phone.time.clock() == MORNING + 365 * DAY
    bo.says("/start")
    await phone.until(lambda: "Bo" in bo.sees.text)
    assert not phone.refusals
