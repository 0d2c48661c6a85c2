"""When the warning signs, or what is new, are asked again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Cleared, Preferences
from bot.domain.person.rechecks import news_is_due, signs_are_due

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def recheck(who: Preferences, last_moved: datetime | None, now: datetime) -> Daily | None:
    """What stands before the next move."""
    if signs_are_due(who, last_moved, now):
        return Daily.SIGNS
    return Daily.NEWS if news_is_due(who, last_moved, now) else None


def clear(days: float) -> Preferences:
    return Preferences(Cleared.CLEAR, ago(days))


@pytest.mark.parametrize(
    ("answered", "moved", "then"),
    [
        (0, None, None),
        (13.9, None, None),
        (14, None, Daily.NEWS),
        (27.9, None, Daily.NEWS),
        (28, None, Daily.SIGNS),
        (40, 1, None),
        (40, 14, Daily.NEWS),
        (40, 28, Daily.SIGNS),
        (3, 40, None),
        (90.9, 1, None),
        (91, 1, Daily.NEWS),
        (400, 1, Daily.NEWS),
    ],
)
def test_time_away_and_steady_use(answered: float, moved: float | None, then: Daily | None) -> None:
    assert recheck(clear(answered), None if moved is None else ago(moved), NOW) is then


def test_nothing_new_is_asked_once_for_the_same_time_away() -> None:
    who = replace(clear(60), news_at=ago(1))
    assert recheck(who, ago(20), NOW) is None
    assert recheck(replace(who, news_at=ago(15)), ago(20), NOW) is Daily.NEWS
    assert recheck(replace(clear(200), news_at=ago(60)), ago(1), NOW) is None


def test_after_a_sign_for_soon_the_signs_come_again_in_two_weeks() -> None:
    for days, then in ((13, None), (14, Daily.SIGNS)):
        assert recheck(Preferences(Cleared.SOON, ago(days)), ago(1), NOW) is then


def test_what_has_happened_since_asks_for_the_signs() -> None:
    assert signs_are_due(Preferences(), None, NOW)
    assert signs_are_due(replace(clear(0), signs_again=True), ago(0), NOW)
    assert not signs_are_due(clear(0), ago(0), NOW)


def test_who_never_told_when_is_not_asked_for_that() -> None:
    assert recheck(Preferences(Cleared.CLEAR), None, NOW) is None


def test_what_another_question_kept_from_being_asked_is_still_due() -> None:
    assert recheck(clear(1), ago(1), NOW) is None
    assert recheck(replace(clear(1), news_again=True), ago(1), NOW) is Daily.NEWS
