"""Takes plain words as the answer to what was asked for: a name, a move, a line, an amount, times, a city, a day."""

import re
from dataclasses import replace
from functools import partial

from bot.coach.case import Answer, Case
from bot.coach.own import making_exercises, own_lines, own_list
from bot.coach.person import checking_in, pain_noting
from bot.coach.progress import physio
from bot.coach.reminders import asked_when, clocks, schedule, times_caught, zones
from bot.coach.reminders.when import standing
from bot.coach.session import pain_question
from bot.coach.session.live import session_of
from bot.coach.tapping import tapped
from bot.coach.typed import meaning, number_said
from bot.coach.typed.finding.ranking import find
from bot.coach.typed.reminders import beside_time, no_time_named
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.library.exercise import Form
from bot.domain.own.own_dose import (
    Nudge,
    can_hold,
    has_full_amount,
    most_times,
    nudges,
    own_dose,
    with_amount,
)
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.person.what_rests import WHOLE_DAY_FIRST
from bot.domain.plain_text import phrase, phrase_or_signs
from bot.domain.session.pain import WORST_FIRST
from bot.domain.session.session import Move
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.dates import read_date
from bot.domain.typed.quantities import Amount, amount_in, minutes_in
from bot.domain.typed.said.place_said import in_order
from bot.domain.typed.said.worst_said import worst_said
from bot.domain.typed.vocabulary import Edit, Vocabulary
from bot.domain.typed.when.days_with_times import MOST_READINGS
from bot.domain.typed.when.meant import Half, names_time_of_day
from bot.domain.typed.when.part_said import fitting
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.wishes.ideas import split
from bot.domain.typed.wishes.wish import Wish

_OF_OWN_EXERCISES = (Wanted.OWN_NAME, Wanted.OWN_PICTURE, Wanted.OWN_HOW, Wanted.OWN_DOSE)

_NUDGES = {
    Edit.FEWER: Nudge.FEWER,
    Edit.MORE: Nudge.MORE,
    Edit.SHORTER: Nudge.SHORTER,
    Edit.LONGER: Nudge.LONGER,
}


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if awaited is None:
        return None
    if awaited.what in (Wanted.TIMES, Wanted.CITY, Wanted.DATE):
        return _when_and_where(case, awaited.what, text, vocabulary)
    if awaited.what in (Wanted.PAIN, Wanted.WHERE):
        return _about_pain(case, awaited, text, vocabulary)
    if awaited.what in _OF_OWN_EXERCISES:
        return _about_own_exercise(case, awaited, text, vocabulary)
    if awaited.what is Wanted.NUMBER:
        return number_said.answered(case, text, vocabulary)
    if awaited.what is Wanted.NOTE:
        return _note(case, awaited, text)
    if awaited.what is Wanted.PAGE_NAME:
        return _page_name(case, awaited, text, vocabulary)

    if awaited.what is Wanted.LIMIT:
        return checking_in.name_limit(case, awaited.about[0] if awaited.about else 0, text)
    own = case.store.own.get(awaited.about[0], case.person.id) if awaited.about else None
    return _about_own(case, awaited, own, text, vocabulary) if own else None


def asks_how_it_goes(case: Case) -> bool:
    """True while they describe an exercise of their own: the description may mention much that hurts, but nothing does."""
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is Wanted.OWN_HOW


def asks_about_pain(case: Case) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what in (Wanted.PAIN, Wanted.WHERE)


def asks_for_times(case: Case) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is Wanted.TIMES


def takes_any_words(case: Case) -> bool:
    """True for a note, and for what their back limits: stiffness and bad knees are answers there, not complaints."""
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what in (Wanted.NOTE, Wanted.LIMIT)


def keep_note(case: Case, text: str) -> None:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if awaited and awaited.what is Wanted.NOTE:
        _note(case, awaited, text)


def _note(case: Case, awaited: Awaited, text: str) -> Answer | None:
    return pain_noting.add_words(case, awaited.about[0], text) if awaited.about else None


def _when_and_where(case: Case, what: Wanted, text: str, vocabulary: Vocabulary) -> Answer | None:
    text = with_its_sign(text) if what is Wanted.TIMES else text
    heard = hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)
    when = heard.when
    if what is Wanted.TIMES:
        if left := no_time_named.answer(case, text, vocabulary):
            return left
        if told := beside_time.answer(case, text, vocabulary):
            return told
        if placed := _place_beside(case, text, heard):
            return placed
        chosen = _chosen(case, text, vocabulary) if when is None or isinstance(when, Half) else None
        return chosen or _times_caught(case, heard, text) or _times(case, heard, text)
    if what is Wanted.DATE:
        until = read_date(text, case.today, vocabulary.dates) or asked_when.day_after(case, when)
        return schedule.pause_until(case, until) if until else None
    said = phrase(text)
    if said in vocabulary.wishes or not said:
        return None
    cities = zones.cities_named(case, text)
    if not cities and (wishes.is_instruction(case, text) or _is_no_name(case, text)):
        return None
    if times := asked_when.times_of(when):
        here = asked_when.guessed_local_now(case).time()
        return clocks.clock_shows(case, min(times, key=partial(zones.minutes_apart, here)))
    is_a_move = find(text, case.language.library, case.words) and not cities
    return None if is_a_move else clocks.in_city(case, text)


def with_its_sign(text: str) -> str:
    """ "930" is 9.30 where a time is asked for."""
    said = text.strip()
    return f"{said[0]}.{said[1:]}" if _IN_ONE.fullmatch(said) else text


_IN_ONE = re.compile(r"[1-9][0-5][05]")


def _is_no_name(case: Case, text: str) -> bool:
    """The name of an unknown city is short, or has a word that this language does not know; "how many are left" is ordinary talk."""
    found, words = wishes.meant(case, text), split(text)
    if "?" in text or (found is not None and found.wish is Wish.PLACE):
        return "?" in text
    is_known = case.language.vocabulary.said.spelling.is_known
    return len(words) > MOST_OF_A_CITY or (len(words) > 1 and all(map(is_known, words)))


MOST_OF_A_CITY = 4
"""Words, as in "rio de janeiro brazil"."""


def _place_beside(case: Case, text: str, heard: HeardWhen) -> Answer | None:
    """ "Ten past 8, I'm in Leeds" also says which clock it means."""
    found = wishes.meant(case, text) if heard.when else None
    is_place = found and found.is_sure and found.wish is Wish.PLACE
    return grant(Request(case, text, found)) if found and is_place else None


def _times(case: Case, heard: HeardWhen, text: str) -> Answer | None:
    """A time in words about something else ("Good evening", "do I need it every day") is no answer."""
    before = meaning.draft_in_view(case)
    if heard.when is None:
        return None
    names_time = names_time_of_day(heard.when)
    if before is None and wishes.is_about_existing_reminders(case, text, names_time=names_time):
        return None
    if not heard.is_all and wishes.means_no_time(case, text, is_vague=isinstance(heard.when, Half)):
        return None
    return asked_when.heard(case, heard.when, before)


def _times_caught(case: Case, heard: HeardWhen, text: str) -> Answer | None:
    """People who named an unmistakable time are never told that it was not understood, whatever else they say."""
    is_question = "?" in text or wishes.asks(case, text)
    is_about_theirs = bool(standing(case)) and wishes.is_about_existing_reminders(case, text, names_time=True)
    if is_question or is_about_theirs:
        return None
    return times_caught.ask(case, text, heard.when, meaning.draft_in_view(case))


def _chosen(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """If it was asked which time is meant: the one in the part of the day, or at the position, that they name."""
    asked = meaning.times_asked_about(case)
    place = (
        fitting(text, [at for at, _ in asked], vocabulary.when) if 1 < len(asked) <= MOST_READINGS else None
    )
    if place is None:
        place = in_order(text, len(asked), vocabulary.when)
    return None if place is None else tapped(case, asked[place][1])


def _about_pain(case: Case, awaited: Awaited, text: str, vocabulary: Vocabulary) -> Answer | None:
    session = session_of(case, awaited.about[0]) if awaited.about else None
    if session is None or session.is_live:
        return None
    if awaited.what is Wanted.PAIN:
        felt = worst_said(text, vocabulary.pains, WORST_FIRST)
        return pain_question.felt(case, session, felt) if felt else None
    where = worst_said(text, vocabulary.places, WHOLE_DAY_FIRST)
    return pain_question.said_where(case, session, where) if where else None


def _page_name(case: Case, awaited: Awaited, text: str, vocabulary: Vocabulary) -> Answer | None:
    if phrase(text) in vocabulary.wishes:
        return None
    return physio.named(case, text, with_words=bool(awaited.about and awaited.about[0]))


def _about_own(
    case: Case, awaited: Awaited, own: OwnRoutine, text: str, vocabulary: Vocabulary
) -> Answer | None:
    match awaited.what:
        case Wanted.NAME:
            return _name(case, own, text, vocabulary)
        case Wanted.MOVE:
            return _move(case, own, text, vocabulary)
        case Wanted.LINE:
            return _line(case, own, text)
        case Wanted.AMOUNT:
            line = own.line(awaited.about[1])
            return _amount(case, own, line, text, vocabulary) if line else None
        case _:
            return None


def _about_own_exercise(case: Case, awaited: Awaited, text: str, vocabulary: Vocabulary) -> Answer | None:
    id_, making = awaited.about if len(awaited.about) == 2 else (0, 0)
    own, said = case.store.own_exercises.get(id_, case.person.id), phrase(text)
    if own is None or vocabulary.moves.get(said) is Move.HURTS:
        return None
    if vocabulary.wishes.get(said) is Wish.STOP:
        return making_exercises.open_own(case, own)
    match awaited.what:
        case Wanted.OWN_NAME:
            return making_exercises.set_name(case, own, text, making=bool(making))
        case Wanted.OWN_HOW:
            return making_exercises.set_how(case, own, text, making=bool(making))
        case Wanted.OWN_DOSE if amount := amount_in(text, vocabulary.quantities):
            return making_exercises.set_dose(case, own, amount, making=bool(making))
        case _:
            return None


def _name(case: Case, own: OwnRoutine, text: str, vocabulary: Vocabulary) -> Answer | None:
    said = phrase(text)
    if vocabulary.wishes.get(said) is Wish.STOP:
        return own_lines.edit(case, own)
    if vocabulary.moves.get(said) is Move.HURTS:
        return None
    return own_list.name(case, own, text)


def _move(case: Case, own: OwnRoutine, text: str, vocabulary: Vocabulary) -> Answer | None:
    said = phrase_or_signs(text)
    if said in vocabulary.wishes or said in vocabulary.moves or minutes_in(text, vocabulary.quantities):
        return None
    if exercise := making_exercises.by_name(case, text):
        return own_lines.add(case, own, exercise.ref.exercise)
    found = find(text, case.language.library, case.words)
    if not found and wishes.is_instruction(case, text):
        return None
    if not found:
        return own_lines.ask_what(case, own, case.words("nothing-found"))
    return own_lines.add(case, own, found[0].slug)


def _line(case: Case, own: OwnRoutine, text: str) -> Answer | None:
    said = phrase(text)
    number = int(said) if said.isdecimal() and len(said) <= 2 else 0
    return own_lines.open_line(case, own, own.lines[number - 1]) if 1 <= number <= len(own.lines) else None


def _amount(case: Case, own: OwnRoutine, line: OwnLine, text: str, vocabulary: Vocabulary) -> Answer | None:
    if edit := vocabulary.edits.get(phrase(text)):
        return _edit(case, own, line, edit)
    amount, form = amount_in(text, vocabulary.quantities), case.form(line.ref)
    if amount is None:
        return None
    return _set(case, own, line, form, amount) if form else own_lines.open_line(case, own, line)


def _edit(case: Case, own: OwnRoutine, line: OwnLine, edit: Edit) -> Answer:
    place = own.lines.index(line)
    match edit:
        case Edit.UP:
            return own_lines.move(case, own, line, place - 1)
        case Edit.DOWN:
            return own_lines.move(case, own, line, place + 1)
        case Edit.REMOVE:
            return own_lines.remove(case, own, line)
        case Edit.LEVEL:
            return own_lines.set_line(case, own, replace(line, hold=None, repetitions=None, rest=None))
        case _:
            form = case.form(line.ref)
            after = nudges(line, form, case.who).get(_NUDGES[edit]) if form else None
            note = "" if after else case.words("own-as-far")
            return own_lines.set_line(case, own, after or line, note)


def _set(case: Case, own: OwnRoutine, line: OwnLine, form: Form, amount: Amount) -> Answer:
    amount = amount.of_a_move(is_held=can_hold(form))
    after = with_amount(line, form, amount)
    note = case.words("own-lower") if amount.is_least else ""
    if amount.hold is not None and not can_hold(form):
        note = case.words("own-by-times")
    elif amount.rest is not None and (own_dose(after, form, case.who).repetitions < 2 or not can_hold(form)):
        note = case.words("own-rest-needs-holds")
    elif not has_full_amount(after, form, amount):
        note = _why_not(case, form, amount)
    return own_lines.set_line(case, own, after, note)


def _why_not(case: Case, form: Form, amount: Amount) -> str:
    most = most_times(form)
    if amount.times is not None and amount.times > most:
        return case.words("own-most-times", times=most)
    if amount.hold is not None and amount.hold > form.longest:
        return case.words("own-most-hold", seconds=form.longest)
    return case.words("own-as-far")
