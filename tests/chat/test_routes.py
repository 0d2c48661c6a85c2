"""What the log is told of a failure, and what not."""

from bot.coach.mishaps import where_it_failed

WRITTEN = "my chest hurts since Monday"


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
