"""Decides which form of an exercise a person is offered, and why another is not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from bot.domain.library.exercise import Dose, Equipment, Form, FormRef, Tag
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import BREATHING_AND_WALKING, NOTHING_RESTS, Until, WhyEasy
from bot.domain.session.doses import dose_for, stand_in_dose
from bot.domain.session.script import Part


class Rests(Enum):
    """Why a form rests. FOR_NOW: it was sharp, or loads the place that was. UNTIL_ASKED: its rest is over, and the person is to be
    asked. TODAY: the day is for breathing and walking."""

    FOR_NOW = "for-now"
    UNTIL_ASKED = "until-asked"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Bar:
    """Why a form is not offered to this person. If no field is set, they can't get to where it is done.

    `never`: they said that they never want it. `tag`: what they work around. `thing`: what they lack. `too_strong`:
    for their level; `for_now`: while their back wants it gentle. `rests`: since something was sharp, `until` when,
    and in which `part` of today it was. `unjudged`: the exercise is their own and their back hurts a lot; nobody
    knows whether it is right for such a day."""

    tag: Tag | None = None
    thing: Equipment | None = None
    too_strong: bool = False
    for_now: bool = False
    unjudged: bool = False
    rests: Rests | None = None
    until: Until | None = None
    part: WhyEasy | None = None
    never: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A routine made to fit one person. `replaced`: pairs of the planned form and the one that took its place."""

    parts: tuple[Part, ...]
    replaced: tuple[tuple[FormRef, FormRef], ...]
    left_out: tuple[FormRef, ...] = ()


def bar(form: Form, who: Preferences) -> Bar | None:
    if form.ref.exercise in who.never:
        return Bar(never=True)
    if who.resting is not NOTHING_RESTS and (resting := rest_of(form, who)):
        return resting
    if form.is_own and who.stage is Stage.HIGH:
        return Bar(unjudged=True)
    for tag in sorted(form.barred_for & who.tags, key=lambda tag: tag.value):
        return Bar(tag)
    if not _can_get_there(form, who.floor):
        return Bar()
    if who.stage is Stage.HIGH and not _is_for_a_sore_day(form):
        return Bar(for_now=True)
    if form.intensity > who.most_intense:
        return Bar(for_now=True) if who.is_gentle or who.stage is not Stage.MILD else Bar(too_strong=True)
    lacking = form.equipment - who.equipment if who.equipment is not None else ()
    return Bar(thing=min(lacking, key=lambda thing: thing.value)) if lacking else None


def _is_for_a_sore_day(form: Form) -> bool:
    """Breathing, walking and gentle moves on a seat (docs/facts.md: sore-day)."""
    return form.ref.exercise in BREATHING_AND_WALKING or (form.intensity == 1 and form.can_be_seated)


def rest_of(form: Form, who: Preferences) -> Bar | None:
    slug, resting = form.ref.exercise, who.resting
    if until := resting.until(slug, form.barred_for):
        return Bar(rests=Rests.FOR_NOW, until=until)
    if slug in resting.rested:
        return Bar(rests=Rests.UNTIL_ASKED)
    is_for_today = slug in BREATHING_AND_WALKING or not resting.easy
    return None if is_for_today else Bar(rests=Rests.TODAY, part=resting.easy)


def _can_get_there(form: Form, floor: Floor | None) -> bool:
    match floor:
        case None | Floor.YES:
            return True
        case Floor.BED:
            return form.on_bed or not form.position.is_on_the_floor
        case Floor.STAND:
            return not form.position.is_on_the_floor
        case Floor.SEATED:
            return form.can_be_seated


def fitting(refs: Iterable[FormRef | None], library: Library, who: Preferences) -> Iterator[Form]:
    for ref in refs:
        form = library.form(ref) if ref else None
        if form and not bar(form, who):
            yield form


def form_for(slug: str, library: Library, who: Preferences) -> Form | None:
    exercise = library.exercise(slug)
    form = next(fitting((form.ref for form in exercise.forms), library, who), None) if exercise else None
    return gentler(form, library, who) if form else None


def gentler(form: Form, library: Library, who: Preferences) -> Form:
    while form.ref in who.too_much and (less := easier(form, library, who)):
        form = less
    return form


def easier(form: Form, library: Library, who: Preferences) -> Form | None:
    return next(fitting((form.easier,), library, who), None)


def harder(form: Form, library: Library, who: Preferences) -> Form | None:
    return next(fitting((form.harder,), library, who), None)


def swap(form: Form, library: Library, who: Preferences, used: Iterable[str]) -> Form | None:
    taken = set(used)
    return min(
        fitting(form.swaps, library, who),
        key=lambda option: (not _is_where(form, option), option.ref.exercise in taken),
        default=None,
    )


def nearest(form: Form | None, options: Iterable[Form]) -> Form | None:
    """The first option that is done where the person is already."""
    return min(options, key=lambda option: form is not None and not _is_where(form, option), default=None)


def _is_where(form: Form, option: Form) -> bool:
    """People who may be sitting stay seated, and people who stand are not sent to the floor. From the floor, anything will do."""
    if form.can_be_seated:
        return option.can_be_seated
    return form.position.is_on_the_floor or not option.position.is_on_the_floor


def settle(lines: Iterable[RoutineLine], library: Library, who: Preferences) -> Settled:
    """Fits the lines to the person. Nothing is done twice to fill a gap; the session gets shorter instead."""
    parts: list[Part] = []
    replaced: list[tuple[FormRef, FormRef]] = []
    left_out: list[FormRef] = []
    lines = tuple(lines)
    for number, line in enumerate(lines):
        others = [*(part.form.ref for part in parts), *(later.ref for later in lines[number + 1 :])]
        before = parts[-1].form.ref if parts else None
        form = _fitting_line(line, library, who, {_family(ref, library) for ref in others}, before)
        if form is None:
            left_out.append(line.ref)
            continue
        parts.append(Part(form, _dose(line, form, library, who)))
        if form.ref != line.ref:
            replaced.append((line.ref, form.ref))
    return Settled(tuple(parts), tuple(replaced), tuple(left_out))


def _fitting_line(
    line: RoutineLine, library: Library, who: Preferences, taken: set[str], before: FormRef | None
) -> Form | None:
    own = next(fitting((line.ref,), library, who), None)
    if own and _must_be_apart(before, own.ref, library):
        own = None
    less = gentler(own, library, who) if own else None
    if less and (less is own or _family(less.ref, library) not in taken):
        return less
    stand_ins = (
        form
        for form in fitting(line.fallbacks, library, who)
        if _family(form.ref, library) not in taken and not _must_be_apart(before, form.ref, library)
    )
    return own or next(stand_ins, None)


def _dose(line: RoutineLine, form: Form, library: Library, who: Preferences) -> Dose:
    if form.ref == line.ref:
        return line.dose if line.is_own and line.dose else dose_for(form, who, line.dose)
    own = library.form(line.ref)
    wanted = line.dose or (own.dose(who.dose_level) if own else form.dose(1))
    return stand_in_dose(form, who, wanted.seconds * (len(own.sides) or 1 if own else 1))


def _family(ref: FormRef, library: Library) -> str:
    exercise = library.exercises.get(ref.exercise)
    return exercise.family if exercise else ref.exercise


def _must_be_apart(before: FormRef | None, ref: FormRef, library: Library) -> bool:
    exercise = library.exercises.get(before.exercise) if before else None
    return exercise is not None and ref.exercise in exercise.apart_from
