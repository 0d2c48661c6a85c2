"""Fits what is left of a session to what somebody has just said about themselves, and leaves the rest as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from bot.domain.library.exercise import Form, FormRef, Tag
from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Beat, Part, Script, beats_of
from bot.domain.session.suitable import easier, swap


@dataclass(frozen=True, slots=True)
class Refitted:
    """`beat`: where it goes on, an index of the script. `before`, `after`: the present move, and what takes its
    place: None if nothing does; the same if it may stay."""

    script: Script
    beat: int
    before: FormRef
    after: FormRef | None


def refitted(script: Script, beat: int, tags: frozenset[Tag], library: Library, who: Preferences) -> Refitted:
    """Replaces moves from the present one on that `tags` bar, by an easier form if there is one, or leaves them out."""
    here = script[beat]
    done = tuple(each for each in script if each.item < here.item)
    rest = [tuple(beats) for _, beats in groupby(script[len(done) :], lambda each: each.item)]
    instead = [*_instead(script, rest, tags, library, who)]
    present = instead[0]
    stays = present is rest[0]
    return Refitted(
        (*done, *_in_order([beats for beats in instead if beats], here.item)),
        beat if stays else len(done),
        here.ref,
        present[0].ref if present else None,
    )


def _instead(
    script: Script, rest: list[Script], tags: frozenset[Tag], library: Library, who: Preferences
) -> Iterator[Script]:
    used = {each.ref.exercise for each in script}
    for beats in rest:
        form = library.form(beats[0].ref)
        if form is None or not form.barred_for & tags:
            yield beats
            continue
        new = easier(form, library, who) or swap(form, library, who, used)
        used |= {new.ref.exercise} if new else set()
        yield _beats(new, form, beats[0], who) if new else ()


def _beats(new: Form, form: Form, first: Beat, who: Preferences) -> Script:
    """The new move waits for a tap, because nobody has seen it coming."""
    return beats_of(Part(new, dose_for(new, who)), first.item, form.position, is_known=False)


def _in_order(rest: list[Script], item: int) -> Iterator[Beat]:
    """Renumbers the exercises. Getting down or up is not timed if it was not planned there (docs/facts.md: floor-time)."""
    before: Beat | None = None
    for number, beats in enumerate(rest, start=item):
        for each in beats:
            changes = before is not None and before.item != number and before.on_floor is not each.on_floor
            before = replace(each, item=number, seconds=None if changes else each.seconds)
            yield before
