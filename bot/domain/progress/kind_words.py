"""One warm sentence after a session: the first true thing that was not said on the day before, never about pain."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from bot.domain.progress.tally import WeekSoFar

ROUND = frozenset({10, 25, 50, 75, 100, *range(150, 10_000, 50)})
"""Numbers of sessions worth telling."""

MANY_MOVES = 5


class About(Enum):
    """Subjects of the sentence. The values stand in people's rows and in sentences."""

    GOAL = "goal"
    BACK = "back"
    FIRST = "first"
    LONGER = "longer"
    LIKED = "liked"
    WHOLE = "whole"
    DAYS = "days"
    MORE = "more"
    ROUND = "round"
    LEARNT = "learnt"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class Fact:
    """`move`: the slug of an exercise, if it is about one. `number`: days, seconds, minutes, sessions or exercises."""

    about: About
    move: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class JustDone:
    """A session, and what came before it.

    `moves`: slugs, each once, as they were done; `new`: those never done before; `longer`: by how many seconds a hold
    was longer than last time; `liked`: those that they like and had done before. `more`: minutes more than in the
    last session. `is_whole`: nothing was skipped or swapped, unlike last time. `is_back`: the first session after a
    long time. `goal_told`: it was told this week. `sessions` and `learnt` (exercises): in all."""

    moves: tuple[str, ...]
    week: WeekSoFar
    new: frozenset[str] = frozenset()
    longer: tuple[tuple[str, int], ...] = ()
    liked: frozenset[str] = frozenset()
    more: int = 0
    is_whole: bool = False
    is_back: bool = False
    goal_told: bool = False
    sessions: int = 0
    learnt: int = 0


def true_of(just: JustDone) -> Iterator[Fact]:
    days, goal = just.week.days, just.week.goal
    if goal is not None and days >= goal and not just.goal_told:
        yield Fact(About.GOAL, number=days)
    if just.is_back:
        yield Fact(About.BACK)
    yield from (Fact(About.FIRST, move) for move in just.moves if move in just.new)
    yield from (Fact(About.LONGER, move, seconds) for move, seconds in just.longer)
    if just.sessions in ROUND:
        yield Fact(About.ROUND, number=just.sessions)
    yield from (Fact(About.LIKED, move) for move in just.moves if move in just.liked)
    if just.is_whole:
        yield Fact(About.WHOLE)
    if days > 1:
        yield Fact(About.DAYS, number=days)
    if just.more > 0:
        yield Fact(About.MORE, number=just.more)
    if just.learnt >= MANY_MOVES:
        yield Fact(About.LEARNT, number=just.learnt)
    yield Fact(About.MOVES, number=len(just.moves))


def kind_word(facts: Iterable[Fact], lately: Collection[About], said: About | None = None) -> Fact:
    """`lately`: subjects used on the last day before, and today. `said`: the subject already used for this very session."""
    every = list(facts)
    again = (fact for fact in every if fact.about is said)
    new = (fact for fact in every if fact.about not in lately)
    return next(again, None) or next(new, every[0])
