"""Every screen of own routines with sample facts, by name."""

from dataclasses import replace
from datetime import date

from bot.domain.library.exercise import Exercise, Form, FormRef, Purpose
from bot.domain.library.library import Library
from bot.domain.own.own_dose import nudges, own_dose
from bot.domain.own.own_routine import MOST_LINES, NAME_LENGTH, NameFault, OwnLine, OwnRoutine
from bot.domain.person.person import Preferences
from bot.domain.person.what_rests import Until
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import Bar, Rests
from bot.screens.amounts import name_of_gone
from bot.screens.buttons.actions import AddFrom
from bot.screens.gallery.samples import Named
from bot.screens.own import own_screens
from bot.screens.screen import Words

NAMES = ("<b>Łukasz & ✨", "مينا في الصباح", "👩🏽‍🚀" * 7, "W" * NAME_LENGTH)
GONE = FormRef("long-gone-but-not-forgotten", "usual")
ANYONE = Preferences()
ID = 1042


def own_gallery(library: Library, words: Words) -> Named:
    every = tuple(library.exercises.values())
    drafts = [_draft(OwnRoutine(ID + n, name), every[: 2 + 5 * n]) for n, name in enumerate(NAMES)]
    yield from _whole(drafts, words)
    yield from _one(_draft(OwnRoutine(ID, words("own-name")), every), words)
    yield from _adding(every, words)
    for one in every:
        for form in one.forms:
            yield from _line(one, form, words)


def _whole(drafts: list[own_screens.OwnPlan], words: Words) -> Named:
    every = [(draft.own, draft.seconds) for draft in drafts]
    yield "own", own_screens.own_routines(every, words)
    yield "own/none", own_screens.own_routines((), words)
    yield "own/full", own_screens.full(every, words)
    for number, draft in enumerate(drafts):
        yield f"own/hostile/{number}", own_screens.card(draft, words)
        yield f"own/hostile/{number}/edit", own_screens.editor(draft, words)
        yield f"own/hostile/{number}/name", own_screens.ask_name(draft.own, words)
        yield f"own/hostile/{number}/delete", own_screens.ask_delete(draft.own, words)
        yield f"own/hostile/{number}/nothing-left", own_screens.nothing_left(draft.own, words)


def _one(draft: own_screens.OwnPlan, words: Words) -> Named:
    title = draft.rows[0].title
    empty = own_screens.OwnPlan(replace(draft.own, lines=()), (), (), (), (), 0)
    retired = replace(
        draft, rows=(own_screens.Row(OwnLine(99, GONE), name_of_gone(GONE.exercise, words)), *draft.rows)
    )
    yield "own/card", own_screens.card(draft, words)
    yield (
        "own/card/changed",
        own_screens.card(replace(draft, replaced=[(title, title)] * 4, left_out=[title]), words),
    )
    friday = Bar(rests=Rests.FOR_NOW, until=Until(date(2026, 1, 9)))
    rests = replace(draft, replaced=[(title, draft.rows[-1].title)], rests={title: friday})
    yield "own/card/rests", own_screens.card(rests, words)
    yield "own/card/rests/left-out", own_screens.card(replace(rests, replaced=(), left_out=[title]), words)
    yield "own/edit", own_screens.editor(draft, words)
    yield "own/edit/empty", own_screens.editor(empty, words)
    yield "own/edit/retired", own_screens.editor(retired, words)
    yield "own/edit/nothing-to-do", own_screens.editor(replace(draft, parts=(), seconds=0), words)
    yield "own/edit/full", own_screens.no_room(draft, words)
    yield "own/nothing-left", own_screens.nothing_left(draft.own, words)
    yield "own/nothing-left/empty", own_screens.nothing_left(empty.own, words)
    yield "own/name", own_screens.ask_name(draft.own, words)
    for fault in NameFault:
        yield f"own/name/{fault.value}", own_screens.ask_name(draft.own, words, fault)
    yield "own/delete", own_screens.ask_delete(draft.own, words)


def _adding(every: tuple[Exercise, ...], words: Words) -> Named:
    yield "own/add", own_screens.add(ID, Purpose, words)
    yield "own/add/nothing-found", own_screens.add(ID, Purpose, words, words("nothing-found"))
    moves = [(one.title, one.title, one.usual.ref) for one in every] * (
        1 + own_screens.PAGE * 2 // len(every)
    )
    for page in (0, 1, 99):
        some = list(dict.fromkeys(moves)) if page == 0 else moves[: own_screens.PAGE + 1]
        yield f"own/add/from/{page}", own_screens.add_from(AddFrom(ID, Purpose.TURN, page), some, words)


def _line(one: Exercise, form: Form, words: Words) -> Named:
    name, as_it_is = f"own/line/{form.ref}", OwnLine(7, form.ref)
    yield name, own_screens.line(_spot(one, form, as_it_is), words)
    set_ = replace(as_it_is, repetitions=2)
    yield f"{name}/set", own_screens.line(_spot(one, form, set_), words, words("own-as-far"))
    gentle = replace(_spot(one, form, set_), is_held_back=True)
    yield f"{name}/gentle", own_screens.line(gentle, words, words("own-by-times"))
    name_of_gone = replace(_spot(one, form, set_), row=own_screens.Row(set_, one.title), nudged={}, place=4)
    yield f"{name}/retired", own_screens.line(name_of_gone, words)


def _spot(one: Exercise, form: Form, line: OwnLine) -> own_screens.Spot:
    row = own_screens.Row(line, one.title, form, own_dose(line, form, ANYONE))
    return own_screens.Spot(ID, row, 2, 5, nudges(line, form, ANYONE))


def _draft(named: OwnRoutine, every: tuple[Exercise, ...]) -> own_screens.OwnPlan:
    some = every[:MOST_LINES]
    rows = [
        own_screens.Row(OwnLine(n, one.usual.ref), one.title, one.usual, one.usual.dose(1))
        for n, one in enumerate(some, 1)
    ]
    parts = [(one.title, Part(one.usual, one.usual.dose(1))) for one in some]
    made = replace(named, lines=tuple(row.line for row in rows))
    return own_screens.OwnPlan(made, rows, parts, (), (), duration([part for _, part in parts]))
