"""Doing exercises of one's own: alone and in a routine, behind the same locks as everything else, and after they are gone."""

from datetime import time

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import FormRef
from bot.domain.own.own_exercise import FileKind
from bot.domain.own.own_routine import OwnLine
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Age
from bot.domain.person.what_rests import SoreSpot
from bot.domain.session.script import BeatKind
from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import (
    AddLine,
    AddOwn,
    AddTo,
    AskWhereTo,
    DoExercise,
    DoToday,
    Moves,
    NoSigns,
    OpenForm,
    OpenLine,
    Resume,
    TakeBackTaste,
    TryAgain,
)
from bot.store.database import Store
from bot.store.person.everything import everything_of, media_of
from tests.coach.moving import next_day, play
from tests.coach.own import made_of, own, past_the_signs, slugs
from tests.coach.pictured import a_file, exercises, made, sends_file
from tests.coach.reminded import DUE, claimed, reminded_at
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import DO_IT


@pytest.fixture
def ana(ana: Someone) -> Someone:
    return past_the_signs(ana)


def hurts_much(someone: Someone, number: int = 8) -> None:
    store, now = someone.world.store, someone.world.now
    store.pain_notes.add(someone.sender.id, PainNote(now, NotedWhen.ANY, number))


def live(someone: Someone) -> list[str]:
    session = someone.world.store.sessions.live(someone.sender.id)
    return list(dict.fromkeys(beat.ref.exercise for beat in session.script)) if session else []


def test_it_plays_alone_with_its_own_picture_words_and_time(ana: Someone, world: World) -> None:
    made(ana, has_sides=True, file=a_file(kind=FileKind.VIDEO))
    shown = (ana.sees.picture, ana.sees.moves)
    ana.taps(Moves)
    assert ana.gets_ready("Towel pull 1 of 1")
    assert "Left · Pull the towel apart." in ana.sees.text
    assert (ana.sees.picture, ana.sees.moves) == shown
    ana.taps(Move.READY)
    assert "Stay 20 s · left · Towel pull" in ana.sees.text
    assert (ana.sees.picture, ana.sees.moves) == shown
    world.passes(20)
    assert "Let go, and breathe." in ana.sees.text
    world.passes(5)
    assert "Hold 2 of 3" in ana.sees.text
    ana.taps(Move.PAUSE)
    ana.says("steps")
    assert "1. Pull the towel apart." in ana.sees.text
    assert "<i></i>" not in ana.sees.text
    play(ana)
    done = world.store.sessions.get(2, 7)
    assert done
    assert done.phase is Phase.FINISHED
    assert done.seconds_done >= 100


def test_getting_there_is_waited_for_every_time_and_so_is_what_comes_after(
    ana: Someone, world: World
) -> None:
    made(ana)
    ref = exercises(ana)[0].ref
    walk = FormRef("walk", "usual")
    routine = world.store.own.make(
        7, "Mine", [OwnLine(0, walk), OwnLine(0, ref), OwnLine(0, walk)], world.now
    )
    ready: list[int | None] = []
    for _ in range(2):
        ana.taps_data(f"yd.{routine.id}")
        session = world.store.sessions.live(7)
        assert session
        ready = [beat.seconds for beat in session.script if beat.kind is BeatKind.GET_READY]
        play(ana)
    assert ready[1:] == [None, None]
    assert ready[0] is not None, "the walk is known by now"


def test_it_is_added_to_a_routine_from_its_card_by_list_and_by_name(ana: Someone) -> None:
    made(ana)
    made_of(ana, "cat cow")
    ana.taps(AddTo)
    ana.taps(AddOwn)
    ana.taps(AddLine)
    assert slugs(own(ana)[0]) == ["cat-cow", "own-1"]
    assert "2. Towel pull · 3 × 20 s" in ana.sees.text
    ana.taps(AddTo)
    ana.says("walk")
    ana.taps(AddTo)
    ana.says("towel PULL")
    assert slugs(own(ana)[0]) == ["cat-cow", "own-1", "walk", "own-1"]
    ana.taps_data("ao.1")
    ana.taps(AskWhereTo)
    reply = ana.taps(AddLine)
    assert reply
    assert reply.toast == "Towel pull is in it already"
    ana.taps(OpenLine(1, 2))
    ana.says("2 x 30 s")
    assert "2 × 30 s" in ana.sees.text
    ana.taps(OpenForm("own-1", "usual"))
    assert "Pull the towel apart." in ana.sees.text
    ana.taps_data("y.1")
    ana.taps(Moves)
    assert live(ana) == ["cat-cow", "own-1", "walk"]


def test_a_routine_is_made_for_it_at_one_tap(ana: Someone, mallory: Someone) -> None:
    made(ana)
    ana.taps(AskWhereTo)
    for _ in range(2):
        ana.taps_data("au.1")
        assert [slugs(each) for each in own(ana)] == [["own-1"]]
    assert "1. Towel pull · 3 × 20 s" in ana.sees.text
    past_the_signs(mallory).taps_data("au.1")
    assert own(mallory) == ()


def test_all_of_them_are_found_by_what_they_are_called(ana: Someone) -> None:
    made(ana)
    for said in ("my exercises", "Exercises of my own"):
        ana.says("/start")
        ana.says(said)
        assert "Towel pull" in ana.labels, said


def test_the_warning_signs_come_first_and_locks_hold(mallory: Someone) -> None:
    made(mallory)
    mallory.taps(Moves)
    assert SIGNS in mallory.sees.text
    mallory.taps(Age.MINOR)
    mallory.taps_data("b.own-1.usual")
    assert not live(mallory)
    mallory.says("/start")


def test_what_locks_the_moves_locks_it_too(ana: Someone) -> None:
    made(ana)
    for said in ("/settings", "work around", "surgery", "done"):
        ana.says(said)
    ana.taps_data("b.own-1.usual")
    assert not live(ana)
    assert "team" in ana.sees.text


def test_it_says_once_that_it_cant_be_judged_where_it_matters(ana: Someone, world: World) -> None:
    made(ana)
    routine = world.store.own.make(7, "Mine", [OwnLine(0, exercises(ana)[0].ref)], world.now)
    ana.taps_data(f"y.{routine.id}")
    assert "can't judge" not in ana.sees.text
    for said in ("/settings", "looked at", "no, and it's new"):
        ana.says(said)
    ana.taps_data(f"y.{routine.id}")
    assert ana.sees.text.count("Towel pull: I can't judge this one.") == 1
    ana.taps(Moves)
    assert live(ana) == ["own-1"]


def test_on_a_day_that_hurts_much_it_waits_and_only_its_own_button_begins_it(
    ana: Someone, world: World
) -> None:
    made(ana)
    ref = exercises(ana)[0].ref
    lines = [OwnLine(0, FormRef("walk", "usual")), OwnLine(0, ref)]
    routine = world.store.own.make(7, "Mine", lines, world.now)
    hurts_much(ana)
    ana.taps_data(f"y.{routine.id}")
    assert "Towel pull waits for a better day: I can't judge it." in ana.sees.text
    ana.taps(Moves)
    assert live(ana) == ["walk"]
    ana.says("stop")
    ana.taps_data("ao.1")
    assert "on a day as sore as this" in ana.sees.text
    assert [key[2] for row in ana.sees.keys for key in row if key[0] == "Do it"] == [""]
    ana.taps(Moves)
    assert live(ana) == ["own-1"]


def test_on_a_sharp_day_it_is_not_begun_and_what_was_sharp_rests_and_is_asked_about(
    ana: Someone, world: World
) -> None:
    made(ana)
    for said in ("do it", "ready", "it hurts", "sharp"):
        ana.says(said)
    ana.taps(SoreSpot.BACK)
    ana.taps_data("ao.1")
    ana.taps_data("b.own-1.usual")
    assert not live(ana)
    next_day(world, 2)
    ana.taps_data("ao.1")
    assert "Towel pull will rest until Monday." in ana.sees.text
    ana.taps_data("b.own-1.usual")
    assert not live(ana)
    next_day(world, 7)
    ana.taps_data("b.own-1.usual")
    if SIGNS in ana.sees.text:
        ana.taps(NoSigns)
    ana.taps(TryAgain(2, yes=True, then=DoExercise("own-1", "usual")))
    assert live(ana) == ["own-1"]


def test_a_session_outlives_its_exercise(ana: Someone, world: World) -> None:
    own_ = made(ana, file=a_file())
    made_of(ana, "cat cow")
    for said in ("add a move", "towel pull", "do it", "skip"):
        ana.says(said)
    assert ana.gets_ready("Towel pull 2 of 2")
    ana.taps_data(f"az.{own_.id}")
    ana.taps(Resume)
    assert ana.gets_ready("A move of your own 2 of 2")
    assert ana.sees.picture is None
    play(ana)
    assert "own 1" not in ana.sees.text
    ana.taps_data("ye.1")
    assert "2. A move of your own · no longer here, so left out" in ana.sees.text
    ana.taps_data(f"f.own-{own_.id}.usual")
    assert "That one was deleted." in ana.sees.text


def test_in_words_only_nothing_is_shown_and_in_still_pictures_no_film(ana: Someone, world: World) -> None:
    made(ana, file=a_file(kind=FileKind.VIDEO))
    made(ana, "Towel stretch", file=a_file("photo"))
    film, photo = exercises(ana)
    for setting, shown in (
        ("still pictures", [False, True]),
        ("no pictures", [False, False]),
        ("moving pictures", [True, True]),
    ):
        ana.says(setting)
        seen = []
        for one in (film, photo):
            ana.taps_data(f"ao.{one.id}")
            seen.append(ana.sees.picture is not None)
        assert seen == shown, setting


def test_a_picture_that_telegram_no_longer_knows_is_asked_for_again(ana: Someone, world: World) -> None:
    own_ = made(ana, file=a_file())
    assert own_.picture
    assert world.store.own_media.lose(own_.picture.id, 7)
    ana.taps_data(f"ao.{own_.id}")
    assert ana.sees.picture is None
    assert "I no longer have its picture." in ana.sees.text
    ana.taps(Moves)
    assert ana.sees.picture is None
    ana.says("stop")
    ana.taps_data(f"ao.{own_.id}")
    sends_file(ana, a_file("again"))
    assert ana.sees.picture
    assert "no longer have" not in ana.sees.text


def with_bot(store: Store, bot: int) -> Store:
    return Store(store.db, bot)


def test_another_bot_falls_back_to_words_and_each_keeps_its_own_name_of_the_same_file(
    ana: Someone, world: World, knowledge: Knowledge
) -> None:
    own_ = made(ana, file=a_file())
    other = World(
        with_bot(world.store, 2), Coach(with_bot(world.store, 2), knowledge), world.now, world.updates
    )
    hers = other.someone(7, "Ana")
    hers.taps_data(f"ao.{own_.id}")
    assert hers.sees.picture is None
    assert "I no longer have its picture." in hers.sees.text
    sends_file(hers, a_file())
    assert hers.sees.picture
    ana.taps_data(f"ao.{own_.id}")
    assert ana.sees.picture == f"own:{own_.picture.id}" if own_.picture else False
    kept = world.store.db.execute("select bot, file_unique_id from own_media order by id").fetchall()
    assert kept == [(1, "unique-towel"), (2, "unique-towel")]
    hers.taps_data(f"aq.{own_.id}.p.0")
    sends_file(hers, a_file("new"))
    ana.taps_data(f"ao.{own_.id}")
    assert ana.sees.picture is None
    assert "I no longer have its picture." in ana.sees.text


def test_what_one_person_made_is_in_no_library_that_another_has(
    ana: Someone, bo: Someone, world: World, knowledge: Knowledge
) -> None:
    """Both gave the same answers, so what is settled once is used for both."""
    made(ana)
    ana.taps_data("b.own-1.usual")
    ana.says("stop")
    past_the_signs(bo)
    for data in ("u.morning", "o.morning"):
        ana.taps_data(data)
        ana.says("stop")
        bo.taps_data(data)
    library = knowledge.english.library
    assert not library.own
    assert library.form(FormRef("own-1", "usual")) is None
    assert not [slug for slug in library.exercises if slug.startswith("own-")]
    bo.taps_data("b.own-1.usual")
    assert "own-1" not in live(bo)


def test_a_reminder_names_none_of_it_and_shows_none_of_it(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    made(ana, file=a_file())
    lines = [OwnLine(0, exercises(ana)[0].ref), OwnLine(0, FormRef("walk", "usual"))]
    routine = world.store.own.make(7, "Mine", lines, world.now)
    (reminder,) = world.store.reminders.of(7)
    ana.taps_data(f"rd.k.{reminder.id}.t0830.127.own-{routine.id}")
    world.now = DUE
    assert claimed(world, DUE) == 1
    assert "Walk" in ana.sees.text
    assert "Towel" not in ana.sees.text
    assert "own:" not in str(ana.sees.picture)


def test_all_of_it_goes_with_its_person(ana: Someone, world: World) -> None:
    made(ana, file=a_file())
    sends_file(ana, a_file("waiting"))
    for said in ("/delete", "delete it all"):
        ana.says(said)
    for table in ("own_exercises", "own_media"):
        assert world.store.db.execute(f"select count(*) from {table}").fetchone()[0] == 0


def test_all_of_it_is_among_what_people_take_along(ana: Someone, world: World) -> None:
    own_ = made(ana, has_sides=True, file=a_file(kind=FileKind.VIDEO, size=5))
    everything = everything_of(world.store.db.conn, 7)
    (row,) = everything["own_exercises"]
    told = {"name": "Towel pull", "how": "Pull the towel apart.", "hold": 20, "times": 3, "sides": 2}
    assert told.items() <= row.items()
    assert everything["own_media"][0]["file_id"] == "file-towel"
    (medium,) = media_of(world.store.db.conn, 1, 7)
    assert (medium.exercise, medium.file_id, medium.kind, medium.size) == (own_.id, "file-towel", "video", 5)
    assert not everything_of(world.store.db.conn, 8).get("own_exercises")


def test_it_is_never_offered_by_itself_however_often_it_was_done(ana: Someone, world: World) -> None:
    made(ana)
    for _ in range(5):
        ana.taps_data("b.own-1.usual")
        play(ana)
        next_day(world)
        ana.says("/start")
        wires = [key[1] for row in ana.sees.keys for key in row]
        assert not [wire for wire in wires if "own-" in wire], wires
        assert "Towel" not in ana.sees.text
    ana.taps(DoToday)
    assert live(ana)
    assert "own-1" not in live(ana)


def test_never_is_said_of_it_too_and_taken_back_on_its_card(ana: Someone) -> None:
    made(ana)
    for said in ("do it", "ready", "never show me this move again"):
        ana.says(said)
    ana.taps_data("ao.1")
    assert "You said never to this one" in ana.sees.text
    assert DO_IT not in ana.labels
    ana.taps(TakeBackTaste("own-1"))
    ana.taps(Moves)
    assert live(ana) == ["own-1"]
