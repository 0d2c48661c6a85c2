"""The page for a person's physio: the questions before it is made, and the words on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.library.exercise import Tag
from bot.domain.person.what_rests import SoreSpot
from bot.domain.progress import physio_page
from bot.domain.progress.four_weeks import FourWeeks, Noted, WeekDone
from bot.domain.progress.physio_page import PagePart, PhysioPage
from bot.screens import keys
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import AskPage, Go, MakePage, NamePage, Place
from bot.screens.screen import Button, Paper, Screen, Words
from bot.screens.text import lines, plain
from bot.screens.what_remains import about_you

JOB = "physio"

MOST_MOVES, MOST_NOTES, MOST_OTHERS = 8, 5, 5
"""How many lines of each, so that everything fits on one page."""

MOST_LETTERS = 140
"""The longest note in words; a longer one is cut."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something sharp or new. `title`: the exercise's, "" when they can't tell which. `until`: the end of its rest; None: it is over."""

    day: date
    title: str
    where: SoreSpot | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Often:
    """A move, and in how many sessions it was. `dose`: each time; "" if it should not be shown."""

    title: str
    sessions: int
    dose: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A note in their own words. `number`: its pain, if one was noted."""

    day: date
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class PhysioFacts:
    """`hurt`: days of sessions that hurt. `limits`: the one thing that their back keeps them from; `function`: how well it went, from 0
    (can't) to 10 (as before).

    `remarks`: None if they do not want their own words on the page.
    """

    done: FourWeeks
    stops: Sequence[Stop] = ()
    hurt: Sequence[date] = ()
    too_much: Sequence[str] = ()
    passed_over: Sequence[Often] = ()
    moves: Sequence[Often] = ()
    tags: frozenset[Tag] = frozenset()
    limits: str = ""
    function: Sequence[tuple[date, int]] = ()
    remarks: Sequence[Remark] | None = None


def ask(words: Words, *, with_words: bool) -> Screen:
    label = words("choice-page-words")
    ticked = words("tag-ticked", tag=label) if with_words else label
    rows = (
        keys.primary(words("choice-page-make"), MakePage(with_words)),
        (Button(words("choice-page-name"), NamePage(with_words)),),
        (Button(ticked, AskPage(not with_words)),),
        (Button(words("button-back"), Go(Place.PROGRESS)), keys.home(words)),
    )
    return Screen(plain(words("page-ask")), rows, line=about_you(words))


def ask_name(words: Words, *, with_words: bool, fault: str = "") -> Screen:
    rows = (
        (Button(words("choice-page-nameless"), MakePage(with_words)),),
        (Button(words("button-back"), AskPage(with_words)), keys.home(words)),
    )
    return Screen(lines(plain(fault), plain(words("page-ask-name"))), rows, line=about_you(words))


def made(page: PhysioPage, today: date, words: Words) -> Screen:
    name = words("page-file", day=today.isoformat())
    rows = ((Button(words("button-progress"), Go(Place.PROGRESS)), keys.home(words)),)
    paper = Paper(JOB, physio_page.to_json(page), name)
    return Screen(plain(words("page-made")), rows, line=about_you(words), paper=paper)


def page(facts: PhysioFacts, name: str, words: Words) -> PhysioPage:
    weeks = facts.done.weeks
    days = words("page-days", first=words.date(weeks[0].first), last=words.date(weeks[-1].last))
    below = words("page-of", name=name, days=days) if name else days
    parts = tuple(PagePart(heading, tuple(said)) for heading, said in _parts(facts, words) if said)
    return PhysioPage(words("page-title"), below, parts, words("page-last"))


def _parts(facts: PhysioFacts, words: Words) -> Iterator[tuple[str, list[str]]]:
    yield words("page-done"), [_week(week, words) for week in facts.done.weeks]
    yield words("page-noted"), list(_noted(facts.done, words))
    yield words("page-remarks"), [_remark(each, words) for each in (facts.remarks or ())[:MOST_NOTES]]
    yield words("page-hurt"), list(_hurt(facts, words))
    passed = [_often(each, words) for each in facts.passed_over]
    yield words("page-passed-over"), [_first(passed, words)] if passed else []
    yield words("page-moves"), [_often(each, words) for each in facts.moves[:MOST_MOVES]]
    tags = [words(f"tag-{tag.value}") for tag in Tag if tag in facts.tags]
    yield words("page-tags"), [words.parted(tags)] if tags else []
    yield words("page-limits"), list(_limits(facts, words))


def _week(week: WeekDone, words: Words) -> str:
    said = _days(week, words)
    if not week.noted.count:
        return said
    return words("page-week-noted", week=said, noted=_middle(week.noted, words))


def _days(week: WeekDone, words: Words) -> str:
    span = _span(week, words)
    if not week.seconds:
        return words("page-week-days", span=span, days=week.days)
    return words("page-week", span=span, days=week.days, minutes=minutes(week.seconds))


def _span(week: WeekDone, words: Words) -> str:
    return words("page-days", first=words.date(week.first), last=words.date(week.last))


def _noted(done: FourWeeks, words: Words) -> Iterator[str]:
    for when, noted in (("before", done.before), ("after", done.after)):
        if noted.count:
            yield words(f"page-noted-{when}", noted=_middle(noted, words))


def _middle(noted: Noted, words: Words) -> str:
    if noted.middle is None:
        return words("page-too-few")
    return words("page-middle", middle=f"{noted.middle:g}", count=noted.count)


def _remark(each: Remark, words: Words) -> str:
    said = each.words if len(each.words) <= MOST_LETTERS else f"{each.words[: MOST_LETTERS - 1].rstrip()}…"
    day = words.date(each.day)
    if each.number is None:
        return words("page-remark", day=day, words=said)
    return words("page-remark-number", day=day, number=each.number, words=said)


def _hurt(facts: PhysioFacts, words: Words) -> Iterator[str]:
    for stop in facts.stops[-MOST_OTHERS:]:
        yield _stop(stop, words)
    if (earlier := len(facts.stops) - MOST_OTHERS) > 0:
        yield words("page-earlier", count=earlier)
    if facts.hurt:
        yield words("page-hurt-days", days=_last([*map(words.date, facts.hurt)], words))
    if facts.too_much:
        yield words("page-too-much", moves=_last(facts.too_much, words))


def _last(named: Sequence[str], words: Words) -> str:
    return _and_more(named[-MOST_OTHERS:], len(named), words)


def _first(named: Sequence[str], words: Words) -> str:
    return _and_more(named[:MOST_OTHERS], len(named), words)


def _and_more(named: Sequence[str], count: int, words: Words) -> str:
    more = [words("page-more", count=count - len(named))] if count > len(named) else []
    return words.listed([*named, *more])


def _stop(stop: Stop, words: Words) -> str:
    title = stop.title or words("page-unknown-move")
    where = words(f"button-where-{stop.where.value}") if stop.where else words("page-unknown-place")
    said = words("page-stop", day=words.date(stop.day), title=title, where=where)
    return words("page-rests", stop=said, day=words.date(stop.until)) if stop.until else said


def _often(each: Often, words: Words) -> str:
    if each.dose:
        return words("page-move", title=each.title, dose=each.dose, sessions=each.sessions)
    return words("page-often", title=each.title, sessions=each.sessions)


def _limits(facts: PhysioFacts, words: Words) -> Iterator[str]:
    if not facts.limits:
        return
    yield facts.limits
    if facts.function:
        told = (words("page-function", day=words.date(day), number=number) for day, number in facts.function)
        yield words.listed(told)
