"""Own exercises: the list, the card of one, the questions about it, and a picture that was sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.library.exercise import Dose, Exercise
from bot.domain.own.own_exercise import (
    HOW_LENGTH,
    MOST_EXERCISES,
    NAME_LENGTH,
    OwnExercise,
    OwnPart,
    next_part,
)
from bot.domain.own.own_routine import NameFault, OwnRoutine, shortened
from bot.domain.session.suitable import Bar
from bot.screens import keys
from bot.screens.amounts import dose, length, rest_between
from bot.screens.buttons.actions import (
    AddLine,
    AddToNew,
    AskDeleteOwnExercise,
    AskPart,
    AskWhereTo,
    ChangeOwnExercise,
    DeleteOwnExercise,
    DoExercise,
    Go,
    InWordsOnly,
    LeaveSent,
    MakeOfSent,
    OpenOwnExercise,
    Place,
    SetOwnDose,
    SetOwnSides,
    TakeBackTaste,
)
from bot.screens.choose.resting_words import why
from bot.screens.own.own_screens import name_question
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain

SHORT = 70
"""Letters of the description that stand open on the card: two lines."""

DOSES = ((0, 8), (0, 12), (30, 1), (20, 3))
"""Choices: seconds of a hold (0 for none), and repetitions."""


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """An own exercise as it is for its person today. `exercise`: the form of it that the player knows. `seconds`: all sides, with getting
    ready."""

    own: OwnExercise
    exercise: Exercise
    amount: Dose
    seconds: int
    bar: Bar | None = None


def own_exercises(every: Sequence[OwnExercise], words: Words, note: str = "") -> Screen:
    text = lines(
        bold(words("own-exercises")),
        plain(note),
        plain(words("own-exercises-some" if every else "own-exercises-none")),
    )
    new = keys.primary(words("button-own-exercise-new"), Go(Place.NEW_OWN_EXERCISE))
    buttons = keys.paired(Button(shortened(own.name, keys.ALONE), OpenOwnExercise(own.id)) for own in every)
    return Screen(text, (new, *buttons, keys.back_row(Go(Place.OWN_ROUTINES), words)))


def full(every: Sequence[OwnExercise], words: Words) -> Screen:
    return own_exercises(every, words, words("own-routines-full", most=MOST_EXERCISES))


def sent(id_: int, *, is_album: bool, words: Words) -> Screen:
    text = lines(
        plain(words("own-exercise-sent")),
        plain(words("own-exercise-sent-album")) if is_album else None,
    )
    rows = (
        keys.primary(words("choice-own-exercise-make"), MakeOfSent(id_)),
        (Button(words("button-own-exercise-no"), LeaveSent(id_)), keys.home(words)),
    )
    return Screen(text, rows)


def too_large(words: Words) -> Screen:
    rows = ((Button(words("button-own-exercises"), Go(Place.OWN_EXERCISES)), keys.home(words)),)
    return Screen(plain(words("own-exercise-too-large")), rows)


def card(offer: OwnOffer, words: Words, note: str = "") -> Screen:
    own, form = offer.own, offer.exercise.usual
    rest = rest_between(own.rest, offer.amount, words)
    facts = words.parted(filter(None, (dose(form, offer.amount, words), rest, length(offer.seconds, words))))
    text = lines(
        bold(own.name),
        plain(facts),
        plain(note),
        _how(own),
        plain(words("own-exercise-lost")) if own.lost_picture else None,
        plain(_unjudged(offer, words)),
    )
    begins = DoExercise(form.ref.exercise, form.ref.form)
    return Screen(text, _card_rows(offer, words), form.loop(), begins=begins)


def _how(own: OwnExercise) -> str | None:
    if not own.how:
        return None
    return plain(own.how) if len(own.how) <= SHORT else folded(own.how)


def _unjudged(offer: OwnOffer, words: Words) -> str:
    if offer.bar and offer.bar.rests:
        return lines(why(offer.bar, offer.own.name, words), words("stop-rule"))
    if offer.bar and offer.bar.never:
        return words("barred-never")
    is_for_better_days = offer.bar is not None and offer.bar.unjudged
    return words("own-exercise-unjudged-today" if is_for_better_days else "own-exercise-unjudged")


def _card_rows(offer: OwnOffer, words: Words) -> Rows:
    id_ = offer.own.id
    return (
        (_do(offer, words),),
        (
            Button(words("button-own-exercise-add"), AskWhereTo(id_)),
            Button(words("button-own-change"), ChangeOwnExercise(id_)),
        ),
        (Button(words("button-own-exercises"), Go(Place.OWN_EXERCISES)), keys.home(words)),
    )


def _do(offer: OwnOffer, words: Words) -> Button:
    ref = offer.own.ref
    if offer.bar and offer.bar.never:
        return Button(words("choice-never-undo"), TakeBackTaste(ref.exercise))
    style = Style.PLAIN if offer.bar else Style.PRIMARY
    return Button(words("button-do-it"), DoExercise(ref.exercise, ref.form), style)


def change(own: OwnExercise, words: Words) -> Screen:
    parts = keys.paired(
        Button(words(f"button-own-part-{part.value}"), AskPart(own.id, part, making=False))
        for part in OwnPart
    )
    delete = (Button(words("button-own-delete"), AskDeleteOwnExercise(own.id)),)
    text = lines(bold(own.name), plain(words("own-exercise-change")))
    return Screen(text, (*parts, delete, keys.back_row(OpenOwnExercise(own.id), words)))


def ask_name(own: OwnExercise, words: Words, fault: NameFault | None = None, *, making: bool) -> Screen:
    keep = (_onward(own, OwnPart.NAME, words("button-own-keep-name")),) if making else ()
    return Screen(plain(name_question(own.name, fault, words, NAME_LENGTH)), (*keep, _leave(own, words)))


def ask_picture(own: OwnExercise, words: Words, note: str = "", *, making: bool) -> Screen:
    if making:
        way_past: Rows = (_onward(own, OwnPart.PICTURE, words("button-own-words-only")),)
    else:
        has_one = own.picture is not None or own.lost_picture
        way_past = ((Button(words("button-own-words-only"), InWordsOnly(own.id)),),) if has_one else ()
    return Screen(
        lines(plain(note), plain(words("own-exercise-ask-picture"))), (*way_past, _leave(own, words))
    )


def ask_how(own: OwnExercise, words: Words, *, making: bool, is_long: bool = False) -> Screen:
    asked = words("own-exercise-how-long" if is_long else "own-exercise-ask-how", most=HOW_LENGTH)
    may_skip = making and own.picture is not None
    skip = (_onward(own, OwnPart.HOW, words("button-own-skip")),) if may_skip else ()
    return Screen(plain(asked), (*skip, _leave(own, words)))


def ask_dose(own: OwnExercise, words: Words, note: str = "", *, making: bool) -> Screen:
    buttons = keys.paired(
        Button(_dose_label(hold, times, words), SetOwnDose(own.id, hold, times, making))
        for hold, times in DOSES
    )
    return Screen(lines(plain(note), plain(words("own-exercise-ask-dose"))), (*buttons, _leave(own, words)))


def _dose_label(hold: int, times: int, words: Words) -> str:
    if not hold:
        return words("dose-times", times=times)
    if times > 1:
        return words("dose-holds", times=times, seconds=hold)
    return words("player-seconds", seconds=hold)


def ask_sides(own: OwnExercise, words: Words, *, making: bool) -> Screen:
    buttons = tuple(
        Button(words(f"button-own-sides-{number}"), SetOwnSides(own.id, number, making)) for number in (1, 2)
    )
    return Screen(plain(words("own-exercise-ask-sides")), (*keys.paired(buttons), _leave(own, words)))


def where_to(own: OwnExercise, routines: Iterable[OwnRoutine], words: Words) -> Screen:
    ref = own.ref
    buttons = keys.paired(
        Button(shortened(each.name, keys.ALONE), AddLine(each.id, ref.exercise, ref.form))
        for each in routines
    )
    new = (Button(words("button-own-new"), AddToNew(own.id)),)
    text = words("own-exercise-where-to", name=own.name)
    return Screen(plain(text), (*buttons, new, keys.back_row(OpenOwnExercise(own.id), words)))


def ask_delete(own: OwnExercise, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-keep"), ChangeOwnExercise(own.id)),
        (Button(words("choice-own-delete"), DeleteOwnExercise(own.id), Style.DANGER),),
        *keys.home_row(words),
    )
    return Screen(plain(words("own-delete-ask", name=own.name)), rows)


def _onward(own: OwnExercise, part: OwnPart, label: str) -> tuple[Button, ...]:
    after = next_part(own, part)
    onward = AskPart(own.id, after, making=True) if after else OpenOwnExercise(own.id)
    return keys.primary(label, onward)


def _leave(own: OwnExercise, words: Words) -> tuple[Button, ...]:
    return keys.back_row(OpenOwnExercise(own.id), words)
