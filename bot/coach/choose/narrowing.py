"""Helps people choose an exercise by what they want from it."""

from bot.coach.case import Answer, Case
from bot.domain.choose import choice as choosing
from bot.domain.choose.choice import Wanted
from bot.domain.library.exercise import Equipment, Form, Position, Purpose
from bot.domain.person.taste import Taste
from bot.domain.session import suitable
from bot.screens.buttons.actions import By, Find, FindLeftOut, Narrow, OpenExercise, OpenForm
from bot.screens.choose import choices as screens
from bot.screens.choose.taste_screens import marked
from bot.screens.keys import label
from bot.screens.person import home
from bot.screens.screen import Button

MINUTE = 60


def every_exercise(case: Case, *, found_none: bool = False) -> Answer:
    return Answer(screens.what_for(case.words, found_none=found_none))


def narrow(case: Case, action: Narrow) -> Answer:
    if action.by is By.NAME:
        return found(case, Find(By.NAME, screens.ALL, 0))
    return every_exercise(case) if action.by is By.PURPOSE else Answer(screens.narrow(action.by, case.words))


def found(case: Case, action: Find) -> Answer:
    """Finds only what suits the person. A search by name finds everything, because the card says why a move is not for them."""
    if action.value not in screens.VALUES[action.by]:
        return Answer(home.retired(case.words))
    if action.by is By.NAME:
        every = sorted(case.library.exercises.values(), key=lambda each: each.title.casefold())
        buttons = [Button(exercise.title, OpenExercise(exercise.slug)) for exercise in every]
        return Answer(screens.found(action, buttons, 0, case.words))
    choice = choosing.choose(case.library, case.who.with_nothing_resting, _wanted(case, action))
    buttons = [_button(case, form) for form in choice.forms]
    return Answer(screens.found(action, buttons, len(choice.left_out), case.words))


def left_out(case: Case, action: FindLeftOut) -> Answer:
    if action.by is By.NAME or action.value not in screens.VALUES[action.by]:
        return Answer(home.retired(case.words))
    wanted = Find(action.by, action.value, 0)
    choice = choosing.choose(case.library, case.who.with_nothing_resting, _wanted(case, wanted))
    buttons = [Button(exercise.title, OpenExercise(exercise.slug)) for exercise in choice.left_out]
    return Answer(screens.left_out(action, buttons, case.words)) if buttons else found(case, wanted)


def _wanted(case: Case, action: Find) -> Wanted:
    value = action.value
    match action.by:
        case By.PURPOSE:
            return choosing.for_purpose(Purpose(value))
        case By.POSITION:
            return choosing.on_a_bed() if value == screens.BED else choosing.in_position(Position(value))
        case By.EQUIPMENT:
            return choosing.with_thing(None if value == screens.NOTHING else Equipment(value))
        case _:
            return choosing.within(screens.UP_TO[value] * MINUTE, case.who)


def _button(case: Case, form: Form) -> Button:
    exercise = case.library.exercises[form.ref.exercise]
    if form == suitable.form_for(exercise.slug, case.library, case.who.with_nothing_resting):
        taste = Taste.LIKE if exercise.slug in case.who.liked else None
        return Button(marked(exercise.title, taste, case.words), OpenExercise(exercise.slug))
    name = case.words("form-name", title=exercise.title, form=form.name)
    return Button(label(name, exercise.title), OpenForm(exercise.slug, form.ref.form))
