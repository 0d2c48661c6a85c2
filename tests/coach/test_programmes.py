"""Somebody in a programme, over weeks: its rhythm, their pace, no reproach, and no tap that takes anything away."""

from dataclasses import replace

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.taste import Taste
from bot.domain.progress.diary import Rating
from bot.domain.progress.programme_pace import Enrolment
from bot.screens.buttons.actions import DoDay, OpenProgramme, SetWeek
from tests.coach.moving import met, next_day, play, start
from tests.coach.talk import Someone, World, with_library
from tests.meaning import OFFERED_AT_HOME, data_of

FLOOR, SEATED = "four-weeks", "four-weeks-seated"
REPROACH = ("miss", "since", "late", "behind", "only", "should", "forgot")


def opens(someone: Someone) -> None:
    for said in ("/start", "more …", "programme"):
        someone.says(said)


def begins(someone: Someone) -> None:
    met(someone)
    opens(someone)
    someone.taps(SetWeek)


def a_week(someone: Someone, days: int = 4, rating: Rating = Rating.RIGHT) -> list[str]:
    """This many days in a row, then one or more free days until the week is over."""
    taken = []
    for _ in range(days):
        opens(someone)
        taken.append(start(someone))
        someone.taps(rating)
        next_day(someone.world)
    next_day(someone.world, max(7 - days, 1))
    return taken


def sits(someone: Someone) -> None:
    for said in ("/settings", "floor", "no, seated"):
        someone.says(said)


def test_it_is_told_before_it_is_begun(ana: Someone, world: World) -> None:
    met(ana)
    opens(ana)
    assert ana.sees.text.startswith("<b>Four weeks</b>")
    assert "1 · Learn" in ana.sees.text
    assert world.store.programmes.get(7) is None
    ana.taps(SetWeek)
    assert world.store.programmes.get(7) == Enrolment(FLOOR, 1, world.now)
    assert ana.sees.text.startswith("<b>Four weeks · week 1 of 4: Learn</b>\n4 to 7 sessions make this week.")


def test_four_weeks_from_the_first_day_to_the_last(ana: Someone) -> None:
    begins(ana)
    taken = []
    for week in range(1, 5):
        opens(ana)
        assert f"week {week} of 4" in ana.sees.text
        assert not ana.offers(SetWeek(FLOOR, week + 1))
        taken += a_week(ana)
        opens(ana)
        if week < 4:
            assert f"Week {week} is done. Week {week + 1} is ready when you are." in ana.sees.text
            ana.taps(SetWeek(FLOOR, week + 1))
    assert taken == [f"{FLOOR}.{week}.{letter}" for week in range(1, 5) for letter in "abab"]
    assert "That was the last week" in ana.sees.text
    assert not ana.offers(SetWeek(FLOOR, 5))
    ana.taps(SetWeek("four-weeks", 0))
    assert "Free choice again" in ana.sees.text
    opens(ana)
    assert ana.labels[0] == "Begin"


def test_the_next_week_is_not_offered_before_this_one_is_nearly_over(ana: Someone) -> None:
    begins(ana)
    for _ in range(4):
        opens(ana)
        start(ana)
        next_day(ana.world)
    opens(ana)
    assert "4 of 4 to 7 this week" in ana.sees.text
    assert not {"Next week", "Once more"} & set(ana.labels)
    next_day(ana.world, 2)
    opens(ana)
    assert {"Next week", "Once more"} <= set(ana.labels)


def test_seven_sessions_are_a_week_however_fast(ana: Someone) -> None:
    begins(ana)
    letters = []
    for _ in range(7):
        opens(ana)
        letters.append(start(ana)[-1])
    opens(ana)
    assert letters == list("abababa")
    assert "Next week" in ana.labels


@pytest.mark.parametrize("how", ["rated", "sharp"])
def test_what_hurt_keeps_one_in_the_week_until_it_went_well(ana: Someone, world: World, how: str) -> None:
    begins(ana)
    if how == "rated":
        a_week(ana, 4, Rating.HURT)
    else:
        a_week(ana, 4)
        opens(ana)
        ana.taps(DoDay)
        for said in ("ready", "it hurts", "sharp"):
            ana.says(said)
        next_day(world)
    opens(ana)
    assert "Something hurt, so" in ana.sees.text
    assert "ask a doctor" in ana.sees.text
    assert not ana.offers(SetWeek(FLOOR, 5))
    ana.taps(SetWeek("four-weeks", 1))
    assert world.store.programmes.get(7) == Enrolment(FLOOR, 1, world.now)
    a_week(ana)
    opens(ana)
    assert "Next week" in ana.labels


def test_days_away_are_not_mentioned_and_what_was_done_stays(ana: Someone) -> None:
    begins(ana)
    a_week(ana, 2)
    next_day(ana.world, 5)
    opens(ana)
    assert "2 of 4 to 7 this week" in ana.sees.text
    assert not [word for word in REPROACH if word in ana.sees.text.casefold().split()]
    assert "day A" in ana.sees.text


def test_a_week_can_be_stepped_back(ana: Someone, world: World) -> None:
    begins(ana)
    a_week(ana)
    opens(ana)
    assert "Week before" not in ana.labels
    ana.taps(SetWeek("four-weeks", 2))
    ana.taps(SetWeek("four-weeks", 1))
    enrolment = world.store.programmes.get(7)
    assert enrolment
    assert enrolment.week == 1
    assert "week 1 of 4" in ana.sees.text


@pytest.mark.parametrize(
    "data",
    ["ww.four-weeks.1", "ww.four-weeks.2", "ww.four-weeks.4", "ww.four-weeks.99", "ww.gone.1", "ww.gone.0"],
)
def test_an_old_or_forged_button_changes_nothing(ana: Someone, world: World, data: str) -> None:
    begins(ana)
    a_week(ana, 2)
    before = world.store.programmes.get(7)
    ana.taps_data(data)
    assert world.store.programmes.get(7) == before
    assert "Home" in ana.labels


def test_a_double_tap_is_one_step(ana: Someone, world: World) -> None:
    begins(ana)
    a_week(ana)
    opens(ana)
    data = data_of(ana.sees, SetWeek(FLOOR, 2))
    ana.taps_data(data)
    ana.taps_data(data)
    assert world.store.programmes.get(7) == Enrolment(FLOOR, 2, world.now)


def test_who_stays_seated_finds_the_twin_and_why(ana: Someone, world: World) -> None:
    met(ana)
    sits(ana)
    ana.taps_data(f"w.{FLOOR}")
    assert ana.sees.text.startswith("<b>Four weeks, seated</b>\nThe seated one, since you told me")
    ana.taps(SetWeek)
    assert world.store.programmes.get(7) == Enrolment(SEATED, 1, world.now)
    assert "week 1 of 4" in ana.sees.text
    ana.taps_data(f"w.{FLOOR}")
    assert "The seated one" in ana.sees.text
    ana.taps_data(f"w.{SEATED}")
    assert "The seated one" not in ana.sees.text
    assert start(ana) == f"{SEATED}.1.a"


def test_what_was_done_on_the_floor_counts_in_a_chair(ana: Someone, world: World) -> None:
    begins(ana)
    a_week(ana, 1)
    sits(ana)
    opens(ana)
    assert ana.sees.text.startswith("<b>Four weeks, seated · week 1 of 4: Learn</b>")
    assert "1 of 4 to 7 this week" in ana.sees.text
    assert start(ana) == f"{SEATED}.1.b"
    for said in ("/settings", "floor", "yes"):
        ana.says(said)
    opens(ana)
    assert ana.sees.text.startswith("<b>Four weeks · week 1 of 4: Learn</b>\n2 of 4 to 7 this week")


def test_the_other_one_can_be_begun_instead(ana: Someone, world: World) -> None:
    begins(ana)
    ana.taps_data(f"w.{SEATED}")
    ana.taps(SetWeek)
    assert world.store.programmes.get(7) == Enrolment(SEATED, 1, world.now)
    ana.taps_data(f"ww.{FLOOR}.1")
    assert world.store.programmes.get(7) == Enrolment(FLOOR, 1, world.now)


def test_moves_are_replaced_and_it_is_said(ana: Someone) -> None:
    begins(ana)
    for said in ("/settings", "work around", "knees", "done"):
        ana.says(said)
    opens(ana)
    assert "to suit you." in ana.sees.text


def test_the_home_screen_offers_the_next_day(ana: Someone, world: World) -> None:
    begins(ana)
    ana.says("/start")
    assert "Next time: Four weeks · week 1, 6 min." in ana.sees.text
    next_day(world)
    ana.says("/start")
    assert "Today: Four weeks · week 1, 6 minutes." in ana.sees.text
    assert start(ana) == f"{FLOOR}.1.a"
    ana.says("/start")
    assert start(ana) == f"{FLOOR}.1.b"


def test_the_home_screen_tells_when_a_week_is_done(ana: Someone) -> None:
    begins(ana)
    a_week(ana, 3)
    ana.says("/start")
    assert "is done" not in ana.sees.text
    assert "Programme" not in ana.labels
    a_week(ana, 1)
    ana.says("/start")
    assert "Week 1 is done. Week 2 is ready when you are." in ana.sees.text
    ana.taps(OpenProgramme("four-weeks"))
    ana.taps(SetWeek("four-weeks", 2))
    assert "week 2 of 4" in ana.sees.text


def _with(knowledge: Knowledge, world: World, *, weeks: int) -> None:
    """The same people meet a bot whose programmes have only this many weeks; with 0 there are no programmes."""
    programmes = {
        slug: replace(programme, weeks=programme.weeks[:weeks])
        for slug, programme in knowledge.english.library.programmes.items()
        if weeks
    }
    library = replace(knowledge.english.library, programmes=programmes)
    world.coach = Coach(world.store, with_library(knowledge, library))


def test_a_retired_programme_breaks_nothing(ana: Someone, world: World, knowledge: Knowledge) -> None:
    begins(ana)
    opens(ana)
    old = [key[1] for row in ana.sees.keys for key in row]
    a_week(ana, 1)
    _with(knowledge, world, weeks=0)
    for data in old:
        ana.taps_data(data)
        assert "Home" in ana.labels or "More …" in ana.labels
    ana.says("/progress")
    assert "2 sessions in all" in ana.sees.text, "what was done is still told"
    assert "Programme" not in ana.labels
    for said in ("/start", "more …"):
        ana.says(said)
    assert "Programme" not in ana.labels


def test_a_shortened_programme_goes_on_with_its_last_week(
    ana: Someone, world: World, knowledge: Knowledge
) -> None:
    begins(ana)
    world.store.programmes.enrol(7, Enrolment(FLOOR, 4, world.now))
    _with(knowledge, world, weeks=2)
    opens(ana)
    assert "week 2 of 2: Settle" in ana.sees.text
    assert start(ana) == f"{FLOOR}.2.a"


def test_mallory_is_in_her_own_programme_only(ana: Someone, mallory: Someone, world: World) -> None:
    begins(ana)
    met(mallory)
    opens(mallory)
    assert mallory.labels[0] == "Begin"
    mallory.taps_data(f"ww.{FLOOR}.0")
    assert world.store.programmes.get(9) is None
    assert world.store.programmes.get(7)


def test_deleting_ends_it(ana: Someone, world: World) -> None:
    begins(ana)
    for said in ("/delete", "delete it all"):
        ana.says(said)
    assert world.store.programmes.get(7) is None


def test_a_day_that_was_only_begun_comes_again(ana: Someone) -> None:
    begins(ana)
    ana.taps(DoDay)
    for said in ("ready", "stop"):
        ana.says(said)
    opens(ana)
    assert start(ana) == f"{FLOOR}.1.a"
    play(ana)


def test_on_a_day_that_has_its_session_nothing_is_pressed_on_them(ana: Someone, world: World) -> None:
    begins(ana)
    today = [key[2] for key in ana.sees.keys[0]]
    next_day(world)
    opens(ana)
    assert (today, [key[2] for key in ana.sees.keys[0]]) == ([""], ["primary"])


def test_what_is_never_wanted_is_filled_by_what_is_liked_and_the_card_says_so(
    ana: Someone, world: World
) -> None:
    begins(ana)
    world.store.tastes.set(7, "cat-cow", Taste.NEVER, world.now)
    world.store.tastes.set(7, "self-hug", Taste.LIKE, world.now)
    world.store.tastes.set(7, "childs-pose-walk", Taste.NEVER, world.now)
    opens(ana)
    assert "Self-hug in place of Cat-cow: Holding the cat, to suit you." in ana.sees.text
    told = ana.sees.text
    ana.taps(OFFERED_AT_HOME)
    live = world.store.sessions.live(7)
    assert live
    moves = {beat.ref.exercise for beat in live.script}
    assert "self-hug" in moves
    assert not {"cat-cow", "childs-pose-walk"} & moves
    assert told.count("•") == len(moves)
