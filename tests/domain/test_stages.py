"""At which stage somebody is: the worse of number and words, how long a note counts, and that silence never heals what was high."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.stage_now import LESS_AFTER, OVER_AFTER, stage_now
from bot.domain.person.stages import Stage

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
DAY = timedelta(days=1)
AN_INSTANT = timedelta(microseconds=1)

MILD, MODERATE, HIGH = Stage


def note(
    days: float,
    number: int | None = None,
    felt: Stage | None = None,
    moment: NotedWhen = NotedWhen.ANY,
    morning: Morning | None = None,
) -> PainNote:
    return PainNote(NOW - days * DAY, moment, number, felt, morning=morning)


notes = st.lists(
    st.builds(
        note,
        st.floats(0, 20),
        st.none() | st.integers(0, 10),
        st.none() | st.sampled_from(Stage),
        st.sampled_from(NotedWhen),
        st.none() | st.sampled_from(Morning),
    ),
    max_size=8,
).map(lambda made: sorted(made, key=lambda each: each.at))


def test_who_never_noted_anything_is_mild() -> None:
    assert stage_now([], NOW) is MILD


@pytest.mark.parametrize(
    ("number", "felt", "stage"),
    [
        (0, None, MILD),
        (3, None, MILD),
        (4, None, MODERATE),
        (6, None, MODERATE),
        (7, None, HIGH),
        (10, None, HIGH),
        (2, HIGH, HIGH),
        (8, MILD, HIGH),
        (None, MODERATE, MODERATE),
        (None, None, MILD),
    ],
)
def test_the_worse_of_number_and_words(number: int | None, felt: Stage | None, stage: Stage) -> None:
    assert stage_now([note(0, number, felt)], NOW) is stage


@pytest.mark.parametrize(
    ("number", "age", "stage"),
    [
        (8, LESS_AFTER - AN_INSTANT, HIGH),
        (8, LESS_AFTER, MODERATE),
        (5, LESS_AFTER, MODERATE),
        (1, LESS_AFTER, MILD),
        (8, OVER_AFTER - AN_INSTANT, MODERATE),
        (8, OVER_AFTER, MILD),
    ],
)
def test_after_seven_days_moderate_at_most_and_after_fourteen_nothing(
    number: int, age: timedelta, stage: Stage
) -> None:
    assert stage_now([PainNote(NOW - age, NotedWhen.ANY, number)], NOW) is stage


def test_the_last_note_holds() -> None:
    assert stage_now([note(2, 8), note(1, 2)], NOW) is MILD
    assert stage_now([note(2, 2), note(1, 8)], NOW) is HIGH


def test_words_alone_change_nothing() -> None:
    assert stage_now([note(2, 8), note(1)], NOW) is HIGH


@pytest.mark.parametrize("moment", [NotedWhen.AFTER, NotedWhen.WEEK])
def test_what_is_noted_after_a_session_or_for_a_week_raises_and_never_lowers(moment: NotedWhen) -> None:
    assert stage_now([note(1, 5), note(0.9, 1, moment=moment)], NOW) is MODERATE
    assert stage_now([note(1, 5), note(0.9, 8, moment=moment)], NOW) is HIGH
    assert stage_now([note(1, 5), note(0.9, 8, moment=moment), note(0.5, 4)], NOW) is MODERATE
    assert stage_now([note(0.9, 8, moment=moment)], NOW) is HIGH, "where it is all that is known"


def test_a_morning_as_usual_takes_back_what_the_session_raised() -> None:
    evening = [note(1, 2, moment=NotedWhen.BEFORE), note(0.9, 8, moment=NotedWhen.AFTER)]
    assert stage_now([*evening, note(0.1, moment=NotedWhen.MORNING, morning=Morning.USUAL)], NOW) is MILD
    assert stage_now([*evening, note(0.1, moment=NotedWhen.MORNING, morning=Morning.MORE)], NOW) is HIGH
    assert stage_now([*evening, note(0.1, moment=NotedWhen.MORNING, morning=Morning.WORSE)], NOW) is HIGH


def test_a_morning_that_says_more_never_lowers_what_was_noted() -> None:
    for number in (7, 8, 10):
        noted = [note(1, number, moment=NotedWhen.BEFORE)]
        for said in Morning:
            assert stage_now([*noted, note(0.1, moment=NotedWhen.MORNING, morning=said)], NOW) is HIGH


def test_a_morning_as_usual_leaves_what_was_noted_for_the_week() -> None:
    usual = note(0.1, moment=NotedWhen.MORNING, morning=Morning.USUAL)
    assert stage_now([note(2, 2), note(1, 5, moment=NotedWhen.WEEK), usual], NOW) is MODERATE


@given(notes, notes)
def test_an_answer_that_says_more_pain_never_leads_to_a_milder_stage(
    sooner: list[PainNote], later: list[PainNote]
) -> None:
    """Whatever was noted before it, and whatever comes after."""
    mornings = [note(0, moment=NotedWhen.MORNING, morning=said) for said in Morning]
    ranks = [stage_now([*sooner, said, *later], NOW).rank for said in mornings]
    assert ranks == sorted(ranks)
    before = stage_now(sooner, NOW)
    now = [stage_now([*sooner, said], NOW) for said in mornings]
    assert now[0].rank <= before.rank <= now[1].rank
    assert now[1] is not MILD
    assert now[2] is HIGH


@given(notes, notes, st.sampled_from(NotedWhen), st.integers(0, 10), st.integers(0, 10))
def test_a_higher_number_never_leads_to_a_milder_stage(
    sooner: list[PainNote], later: list[PainNote], moment: NotedWhen, one: int, other: int
) -> None:
    less, more = (
        stage_now([*sooner, note(0, number, moment=moment), *later], NOW) for number in sorted((one, other))
    )
    assert less.rank <= more.rank


@given(notes)
def test_silence_never_raises_it_nor_heals_at_once(made: list[PainNote]) -> None:
    """Day by day without another note it stays or goes down by one; and what was high is never mild before fourteen days are over."""
    last = stage_now(made, NOW)
    for days in range(1, 40):
        stage = stage_now(made, NOW + days * DAY)
        assert last.rank - 1 <= stage.rank <= last.rank
        last = stage
    assert last is MILD


@given(notes)
def test_high_is_not_mild_from_silence(made: list[PainNote]) -> None:
    high = note(0, 9)
    for hours in range(0, 14 * 24, 5):
        assert stage_now([*made, high], NOW + timedelta(hours=hours)) is not MILD


@given(notes, st.integers(0, 10), st.none() | st.sampled_from(Stage))
def test_a_new_note_of_now_holds_whatever_came_before(
    made: list[PainNote], number: int, felt: Stage | None
) -> None:
    new = note(0, number, felt)
    assert stage_now([*made, new], NOW) is new.stage
