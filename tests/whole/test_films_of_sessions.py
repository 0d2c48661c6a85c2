"""A session as a file, from the tap to the phone and back: made in a process beside the bot, shared, counted and taken back."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.domain.session.session import Move, Phase
from bot.film import film_command
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import DoAgain, ToHear, ToSee
from bot.store.database import Store
from tests import meaning
from tests.meaning import GET_READY, Meant
from tests.whole.running import CONTENT, MORNING, HandClock, bot_on

STAND_IN = """
import pathlib, sys
from bot.paper.serving import serve
from tests.page.made_media import made_film, made_sound, made_still
class NoRoom(Exception): pass
def make(job, value):
    with pathlib.Path({made!r}).open("a") as file:
        file.write(job + "\\n")
    if pathlib.Path({full!r}).exists():
        raise NoRoom
    if job == "cover":
        return made_still(96, 64)
    return made_sound(1.0) if job == "sound" else made_film(1.0, 96, 64)
serve(sys.stdin.buffer, sys.stdout.buffer, make)
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The jobs that were done, a line each."""
    (file := tmp_path / "made").touch()
    return file


@pytest.fixture
def films(tmp_path: Path, made: Path) -> tuple[str, ...]:
    """Real files, of a second; with a file "full" there is no room for them."""
    script = STAND_IN.format(made=str(made), full=str(tmp_path / "full"))
    return sys.executable, "-c", script


async def says(phone: Phone, who: PhoneUser, clock: HandClock, *words: str) -> None:
    for said in words:
        clock.passes(5)
        shown = who.messages[-1].id if who.messages else 0
        who.says(said)
        await phone.until(lambda shown=shown: who.sees.id != shown and who.live_keyboards)  # type: ignore[misc]


async def begins(phone: Phone, who: PhoneUser, clock: HandClock) -> None:
    await says(phone, who, clock, "/start", "two gentle minutes", "none of these", "stop", "/routine gentle")


async def taps(phone: Phone, who: PhoneUser, clock: HandClock, what: Meant, seen: str) -> None:
    clock.passes(5)
    meaning.taps(who, what)
    await phone.until(lambda: seen in who.sees.text)


async def hears(phone: Phone, who: PhoneUser, clock: HandClock) -> None:
    clock.passes(5)
    meaning.taps(who, ToHear)
    await phone.until(lambda: who.sees.kind in ("audio", "video") and who.live_keyboards)


def jobs(made: Path) -> list[str]:
    """But the loops of cards, which are made ahead, and the small pictures that go with a sound."""
    return [job for job in made.read_text().split() if job not in ("marked", "cover")]


def files_of(who: PhoneUser) -> list[str]:
    return [message.kind for message in who.messages if message.kind in ("audio", "video")]


def count(store: Store, sql: str) -> int:
    return int(store.db.execute(sql).fetchone()[0])


async def test_one_is_made_and_heard_by_two_and_counts_for_who_did_it(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...], made: Path
) -> None:
    ana, bo = phone.person(7, "Ana"), phone.person(8, "Bo")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        for who in (ana, bo):
            await begins(phone, who, clock)
            await hears(phone, who, clock)
        assert jobs(made) == ["sound"]
        clock.passes(2400)
        await phone.until(lambda: "Did you do it?" in ana.sees.text and "Did you do it?" in bo.sees.text)
        meaning.taps(ana, Move.DONE)
        await phone.until(lambda: store.sessions.live(7) is None)
        assert store.sessions.exercises_done(7) > store.sessions.exercises_done(8)
        assert files_of(ana) == files_of(bo) == ["audio"]
    assert phone.refusals == []


async def test_mallory_taps_what_is_bos(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...]
) -> None:
    bo, mallory = phone.person(8, "Bo"), phone.person(9, "Mallory")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        for who in (bo, mallory):
            await begins(phone, who, clock)
        await hears(phone, bo, clock)
        done = meaning.data_of(bo.sees, Move.DONE)
        mallory.taps_data(done or "")
        await phone.until(lambda: "Hello" in mallory.sees.text or "Mallory" in mallory.sees.text)
        live = store.sessions.live(8)
        assert live
        assert live.phase.value == "listening"


async def test_two_taps_are_one_file(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...], made: Path
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        clock.passes(5)
        meaning.taps(ana, ToHear)
        meaning.taps(ana, ToHear)
        await phone.until(lambda: ana.sees.kind == "audio" and ana.live_keyboards)
        await says(phone, ana, clock, "/help")
        assert files_of(ana) == ["audio"]
        assert jobs(made) == ["sound"]
        assert count(store, "select count(*) from sessions where led = 'file'") == 1


async def test_whoever_must_not_move_loses_the_files(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...]
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        await hears(phone, ana, clock)
        assert files_of(ana) == ["audio"]
        await says(phone, ana, clock, "I have chest pain")
        await phone.until(lambda: not files_of(ana) and not store.chats.unwanted(7))
        assert "Call for help now" in ana.sees.text
        assert count(store, "select count(*) from sent_films") == 0


async def test_a_file_that_was_on_its_way_when_that_was_said_goes_as_well(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...]
) -> None:
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        clock.passes(5)
        phone.faults.delay("sendAudio", seconds=1)
        meaning.taps(ana, ToHear)
        await phone.until(lambda: any(call.method == "sendAudio" for call in phone.calls))
        ana.says("I have chest pain")
        await phone.until(lambda: "Call for help now" in ana.sees.text)
        await phone.until(lambda: not files_of(ana) and not store.chats.unwanted(7))
        assert count(store, "select count(*) from sent_films") == 0


async def test_one_whose_sending_was_never_answered_counts_for_nothing_once_they_must_not_move(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...]
) -> None:
    """Nobody knows its number, so it can't be taken back by itself; a tap on it does."""
    ana = phone.person(7, "Ana")
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        phone.faults.drop("sendAudio", before=False)
        clock.passes(5)
        meaning.taps(ana, ToHear)
        await phone.until(lambda: len(files_of(ana)) == 2 and store.sent_films.to_take_back(7, MORNING))
        stray = next(message for message in ana.messages if message.kind == "audio")
        done = meaning.data_of(stray, Move.DONE)
        await says(phone, ana, clock, "I have chest pain")
        await phone.until(lambda: len(files_of(ana)) == 1 and not store.chats.unwanted(7))
        clock.passes(2400)
        ana.taps_data(done or "", stray.id)
        await phone.until(lambda: not files_of(ana))
        assert "Call for help now" in ana.sees.text
        live = store.sessions.live(7)
        assert live is None or live.phase is Phase.HALTED, "after ten minutes' silence it ends"
        assert not store.sessions.exercises_done(7)


async def test_what_was_decided_before_a_crash_comes_after_it(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...], made: Path
) -> None:
    ana = phone.person(7, "Ana")
    deaf = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")
    database = tmp_path / "bot.sqlite3"
    async with bot_on(phone, database, clock, films=deaf) as store:
        await begins(phone, ana, clock)
        clock.passes(5)
        meaning.taps(ana, ToHear)
        await phone.until(lambda: store.sessions.live(7))
        await asyncio.sleep(0)
    assert files_of(ana) == []
    async with bot_on(phone, database, clock, films=films):
        await phone.until(lambda: ana.sees.kind == "audio" and ana.live_keyboards)
    assert jobs(made) == ["sound"]


async def test_where_there_is_no_room_it_is_played_in_the_chat(
    phone: Phone, clock: HandClock, tmp_path: Path, films: tuple[str, ...]
) -> None:
    ana = phone.person(7, "Ana")
    (tmp_path / "full").touch()
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        await taps(phone, ana, clock, ToSee, "There's no room")
        assert store.sessions.live(7) is None
        await taps(phone, ana, clock, DoAgain, GET_READY)
        assert files_of(ana) == []


@pytest.mark.skipif(not film_command.is_there(), reason="needs the extra film")
async def test_the_real_thing_is_heard_at_once(phone: Phone, clock: HandClock, tmp_path: Path) -> None:
    ana = phone.person(7, "Ana")
    films = tuple(film_command.command(tmp_path / "films", CONTENT))
    async with bot_on(phone, tmp_path / "bot.sqlite3", clock, films=films) as store:
        await begins(phone, ana, clock)
        await hears(phone, ana, clock)
        await phone.until(lambda: store.sent_films.to_take_back(7, MORNING) == [ana.sees.id])
        assert ana.sees.picture
        assert ana.sees.picture.poster.startswith(b"\xff\xd8")
    assert phone.refusals == []
    assert phone.breaches == []
