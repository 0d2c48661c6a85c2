"""After a session the day is done: one warm sentence, the week, what comes next, and nothing that asks for more."""

from datetime import time
from itertools import pairwise

from bot.coach.question_of_the_day import IS_DUE
from bot.domain.person.daily_question import Daily
from bot.domain.person.taste import Taste
from bot.domain.progress.diary import Rating
from bot.screens.buttons.actions import Moves, NothingNew, Place
from tests.coach.moving import met, next_day, play, start
from tests.coach.reminded import reminded_at
from tests.coach.talk import Someone, World
from tests.meaning import OFFERED_AT_HOME, Carries, data_of, label_of


def does(someone: Someone, rating: Rating = Rating.RIGHT) -> None:
    someone.says("/start")
    start(someone)
    someone.taps(rating)


def told(someone: Someone) -> list[str]:
    return someone.sees.text.split("\n")


def test_the_end_is_warm_and_quiet(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world)
    does(ana)
    done, fact, week, coming = told(ana)
    assert (done, week) == ("<b>Done for today.</b>", "● ●")
    assert fact.endswith(": your first time.")
    assert coming.startswith("Next time: ")
    assert ana.labels == ["Remind me", "Hands-free next time", "Home"]
    assert not [style for row in ana.sees.keys for _, _, style in row if style]
    ana.says("/start")
    assert told(ana)[0] == "<b>Done for today, Ana.</b>"
    assert not [style for row in ana.sees.keys for _, _, style in row if style], "no blue Start"
    assert ana.labels[0] == "Exercises"
    next_day(world)
    ana.says("/start")
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)


def test_what_comes_tomorrow_is_told_with_its_time(ana: Someone, world: World) -> None:
    met(ana)
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    does(ana)
    assert told(ana)[-1].startswith("Tomorrow 8:30: ")
    assert ana.labels == ["Hands-free next time", "Home"]
    coming = told(ana)[-1].removeprefix("Tomorrow 8:30: ").removesuffix(" min.")
    next_day(world)
    ana.says("/start")
    assert f"Today: {coming} minutes." in ana.sees.text


def test_no_two_days_say_the_same_kind_of_thing(ana: Someone, world: World) -> None:
    met(ana)
    for _ in range(12):
        next_day(world)
        does(ana)
        ana.taps(Place.HOME)
    kinds = [about for _, _, about in world.store.diary.said(7)]
    assert len(kinds) == 12
    assert all(one is not other for one, other in pairwise(kinds))


def test_the_goal_is_asked_once_after_the_third_day(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world)
    does(ana)
    assert "On how many days a week" not in ana.sees.text
    next_day(world)
    does(ana)
    assert told(ana)[-1].startswith("On how many days a week")
    for _ in range(3):
        next_day(world)
        does(ana)
        assert "On how many days a week" not in ana.sees.text, "not asked again"
    ana.says("/progress")
    assert " of " not in told(ana)[0]


def test_the_goal_that_is_chosen_shows_at_once_and_is_told_of_once_a_week(ana: Someone, world: World) -> None:
    met(ana)
    for _ in range(2):
        next_day(world)
        does(ana)
    ana.taps(Carries("days", 4))
    assert "● ● ● ○" in told(ana)
    next_day(world)
    does(ana)
    assert "4 days this week. That was your goal." in told(ana)
    assert "● ● ● ●" in told(ana)
    for days in (5, 6, 7):
        next_day(world)
        does(ana)
        assert "your goal" not in ana.sees.text
        assert " ".join("●" * days) in told(ana)


def test_a_goal_is_chosen_for_ones_own_session_alone(ana: Someone, world: World, mallory: Someone) -> None:
    met(ana)
    met(mallory)
    session = world.store.sessions.last_done_before(99, 7)
    mallory.taps_data(f"ic.{session}.5")
    assert mallory.sees.text.startswith("<b>Done for today, Mallory.")
    for person in (7, 9):
        found = world.store.people.get(person)
        assert found
        assert found.preferences.goal is None


def test_in_words_there_are_no_dots(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("no pictures")
    next_day(world)
    does(ana)
    assert "2 days this week" in told(ana)
    ana.says("/start")
    assert "●" not in ana.sees.text


def test_a_move_that_they_like_is_told(ana: Someone, world: World) -> None:
    met(ana)
    for slug in ("shoulder-rolls", "rib-breathing"):
        world.store.tastes.set(7, slug, Taste.LIKE, world.now)
    next_day(world)
    ana.says("/routine first two")
    ana.taps(Moves)
    start_of = world.store.sessions.live(7)
    assert start_of

    play(ana)
    ana.taps(Rating.EASY)
    assert "again, one of those you like." in told(ana)[1]


def test_rated_again_it_says_the_same(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world)
    ana.says("/start")
    start(ana)
    easy, hard = data_of(ana.sees, Rating.EASY), data_of(ana.sees, Rating.HARD)
    ana.taps_data(easy)
    fact = told(ana)[1]
    ana.taps_data(hard)
    assert told(ana)[:2] == ["<b>Done for today. Next time a little less.</b>", fact]


def test_back_after_long_nothing_is_counted_against_them(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 20)
    ana.says("/start")
    ana.taps(OFFERED_AT_HOME)
    ana.taps(NothingNew)

    play(ana)
    ana.taps(Rating.RIGHT)
    assert told(ana)[1:3] == ["Good that you came back.", "●"]


def test_never_two_questions_a_day(ana: Someone, world: World) -> None:
    """Over two months of easy sessions with gaps."""
    met(ana)
    for days in (1, 1, 1, 1, 15, 1, 1, 2, 1, 1, 1, 9, 1, 1, 20, 1):
        next_day(world, days)
        ana.says("/start")
        ana.taps(OFFERED_AT_HOME)
        if ana.offers(NothingNew):
            ana.taps(NothingNew)

        play(ana)
        ana.taps(Rating.EASY)
    rows = world.store.db.execute("select day, count(*) from asked where question <> 'signs' group by day")
    counted = rows.fetchall()
    assert {count for _, count in counted} == {1}
    asked = {row[0] for row in world.store.db.execute("select distinct question from asked").fetchall()}
    assert {"goal", "level", "news"} <= asked
    assert {*IS_DUE} == {*Daily}
