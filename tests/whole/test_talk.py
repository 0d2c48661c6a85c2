"""The chat stays a talk: whoever types finds every wish with its answer, all but the newest one grey line."""

import random
from pathlib import Path

import pytest

from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.phone.state.seen_messages import SeenMessage
from bot.screens.buttons.actions import LearnStep, Place
from tests.meaning import taps
from tests.whole.machine import Machine
from tests.whole.running import TOKEN, HandClock, bot_on

WISHES = (
    *(
        "/start",
        "cat cow",
        "knees",
        "remind me at 8:30 on weekdays",
        "keep",
        "how often",
        "5 min",
        "settings",
    ),
    *(
        "pillow",
        "asdf qwer",
        "/help",
        "neck turns",
        "/routine",
        "progress",
        "open book",
        "work around",
        "hello",
    ),
    *("side reach", "/exercise", "reminders"),
)
TWO_DAYS = 49 * 3600


async def says(phone: Phone, who: PhoneUser, words: str) -> None:
    """And waits for the answer, and for the older one to have become a line."""
    said = who.says(words)
    assert said
    await phone.until(lambda: who.messages[-1].by_bot and is_settled(who))


def is_settled(who: PhoneUser) -> bool:
    return [message.id for message in who.live_keyboards] == [who.sees.id]


def has_listened(phone: Phone) -> bool:
    return any(call.method == "getUpdates" for call in phone.calls)


def pairs(who: PhoneUser) -> list[tuple[str, SeenMessage]]:
    """What was typed, and the one message of the bot that stands below it. Fails where it is not one each."""
    messages = who.messages
    assert [message.by_bot for message in messages] == [False, True] * (len(messages) // 2)
    return [(mine.text, answer) for mine, answer in zip(messages[::2], messages[1::2], strict=True)]


def assert_is_a_talk(who: PhoneUser, *wishes: str) -> list[str]:
    """All wishes with their answers, the older of which are a line each; returns these."""
    talk = pairs(who)
    assert tuple(wish for wish, _ in talk) == wishes
    for wish, answer in talk[:-1]:
        assert answer.html == f"<i>{answer.html[3:-4]}</i>", (wish, answer.html)
        assert "\n" not in answer.text, (wish, answer.text)
        assert len(answer.text) <= 60, (wish, answer.text)
    return [answer.text for _, answer in talk[:-1]]


async def test_twenty_typed_wishes_leave_twenty_pairs(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "a.sqlite3", clock):
        for number, wish in enumerate(WISHES, 1):
            await says(phone, ana, wish)
            clock.passes(TWO_DAYS if number == 10 else 60)
    lines = assert_is_a_talk(ana, *WISHES)
    assert dict(zip(WISHES, lines, strict=False)) | {
        "cat cow": "Cat-cow",
        "keep": "Reminders: 8:30 Mon–Fri",
        "how often": "Little and often",
        "/help": "Help",
    } == dict(zip(WISHES, lines, strict=False))
    calls = [call.method for call in phone.calls if call.chat == ana.id]
    assert sum(method.startswith("send") for method in calls) == len(WISHES)
    assert sum(method.startswith("edit") for method in calls) == len(WISHES) - 1
    assert "deleteMessage" not in calls
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_whoever_types_fast_is_never_refused_for_it(tmp_path: Path) -> None:
    """At the pace that Telegram bears: an older answer that shrinks takes no turn from the next one."""
    async with Phone(token=TOKEN, floods=Floods()) as phone:
        ana = phone.person(7, "Ana")
        async with bot_on(phone, tmp_path / "g.sqlite3", phone.time.clock, is_paced=True):
            for wish in WISHES[:6]:
                await says(phone, ana, wish)
        assert_is_a_talk(ana, *WISHES[:6])
        assert [call.status for call in phone.calls if call.status == 429] == []


async def test_between_words_a_tap_changes_the_answer_in_place(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "b.sqlite3", clock):
        await says(phone, ana, "/start")
        await says(phone, ana, "cat cow")
        for meant, seen in ((LearnStep, "1\u00a0of"), (Place.HOME, "Hello"), (Place.WHAT, "one step")):
            taps(ana, meant)
            await phone.until(lambda seen=seen: seen in ana.sees.text and is_settled(ana))  # type: ignore[misc]
        await says(phone, ana, "/help")
    assert assert_is_a_talk(ana, "/start", "cat cow", "/help")[1] == "Cat-cow"


async def test_a_session_and_the_words_around_it(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    """The session's cards take each other's place, and what was typed before and after it keeps its answer."""
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "c.sqlite3", clock):
        for wish in ("/start", "two gentle minutes", "none of these"):
            await says(phone, ana, wish)
        ana.says("ready")
        await phone.until(lambda: "Move for" in ana.sees.text)
        await says(phone, ana, "how often")
        ana.says("go on")
        await phone.until(lambda: "Move for" in ana.sees.text and is_settled(ana))
        taps(ana, Move.HURTS)
        await phone.until(lambda: "Stopped" in ana.sees.text)
        assert [(message.text if not message.by_bot else "·") for message in ana.messages] == [
            *(
                "/start",
                "·",
                "two gentle minutes",
                "·",
                "none of these",
                "ready",
                "how often",
                "·",
                "go on",
                "·",
            ),
        ]
        texts = [message.text for message in ana.messages]
        assert texts[3] == "About how you feel"
        assert texts[7] == "Little and often"


async def test_in_words_only_no_answer_is_ever_taken_back(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "d.sqlite3", clock):
        for wish in ("/start", "no pictures"):
            await says(phone, ana, wish)
        for wish in ("cat cow", "/help", "how often"):
            await says(phone, ana, wish)
    answers = dict(pairs(ana))
    assert answers["cat cow"].text.count("\n") >= 2
    assert "deleteMessage" not in [call.method for call in phone.calls]


async def test_whom_to_call_stays_whole_above_what_comes_next(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "e.sqlite3", clock):
        for wish in ("/start", "chest pain", "/help"):
            await says(phone, ana, wish)
    (_, help_card), _ = pairs(ana)[1:]
    assert "Call for help now" in help_card.text
    assert "emergency number" in help_card.text
    assert not help_card.labels


@pytest.mark.parametrize("kills", [pytest.param(4), pytest.param(20, marks=pytest.mark.soak)])
async def test_killed_between_an_answer_and_the_line_of_the_older_one(
    real_phone: Phone, tmp_path: Path, kills: int
) -> None:
    phone, rnd = real_phone, random.Random(kills)
    ana, machine = phone.person(7, "Ana"), Machine(real_phone, tmp_path / "f.sqlite3")
    await machine.starts()
    await says(phone, ana, WISHES[0])
    edits = ("editMessageText", "editMessageCaption")
    for wish in WISHES[1 : kills + 1]:
        for method in edits:
            phone.faults.drop(method, before=rnd.random() < 0.5, times=None)
        phone.calls.clear()
        ana.says(wish)
        await phone.until(lambda: any(call.method in edits for call in phone.calls))
        await machine.is_killed()
        phone.faults.clear()
        phone.calls.clear()
        await machine.starts()
        await phone.until(lambda: is_settled(ana) and has_listened(phone))
    await machine.is_stopped()
    assert_is_a_talk(ana, *WISHES[: kills + 1])
