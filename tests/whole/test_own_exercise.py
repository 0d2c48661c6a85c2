"""An exercise of one's own through the whole bot over HTTP: sent as a photo, made, played, and there again after a restart."""

from pathlib import Path

from bot.domain.own.own_exercise import OwnPart
from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoExercise, MakeOfSent, SetOwnDose, SetOwnSides
from tests import meaning
from tests.meaning import GET_READY, Meant
from tests.whole.running import HandClock, bot_on
from tests.whole.subscribing import READY


async def reads(phone: Phone, who: PhoneUser, words: str) -> None:
    await phone.until(lambda: words in who.sees.text)


async def taps(phone: Phone, who: PhoneUser, what: Meant, words: str) -> None:
    meaning.taps(who, what)
    await reads(phone, who, words)


async def says(phone: Phone, who: PhoneUser, said: str, words: str) -> None:
    who.says(said)
    await reads(phone, who, words)


async def test_a_photo_becomes_an_exercise_that_plays_and_outlives_a_restart(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, database = phone.person(7, "Ana"), tmp_path / "bot.sqlite3"
    async with bot_on(phone, database, clock) as store:
        await says(phone, ana, "/start", "Hello Ana")
        store.people.prefer(7, READY)
        ana.sends("photo", caption="Towel pull")
        await reads(phone, ana, "Is this an exercise of yours?")
        await taps(phone, ana, MakeOfSent, "It is called Towel pull now.")
        await taps(phone, ana, OwnPart.HOW, "How does it go?")
    async with bot_on(phone, database, clock):
        await says(phone, ana, "Pull it apart, slowly.", "How much of it?")
        await taps(phone, ana, SetOwnDose(1, 30, 1, making=True), "one side")
        await taps(phone, ana, SetOwnSides(1, 1, making=True), "I can't judge this one")
        assert ana.sees.kind == "photo"
        await taps(phone, ana, DoExercise("own-1", "usual"), f"{GET_READY} Towel pull 1\u00a0of\u00a01")
        await taps(phone, ana, Move.READY, "Stay 30 s")
        assert ana.sees.kind == "photo"
        assert "Pull it apart, slowly." in ana.sees.text
        await phone.until(lambda: len(ana.live_keyboards) == 1)
    assert [call for call in phone.calls if call.status not in (0, 200)] == []
    assert not phone.breaches


async def test_of_an_album_one_question_comes_and_danger_in_its_caption_wins(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, bo = phone.person(7, "Ana"), phone.person(8, "Bo")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock) as store:
        for someone in (ana, bo):
            await says(phone, someone, "/start", "Hello")
            store.people.prefer(someone.id, READY)
        for number in range(3):
            ana.sends("photo" if number else "video", album="17")
        await reads(phone, ana, "I take the first of your pictures.")
        await phone.until(lambda: len(ana.live_keyboards) == 1)
        assert sum("an exercise of yours" in message.text for message in ana.messages) == 1
        bo.sends("photo", caption="chest pain, can't breathe")
        await reads(phone, bo, "Call for help now")
        ana.sends("document", mime_type="application/pdf")
        await phone.until(lambda: "exercise of yours" not in ana.sees.text)
