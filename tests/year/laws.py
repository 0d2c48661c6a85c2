"""What must hold on every day of a year, whoever somebody is and whatever they do."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from bot.domain.library.exercise import FormRef
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Floor
from bot.domain.person.stages import Stage
from bot.domain.progress.diary import Entry, Rating
from bot.screens.amounts import MINUTE
from tests.content import blocks
from tests.content.crowd import law
from tests.year.living import Offered, Written
from tests.year.on_the_phone import AnyLife

ROUNDING = 30
"""Seconds: minutes on buttons are whole ones."""

WAITING = 7
"""Seconds that a move takes less to get ready for, once it is known."""

FEW, FIRST_DAYS, SORE_MINUTES = 4, 14, 5
RUNNING = 3
"""So many days in a row are not to be all the same."""


def breaches(life: AnyLife) -> Iterator[str]:
    """What broke a rule, each with its day."""
    for written in life.scripts:
        yield from (f"day {written.day}: {each}" for each in _of_script(written))
    for day in life.days:
        if len(day.asked - {Daily.SIGNS}) > 1:
            yield f"day {day.number}: asked {day.asked}"
    offers = [offer for day in life.days for offer in day.offered]
    for offer in offers:
        yield from (f"day {offer.day}: {each}" for each in _of_offer(offer))
    for before, after in pairwise(offers):
        if _was_too_much(life.ended(before)) and not _is_asked_for(after):
            yield from (f"day {after.day}: {each}" for each in _after_hard(before, after))
    hard = {after.at for before, after in pairwise(offers) if _was_too_much(life.ended(before))}
    yield from _sameness([offer for offer in offers if offer.is_planned], hard)


def _of_script(written: Written) -> Iterator[str]:
    """Nothing barred or never wanted, nothing on the floor for those who do not get down, no two alike, never locust beside low cobra."""
    refs = list(dict.fromkeys((beat.item, beat.ref) for beat in written.script))
    for ref in {ref for _, ref in refs}:
        form = law().library.form(ref)
        assert form
        yield from law().breaches(form, written.who)
        if ref.exercise in written.who.never:
            yield f"{ref} is never wanted"
    if written.who.floor in (Floor.STAND, Floor.SEATED) and any(beat.on_floor for beat in written.script):
        yield "on the floor"
    yield from _neighbours([ref for _, ref in refs])


def _neighbours(refs: Iterable[FormRef]) -> Iterator[str]:
    slugs = [ref.exercise for ref in refs]
    families = [blocks.FAMILIES.get(slug, slug) for slug in slugs]
    if len(set(families)) < len(families):
        yield f"one family twice: {slugs}"
    if any({before, after} == blocks.APART for before, after in pairwise(slugs)):
        yield f"locust next to low cobra: {slugs}"


def _of_offer(offer: Offered) -> Iterator[str]:
    """Within the minutes offered; few moves at first; on a sore day little, and not on the floor."""
    if (
        offer.is_planned
        and offer.minutes
        and offer.seconds > offer.minutes * MINUTE + ROUNDING + WAITING * len(offer.moves)
    ):
        yield f"{offer.seconds} s where {offer.minutes} minutes were offered"
    is_sore = offer.who.stage is Stage.HIGH
    if offer.is_planned and (is_sore or offer.day < FIRST_DAYS) and len(offer.moves) > FEW:
        yield f"{len(offer.moves)} moves"
    if is_sore and (offer.seconds > SORE_MINUTES * MINUTE + ROUNDING or offer.is_on_the_floor):
        yield f"{offer.seconds} s of {offer.moves} on a sore day"


def _was_too_much(entry: Entry) -> bool:
    return entry.seconds > 0 and (entry.rating is Rating.HARD or entry.hurt)


def _is_asked_for(offer: Offered) -> bool:
    """A length that is tapped is theirs."""
    return "min" in offer.tapped and offer.tapped != offer.label


def _after_hard(before: Offered, after: Offered) -> Iterator[str]:
    if after.seconds > before.seconds + WAITING * len(after.moves):
        yield f"{after.seconds} s after {before.seconds} s that were hard"
    if _most_intense(after) > _most_intense(before):
        yield f"{after.moves} after {before.moves}, which were hard"


def _most_intense(offer: Offered) -> int:
    return max(blocks.intensity(ref) for ref in offer.moves)


def _sameness(offers: list[Offered], hard: Collection[datetime]) -> Iterator[str]:
    """Where only a few suit, nothing else can come. `hard`: when what came began that is to be easy since the last was hard."""
    for some in zip(*(offers[number:] for number in range(RUNNING)), strict=False):
        moves = {frozenset(offer.moves) for offer in some}
        if len(moves) == 1 and some[-1].at not in hard and _others(some[-1]):
            yield f"days {[offer.day for offer in some]}: always {some[0].moves}, and {_others(some[-1])} suit"


def _others(offer: Offered) -> set[str]:
    """Exercises that are not in it, and of which a form suits that is no further down than it."""
    there = {ref.partition("/")[0] for ref in offer.moves}
    families = {blocks.FAMILIES.get(slug, slug) for slug in there}
    forms = (
        form
        for each in law().library.exercises.values()
        if each.family not in families
        for form in each.forms
    )
    return {
        form.ref.exercise
        for form in forms
        if not list(law().breaches(form, offer.who))
        and form.ref.exercise not in offer.who.never
        and (offer.is_on_the_floor or not form.position.is_on_the_floor)
    }
