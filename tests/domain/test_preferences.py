"""What a person may do follows from what they said: ticks, yeses, rests, and a pregnancy that is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.person.person import (
    REMINDERS_REST_FOR,
    Age,
    Cleared,
    NoLonger,
    Preferences,
    Rest,
    Seen,
    Switch,
)
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import NOTHING_RESTS, REST_OF_A_DAY, Resting, WhyEasy, easy_day_ends

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WELL = Preferences(seen=Seen.NOTHING_HURTS, cleared=Cleared.CLEAR, age=Age.ADULT, level=3)


@pytest.mark.parametrize("switch", Switch)
def test_every_switch_turns_itself_and_nothing_else(switch: Switch) -> None:
    for on in (True, False):
        turned = WELL.turned(switch, on=on)
        assert turned.is_on(switch) is on
        assert turned.turned(switch, on=WELL.is_on(switch)) == WELL


def test_a_tick_set_anew_asks_for_a_yes_anew() -> None:
    allowed = replace(
        WELL,
        tags=frozenset({Tag.SURGERY, Tag.KNEES}),
        allowed=frozenset({Tag.SURGERY, Tag.KNEES}),
        will_ask=frozenset({Tag.SURGERY, Tag.EYES}),
    )
    assert allowed.ticked(Tag.SURGERY, on=True) is allowed
    off = allowed.ticked(Tag.SURGERY, on=False)
    assert off == replace(
        WELL, tags=frozenset({Tag.KNEES}), allowed=frozenset({Tag.KNEES}), will_ask=frozenset({Tag.EYES})
    )
    assert off.ticked(Tag.SURGERY, on=False) is off
    anew = off.ticked(Tag.SURGERY, on=True)
    assert anew.tags == {Tag.SURGERY, Tag.KNEES}
    assert anew.allowed == {Tag.KNEES}
    assert anew.locked_by == {Tag.SURGERY}


def test_after_a_pregnancy_a_yes_is_waited_for_unless_it_was_a_mistake() -> None:
    pregnant = WELL.ticked(Tag.PREGNANT, on=True)
    assert pregnant.no_longer_pregnant(NoLonger.BORN) is pregnant
    assert pregnant.no_longer_pregnant(NoLonger.MISTAKE) == WELL
    for how in set(NoLonger) - {NoLonger.BORN, NoLonger.MISTAKE, NoLonger.CAESAREAN}:
        after = pregnant.no_longer_pregnant(how)
        assert after == replace(WELL, after_birth=True)
        assert after.is_locked


def test_a_caesarean_is_surgery_that_needs_a_yes_of_its_own() -> None:
    pregnant = replace(
        WELL, tags=frozenset({Tag.PREGNANT, Tag.SURGERY}), allowed=frozenset({Tag.SURGERY}), after_birth=True
    )
    after = pregnant.no_longer_pregnant(NoLonger.CAESAREAN)
    assert after == replace(WELL, tags=frozenset({Tag.SURGERY}))


def test_rest_for_a_day_ends_with_a_question_unless_it_waits_to_be_clear() -> None:
    rests = WELL.resting_for_a_day(NOW)
    assert (rests.rest, rests.rests_until) == (Rest.UNTIL_ASKED, NOW + REMINDERS_REST_FOR)
    assert rests.reminders_rest
    assert not rests.asks_to_go_on(NOW + REMINDERS_REST_FOR - SECOND)
    assert rests.asks_to_go_on(NOW + REMINDERS_REST_FOR)
    waits = replace(WELL, rest=Rest.UNTIL_CLEAR).resting_for_a_day(NOW)
    assert (waits.rest, waits.rests_until) == (Rest.UNTIL_CLEAR, NOW + REMINDERS_REST_FOR)
    assert not waits.asks_to_go_on(NOW + 2 * REMINDERS_REST_FOR)


def test_what_waits_to_be_clear_takes_the_clearance_back() -> None:
    rests = WELL.resting_until_clear(NOW)
    assert rests == replace(WELL, rest=Rest.UNTIL_CLEAR, cleared=Cleared.UNASKED, cleared_at=NOW)
    assert rests.waits_to_be_clear
    urgent = replace(WELL, cleared=Cleared.URGENT, cleared_at=NOW - SECOND)
    assert urgent.resting_until_clear(NOW) == replace(urgent, rest=Rest.UNTIL_CLEAR)


@pytest.mark.parametrize(
    ("rest", "until", "then"),
    [
        (Rest.NONE, None, None),
        (Rest.UNTIL_ASKED, NOW, NOW),
        (Rest.ASKED, NOW + SECOND, NOW - SECOND),
    ],
)
def test_the_open_question_whether_to_go_on_is_asked_again_when_all_is_clear(
    rest: Rest, until: datetime | None, then: datetime | None
) -> None:
    waits = replace(WELL, rest=rest, rests_until=until).resting_until_clear(NOW - SECOND)
    assert waits.rests_until == then
    assert waits.looked_after().rest is (Rest.UNTIL_ASKED if then else Rest.NONE)


def test_only_what_waits_to_be_clear_ends_by_being_looked_after() -> None:
    asked = replace(WELL, rest=Rest.ASKED, rests_until=NOW)
    assert asked.looked_after() is asked


@pytest.mark.parametrize(
    ("level", "stage", "dose", "intense"),
    [
        (1, Stage.MILD, 1, 2), (2, Stage.MILD, 2, 3), (3, Stage.MILD, 3, 3),
        (1, Stage.MODERATE, 1, 2), (2, Stage.MODERATE, 2, 2), (3, Stage.MODERATE, 2, 2),
        (1, Stage.HIGH, 1, 1), (3, Stage.HIGH, 1, 1),
    ],
)  # fmt: skip
def test_pain_lowers_dose_and_intensity(level: int, stage: Stage, dose: int, intense: int) -> None:
    who = replace(WELL, level=level, stage=stage)
    assert (who.dose_level, who.most_intense) == (dose, intense)
    for gentle in (replace(who, seen=Seen.NEW), replace(who, cleared=Cleared.SOON)):
        assert gentle.is_gentle
        assert (gentle.dose_level, gentle.most_intense) == (1, 1)


@pytest.mark.parametrize("cleared", Cleared)
def test_warning_signs_lock_and_wait_to_be_clear(cleared: Cleared) -> None:
    who, closed = replace(WELL, cleared=cleared), cleared in (Cleared.URGENT, Cleared.EMERGENCY)
    assert who.is_locked is who.waits_to_be_clear is who.reminders_rest is closed
    waits = replace(who, rest=Rest.UNTIL_CLEAR)
    assert waits.waits_to_be_clear is not who.is_cleared


def test_twice_sharp_counts_until_the_signs_are_answered() -> None:
    twice = replace(WELL, resting=Resting(twice_at=NOW), cleared_at=None)
    assert twice.was_sharp_twice
    assert replace(twice, cleared_at=NOW - SECOND).was_sharp_twice
    assert not replace(twice, cleared_at=NOW).was_sharp_twice
    assert not WELL.was_sharp_twice


def test_an_easy_day_is_over_tomorrow_and_what_rests_rests_still() -> None:
    easy = replace(WELL, resting=Resting(rested=frozenset({"open-book"}), easy=WhyEasy.MORNING))
    assert easy.on_another_day.resting == Resting(rested=frozenset({"open-book"}))
    assert easy.with_nothing_resting.resting == NOTHING_RESTS
    assert WELL.on_another_day is WELL.with_nothing_resting is WELL


def test_an_easy_day_ends_at_midnight_where_the_person_is() -> None:
    assert easy_day_ends(NOW, ZoneInfo("Europe/Berlin")) == datetime(2026, 1, 5, 23, tzinfo=UTC)
    assert easy_day_ends(NOW, ZoneInfo("Pacific/Auckland")) == datetime(2026, 1, 5, 11, tzinfo=UTC)
    assert easy_day_ends(NOW, None) == NOW + REST_OF_A_DAY
