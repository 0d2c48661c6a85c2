"""What the log says about failures: nothing about a person, and the same at most once a minute, with how often it happened."""

import logging

import pytest

from bot.coach.mishaps import OnceAMinute, where_it_failed

WRITTEN = "my chest hurts since Monday"


def test_a_storm_is_a_line_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    seconds = 0.0
    told = OnceAMinute(logging.getLogger("test"), lambda: seconds)
    for _ in range(300):
        told.tell("a knock failed", ValueError("Ana sleeps"))
        seconds += 0.5
    assert [record.getMessage().splitlines()[0] for record in caplog.records] == [
        "a knock failed: ValueError",
        "a knock failed (and 119 times more since this was last told): ValueError",
        "a knock failed (and 119 times more since this was last told): ValueError",
    ]
    assert "sleeps" not in caplog.text


def test_another_thing_or_another_error_is_told_at_once(caplog: pytest.LogCaptureFixture) -> None:
    told = OnceAMinute(logging.getLogger("test"), lambda: 0.0)
    assert [told.tell("a", ValueError()), told.tell("b", ValueError()), told.tell("a", KeyError())] == [
        True
    ] * 3
    assert not told.tell("a", KeyError())
    assert len(caplog.records) == 3


def diagnose(words: str) -> None:
    raise ValueError(f"can't read {words!r}")


def test_a_failure_is_told_without_what_a_person_wrote() -> None:
    error: Exception | None = None
    words = WRITTEN
    try:
        diagnose(words)
    except ValueError as failure:
        error = failure
    told = where_it_failed(error)
    assert WRITTEN not in told
    assert "ValueError" in told
    assert "in diagnose" in told
