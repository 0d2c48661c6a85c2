"""The consequences of danger over time: sessions that wait and end, reminders that rest and come again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.chat.outgoing.showing.difference import Settle, drawing_plan
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Said, What
from bot.domain.person.person import Preferences, Rest
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import Moves, Place, Resume
from bot.screens.buttons.wire import decode
from bot.screens.screen import Screen
from bot.screens.view import view
from bot.store.reminders.deliveries import State
from tests.coach.hearing import TableEars, none_fits
from tests.coach.reminded import DUE, claimed, met, reminded_at, states
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import buttons, data_of, means
from tests.new_store import store_in_memory

HALTS = ["elephant on my chest", "numb down there since monday"]
OVERDOSE = "took 20 paracetamol"
A_DAY = ["i want to end it", "he hits me"]
GO_ON = "Shall reminders go on?"


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, danger=TableEars())))
    store.close()


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    """Ana, early, at half past eight in Berlin."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    return ana


@pytest.fixture
def holding(ana: Someone) -> Someone:
    """Ana, in the midst of a hold."""
    met(ana)
    for words in ("/routine desk break", "do it", "ready"):
        ana.says(words)
    assert phase(ana) is Phase.WORKING
    return ana


def phase(person: Someone) -> Phase | None:
    live = person.world.store.sessions.live(person.sender.id)
    return live.phase if live else None


def who(person: Someone) -> Preferences:
    known = person.world.store.people.get(person.sender.id)
    assert known
    return known.preferences


def next_day(world: World, hour: int = 12) -> datetime:
    return (world.now + timedelta(days=1)).replace(hour=hour, minute=0)


# The session


@pytest.mark.parametrize("text", HALTS)
def test_ten_minutes_of_silence_end_it_and_whom_to_call_stays_in_view(
    holding: Someone, world: World, text: str
) -> None:
    holding.says(text)
    assert phase(holding) is Phase.HALTED
    sees = holding.sees
    world.passes(599)
    assert phase(holding) is Phase.HALTED
    assert [reply.chat for reply in world.passes(1)] == [7]
    assert phase(holding) is None
    assert holding.sees == sees
    assert world.store.sessions.due(world.now) is None


def test_after_a_night_the_bot_was_down_it_is_over_too(holding: Someone, world: World) -> None:
    holding.says("elephant on my chest")
    world.passes(9 * 3600)
    assert phase(holding) is None


def test_whoever_is_still_there_has_ten_minutes_more(holding: Someone, world: World) -> None:
    holding.says("elephant on my chest")
    world.passes(590)
    holding.taps(Place.HOME)
    assert not holding.offers(Resume)
    world.passes(590)
    assert phase(holding) is Phase.HALTED
    world.passes(10)
    assert phase(holding) is None


@pytest.mark.parametrize("text", HALTS)
def test_i_meant_a_muscle_asks_the_signs_and_brings_all_back(
    holding: Someone, world: World, text: str
) -> None:
    reminders_before = world.store.reminders.of(7)
    card = holding.sees
    holding.says(text)
    holding.taps(Place.SIGNS)
    assert SIGNS in holding.sees.text
    assert phase(holding) is Phase.HALTED
    none_fits(holding)
    assert phase(holding) is Phase.WORKING
    assert holding.sees.card == card.card
    assert not who(holding).reminders_rest
    assert world.store.reminders.of(7) == reminders_before


def test_after_the_ten_minutes_it_brings_back_the_reminders_alone(holding: Someone, world: World) -> None:
    holding.says("elephant on my chest")
    holding.taps(Place.SIGNS)
    world.passes(601)
    none_fits(holding)
    assert phase(holding) is None
    assert "Hello, Ana" in holding.sees.text
    assert who(holding).rest is Rest.NONE


@pytest.mark.parametrize("words", ["go on", "skip", "ready", "it hurts", "steps", "pause"])
def test_nothing_typed_goes_past_the_signs(holding: Someone, words: str) -> None:
    holding.says("elephant on my chest")
    holding.says(words)
    assert phase(holding) is Phase.HALTED
    if words in ("go on", "it hurts"):
        assert SIGNS in holding.sees.text


def test_nothing_tapped_goes_past_the_signs(holding: Someone, world: World) -> None:
    live = world.store.sessions.live(7)
    assert live
    holding.says("elephant on my chest")
    halted = world.store.sessions.live(7)
    assert halted
    for turn in (live.turn, halted.turn):
        for data in (f"p.{live.id}.{turn}.g", f"p.{live.id}.{turn}.k", f"m.{live.id}"):
            holding.taps_data(data)
            assert phase(holding) is Phase.HALTED
            assert SIGNS in holding.sees.text
    holding.taps_data(f"n.{live.id}.u.morning")
    assert SIGNS in holding.sees.text


def test_stopping_needs_no_signs(holding: Someone) -> None:
    holding.says("elephant on my chest")
    holding.says("stop")
    assert phase(holding) is None


@pytest.mark.parametrize("sign", ["ge", "gu"])
def test_a_sign_that_is_tapped_does_the_same(holding: Someone, world: World, sign: str) -> None:
    holding.says("/settings")
    holding.taps_data(sign)
    assert phase(holding) is Phase.HALTED
    assert who(holding).reminders_rest
    none_fits(holding)
    assert phase(holding) is Phase.WORKING or phase(holding) is Phase.READY
    assert not who(holding).reminders_rest
    holding.taps_data(sign)
    world.passes(600)
    assert phase(holding) is None


@pytest.mark.parametrize("text", [*A_DAY, OVERDOSE])
def test_after_the_others_the_session_is_over_at_once(holding: Someone, text: str) -> None:
    holding.says(text)
    assert phase(holding) is None
    holding.taps(Place.HOME)
    assert SIGNS not in holding.sees.text


@pytest.mark.parametrize("text", HALTS)
def test_the_next_start_asks_the_signs_first(reminded: Someone, world: World, text: str) -> None:
    reminded.says(text)
    world.passes(3 * 24 * 3600)
    for way in ("/start", "/routine morning", "/exercise cat cow"):
        reminded.says(way)
        assert not reminded.offers(Moves)
        reminded.taps(Place.SIGNS)
        assert SIGNS in reminded.sees.text


def test_a_door_that_was_closed_stays_closed(reminded: Someone) -> None:
    reminded.taps_data("gu")
    cleared = who(reminded).cleared
    reminded.says("elephant on my chest")
    assert who(reminded).cleared is cleared


# Reminders


@pytest.mark.parametrize("text", HALTS)
def test_reminders_rest_until_it_is_looked_after(reminded: Someone, world: World, text: str) -> None:
    reminded.says(text)
    for days in range(5):
        assert claimed(world, DUE + timedelta(days=days)) == 0
    world.now = DUE + timedelta(days=4, hours=3)
    reminded.says("/remind")
    assert "Your reminders rest for now." in reminded.sees.text
    assert "resting" in reminded.sees.text
    assert "next:" not in reminded.sees.text
    reminded.says("/start")
    reminded.taps(Place.SIGNS)
    none_fits(reminded)
    assert claimed(world, DUE + timedelta(days=5)) == 1


def test_after_an_overdose_moves_and_reminders_rest_until_it_is_looked_after_and_reminders_for_a_day_too(
    reminded: Someone, world: World
) -> None:
    world.now = DUE - timedelta(minutes=5)
    reminded.says(OVERDOSE)
    reminded.taps(Place.HOME)
    assert not reminded.offers(Moves)
    world.now += timedelta(hours=2)
    reminded.says("start")
    assert SIGNS in reminded.sees.text
    none_fits(reminded)
    assert claimed(world, DUE + timedelta(days=1)) == 0
    world.now = DUE + timedelta(days=1, hours=1)
    reminded.says("good morning")
    assert GO_ON in reminded.sees.text


@pytest.mark.parametrize("text", A_DAY)
def test_for_a_day_nothing_comes_and_then_they_are_asked(reminded: Someone, world: World, text: str) -> None:
    world.now = DUE - timedelta(minutes=5)
    reminded.says(text)
    assert claimed(world, DUE) == 0
    reminded.says("/start")
    assert GO_ON not in reminded.sees.text
    assert claimed(world, DUE + timedelta(days=1)) == 0, "not before they were asked"
    world.now = DUE + timedelta(days=1)
    reminded.says("good morning")
    assert f"Good to see you. {GO_ON}" in reminded.sees.text
    assert reminded.labels == ["Yes", "Not now"]
    reminded.taps(Place.REMINDERS_AGAIN)
    assert SIGNS not in reminded.sees.text
    assert claimed(world, DUE + timedelta(days=2)) == 1


def test_not_now_lets_them_rest_until_they_are_woken(reminded: Someone, world: World) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    reminded.says("hello")
    reminded.taps(Place.REMINDERS_NOT_NOW)
    assert "Hello, Ana" in reminded.sees.text
    world.now += timedelta(days=3)
    assert claimed(world, DUE + timedelta(days=3)) == 0
    reminded.says("hello")
    assert GO_ON not in reminded.sees.text, "asked once"
    reminded.says("/remind")
    reminded.taps(Place.GO_ON_REMINDING)
    assert "resting" not in reminded.sees.text
    assert claimed(world, DUE + timedelta(days=5)) == 1


def test_whoever_does_not_answer_is_not_asked_again(reminded: Someone, world: World) -> None:
    reminded.says("he hits me")
    world.now = next_day(world)
    reminded.says("hello")
    reminded.says("/exercise cat cow")
    assert "Cat-cow" in reminded.sees.text
    assert who(reminded).rest is Rest.ASKED
    assert claimed(world, DUE + timedelta(days=4)) == 0


@pytest.mark.parametrize("contact", ["a sticker", "a tap", "a word"])
def test_any_contact_is_the_first(reminded: Someone, world: World, contact: str) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    match contact:
        case "a sticker":
            reminded.sends_a(What.STICKER)
        case "a tap":
            reminded.taps(Place.HOME)
        case _:
            reminded.says("5 min")
    assert GO_ON in reminded.sees.text


def test_danger_goes_before_the_question_and_so_does_the_wish_to_be_gone(
    reminded: Someone, world: World
) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    reminded.says("elephant on my chest")
    assert GO_ON not in reminded.sees.text
    reminded.says("/delete")
    assert GO_ON not in reminded.sees.text
    reminded.taps(Place.DELETE_SURELY)
    assert world.store.people.get(7) is None


def test_a_complaint_goes_before_the_question(reminded: Someone, world: World) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    reminded.says("sharp pain")
    assert "Do any of these come with it?" in reminded.sees.text
    reminded.says("hello")
    assert GO_ON in reminded.sees.text


def test_the_messages_can_still_be_removed_when_it_is_time_to_ask(reminded: Someone, world: World) -> None:
    reminded.says("he hits me")
    world.now = next_day(world)
    reminded.taps_data("dr.1201")
    assert world.store.chats.unwanted(7) == (1201,)
    assert GO_ON not in reminded.sees.text


def test_who_has_no_reminders_is_asked_nothing(ana: Someone, world: World) -> None:
    ana.says("i want to end it")
    world.now = next_day(world)
    ana.says("/start")
    assert GO_ON not in ana.sees.text
    assert who(ana) == replace(who(ana), rest=Rest.NONE, rests_until=None)


def test_two_dangers_in_a_day_need_both_to_be_over(reminded: Someone, world: World) -> None:
    reminded.says("elephant on my chest")
    reminded.says("i want to end it")
    reminded.taps(Place.HOME)
    reminded.taps(Place.SIGNS)
    none_fits(reminded)
    assert who(reminded).reminders_rest, "the day is not over"
    assert claimed(world, DUE) == 0
    world.now = next_day(world)
    reminded.says("hello")
    reminded.taps(Place.REMINDERS_AGAIN)
    assert claimed(world, DUE + timedelta(days=2)) == 1


@pytest.mark.parametrize("text", [*HALTS, OVERDOSE, *A_DAY])
def test_what_was_put_off_or_follows_comes_no_more(reminded: Someone, world: World, text: str) -> None:
    world.now = DUE
    assert claimed(world, DUE) == 1
    reminded.taps(Nod.QUARTER)
    reminded.says(text)
    assert claimed(world, DUE + timedelta(minutes=16)) == 0
    assert claimed(world, DUE + timedelta(hours=3)) == 0


@pytest.mark.parametrize("text", [*HALTS, OVERDOSE, *A_DAY])
def test_a_reminder_on_its_way_is_not_sent_after_it(reminded: Someone, world: World, text: str) -> None:
    """It is claimed and owed; then, before it is sent, danger is heard."""
    world.now = DUE
    assert len(world.coach.claims.claim(DUE, 32)) == 1
    reminded.says(text)
    assert not reminded.offers(Nod.START)
    answer = reminded.sees
    for seconds in (31, 61, 3600):
        assert claimed(world, DUE + timedelta(seconds=seconds)) == 0
    assert reminded.sees == answer
    assert states(world).keys() <= {State.QUIET}


def test_a_reminder_left_pending_by_a_crash_is_not_sent_after_it(reminded: Someone, world: World) -> None:
    world.now = DUE
    assert len(world.coach.claims.claim(DUE, 32)) == 1
    owed = world.store.chats.owed(7)
    assert owed
    known = world.store.people.get(7)
    assert known
    world.store.people.prefer(7, known.preferences.resting_for_a_day(DUE))
    world.coach.claims.wake_up(DUE + timedelta(minutes=1))
    assert world.store.chats.owed(7) is None
    assert states(world) == {State.QUIET: 1}


@pytest.mark.parametrize(("text", "asks"), [("elephant on my chest", SIGNS), ("i want to end it", GO_ON)])
@pytest.mark.parametrize("button", [Nod.START, Nod.HOUR, Nod.MORE])
def test_a_reminder_that_rests_is_never_answered_by_a_move(
    reminded: Someone, world: World, text: str, asks: str, button: Nod
) -> None:
    world.now = DUE
    assert claimed(world, DUE) == 1
    old = next(data for _, data in buttons(reminded.sees) if means(data, button))
    reminded.says(text)
    answered = reminded.sees.text
    reminded.taps_data(old)
    assert asks in reminded.sees.text or reminded.sees.text == answered
    assert phase(reminded) is None
    assert claimed(world, DUE + timedelta(hours=2)) == 0


@pytest.mark.parametrize("words", ["start", "later", "15"])
def test_nor_are_words_under_it(reminded: Someone, world: World, words: str) -> None:
    world.now = DUE
    assert claimed(world, DUE) == 1
    reminded.world.store.people.prefer(7, who(reminded).resting_for_a_day(DUE))
    reminded.says(words)
    assert phase(reminded) is None
    assert claimed(world, DUE + timedelta(hours=2)) == 0


def test_a_time_that_is_kept_meanwhile_rests_with_the_others(reminded: Someone, world: World) -> None:
    reminded.says("he hits me")
    for words in ("/remind 19:00", "keep"):
        reminded.says(words)
    assert "your reminders rest, so it will not come" in reminded.sees.text
    evening = DUE.replace(day=5, hour=18, minute=0)
    assert claimed(world, evening) == 0


@pytest.mark.parametrize("wake", ["rg", "rr.1.0", "rr.2.0"])
def test_waking_them_does_not_go_past_the_signs(reminded: Someone, world: World, wake: str) -> None:
    reminded.says("elephant on my chest")
    reminded.taps_data(wake)
    assert who(reminded).reminders_rest
    assert claimed(world, DUE) == 0


@pytest.mark.parametrize("text", [*HALTS, OVERDOSE, *A_DAY])
def test_every_button_can_be_tapped_twice(reminded: Someone, text: str) -> None:
    reminded.says(text)
    for _, data, _ in [key for row in reminded.sees.keys for key in row]:
        for _ in range(2):
            reminded.taps_data(data)
            assert reminded.labels
            assert all(decode(key[1]) for row in reminded.sees.keys for key in row)
    assert who(reminded).reminders_rest


@pytest.mark.parametrize("data", ["dy", "dn", "gn", "dr.1201", "du", "dm", "de", "dc"])
def test_old_buttons_after_weeks_do_what_they_say_and_no_more(
    reminded: Someone, world: World, data: str
) -> None:
    reminded.says("i want to end it")
    world.now += timedelta(weeks=3)
    reminded.says("hello")
    reminded.taps(Place.REMINDERS_AGAIN)
    before = who(reminded)
    reminded.taps_data(data)
    after = who(reminded)
    as_before = replace(after, cleared=before.cleared, cleared_at=before.cleared_at, easy_until=None)
    assert as_before == before, "but for an easy day, where nobody is sure"
    assert phase(reminded) is None


def test_yes_of_long_ago_does_not_end_a_rest_of_today(reminded: Someone) -> None:
    reminded.says("elephant on my chest")
    reminded.taps_data("dy")
    assert who(reminded).reminders_rest


def test_what_comes_twice_counts_once(holding: Someone, world: World) -> None:
    """Telegram may deliver it again after everything has gone back to normal."""
    holding.says("elephant on my chest")
    (last,) = world.store.db.execute("select max(id) from updates").fetchone()
    holding.taps(Place.SIGNS)
    none_fits(holding)
    world.coach.take(last, Said(holding.sender, "elephant on my chest"), world.now)
    assert phase(holding) is Phase.WORKING
    assert not who(holding).reminders_rest


def test_others_are_not_concerned(reminded: Someone, bo: Someone, world: World) -> None:
    reminded_at(bo, time(20, 30), "Pacific/Auckland")
    reminded.says("elephant on my chest")
    assert claimed(world, datetime(2026, 1, 6, 7, 30, tzinfo=UTC)) == 1
    assert bo.offers(Nod.START)


def test_no_reason_is_kept(reminded: Someone, bo: Someone, world: World) -> None:
    """After abuse, Ana's row looks as after any day of rest."""
    met(bo)
    reminded.says("he hits me")
    bo.says("i want to end it")
    kept = "rest, rests_until"
    rows = {
        world.store.db.execute(f"select {kept} from people where id = {id_}").fetchone() for id_ in (7, 8)
    }
    assert len(rows) == 1


def test_not_now_still_holds_after_a_danger_that_was_none(reminded: Someone, world: World) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    reminded.says("hello")
    reminded.taps(Place.REMINDERS_NOT_NOW)
    reminded.says("elephant on my chest")
    reminded.taps(Place.SIGNS)
    none_fits(reminded)
    assert who(reminded).reminders_rest
    assert claimed(world, DUE + timedelta(days=3)) == 0
    world.now = DUE + timedelta(days=3, hours=1)
    reminded.says("hello")
    assert GO_ON in reminded.sees.text, "asked again, as the signs stood in between"
    reminded.taps(Place.REMINDERS_AGAIN)
    assert claimed(world, DUE + timedelta(days=4)) == 1


def test_a_yes_of_another_time_ends_no_day_of_rest(reminded: Someone, world: World) -> None:
    reminded.says("i want to end it")
    world.now = next_day(world)
    reminded.says("hello")
    yes = reminded.sees.keys[0][0][1]
    reminded.taps(Place.REMINDERS_AGAIN)
    reminded.says("he hits me")
    reminded.taps_data(yes)
    assert who(reminded).reminders_rest
    assert claimed(world, DUE + timedelta(days=1)) == 0


# What was not sent yet


def hears_before_it_is_sent(person: Someone, text: str) -> None:
    """Nothing reaches the phone in between."""
    world = person.world
    world.coach.take(next(world.updates), Said(person.sender, text, 1300), world.now)


@pytest.mark.parametrize(
    "text", ["elephant on my chest", "i want to end it", "took 20 paracetamol", "he hits me"]
)
@pytest.mark.parametrize(
    "more", ["please", "/start", "cat cow", "/remind", "numb down there since monday", "sharp pain"]
)
def test_whom_to_call_is_not_overtaken_by_the_next_words(
    reminded: Someone, world: World, text: str, more: str
) -> None:
    hears_before_it_is_sent(reminded, text)
    owed = world.store.chats.owed(7)
    hears_before_it_is_sent(reminded, more)
    now_owed = world.store.chats.owed(7) or ""
    told_as_well = ("show this to a doctor first", "If you are hurt or ill too")
    assert now_owed == owed or any(each in now_owed for each in told_as_well)
    assert "112" in (owed or "")
    assert "112" in now_owed
    world.deliver(7)
    reminded.says("/settings")
    assert "112" not in reminded.sees.text, "what comes after it was seen is answered"


def test_a_tap_on_what_is_still_in_view_does_not_overtake_it_either(reminded: Someone, world: World) -> None:
    reminded.says("/settings")
    home = data_of(reminded.sees, Place.HOME)
    hears_before_it_is_sent(reminded, "elephant on my chest")
    reminded.taps_data(home)
    assert "Call for help now" in reminded.sees.text


def test_a_heavier_danger_overtakes_and_so_does_being_forgotten(reminded: Someone, world: World) -> None:
    hears_before_it_is_sent(reminded, "numb down there since monday")
    hears_before_it_is_sent(reminded, "elephant on my chest")
    world.deliver(7)
    assert "Call for help now" in reminded.sees.text
    reminded.says("/delete")
    surely = data_of(reminded.sees, Place.DELETE_SURELY)
    hears_before_it_is_sent(reminded, "elephant on my chest")
    reminded.taps_data(surely)
    assert world.store.people.get(7) is None
    assert "Call for help now" not in reminded.sees.text


def test_nothing_is_waited_for_that_was_never_asked_on_the_phone(reminded: Someone, world: World) -> None:
    hears_before_it_is_sent(reminded, "elephant on my chest")
    hears_before_it_is_sent(reminded, "/remind")
    world.deliver(7)
    assert world.store.awaiting.of(7, world.now) is None


@pytest.mark.parametrize(
    ("told", "stays"),
    [("elephant on my chest", True), ("i want to end it", True), ("he hits me", False)],
)
def test_whom_to_call_stays_readable_above_whatever_comes_next(ana: Someone, told: str, stays: bool) -> None:
    """After violence at home nothing stays, because somebody else may look."""
    ana.says("/start")
    ana.says(told)
    plan = drawing_plan(ana.sees, view(Screen("Home"), fresh=True, rings=True), timedelta(minutes=1))
    assert (plan.settle is Settle.STRIP, plan.puts_away) == (stays, not stays)
    assert plan.remains is None
