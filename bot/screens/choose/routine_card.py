"""Routines: the list, and one of them as it is for this person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.library.exercise import Equipment, Exercise, Form
from bot.domain.library.routine import Programme, Routine
from bot.domain.session.script import Part
from bot.domain.session.suitable import Bar
from bot.screens import keys
from bot.screens.amounts import dose, form_title, length, things, where_all
from bot.screens.buttons.actions import (
    DoRoutine,
    Go,
    ListRoutines,
    OpenExercise,
    OpenProgramme,
    OpenRoutine,
    Place,
)
from bot.screens.choose.resting_words import instead
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, picture_if_room, plain

MINUTE = 60
ON_A_PAGE = 8
MANY = 3
"""When more lines than this say what was replaced, they fold."""


Named = tuple[Exercise, Form | None]
"""An exercise, in one of its forms."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine settled for one person. `replaced`: pairs of old and new. `rests`: by slug, why a resting exercise is left out."""

    routine: Routine
    lines: Sequence[tuple[Exercise, Part]]
    replaced: Sequence[tuple[Named, Named]]
    left_out: Sequence[Exercise]
    seconds: int
    rests: Mapping[str, Bar] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[Form, ...]:
        return tuple(part.form for _, part in self.lines)

    @property
    def is_whole(self) -> bool:
        return not self.left_out and 2 * len(self.replaced) <= len(self.lines)

    @property
    def needs_floor(self) -> bool:
        return any(form.position.is_on_the_floor for form in self.forms)

    @property
    def equipment(self) -> frozenset[Equipment]:
        return frozenset().union(*(form.equipment for form in self.forms))


def routines(  # noqa: PLR0913 - what the list shows
    plans: Sequence[Plan],
    programme: Programme | None,
    words: Words,
    page: int = 0,
    *,
    no_floor: bool = False,
    found_none: bool = False,
) -> Screen:
    page = min(page, max(0, len(plans) - 1) // ON_A_PAGE)
    shown = plans[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    text = lines(
        plain(words("nothing-found")) if found_none else None,
        bold(words("routines-no-floor" if no_floor else "routines")),
        folded(lines(*(_about(plan, words) for plan in shown))) if shown else None,
    )
    first = [Button(words("button-my-routines"), Go(Place.OWN_ROUTINES))]
    if programme:
        first.append(Button(keys.cut(programme.title), OpenProgramme(programme.slug)))
    ready = keys.paired(Button(_label(plan, words), OpenRoutine(plan.routine.slug)) for plan in shown)
    turns = tuple(_turns(page, len(plans), no_floor, words))
    other = Button(words("button-exercises"), Go(Place.EXERCISES))
    return Screen(
        text, (*keys.paired(first), *ready, *((turns,) if turns else ()), (other, keys.home(words)))
    )


def _turns(page: int, count: int, no_floor: bool, words: Words) -> Iterator[Button]:
    if page:
        yield Button(words("button-shorter-ones"), ListRoutines(no_floor, page - 1))
    if (page + 1) * ON_A_PAGE < count:
        yield Button(words("button-longer-ones"), ListRoutines(no_floor, page + 1))


def _label(plan: Plan, words: Words) -> str:
    """The title alone if there is no room for the length, which then stands in the text above."""
    minutes = max(1, round(plan.seconds / MINUTE))
    return keys.label(words("routine-label", title=plan.routine.title, minutes=minutes), plan.routine.title)


def _about(plan: Plan, words: Words) -> str:
    where = where_all(plan.forms, words)
    return words("routine-about", title=plan.routine.title, length=length(plan.seconds, words), where=where)


def routine_card(plan: Plan, words: Words, note: str = "") -> Screen:
    text = lines(
        bold(words.parted((plan.routine.title, length(plan.seconds, words)))),
        plain(note),
        plain(plan.routine.summary),
        plain(words.parted((where_all(plan.forms, words), things(plan.equipment, words)))),
        *moves(plan, words),
        plain(words("stop-rule")),
    )
    do = keys.primary(words("button-do-it"), DoRoutine(plan.routine.slug))
    rows = (do, *_why_not(plan), (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)))
    picture = picture_if_room(text, plan.routine.picture)
    begins = DoRoutine(plan.routine.slug)
    return Screen(text, rows, picture, asides=(plain(plan.routine.summary),), begins=begins)


def _why_not(plan: Plan) -> Rows:
    return keys.paired(Button(keys.cut(each.title), OpenExercise(each.slug)) for each in plan.left_out[:MANY])


def _title(named: Named, words: Words) -> str:
    exercise, form = named
    return form_title(exercise, form, words) if form else exercise.title


def moves(plan: Plan, words: Words) -> Iterator[str]:
    for exercise, part in plan.lines:
        yield plain(f"• {routine_line(exercise, part, words)}")
    replaced = [_replaced(plan, old, new, words) for old, new in plan.replaced]
    if len(replaced) > MANY:
        yield folded(lines(*replaced))
    else:
        yield from map(plain, replaced)
    for exercise in plan.left_out:
        resting = plan.rests.get(exercise.slug)
        yield plain(
            instead(resting, exercise.title, "", words) if resting else words("left-out", old=exercise.title)
        )


def routine_line(exercise: Exercise, part: Part, words: Words) -> str:
    title = form_title(exercise, part.form, words)
    return words("routine-line", title=title, dose=dose(part.form, part.dose, words))


def resting_line(plan: Plan, words: Words) -> str:
    new = next(
        (_replaced(plan, old, new, words) for old, new in plan.replaced if old[0].slug in plan.rests), ""
    )
    out = (exercise for exercise in plan.left_out if exercise.slug in plan.rests)
    return new or next((instead(plan.rests[each.slug], each.title, "", words) for each in out), "")


def _replaced(plan: Plan, old: Named, new: Named, words: Words) -> str:
    resting = plan.rests.get(old[0].slug)
    if resting:
        return instead(resting, old[0].title, new[0].title, words)
    return words("replaced", new=_title(new, words), old=_title(old, words))
