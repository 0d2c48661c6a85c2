"""Besides how a session was, at most one question a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.daily_question import Daily, question_of_the_day

MONDAY = date(2026, 1, 5)


def test_the_most_important_goes_first_and_has_the_day() -> None:
    due = {Daily.LEVEL, Daily.GOAL, Daily.BEFORE}
    assert question_of_the_day(due, (), MONDAY) is Daily.BEFORE
    asked = [(Daily.BEFORE, MONDAY)]
    assert question_of_the_day(due, asked, MONDAY) is Daily.BEFORE
    assert question_of_the_day(due - {Daily.BEFORE}, asked, MONDAY) is None
    assert question_of_the_day(due - {Daily.BEFORE}, asked, MONDAY + timedelta(days=1)) is Daily.GOAL


def test_the_signs_are_asked_whatever_else_was_and_nothing_after_them() -> None:
    assert question_of_the_day({Daily.SIGNS, Daily.NEWS}, [(Daily.NEWS, MONDAY)], MONDAY) is Daily.SIGNS
    assert question_of_the_day({Daily.CHECK_IN}, [(Daily.SIGNS, MONDAY)], MONDAY) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.sets(st.sampled_from(Daily)), st.booleans()), max_size=40))
def test_never_two_a_day(moments: list[tuple[int, set[Daily], bool]]) -> None:
    """Whatever is due whenever, answered or not. The signs alone may come besides another: they are no matter of taste."""
    today, asked = MONDAY, set[tuple[Daily, date]]()
    answered = set[Daily]()
    for days, due, answers in moments:
        if days:
            today, answered = today + timedelta(days=days), set()
        question = question_of_the_day(due - answered, asked, today)
        if question:
            asked.add((question, today))
            answered |= {question} if answers else set()
        others = {each for each, day in asked if day == today} - {Daily.SIGNS}
        assert len(others) <= 1
