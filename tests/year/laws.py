"""What must hold on every day of a year, whoever somebody is and whatever they do."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.domain.library.exercise import FormRef
from bot.domain.person.person import Floor
from bot.screens.amounts import MINUTE
from tests.content import blocks
from tests.content.crowd import law
from tests.year.living import Life, Offered, Written

ROUNDING = 30
"""Seconds: minutes on buttons are whole ones."""


def breaches(life: Life) -> Iterator[str]:
    """What broke a rule, each with its day."""
    for written in life.scripts:
        yield from (f"day {written.day}: {each}" for each in _of_script(written))
    offers = [offer for day in life.days for offer in day.offered]
    for offer in offers:
        yield from (f"day {offer.day}: {each}" for each in _of_offer(offer))


def _of_script(written: Written) -> Iterator[str]:
    """Nothing barred, nothing down there for who does not get down, no two alike, never locust beside low cobra."""
    refs = list(dict.fromkeys((beat.item, beat.ref) for beat in written.script))
    for ref in {ref for _, ref in refs}:
        form = law().library.form(ref)
        assert form
        yield from law().breaches(form, written.who)
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
    if offer.minutes and offer.seconds > offer.minutes * MINUTE + ROUNDING:
        yield f"{offer.seconds} s where {offer.minutes} minutes were offered"
