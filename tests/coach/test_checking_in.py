"""The weekly check-in, on a day of their choice: five taps, each of which can be skipped, once or for good; it ends with the recap."""

from datetime import timedelta

from bot.domain.person.check_ins import SKIPPED, CheckIn, InTheWay, Overall, Stiffness
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Switch
from bot.domain.progress.diary import Rating
from bot.screens.buttons.actions import NotAsked, Place, SetCheckInDay
from tests.coach.moving import met, next_day, play
from tests.coach.talk import Someone, World
from tests.coach.test_noting_pain import noted, notes
from tests.meaning import Carries, Says

ANA = 7
EVER = timedelta(days=400)


def weeks(world: World, person: int = ANA) -> list[CheckIn]:
    return world.store.check_ins.since(person, world.now - EVER)


def at_sunday(someone: Someone) -> None:
    """Somebody who has nothing new with their back, on the first Sunday after a full week: they began on a Monday."""
    met(someone)
    someone.taps_data("ks.old")
    next_day(someone.world, 6)
    assert someone.world.now.weekday() == 6


def test_five_taps_and_the_recap(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.taps_data("u.first-two-minutes")
    play(ana)
    ana.says("/start")
    assert "How was the week?" in ana.sees.text
    for answer in ("4", "short", "better", "time"):
        ana.taps(Says(answer))
    assert "Name one thing your back keeps you from." in ana.sees.text
    ana.says("sit for <an> hour")
    assert "sit for &lt;an&gt; hour: how well does it go?" in ana.sees.text
    assert "0 is I can't, 10 is as before." in ana.sees.text
    ana.taps(Says("7"))
    assert ana.sees.text.startswith("<b>Seven days: you moved on")
    assert "Your notes: not enough yet to compare." in ana.sees.text
    assert "Upper-back pain often changes on its own." in ana.sees.text
    (week,) = weeks(world)
    told = (week.pain, week.function, week.stiffness, week.change, week.in_the_way)
    assert told == (4, 7, Stiffness.SHORT, Overall.BETTER, InTheWay.TIME)
    assert [(note.moment, note.number) for note in notes(world)] == [(NotedWhen.WEEK, 4)]


def test_it_is_asked_once_a_week_and_again_the_next(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.says("/start")
    assert "How was the week?" in ana.sees.text
    ana.taps(Place.HOME)
    assert "How was the week?" not in ana.sees.text
    next_day(world)
    ana.says("/start")
    assert "How was the week?" not in ana.sees.text
    next_day(world, 6)
    ana.says("/start")
    assert "How was the week?" in ana.sees.text


def test_each_part_can_be_skipped(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.says("/start")
    for _ in range(5):
        ana.taps(Says(SKIPPED))
    assert "Upper-back pain" in ana.sees.text
    (week,) = weeks(world)
    assert week == CheckIn(week.at, id=week.id)
    assert notes(world) == []


def test_it_can_be_skipped_for_good_and_turned_on_again(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.says("/start")
    ana.taps(Switch.SKIPS_CHECK_IN)
    next_day(world, 7)
    ana.says("/start")
    assert "How was the week?" not in ana.sees.text
    ana.taps_data("u.first-two-minutes")
    play(ana)
    ana.taps_data("bj.0")
    next_day(world, 7)
    ana.says("/start")
    assert "How was the week?" in ana.sees.text


def test_the_day_is_theirs(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("ks.old")
    ana.taps_data("bd")
    ana.taps(SetCheckInDay(2))
    next_day(world, 6)
    ana.says("/start")
    assert "How was the week?" not in ana.sees.text
    next_day(world, 3)
    assert world.now.weekday() == 2
    ana.says("/start")
    assert "How was the week?" in ana.sees.text


def test_two_taps_begin_one_and_an_answer_can_be_changed(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.says("/start")
    for data in ("bc.0.p.4", "bc.0.p.4", "bc.0.p.6"):
        ana.taps_data(data)
    assert [week.pain for week in weeks(world)] == [6]
    assert [note.number for note in notes(world)] == [6]


def test_whose_back_does_not_hurt_is_not_asked_unless_their_notes_say_so(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 6)
    ana.says("/start")
    assert "How was the week?" not in ana.sees.text
    noted(ana, 3)
    ana.says("/start")
    assert "How was the week?" in ana.sees.text


def test_mallory_tells_nothing_for_ana(ana: Someone, mallory: Someone, world: World) -> None:
    at_sunday(ana)
    met(mallory)
    ana.taps_data("bc.0.p.4")
    mallory.taps_data("bc.1.p.9")
    assert [week.pain for week in weeks(world)] == [4]
    assert weeks(world, 9) == []


def test_what_is_no_answer_changes_nothing(ana: Someone, world: World) -> None:
    at_sunday(ana)
    ana.taps_data("bc.0.p.4")
    for data in ("bc.1.p.11", "bc.1.s.4", "bc.1.w.nobody", "bd.7"):
        ana.taps_data(data)
    (week,) = weeks(world)
    assert week == CheckIn(week.at, 4, id=week.id)


def test_a_clear_change_is_called_one(ana: Someone, world: World) -> None:
    at_sunday(ana)
    for number in (8, 8, 8):
        world.now += timedelta(minutes=5)
        noted(ana, number)
    next_day(world, 7)
    for number in (4, 4, 4):
        world.now += timedelta(minutes=5)
        noted(ana, number)
    ana.taps_data("bk")
    for _ in range(5):
        ana.taps(Says(SKIPPED))
    assert "clearly lower than in your first week." in ana.sees.text


def test_who_is_asked_before_they_move_day_by_day_is_asked_their_week_too(ana: Someone, world: World) -> None:
    """The check-in takes the place of that question on its day, once, but not if the question was not asked lately."""
    met(ana)
    ana.taps_data("ks.old")
    noted(ana, 6)
    asked = []
    for _ in range(14):
        next_day(world)
        ana.says("/start")
        is_week = "How was the week?" in ana.sees.text
        ana.taps_data("u.first-two-minutes")
        is_before = "Before you begin" in ana.sees.text
        assert not (is_week and is_before)
        asked.append("week" if is_week else "before" if is_before else "")
        if is_before:
            ana.taps(Carries("number", 6))
        if ana.offers(NotAsked):  # what weeks of it may mean
            ana.taps(NotAsked)
        play(ana)
        ana.taps(Rating.RIGHT)
    assert world.now.weekday() == 0
    assert [day for day, question in enumerate(asked) if question == "week"] == [5, 12]
    assert asked.count("before") >= 10


def test_the_week_waits_where_it_was_not_asked_before_of_late(ana: Someone, world: World) -> None:
    at_sunday(ana)
    world.store.pain_notes.add(ANA, PainNote(world.now - timedelta(days=2), NotedWhen.ANY, 6))
    ana.says("/start")
    assert "How was the week?" not in ana.sees.text
    ana.taps_data("u.first-two-minutes")
    assert "Before you begin" in ana.sees.text
