"""Keeps pictures and films that people send, to illustrate one of their own exercises or to make a new one."""

from bot.coach.case import Answer, Case
from bot.coach.own import making_exercises
from bot.domain.own.own_exercise import LARGEST_FILE, NAME_LENGTH, OwnExercise, OwnPart, SentFile
from bot.domain.own.own_routine import shortened, tidy_name
from bot.domain.typed.awaited import Wanted
from bot.screens.own import own_exercise_screens as screens


def sent(case: Case, file: SentFile, caption: str = "") -> Answer:
    """Only the first picture of an album counts."""
    if file.album and case.store.own_media.has_album(file.album, case.person.id):
        return Answer(None, plays=True)
    awaited = _awaited(case)
    if not _can_be_kept(file):
        return _too_large(case, awaited)
    id_ = case.store.own_media.add(case.person.id, file, _kept(caption), case.now)
    if awaited is None:
        return Answer(screens.sent(id_, is_album=bool(file.album), words=case.words))
    own, making = awaited
    return _given(case, id_, own, making=making)


def _awaited(case: Case) -> tuple[OwnExercise, bool] | None:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if awaited is None or awaited.what is not Wanted.OWN_PICTURE or len(awaited.about) != 2:
        return None
    own = case.store.own_exercises.get(awaited.about[0], case.person.id)
    return (own, bool(awaited.about[1])) if own else None


def _can_be_kept(file: SentFile) -> bool:
    return file.size <= LARGEST_FILE


def _too_large(case: Case, awaited: tuple[OwnExercise, bool] | None) -> Answer:
    if awaited is None:
        return Answer(screens.too_large(case.words))
    own, making = awaited
    note = case.words("own-exercise-too-large")
    return making_exercises.ask(case, own, OwnPart.PICTURE, making=making, note=note)


def _kept(caption: str) -> str:
    return shortened(tidy_name(caption.strip().partition("\n")[0]), NAME_LENGTH)


def _given(case: Case, id_: int, own: OwnExercise, *, making: bool) -> Answer:
    case.store.own_media.give(id_, own.id, case.person.id)
    shown = case.store.own_exercises.get(own.id, case.person.id) or own
    return making_exercises.onward(case, shown, OwnPart.PICTURE, making=making)


def leave(case: Case, sent: int) -> None:
    case.store.own_media.discard(sent, case.person.id)


def make_of(case: Case, sent: int) -> Answer:
    found, person = case.store.own_media.waiting(sent, case.person.id), case.person.id
    if found is None:
        return making_exercises.every(case, case.words("own-exercise-sent-again"))
    caption, exercise = found
    there = case.store.own_exercises.get(exercise, person) if exercise else None
    own = there or making_exercises.new(case, caption)
    if own is None:
        return Answer(screens.full(case.store.own_exercises.every(person), case.words))
    case.store.own_media.give(sent, own.id, person)
    shown = case.store.own_exercises.get(own.id, person) or own
    return making_exercises.ask(case, shown, OwnPart.NAME, making=True)
