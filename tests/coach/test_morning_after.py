"""After a session that was too much: the rule is said kindly, the next morning is asked about, and worse leads to the signs."""

import pytest

from bot.domain.person.pain_notes import Morning, NotedWhen
from bot.domain.person.person import Seen
from bot.domain.person.stages import Stage
from bot.domain.progress.diary import Rating
from bot.domain.session.pain import Pain
from bot.screens.buttons.actions import AddWords, AskAfter, FeltSomewhere, NoSigns, NotAfter, NotAsked, Place
from tests.coach.moving import met, next_day, play
from tests.coach.talk import SIGNS, Someone, World
from tests.coach.test_noting_pain import is_playing, noted, notes
from tests.meaning import OFFERED_AT_HOME, Carries, data_of, label_of

ANA = 7
CARE = "Breathing and a walk are enough today."


def done_after(someone: Someone, before: int, rated: Rating = Rating.RIGHT) -> None:
    """A rated session before which a number was noted; the day before, the number was 5."""
    noted(someone, 5)
    next_day(someone.world)
    someone.taps_data("u.first-two-minutes")
    assert "Before you begin" in someone.sees.text
    someone.taps(Carries("number", before))
    play(someone)
    someone.taps(rated)
    someone.taps(AskAfter)


def test_after_can_be_noted_where_a_before_was_noted_that_day(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("u.first-two-minutes")
    play(ana)
    ana.taps(Rating.RIGHT)
    assert not ana.offers(AskAfter)
    done_after(ana, 4)
    assert "And how does it feel now?" in ana.sees.text
    ana.taps(Carries("number", 3))
    assert (notes(world)[0].moment, notes(world)[0].number) == (NotedWhen.AFTER, 3)
    assert notes(world)[0].session
    assert "Home" in ana.labels
    assert not ana.offers(Carries("number", 0))


def test_after_can_be_skipped_and_is_noted_once(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 4)
    session = next(iter(world.store.sessions.begun_since(ANA, world.now.replace(hour=0))))[0]
    ana.taps(NotAfter)
    assert [note.moment for note in notes(world)] == [NotedWhen.BEFORE, NotedWhen.ANY]
    for number in (3, 9):
        ana.taps_data(f"ba.{session}.{number}")
    assert [note.number for note in notes(world) if note.moment is NotedWhen.AFTER] == [3]


def test_a_little_more_is_fine(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 4)
    data = data_of(ana.sees, Carries("number", 6))
    reply = ana.taps_data(data)
    assert reply
    assert reply.toast
    assert "A little more is fine" in reply.toast
    next_day(world)
    ana.says("/start")
    assert "this morning" not in ana.sees.text


def test_much_more_says_the_rule_and_asks_the_next_morning(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 3)
    ana.taps(Carries("number", 6))
    assert "Up to 2 more than when you began is fine" in ana.sees.text
    next_day(world)
    ana.says("/start")
    assert "How was it this morning" in ana.sees.text
    ana.taps(Morning.USUAL)
    assert notes(world)[0].morning is Morning.USUAL
    assert notes(world)[0].session
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)
    ana.says("/start")
    assert "this morning" not in ana.sees.text


def test_before_what_they_begin_it_is_asked_too_and_then_it_begins(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 3)
    ana.taps(Carries("number", 9))
    next_day(world)
    for _ in range(2):
        ana.taps_data("u.first-two-minutes")
        assert "How was it this morning" in ana.sees.text
    ana.taps(Morning.MORE)
    assert is_playing(ana), "and it is not asked before as well"
    assert notes(world)[0].moment is NotedWhen.MORNING


def test_a_session_that_is_rated_so_is_asked_about_and_worse_leads_to_the_signs(
    ana: Someone, world: World
) -> None:
    met(ana)
    ana.taps_data("u.first-two-minutes")
    play(ana)
    for meant in (Rating.HURT, Pain.TOO_MUCH, FeltSomewhere):
        ana.taps(meant)
    next_day(world)
    ana.says("/start")
    ana.taps(Morning.WORSE)
    assert "warning signs" in ana.sees.text
    ana.taps_data("u.first-two-minutes")
    assert SIGNS in ana.sees.text
    ana.says("none of these")
    assert ana.sees.text == f"<b>{CARE}</b>"
    ana.taps(OFFERED_AT_HOME)
    assert is_playing(ana)
    ana.says("stop")
    ana.says("/today")
    assert CARE in ana.sees.text
    next_day(world)
    ana.says("/today")
    assert CARE not in ana.sees.text


def test_it_is_asked_once_and_only_the_day_after(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 3)
    ana.taps(Carries("number", 9))
    next_day(world)
    ana.says("/start")
    ana.taps(Place.HOME)
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)
    next_day(world, 2)
    ana.says("/start")
    assert "this morning" not in ana.sees.text


def test_an_old_answer_says_nothing_of_this_morning(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 3)
    ana.taps(Carries("number", 9))
    next_day(world, 4)
    ana.taps_data("bm.worse")
    assert not [note for note in notes(world) if note.morning]
    assert SIGNS not in ana.sees.text


def test_mallory_answers_for_nobody(ana: Someone, mallory: Someone, world: World) -> None:
    met(ana)
    met(mallory)
    done_after(ana, 3)
    session = world.store.sessions.begun_since(ANA, world.now.replace(hour=0))[0][0]
    mallory.taps_data(f"ba.{session}.9")
    mallory.taps_data(f"bz.{session}")
    assert notes(world, 9) == []
    assert len(notes(world)) == 2


def test_up_by_two_within_a_week_asks_the_signs_before_the_next_move_once(ana: Someone, world: World) -> None:
    met(ana)
    noted(ana, 2)
    next_day(world)
    noted(ana, 4)
    ana.taps_data("u.first-two-minutes")
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert is_playing(ana)
    ana.says("stop")
    next_day(world)
    noted(ana, 4)
    ana.taps_data("u.first-two-minutes")
    assert is_playing(ana)


def daily(someone: Someone, *numbers: int) -> list[str]:
    """What the bot says as each of them is noted, a day apart."""
    said = []
    for number in numbers:
        noted(someone, number)
        said.append(someone.sees.text)
        next_day(someone.world)
    return said


def test_high_on_two_days_running_gets_one_kind_text(ana: Someone) -> None:
    met(ana)
    said = daily(ana, 7, 8, 8, 9)
    assert ["high for two days" in each for each in said] == [False, True, False, False]


@pytest.mark.parametrize("seen", ["No, I've had it a while", "Yes, a professional"])
def test_no_better_after_two_weeks_is_said_once_and_not_to_those_who_were_seen(
    ana: Someone, seen: str
) -> None:
    met(ana)
    ana.taps_data({"No, I've had it a while": "ks.old", "Yes, a professional": "ks.professional"}[seen])
    said = daily(ana, *[5] * 18)
    expected = 1 if seen.startswith("No") else 0
    assert sum("much the same" in each for each in said) == expected


def test_a_kind_text_before_a_session_lets_it_begin(ana: Someone, world: World) -> None:
    met(ana)
    daily(ana, 7)
    ana.taps_data("u.first-two-minutes")
    ana.taps(Carries("number", 8))
    assert "high for two days" in ana.sees.text
    ana.taps(NotAsked)
    assert is_playing(ana)


def test_new_pain_that_was_little_for_two_weeks_may_be_as_usual(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("ks.new")
    noted(ana, 2)
    next_day(world, 7)
    noted(ana, 3)
    next_day(world, 8)
    noted(ana, 2)
    assert "It has been at 3 or less for two weeks" in ana.sees.text
    ana.taps(Place.AS_USUAL)
    who = world.store.people.get(ANA)
    assert who
    assert who.preferences.seen is Seen.OLD


def test_an_old_yes_makes_nothing_usual(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("ks.new")
    ana.taps_data("by")
    who = world.store.people.get(ANA)
    assert who
    assert who.preferences.seen is Seen.NEW


def test_a_note_says_what_the_stage_is(ana: Someone, world: World) -> None:
    met(ana)
    done_after(ana, 3)
    ana.taps(Carries("number", 8))
    assert world.coach.cases.of(ANA, world.now).who.stage is Stage.HIGH
    next_day(world)
    ana.says("/start")
    ana.taps(Morning.USUAL)
    assert world.coach.cases.of(ANA, world.now).who.stage is Stage.MILD


def test_no_note_is_told_in_a_log(ana: Someone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    met(ana)
    noted(ana, 6)
    ana.taps(AddWords)
    ana.says("neck stiff, slept badly")
    assert "neck" not in caplog.text
