"""What Telegram would not take is kept, and tried again after pauses that grow, until it is no longer welcome."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.turns.lanes import Lane
from bot.chat.outgoing.turns.put_off import FIRST, LONGEST, TIMES, pause_after
from bot.chat.outgoing.turns.reminders_in_flight import IN_TROUBLE
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.world import MORNING, SORRY, STILL, TEXT, World, lines

SECOND = timedelta(seconds=1)
UNTIL = MORNING + timedelta(hours=2)
REMINDER = View(
    "<b>Shall we?</b>\nCat &amp; cow",
    ((("Start", "n.5.s", "primary"),), (("Later", "n.5.h", ""), ("Done", "n.5.d", ""))),
    fresh=True,
    delivery=5,
    good_until=UNTIL.timestamp(),
    nods_to=5,
)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.001)


def sends(world: World) -> int:
    return len(world.calls("sendMessage"))


async def minutes_on_which_it_is_sent(world: World, minutes: int) -> list[int]:
    """Knocking every minute."""
    sent = []
    for minute in range(1, minutes + 1):
        before = sends(world)
        await world.waits(timedelta(minutes=1))
        sent += [minute] * (sends(world) - before)
    return sent


def test_the_pauses_double_up_to_the_longest() -> None:
    assert [pause_after(times) / SECOND for times in range(7)] == [30, 60, 120, 240, 480, 900, 900]
    assert pause_after(10**9) == LONGEST
    assert sum(map(pause_after, range(TIMES)), timedelta()) == timedelta(hours=2, seconds=30)


@pytest.mark.parametrize("trouble", ["502", "cut before", "a proxy", "garbage"])
async def test_what_is_not_taken_comes_when_telegram_is_there_again(
    world: World, ana: PhoneUser, trouble: str
) -> None:
    match trouble:
        case "502":
            world.phone.faults.refuse("sendMessage", status=502, times=None)
        case "cut before":
            world.phone.faults.drop("sendMessage", before=True, times=None)
        case "a proxy":
            world.phone.faults.page("sendMessage", times=None)
        case _:
            world.phone.faults.page("sendMessage", status=200, body=b'{"ok":true,"result":true}', times=None)
    await world.has_shown(ana, TEXT)
    assert await minutes_on_which_it_is_sent(world, 20) == [1, 2, 4, 8, 16]
    world.phone.faults.clear()
    await world.waits(timedelta(minutes=15))
    assert lines(ana) == [TEXT.text]
    assert world.store.chats.times_put_off(ana.id) == 0
    assert world.told.lost_people == world.told.apologies == []


async def test_no_task_sleeps_over_a_chat_in_trouble(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=None)
    world.shows(ana, REMINDER, Lane.REMINDER)
    await world.settles()
    assert sends(world) == messenger.QUICK_TRIES
    assert not world.messenger._drawing
    assert world.messenger.in_flight.places == world.messenger.in_flight.free_places


async def test_a_screen_waits_for_the_next_word_after_two_hours(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=None)
    await world.has_shown(ana, TEXT)
    assert len(await minutes_on_which_it_is_sent(world, 240)) == TIMES
    assert world.store.chats.in_debt() == [ana.id]
    world.phone.faults.clear()
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert lines(ana) == ["Paused"]


async def test_a_reminder_is_tried_until_it_is_no_longer_welcome(world: World, ana: PhoneUser) -> None:
    world.phone.faults.drop("sendMessage", before=False, times=None)
    world.shows(ana, REMINDER, Lane.REMINDER)
    await world.settles()
    assert len(await minutes_on_which_it_is_sent(world, 240)) <= 18
    assert world.told.judged == [ana.id]
    assert world.store.chats.in_debt() == []
    assert len(lines(ana)) <= 20, "as the docstring of UNSURE_SENDS says"


async def test_a_new_start_finds_what_was_put_off(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=messenger.QUICK_TRIES)
    await world.has_shown(ana, TEXT)
    world.messenger = world.another_messenger()
    await world.waits(FIRST - SECOND)
    assert lines(ana) == []
    await world.waits(SECOND)
    assert lines(ana) == [TEXT.text]


async def test_what_the_person_does_is_answered_at_once(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=messenger.QUICK_TRIES + 1)
    await world.has_shown(ana, TEXT)
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert lines(ana) == ["Paused"]


async def test_after_the_clock_was_set_back_nobody_waits_for_it(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=messenger.QUICK_TRIES)
    await world.has_shown(ana, TEXT)
    await world.waits(timedelta(days=-1))
    assert lines(ana) == [TEXT.text]


async def test_a_chat_that_telegram_wants_left_alone_for_long_is_put_off_and_not_asked(
    world: World, ana: PhoneUser
) -> None:
    world.phone.faults.refuse("sendMessage", status=429, retry_after=3600)
    world.shows(ana, REMINDER, Lane.REMINDER)
    await world.settles()
    assert await minutes_on_which_it_is_sent(world, 50) == []
    assert sends(world) == 1
    assert world.messenger.in_flight.places == world.messenger.in_flight.free_places


async def test_a_failing_disk_leaves_nothing_undone(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture
) -> None:
    """It fails as the screen is noted to be shown, and as it is put off."""
    world.decides(ana, TEXT)
    world.store.db.execute(
        "create temp trigger fails before update on chats begin select raise(abort, 'the disk'); end"
    )
    world.messenger.draw_all_owed()
    await world.settles()
    await world.waits(FIRST)
    assert "what was put off stays so" in caplog.text
    world.store.db.execute("drop trigger fails")
    await world.waits(FIRST)
    await world.waits(FIRST)
    assert world.store.chats.in_debt() == []


async def test_while_telegram_takes_nothing_one_finds_out_for_all(
    world: World, ana: PhoneUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long their pauses have grown, they come as soon as one got through."""
    seconds = [100.0]
    monkeypatch.setattr(world.lanes, "_clock", lambda: seconds[0])
    world.messenger = world.another_messenger()
    people = [world.person(1000 + number, f"Person {number}") for number in range(5)]
    world.phone.faults.refuse("sendMessage", status=502, times=None)
    for person in people:
        world.shows(person, TEXT, Lane.REMINDER)
    await world.settles()
    in_flight = world.messenger.in_flight
    for chat in range(IN_TROUBLE):
        in_flight.put_off(chat)
    assert in_flight.free_places == 0
    for _ in range(3):
        before = sends(world)
        await world.waits(timedelta())
        await world.waits(timedelta())
        assert sends(world) == before + 1, "no oftener than every few seconds"
        seconds[0] += 6
    world.phone.faults.clear()
    await world.waits(timedelta())
    assert in_flight.free_places
    await world.waits(timedelta())
    assert [lines(person) for person in people] == [[TEXT.text]] * 5


@pytest.mark.parametrize("error", [400, 403])
async def test_a_reminder_that_is_refused_is_tried_in_plain_words(
    world: World, ana: PhoneUser, error: int
) -> None:
    world.phone.faults.refuse("sendPhoto", status=error, description="Nobody knows why", times=None)
    world.phone.faults.refuse(
        "sendMessage",
        status=error,
        description="Nobody knows why",
        times=None,
        when=lambda given: "<b>" in given.text("text"),
    )
    await world.has_shown(ana, replace(REMINDER, picture="still.png"))
    assert (ana.sees.text, ana.sees.labels) == ("Shall we?\nCat & cow", ["Start"])
    assert world.told.given_up == world.told.apologies == world.told.lost_people == []


async def test_one_that_is_refused_in_plain_words_too_is_given_up(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture
) -> None:
    world.phone.faults.refuse("sendMessage", status=403, description="Nobody knows why", times=None)
    await world.has_shown(ana, REMINDER)
    assert sends(world) == 2
    assert world.told.given_up == [REMINDER.delivery]
    assert world.store.chats.in_debt() == []
    assert "nobody knows why" in caplog.text.casefold()


async def test_a_screen_that_is_refused_without_a_known_reason_loses_nobody(
    world: World, ana: PhoneUser
) -> None:
    world.phone.faults.refuse("sendMessage", status=403, description="Nobody knows why")
    await world.has_shown(ana, TEXT)
    assert lines(ana) == [SORRY.text]
    assert world.told.lost_people == []


async def test_two_reminders_that_come_together_both_stay(world: World, ana: PhoneUser) -> None:
    other = replace(REMINDER, text="Or this?", delivery=6, nods_to=6)
    for picture in (None, "still.png"):
        await world.has_shown(ana, replace(REMINDER, picture=picture))
        world.clock.passes(timedelta(minutes=9))
        await world.has_shown(ana, other)
        assert lines(ana)[-2:] == ["Shall we?\nCat & cow", "Or this?"]
        assert [message.text for message in ana.live_keyboards] == ["Or this?"]
        world.clock.passes(timedelta(minutes=11))
    await world.has_shown(ana, replace(other, text="The next day", delivery=7, nods_to=7))
    assert lines(ana)[-2:] == ["Shall we?\nCat & cow", "The next day"]
    assert world.phone.refusals == []


async def test_what_can_be_sent_and_not_read_is_put_off_too(world: World, ana: PhoneUser) -> None:
    """Telegram's answer was garbled by somebody on the way, after the message had come."""
    world.phone.faults.page("sendMessage", status=200, before=False, times=2)
    await world.has_shown(ana, TEXT)
    assert lines(ana) == [TEXT.text] * 2
    await world.waits(FIRST)
    assert lines(ana) == [TEXT.text] * 3, "what nobody knows of may be there twice, rather than not at all"


async def test_a_session_that_plays_is_put_off_as_it_was(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, STILL)
    world.phone.faults.refuse("editMessageMedia", status=502, times=messenger.QUICK_TRIES)
    world.phone.faults.refuse("editMessageCaption", status=502, times=messenger.QUICK_TRIES)
    await world.has_shown(ana, replace(STILL, text="Hold"))
    assert lines(ana) == [STILL.text]
    await world.waits(FIRST)
    assert lines(ana) == ["Hold"]
