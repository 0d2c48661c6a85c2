"""A year as a table to be read: week by week what was offered and why, what was done, and how it was."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.domain.progress.diary import Rating
from bot.domain.session.session import Phase
from bot.screens.amounts import MINUTE
from tests.year.living import BEGINS, Day, Offered
from tests.year.on_the_phone import AnyLife

WORDS = {Rating.EASY: "easy", Rating.RIGHT: "right", Rating.HARD: "hard", Rating.HURT: "hurt"}


def table(life: AnyLife) -> Iterator[str]:
    one = life.one
    yield f"# {one.name}: {one.kind}"
    for number, week in enumerate(_weeks(life.days), 1):
        yield ""
        yield f"## Week {number}, from {BEGINS + timedelta(weeks=number - 1):%d %b}: {_in_short(week, life)}"
        for day in week:
            yield from (_line(offer, life) for offer in day.offered)
            if day.asked:
                yield f"  {day.on:%a}  asked: {', '.join(sorted(each.value for each in day.asked))}"
            if day.others:
                yield f"  {day.on:%a}  also: {' · '.join(day.others)}"
    yield ""


def summary(life: AnyLife) -> Iterator[str]:
    """A line for each week."""
    yield f"{life.one.name}: {life.one.kind}"
    for number, week in enumerate(_weeks(life.days), 1):
        yield f"  {number:2}  {_in_short(week, life)}"


def _weeks(days: list[Day]) -> list[list[Day]]:
    return [days[start : start + 7] for start in range(0, len(days), 7)]


def _in_short(week: list[Day], life: AnyLife) -> str:
    offers = [offer for day in week for offer in day.offered]
    if not offers:
        return "nothing"
    ratings = Counter(_rated(offer, life) for offer in offers)
    return " · ".join(
        (
            f"{len(offers)} sessions",
            f"{_span(round(offer.seconds / MINUTE) for offer in offers)} min",
            f"{_span(len(offer.moves) for offer in offers)} moves",
            "/".join(sorted({where(offer, life) for offer in offers})),
            f"level {_span(offer.who.level for offer in offers)}",
            "/".join(sorted({offer.who.stage.value for offer in offers})),
            ", ".join(f"{times} {rating}" for rating, times in ratings.items()),
        )
    )


def _span(numbers: Iterable[int]) -> str:
    every = sorted(numbers)
    return f"{every[0]}" if every[0] == every[-1] else f"{every[0]}–{every[-1]}"


def _line(offer: Offered, life: AnyLife) -> str:
    length = f"{offer.seconds // MINUTE}:{offer.seconds % MINUTE:02}"
    on = (BEGINS + timedelta(days=offer.day)).strftime("%a")
    why = " / ".join(offer.said.split("\n")[1:])[:200]
    moves = ", ".join(ref.removesuffix("/usual") for ref in offer.moves)
    done = life.ended(offer).seconds
    return (
        f"  {on}  {length} {where(offer, life)}, level {offer.who.level} {offer.who.stage.value}: {moves}"
        f" | {why} [{offer.label}] {offer.tapped} | {done} s done, {_rated(offer, life)}"
    )


def where(offer: Offered, life: AnyLife) -> str:
    if offer.is_on_the_floor:
        return "floor"
    forms = (life.library.form(beat.ref) for beat in offer.script)
    return "chair" if all(form.can_be_seated for form in forms if form) else "standing"


def _rated(offer: Offered, life: AnyLife) -> str:
    ended = life.ended(offer)
    if ended.phase is not Phase.FINISHED:
        return str(ended.phase.value)
    return WORDS.get(ended.rating, "?") if ended.rating else "not rated"
