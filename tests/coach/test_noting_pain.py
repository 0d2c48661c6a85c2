"""How it feels: noted at any time or before they begin, added to, taken back; and what follows for the day."""

from datetime import timedelta

import pytest

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.screens.buttons.actions import (
    AddWords,
    DoToday,
    InWords,
    NotAsked,
    NotePain,
    NothingNew,
    Place,
    TakeBack,
)
from tests.coach.moving import met, next_day
from tests.coach.own import made_of
from tests.coach.talk import Someone, World
from tests.meaning import Carries

ANA, MALLORY = 7, 9
WEEK = 7


def notes(world: World, person: int = ANA) -> list[PainNote]:
    return world.store.pain_notes.last(person, 50)


def noted(someone: Someone, number: int) -> None:
    someone.says("/pain")
    someone.taps(NotePain(number))


def is_playing(someone: Someone) -> bool:
    return someone.sees.card.startswith("play.")


def test_one_tap_notes_it_and_more_can_be_added(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 6)
    assert "Noted: 6 of 10." in ana.sees.text
    (kept,) = notes(world)
    assert (kept.number, kept.moment, kept.words) == (6, NotedWhen.ANY, "")
    ana.taps(AddWords)
    ana.says("neck stiff,  slept <b>badly</b>")
    assert "Noted, in your words." in ana.sees.text
    assert notes(world)[0].words == "neck stiff, slept <b>badly</b>"
    ana.taps_data("bl")
    assert "6 of 10 · neck stiff, slept &lt;b&gt;badly&lt;/b&gt;" in ana.sees.text


def test_it_is_found_in_more(ana: Someone) -> None:
    met(ana)
    ana.taps(Place.MORE)
    ana.taps(Place.PAIN)
    assert ana.labels[:3] == ["0", "1", "2"]


def test_the_three_words_do_as_well(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/pain")
    ana.taps(InWords())
    ana.taps(Stage.HIGH)
    assert notes(world)[0].felt is Stage.HIGH
    assert "At 7 or more" in ana.sees.text
    assert ana.labels[0].startswith("Gently · ")


@pytest.mark.parametrize(("number", "label"), [(2, "Start · "), (6, "Start · "), (8, "Gently · ")])
def test_after_a_note_what_fits_it_is_one_tap_away(
    ana: Someone, world: World, number: int, label: str
) -> None:
    met(ana)
    next_day(world)
    ana.says(f"/pain {number}")
    assert ana.labels[0].startswith(label)
    ana.taps(DoToday)
    live = world.store.sessions.live(ANA)
    assert live
    forms = [world.coach.knowledge.english.library.form(beat.ref) for beat in live.script]
    assert all(form and form.intensity <= (1 if number > 6 else 2) for form in forms)


def test_after_a_note_on_a_day_that_has_its_session_nothing_is_pressed_on_them(ana: Someone) -> None:
    met(ana)
    ana.says("/pain 6")
    assert not ana.sees.keys[0][0][2]
    assert any(label.startswith("Another ") for label in ana.labels)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("pain 6", 6),
        ("my pain is 4 today", 4),
        ("6/10", 6),
        ("/pain 3", 3),
        ("/pain", None),
        ("log pain", None),
    ],
)
def test_typed_at_any_time(ana: Someone, world: World, said: str, number: int | None) -> None:
    met(ana)
    ana.says(said)
    assert [note.number for note in notes(world)] == ([] if number is None else [number])
    assert ("Noted" if number is not None else "How does it feel right now?") in ana.sees.text


@pytest.mark.parametrize(
    ("said", "number"), [("6", 6), ("about 6", 6), ("seven", 7), ("12", None), ("pain 11", None)]
)
def test_typed_when_it_is_asked(ana: Someone, world: World, said: str, number: int | None) -> None:
    met(ana)
    ana.says("/pain")
    ana.says(said)
    assert [note.number for note in notes(world)] == ([] if number is None else [number])
    if number is None:
        assert "A number from 0 to 10 helps me most" in ana.sees.text
        ana.says("5")
        assert notes(world)[0].number == 5


@pytest.mark.parametrize(("asked", "said"), [("/pain", "7-8"), ("/pain", "5 or 8"), ("/start", "pain 7-8")])
def test_of_two_numbers_the_higher_is_noted_and_it_says_so(
    ana: Someone, world: World, asked: str, said: str
) -> None:
    met(ana)
    ana.says(asked)
    ana.says(said)
    assert [note.number for note in notes(world)] == [8]
    assert ana.sees.text.startswith("<b>Noted: 8 of 10.</b>\n<i>I took the higher of the two.</i>")


def test_a_lot_is_an_answer_in_words(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/pain")
    ana.says("a lot")
    assert notes(world)[0].felt is Stage.HIGH


def test_more_that_is_said_with_the_number_is_kept(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("pain 4, stiff neck")
    assert notes(world)[0].words == "pain 4, stiff neck"


def test_what_is_added_may_speak_of_stiff_knees_and_no_more_than_300_letters(
    ana: Someone, world: World
) -> None:
    met(ana)
    noted(ana, 5)
    ana.taps(AddWords)
    ana.says("stiff, sore, bad knees " + "x" * 400)
    assert "Noted, in your words." in ana.sees.text
    assert len(notes(world)[0].words) == 300


def test_danger_wins_over_a_note(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 5)
    ana.taps(AddWords)
    ana.says("I have chest pain and can't breathe")
    assert "call" in ana.sees.text.lower()
    assert notes(world)[0].words == ""


def test_a_complaint_is_kept_and_asked_about(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 5)
    ana.taps(AddWords)
    ana.says("bad pain all over")
    assert "Do any of these come with it?" in ana.sees.text
    assert notes(world)[0].words == "bad pain all over"


def test_two_taps_are_one_note_and_a_redelivered_one_none(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 6)
    ana.taps_data("bn.6")
    assert len(notes(world)) == 1
    world.now += timedelta(minutes=2)
    ana.taps_data("bn.6")
    assert len(notes(world)) == 2


def test_the_last_is_taken_back_once(ana: Someone, world: World) -> None:
    met(ana)
    for number in (6, 7):
        world.now += timedelta(hours=1)
        noted(ana, number)
    ana.taps(Place.PAIN_NOTES)
    ana.taps(TakeBack)
    assert [note.number for note in notes(world)] == [6]
    ana.taps_data("bu.2")
    assert "Taken back" in ana.sees.text
    ana.says("/start")
    ana.says("/routine morning")
    ana.says("do it")
    assert is_playing(ana), "the day is no sore one any more"


def test_mallory_reads_and_changes_nothing_of_ana(ana: Someone, mallory: Someone, world: World) -> None:
    met(ana)
    met(mallory)
    noted(ana, 6)
    for data in ("bq.1", "bu.1"):
        mallory.taps_data(data)
        mallory.says("mine")
    assert [(note.number, note.words) for note in notes(world)] == [(6, "")]
    assert notes(world, MALLORY) == []
    mallory.taps_data("bl")
    assert "No notes yet" in mallory.sees.text


@pytest.mark.parametrize("what", ["u.morning", "wd.four-weeks.1.a", "b.childs-pose.usual", "own"])
def test_from_seven_on_something_strong_says_the_rule_and_offers_less(
    ana: Someone, world: World, what: str
) -> None:
    met(ana)
    made_of(ana, "cat cow", "child's pose")
    noted(ana, 8)
    if what == "own":
        what = f"yd.{world.store.own.every(ANA)[0].id}"
    ana.taps_data(what)
    assert "It's a sore day" in ana.sees.text
    assert "breathing, walking and gentle seated moves" in ana.sees.text
    assert "Exercises" in ana.labels
    ana.taps(DoToday)
    live = world.store.sessions.live(ANA)
    assert live
    forms = world.coach.knowledge.english.library.form
    for beat in live.script:
        form = forms(beat.ref)
        assert form
        assert form.intensity == 1
        assert not form.position.is_on_the_floor


def test_it_is_less_now_ends_the_sore_day(ana: Someone) -> None:
    met(ana)
    noted(ana, 8)
    ana.taps_data("u.morning")
    ana.taps(Place.PAIN)
    ana.taps(Carries("number", 3))
    ana.taps_data("u.morning")
    assert is_playing(ana)


def test_nobody_is_asked_before_who_never_noted_anything(ana: Someone, world: World) -> None:
    met(ana)
    for _ in range(20):
        next_day(world)
        ana.taps_data("u.first-two-minutes")
        if "new with your back" in ana.sees.text:
            ana.taps(NothingNew)
        assert is_playing(ana)
        ana.says("stop")


def test_before_is_asked_once_a_day_while_it_is_more_than_mild_and_begins_what_they_wanted(
    ana: Someone, world: World
) -> None:
    met(ana)
    noted(ana, 5)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana), "it was noted today"
    ana.says("stop")
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    assert "Before you begin" in ana.sees.text
    ana.taps(Carries("number", 4))
    assert is_playing(ana)
    assert (notes(world)[0].number, notes(world)[0].moment) == (4, NotedWhen.BEFORE)
    ana.says("stop")
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)
    ana.says("stop")
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    ana.says("about 2")
    assert is_playing(ana)
    ana.says("stop")
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana), "mild, and not a week old"


def test_before_can_be_skipped_and_not_asked_again_that_day(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 5)
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    ana.taps(NotAsked)
    assert is_playing(ana)
    ana.says("stop")
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)


def test_a_mild_note_is_a_week_old_before_it_is_asked_anew(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/settings")
    ana.says("looked at")
    ana.says("yes, a professional")
    noted(ana, 2)
    next_day(world, 6)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)
    ana.says("stop")
    next_day(world, 2)
    ana.taps_data("u.first-two-minutes")
    assert "Before you begin" in ana.sees.text


def test_whose_back_does_not_hurt_is_not_asked_for_an_old_mild_note(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 2)
    next_day(world, 10)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)


def test_a_high_answer_before_makes_what_was_chosen_less(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 5)
    next_day(world)
    ana.taps_data("u.morning")
    ana.taps(Carries("number", 9))
    ana.says("none of these")
    assert not is_playing(ana)
    assert "It's a sore day" in ana.sees.text


def test_pain_in_a_session_stops_the_clock(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("u.first-two-minutes")
    ana.says("pain 6")
    assert "What is it like?" in ana.sees.text
    assert notes(world) == []


def test_two_taps_on_start_ask_and_do_not_pass_the_question_by(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 5)
    next_day(world)
    for _ in range(2):
        ana.taps_data("u.first-two-minutes")
        assert "Before you begin" in ana.sees.text


def test_who_looks_at_something_else_in_place_of_an_answer_is_not_asked_again_that_day(
    ana: Someone, world: World
) -> None:
    met(ana)
    noted(ana, 5)
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    ana.taps(Place.HOME)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)


def test_a_number_without_a_word_of_pain_is_noted_and_asked_about_as_ever(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("it's an 8 today")
    assert [note.number for note in notes(world)] == [8]
    assert "Do any of these come with it?" in ana.sees.text
    assert world.store.pain_notes.last(MALLORY, 9) == []


@pytest.mark.parametrize(
    ("said", "number"), [("about an 8", 8), ("back is 6 today", 6), ("today 4, neck", 4)]
)
def test_other_ways_to_say_a_number_are_no_time(ana: Someone, world: World, said: str, number: int) -> None:
    met(ana)
    ana.says(said)
    assert [note.number for note in notes(world)] == [number]
    assert "Which do you mean?" not in ana.sees.text


@pytest.mark.parametrize("said", ["8", "an 8", "it's an 8", "about an 8"])
def test_while_it_is_asked_a_bare_number_does(ana: Someone, world: World, said: str) -> None:
    met(ana)
    ana.says("/pain")
    ana.says(said)
    assert [note.number for note in notes(world)] == [8]


def test_beside_danger_no_number_comes_first(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("it's an 8 today, crushing chest pain")
    assert notes(world) == []
    assert "I meant a muscle" in ana.labels


@pytest.mark.parametrize("said", ["it's a 5 today", "pain 5", "5/10", "5"])
def test_before_they_begin_every_way_to_say_it_begins(ana: Someone, world: World, said: str) -> None:
    met(ana)
    noted(ana, 5)
    next_day(world)
    ana.taps_data("u.first-two-minutes")
    assert "Before you begin" in ana.sees.text
    ana.says(said)
    assert (notes(world)[0].number, notes(world)[0].moment) == (5, NotedWhen.BEFORE)
    assert is_playing(ana)
