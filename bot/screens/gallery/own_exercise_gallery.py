"""Every screen of own exercises with sample facts, by name."""

from dataclasses import replace

from bot.domain.own.own_exercise import (
    HOW_LENGTH,
    FileKind,
    OwnExercise,
    OwnPicture,
    Unsaid,
    as_exercise,
)
from bot.domain.own.own_routine import NameFault, OwnRoutine
from bot.domain.person.person import Pictures
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import Bar
from bot.screens.buttons.actions import AddOwn
from bot.screens.gallery.samples import Named
from bot.screens.own import own_exercise_screens as screens
from bot.screens.own import own_screens
from bot.screens.screen import Words

ID = 1042
PLAIN = OwnExercise(ID, "Berlin", "Ana. Berlin.", times=12)
SHOWN = replace(PLAIN, hold=20, times=3, sides=2, picture=OwnPicture(17, FileKind.VIDEO))
HOSTILE = OwnExercise(ID, "<b>Łukasz & ✨", "</b>& ✨ " * (HOW_LENGTH // 8), 120, 5, 2)
EVERY = (PLAIN, replace(HOSTILE, id=ID + 1), OwnExercise(ID + 2, "👩🏽‍🚀 & Ana"), OwnExercise(ID + 3, "مينا"))


def own_exercise_gallery(words: Words) -> Named:
    yield "own-exercise", screens.own_exercises(EVERY, words)
    yield "own-exercise/none", screens.own_exercises((), words)
    yield "own-exercise/full", screens.full(EVERY, words)
    yield "own-exercise/sent", screens.sent(17, is_album=False, words=words)
    yield "own-exercise/sent/album", screens.sent(17, is_album=True, words=words)
    yield "own-exercise/too-large", screens.too_large(words)
    yield from _cards(words)
    yield from _asked(words)
    yield "own-exercise/change", screens.change(SHOWN, words)
    yield "own-exercise/delete", screens.ask_delete(HOSTILE, words)
    yield "own-exercise/where-to", screens.where_to(PLAIN, (OwnRoutine(ID, words("own-name")),), words)
    yield "own-exercise/where-to/none", screens.where_to(PLAIN, (), words)
    moves = [(own.name, own.ref) for own in EVERY] * 3
    for page in (0, 1):
        some = moves[: len(EVERY)] if page == 0 else moves[: own_screens.PAGE + 1]
        yield f"own-exercise/add/{page}", own_screens.add_own(AddOwn(ID, page), some, words)


def _cards(words: Words) -> Named:
    lost = replace(PLAIN, lost_picture=True)
    for name, own in (("plain", PLAIN), ("shown", SHOWN), ("hostile", HOSTILE), ("lost", lost)):
        yield f"own-exercise/card/{name}", screens.card(_offer(own, words), words)
    yield "own-exercise/card/high", screens.card(_offer(SHOWN, words, Bar(unjudged=True)), words)
    yield "own-exercise/card/never", screens.card(_offer(SHOWN, words, Bar(never=True)), words)
    yield "own-exercise/card/as-far", screens.card(_offer(SHOWN, words), words, words("own-as-far"))


def _offer(own: OwnExercise, words: Words, bar: Bar | None = None) -> screens.OwnOffer:
    unsaid = Unsaid(words("own-exercise-as-shown"), words("own-exercise-between"))
    exercise = as_exercise(own, Pictures.MOVING, unsaid)
    amount = exercise.usual.dose(1)
    return screens.OwnOffer(own, exercise, amount, duration([Part(exercise.usual, amount)]), bar)


def _asked(words: Words) -> Named:
    for making in (True, False):
        name = "own-exercise/making" if making else "own-exercise/asked"
        yield f"{name}/name", screens.ask_name(HOSTILE, words, making=making)
        yield f"{name}/name/taken", screens.ask_name(PLAIN, words, NameFault.TAKEN, making=making)
        yield f"{name}/picture", screens.ask_picture(PLAIN, words, making=making)
        note = words("own-exercise-too-large")
        yield f"{name}/picture/again", screens.ask_picture(SHOWN, words, note, making=making)
        for shown, own in (("how", PLAIN), ("how/shown", SHOWN)):
            yield f"{name}/{shown}", screens.ask_how(own, words, making=making)
        yield f"{name}/how/long", screens.ask_how(PLAIN, words, making=making, is_long=True)
        yield f"{name}/dose", screens.ask_dose(PLAIN, words, making=making)
        yield f"{name}/sides", screens.ask_sides(PLAIN, words, making=making)
