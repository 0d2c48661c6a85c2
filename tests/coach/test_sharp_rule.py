"""The sharp rule: the move rests seven days, the day or what loads the place rests with it, and nothing comes back unasked."""

from datetime import time, timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.pain_notes import Morning
from bot.domain.person.what_rests import BREATHING_AND_WALKING, EASY_ROUTINE, SoreSpot
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import DoRoutine, Moves, NoSigns, NotSharp, OpenExercise, Place, TryAgain
from tests.coach.own import made_of
from tests.coach.reminded import claimed, met, reminded_at
from tests.coach.talk import Someone, World
from tests.meaning import DO_IT, OFFERED_AT_HOME, Says, label_of

WEEK = timedelta(days=7)


def berliner(someone: Someone) -> Someone:
    reminded_at(someone, time(8, 30), "Europe/Berlin")
    return someone


def sharp_in(someone: Someone, move: str = "open book", where: SoreSpot = SoreSpot.BACK) -> None:
    for said in (move, "do it", "ready", "it hurts", "sharp"):
        someone.says(said)
    assert "Where was it?" in someone.sees.text
    someone.taps(where)


def rested(someone: Someone) -> None:
    someone.world.now += WEEK
    someone.says("/start")


def begins(someone: Someone, *said: str) -> list[str]:
    """Slugs in the session that these words begin."""
    for words in said:
        someone.says(words)
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    slugs = list(dict.fromkeys(beat.ref.exercise for beat in live.script))
    someone.says("stop")
    return slugs


def test_the_easy_routine_is_made_of_breathing_and_walking(knowledge: Knowledge) -> None:
    routine = knowledge.english.library.routines[EASY_ROUTINE]
    assert {line.ref.exercise for line in routine.lines} == BREATHING_AND_WALKING


def test_in_the_back_the_rest_of_the_day_is_breathing_and_a_walk_and_home_says_why(ana: Someone) -> None:
    berliner(ana)
    sharp_in(ana)
    assert "breathing and walking" in ana.sees.text
    ana.says("/start")
    assert "Breathing and a walk today: something was sharp this morning." in ana.sees.text
    assert [label for label in ana.labels if label.endswith(" min")] == ["Another 3 min"]
    assert [style for row in ana.sees.keys for _, _, style in row if style] == [], "nothing is asked for"
    ana.taps(DoRoutine("breathing-and-walk"))
    assert "Rib breathing 1 of 2" in ana.sees.text


@pytest.mark.parametrize("said", ["5 min", "I have 10 minutes", "/routine 2"])
def test_minutes_are_for_breathing_and_a_walk_too(ana: Someone, said: str) -> None:
    berliner(ana)
    sharp_in(ana)
    ana.says(said)
    assert "something was sharp this morning" in ana.sees.text
    assert begins(ana, "do it") == ["rib-breathing", "walk"]


@pytest.mark.parametrize("asked", ["/routine morning", "/routine turn and bend", "cat cow", "my routine"])
def test_whatever_else_is_to_be_begun_that_day_asks_instead(ana: Someone, asked: str) -> None:
    berliner(ana)
    made_of(ana, "cat cow", "child's pose")
    sharp_in(ana)
    for said in (asked, "do it"):
        ana.says(said)
    assert ana.sees.text == "<b>Breathing and a walk today: something was sharp this morning.</b>"
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)
    assert ana.labels[0].endswith("3 min")


def test_that_day_stiffness_is_met_with_breathing_and_a_walk(ana: Someone) -> None:
    berliner(ana)
    sharp_in(ana)
    ana.says("stiff between the blades")
    assert any(label.startswith("Breathing and a walk") for label in ana.labels)
    assert not any(label.startswith("Gentle") for label in ana.labels)


def test_a_button_from_before_asks_instead_too(ana: Someone) -> None:
    berliner(ana)
    sharp_in(ana)
    for data in ("u.morning", "wd.four-weeks.1.a", "b.cat-cow.flow", "u.first-two-minutes"):
        ana.taps_data(data)
        assert "Breathing and a walk today" in ana.sees.text
    ana.taps_data("b.rib-breathing.usual")
    assert ana.sees.card.startswith("play.")


def test_until_they_say_where_it_is_treated_as_the_back(ana: Someone, world: World) -> None:
    berliner(ana)
    for said in ("cat cow", "do it", "ready", "it hurts", "sharp", "/start"):
        ana.says(said)
    assert "Breathing and a walk today" in ana.sees.text
    ana.taps_data("hw.2.k")
    assert "knees" in ana.sees.text
    ana.says("/start")
    assert "Breathing and a walk" not in ana.sees.text
    assert world.store.sharp_stops.of(7)[0].where


def test_the_next_day_all_goes_on_but_for_the_move_that_was_sharp(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    world.now += timedelta(days=1)
    ana.says("/start")
    assert "sharp" not in ana.sees.text
    ana.says("/routine morning")
    assert "will rest until Monday." in ana.sees.text
    assert "instead." in ana.sees.text
    assert "side-lying-rotation" not in begins(ana, "do it")


def test_todays_offer_says_what_rests(ana: Someone, world: World, knowledge: Knowledge) -> None:
    """Whatever is offered on each of the days after: what rests is not in it, and if that changes it, a line says so."""
    berliner(ana)
    sharp_in(ana, "shoulder blade squeeze")
    said = 0
    for _ in range(6):
        world.now += timedelta(days=1)
        ana.says("/start")
        if "How was it this morning" in ana.sees.text:
            ana.taps(Morning.USUAL)
        if "How was the week?" in ana.sees.text:
            ana.taps(Place.HOME)
        said += "Shoulder-blade squeeze will rest until Monday." in ana.sees.text
        ana.taps(OFFERED_AT_HOME)
        live = world.store.sessions.live(7)
        assert live
        assert "shoulder-blade-squeeze" not in {beat.ref.exercise for beat in live.script}
        for words in ("ready", "skip", "stop"):
            ana.says(words)
    assert said


def test_the_card_says_so_and_do_it_asks(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    world.now += timedelta(days=1)
    ana.says("open book")
    assert "will rest until Monday." in ana.sees.text
    assert not any(key[0] == DO_IT and key[2] for row in ana.sees.keys for key in row), "not coloured"
    ana.taps(Moves)
    assert not ana.sees.card.startswith("play.")
    assert "instead?" in ana.sees.text
    ana.taps(OpenExercise)
    assert DO_IT in ana.labels
    assert "rest" not in ana.sees.text.split("\n")[0]


def test_it_was_not_sharp_takes_it_all_back(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    for said in ("/routine morning", "do it"):
        ana.says(said)
    ana.taps(NotSharp)
    assert world.store.sharp_stops.of(7) == []
    assert DO_IT in ana.labels
    ana.says("/start")
    assert "Breathing and a walk" not in ana.sees.text


def test_a_move_that_rests_can_still_be_found_and_read(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    ana.taps_data("x.f.turn.0")
    assert any("Open book" in label or "ide-lying rotation" in label for label in ana.labels)
    ana.says("open book")
    ana.says("learn it")
    assert "1 of" in ana.sees.text


def test_after_seven_days_it_is_asked_and_comes_back_gently(ana: Someone, world: World) -> None:
    berliner(ana)
    world.store.db.execute("update people set level = 3 where id = 7")
    sharp_in(ana)
    rested(ana)
    for said in ("/routine morning", "do it"):
        ana.says(said)
    assert "had a rest. Try again, gently?" in ana.sees.text
    ana.taps(TryAgain(2, yes=True, then=DoRoutine("morning")))
    live = world.store.sessions.live(7)
    assert live
    times = {beat.repetitions for beat in live.script if beat.ref.exercise == "side-lying-rotation"}
    assert times
    ana.says("stop")
    assert "side-lying-rotation" in begins(ana, "/routine morning", "do it"), "asked once"


def test_something_else_for_now_lets_it_rest_another_week(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    rested(ana)
    for said in ("/routine morning", "do it"):
        ana.says(said)
    ana.taps(TryAgain(2, yes=False, then=DoRoutine("morning")))
    live = world.store.sessions.live(7)
    assert live
    assert "side-lying-rotation" not in {beat.ref.exercise for beat in live.script}
    ana.says("stop")
    assert "side-lying-rotation" not in begins(ana, "/routine morning", "do it"), "and nothing is asked"
    ana.says("open book")
    assert "will rest until Monday." in ana.sees.text


def test_the_card_of_a_rested_move_asks_too(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    rested(ana)
    ana.says("open book")
    assert "had a rest" in ana.sees.text
    ana.taps(Moves)
    ana.taps(Says(False))
    assert not ana.sees.card.startswith("play.")
    assert DO_IT in ana.labels


def test_an_old_yes_does_not_bring_back_what_was_sharp_again(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    rested(ana)
    ana.says("open book")
    ana.taps(Moves)
    yes = ana.sees.keys[0][0][1]
    ana.taps_data(yes)
    for said in ("ready", "it hurts", "sharp"):
        ana.says(said)
    ana.taps(SoreSpot.KNEE)
    ana.taps_data(yes)
    assert not ana.sees.card.startswith("play.")
    assert [stop.is_back for stop in world.store.sharp_stops.of(7)] == [True, False]


@pytest.mark.parametrize(
    ("where", "loads", "card"),
    [
        (SoreSpot.KNEE, "childs-pose", "Child's pose: On a seat"),
        (SoreSpot.WRIST, "cat-cow", "Cat-cow: On fists or forearms"),
    ],
)
def test_in_a_knee_or_wrist_only_what_loads_it_rests(
    ana: Someone, where: SoreSpot, loads: str, card: str
) -> None:
    berliner(ana)
    sharp_in(ana, "thread the needle", where)
    assert (
        f"Moves that load the {where.name.lower()}s will rest until Monday. All others are fine."
        in ana.sees.text
    )
    ana.says("/start")
    assert "Breathing and a walk" not in ana.sees.text
    begun = begins(ana, "/routine morning", "do it")
    assert begun[0] == "shoulder-rolls"
    ana.taps_data(f"e.{loads}")
    assert card in ana.sees.text, "a form that fits is better than none"


def test_typed_where_is_heard(ana: Someone, world: World) -> None:
    berliner(ana)
    for said in ("cat cow", "do it", "ready", "it hurts", "sharp", "in my left wrist"):
        ana.says(said)
    assert "wrists" in ana.sees.text
    stop = world.store.sharp_stops.of(7)[0]
    assert stop.where
    assert stop.where.name == "WRIST"


def test_the_second_in_the_back_within_a_week_asks_the_signs_and_names_a_doctor(
    ana: Someone, world: World
) -> None:
    berliner(ana)
    sharp_in(ana)
    world.now += timedelta(days=3)
    sharp_in(ana, "cat cow", SoreSpot.ELSEWHERE)
    assert "second time within a week: please see a doctor" in ana.sees.text
    assert ana.labels == ["Warning signs", "Home"]
    ana.taps_data(f"u.{EASY_ROUTINE}")
    assert "None, and I'm 18 or over" in ana.labels
    ana.taps(NoSigns)
    assert ana.sees.card.startswith("play."), "breathing and a walk"


def test_a_knee_after_the_back_is_no_second_one(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana)
    world.now += timedelta(days=3)
    sharp_in(ana, "cat cow", SoreSpot.KNEE)
    assert "doctor about it" not in ana.sees.text
    ana.taps_data("u.first-two-minutes")
    assert ana.sees.card.startswith("play.")


@pytest.mark.parametrize("chosen", ["", "morning"])
def test_a_reminder_brings_breathing_and_a_walk_and_no_word_of_pain(
    ana: Someone, world: World, chosen: str
) -> None:
    """The sharp pain came at once, so nothing was done yet that would call off the reminder."""
    reminded_at(ana, time(8, 45), "Europe/Berlin")
    world.store.db.execute("update reminders set starts = ?", [chosen])
    sharp_in(ana)
    world.now += timedelta(minutes=15)
    assert claimed(world, world.now) == 1
    assert "Breathing and a walk today." in ana.sees.text
    for word in ("sharp", "pain", "hurt", "rest"):
        assert word not in ana.sees.text
    ana.taps(Nod.START)
    live = world.store.sessions.live(7)
    assert live
    assert {beat.ref.exercise for beat in live.script} == BREATHING_AND_WALKING


def test_in_a_routine_of_ones_own_a_line_says_what_rests(ana: Someone, world: World) -> None:
    berliner(ana)
    made_of(ana, "cat cow", "shoulder rolls")
    sharp_in(ana, "shoulder rolls", SoreSpot.KNEE)
    ana.says("my routine")
    assert "Shoulder rolls will rest until Monday." in ana.sees.text
    assert "shoulder-rolls" not in begins(ana, "do it")


def test_a_programme_says_what_rests(ana: Someone, world: World) -> None:
    berliner(ana)
    sharp_in(ana, "cat cow", SoreSpot.KNEE)
    ana.taps_data("ww.four-weeks.1")
    assert "will rest until Monday." in ana.sees.text


def test_what_is_left_where_even_the_walk_was_sharp(ana: Someone) -> None:
    berliner(ana)
    sharp_in(ana, "walk")
    ana.says("/start")
    ana.taps(OFFERED_AT_HOME)
    assert "Rib breathing 1 of 1" in ana.sees.text


def test_a_restart_forgets_nothing_that_rests(ana: Someone, world: World, knowledge: Knowledge) -> None:
    berliner(ana)
    sharp_in(ana)
    world.coach = Coach(world.store, knowledge)
    ana.says("/start")
    assert "something was sharp this morning" in ana.sees.text


def test_where_it_is_not_known_what_time_it_is_nothing_is_said_of_the_morning(ana: Someone) -> None:
    met(ana)
    sharp_in(ana)
    ana.says("/start")
    assert "something was sharp earlier on." in ana.sees.text


def test_bo_is_offered_what_rests_for_ana(ana: Someone, bo: Someone) -> None:
    for someone in (ana, bo):
        berliner(someone)
    sharp_in(ana)
    assert "side-lying-rotation" in begins(bo, "/routine morning", "do it")


def test_deleting_leaves_no_stop(ana: Someone, bo: Someone, world: World) -> None:
    for someone in (ana, bo):
        berliner(someone)
        sharp_in(someone)
    for said in ("/delete", "delete it all"):
        ana.says(said)
    people = [row[0] for row in world.store.db.execute("select person from sharp_stops").fetchall()]
    assert people == [8]


def test_in_the_diary_a_stopped_session_hurt(ana: Someone, world: World) -> None:
    berliner(ana)
    for said in ("cat cow", "do it", "ready"):
        ana.says(said)
    world.passes(9)
    for said in ("it hurts", "sharp"):
        ana.says(said)
    entry = next(iter(world.store.diary.newest_first(7)))
    assert entry.phase is Phase.STOPPED
    assert entry.hurt
