"""Asking for reminders, by words and by taps: what was understood is shown, and counts once it is kept."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS, Nod
from bot.domain.session.session import Move
from bot.screens.buttons.actions import AskClock, Drafting, Place
from tests.coach.reminded import claimed, met, reminded_at
from tests.coach.talk import Someone, World
from tests.meaning import Carries, data_of

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
"""A Monday; 8:30 in Berlin."""


@pytest.fixture
def berliner(ana: Someone, world: World) -> Someone:
    met(ana)
    ana.says("/settings")
    ana.taps(Place.ASK_ZONE)
    ana.taps(AskClock(odd=False))
    ana.says("Berlin")
    return ana


def kept(world: World, id_: int = 7) -> list[tuple[time, frozenset[int]]]:
    return [(one.at, one.weekdays) for one in world.store.reminders.of(id_)]


@pytest.mark.parametrize(
    ("typed", "said", "upcoming"),
    [
        ("weekdays 8:30", "8:30, Mon–Fri: today's session.", "tomorrow 8:30 · Wed 8:30 · Thu 8:30"),
        ("7:45 and 15:00", "7:45 and 15:00, every day: today's session.", "today 15:00 · tomorrow 7:45"),
        ("mon wed fri 18h", "18:00, Mon, Wed, Fri: today's session.", "today 18:00 · Wed 18:00 · Fri 18:00"),
        ("8 pm", "20:00, every day", "today 20:00 · tomorrow 20:00 · Wed 20:00"),
        ("sundays at 9 am", "9:00, Sun", "Sun 9:00 · 18 January 9:00 · 25 January 9:00"),
    ],
)
def test_what_was_typed_is_shown_back_with_the_next_three(
    berliner: Someone, world: World, typed: str, said: str, upcoming: str
) -> None:
    berliner.says(f"/remind {typed}")
    assert said in berliner.sees.text
    assert upcoming in berliner.sees.text
    assert kept(world) == [], "nothing counts yet"
    assert berliner.labels[0] == "Keep"
    berliner.taps(Drafting.KEEP)
    assert kept(world)


@pytest.mark.parametrize(
    "said",
    ["remind me at 8:30 every day", "Please remind me at 8:30", "reminder 8:30", "8:30", "/remind 8:30"],
)
def test_it_can_be_said_anywhere(berliner: Someone, world: World, said: str) -> None:
    berliner.says("/start")
    berliner.says(said)
    berliner.says("keep")
    assert kept(world) == [(time(8, 30), EVERY_DAY)]


@pytest.mark.parametrize("typed", ["25:00", "soon", "<b>", "8:99", "x" * 4000])
def test_what_is_not_understood_is_asked_again(berliner: Someone, world: World, typed: str) -> None:
    berliner.says(f"/remind {typed}")
    assert "I didn't quite get the time." in berliner.sees.text
    berliner.says("7:45")
    assert "7:45, every day" in berliner.sees.text


def test_by_taps_alone(berliner: Someone, world: World) -> None:
    berliner.says("/remind")
    assert "No reminders yet" in berliner.sees.text
    for meant in (
        Place.ADD_REMINDER,
        Carries("times", "t0700"),
        Drafting.DAYS,
        Carries("days", 0b11111),
        Carries("days", 0b01111),
        Drafting.SHOW,
        Drafting.TIME,
        Carries("times", "t0715"),
        Drafting.SHOW,
        Drafting.WHAT,
        Carries("starts", "desk-break"),
        Drafting.KEEP,
    ):
        berliner.taps(meant)
    assert "7:15 · Mon–Thu · Desk break · next: tomorrow" in berliner.sees.text
    assert kept(world) == [(time(7, 15), frozenset(range(4)))]
    assert world.store.reminders.next_due() == datetime(2026, 1, 6, 6, 15, tzinfo=UTC)


def test_what_is_typed_changes_what_is_in_view(berliner: Someone, world: World) -> None:
    for said in ("/remind weekdays 8:30", "7:45", "mon to wed", "keep"):
        berliner.says(said)
    assert kept(world) == [(time(7, 45), frozenset(range(3)))]
    berliner.says("7:45 mon–wed")
    assert berliner.labels[:3] == ["Days", "Time", "Session"], "the one that is kept"
    for said in ("18:15", "keep"):
        berliner.says(said)
    assert kept(world) == [(time(18, 15), frozenset(range(3)))]


def test_the_list_tells_each_time_by_the_persons_clock_and_never_by_the_phones(berliner: Someone) -> None:
    for said in ("/remind 15:00", "keep"):
        berliner.says(said)
    assert "15:00 · every day · today's session · next: today" in berliner.sees.text
    assert "tg-time" not in berliner.sees.text


def test_kept_twice_it_stands_once(berliner: Someone, world: World) -> None:
    berliner.says("/remind weekdays 8:30")
    keep = data_of(berliner.sees, Drafting.KEEP)
    berliner.taps_data(keep)
    berliner.taps_data(keep)
    assert kept(world) == [(time(8, 30), WORKING_DAYS)]


def test_one_made_into_another_that_is_there_leaves_one(berliner: Someone, world: World) -> None:
    for said in ("/remind 8:30 and 15:00", "keep", "15:00 every day", "8:30", "keep"):
        berliner.says(said)
    assert kept(world) == [(time(8, 30), EVERY_DAY)]


def test_nobody_is_reminded_more_often_than_is_good(berliner: Someone, world: World) -> None:
    for hour in range(8, 20):
        berliner.says(f"/remind {hour}:00")
        berliner.says("keep")
    assert len(kept(world)) == 10
    assert "I can keep 10 at most" in berliner.sees.text
    berliner.taps(Place.ADD_REMINDER)
    assert "I can keep 10 at most" in berliner.sees.text


def test_while_all_rest_no_next_time_is_promised(berliner: Someone) -> None:
    berliner.says("i have chest pain")
    berliner.says("remind me daily at 15:00")
    assert "Your reminders rest for now." in berliner.sees.text
    assert "tomorrow" not in berliner.sees.text


def test_one_can_rest_be_woken_and_go(berliner: Someone, world: World) -> None:
    for said in ("/remind 15:00", "keep", "15:00 every day", "let it rest"):
        berliner.says(said)
    assert "resting" in berliner.sees.text
    assert claimed(world, NOW + timedelta(hours=6, minutes=30)) == 0
    for said in ("15:00 every day", "wake it"):
        berliner.says(said)
    assert "next: today" in berliner.sees.text
    for said in ("15:00 every day", "delete"):
        berliner.says(said)
    assert kept(world) == []


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("until tomorrow", datetime(2026, 1, 6, 14, tzinfo=UTC)),
        ("the day after tomorrow", datetime(2026, 1, 7, 14, tzinfo=UTC)),
        ("next monday", datetime(2026, 1, 12, 14, tzinfo=UTC)),
        ("in two weeks", datetime(2026, 1, 19, 14, tzinfo=UTC)),
        ("übermorgen", datetime(2026, 1, 7, 14, tzinfo=UTC)),
        ("for a week", datetime(2026, 1, 12, 14, tzinfo=UTC)),
        ("10 January", datetime(2026, 1, 10, 14, tzinfo=UTC)),
        ("friday", datetime(2026, 1, 9, 14, tzinfo=UTC)),
        ("1.4.", datetime(2026, 4, 1, 13, tzinfo=UTC)),
    ],
)
def test_paused_until_a_day_nothing_comes_before_it(
    berliner: Someone, world: World, said: str, first: datetime
) -> None:
    for words in ("/remind 15:00", "keep", "pause all", said):
        berliner.says(words)
    assert world.store.reminders.next_due() == first
    berliner.taps(Place.GO_ON_REMINDING)
    assert world.store.reminders.next_due() == datetime(2026, 1, 5, 14, tzinfo=UTC)


def test_what_it_starts_may_go_and_it_still_starts_something(berliner: Someone, world: World) -> None:
    for said in ("/routine", "my routines", "new one", "add a move", "cat cow"):
        berliner.says(said)
    for said in ("/remind 15:00", "session", "my routine", "keep"):
        berliner.says(said)
    assert "15:00 · every day · My routine" in berliner.sees.text
    own = world.store.own.every(7)[0]
    world.store.own.delete(own.id, 7)
    world.now = NOW + timedelta(hours=6, minutes=30)
    assert claimed(world, world.now) == 1
    berliner.taps(Nod.START)
    assert world.store.sessions.live(7)


def test_nobody_sees_or_changes_those_of_another(berliner: Someone, mallory: Someone, world: World) -> None:
    for said in ("/remind 15:00", "keep"):
        berliner.says(said)
    met(mallory)
    before = world.store.reminders.of(7)
    for forged in ("ro.1", "rx.1", "rr.1.1", "rd.k.1.t0900.127.today", "rw.7", "rs"):
        mallory.taps_data(forged)
    assert world.store.reminders.of(7) == before
    assert [one.at for one in world.store.reminders.of(9)] == [time(9)], "a copy of her own is all she gets"


@pytest.mark.parametrize(
    "forged",
    [
        "rd.s.0.t2500.127.today",
        "rd.k.0.t.127.today",
        "rd.k.0.x0830.127.today",
        "rd.k.0.t0830-0830-0830-0830-0830.127.today",
    ],
)
def test_what_we_never_wrote_makes_no_reminder(berliner: Someone, world: World, forged: str) -> None:
    berliner.taps_data(forged)
    assert kept(world) == []


def test_after_the_first_minutes_it_is_a_tap(ana: Someone, world: World) -> None:
    for said in ("/start", "two gentle minutes", "none of these"):
        ana.says(said)
    while ana.sees.card.startswith("play."):
        if "⏳" in ana.sees.text:
            world.passes(60)
        else:
            ana.taps(Move.READY)
    assert ana.labels == ["Again tomorrow, 8:30", "Another time", "Not now"]
    ana.taps(Place.FIRST_REMINDER)
    assert "next: tomorrow" in ana.sees.text, "today's would be silent: she has moved"
    assert "Is that yours?" in ana.sees.text
    ana.taps(AskClock(odd=False))
    ana.says("Berlin")
    assert "a few short questions" in ana.sees.text
    assert world.store.reminders.next_due() == datetime(2026, 1, 6, 7, 30, tzinfo=UTC)


def test_after_the_first_minutes_no_time_is_offered_where_one_is_kept(
    berliner: Someone, world: World
) -> None:
    for said in ("/remind 8:10", "keep", "/routine first two minutes", "do it"):
        berliner.says(said)
    while berliner.sees.card.startswith("play."):
        if "⏳" in berliner.sees.text:
            world.passes(60)
        else:
            berliner.taps(Move.READY)
    assert "Next: tomorrow 8:10." in berliner.sees.text
    assert not berliner.offers(Place.FIRST_REMINDER)
    assert berliner.offers(Place.ASK_SEEN)


def test_delete_takes_them_along(berliner: Someone, world: World) -> None:
    for said in ("/remind 15:00", "keep", "/delete", "delete it all"):
        berliner.says(said)
    assert world.store.reminders.next_due() is None


def test_a_reminder_met_on_the_way_does_not_disturb_the_draft(ana: Someone, world: World) -> None:
    reminded_at(ana, time(9), "Europe/Berlin")
    ana.says("/remind weekdays 18:00")
    world.now = NOW + timedelta(minutes=30)
    assert claimed(world, world.now) == 1
    ana.says("done")
    assert len(world.store.reminders.of(7)) == 1


def test_what_rests_is_woken_by_asking_for_it_again_and_not_by_a_change(
    berliner: Someone, world: World
) -> None:
    for said in (
        "/remind 15:00",
        "keep",
        "15:00 every day",
        "let it rest",
        "15:00 every day",
        "18:00",
        "keep",
    ):
        berliner.says(said)
    assert world.store.reminders.next_due() is None
    for said in ("/remind 18:00", "keep"):
        berliner.says(said)
    assert world.store.reminders.next_due() == datetime(2026, 1, 5, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("morning of course. in the mornng", "8:10"),
        ("the evening one pls", "20:10"),
        ("in the evening", "20:10"),
    ],
)
def test_the_part_of_the_day_says_which_is_meant(ana: Someone, said: str, clock: str) -> None:
    met(ana)
    ana.says("remind me at ten past eight but not sundays")
    assert "Which do you mean?" in ana.sees.text
    ana.says(said)
    assert f"{clock}, Mon–Sat" in ana.sees.text


def test_words_that_name_neither_or_both_choose_nothing(ana: Someone) -> None:
    met(ana)
    for said in ("morning or evening", "whatever"):
        ana.says("remind me at ten past eight")
        ana.says(said)
        assert not ana.world.store.reminders.of(7)


@pytest.mark.parametrize(
    ("said", "at"), [("am", time(8)), ("pm", time(20)), ("am please", time(8)), ("in the am", time(8))]
)
def test_am_and_pm_answer_whether_it_is_morning_or_evening(
    berliner: Someone, world: World, said: str, at: time
) -> None:
    for each in ("remind me at 8", said, "keep"):
        berliner.says(each)
    assert [when for when, _ in kept(world)] == [at]


def test_who_says_in_a_sentence_who_they_are_names_no_half_of_the_day(
    berliner: Someone, world: World
) -> None:
    for each in ("remind me at 8", "i am unsure", "keep"):
        berliner.says(each)
    assert kept(world) == []


def line_left(someone: Someone) -> str:
    """What stays of the card in view after something else is said."""
    return someone.sees.line


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("8:10 mon to sat", "Not set yet: 8:10, Mon–Sat"),
        ("tomorrow at 9am", "Not set yet: Once, tomorrow 9:00"),
        ("weekdays 8:30, sat 10:00", "Not set yet: 8:30, Mon–Fri · 10:00, Sat"),
    ],
)
def test_what_is_not_kept_yet_says_so_and_leaves_no_line_that_looks_kept(
    berliner: Someone, world: World, said: str, left: str
) -> None:
    berliner.says(f"/remind {said}")
    assert "Shall I?" in berliner.sees.text
    assert "Not set yet" in berliner.sees.text
    assert left in line_left(berliner)
    berliner.says("how am I doing")
    assert kept(world) == []


def test_a_change_that_is_not_kept_yet_says_that_nothing_is_changed(berliner: Someone) -> None:
    for said in ("/remind 8:10", "keep", "8:45 instead of 8:10"):
        berliner.says(said)
    assert "Not changed yet" in berliner.sees.text


def test_another_clock_is_one_tap_from_the_first_reminder_and_the_reminder_stays(ana: Someone) -> None:
    met(ana)
    ana.says("/remind 8:10 mon to sat")
    assert "New York City" in ana.sees.text
    ana.taps(AskClock(odd=False))
    ana.says("Leeds")
    assert "It's 7:30 where you are" in ana.sees.text
    assert "8:10, Mon–Sat: today's session." in ana.sees.text
    assert "Not my clock" not in ana.labels
    ana.says("keep")
    assert "8:10 Mon–Sat" in ana.labels


def test_the_way_back_from_the_clocks_leads_to_the_reminder_that_is_not_kept_yet(ana: Someone) -> None:
    met(ana)
    ana.says("/remind 8:10 mon to sat")
    ana.taps(AskClock(odd=False))
    ana.says("back")
    assert "8:10, Mon–Sat: today's session." in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        ("remind me", "ten past 8 in the morning please, I'm in Leeds"),
        ("ten past 8 in the morning every day, I'm in Leeds",),
        ("remind me at 8:10 in the morning", "I'm in Leeds"),
    ],
)
def test_a_place_beside_a_time_loses_neither(ana: Someone, said: tuple[str, ...]) -> None:
    met(ana)
    for each in said:
        ana.says(each)
    assert "It's 7:30 where you are" in ana.sees.text
    assert "8:10, every day: today's session." in ana.sees.text
    known = ana.world.store.people.get(7)
    assert known
    assert known.preferences.zone == "Europe/London"


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("put 19h, I'm at my desk till then", "19:00"),
        ("0530 hours, old army habit, served 22 years", "5:30"),
        ("six in the evening or thereabouts, I'm no train", "18:00"),
    ],
)
def test_where_a_time_is_asked_for_a_story_around_it_is_borne(ana: Someone, said: str, offered: str) -> None:
    met(ana)
    ana.says("/remind")
    ana.taps(Place.ADD_REMINDER)
    ana.says(said)
    assert offered in ana.labels
    ana.says("yes")
    assert f"{offered}, every day" in ana.sees.text
    assert "Keep" in ana.labels
