"""Home and /progress tell what was done and offer the next small thing, over weeks, without a word about what was not done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.progress import looking_back
from bot.domain.person.person import Floor, Preferences
from bot.domain.progress.diary import Rating
from bot.screens.buttons.actions import NothingNew, Place, ProgressPart, SettingsGroup, TakeLevel, TakeMinutes
from tests.coach.moving import met, next_day, play, start
from tests.coach.talk import Someone, World
from tests.meaning import OFFERED_AT_HOME, buttons, data_of


def does(someone: Someone, rating: Rating) -> None:
    someone.says("/start")
    start(someone)
    someone.taps(rating)


def has_a_goal(someone: Someone, days: int) -> None:
    for said in ("/settings", "days a week", str(days)):
        someone.says(said)


def test_a_week_in_words(ana: Someone, world: World) -> None:
    met(ana)
    has_a_goal(ana, 4)
    next_day(world)
    for _ in range(2):
        does(ana, Rating.RIGHT)
    next_day(world)
    ana.says("/progress")
    assert ana.sees.text.startswith("<b>2 of 4 days this week · ")
    assert "3 sessions in all, " in ana.sees.text
    assert "exercises learnt." in ana.sees.text
    ana.taps(ProgressPart.DONE)
    assert ana.sees.text.count("yesterday · ") == 2
    assert "\nMonday · First two minutes · " in ana.sees.text


def test_nothing_yet_is_a_beginning(ana: Someone) -> None:
    ana.says("/progress")
    assert ana.sees.text.startswith("Nothing here yet. Two minutes make a start")
    assert ana.labels[0].endswith("2 min")
    assert "0" not in ana.sees.text


def test_a_new_week_says_nothing_of_days_until_there_is_one(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 7)
    ana.says("/start")
    assert "days this week" not in ana.sees.text
    ana.says("/progress")
    assert "this week" not in ana.sees.text
    assert "1 session in all" in ana.sees.text
    ana.taps(ProgressPart.DONE)
    assert ">5 January · " in ana.sees.text


def test_more_days_than_the_goal_are_only_counted(ana: Someone, world: World) -> None:
    met(ana)
    for said in ("/settings", "days a week"):
        ana.says(said)
    ana.taps_data("kg.1")
    ana.says("/progress")
    assert "1 of 1 day this week" in ana.sees.text
    next_day(world)
    does(ana, Rating.RIGHT)
    ana.says("/progress")
    assert "2 days this week" in ana.sees.text


def test_without_a_goal_days_are_told_alone(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world)
    for said in ("/start", "/progress"):
        ana.says(said)
        assert "1 day this week" in ana.sees.text
        assert " of " not in ana.sees.text


def test_the_end_of_a_session_tells_the_week(ana: Someone, world: World) -> None:
    met(ana)
    has_a_goal(ana, 4)
    next_day(world)
    ana.says("/start")
    start(ana)
    assert "minutes. 2 of 4 days this week.</b>" in ana.sees.text


def test_only_the_last_ones_are_told_one_by_one(
    ana: Someone, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_back, "LAST", 5)
    met(ana)
    for _ in range(6):
        next_day(world)
        does(ana, Rating.RIGHT)
    ana.says("/progress")
    assert "7 sessions in all" in ana.sees.text
    ana.taps(ProgressPart.DONE)
    assert ana.sees.text.partition("The last ones")[2].count("\n") == 5


def test_what_was_not_done_is_not_told(ana: Someone) -> None:
    met(ana)
    ana.says("/start")
    ana.taps(OFFERED_AT_HOME)
    ana.says("stop")
    ana.says("/progress")
    assert "1 session in all" in ana.sees.text
    ana.taps(ProgressPart.DONE)
    assert ana.sees.text.partition("The last ones")[2].count("\n") == 1


@pytest.mark.parametrize("said", ["/progress", "progress", "My progress?", "this week"])
def test_progress_is_heard(ana: Someone, said: str) -> None:
    ana.says(said)
    assert "Nothing here yet" in ana.sees.text


def test_mallory_sees_nothing_of_ana(ana: Someone, mallory: Someone) -> None:
    met(ana)
    mallory.says("/progress")
    assert "Nothing here yet" in mallory.sees.text


def test_after_two_weeks_there_is_a_welcome_and_two_easy_minutes(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 13)
    ana.says("/start")
    assert "Hello, Ana." in ana.sees.text
    next_day(world, 2)
    ana.says("/start")
    assert ana.sees.text == "<b>Good to see you, Ana. Two easy minutes?</b>"
    assert ana.labels[0].endswith("2 min")
    ana.taps(OFFERED_AT_HOME)
    assert ana.sees.text.startswith("Anything new with your back?")
    ana.says("/start")
    ana.taps(OFFERED_AT_HOME)
    ana.taps(NothingNew)
    assert ana.gets_ready("Shoulder rolls 1 of 3")
    play(ana)
    ana.says("/start")
    assert "Done for today, Ana." in ana.sees.text


def test_more_leads_to_all_that_is_not_in_view(ana: Someone) -> None:
    met(ana)
    ana.taps(Place.MORE)
    assert ana.labels == [
        "Programme",
        "Progress",
        "How it feels",
        "Learn",
        "Reminders",
        "Settings",
        "My data",
        "Help",
        "Home",
    ]
    for _, data in tuple(buttons(ana.sees)):
        ana.says("/start")
        ana.taps(Place.MORE)
        ana.taps_data(data)
        assert "What would you like?" not in ana.sees.text


def _level(ana: Someone, world: World) -> int:
    person = world.store.people.get(ana.sender.id)
    assert person
    return person.preferences.level


def _met_before(ana: Someone) -> None:
    """And they were asked everything that comes first."""
    met(ana)
    ana.taps_data("kg.4")
    next_day(ana.world)


def test_three_easy_ones_offer_a_level_and_change_nothing_by_themselves(ana: Someone, world: World) -> None:
    _met_before(ana)
    for offered in (["Hands-free next time"], []):
        does(ana, Rating.EASY)
        assert ana.labels == ["Remind me", *offered, "Home"]
    does(ana, Rating.EASY)
    assert ana.sees.text == "Three easy ones in a row. Shall we do a little more each time?"
    assert ana.labels == ["Yes, please", "Keep it as it is", "Home"]
    assert _level(ana, world) == 1
    ana.taps(TakeLevel)
    assert _level(ana, world) == 2
    assert "your level is steady" in ana.sees.text
    assert "\n● ● ○ ○\n" in ana.sees.text
    assert "Next time: " in ana.sees.text
    ana.taps(Place.SETTINGS)
    ana.taps(SettingsGroup.SESSIONS)
    assert "Level: steady" in ana.sees.text
    for days in (0, 0, 1, 0):
        next_day(world, days)
        does(ana, Rating.EASY)
        assert ana.labels == ["Remind me", "Home"], "not asked again at once"
    does(ana, Rating.EASY)
    assert "Three easy ones in a row" in ana.sees.text


def test_two_hard_ones_offer_the_level_below(ana: Someone, world: World) -> None:
    _met_before(ana)
    ana.taps_data("kl.2")
    for _ in range(2):
        does(ana, Rating.HARD)
    ana.taps(TakeLevel)
    assert _level(ana, world) == 1


def _who(world: World) -> Preferences:
    person = world.store.people.get(7)
    assert person
    return person.preferences


def _does_routine(ana: Someone, routine: str, rating: Rating, times: int) -> str:
    """Returns what is said after the last of them."""
    next_day(ana.world)
    for _ in range(times):
        _rates(ana, routine, rating)
    return ana.sees.text


def _rates(ana: Someone, routine: str, rating: Rating) -> None:
    ana.says("/start")
    ana.taps_data(f"u.{routine}")
    play(ana)
    ana.taps(rating)


def test_less_is_offered_only_where_it_changes_something_and_the_last_comes_back_first(
    ana: Someone, world: World
) -> None:
    _met_before(ana)
    assert "Shorter for now, about 2 minutes?" in _does_routine(ana, "no-floor", Rating.HARD, 2)
    ana.taps(TakeMinutes)
    assert "You can turn it back in the settings" in ana.sees.text
    # Two standing minutes would not change by being shorter or off the floor.
    assert "Only seated moves for now?" in _does_routine(ana, "desk-break-standing", Rating.HARD, 2)
    ana.taps(Floor.SEATED)
    assert "all moves are seated" in ana.sees.text
    assert (_who(world).minutes, _who(world).floor) == (2, Floor.SEATED)
    _does_routine(ana, "desk-break", Rating.HARD, 2)
    assert ana.labels == ["Remind me", "Home"]

    assert "Back to moves on the floor, too?" in _does_routine(ana, "desk-break", Rating.EASY, 3)
    ana.taps(Floor.YES)
    assert "there are moves on the floor again" in ana.sees.text
    assert "Back to about 5 minutes?" in _does_routine(ana, "desk-break", Rating.EASY, 3)
    ana.taps(TakeMinutes)
    assert (_who(world).minutes, _who(world).floor, _who(world).level) == (None, Floor.YES, 1)
    assert "a little more each time?" in _does_routine(ana, "desk-break", Rating.EASY, 3)
    ana.taps(TakeLevel)
    assert _who(world).level == 2


def test_what_somebody_has_changed_since_does_not_come_back(ana: Someone, world: World) -> None:
    _met_before(ana)
    assert "Shorter for now" in _does_routine(ana, "no-floor", Rating.HARD, 2)
    ana.taps(TakeMinutes)
    world.store.people.prefer(7, replace(_who(world), minutes=10))
    assert "a little more each time?" in _does_routine(ana, "desk-break", Rating.EASY, 3)


def test_what_is_offered_may_stay_as_it_is(ana: Someone, world: World) -> None:
    _met_before(ana)
    for _ in range(2):
        does(ana, Rating.HARD)
    ana.taps(Place.KEEP_LEVEL)
    assert "stays as it is" in ana.sees.text
    assert "●" in ana.sees.text
    who = world.store.people.get(7)
    assert who
    assert who.preferences.minutes is None


def test_a_day_that_another_question_had_leaves_it_for_the_next(ana: Someone, world: World) -> None:
    """On the first day the signs were asked about."""
    met(ana)
    for offered in (["Hands-free next time"], []):
        _rates(ana, "no-floor", Rating.HARD)
        assert ana.labels == ["Remind me", *offered, "Home"]
    next_day(world)
    _rates(ana, "no-floor", Rating.HARD)
    assert "Two hard ones in a row" in ana.sees.text


def test_what_hurt_breaks_the_row(ana: Someone) -> None:
    met(ana)
    for rating in (Rating.EASY, Rating.EASY, Rating.HURT, Rating.EASY):
        does(ana, rating)
    assert ana.labels == ["Remind me", "Home"]


def test_rating_the_same_session_twice_is_one_rating(ana: Someone, world: World) -> None:
    met(ana)
    does(ana, Rating.EASY)
    ana.says("/start")
    start(ana)
    easy = data_of(ana.sees, Rating.EASY)
    for _ in range(2):
        ana.taps_data(easy)
    assert ana.labels == ["Remind me", "Home"]
    world.now += timedelta(seconds=1)
    play(ana)


def test_days_are_those_of_where_somebody_is(ana: Someone, world: World) -> None:
    """Half past seven on Monday in Greenwich is still Sunday in Honolulu, and of the week before."""
    for said in ("/start", "two gentle minutes", "none of these", "ready"):
        ana.says(said)
    world.passes(60)
    ana.says("stop")
    ana.says("/progress")
    assert "1 day this week" in ana.sees.text
    person = world.store.people.get(ana.sender.id)
    assert person
    world.store.people.prefer(person.id, replace(person.preferences, zone="Pacific/Honolulu"))
    world.now += timedelta(days=1)
    ana.says("/progress")
    assert "1 day this week" not in ana.sees.text
    ana.taps(ProgressPart.DONE)
    assert "yesterday" in ana.sees.text.casefold()


def test_what_was_offered_is_what_it_was(ana: Someone, world: World) -> None:
    """The offer, the end, the line that stays and the diary tell the same minutes."""
    met(ana)
    for _ in range(4):
        next_day(world)
        ana.says("/start")
        offered = int(ana.labels[0].removesuffix(" min").rpartition(" ")[2])
        start(ana)
        assert f"That was {offered} minutes." in ana.sees.text
        assert ana.sees.line == "" or f"{offered} min" in ana.sees.line
        ana.says("/progress")
        ana.taps(ProgressPart.DONE)
        (told,) = (line for line in ana.sees.text.split("\n") if "today · " in line)
        assert f" · {offered} min" in told
