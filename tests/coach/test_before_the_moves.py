"""What comes before the moves, besides the signs: what is new, a yes from the people who treat somebody, and the floor."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.coach.session.gate import ask_signs_again
from bot.domain.library.exercise import Equipment, FormRef, Tag
from bot.domain.person.person import Age, Floor, Preferences
from bot.domain.reminders.reminder import EVERY_DAY, Nod, Reminder
from bot.screens.buttons.actions import (
    DoExercise,
    DoRoutine,
    DoToday,
    MayMove,
    Moves,
    NoSigns,
    NothingNew,
    SeeSigns,
)
from bot.screens.buttons.wire import decode, encode
from tests.coach.moving import met, next_day, play
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import DO_IT, OFFERED_AT_HOME, Ready, is_shown

NEWS = "Anything new with your back?"
MAY_MOVE = "has somebody who knows your health said that you may move?"
FLOOR = "Can you get down to the floor and up again by yourself?"


def who(world: World) -> Preferences:
    known = world.store.people.get(7)
    assert known
    return known.preferences


def is_now(world: World, answers: Preferences) -> None:
    world.store.people.prefer(7, answers)


def says(someone: Someone, *words: str) -> str:
    for each in words:
        someone.says(each)
    return someone.sees.text


def live_forms(world: World) -> list[FormRef]:
    live = world.store.sessions.live(7)
    return [beat.ref for beat in live.script] if live else []


# What is new


def test_after_two_weeks_what_is_new_is_asked_once_and_it_begins_a_level_down(
    ana: Someone, world: World
) -> None:
    met(ana)
    ana.taps_data("kl.2")
    next_day(world, 14)
    assert NEWS in says(ana, "/routine turn and bend", "do it")
    ana.taps(NothingNew)
    assert ana.gets_ready()
    back = world.store.sessions.live(7)
    says(ana, "stop", "/routine turn and bend", "do it")
    assert NEWS not in ana.sees.text
    play(ana)
    says(ana, "/routine turn and bend", "do it")
    assert ana.gets_ready()
    usual = world.store.sessions.live(7)
    assert back
    assert usual
    assert sum(beat.seconds or 0 for beat in back.script) < sum(beat.seconds or 0 for beat in usual.script)


def test_something_new_leads_to_the_signs_and_then_on(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 15)
    says(ana, "/routine desk break, standing", "do it")
    ana.taps(SeeSigns)
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert ana.gets_ready()


def test_after_four_weeks_it_is_the_signs(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 28)
    assert SIGNS in says(ana, "/start", "start · 2 min")


def test_every_three_months_of_steady_use_what_is_new_is_asked(ana: Someone, world: World) -> None:
    met(ana)
    for week in range(14):
        says(ana, "/routine first two minutes", "do it")
        assert ana.gets_ready(), week
        play(ana)
        next_day(world, 7)
        if week == 12:
            assert NEWS in says(ana, "/routine first two minutes", "do it")
            ana.taps(NothingNew)
            play(ana)


def test_what_has_happened_asks_for_the_signs_before_the_next_move(ana: Someone, world: World) -> None:
    met(ana)
    case = world.coach.cases.of(7, world.now)
    with world.store.transaction():
        assert ask_signs_again(case).who.signs_again
    assert "Done for today, Ana" in says(ana, "/start")
    assert SIGNS in says(ana, "/routine first two minutes", "do it")
    ana.taps(NoSigns)
    assert ana.gets_ready()
    assert not who(world).signs_again


# A yes


@pytest.mark.parametrize("ticks", [["heart/pressure"], ["disc or nerve", "thin bones", "eyes, glaucoma"]])
def test_one_line_for_all_of_them_once_and_gentle_until_then(
    ana: Someone, world: World, ticks: list[str]
) -> None:
    met(ana)
    is_now(world, replace(who(world), level=3, age=Age.ADULT))
    assert MAY_MOVE in says(ana, "/settings", "work around", *ticks, "done")
    ana.taps(MayMove(yes=False))
    assert "Worked around" in ana.sees.text, "back in the settings"
    assert who(world).is_gentle
    assert not who(world).is_locked
    says(ana, "/routine desk break, standing", "do it")
    assert ana.gets_ready(), "it is asked once"
    says(ana, "stop", "/settings", "work around")
    ana.taps(MayMove(yes=True))
    assert not who(world).is_gentle
    assert MAY_MOVE not in says(ana, "/settings", "work around", "done")
    assert MAY_MOVE in says(ana, "/settings", "work around", "✓ " + ticks[0], ticks[0], "done"), "a new tick"


def test_who_ticked_it_before_is_asked_before_the_next_move(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), tags=frozenset({Tag.DISC, Tag.KNEES})))
    text = says(ana, "/routine desk break, standing", "do it")
    assert text.startswith("Disc or nerve: ")
    ana.taps(MayMove(yes=True, then=DoRoutine("desk-break-standing")))
    assert ana.gets_ready()
    assert who(world).allowed == {Tag.DISC}


def test_in_the_first_round_the_next_question_follows(ana: Someone) -> None:
    says(ana, "/start", "two gentle minutes", "none", "stop", "/settings", "looked at", "nothing hurts")
    assert MAY_MOVE in says(ana, "eyes, glaucoma", "done")
    ana.taps(MayMove(yes=False))
    assert ana.sees.text == FLOOR


# The floor


def test_nobody_is_sent_to_the_floor_before_they_were_asked(ana: Someone, world: World) -> None:
    """Through home, its other lengths, a number of minutes, a reminder and a swap, with any equipment and at any level."""
    met(ana)
    told = replace(who(world), floor=None)
    for level in (1, 2, 3):
        for things in (None, frozenset[Equipment](), frozenset(Equipment)):
            for minutes in (None, 2, 5, 10, 15):
                is_now(world, replace(told, level=level, equipment=things, minutes=minutes))
                says(ana, "/start")
                offers = [decode(data) for row in ana.sees.keys for _, data, _ in row]
                sessions = [each for each in offers if isinstance(each, DoToday | DoRoutine)]
                assert sessions
                for what in sessions:
                    ana.taps_data(encode(what))
                    assert ana.gets_ready(), what
                    assert not [ref for ref in live_forms(world) if is_on_the_floor(world, ref)]
                    says(ana, "stop")
    for said in ("5 min", "10 min", "15 minutes", "I have ten minutes"):
        ana.says(said)
        ana.taps(DoToday)
        assert ana.gets_ready(), said
        says(ana, "swap")
        assert not [ref for ref in live_forms(world) if is_on_the_floor(world, ref)]
        says(ana, "stop")


def is_on_the_floor(world: World, ref: FormRef) -> bool:
    form = world.coach.knowledge.english.library.form(ref)
    assert form
    return form.position.is_on_the_floor


def test_a_reminder_names_nothing_on_the_floor_before_that(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=None))
    due = world.now + timedelta(days=1)
    for number, starts in enumerate(("", "morning", "full-mobility")):
        at = due + timedelta(days=number)
        world.store.reminders.add(
            Reminder(0, 7, time(7, 30), EVERY_DAY, starts=starts, next_at=at), world.now
        )
        world.now = at
        for reply in world.coach.claims.claim(world.now, 32):
            world.deliver(reply.chat)
        assert ana.offers(Nod.NOT_TODAY)
        named = ana.sees.text.splitlines()[1].split(", ")
        library = world.coach.knowledge.english.library
        lying = [
            e.title for e in library.exercises.values() if all(f.position.is_on_the_floor for f in e.forms)
        ]
        assert lying
        assert not set(named) & set(lying)
        for reminder in world.store.reminders.of(7):
            world.store.reminders.delete(reminder.id, 7)


@pytest.mark.parametrize(
    ("floor", "then"),
    [
        (Floor.YES, Ready("Bird dog")),
        (Floor.BED, "because it is done on the floor"),
        (Floor.STAND, "because it is done on the floor"),
        (Floor.SEATED, "because it is done on the floor"),
    ],
)
def test_browsing_is_open_and_the_first_floor_move_asks_in_one_tap(
    ana: Someone, world: World, floor: Floor, then: str | Ready
) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=None))
    assert DO_IT in (says(ana, "bird dog") and ana.labels)
    ana.taps(Moves)
    assert ana.sees.text == FLOOR
    ana.taps(floor)
    assert is_shown(ana.sees, then)
    assert who(world).floor is floor


def test_a_routine_with_the_floor_in_it_asks_too_and_then_goes_without(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=None))
    assert says(ana, "/routine turn and bend", "do it") == FLOOR
    ana.taps(Floor.STAND)
    assert ana.gets_ready()
    assert live_forms(world)
    assert not [ref for ref in live_forms(world) if is_on_the_floor(world, ref)]


def test_who_stands_finds_the_programme_without_the_floor(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=Floor.STAND))
    assert "since you told me to leave out the floor" in says(ana, "programme")


def test_a_day_of_a_programme_asks_before_it_begins(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=None))
    says(ana, "programme", "begin", "/start")
    ana.taps(OFFERED_AT_HOME)
    assert ana.sees.text == FLOOR
    ana.taps(Floor.YES)
    assert ana.gets_ready()


def test_the_floor_is_not_asked_for_what_is_not_for_them_anyway(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), floor=None, tags=frozenset({Tag.KNEES})))
    ana.taps_data(encode(DoExercise("bird-dog", "usual")))
    assert "work around: Knees" in ana.sees.text
