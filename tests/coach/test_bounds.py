"""Mallory stores as much as she can: whatever she repeats comes to an end, and is refused kindly."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.choose.begin import MOST_IN_A_DAY as MOST_SESSIONS
from bot.coach.news import Said, Sent, What
from bot.coach.person.pain_noting import MOST_IN_A_DAY as MOST_NOTES
from bot.coach.reminders.schedule import MOST as MOST_REMINDERS
from bot.domain.own.own_exercise import MOST_EXERCISES, FileKind, SentFile
from bot.domain.own.own_routine import MOST_LINES, MOST_ROUTINES
from bot.domain.session.session import MOST_DONE, Done
from bot.screens.buttons.actions import Drafting, Go, Place, RemoveTalk
from bot.screens.buttons.wire import encode
from bot.store.chat.shown import MOST_UNWANTED
from bot.store.own.own_media import WAITING
from bot.store.reminders.reminders import MOST_PAST
from tests.coach.reminded import met
from tests.coach.talk import Someone, World, starts

A_DAY = timedelta(days=1)


def rows(world: World, table: str) -> int:
    return int(world.store.db.execute(f"select count(*) from {table}").fetchone()[0])


@pytest.fixture
def in_the_house(mallory: Someone) -> Someone:
    met(mallory)
    return mallory


def test_sessions_of_a_day(in_the_house: Someone, world: World) -> None:
    begun = rows(world, "sessions")
    for _ in range(MOST_SESSIONS + 10):
        for said in ("/exercise shoulder rolls", "do it", "stop"):
            in_the_house.says(said)
        world.now += timedelta(seconds=30)
        begun = max(begun, rows(world, "sessions"))
    assert begun == MOST_SESSIONS
    in_the_house.says("/exercise shoulder rolls")
    in_the_house.says("do it")
    assert f"{MOST_SESSIONS} sessions since yesterday" in in_the_house.sees.text
    assert "Home" in in_the_house.labels
    world.now += A_DAY
    in_the_house.says("/exercise shoulder rolls")
    in_the_house.says("do it")
    assert in_the_house.sees.card.startswith("play."), "the next day it goes on"


def test_parts_of_one_session(mallory: Someone, world: World) -> None:
    starts(mallory)
    live = world.store.sessions.live(9)
    assert live
    many = (Done("cat-cow", "usual", None, 1, 1),) * (MOST_DONE - 2)
    world.store.sessions.save(live, replace(live, done=many), world.now)
    for _ in range(5):
        mallory.says("ready")
        world.now += timedelta(seconds=2)
        mallory.says("back")
    assert rows(world, "done") == MOST_DONE


def test_pain_notes_of_a_day_and_the_last_one_counts(in_the_house: Someone, world: World) -> None:
    for number in range(2 * MOST_NOTES):
        in_the_house.says(f"pain {number % 3}")
    assert rows(world, "pain_notes") == MOST_NOTES
    assert "replaces the last" in in_the_house.sees.text
    in_the_house.says("pain 9")
    assert world.store.pain_notes.last(9, 1)[0].number == 9
    assert rows(world, "pain_notes") == MOST_NOTES


def test_reminders_that_came_once(in_the_house: Someone, world: World) -> None:
    for each in range(MOST_PAST + 20):
        in_the_house.says(f"remind me at {9 + each // 60}:{each % 60:02} today")
        if in_the_house.offers(Drafting.KEEP):
            in_the_house.taps(Drafting.KEEP)
        world.store.db.execute("update reminders set is_done = 1, next_at = null where on_day is not null")
    assert rows(world, "reminders") <= MOST_PAST + MOST_REMINDERS
    assert rows(world, "reminders") >= MOST_PAST


def test_own_routines_and_their_moves(in_the_house: Someone, world: World) -> None:
    for _ in range(MOST_ROUTINES + 5):
        in_the_house.taps_data(encode(Go(Place.NEW_OWN)))
        for _ in range(MOST_LINES + 3):
            in_the_house.says("cat cow")
    assert rows(world, "own_routines") <= MOST_ROUTINES
    assert rows(world, "own_lines") <= MOST_ROUTINES * MOST_LINES


def test_own_exercises_and_what_shows_them(in_the_house: Someone, world: World) -> None:
    for each in range(MOST_EXERCISES + 5):
        in_the_house.taps_data(encode(Go(Place.NEW_OWN_EXERCISE)))
        in_the_house.says(f"Pull {each}")
    for each in range(60):
        file = SentFile(f"file-{each}", f"unique-{each}", FileKind.PHOTO)
        in_the_house.sends(Sent(in_the_house.sender, What.PICTURE, file))
    assert rows(world, "own_exercises") <= MOST_EXERCISES
    assert rows(world, "own_media") <= MOST_EXERCISES + WAITING


def test_messages_that_are_to_go(in_the_house: Someone, world: World) -> None:
    in_the_house.sends(Said(in_the_house.sender, "my husband hits me", message=1))
    for each in range(MOST_UNWANTED):
        in_the_house.taps_data(encode(RemoveTalk(f"{1000 + 2 * each}-{1001 + 2 * each}")))
    unwanted = world.store.chats.unwanted(9)
    assert len(unwanted) == MOST_UNWANTED
    assert max(unwanted) == 1001 + 2 * (MOST_UNWANTED - 1), "the newest"
