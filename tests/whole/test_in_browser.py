"""The whole bot on the phone's page in a real browser: what somebody does there who tries it for the first time."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.domain.person.person import Floor
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import (
    AskClock,
    DoExercise,
    DoRoutine,
    Drafting,
    LearnStep,
    MakeOfSent,
    NoSigns,
    Place,
)
from bot.store.database import Store
from tests.browser import CONTRASTS, needs_chromium
from tests.meaning import GET_READY, Page
from tests.pictures import FOLDER, SCENES, Scene, take
from tests.whole.hands import NARROW, Hands
from tests.whole.running import TOKEN, HandClock, bot_on

# One browser serves all of these tests, and lives in one loop with the phones.
pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def phone() -> AsyncIterator[Phone]:
    """Its time stands still unless it is moved: what is seen does not hang on how fast this machine is."""
    async with Phone(token=TOKEN, clock=HandClock(), floods=Floods.off()) as phone:
        yield phone


@pytest_asyncio.fixture(loop_scope="session")
async def bot(phone: Phone, tmp_path: Path) -> AsyncIterator[Store]:
    async with bot_on(phone, tmp_path / "browser.sqlite3", phone.time.clock) as store:
        yield store


@pytest.fixture
def ana(phone: Phone) -> PhoneUser:
    return phone.person(7, "Ana")


@pytest_asyncio.fixture(loop_scope="session")
async def hands(
    phone: Phone, ana: PhoneUser, bot: Store, chromium: Browser, request: pytest.FixtureRequest
) -> AsyncIterator[Hands]:
    """On a phone 360 px wide, in Berlin. Whatever the browser, Telegram or the bot's own code complains of fails the test."""
    page = await chromium.new_page(
        viewport=NARROW,
        color_scheme=getattr(request, "param", "light"),
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None
    )
    await page.goto(phone.address)
    await page.get_by_role("button", name="Move the time").click()
    yield Hands(page, ana, phone)
    await page.close()
    assert complaints == []
    assert not phone.refusals
    assert not phone.breaches
    assert bot.updates.put_aside_count() == 0


async def test_the_first_two_minutes(hands: Hands, ana: PhoneUser) -> None:
    await hands.start()
    await hands.read("Hello Ana")
    await hands.tap(DoRoutine)
    await hands.tap(NoSigns)
    await hands.read(f"{GET_READY} Shoulder rolls 1 of 3")
    lines = await hands.play()
    await hands.read("That was two minutes, and it counts as today.")
    assert [line for line in lines if line.startswith("Move for 15 s")]
    assert not ana.unanswered
    await hands.tap(Place.ASK_TO_FIT)
    await hands.read("a few short questions")
    await hands.tap(Place.HOME)
    await hands.read("Ana")


async def test_a_reminder_asked_for_and_the_next_morning(hands: Hands, ana: PhoneUser) -> None:
    await hands.start()
    await hands.read("Hello Ana")
    await hands.write("/remind weekdays 8:30")
    await hands.read("8:30, Mon–Fri: today's session.")
    for stage, then in (
        (Drafting.DAYS, "On which days?"),
        (Drafting.SHOW, "Next:"),
        (Drafting.TIME, "At what time?"),
        (Drafting.SHOW, "Next:"),
    ):
        await hands.tap(stage)
        await hands.read(then)
    await hands.tap(Drafting.KEEP)
    await hands.read("Is that yours?")
    await hands.tap(AskClock)
    await hands.read("What does your clock say?")
    await hands.write("Berlin")
    await hands.read("Your reminders")
    await hands.go_to_what_is_due()
    await hands.tap(Nod.NOT_TODAY)
    await hands.read("Not today. Next: ")


async def test_an_exercise_learnt_step_by_step(hands: Hands, ana: PhoneUser) -> None:
    await hands.start()
    await hands.read("Hello Ana")
    await hands.write("thread the needle")
    await hands.read("Thread the needle")
    await hands.tap(LearnStep)
    await hands.read("1 of ")
    count = int(ana.sees.text.splitlines()[0].rpartition("\u00a0of\u00a0")[2])
    for step in range(2, count + 1):
        await hands.tap(Page(step - 1))
        await hands.read(f"{step} of {count}")
    await hands.tap(Page(count - 2))
    await hands.read(f"{count - 1} of {count}")
    await hands.tap(DoExercise)
    await hands.tap(NoSigns)
    await hands.read("down to the floor")
    await hands.tap(Floor.YES)
    await hands.read(f"{GET_READY} Thread the needle")


async def test_a_routine_with_sides_and_time_moved_forward(hands: Hands, ana: PhoneUser, bot: Store) -> None:
    await hands.start()
    await hands.read("Hello Ana")
    await hands.write("turn and bend")
    await hands.read("Turn and bend")
    await hands.tap(DoRoutine)
    await hands.tap(NoSigns)
    await hands.read("down to the floor")
    await hands.tap(Floor.YES)
    await hands.read("1 of 5")
    lines = await hands.play()
    assert any(line.startswith("Other side: right · Side-lying rotation") for line in lines)
    session = bot.sessions.get(1, ana.id)
    assert session
    assert {"left", "right"} <= {done.side.value for done in session.done if done.side}


async def test_a_countdown_follows_the_time_that_is_moved(hands: Hands, phone: Phone, ana: PhoneUser) -> None:
    await hands.start()
    await hands.read("Hello Ana")
    await hands.tap(DoRoutine)
    await hands.tap(NoSigns)
    await hands.read(GET_READY)
    await hands.tap(Move.READY)
    await hands.read("Move for 15 s")
    # The page's seconds pass by themselves, and not all of them are left when a busy machine gets to them.
    await expect(hands.page.locator(".theirs time").last).to_contain_text(re.compile("second|now"))
    await expect(hands.page.locator("#to-due")).to_contain_text(re.compile(r"in \d+ s|now"))
    ana.says("pause")
    await hands.read("Paused")
    await hands.page.get_by_role("button", name="+1 hour", exact=True).click()
    await expect(hands.page.locator("#time-now")).to_have_text("Mon 09:30")
    await hands.read("Paused")
    await hands.page.get_by_role("button", name="Tomorrow 08:00", exact=True).click()
    await expect(hands.page.locator("#time-now")).to_have_text("Tue 08:00")
    await expect(hands.page.locator(".day").first).to_have_text("5 January")
    await expect(hands.page.locator("#to-due")).to_have_text("Nothing is due")
    await hands.page.locator("#to-due").click(force=True)
    await expect(hands.page.locator("#clock-fault")).to_contain_text("The bot waits for somebody")
    assert phone.time.clock().isoformat(timespec="minutes") == "2026-01-06T07:00+00:00"


@pytest.mark.parametrize("hands", ["light", "dark"], indirect=True)
async def test_words_stand_out_from_their_ground_by_day_and_by_night(hands: Hands) -> None:
    """4.5 to 1, as the WCAG asks of text of this size."""
    await hands.start()
    await hands.read("Hello Ana")
    await hands.tap(DoRoutine)
    await hands.tap(NoSigns)
    await hands.read(GET_READY)
    await hands.write("turn and bend")
    await hands.read("Turn and bend")
    shown = hands.page.locator(
        ".words, .meta .at, .label, #bot-name, #doing, .day, #people .name, #clock button"
    )
    contrasts = [tuple(pair) for pair in await shown.evaluate_all(CONTRASTS)]
    assert len(contrasts) > 12
    assert [pair for pair in contrasts if pair[0] < 4.5] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_pictures_of_the_readme_can_be_taken_anew(
    scene: Scene, chromium: Browser, tmp_path: Path
) -> None:
    taken = await take(scene, chromium, tmp_path)
    assert taken.read_bytes().startswith(b"\x89PNG")
    assert (FOLDER / taken.name).is_file()
    assert f'"docs/pictures/{taken.name}"' in (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")


WRITTEN = (
    "Bo'); drop table people; --",
    '<b>Ł</b> & "co" <img src=x>',
    "&lt;b&gt; &amp;amp;",
    "\u202eanA\u202c مينا",
)


def turning_nothing(written: str) -> str:
    """Telegram takes signs out that turn the line round."""
    return re.sub("[\u202c\u202e]", "", written)


async def test_whatever_people_write_is_shown_as_written(hands: Hands, ana: PhoneUser, bot: Store) -> None:
    """As words of theirs, and as a caption that becomes the name of an exercise of their own."""
    for words in ("/start", "two gentle minutes", "none of these", "stop"):
        ana.says(words)
        await hands.phone.until(lambda: not len(hands.phone.telegram.updates))
    for written in WRITTEN:
        await hands.write(written)
        await expect(hands.page.locator(".mine .words").last).to_have_text(turning_nothing(written))
        ana.sends("photo", caption=written)
        await hands.read("Is this an exercise of yours?")
        await expect(hands.page.locator(".mine .words").last).to_have_text(turning_nothing(written))
        await hands.tap(MakeOfSent)
        await hands.read("It is called")
        (own,) = bot.own_exercises.every(7)
        assert own.name == turning_nothing(written)
        await hands.read(own.name)
        bot.own_exercises.delete(own.id, 7)
    assert await hands.page.locator(".chat b, .chat img[src=x]").count() == 0


@pytest.mark.parametrize("name", WRITTEN)
async def test_first_names_are_shown_as_written_but_for_signs_that_turn_the_line(
    phone: Phone, bot: Store, chromium: Browser, name: str
) -> None:
    someone = phone.person(9, name)
    page = await chromium.new_page(viewport=NARROW)
    await page.goto(f"{phone.address}/#9")
    someone.says("/start")
    await expect(page.locator(".theirs .words").last).to_contain_text("Hello")
    await expect(page.locator(".theirs .words").last).to_contain_text(turning_nothing(name))
    await page.close()
