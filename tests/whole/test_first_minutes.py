"""A new person on the phone, over HTTP: from /start through two minutes and a routine with sides, tapping, then typing."""

from pathlib import Path

import pytest

from bot.domain.person.person import Age, Floor, Seen
from bot.domain.progress.diary import Rating
from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoRoutine, ListRoutines, Moves, NoSigns, OpenRoutine, Place
from tests.meaning import GET_READY, offers, taps
from tests.whole.running import HandClock, bot_on


async def sees(phone: Phone, person: PhoneUser, words: str) -> None:
    await phone.until(lambda: words in person.sees.text and len(person.live_keyboards) <= 1)


async def plays(phone: Phone, person: PhoneUser, clock: HandClock) -> list[str]:
    """Ready when asked, waiting where a time runs, to the end. The first lines of all cards, each once."""
    lines: list[str] = []
    while True:
        seen = person.sees
        lines += [] if seen.text.splitlines()[0] in lines else [seen.text.splitlines()[0]]
        if not offers(seen, Move.READY) and "⏳" not in seen.text:
            return lines
        if "⏳" in seen.text:
            clock.passes(100)  # more than any beat, and not so late that the session waits
        else:
            taps(person, Move.READY)
        await phone.until(lambda before=seen: person.sees != before)  # type: ignore[misc]
        await phone.until(lambda: len(person.live_keyboards) == 1)


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_only_by_tapping(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock) as store:
        ana.says("/start")
        await phone.until(lambda: taps(ana, Moves))
        await sees(phone, ana, "First, your safety")
        await phone.until(lambda: store.chats.owed(ana.id) is None)
        clock.passes(2)  # they are read first
        taps(ana, NoSigns)
        await sees(phone, ana, f"{GET_READY} Shoulder rolls 1\u00a0of\u00a03")
        lines = await plays(phone, ana, clock)
        assert lines[-1] == "That was two minutes, and it counts as today."
        for meant in (
            Place.ASK_TO_FIT,
            Place.ASK_SEEN,
            Seen.NOTHING_HURTS,
            Place.TAGS_DONE,
            Floor.YES,
            Age.ADULT,
            Place.HOME,
            Place.ROUTINES,
            ListRoutines,
            OpenRoutine("turn-and-bend"),
            DoRoutine("turn-and-bend"),
        ):
            await phone.until(lambda meant=meant: taps(ana, meant))  # type: ignore[misc]
        await sees(phone, ana, f"{GET_READY} Shoulder rolls 1\u00a0of\u00a05")
        lines = await plays(phone, ana, clock)
        await sees(phone, ana, "How was it?")
        taps(ana, Rating.RIGHT)
        await sees(phone, ana, "Done for today.")
    assert "Other side: right · Side-lying rotation 3\u00a0of\u00a05" in lines
    assert not ana.unanswered
    assert not phone.refusals
    assert not phone.breaches


async def test_only_by_typing(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    bo = phone.person(8, "Bo")
    talk = (
        ("hello", "Hello Bo"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", f"{GET_READY} Shoulder rolls"),
        ("I'm ready", "Move for 15 s"),
        ("pause", "Paused"),
        ("go on", "Move for 15 s"),
        ("next", "Other way"),
        ("skip", "Shoulder-blade squeeze 2\u00a0of\u00a03"),
        ("it hurts", "What is it like?"),
        ("just too much", "2\u00a0of\u00a03"),
        ("stop", "Stopped"),
        ("turn and bend", "Turn and bend · about"),
        ("do it", "Can you get down to the floor"),
        ("yes", f"{GET_READY} Shoulder rolls 1\u00a0of\u00a05"),
        ("help", "I lead you through short stretches"),
        ("back to my session", "1\u00a0of\u00a05"),
        ("stop", "Stopped"),
    )
    async with bot_on(phone, tmp_path / "b.sqlite3", clock):
        for said, heard in talk:
            bo.says(said)
            await sees(phone, bo, heard)
    assert not phone.refusals
    assert list(bo.reactions.values())[:2] == ["👍", "👍"]


@pytest.mark.parametrize(
    ("what", "answer"), [("sticker", "I can only read words"), ("voice", "I can't listen yet")]
)
async def test_what_is_no_words_is_answered_kindly(
    phone: Phone, clock: HandClock, tmp_path: Path, what: str, answer: str
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "c.sqlite3", clock):
        ana.says("/start")
        await sees(phone, ana, "Hello Ana")
        ana.sends(what)
        await sees(phone, ana, answer)
    assert not phone.refusals


async def test_groups_hear_one_line_and_nothing_personal(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, backs = phone.person(7, "Ana"), phone.group(-100, "Backs")
    async with bot_on(phone, tmp_path / "d.sqlite3", clock):
        backs.adds_bot(ana)
        await phone.until(lambda: any(message.by_bot for message in backs.messages))
        for words in ("/start", "/help", "/start@unhunch_bot"):
            ana.says(words, backs)
        ana.says("/start")
        await sees(phone, ana, "Hello Ana")
    ours = [message.text for message in backs.messages if message.by_bot and "@unhunch_bot" in message.text]
    assert len(ours) == 1
    assert "Ana" not in ours[0]
    assert not phone.refusals


async def test_what_telegram_shows_about_the_bot_is_told_at_the_start(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    async with bot_on(phone, tmp_path / "e.sqlite3", clock):
        await phone.until(lambda: phone.describe()["short_description"])
    assert [command["command"] for command in phone.commands("en")][:3] == ["start", "exercise", "routine"]
    assert "stiff upper back" in phone.describe()["description"]


async def test_in_words_nothing_that_was_read_is_taken_away(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    bo = phone.person(8, "Bo")
    async with bot_on(phone, tmp_path / "b.sqlite3", clock):
        for words, heard in (
            ("/start", "Hello"),
            ("no pictures", "words"),
            ("/start", ""),
            ("two gentle minutes", "First, your safety"),
            ("none of these", GET_READY),
        ):
            bo.says(words)
            await phone.until(lambda heard=heard: heard in bo.sees.text)  # type: ignore[misc]
        first = bo.messages[-1].id
        lines = await plays(phone, bo, clock)
    gone = [int(call.parameters["message_id"]) for call in phone.calls if call.method == "deleteMessage"]
    assert lines[-1] == "That was two minutes, and it counts as today."
    assert not [message for message in gone if message >= first]
