"""Makes and shows exercises that people add for themselves, as their therapist showed them."""

from collections.abc import Iterator
from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.domain.own.own_exercise import (
    HOW_LENGTH,
    MOST_EXERCISES,
    NAME_LENGTH,
    USUAL_TIMES,
    OwnExercise,
    OwnPart,
    bounded,
    bounded_rest,
    next_part,
    own_id,
    own_name_fault,
)
from bot.domain.own.own_routine import NameFault, shortened, tidy_name
from bot.domain.plain_text import phrase_or_signs
from bot.domain.session import suitable
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Part, duration
from bot.domain.typed.acted_on import is_acted_on
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.quantities import Amount
from bot.screens.buttons.actions import (
    AskDeleteOwnExercise,
    AskPart,
    AskWhereTo,
    ChangeOwnExercise,
    DeleteOwnExercise,
    InWordsOnly,
    OpenOwnExercise,
    SetOwnDose,
    SetOwnSides,
    Shaped,
)
from bot.screens.own import own_exercise_screens as screens

_WANTED = {
    OwnPart.NAME: Wanted.OWN_NAME,
    OwnPart.PICTURE: Wanted.OWN_PICTURE,
    OwnPart.HOW: Wanted.OWN_HOW,
    OwnPart.DOSE: Wanted.OWN_DOSE,
}


def exercise_tapped(case: Case, action: Shaped) -> Answer:
    own = case.store.own_exercises.get(action.exercise, case.person.id)
    if own is None:
        return replace(every(case), toast=case.words("toast-old-button"))
    match action:
        case OpenOwnExercise():
            return open_own(case, own)
        case ChangeOwnExercise():
            return change(case, own)
        case AskPart(_, part, making):
            return ask(case, own, part, making=making)
        case AskWhereTo():
            return Answer(screens.where_to(own, case.store.own.every(case.person.id), case.words))
        case AskDeleteOwnExercise():
            return Answer(screens.ask_delete(own, case.words))
        case _:
            return _changed(case, own, action)


def _changed(
    case: Case, own: OwnExercise, action: SetOwnDose | SetOwnSides | InWordsOnly | DeleteOwnExercise
) -> Answer:
    match action:
        case SetOwnDose(_, hold, times, making):
            return set_dose(case, own, Amount(hold or None, times), making=making)
        case SetOwnSides(_, sides, making):
            return keep(case, replace(own, sides=sides), OwnPart.SIDES, making=making)
        case InWordsOnly():
            return _in_words_only(case, own)
        case DeleteOwnExercise():
            return _delete(case, own)


def every(case: Case, note: str = "") -> Answer:
    return Answer(screens.own_exercises(case.store.own_exercises.every(case.person.id), case.words, note))


def make(case: Case) -> Answer:
    """Reuses an exercise that is still empty, so that two taps make only one."""
    there = case.store.own_exercises.every(case.person.id)
    names = set(_names(case))
    blank = next((own for own in there if own.is_blank and own.name in names), None)
    own = blank or new(case, "")
    return ask(case, own, OwnPart.NAME, making=True) if own else Answer(screens.full(there, case.words))


def new(case: Case, wanted: str) -> OwnExercise | None:
    there = case.store.own_exercises.every(case.person.id)
    if len(there) >= MOST_EXERCISES:
        return None
    taken, name = {own.name for own in there}, shortened(tidy_name(wanted), NAME_LENGTH)
    if own_name_fault(name, taken) or acted_on(case, name):
        name = next(free for free in _names(case) if free not in taken)
    return case.store.own_exercises.make(case.person.id, name, USUAL_TIMES, case.now)


def acted_on(case: Case, name: str) -> NameFault | None:
    is_so = is_acted_on(name, case.language.vocabulary, case.local_now)
    return NameFault.ACTED_ON if is_so else None


def _names(case: Case) -> Iterator[str]:
    plain = case.words("own-exercise-name")
    yield plain
    for number in range(2, MOST_EXERCISES + 2):
        yield tidy_name(case.words("own-name-numbered", name=plain, number=number))


def open_own(case: Case, own: OwnExercise, note: str = "") -> Answer:
    awaits = Awaited(Wanted.OWN_PICTURE, (own.id, 0)) if own.lost_picture else None
    exercise = case.exercise(own.ref.exercise)
    if exercise is None:
        return every(case)
    form = exercise.usual
    amount = dose_for(form, case.who)
    seconds = duration([Part(form, amount)])
    offer = screens.OwnOffer(own, exercise, amount, seconds, suitable.bar(form, case.who))
    return Answer(screens.card(offer, case.words, note), awaits=awaits)


def open_slug(case: Case, slug: str) -> Answer | None:
    id_ = own_id(slug)
    if id_ is None:
        return None
    own = case.store.own_exercises.get(id_, case.person.id)
    return open_own(case, own) if own else every(case, case.words("own-exercise-gone"))


def change(case: Case, own: OwnExercise) -> Answer:
    return Answer(screens.change(own, case.words))


def ask(case: Case, own: OwnExercise, part: OwnPart, *, making: bool, note: str = "") -> Answer:
    wanted = _WANTED.get(part)
    awaits = Awaited(wanted, (own.id, int(making))) if wanted else None
    match part:
        case OwnPart.NAME:
            screen = screens.ask_name(own, case.words, making=making)
        case OwnPart.PICTURE:
            screen = screens.ask_picture(own, case.words, note, making=making)
        case OwnPart.HOW:
            screen = screens.ask_how(own, case.words, making=making)
        case OwnPart.DOSE:
            screen = screens.ask_dose(own, case.words, note, making=making)
        case _:
            screen = screens.ask_sides(own, case.words, making=making)
    return Answer(screen, awaits=awaits)


def keep(case: Case, own: OwnExercise, part: OwnPart, *, making: bool, note: str = "") -> Answer:
    case.store.own_exercises.save(own, case.person.id)
    return onward(case, own, part, making=making, note=note)


def onward(case: Case, own: OwnExercise, part: OwnPart, *, making: bool, note: str = "") -> Answer:
    after = next_part(own, part) if making else None
    return ask(case, own, after, making=True) if after else open_own(case, own, note)


def set_name(case: Case, own: OwnExercise, text: str, *, making: bool) -> Answer:
    wanted = tidy_name(text)
    there = case.store.own_exercises.every(case.person.id)
    taken = {other.name for other in there if other.id != own.id}
    fault = own_name_fault(wanted, taken) or acted_on(case, wanted)
    if fault is None:
        return keep(case, replace(own, name=wanted), OwnPart.NAME, making=making)
    return _ask_name_again(case, own, fault, making=making)


def _ask_name_again(case: Case, own: OwnExercise, fault: NameFault, *, making: bool) -> Answer:
    screen = screens.ask_name(own, case.words, fault, making=making)
    return Answer(screen, awaits=Awaited(Wanted.OWN_NAME, (own.id, int(making))))


def set_how(case: Case, own: OwnExercise, text: str, *, making: bool) -> Answer:
    how = tidy_name(text)
    if how and len(how) <= HOW_LENGTH:
        return keep(case, replace(own, how=how), OwnPart.HOW, making=making)
    screen = screens.ask_how(own, case.words, making=making, is_long=bool(how))
    return Answer(screen, awaits=Awaited(Wanted.OWN_HOW, (own.id, int(making))))


def set_dose(case: Case, own: OwnExercise, amount: Amount, *, making: bool) -> Answer:
    amount = amount.of_a_move(is_held=own.hold is not None)
    after = _with_amount(own, amount)
    return keep(case, after, OwnPart.DOSE, making=making, note=_about_dose(case, after, amount))


def _with_amount(own: OwnExercise, amount: Amount) -> OwnExercise:
    rest = own.rest if amount.rest is None else bounded_rest(amount.rest)
    if amount.hold is None and amount.times is None:
        return replace(own, rest=rest)
    hold, times = bounded(amount.hold, amount.times)
    return replace(own, hold=hold, times=times, rest=rest)


def _about_dose(case: Case, own: OwnExercise, amount: Amount) -> str:
    if amount.rest is not None and (own.hold is None or own.times < 2):
        return case.words("own-rest-needs-holds")
    is_as_said = amount.hold in (None, own.hold) and amount.times in (None, own.times)
    if not is_as_said or amount.rest not in (None, own.rest):
        return case.words("own-as-far")
    return case.words("own-lower") if amount.is_least else ""


def _in_words_only(case: Case, own: OwnExercise) -> Answer:
    case.store.own_media.take_away(own.id, case.person.id)
    own = replace(own, picture=None, lost_picture=False)
    return open_own(case, own) if own.how else ask(case, own, OwnPart.HOW, making=False)


def _delete(case: Case, own: OwnExercise) -> Answer:
    case.store.own_exercises.delete(own.id, case.person.id)
    return every(case, case.words("own-deleted", name=own.name))


def by_name(case: Case, text: str) -> OwnExercise | None:
    wanted = phrase_or_signs(text)
    if not wanted:
        return None
    there = case.store.own_exercises.every(case.person.id)
    return next((own for own in there if phrase_or_signs(own.name) == wanted), None)
