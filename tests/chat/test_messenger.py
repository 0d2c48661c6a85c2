"""What people see of what is decided for them, on real HTTP: one live keyboard, the newest screen, in order."""

import asyncio
import itertools
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.prompt import Prompt
from bot.chat.outgoing.turns.lanes import Lane
from bot.chat.outgoing.turns.put_off import FIRST
from bot.coach.news import Reply
from bot.phone.files.kept_files import StoredFile
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.world import (
    DONE,
    DONE_STILL,
    IN_WORDS,
    LOOP,
    OTHER_STILL,
    SAID,
    SAID_LOOP,
    SORRY,
    STILL,
    TEXT,
    World,
    lines,
)

ALL = (TEXT, STILL, OTHER_STILL, LOOP, DONE, DONE_STILL, SAID, SAID_LOOP, IN_WORDS)
TWO_DAYS = timedelta(hours=49)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.02)


def assert_shows(who: PhoneUser, wanted: View) -> None:
    assert [message.text for message in who.live_keyboards] == [wanted.text]
    assert who.sees.text == wanted.text
    assert (who.sees.picture is not None) == bool(wanted.picture)
    assert who.sees.labels == ["Go on", "Home"]


def shown_file(who: PhoneUser) -> StoredFile:
    """The file in the newest message."""
    media = max(who.chat.messages.values(), key=lambda message: message.id).media
    assert media
    assert media.file
    return media.file


@pytest.mark.parametrize("later", [timedelta(minutes=1), TWO_DAYS])
async def test_any_screen_after_any_other_leaves_one_live_keyboard(
    world: World, ana: PhoneUser, later: timedelta
) -> None:
    for before, after, fresh in itertools.product(ALL, ALL, (False, True)):
        wanted = replace(after, text=f"{after.text}!", fresh=fresh)
        await world.has_shown(ana, before)
        world.clock.passes(later)
        await world.has_shown(ana, wanted)
        assert_shows(ana, wanted)
    assert world.phone.refusals == []
    assert world.phone.breaches == []


async def test_a_finished_session_leaves_one_line(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, DONE, TEXT, DONE_STILL, TEXT)
    assert lines(ana) == ["Two minutes", "Five minutes", "Stay 30 s"]
    assert [message.silent for message in ana.messages if message.text == "Five minutes"] == [True]


async def test_what_is_older_than_two_days_is_not_taken_back(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, DONE_STILL)
    world.clock.passes(TWO_DAYS)
    await world.has_shown(ana, STILL)
    world.clock.passes(TWO_DAYS)
    await world.has_shown(ana, replace(TEXT, fresh=True))
    assert lines(ana) == ["Five minutes", "Knees under hips", "Stay 30 s"]
    assert_shows(ana, TEXT)
    assert world.phone.refusals == []


async def test_a_screen_that_does_not_ring_comes_silently_and_is_edited_all_the_same(
    world: World, ana: PhoneUser
) -> None:
    await world.has_shown(ana, replace(TEXT, rings=False))
    assert ana.sees.silent
    await world.has_shown(ana, replace(TEXT, text="Paused", rings=False), replace(LOOP, rings=False))
    assert ana.sees.silent
    await world.has_shown(ana, replace(OTHER_STILL, rings=False))
    assert world.phone.breaches == []


async def test_words_become_a_picture_in_place(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    words = ana.sees.id
    await world.has_shown(ana, STILL, LOOP, OTHER_STILL)
    assert ana.sees.id == words
    assert_shows(ana, OTHER_STILL)
    assert world.calls("sendPhoto", "sendAnimation", "deleteMessage") == []


@pytest.mark.parametrize("how", ["There is no media in the message to edit", "Message media can't be edited"])
async def test_where_words_cannot_become_a_picture_it_comes_anew(
    world: World, ana: PhoneUser, how: str
) -> None:
    world.phone.faults.refuse("editMessageMedia", status=400, description=f"Bad Request: {how}")
    await world.has_shown(ana, TEXT, STILL)
    assert world.calls("sendPhoto", "deleteMessage") == ["sendPhoto", "deleteMessage"]
    assert_shows(ana, STILL)


@pytest.mark.parametrize("before", [None, TEXT, STILL])
async def test_a_loop_goes_up_with_its_size_and_length_and_once(
    world: World, ana: PhoneUser, bo: PhoneUser, before: View | None
) -> None:
    """Sent or put in place: a phone makes room for it before it has loaded it."""
    for person in (ana, bo):
        await world.has_shown(person, *([before] if before else []), LOOP)
        facts = shown_file(person).facts
        assert (facts.width, facts.height, facts.duration) == (960, 720, 10)
    assert shown_file(ana) is shown_file(bo)


async def test_the_same_loop_under_two_names_goes_up_once(world: World, ana: PhoneUser) -> None:
    (world.media / "again.mp4").write_bytes((world.media / "loop.mp4").read_bytes())
    await world.has_shown(ana, LOOP)
    first = shown_file(ana)
    await world.has_shown(ana, replace(LOOP, picture="again.mp4", fresh=True))
    assert shown_file(ana) is first


async def test_the_same_screen_costs_no_call(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.calls.clear()
    await world.has_shown(ana, replace(TEXT, card="another"), replace(TEXT, rings=False))
    assert world.calls() == []


async def test_twenty_impatient_taps_become_one_screen(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.calls.clear()
    for number in range(20):
        world.shows(ana, replace(TEXT, text=f"{number}"))
    await world.settles()
    assert world.calls() == ["editMessageText"]
    assert ana.sees.text == "19"


async def test_what_became_old_while_it_waited_is_not_sent(world: World, ana: PhoneUser) -> None:
    world.lanes.hold(ana.id, 0.2)
    world.shows(ana, STILL)
    await asyncio.sleep(0)
    world.shows(ana, TEXT)
    await world.settles()
    assert world.calls("sendMessage", "sendPhoto") == ["sendMessage"]
    assert_shows(ana, TEXT)


async def test_screens_never_go_back(world: World, ana: PhoneUser) -> None:
    world.phone.faults.delay("*", 0.01, times=None, probability=0.5, random=Random(7))
    for number in range(60):
        world.shows(ana, replace(TEXT, text=f"{number}", fresh=number % 7 == 0))
        await asyncio.sleep(0.002)
    await world.settles()
    shown = [int(call.parameters["text"]) for call in world.phone.calls if "text" in call.parameters]
    assert shown == sorted(shown)
    assert_shows(ana, replace(TEXT, text="59"))


async def test_a_tap_is_answered_at_once_though_the_chat_must_wait(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    tap = ana.taps("Go on")
    world.lanes.hold(ana.id, 60)
    world.decides(ana, STILL)
    world.messenger.show(Reply(ana.id, "Going on"), Lane.ANSWER, Prompt(tap.query))
    await world.phone.until(lambda: ana.toasts)
    assert (ana.toasts[0].text, ana.unanswered) == ("Going on", [])


async def test_what_was_heard_gets_a_thumb_up(world: World, ana: PhoneUser) -> None:
    said = ana.messages[0].id
    world.messenger.show(Reply(ana.id, heard=True), Lane.ANSWER, Prompt(said=said))
    await world.settles()
    assert ana.reactions == {said: "👍"}


async def test_an_old_tap_is_no_trouble(world: World, ana: PhoneUser) -> None:
    world.decides(ana, TEXT)
    world.messenger.show(Reply(ana.id), Lane.ANSWER, Prompt("gone"))
    await world.settles()
    assert_shows(ana, TEXT)


async def test_who_blocked_the_bot_costs_one_call(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    ana.blocks()
    world.phone.calls.clear()
    await world.has_shown(ana, replace(STILL, fresh=True))
    assert len(world.calls()) == 1
    assert world.told.lost_people == [ana.id]
    assert world.store.chats.owed(ana.id) is None


async def test_who_left_telegram_is_lost(world: World, ana: PhoneUser) -> None:
    ana.deactivates()
    await world.has_shown(ana, TEXT)
    assert (world.told.lost_people, world.told.apologies) == ([ana.id], [])


async def test_one_chat_that_is_too_fast_delays_no_other(world: World, ana: PhoneUser, bo: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", chat=ana.id, status=429, retry_after=1)
    world.shows(ana, TEXT)
    await world.phone.until(lambda: world.calls("sendMessage"))
    world.shows(bo, TEXT)
    await world.settles()
    assert [call.chat for call in world.phone.calls if call.method == "sendMessage"] == [
        ana.id,
        bo.id,
        ana.id,
    ]
    assert_shows(ana, TEXT)


@pytest.mark.parametrize("trouble", ["502", "cut before", "cut after"])
async def test_an_edit_is_tried_until_it_stands(world: World, ana: PhoneUser, trouble: str) -> None:
    await world.has_shown(ana, TEXT)
    if trouble == "502":
        world.phone.faults.refuse("editMessageText", status=502, times=4)
    else:
        world.phone.faults.drop("editMessageText", before=trouble == "cut before", times=4)
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert_shows(ana, replace(TEXT, text="Paused"))
    assert world.told.apologies == []


async def test_a_message_that_never_left_is_sent_until_it_stands(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=502, times=4)
    await world.has_shown(ana, TEXT)
    assert_shows(ana, TEXT)


async def test_a_send_without_an_answer_is_tried_once_more_and_then_put_off(
    world: World, ana: PhoneUser
) -> None:
    world.phone.faults.drop("sendMessage", before=False, times=None)
    await world.has_shown(ana, TEXT)
    assert lines(ana) == ["Stay 30 s"] * 2
    world.phone.faults.clear()
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert ana.sees.text == "Paused"
    for stray in ana.live_keyboards[:-1]:
        tap = ana.taps_data("h", stray.id)
        world.messenger.show(Reply(ana.id), Lane.ANSWER, Prompt(tap.query, stray.id))
        await world.settles()
    assert_shows(ana, replace(TEXT, text="Paused"))


async def test_a_send_whose_answer_is_lost_once_ends_right(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.drop("sendMessage", before=True)
    await world.has_shown(ana, replace(DONE, fresh=True))
    assert_shows(ana, DONE)


async def test_a_message_the_person_deleted_is_sent_anew(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    ana.deletes(ana.sees.id)
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert_shows(ana, replace(TEXT, text="Paused"))
    ana.deletes(ana.sees.id)
    await world.has_shown(ana, replace(TEXT, fresh=True))
    assert_shows(ana, TEXT)
    ana.deletes(ana.sees.id)
    await world.has_shown(ana, DONE, STILL)
    assert_shows(ana, STILL)
    assert world.told.apologies == []


@pytest.mark.parametrize(
    "description",
    ["Bad Request: message can't be edited", "Bad Request: there is no text in the message to edit"],
)
async def test_what_cannot_be_edited_is_replaced(world: World, ana: PhoneUser, description: str) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.refuse("editMessageText", status=400, description=description)
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert lines(ana) == ["Paused"]
    assert_shows(ana, replace(TEXT, text="Paused"))


async def test_a_line_that_cannot_be_left_holds_nothing_up(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, DONE)
    world.phone.faults.refuse("editMessageText", status=400, description="Bad Request: can't parse entities")
    await world.has_shown(ana, TEXT)
    assert_shows(ana, TEXT)
    assert world.told.apologies == []


async def test_what_is_already_so_is_paid(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.refuse(
        "editMessageText", status=400, description="Bad Request: message is not modified"
    )
    world.phone.calls.clear()
    await world.has_shown(ana, replace(TEXT, text="Paused"))
    assert len(world.calls()) == 1
    assert world.store.chats.in_debt() == []


@pytest.mark.parametrize(
    "description",
    ["Bad Request: message can't be deleted for everyone", "Bad Request: a reason nobody has heard of"],
)
async def test_what_cannot_be_taken_back_loses_its_buttons(
    world: World, ana: PhoneUser, description: str
) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.refuse("deleteMessage", status=400, description=description)
    await world.has_shown(ana, replace(STILL, fresh=True))
    assert lines(ana) == ["Stay 30 s", "Knees under hips"]
    assert_shows(ana, STILL)
    assert world.told.apologies == []


async def test_a_name_telegram_has_forgotten_is_uploaded_anew(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, STILL)
    world.phone.faults.refuse(
        "sendPhoto", status=400, description="Bad Request: wrong file identifier/HTTP URL specified"
    )
    world.phone.calls.clear()
    await world.has_shown(ana, replace(STILL, fresh=True))
    assert_shows(ana, STILL)
    named, uploaded = (call.parameters["photo"] for call in world.phone.calls if call.method == "sendPhoto")
    assert named != uploaded
    assert uploaded.startswith("attach://")


@pytest.mark.parametrize("picture", ["gone.png", "still.png"])
async def test_a_screen_whose_picture_cannot_be_sent_comes_without(
    world: World, ana: PhoneUser, picture: str
) -> None:
    world.phone.faults.refuse(
        "sendPhoto", status=400, description="Bad Request: IMAGE_PROCESS_FAILED", times=None
    )
    await world.has_shown(ana, replace(STILL, picture=picture))
    assert_shows(ana, replace(STILL, picture=None))
    assert world.told.apologies == []


@pytest.mark.parametrize("way", ["../{}", "/{}", "{}\0"])
async def test_no_file_outside_the_folder_is_ever_sent(world: World, ana: PhoneUser, way: str) -> None:
    outside = world.media.with_suffix(".png")
    outside.write_bytes((world.media / "still.png").read_bytes())
    name = str(outside)[1:] if way.startswith("/") else outside.name
    await world.has_shown(ana, replace(STILL, picture=way.format(name)))
    assert_shows(ana, replace(STILL, picture=None))


async def test_what_is_our_fault_is_said_once(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture
) -> None:
    too_long = ((("Home", "h" * 65, ""),),)
    await world.has_shown(ana, replace(TEXT, text="Dear Ana", keys=too_long))
    assert_shows(ana, SORRY)
    assert world.told.apologies == [ana.id]
    assert "BUTTON_DATA_INVALID" in caplog.text.upper()
    assert "Dear Ana" not in caplog.text


async def test_a_refusal_is_not_taken_for_that_of_a_newer_screen(world: World, ana: PhoneUser) -> None:
    world.phone.faults.delay("sendMessage", 0.1)
    world.shows(ana, replace(TEXT, keys=((("Home", "h" * 65, ""),),)))
    await world.phone.until(lambda: world.calls("sendMessage"))
    world.shows(ana, replace(TEXT, text="Paused"))
    await world.settles()
    assert_shows(ana, replace(TEXT, text="Paused"))
    assert world.told.apologies == []


async def test_an_apology_that_cannot_be_made_ends_there(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=400, description="Bad Request: no", times=None)
    await world.has_shown(ana, TEXT)
    assert len(world.calls("sendMessage")) == 2
    assert world.store.chats.in_debt() == []
    world.phone.faults.clear()
    await world.has_shown(ana, TEXT)
    assert_shows(ana, TEXT)


async def test_twenty_who_want_a_picture_at_once_cost_one_upload(world: World) -> None:
    people = [world.person(100 + number, f"Person {number}") for number in range(20)]
    world.phone.faults.delay("sendPhoto", 3600, chat=people[10].id)
    for person in people:
        world.shows(person, STILL)
    # One whose answer is out keeps nobody waiting who waited for the name as well.
    await world.phone.until(lambda: len(world.calls("sendPhoto")) == len(people))
    sent = [call.parameters["photo"] for call in world.phone.calls if call.method == "sendPhoto"]
    assert sum(name.startswith("attach://") for name in sent) == 1
    await world.phone.until(lambda: all(person.sees for person in people))
    for person in people:
        assert_shows(person, STILL)


async def test_an_upload_that_fails_is_made_by_the_next(world: World, ana: PhoneUser, bo: PhoneUser) -> None:
    world.phone.faults.refuse("sendPhoto", chat=ana.id, status=403)
    world.shows(ana, STILL)
    world.shows(bo, STILL)
    await world.settles()
    assert_shows(bo, STILL)


async def test_a_crash_between_sending_and_deleting_leaves_one_keyboard(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.drop("deleteMessage", before=True, times=None)
    world.shows(ana, replace(STILL, fresh=True))
    await world.phone.until(lambda: world.calls("deleteMessage"))
    world.messenger.abandon()
    await world.settles()
    assert len(ana.live_keyboards) == 2
    world.phone.faults.clear()
    world.messenger = world.another_messenger()
    world.messenger.draw_all_owed()
    await world.settles()
    assert_shows(ana, STILL)


async def test_a_crash_before_sending_costs_nobody_a_screen(
    world: World, ana: PhoneUser, bo: PhoneUser
) -> None:
    world.decides(ana, TEXT)
    world.decides(bo, STILL)
    world.messenger = world.another_messenger()
    world.messenger.draw_all_owed()
    await world.settles()
    assert_shows(ana, TEXT)
    assert_shows(bo, STILL)


async def test_an_old_message_is_not_forgotten_when_something_newer_comes_meanwhile(
    world: World, ana: PhoneUser
) -> None:
    await world.has_shown(ana, TEXT)
    world.phone.faults.refuse("deleteMessage", status=429, retry_after=1)
    world.shows(ana, replace(STILL, fresh=True))
    await world.phone.until(lambda: world.calls("deleteMessage"))
    world.shows(ana, replace(LOOP, fresh=True))
    await world.settles()
    assert lines(ana) == ["Keep breathing"]
    assert_shows(ana, LOOP)


async def test_a_line_is_left_once_though_the_next_screen_is_refused_at_first(
    world: World, ana: PhoneUser
) -> None:
    await world.has_shown(ana, DONE_STILL)
    world.phone.faults.refuse("sendMessage", status=502, when=lambda given: given.text("text") == TEXT.text)
    await world.has_shown(ana, TEXT)
    assert lines(ana) == ["Five minutes", "Stay 30 s"]


async def test_a_tap_need_not_queue_behind_the_sessions(world: World, ana: PhoneUser) -> None:
    """Hundreds of sessions ring at once, Ana's among them; she taps."""
    world.lanes = type(world.lanes)(per_second=50, per_chat=None)
    world.messenger = world.another_messenger()
    others = [world.person(100 + number, f"Person {number}") for number in range(40)]
    for person in (*others, ana):
        world.shows(person, TEXT, Lane.SESSION)
    await asyncio.sleep(0)
    world.shows(ana, STILL)
    await world.phone.until(lambda: ana.sees)
    assert len(world.calls("sendMessage", "sendPhoto")) < 10


async def test_a_picture_drawn_anew_goes_up_anew(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, STILL)
    (world.media / "still.png").write_bytes((world.media / "other.png").read_bytes())
    await world.has_shown(ana, replace(STILL, fresh=True))
    await world.has_shown(ana, replace(OTHER_STILL, fresh=True))
    sent = [call.parameters["photo"] for call in world.phone.calls if call.method == "sendPhoto"]
    assert [name.startswith("attach://") for name in sent] == [True, True, False]


REFUSED = "Bad Request: message to edit not found"


async def test_a_refusal_without_end_does_not_storm_telegram(world: World, ana: PhoneUser) -> None:
    world.phone.faults.refuse("sendMessage", status=400, description=REFUSED, times=None)
    world.shows(ana, TEXT)
    await world.settles()
    assert len(world.calls("sendMessage")) == messenger.MANY_REFUSALS - 1 + messenger.QUICK_TRIES
    world.phone.faults.clear()
    await world.settles()
    await world.waits(FIRST)
    assert_shows(ana, TEXT)


async def test_after_many_refusals_there_is_a_pause_in_which_others_are_served(
    world: World, ana: PhoneUser, bo: PhoneUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 3600.0)
    world.phone.faults.refuse("sendMessage", status=400, description=REFUSED, times=None, chat=ana.id)
    world.shows(ana, TEXT)
    await world.phone.until(lambda: len(world.calls("sendMessage")) >= messenger.MANY_REFUSALS)
    for number in range(20):
        text = f"Screen {number}"
        world.shows(bo, replace(TEXT, text=text, fresh=True))
        await world.phone.until(lambda: bo.sees.text == text)  # noqa: B023 - waited for at once
    assert len(world.calls("sendMessage")) == messenger.MANY_REFUSALS + 20


async def test_each_pause_is_twice_as_long_as_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "LONGEST_PAUSE", 0.005)
    patience = messenger.Patience(0.001)
    pauses = []
    for _ in range(5):
        pauses.append(patience.pause)
        await patience.wait()
    assert pauses == [0.001, 0.002, 0.004, 0.005, 0.005]
