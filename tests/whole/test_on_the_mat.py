"""Led hands-free over HTTP: from its beginning to the one question at its end, with the phone out of reach."""

from pathlib import Path

from bot.domain.person.rings import Rings
from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import TickRing
from bot.screens.buttons.wire import encode
from tests.meaning import GET_READY, offers, taps
from tests.whole.running import bot_on
from tests.whole.test_time import plays_on


async def says(phone: Phone, person: PhoneUser, words: str, heard: str) -> None:
    person.says(words)
    await phone.until(lambda: heard in person.sees.text)


async def hands_free(phone: Phone, person: PhoneUser) -> None:
    """With moves that they know."""
    for words, heard in (
        ("/start", "Hello"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", GET_READY),
    ):
        await says(phone, person, words, heard)
    await plays_on(phone, person)
    await says(phone, person, "/settings", "What is it about?")
    await says(phone, person, "hands-free: off", "At the end I ask once")
    await says(phone, person, "/routine two gentle minutes", "First two minutes")


async def heard(phone: Phone, person: PhoneUser) -> tuple[list[str], list[str]]:
    """The first lines of new messages that rang, and of those that came without a sound, to the end of what goes on by itself."""
    rang: list[str] = []
    came: list[str] = []
    while "⏳" in person.sees.text:
        before = person.sees.id
        await phone.time.comes_to_next_due()
        if person.sees.id != before:
            (came if person.sees.silent else rang).append(
                person.sees.text.split("\n")[0].replace("\u00a0", " ")
            )
    return rang, came


async def test_a_session_nobody_touches_rings_at_its_starts_and_ends_and_asks_once_in_silence(
    phone: Phone, tmp_path: Path
) -> None:
    async with bot_on(phone, tmp_path / "mat.sqlite3", phone.time.clock) as store:
        ana = phone.person(7, "Ana")
        await hands_free(phone, ana)
        await says(phone, ana, "do it", GET_READY)
        assert "⏳" in ana.sees.text, "known moves do not wait"
        rang, came = await heard(phone, ana)
        assert rang == [
            "Move for 15 s · backward · Shoulder rolls 1 of 3",
            "Move for 15 s · forward · Shoulder rolls 1 of 3",
            f"{GET_READY} Shoulder-blade squeeze 2 of 3",
            "Move for 21 s · Shoulder-blade squeeze 2 of 3",
            f"{GET_READY} Rib breathing 3 of 3",
            "Move for 40 s · Rib breathing 3 of 3",
        ]
        assert came == ["Other way: forward · Shoulder rolls 1 of 3"]
        assert "That was it. Did you do it?" in ana.sees.text
        assert store.sessions.count_done(7) == 1, "nothing counts unasked"
        taps(ana, Move.DONE)
        await phone.until(lambda: "How was it?" in ana.sees.text)
        assert store.sessions.count_done(7) == 2
    assert not phone.refusals


async def test_the_question_is_still_there_after_a_restart(phone: Phone, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "mat.sqlite3", phone.time.clock):
        await hands_free(phone, ana)
        await says(phone, ana, "do it", GET_READY)
        await heard(phone, ana)
    async with bot_on(phone, tmp_path / "mat.sqlite3", phone.time.clock) as store:
        assert "Did you do it?" in ana.sees.text
        taps(ana, Move.STOP)
        await phone.until(lambda: "nothing is counted" in ana.sees.text)
        assert store.sessions.count_done(7) == 1


async def test_after_a_tap_the_start_of_a_hold_rings_as_chosen(phone: Phone, tmp_path: Path) -> None:
    async with bot_on(phone, tmp_path / "mat.sqlite3", phone.time.clock):
        ana = phone.person(7, "Ana")
        await says(phone, ana, "/start", "Hello")
        await says(phone, ana, "two gentle minutes", "First, your safety")
        await says(phone, ana, "none of these", GET_READY)
        card = ana.sees.id
        taps(ana, Move.READY)
        await phone.until(lambda: "Move for" in ana.sees.text)
        assert (ana.sees.id != card, ana.sees.silent) == (True, False)
        await says(phone, ana, "stop", "Stopped")
        ana.taps_data(encode(TickRing(Rings.START, False)))
        await phone.until(lambda: offers(ana.sees, Rings.START))
        await says(phone, ana, "/routine two gentle minutes", "First two minutes")
        await says(phone, ana, "do it", GET_READY)
        card = ana.sees.id
        taps(ana, Move.READY)
        await phone.until(lambda: "Move for" in ana.sees.text)
        assert ana.sees.id == card, "in place, and without a sound"
    assert not phone.refusals
