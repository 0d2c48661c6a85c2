"""A person's own routines: the list, and each one in full."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.own import making_exercises, own_lines
from bot.coach.session.contents import settled_own
from bot.domain.own.own_routine import (
    MOST_ROUTINES,
    NAME_LENGTH,
    NameFault,
    OwnRoutine,
    name_fault,
    shortened,
    tidy_name,
    unstored_lines,
)
from bot.domain.plain_text import phrase_or_signs
from bot.domain.session.script import duration
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import AskDeleteOwn, CopyOwn, DeleteOwn, EditOwn, Made, NameOwn, OpenOwn
from bot.screens.own import own_screens as screens

_ALL_EXERCISES = ("button-own-exercises", "choice-own-exercises", "own-exercises")
"""What people may type to see the list of their own exercises."""


def own_tapped(case: Case, action: Made) -> Answer:
    own = case.store.own.get(action.own, case.person.id)
    if own is None:
        return replace(every_own(case), toast=case.words("toast-old-button"))
    match action:
        case OpenOwn():
            return own_lines.open_own(case, own)
        case EditOwn():
            return own_lines.edit(case, own)
        case NameOwn():
            return _ask_name(case, own)
        case CopyOwn():
            return _copy(case, own)
        case AskDeleteOwn():
            return Answer(screens.ask_delete(own, case.words))
        case DeleteOwn():
            return _delete(case, own)
        case _:
            return own_lines.line_tapped(case, own, action)


def every_own(case: Case, note: str = "") -> Answer:
    return Answer(screens.own_routines(_timed(case), case.words, note))


def _timed(case: Case) -> list[tuple[OwnRoutine, int]]:
    every = case.store.own.every(case.person.id)
    who = case.who.on_another_day
    settled = (settled_own(case, own, who) for own in every)
    return [(own, duration(made.parts)) for own, made in zip(every, settled, strict=True)]


def make(case: Case) -> Answer:
    own = _blank(case)
    return own_lines.edit(case, own) if own else Answer(screens.full(_timed(case), case.words))


def make_with(case: Case, exercise: int) -> Answer:
    wanted = case.store.own_exercises.get(exercise, case.person.id)
    if wanted is None:
        return replace(making_exercises.every(case), toast=case.words("toast-old-button"))
    every = case.store.own.every(case.person.id)
    there = (own for own in every if [line.ref for line in own.lines] == [wanted.ref])
    own = next(there, None) or _blank(case)
    if own is None:
        return Answer(screens.full(_timed(case), case.words))
    return own_lines.add(case, own, wanted.ref.exercise)


def _blank(case: Case) -> OwnRoutine | None:
    """None if there is no room. Reuses a routine that is empty and unnamed, so that two taps make only one."""
    every = case.store.own.every(case.person.id)
    plain = case.words("own-name")
    names = [plain, *(_numbered(case, plain, number) for number in range(2, MOST_ROUTINES + 2))]
    if empty := next((own for own in every if not own.lines and own.name in names), None):
        return empty
    if len(every) >= MOST_ROUTINES:
        return None
    taken = {own.name for own in every}
    free = next(name for name in names if name not in taken)
    return case.store.own.make(case.person.id, free, (), case.now)


def _copy(case: Case, own: OwnRoutine) -> Answer:
    every = case.store.own.every(case.person.id)
    name = shortened(tidy_name(case.words("own-copy", name=own.name)))
    there = (other for other in every if other.name.startswith(name) and other.has_same_lines_as(own))
    if copy := next(there, None):
        return _edit_copy(case, copy)
    if len(every) >= MOST_ROUTINES:
        return Answer(screens.full(_timed(case), case.words))
    free = _free_name(case, name, {other.name for other in every})
    return _edit_copy(case, case.store.own.make(case.person.id, free, unstored_lines(own), case.now))


def _edit_copy(case: Case, copy: OwnRoutine) -> Answer:
    return replace(own_lines.edit(case, copy), toast=case.words("toast-own-copied"))


def _free_name(case: Case, name: str, taken: set[str]) -> str:
    numbered = (_numbered(case, name, number) for number in range(2, MOST_ROUTINES + 2))
    return next(other for other in (name, *numbered) if other not in taken)


def _numbered(case: Case, name: str, number: int) -> str:
    whole = tidy_name(case.words("own-name-numbered", name=name, number=number))
    if (over := len(whole) - NAME_LENGTH) <= 0:
        return whole
    return _numbered(case, shortened(name, len(name) - over), number)


def _delete(case: Case, own: OwnRoutine) -> Answer:
    case.store.own.delete(own.id, case.person.id)
    return every_own(case, case.words("own-deleted", name=own.name))


def _ask_name(case: Case, own: OwnRoutine, fault: NameFault | None = None) -> Answer:
    return Answer(screens.ask_name(own, case.words, fault), awaits=Awaited(Wanted.NAME, (own.id,)))


def name(case: Case, own: OwnRoutine, text: str) -> Answer:
    wanted = tidy_name(text)
    others = {other.name for other in case.store.own.every(case.person.id) if other.id != own.id}
    if fault := name_fault(wanted, others) or making_exercises.acted_on(case, wanted):
        return _ask_name(case, own, fault)
    return own_lines.edit(case, case.store.own.save(replace(own, name=wanted), case.person.id))


def by_name(case: Case, text: str) -> Answer | None:
    wanted = phrase_or_signs(text)
    if wanted == phrase_or_signs(case.words("button-my-routines")):
        return every_own(case)
    every = case.store.own.every(case.person.id)
    if own := next((own for own in every if phrase_or_signs(own.name) == wanted), None):
        return own_lines.open_own(case, own)
    return exercise_by_name(case, text)


def exercise_by_name(case: Case, text: str) -> Answer | None:
    wanted = phrase_or_signs(text)
    if wanted in (phrase_or_signs(case.words(each)) for each in _ALL_EXERCISES):
        return making_exercises.every(case)
    exercise = making_exercises.by_name(case, text)
    return making_exercises.open_own(case, exercise) if exercise else None
