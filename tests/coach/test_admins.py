"""The people who run the bot ask how it is doing, tell everybody something, and ban somebody; nobody else can."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.admin.broadcast_desk import (
    AFTER_A_SESSION,
    LOOKED_AT,
    LOST_TRIES,
    MOST_TROUBLED,
    Outgoing,
)
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.operator import Operator
from bot.coach.news import Said, What
from bot.domain.admin.broadcast import LONGEST, PATIENCE, UNSURE_TRIES, Letter
from bot.domain.person.person import Person
from bot.screens.buttons.actions import AdminPage, BroadcastStep, LetIn, Place
from bot.store.chat.shown import Loss
from tests.coach.reminded import reminded_at
from tests.coach.talk import MORNING, Someone, World, starts
from tests.new_store import store_in_memory

ORDERS = ("/stats", "/broadcast", "/broadcast Hello", "/ban 8", "/unban 8", "/bans")
WORDS = "A new move is here.\nIt is <b>slow</b> & kind."


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    """Ana runs the bot."""
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, operator=Operator(frozenset({7})))))
    store.close()


def people(world: World, count: int) -> list[Someone]:
    every = [world.someone(100 + number, f"Bo {number}") for number in range(count)]
    for someone in every:
        someone.says("/start")
    return every


def sent_by(ana: Someone, words: str = WORDS) -> None:
    ana.says(f"/broadcast {words}")
    ana.world.now += timedelta(seconds=3)
    ana.taps(BroadcastStep.SEND)


def claimed(world: World, room: int = 8) -> list[Outgoing]:
    return list(world.coach.broadcasts.claim(world.now, room).letters)


def all_told(world: World) -> list[int]:
    """The people it goes to, in order; Telegram takes each message."""
    told = []
    while True:
        some = world.coach.broadcasts.claim(world.now, 8)
        for outgoing in some.letters:
            told.append(outgoing.letter.person)
            world.coach.broadcasts.sent(outgoing.letter)
        if not some.goes_on:
            return told


def reports(world: World) -> None:
    for reply in world.coach.broadcasts.report(world.now):
        world.deliver(reply.chat)


@pytest.mark.parametrize("order", ORDERS)
def test_to_anybody_else_an_order_is_a_word_like_any_other(bo: Someone, order: str) -> None:
    bo.says("/nosuch")
    nothing = bo.sees
    bo.says("/help")
    bo.says(order)
    assert bo.sees.text == nothing.text
    assert bo.sees.keys == nothing.keys
    assert not bo.world.store.admission.banned()


@pytest.mark.parametrize("wire", ["xa.s", "xa.b", "xa.c", "xc.1.s", "xc.1.x", "xo.9"])
def test_a_forged_button_is_an_old_one(ana: Someone, bo: Someone, wire: str) -> None:
    bo.world.store.admission.ban(9, 7, MORNING)
    ana.says(f"/broadcast {WORDS}")
    reply = bo.taps_data(wire)
    assert reply
    assert reply.toast == "That button is from an older message"
    assert bo.world.store.admission.is_banned(9)
    assert not bo.world.store.broadcasts.going()


def test_who_is_no_admin_any_more_sends_nothing(ana: Someone, bo: Someone, world: World) -> None:
    for someone in (ana, bo):
        someone.says("/start")
    ana.says("/broadcast Hello")
    world.now += timedelta(seconds=3)
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=Operator()))
    ana.taps(BroadcastStep.SEND)
    assert not world.store.broadcasts.going()


def test_the_figures_tell_how_the_bot_does(ana: Someone, bo: Someone, mallory: Someone, world: World) -> None:
    for someone in (bo, mallory):
        starts(someone)
        someone.says("ready")
        world.passes(60)
        someone.says("stop")
    world.store.chats.mark_lost(9, world.now, Loss(1, None))
    ana.says("/start")
    reminded_at(bo, (MORNING + timedelta(hours=3)).time(), "UTC")
    ana.says("/stats")
    assert "3 people, 2 can be reached" in ana.sees.text
    assert "This week: 2 people moved, 2 sessions" in ana.sees.text
    assert "Reminders due today: 1, 1 still to come" in ana.sees.text
    assert "Late 0 · failed 0 · lost 0" in ana.sees.text
    assert (ana.sees.job, ana.sees.value) == (
        "crowd",
        f"[{[0] * 11 + [2]},{[0] * 11 + [2]}]".replace(" ", ""),
    )
    world.now += timedelta(hours=4)
    ana.taps(AdminPage.STATS)
    assert "Reminders due today: 1, 1 still to come" in ana.sees.text
    assert "Late 1" in ana.sees.text


def test_somebody_who_moves_twice_in_a_week_counts_once(bo: Someone, world: World) -> None:
    for _ in range(2):
        starts(bo)
        bo.says("ready")
        world.passes(60)
        bo.says("stop")
    assert list(world.store.weeks.since(MORNING.date()).values()) == [(2, 1)]


def test_everybody_sees_what_was_looked_at_before(ana: Someone, world: World) -> None:
    people(world, 2)
    ana.says("/broadcast")
    ana.says(WORDS)
    shown = "A new move is here.\nIt is &lt;b&gt;slow&lt;/b&gt; &amp; kind."
    assert ana.sees.text.startswith(f"{shown}\n\n<i>")
    assert "It goes to 3 people" in ana.sees.text
    assert not claimed(world), "nothing goes before it is sent"
    world.now += timedelta(seconds=3)
    ana.taps(BroadcastStep.SEND)
    assert "On its way: 0 of 3" in ana.sees.text
    out = claimed(world)
    assert [each.letter.person for each in out] == [7, 100, 101]
    assert all(each.text.startswith(f"{shown}\n\n") for each in out)


def test_a_second_touch_of_a_quick_finger_sends_nothing(ana: Someone, world: World) -> None:
    ana.says("/start")
    world.reading = timedelta()
    ana.says("/broadcast Hello")
    ana.taps(BroadcastStep.SEND)
    assert not world.store.broadcasts.going()


def test_a_draft_from_further_up_is_not_sent(ana: Someone, world: World) -> None:
    ana.says("/broadcast Hello")
    old = ana.sees.keys[0][0][1]
    ana.says("/help")
    world.now += timedelta(seconds=3)
    ana.taps_data(old)
    assert not world.store.broadcasts.going()


def test_words_of_danger_are_heard_from_admins_too_unless_they_are_for_all(ana: Someone) -> None:
    ana.says("/broadcast")
    ana.says("I have chest pain")
    assert "Only you see this" not in ana.sees.text
    ana.says("/broadcast If you have chest pain, call for help first.")
    assert "Only you see this" in ana.sees.text


def test_what_is_too_long_is_not_sent(ana: Someone) -> None:
    ana.says("/broadcast " + "a" * (LONGEST + 1))
    assert "3,001 characters" in ana.sees.text
    ana.says("shorter")
    assert ana.sees.text.startswith("shorter\n")


def test_nobody_is_left_out_or_told_twice(ana: Someone, world: World) -> None:
    every = people(world, LOOKED_AT + 40)
    ana.says("/start")
    sent_by(ana)
    assert all_told(world) == [7, *(one.sender.id for one in every)]
    assert not all_told(world)
    reports(world)
    assert f"{len(every) + 1} people have it" in ana.sees.text


def test_who_comes_after_it_began_is_not_told(ana: Someone, bo: Someone, world: World) -> None:
    ana.says("/start")
    sent_by(ana)
    world.now += timedelta(seconds=1)
    bo.says("/start")
    assert all_told(world) == [7]


@pytest.mark.parametrize(
    "said",
    [
        ["/settings", "reminders", "news: on"],
        ["/start", "I have chest pain"],
        ["/start", "I want to kill myself"],
        ["/settings", "you and your back", "age", "under 18"],
    ],
)
def test_who_wants_none_or_is_to_see_somebody_first_is_not_told_nor_counted(
    ana: Someone, bo: Someone, world: World, said: list[str]
) -> None:
    ana.says("/start")
    bo.says("/start")
    sent_by(ana, "Hello")
    assert all_told(world) == [7, 8]
    for words in said:
        bo.says(words)
    sent_by(ana)
    assert "On its way: 0 of 1" in ana.sees.text
    assert all_told(world) == [7]


def test_who_wants_none_while_it_is_on_its_way_gets_none(ana: Someone, bo: Someone, world: World) -> None:
    bo.says("/start")
    sent_by(ana)
    (hers, his) = claimed(world)
    for words in ("/settings", "reminders", "news: on"):
        bo.says(words)
    assert world.coach.broadcasts.is_still_to_go(hers.letter, world.now)
    assert not world.coach.broadcasts.is_still_to_go(his.letter, world.now)


def test_each_message_says_how_to_get_no_more(ana: Someone, world: World) -> None:
    ana.says(f"/broadcast {WORDS}")
    assert "/settings" in ana.sees.text
    sent_by(ana)
    (out,) = claimed(world)
    assert "/settings" in out.text


def test_neither_the_lost_nor_the_shut_out_are_told(ana: Someone, world: World) -> None:
    people(world, 3)
    world.store.chats.mark_lost(100, world.now, Loss(1, None))
    ana.says("/ban 101")
    sent_by(ana)
    assert "On its way: 0 of 2" in ana.sees.text
    assert all_told(world) == [7, 102]


def test_many_lost_in_a_row_hold_up_nobody(ana: Someone, bo: Someone, world: World) -> None:
    for number in range(10_000, 10_000 + 3 * LOOKED_AT):
        world.store.people.meet(Person(number, "Cem", "en"), world.now)
        world.store.chats.mark_lost(number, world.now, Loss(1, None))
    last = world.someone(99_999, "Dee")
    last.says("/start")
    sent_by(ana)
    assert all_told(world) == [7, 99_999]


def test_who_is_in_a_session_gets_it_afterwards(ana: Someone, bo: Someone, world: World) -> None:
    starts(bo)
    sent_by(ana)
    assert all_told(world) == [7]
    reports(world)
    assert "1 person is told later" in ana.sees.text
    world.now += AFTER_A_SESSION
    assert not all_told(world), "still on the mat"
    bo.says("stop")
    world.now += AFTER_A_SESSION
    assert all_told(world) == [8]
    reports(world)
    assert "It has gone out." in ana.sees.text


def test_a_session_that_waits_for_hours_keeps_nothing_from_them(
    ana: Someone, bo: Someone, world: World
) -> None:
    starts(bo)
    bo.says("pause")
    sent_by(ana)
    assert all_told(world) == [7]
    world.now += timedelta(hours=1)
    assert all_told(world) == [8]


def test_who_begins_while_it_waits_for_its_turn_is_not_disturbed(
    ana: Someone, bo: Someone, world: World
) -> None:
    bo.says("/start")
    sent_by(ana)
    letters = {out.letter.person: out.letter for out in claimed(world)}
    starts(bo)
    assert world.coach.broadcasts.is_still_to_go(letters[7], world.now)
    assert not world.coach.broadcasts.is_still_to_go(letters[8], world.now)


def test_stopped_is_stopped_at_once(ana: Someone, world: World) -> None:
    people(world, 20)
    sent_by(ana)
    first, second, *_ = claimed(world)
    world.coach.broadcasts.sent(first.letter)
    ana.taps(BroadcastStep.STOP)
    assert "It was stopped." in ana.sees.text
    assert "1 person has it" in ana.sees.text
    assert not world.coach.broadcasts.is_still_to_go(second.letter, world.now)
    assert not claimed(world)
    reports(world)
    ana.says("/help")
    reports(world)
    assert "stopped" not in ana.sees.text, "that has been told"


def test_the_result_is_told_wherever_the_admin_is_but_not_in_a_session(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("stop")
    sent_by(ana)
    ana.says("/routine turn and bend")
    ana.says("do it")
    world.now += timedelta(hours=2)
    all_told(world)
    starts(ana)
    reports(world)
    assert ana.sees.card.startswith("play.")
    ana.says("stop")
    world.now += AFTER_A_SESSION
    all_told(world)
    reports(world)
    assert "It has gone out." in ana.sees.text


def test_after_a_crash_only_what_was_on_its_way_goes_again(ana: Someone, world: World) -> None:
    people(world, 10)
    sent_by(ana)
    out = claimed(world, 4)
    for outgoing in out[:2]:
        world.coach.broadcasts.sent(outgoing.letter)
    world.coach = Coach(world.store, world.coach.knowledge)
    world.coach.broadcasts.wake_up(world.now)
    told = all_told(world)
    assert told[:2] == [one.letter.person for one in out[2:]]
    assert sorted(told) == [101, *range(102, 110)], "those two, and all who had not had their turn"
    broadcast = world.store.broadcasts.get(1)
    assert broadcast
    assert (broadcast.sent, broadcast.twice) == (11, 2)
    reports(world)
    assert "2 of them may have it twice" in ana.sees.text


def test_who_got_no_answer_from_telegram_may_have_it_twice(ana: Someone, world: World) -> None:
    people(world, 1)
    sent_by(ana)
    (hers, his) = claimed(world)
    world.coach.broadcasts.sent(hers.letter)
    world.coach.broadcasts.unsure(his.letter, world.now)
    world.now += timedelta(minutes=2)
    assert all_told(world) == [100]
    reports(world)
    assert "1 of them may have it twice" in ana.sees.text


def test_an_older_copy_of_the_file_sends_nothing_again(ana: Someone, world: World) -> None:
    people(world, 10)
    sent_by(ana)
    claimed(world)
    world.store.broadcasts.cut()
    assert not all_told(world)
    reports(world)
    assert "an older copy" in ana.sees.text


def test_one_goes_at_a_time(ana: Someone, bo: Someone, world: World) -> None:
    bo.says("/start")
    sent_by(ana)
    ana.says("/broadcast Another one")
    assert "On its way" in ana.sees.text


def test_what_telegram_would_not_take_comes_later_and_not_for_ever(ana: Someone, world: World) -> None:
    people(world, 3)
    sent_by(ana)
    desk, letters = world.coach.broadcasts, [out.letter for out in claimed(world)]
    desk.put_off(letters[0], world.now, 300)
    desk.unsure(replace(letters[1], tries=UNSURE_TRIES - 1), world.now)
    desk.refused(letters[2])
    desk.maybe_lost(replace(letters[3], tries=LOST_TRIES - 1), world.now)
    world.now += timedelta(seconds=299)
    assert not claimed(world)
    world.now += timedelta(seconds=1)
    assert [out.letter.person for out in claimed(world)] == [7]
    desk.put_off(letters[0], world.now)
    world.now += PATIENCE
    assert not claimed(world)
    assert not claimed(world)
    reports(world)
    assert "0 people have it · 1 blocked the bot · 3 could not be told" in ana.sees.text


def test_where_telegram_takes_nothing_not_everybody_is_tried(ana: Someone, world: World) -> None:
    people(world, 2)
    sent_by(ana)
    broadcast = world.store.broadcasts.going()
    assert broadcast
    with world.store.transaction():
        for number in range(1, MOST_TROUBLED + 1):
            world.store.people.meet(Person(50_000 + number, "Cem", "en"), world.now)
            letter = Letter(broadcast.id, 50_000 + number, world.now, tries=1)
            world.store.broadcasts.wait(letter, world.now + timedelta(minutes=5))
    assert not claimed(world)


def test_who_erases_all_of_theirs_is_not_told(ana: Someone, bo: Someone, world: World) -> None:
    bo.says("/start")
    sent_by(ana)
    letters = [out.letter for out in claimed(world)]
    bo.says("/delete")
    world.now += timedelta(seconds=3)
    bo.taps(Place.DELETE)
    world.now += timedelta(seconds=3)
    bo.taps(Place.DELETE_SURELY)
    assert [world.coach.broadcasts.is_still_to_go(letter, world.now) for letter in letters] == [True, False]


def test_somebody_is_shut_out_and_let_in_again(ana: Someone, mallory: Someone, world: World) -> None:
    mallory.says("/start")
    ana.says("/ban 9")
    assert ana.sees.text == "Mallory (9) is shut out."
    ana.says("/ban 9")
    assert ana.sees.text == "Mallory (9) was shut out already."
    ana.says("/bans")
    ana.taps(LetIn)
    assert ana.sees.text == "Mallory (9) may come in again."
    assert not world.store.admission.is_banned(9)
    ana.says("/unban 9")
    assert ana.sees.text == "Mallory (9) is not shut out."


def test_the_help_names_their_commands_to_those_who_run_it(ana: Someone, mallory: Someone) -> None:
    for somebody in (ana, mallory):
        somebody.says("/help")
    assert "/broadcast" in ana.sees.text
    assert "/broadcast" not in mallory.sees.text


def test_who_shuts_out_somebody_who_never_came_is_told_so(ana: Someone, mallory: Someone) -> None:
    ana.says("/ban 9")
    assert ana.sees.text == "I don't know 9 yet. If they come, they are shut out."
    mallory.says("/start")
    assert "You can't use this bot any more." in mallory.sees.text


@pytest.mark.parametrize("said", ["/ban", "/ban Mallory", "/ban -5", "/ban 0", "/unban", "/ban " + "9" * 17])
def test_what_is_no_number_shuts_nobody_out(ana: Someone, said: str) -> None:
    ana.says(said)
    assert "Write the number" in ana.sees.text
    assert not ana.world.store.admission.banned()


def test_an_admin_is_not_shut_out(ana: Someone) -> None:
    ana.says("/ban 7")
    assert "can't be shut out" in ana.sees.text
    assert not ana.world.store.admission.banned()


@pytest.mark.parametrize("order", ["/ban 8", "/broadcast Hello"])
def test_what_somebody_else_wrote_is_no_order(ana: Someone, world: World, order: str) -> None:
    ana.says("/start")
    ana.sends(Said(ana.sender, order, is_passed_on=True))
    assert not world.store.admission.banned()
    assert "Only you see this" not in ana.sees.text
    ana.sends(Said(ana.sender, "/ban 8 I have chest pain", is_passed_on=True))
    assert "Call for help now" in ana.sees.text


def test_a_picture_can_not_go_to_everybody(ana: Someone) -> None:
    ana.sends(Said(ana.sender, "/broadcast Our new mat", is_caption=True))
    assert ana.sees.text.startswith("Only words can go to everybody.")
    ana.sends(Said(ana.sender, "Our new mat", is_caption=True))
    assert ana.sees.text.startswith("Only words can go to everybody.")
    ana.sends_a(What.PICTURE)
    assert ana.sees.text.startswith("Only words can go to everybody.")
    ana.says("Our new mat is here")
    assert ana.sees.text.startswith("Our new mat is here\n")


@pytest.mark.parametrize("blank", ["\u200b", "\u2060\u00a0", "\u2800", "\u3164", "\u200e\ufe0f"])
def test_what_nobody_could_see_is_not_sent(ana: Someone, blank: str) -> None:
    ana.says(f"/broadcast {blank}")
    assert "Write it here" in ana.sees.text
    ana.says(blank)
    assert "Write it here" in ana.sees.text
    ana.says("\U0001f642")
    assert "Only you see this" in ana.sees.text


def test_who_is_not_let_in_is_not_counted(ana: Someone, world: World) -> None:
    people(world, 6)
    ana.says("/start")
    world.store.admission.admit(102, world.now)
    world.store.admission.admit(103, world.now)
    world.store.admission.ban(103, 7, world.now)
    runs = Operator(frozenset({7}), people=frozenset({100, 101, 555}), word="open-sesame")
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=runs))
    ana.says("/broadcast Hello")
    assert "It goes to 4 people" in ana.sees.text
    world.now += timedelta(seconds=3)
    ana.taps(BroadcastStep.SEND)
    assert "On its way: 0 of 4" in ana.sees.text
    assert all_told(world) == [7, 100, 101, 102]
    runs = replace(runs, word="")
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=runs))
    ana.says("/broadcast Hello")
    assert "It goes to 3 people" in ana.sees.text


def restarted(world: World, *admins: int) -> None:
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=Operator(frozenset(admins))))
    world.coach.broadcasts.wake_up(world.now)


def test_what_somebody_sends_who_is_no_admin_any_more_is_stopped(
    ana: Someone, bo: Someone, mallory: Someone, world: World
) -> None:
    people(world, 10)
    bo.says("/start")
    starts(mallory)
    sent_by(ana)
    world.coach.broadcasts.sent(claimed(world)[0].letter)
    restarted(world, 8, 9, 999)
    assert not all_told(world)
    before = [someone.sees.text for someone in (ana, mallory)]
    reports(world)
    assert [someone.sees.text for someone in (ana, mallory)] == before, "mallory is in a session"
    assert "was stopped: whoever sent it is no longer an admin." in bo.sees.text
    assert "1 person has it" in bo.sees.text
    bo.says("/help")
    reports(world)
    assert "stopped" not in bo.sees.text, "that has been told"


def test_without_any_admin_nothing_goes_on(ana: Someone, world: World) -> None:
    people(world, 10)
    sent_by(ana)
    restarted(world)
    assert not all_told(world)
    reports(world)
    assert "On its way" in ana.sees.text
    assert world.store.broadcasts.untold() is None
