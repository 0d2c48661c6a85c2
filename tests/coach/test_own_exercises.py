"""Exercises of one's own: made one question at a time, changed, deleted, found, and nobody else's."""

import pytest

from bot.coach.coach import Coach
from bot.coach.news import Said
from bot.domain.own.own_exercise import (
    HOW_LENGTH,
    LARGEST_FILE,
    MOST_EXERCISES,
    NAME_LENGTH,
    FileKind,
    OwnPart,
)
from bot.domain.session.script import BeatKind
from bot.screens.buttons.actions import (
    AskDeleteOwnExercise,
    ChangeOwnExercise,
    DeleteOwnExercise,
    DoExercise,
    InWordsOnly,
    LeaveSent,
    MakeOfSent,
    Place,
    SetOwnDose,
    SetOwnSides,
)
from tests.coach.own import past_the_signs
from tests.coach.pictured import a_file, exercises, made, sends_file
from tests.coach.talk import Someone, World
from tests.meaning import data_of


@pytest.fixture
def ana(ana: Someone) -> Someone:
    return past_the_signs(ana)


def test_it_is_made_one_question_at_a_time(ana: Someone) -> None:
    ana.says("/routine")
    for place in (Place.OWN_ROUTINES, Place.OWN_EXERCISES, Place.NEW_OWN_EXERCISE):
        ana.taps(place)
    assert "What shall I call it?" in ana.sees.text
    ana.says("Towel pull")
    assert "photo or a short video" in ana.sees.text
    sends_file(ana, a_file())
    assert "How does it go?" in ana.sees.text
    ana.says("Pull the towel apart behind your back.")
    assert "How much of it?" in ana.sees.text
    ana.says("3 x 20 s")
    assert "one side" in ana.sees.text
    ana.taps(SetOwnSides(1, 2, making=True))
    assert ana.sees.text.startswith("<b>Towel pull</b>\n3 × 20 s a side · about 3 minutes")
    assert "Pull the towel apart behind your back." in ana.sees.text
    assert "I can't judge this one" in ana.sees.text
    own = exercises(ana)[0]
    assert own.picture
    assert (ana.sees.picture, ana.sees.moves) == (f"own:{own.picture.id}", False)
    assert (own.name, own.hold, own.times, own.sides) == ("Towel pull", 20, 3, 2)


def test_a_photo_that_comes_by_itself_is_asked_about(ana: Someone) -> None:
    sends_file(ana, a_file(), "\nTowel  pull\u202e\nthree times a day, says Bo")
    assert "Is this an exercise of yours?" in ana.sees.text
    assert exercises(ana) == ()
    data = data_of(ana.sees, MakeOfSent)
    for _ in range(2):
        ana.taps_data(data)
        assert "It is called Towel pull now." in ana.sees.text
    assert [own.name for own in exercises(ana)] == ["Towel pull"]
    ana.taps(OwnPart.HOW)
    assert "How does it go?" in ana.sees.text
    ana.taps(OwnPart.DOSE)
    ana.taps(SetOwnDose(1, 0, 12, making=True))
    ana.taps(SetOwnSides(1, 1, making=True))
    assert "12 times" in ana.sees.text


def test_no_is_taken_for_an_answer_and_nothing_is_kept(ana: Someone, world: World) -> None:
    sends_file(ana, a_file())
    ana.taps(LeaveSent)
    assert world.store.db.execute("select count(*) from own_media").fetchone()[0] == 0
    assert exercises(ana) == ()


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_that_shows_something_is_taken(ana: Someone, kind: FileKind) -> None:
    made(ana, file=a_file(kind=kind))
    own = exercises(ana)[0]
    assert own.picture
    assert own.picture.kind is kind
    assert ana.sees.moves is (kind is not FileKind.PHOTO)


def test_danger_in_a_caption_comes_before_the_picture(ana: Someone) -> None:
    sends_file(ana, a_file(), "crushing pain in my chest, can't breathe")
    assert "Call for help now" in ana.sees.text
    sends_file(ana, a_file("other"), "I want to kill myself")
    assert "exercise" not in ana.sees.text
    assert exercises(ana) == ()


def test_danger_comes_before_every_question(ana: Someone) -> None:
    ana.taps_data("an")
    for said in ("I have crushing chest pain",):
        ana.says(said)
        assert "Call for help now" in ana.sees.text
    assert exercises(ana)[0].name == "My exercise"


def test_how_it_goes_may_speak_of_what_hurts(ana: Someone) -> None:
    own = made(ana, how="Lie down, and pull until it pulls in the shoulder, but never until it hurts.")
    assert own.how.endswith("never until it hurts.")


def test_an_album_is_one_question_and_its_first_picture_counts(ana: Someone) -> None:
    for number in range(3):
        sends_file(ana, a_file(f"page-{number}", album="a1"))
    assert "I take the first of your pictures." in ana.sees.text
    ana.taps(MakeOfSent)
    sends_file(ana, a_file("page-4", album="a1"))
    assert "What shall I call it?" in ana.sees.text
    assert len(exercises(ana)) == 1


def test_what_is_too_large_is_told_and_not_kept(ana: Someone, world: World) -> None:
    sends_file(ana, a_file(kind=FileKind.VIDEO, size=LARGEST_FILE + 1))
    assert "too large" in ana.sees.text
    ana.taps_data("an")
    ana.says("Towel pull")
    sends_file(ana, a_file(kind=FileKind.VIDEO, size=LARGEST_FILE + 1))
    assert "too large" in ana.sees.text
    sends_file(ana, a_file(kind=FileKind.VIDEO, size=LARGEST_FILE))
    assert "How does it go?" in ana.sees.text
    assert world.store.db.execute("select count(*) from own_media").fetchone()[0] == 1


def test_names_and_words_have_their_limits_and_it_is_asked_again(ana: Someone) -> None:
    made(ana, "Other")
    ana.taps_data("an")
    for said, answer in (
        ("\u200d", "at least one letter"),
        ("W" * (NAME_LENGTH + 1), f"{NAME_LENGTH} characters fit"),
        ("Other", "Another one of yours has that name"),
    ):
        ana.says(said)
        assert answer in ana.sees.text
    ana.says("W" * NAME_LENGTH)
    ana.taps(OwnPart.HOW)
    ana.says("w " * HOW_LENGTH)
    assert f"{HOW_LENGTH} characters fit" in ana.sees.text
    ana.says("<b>Łukasz</b>")
    ana.says("500 x 900 s")
    ana.taps(SetOwnSides(2, 1, making=True))
    assert "&lt;b&gt;Łukasz&lt;/b&gt;" in ana.sees.text
    own = exercises(ana)[-1]
    assert (own.hold, own.times) == (120, 5)


def test_who_has_none_of_a_picture_says_how_it_goes(ana: Someone) -> None:
    ana.taps_data("an")
    ana.says("Towel pull")
    ana.taps(OwnPart.HOW)
    assert "Skip this" not in ana.labels


def test_each_part_can_be_changed(ana: Someone) -> None:
    own = made(ana, file=a_file())
    for part, said, seen in (
        (OwnPart.NAME, "Towel", "<b>Towel</b>"),
        (OwnPart.HOW, "Slowly.", "Slowly."),
        (OwnPart.DOSE, "12 times", "12 times"),
    ):
        ana.taps(ChangeOwnExercise)
        ana.taps(part)
        ana.says(said)
        assert seen in ana.sees.text
    ana.taps(ChangeOwnExercise)
    ana.taps(OwnPart.SIDES)
    ana.taps(SetOwnSides(1, 2, making=False))
    assert "12 a side" in ana.sees.text
    ana.taps(ChangeOwnExercise)
    ana.taps(OwnPart.PICTURE)
    sends_file(ana, a_file("other", FileKind.VIDEO))
    assert ana.sees.moves
    ana.taps(ChangeOwnExercise)
    ana.taps(OwnPart.PICTURE)
    ana.taps(InWordsOnly)
    assert ana.sees.picture is None
    assert exercises(ana)[0].id == own.id


def test_deleting_asks_once(ana: Someone, world: World) -> None:
    made(ana, file=a_file())
    ana.taps(ChangeOwnExercise)
    ana.taps(AskDeleteOwnExercise)
    ana.taps(ChangeOwnExercise)
    assert len(exercises(ana)) == 1
    ana.taps(AskDeleteOwnExercise)
    ana.taps(DeleteOwnExercise)
    assert "Towel pull is gone." in ana.sees.text
    assert exercises(ana) == ()
    assert world.store.db.execute("select count(*) from own_media").fetchone()[0] == 0
    ana.taps_data("az.1")
    assert "Exercises of your own" in ana.sees.text


def test_two_taps_make_one(ana: Someone) -> None:
    ana.taps_data("an")
    ana.taps_data("an")
    assert len(exercises(ana)) == 1
    made(ana, "Towel pull")
    ana.taps_data("an")
    ana.taps_data("an")
    assert [own.name for own in exercises(ana)] == ["Towel pull", "My exercise"]


def test_there_are_not_more_than_can_be_kept(ana: Someone, world: World) -> None:
    for number in range(MOST_EXERCISES):
        world.store.own_exercises.make(7, f"Exercise {number}", 10, world.now)
    ana.taps_data("an")
    assert f"I can keep {MOST_EXERCISES} at most" in ana.sees.text
    sends_file(ana, a_file())
    ana.taps(MakeOfSent)
    assert f"I can keep {MOST_EXERCISES} at most" in ana.sees.text
    assert len(exercises(ana)) == MOST_EXERCISES


def test_its_name_finds_it_for_its_owner_only(ana: Someone, bo: Someone) -> None:
    made(ana, "Towel pull")
    for said in ("towel pull", "/exercise Towel pull", "/routine towel pull"):
        ana.says("/start")
        ana.says(said)
        assert "Pull the towel apart." in ana.sees.text, said
    past_the_signs(bo)
    for said in ("towel pull", "/exercise Towel pull", "pull the towel apart"):
        bo.says(said)
        assert "Pull the towel" not in bo.sees.text, said


def test_nobody_reaches_what_is_anothers(ana: Someone, mallory: Someone, world: World) -> None:
    own = made(ana, file=a_file())
    sends_file(ana, a_file("waiting"), "Secret")
    waiting = world.store.db.execute("select max(id) from own_media").fetchone()[0]
    past_the_signs(mallory)
    routine = world.store.own.make(9, "Mine", (), world.now)
    before = world.store.db.execute("select * from own_exercises, own_media").fetchall()
    for forged in (
        f"ao.{own.id}", f"ac.{own.id}", f"aq.{own.id}.n.0", f"aq.{own.id}.p.1", f"ad.{own.id}.30.2.0", f"as.{own.id}.2.0",
        f"aw.{own.id}", f"at.{own.id}", f"ay.{own.id}", f"az.{own.id}", f"e.own-{own.id}", f"f.own-{own.id}.usual",
        f"l.own-{own.id}.usual.0", f"a.own-{own.id}.usual", f"em.own-{own.id}.usual", f"b.own-{own.id}.usual",
        f"yp.{routine.id}.own-{own.id}.usual", f"ap.{waiting}", f"ax.{waiting}", f"au.{own.id}", f"al.{routine.id}.0",
    ):  # fmt: skip
        mallory.taps_data(forged)
        seen = mallory.sees.text + str(mallory.sees.keys)
        assert "Towel" not in seen, forged
        assert "Secret" not in seen, forged
        assert "own:" not in str(mallory.sees.picture), forged
        mallory.says("Hers now")
        sends_file(mallory, a_file("hers"))
        mallory.taps(LeaveSent)
    assert world.store.db.execute("select * from own_exercises, own_media").fetchall() == before
    assert world.store.own.every(9)[0].lines == ()
    assert exercises(mallory) == ()


def test_what_was_asked_outlives_a_restart(ana: Someone, world: World) -> None:
    ana.taps_data("an")
    ana.says("Towel pull")
    world.coach = Coach(world.store, world.coach.knowledge)
    sends_file(ana, a_file())
    world.coach = Coach(world.store, world.coach.knowledge)
    ana.says("Slowly.")
    assert exercises(ana)[0].how == "Slowly."


def test_a_caption_that_is_changed_afterwards_does_nothing(ana: Someone) -> None:
    before = ana.sees
    ana.sends(Said(ana.sender, "Towel", 5, is_edit=True, file=a_file()))
    assert ana.sees == before


def test_a_caption_or_an_answer_of_blanks_alone_is_asked_for_again(ana: Someone) -> None:
    sends_file(ana, a_file(), "\u2003 \n")
    ana.taps(MakeOfSent)
    assert "It is called My exercise now." in ana.sees.text
    ana.says("\u2003")
    assert "at least one letter" in ana.sees.text


def test_a_rest_of_ones_own_is_kept_shown_and_played(ana: Someone, world: World) -> None:
    made(ana, "Towel pull")
    own = exercises(ana)[0]

    def answers(said: str) -> str:
        ana.taps_data(f"aq.{own.id}.d.0")
        assert "10 s rest" in ana.sees.text
        ana.says(said)
        return ana.sees.text

    assert "3 × 20 s · 10 s rest between · " in answers("3 × 20 s, 10 s rest")
    assert "3 × 20 s · 15 s rest between · " in answers("rest 15 s between")
    ana.taps(DoExercise("own-1", "usual"))
    live = world.store.sessions.live(7)
    assert live
    assert {beat.seconds for beat in live.script if beat.kind is BeatKind.REST} == {15}
    ana.says("stop")
    assert "That is as far as it goes here." in answers("900 s rest")
    assert exercises(ana)[0].rest == 60
    assert "A rest goes between two holds." in answers("10 times, 5 s rest")


@pytest.mark.parametrize(
    ("said", "dose"),
    [("20-30 s", "20 s"), ("20 to 30 s", "20 s"), ("2-3 × 20 s", "2 × 20 s"), ("8-12", "8 times")],
)
def test_of_a_range_the_lower_is_taken_and_it_says_so(ana: Someone, said: str, dose: str) -> None:
    made(ana, "Towel pull")
    ana.taps_data(f"aq.{exercises(ana)[0].id}.d.0")
    ana.says(said)
    assert ana.sees.text.startswith(f"<b>Towel pull</b>\n{dose} · ")
    assert "I took the lower of the two." in ana.sees.text


@pytest.mark.parametrize(
    "name", ["pause", "Next", "help", "delete", "10 min", "8", "at 8:30", "yes", "/today", "stretch"]
)
def test_no_exercise_takes_a_word_that_asks_for_something_else(ana: Someone, name: str) -> None:
    ana.taps_data("an")
    ana.says(name)
    if not name.startswith("/"):
        assert "already ask me for something else" in ana.sees.text
    assert name not in {own.name for own in exercises(ana)}
    ana.says("/start")
    ana.says(name)
    assert "I can't judge this one" not in ana.sees.text


@pytest.mark.parametrize("name", ["Back roll", "My pause", "10 min with towel", "Evening", "Neck", "Chest"])
def test_a_name_with_one_more_word_is_taken_and_found_by_typing_it(ana: Someone, name: str) -> None:
    made(ana, name)
    ana.says("/start")
    ana.says(name.lower())
    assert f"<b>{name}</b>" in ana.sees.text


def test_what_a_caption_would_call_like_a_command_gets_a_plain_name(ana: Someone) -> None:
    sends_file(ana, a_file(), "pause")
    ana.taps(MakeOfSent)
    assert [own.name for own in exercises(ana)] == ["My exercise"]
