"""Edits a person's own routine: which moves, in which order, and how much of each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.session.contents import name, settled_own, title_of_form
from bot.coach.session.plans import rests_in
from bot.domain.library.exercise import Form, FormRef, Purpose
from bot.domain.own import own_routine as rules
from bot.domain.own.own_dose import may_be_set, nudges, own_dose, set_dose
from bot.domain.own.own_exercise import own_id
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.person.stages import Stage
from bot.domain.session import suitable
from bot.domain.session.script import duration
from bot.domain.session.suitable import Settled
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import (
    AddFrom,
    AddLine,
    AddOwn,
    AddTo,
    DoseLine,
    MoveLine,
    OpenLine,
    RemoveLine,
)
from bot.screens.own import own_screens as screens
from bot.screens.own.own_screens import OwnPlan, Row

Composed = AddTo | AddFrom | AddOwn | AddLine | OpenLine | MoveLine | DoseLine | RemoveLine


def line_tapped(case: Case, own: OwnRoutine, action: Composed) -> Answer:
    match action:
        case AddTo():
            return ask_what(case, own)
        case AddFrom():
            return _offer(case, own, action)
        case AddOwn():
            return _offer_own(case, own, action)
        case AddLine(_, slug, form_id):
            form = case.form(FormRef(slug, form_id))
            return add(case, own, slug, form) if form else _old_button(case, own)
    line = own.line(action.line)
    if line is None:
        return _old_button(case, own)
    match action:
        case OpenLine():
            return open_line(case, own, line)
        case MoveLine(_, _, to):
            return _keep_line(case, rules.moved(own, line, to), line)
        case DoseLine():
            return _dose(case, own, line, action)
        case RemoveLine():
            return remove(case, own, line)


def open_own(case: Case, own: OwnRoutine) -> Answer:
    draft = _draft(case, own)
    if draft.parts:
        return Answer(screens.card(draft, case.words))
    return Answer(screens.nothing_left(own, case.words)) if own.lines else edit(case, own)


def edit(case: Case, own: OwnRoutine) -> Answer:
    return Answer(screens.editor(_draft(case, own), case.words), awaits=Awaited(Wanted.LINE, (own.id,)))


def ask_what(case: Case, own: OwnRoutine, note: str = "") -> Answer:
    if own.is_full:
        return replace(edit(case, own), screen=screens.no_room(_draft(case, own), case.words))
    purposes = (purpose for purpose in Purpose if any(_forms_for(case, purpose)))
    has_own = bool(case.store.own_exercises.every(case.person.id))
    screen = screens.add(own.id, purposes, case.words, note, has_own=has_own)
    return Answer(screen, awaits=Awaited(Wanted.MOVE, (own.id,)))


def _offer(case: Case, own: OwnRoutine, action: AddFrom) -> Answer:
    forms = dict.fromkeys(form.ref for form in _forms_for(case, action.purpose))
    if own.is_full or not forms:
        return ask_what(case, own)
    moves = [(title_of_form(case, ref), name(case, ref.exercise), ref) for ref in forms]
    screen = screens.add_from(action, moves, case.words)
    return Answer(screen, awaits=Awaited(Wanted.MOVE, (own.id,)))


def _offer_own(case: Case, own: OwnRoutine, action: AddOwn) -> Answer:
    every = case.store.own_exercises.every(case.person.id)
    if own.is_full or not every:
        return ask_what(case, own)
    screen = screens.add_own(action, [(each.name, each.ref) for each in every], case.words)
    return Answer(screen, awaits=Awaited(Wanted.MOVE, (own.id,)))


def _forms_for(case: Case, purpose: Purpose) -> Iterator[Form]:
    for exercise in case.library.exercises.values():
        form = suitable.form_for(exercise.slug, case.library, case.who.with_nothing_resting)
        if form and purpose in exercise.focus:
            yield form


def add(case: Case, own: OwnRoutine, slug: str, form: Form | None = None) -> Answer:
    who = replace(case.who.with_nothing_resting, stage=Stage.MILD)
    if form is None or suitable.bar(form, who):
        form = suitable.form_for(slug, case.library_with((slug,)), who)
    if form is None:
        return ask_what(case, own, case.words("own-not-for-you", title=name(case, slug)))
    if own.is_full:
        return ask_what(case, own)
    after = rules.added(own, form.ref)
    toast = "toast-own-there" if after is own else "toast-own-added"
    return replace(_keep(case, after), toast=case.words(toast, title=title_of_form(case, form.ref)))


def open_line(case: Case, own: OwnRoutine, line: OwnLine, note: str = "") -> Answer:
    form = case.form(line.ref)
    spot = screens.Spot(
        own.id,
        _row(case, line),
        own.lines.index(line),
        len(own.lines),
        nudges(line, form, case.who) if form else {},
        form is not None and own_dose(line, form, case.who) != set_dose(line, form, case.who),
    )
    screen = screens.line(spot, case.words, note)
    return Answer(screen, awaits=Awaited(Wanted.AMOUNT, (own.id, line.id)))


def set_line(case: Case, own: OwnRoutine, line: OwnLine, note: str = "") -> Answer:
    return _keep_line(case, rules.changed(own, line), line, note)


def _dose(case: Case, own: OwnRoutine, line: OwnLine, action: DoseLine) -> Answer:
    form = case.form(line.ref)
    if form is None or not may_be_set(form, action.hold, action.repetitions):
        return open_line(case, own, line)
    rest = (
        line.rest if action.hold or action.repetitions else None
    )  # neither: everything as their level sets it
    after = replace(line, hold=action.hold or None, repetitions=action.repetitions or None, rest=rest)
    return set_line(case, own, after)


def move(case: Case, own: OwnRoutine, line: OwnLine, to: int) -> Answer:
    after = rules.moved(own, line, to)
    return _keep_line(case, after, line, case.words("own-as-far") if after is own else "")


def remove(case: Case, own: OwnRoutine, line: OwnLine) -> Answer:
    toast = case.words("toast-own-removed", title=title_of_form(case, line.ref))
    return replace(_keep(case, rules.without(own, line.id)), toast=toast)


def _keep(case: Case, own: OwnRoutine) -> Answer:
    return edit(case, case.store.own.save(own, case.person.id))


def _keep_line(case: Case, own: OwnRoutine, line: OwnLine, note: str = "") -> Answer:
    own = case.store.own.save(own, case.person.id)
    return open_line(case, own, own.line(line.id) or line, note)


def _old_button(case: Case, own: OwnRoutine) -> Answer:
    return replace(edit(case, own), toast=case.words("toast-old-button"))


def _draft(case: Case, own: OwnRoutine) -> OwnPlan:
    case = case.with_own_read(line.ref.exercise for line in own.lines)
    who = case.who.on_another_day
    settled = settled_own(case, own, who)
    rests = rests_in(settled, case.library_with(line.ref.exercise for line in own.lines), who)
    return OwnPlan(
        own,
        [_row(case, line) for line in own.lines],
        [(title_of_form(case, part.form.ref), part) for part in settled.parts],
        [(title_of_form(case, old), title_of_form(case, new)) for old, new in settled.replaced],
        list(_titles(case, settled.left_out)),
        duration(settled.parts),
        {title_of_form(case, ref): rests[ref.exercise] for ref in _away(settled) if ref.exercise in rests},
        list(_titles(case, _unjudged(case, settled))),
    )


def _unjudged(case: Case, settled: Settled) -> Iterator[FormRef]:
    if case.who.is_gentle or case.who.stage is not Stage.MILD:
        yield from (part.form.ref for part in settled.parts if part.form.is_own)
        yield from (ref for ref in settled.left_out if own_id(ref.exercise))


def _away(settled: Settled) -> Iterator[FormRef]:
    yield from (old for old, _ in settled.replaced)
    yield from settled.left_out


def _row(case: Case, line: OwnLine) -> Row:
    form = case.form(line.ref)
    amount = own_dose(line, form, case.who) if form else None
    return Row(line, title_of_form(case, line.ref), form, amount, name(case, line.ref.exercise))


def _titles(case: Case, refs: Iterable[FormRef]) -> Iterator[str]:
    return (title_of_form(case, ref) for ref in refs)
