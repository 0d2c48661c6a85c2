"""Today's offer: never always the same, as long as they wanted, less after a hard session, and it says why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.taste import Taste
from bot.domain.progress.diary import Rating
from bot.domain.session.script import Script, length_of
from bot.screens.buttons.actions import DoToday, ProgressPart, TakeBackTaste
from bot.screens.buttons.wire import decode, encode
from tests.coach.moving import met, next_day, play
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.examples import ANA
from tests.meaning import DO_IT, OFFERED_AT_HOME, label_of


def is_now(world: World, preferences: Preferences) -> None:
    world.store.people.prefer(ANA, preferences)


def who(world: World) -> Preferences:
    ana = world.store.people.get(ANA)
    assert ana
    return ana.preferences


def begins_today(someone: Someone) -> Script:
    """What home offers; returns what it is made of."""
    someone.says("/start")
    someone.taps(OFFERED_AT_HOME)
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    return live.script


def moves(script: Script) -> frozenset[str]:
    return frozenset(beat.ref.exercise for beat in script)


def day_of(someone: Someone, rating: Rating) -> Script:
    """A day with a session, and how it was."""
    next_day(someone.world)
    script = begins_today(someone)
    play(someone)
    someone.taps(rating)
    return script


def test_it_is_never_the_same_three_days_running_and_about_as_long_as_wanted(
    ana: Someone, world: World
) -> None:
    met(ana)
    days = []
    for _ in range(9):
        script = day_of(ana, Rating.RIGHT)
        assert length_of(script) <= 5 * 60
        days.append(moves(script))
    assert not [three for three in zip(days, days[1:], days[2:], strict=False) if len(set(three)) == 1]
    assert len(set(days)) > 2


def test_other_lengths_begin_at_once(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world)
    ana.says("/start")
    lengths, today = ana.sees.keys[1], ana.labels[0].rpartition("· ")[2]
    assert today not in {label for label, _, _ in lengths}
    assert "2 min" in {label for label, _, _ in lengths}
    assert len(lengths) == len({data for _, data, _ in lengths}) <= 3
    ana.taps(DoToday(2))
    assert ana.gets_ready()


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("5", 5),
        ("5 min", 5),
        ("/routine 5 min", 5),
        ("five minutes", 5),
        ("I have ten minutes", 10),
        ("15 min", 15),
    ],
)
def test_minutes_that_somebody_has_are_planned_for(ana: Someone, said: str, minutes: int) -> None:
    met(ana)
    for words in (*GETS_DOWN, said):
        ana.says(words)
    assert "moves at first, so they're easy to learn." in ana.sees.text
    assert f"less than your {minutes} minutes" in ana.sees.text
    assert "as you asked" not in ana.sees.text
    ana.taps(DoToday)
    live = ana.world.store.sessions.live(ANA)
    assert live
    assert length_of(live.script) <= minutes * 60


@pytest.mark.parametrize("minutes", [1, 3, 5, 8, 10, 15, 60])
def test_a_card_names_one_length_or_says_why_it_is_less(ana: Someone, world: World, minutes: int) -> None:
    met(ana)
    day_of(ana, Rating.RIGHT)
    world.now += timedelta(days=40)
    for words in (*GETS_DOWN, f"{minutes} minutes"):
        ana.says(words)
    is_told = f"{minutes} minutes, as you asked." in ana.sees.text or "One minute, as" in ana.sees.text
    is_less = f"As much as fits in {minutes} minutes." in ana.sees.text or "all I have" in ana.sees.text
    assert is_told == (f"about {minutes} minute" in ana.sees.text)
    assert is_told != is_less


def test_a_minute_is_a_minute(ana: Someone) -> None:
    met(ana)
    ana.says("1 min")
    assert "One minute, as you asked." in ana.sees.text


@pytest.mark.parametrize(
    "said", ["5 min no floor", "no floor, 5 minutes", "/routine 5 minutes without the floor"]
)
def test_without_the_floor_is_for_now(ana: Someone, world: World, said: str) -> None:
    met(ana)
    for words in (*GETS_DOWN, said):
        ana.says(words)
    assert "Four moves" in ana.sees.text or "4 moves" in ana.sees.text
    ana.taps(DoToday)
    live = world.store.sessions.live(ANA)
    assert live
    assert not any(beat.on_floor for beat in live.script)
    assert who(world).floor is Floor.YES


def test_after_a_hard_session_the_next_is_shorter_and_says_so(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), minutes=10, level=2))
    hard = day_of(ana, Rating.HARD)
    next_day(world)
    ana.says("/start")
    assert "A little shorter today: yesterday was hard." in ana.sees.text
    easier = begins_today(ana)
    assert length_of(easier) < length_of(hard)
    play(ana)
    ana.taps(Rating.RIGHT)
    next_day(world)
    assert length_of(begins_today(ana)) > length_of(easier)


def test_after_three_hard_minutes_on_a_seat_nobody_is_sent_to_the_floor(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data(encode(DoToday(3, no_floor=True)))
    play(ana)
    ana.taps(Rating.HARD)
    for _ in range(2):
        next_day(world)
        ana.says("/start")
        assert "was hard" in ana.sees.text
        script = begins_today(ana)
        assert length_of(script) <= 3 * 60
        assert not any(beat.on_floor for beat in script)
        play(ana)
        ana.taps(Rating.HARD)


def test_nobody_is_led_to_a_roller_they_may_not_have(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), minutes=15, level=3))
    for _ in range(4):
        script = day_of(ana, Rating.RIGHT)
        for beat in script:
            form = world.coach.knowledge.english.library.form(beat.ref)
            assert form
            assert not form.equipment & {Equipment.ROLLER, Equipment.STRAP}


def test_a_planned_session_is_called_by_what_it_is_for(ana: Someone, world: World) -> None:
    met(ana)
    day_of(ana, Rating.RIGHT)
    ana.says("/progress")
    ana.taps(ProgressPart.DONE)
    assert "today ·" in ana.sees.text


def test_a_button_of_another_length_means_that_length_for_good() -> None:
    assert decode("td.5.1") == DoToday(5, no_floor=True)
    assert decode("td.61.0") is None
    assert decode("td.5.2") is None


def test_where_nothing_is_barred_but_much_hurts_it_stays_on_a_seat(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), tags=frozenset({Tag.KNEES})))
    script = day_of(ana, Rating.RIGHT)
    assert "cat-cow" not in moves(script)


@pytest.mark.parametrize("said", ["that was too hard", "that was hard"])
def test_hard_in_words_is_as_good_as_the_button(ana: Someone, world: World, said: str) -> None:
    met(ana)
    next_day(world)
    begins_today(ana)
    play(ana)
    ana.says("/start")
    ana.says(said)
    assert "Next time a little less." in ana.sees.text
    next_day(world)
    ana.says("/start")
    assert "yesterday was hard" in ana.sees.text


def test_where_nothing_is_left_one_that_is_never_wanted_can_come_back(ana: Someone, world: World) -> None:
    met(ana)
    for slug in world.coach.knowledge.english.library.exercises:
        world.store.tastes.set(ANA, slug, Taste.NEVER, world.now)
    next_day(world)
    ana.says("/start")
    nothing = ana.sees.text
    assert "never" in nothing
    for again in ("5 min", encode(DoToday())):
        (ana.says if " " in again else ana.taps_data)(again)
        assert ana.sees.text == nothing
    ana.taps(TakeBackTaste)
    assert DO_IT in ana.labels
    ana.says("/start")
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)


def test_without_the_floor_holds_for_the_day_and_not_for_the_next(ana: Someone, world: World) -> None:
    met(ana)
    is_now(world, replace(who(world), minutes=10, level=2))
    next_day(world)
    ana.says("5 min no floor")
    ana.says("/start")
    assert "Without the floor today, as you asked." in ana.sees.text
    assert not any(beat.on_floor for beat in begins_today(ana))
    play(ana)
    next_day(world)
    ana.says("/start")
    assert "Without the floor" not in ana.sees.text
