"""Noting how much it hurts: before something is begun or at any time, in a number or in words, added to and taken back."""

from dataclasses import replace

from bot.coach.case import Answer, Case, with_stage
from bot.coach.choose.begin import begin_unasked
from bot.coach.choose.strong_day import gentle_today
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import (
    AddWords,
    InWords,
    NotAsked,
    NoteFelt,
    NotePain,
    Noting,
    TakeBack,
    What,
)
from bot.screens.person import pain_screens as screens

LONGEST = 300
"""Letters of what somebody adds in their own words."""

TWICE_WITHIN = 60
"""Seconds in which the same again is one note: a finger that tapped twice."""

LISTED = 8


def noting(case: Case, action: Noting) -> Answer | None:
    """None where a note is not theirs, or gone."""
    match action:
        case NotePain(number, then):
            return note(case, PainNote(case.now, _when(then), number), then)
        case NoteFelt(felt, then):
            return note(case, PainNote(case.now, _when(then), felt=felt), then)
        case InWords(then):
            return Answer(screens.ask_in_words(then, case.words), awaits=Awaited(Wanted.NUMBER))
        case NotAsked(then):
            return begin_unasked(case, then)
        case AddWords(id_):
            return _ask_for_words(case, id_)
        case TakeBack(id_):
            return _take_back(case, id_)


def ask(case: Case, note: str = "", then: What | None = None) -> Answer:
    """`note`: what leads up to the question. `then`: what they are about to begin."""
    return Answer(screens.ask(then, case.words, note), awaits=Awaited(Wanted.NUMBER))


def note(case: Case, new: PainNote, then: What | None = None) -> Answer:
    """Kept; then what they were about to begin begins, as it suits them now."""
    kept, case = keep(case, new)
    if then:
        return begin_unasked(case, then)
    gentle = gentle_today(case) if case.who.stage is Stage.HIGH and not case.who.is_locked else None
    return Answer(screens.noted(kept, gentle, case.words))


def keep(case: Case, new: PainNote) -> tuple[PainNote, Case]:
    """As it is kept, and the person as they are from now on."""
    notes, person = case.store.pain_notes, case.person.id
    last = next(iter(notes.last(person, 1)), None)
    if last and _is_the_same(last, new):
        return last, case
    kept = replace(new, id=notes.add(person, new))
    return kept, with_stage(case)


def add_words(case: Case, id: int, said: str) -> Answer | None:  # noqa: A002
    """In place of what was said of that note before; None where it is not theirs, or gone."""
    notes, person = case.store.pain_notes, case.person.id
    if notes.get(id, person) is None:
        return None
    notes.say(id, person, in_short(said))
    return Answer(screens.noted_words(id, case.words))


def in_short(said: str) -> str:
    return " ".join(said.split())[:LONGEST]


def last_notes(case: Case) -> Answer:
    notes = case.store.pain_notes.last(case.person.id, LISTED)
    told = [screens.Noted(each, each.at.astimezone(case.zone)) for each in notes]
    return Answer(screens.last_notes(told, case.words))


def _when(then: What | None) -> NotedWhen:
    return NotedWhen.BEFORE if then else NotedWhen.ANY


def _is_the_same(last: PainNote, new: PainNote) -> bool:
    is_soon = abs((new.at - last.at).total_seconds()) < TWICE_WITHIN
    return is_soon and replace(last, id=0, at=new.at) == new


def _ask_for_words(case: Case, id: int) -> Answer | None:  # noqa: A002
    if case.store.pain_notes.get(id, case.person.id) is None:
        return None
    return Answer(screens.ask_for_words(case.words), awaits=Awaited(Wanted.NOTE, (id,)))


def _take_back(case: Case, id: int) -> Answer:  # noqa: A002
    """Tapped twice, it is gone once."""
    case.store.pain_notes.delete(id, case.person.id)
    return Answer(screens.taken_back(case.words))
