"""The warm sentence at the end: true, varied, and never about pain."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.progress.kind_words import About, Fact, JustDone, kind_word, true_of
from bot.domain.progress.tally import WeekSoFar

PLAIN = JustDone(("cat-cow", "walk"), WeekSoFar(1, None, 240))


def abouts(just: JustDone) -> list[About]:
    return [fact.about for fact in true_of(just)]


def test_of_a_session_like_any_other_its_moves_are_told() -> None:
    assert list(true_of(PLAIN)) == [Fact(About.MOVES, number=2)]


def test_what_is_true_is_told_the_rarest_first() -> None:
    just = replace(
        PLAIN,
        week=WeekSoFar(3, 4, 900),
        new=frozenset({"walk"}),
        longer=(("cat-cow", 5),),
        liked=frozenset({"cat-cow"}),
        more=2,
        is_whole=True,
        is_back=True,
        sessions=10,
        learnt=11,
    )
    told = list(true_of(just))
    assert told[:3] == [Fact(About.BACK), Fact(About.FIRST, "walk"), Fact(About.LONGER, "cat-cow", 5)]
    assert {*abouts(just)} == {*About} - {About.GOAL}


def test_the_goal_is_told_when_it_is_reached_and_once_a_week() -> None:
    for days, told in ((3, False), (4, True), (5, True)):
        assert (About.GOAL in abouts(replace(PLAIN, week=WeekSoFar(days, 4, 900)))) is told
    assert About.GOAL not in abouts(replace(PLAIN, week=WeekSoFar(4, 4, 900), goal_told=True))
    assert About.GOAL not in abouts(replace(PLAIN, week=WeekSoFar(7, None, 900)))


def test_no_shorter_session_is_measured() -> None:
    assert About.MORE not in abouts(replace(PLAIN, more=-3))


@given(st.lists(st.sampled_from(About), min_size=1, unique=True), st.sets(st.sampled_from(About)))
def test_never_the_kind_of_the_day_before_where_another_is_true(
    true: list[About], lately: set[About]
) -> None:
    said = kind_word([Fact(about) for about in true], lately).about
    assert said in true
    assert said not in lately or set(true) <= lately


def test_asked_again_of_the_same_session_it_says_the_same() -> None:
    facts = [Fact(About.FIRST, "walk"), Fact(About.MOVES)]
    assert kind_word(facts, {About.MOVES}, About.MOVES) == Fact(About.MOVES)
    assert kind_word(facts, (), About.GOAL) == Fact(About.FIRST, "walk")
