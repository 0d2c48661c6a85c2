"""What can't be read affects only its owner, and keeps even them from nothing else; it is reported once."""

import json
from datetime import time, timedelta

import pytest

from bot.coach.news import Blocked
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move
from bot.screens.buttons.actions import Instead, ProgressPart, Resume
from bot.store.chat.shown import Shown
from tests.coach.reminded import DUE, claimed, reminded_at
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import OFFERED_AT_HOME, data_of
from tests.store.forms_of_old import SCRIPTS

OF_THE_SCRIPT = {
    "no JSON": "update sessions set script = 'broken' where person = 7 and live",
    "no beats": "update sessions set script = '[]' where person = 7 and live",
    "a beat of nothing": """update sessions set script = '{"v":2,"beats":[{}]}' where person = 7 and live""",
    "a beat too far": "update sessions set beat = 99 where person = 7 and live",
    "a rest of ages": "update sessions set script = replace(script, '15', '1500000') where person = 7 and live",
    "no name": "update sessions set script = replace(script, 'shoulder-rolls', '<b>') where person = 7 and live",
}
"""Noticed by whatever needs the script. Interrupting a session does not: test_interrupting.py."""

OF_THE_ROW = {
    "a moment of no zone": "update sessions set beat_at = '2026-01-05' where person = 7 and live",
    "a phase of tomorrow": "update sessions set phase = 'dreaming' where person = 7 and live",
    "a turn too many": "update sessions set turn = 9223372036854775807 where person = 7 and live",
    "over already": "update sessions set phase = 'finished' where person = 7 and live",
}

OF_THE_BEAT = {
    "no move": "update sessions set beat_exercise = null where person = 7 and live",
    "a move of no name": "update sessions set beat_form = '<b>' where person = 7 and live",
    "a hold of ages": "update sessions set beat_held = 1500000 where person = 7 and live",
    "no course": "update sessions set led = 'file' where person = 7 and live",
}
"""Noticed by whatever interrupts a session. The clock, which has the script, writes these columns again."""

POISON = {**OF_THE_SCRIPT, **OF_THE_ROW, **OF_THE_BEAT}

OVER = "update sessions set live = 0, script = 'broken' where person = 7"
"""Over, and still to be rung, which no version writes."""

SAID = {
    "/stop": "Nothing is running",
    "/delete": "Delete everything",
    "/help": "I lead you",
    "I have chest pain": "Call for help now",
    "pause": "Hello, Ana",
    "home": "Hello, Ana",
    "/progress": "Nothing here yet",
}


def plays(someone: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "ready"):
        someone.says(said)
    assert "Move for 15 s" in someone.sees.text


def poisons(world: World, poison: str) -> None:
    assert world.store.db.execute(POISON[poison]).rowcount == 1


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("poison", [*OF_THE_SCRIPT, *OF_THE_ROW])
def test_a_session_that_cant_be_read_is_closed_and_told_of_once_and_the_others_ring(
    ana: Someone, bo: Someone, world: World, caplog: pytest.LogCaptureFixture, poison: str
) -> None:
    for someone in (ana, bo):
        plays(someone)
    poisons(world, poison)
    replies = world.passes(15)
    assert {reply.chat for reply in replies} == {7, 8}
    assert "Other way" in bo.sees.text
    assert "our fault" in ana.sees.text
    assert not ana.sees.rings
    for _ in range(3):
        world.passes(3600)
    assert told(caplog) == ["session 1 can't be read, and is closed"]


def test_not_even_one_that_is_over_is_rung_for_ever(ana: Someone, bo: Someone, world: World) -> None:
    for someone in (ana, bo):
        plays(someone)
    world.store.db.execute(OVER)
    assert {reply.chat for reply in world.passes(15)} == {7, 8}


@pytest.mark.parametrize("phase", ["finished", "stopped", "left"])
def test_one_that_is_over_and_still_live_keeps_nobody_from_another(
    ana: Someone, world: World, phase: str
) -> None:
    plays(ana)
    world.store.db.execute("update sessions set phase = ?, wake_at = null where person = 7", [phase])
    for said in ("/routine desk break, standing", "do it"):
        ana.says(said)
    assert ana.gets_ready()


@pytest.mark.parametrize("poison", [*OF_THE_ROW, *OF_THE_BEAT])
@pytest.mark.parametrize("said", SAID)
def test_whose_session_cant_be_read_is_kept_from_nothing(
    ana: Someone, world: World, caplog: pytest.LogCaptureFixture, poison: str, said: str
) -> None:
    plays(ana)
    poisons(world, poison)
    ana.says(said)
    assert SAID[said] in ana.sees.text
    assert not ana.offers(Resume)
    assert world.store.sessions.live(7) is None
    ana.says("home")
    assert told(caplog) == ["session 1 can't be read, and is closed"]


@pytest.mark.parametrize("poison", [*OF_THE_ROW, *OF_THE_BEAT])
def test_whose_session_cant_be_read_can_begin_another(ana: Someone, world: World, poison: str) -> None:
    plays(ana)
    poisons(world, poison)
    for said in ("/routine desk break, standing", "do it", "/stop"):
        ana.says(said)
    assert "Stopped" in ana.sees.text


@pytest.mark.parametrize("poison", OF_THE_SCRIPT)
@pytest.mark.parametrize("said", ["pause", "easier", "how much is left?", "Back to my session"])
def test_who_goes_on_with_a_script_that_cant_be_read_is_told_of_it_once(
    ana: Someone, world: World, caplog: pytest.LogCaptureFixture, poison: str, said: str
) -> None:
    plays(ana)
    poisons(world, poison)
    if said == "Back to my session":
        ana.says("/help")
    ana.says(said)
    assert world.store.sessions.live(7) is None
    ana.says("home")
    assert told(caplog) == ["session 1 can't be read, and is closed"]


@pytest.mark.parametrize("poison", OF_THE_SCRIPT)
def test_whose_script_cant_be_read_can_begin_another_instead(ana: Someone, world: World, poison: str) -> None:
    plays(ana)
    poisons(world, poison)
    for said in ("/routine desk break, standing", "do it"):
        ana.says(said)
    ana.taps(Instead)
    assert ana.gets_ready()


@pytest.mark.parametrize("poison", POISON)
def test_whose_session_cant_be_read_can_delete_all_of_it(ana: Someone, world: World, poison: str) -> None:
    plays(ana)
    poisons(world, poison)
    for said in ("/delete", "delete it all"):
        ana.says(said)
    assert "All of it is gone" in ana.sees.text
    assert world.store.people.get(7) is None


@pytest.mark.parametrize("poison", POISON)
def test_whose_session_cant_be_read_can_begin_another_from_a_button(
    ana: Someone, world: World, poison: str
) -> None:
    plays(ana)
    skip = data_of(ana.sees, Move.SKIP)
    poisons(world, poison)
    ana.taps_data(skip)
    assert "Hello, Ana" in ana.sees.text
    ana.taps(OFFERED_AT_HOME)
    assert ana.gets_ready()


@pytest.mark.parametrize("poison", POISON)
def test_who_blocked_the_bot_can_come_back_to_a_session_that_cant_be_read(
    ana: Someone, world: World, poison: str
) -> None:
    plays(ana)
    poisons(world, poison)
    ana.sends(Blocked(ana.sender))
    assert world.store.people.is_lost(7)
    assert not world.passes(15)
    ana.says("/start")
    assert "Hello, Ana" in ana.sees.text


@pytest.mark.parametrize("zone", ["Mars/Phobos", "../etc/passwd", "x" * 300, ""])
def test_whose_zone_is_known_no_longer_is_reminded_by_utc(ana: Someone, world: World, zone: str) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.store.db.execute("update people set zone = ? where id = 7", [zone])
    ana.says("/remind")
    assert "8:30" in ana.sees.text
    ana.says("remind me at 9am")
    assert "9:00" in ana.sees.text


def test_a_tenth_element_in_anas_script_disturbs_nobody(ana: Someone, bo: Someone, world: World) -> None:
    for someone in (ana, bo):
        plays(someone)
    old = json.dumps([[*beat, "later"] for beat in json.loads(SCRIPTS[0][0])])
    world.store.db.execute("update sessions set script = ? where person = 7 and live", [old])
    assert [reply.chat for reply in world.passes(15)] == [7, 8]
    assert "Other way" in ana.sees.text
    assert "Other way" in bo.sees.text


def test_a_beat_of_a_kind_to_come_is_a_rest_and_the_session_goes_on_behind_it(
    ana: Someone, world: World
) -> None:
    plays(ana)
    world.store.db.execute(
        """update sessions set script = replace(script, '"switch"', '"hum"') where person = 7"""
    )
    world.passes(15)
    assert "Rest · " in ana.sees.text
    world.passes(5)
    assert "Move for 15 s" in ana.sees.text
    live = world.store.sessions.live(7)
    assert live
    assert live.beat == 3
    assert sum(done.held for done in live.done) == 15


@pytest.mark.parametrize("column", ["phase", "rating"])
def test_a_session_of_the_past_with_a_value_to_come_is_remembered(
    ana: Someone, world: World, column: str
) -> None:
    plays(ana)
    world.passes(15)
    ana.says("stop")
    world.store.db.execute(f"update sessions set {column} = 'dreaming'")
    world.store.db.execute("update done set side = 'upwards'")
    ana.says("/progress")
    ana.taps(ProgressPart.DONE)
    assert "First two minutes" in ana.sees.text
    ana.says("home")
    assert "Done for today, Ana" in ana.sees.text


@pytest.mark.parametrize("broken", ["broken", "{}", "[]", '{"v":9,"words":"Hello"}'])
def test_a_broken_view_is_nothing_in_view(ana: Someone, world: World, broken: str) -> None:
    ana.says("/start")
    world.store.chats.pay(7, None, Shown(1, broken, world.now))
    ana.says("did it")
    assert "That's it for today" not in ana.sees.text
    assert "Home" in ana.labels
    world.store.chats.owe(7, broken)
    ana.says("home")
    assert "Hello" in ana.sees.text


def test_a_view_with_a_field_to_come_is_answered_by_its_labels(ana: Someone, world: World) -> None:
    ana.says("/start")
    shown = world.store.chats.shown(7)
    assert shown
    later = json.dumps({**json.loads(shown.view), "colour": "green"})
    world.store.chats.pay(7, None, Shown(1, later, world.now))
    ana.says("two gentle minutes")
    assert SIGNS in ana.sees.text


def test_what_is_awaited_of_a_kind_to_come_is_not_waited_for(ana: Someone, world: World) -> None:
    ana.says("/start")
    for what, about in (("dream", "1"), ("name", "one")):
        world.store.db.execute(
            "insert or replace into awaited values (7, ?, ?, ?)", [what, about, world.now.isoformat()]
        )
        ana.says("home")
        assert "Hello" in ana.sees.text


def test_a_reminder_that_comes_again_for_a_reason_to_come_comes(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    before = world.store.reminders.of(7)
    again = [before[0].id, (DUE - timedelta(minutes=1)).isoformat(timespec="microseconds"), "dream"]
    world.store.db.execute("insert into again (reminder, due_at, kind) values (?, ?, ?)", again)
    assert claimed(world, DUE - timedelta(minutes=1)) == 1
    assert world.store.reminders.of(7) == before, "its own time stands"


def test_a_delivery_in_a_state_to_come_is_passed_over(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    world.store.db.execute("update deliveries set state = 'dreamt'")
    assert world.store.deliveries.count_by_state(DUE - timedelta(days=1)) == {}
    ana.says("not today")
    assert "Not today" in ana.sees.text


def test_what_is_owed_and_cant_be_read_holds_up_no_reminder(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    world.store.chats.owe(7, "broken")
    assert claimed(world, DUE) == 1
    assert ana.sees.delivery


def test_beside_a_waiting_session_an_answer_to_a_reminder_can_still_be_typed(
    ana: Someone, world: World
) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    later = data_of(ana.sees, Nod.HOUR)
    for said in ("/routine desk break, standing", "do it"):
        ana.says(said)
    ana.taps_data(later)
    assert ana.labels[0] == "Back to my session"
    ana.says("done")
    assert "Next: tomorrow" in ana.sees.text


def test_a_reminder_shown_by_the_version_before_is_answered_in_words(ana: Someone, world: World) -> None:
    """That version knew the delivery only by the card's name."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    shown = ana.sees
    old = {"text": shown.text, "keys": shown.keys, "card": shown.card, "delivery": shown.delivery}
    world.store.chats.pay(7, None, Shown(1, json.dumps(old), world.now))
    ana.says("done")
    assert "Next: tomorrow" in ana.sees.text
