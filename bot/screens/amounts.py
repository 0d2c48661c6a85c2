"""Doses and lengths of time, in people's words."""

from collections.abc import Collection

from bot.domain.library.exercise import Dose, Equipment, Exercise, Form, Pace, Position, Side
from bot.domain.own.own_exercise import own_id
from bot.screens.screen import Words

MINUTE = 60


def form_title(exercise: Exercise, form: Form, words: Words) -> str:
    usual = form is exercise.usual
    return exercise.title if usual else words("form-name", title=exercise.title, form=form.name)


LONGEST_SLUG = 64
"""A longer slug never belonged to an exercise, and would fill the screen."""


def name_of_gone(slug: str, words: Words) -> str:
    """A person's own exercise has no name left once it is deleted."""
    if own_id(slug):
        return words("gone-own")
    return words("gone-move", name=slug[:LONGEST_SLUG].replace("-", " "))


def dose(form: Form, amount: Dose, words: Words) -> str:
    """How much of a form: "5 a side", "30 s each way", "3 × 15 s"."""
    suffix = "-a-side" if form.sides else ""
    if form.pace is Pace.HOLD:
        return _holds(amount, suffix, words)
    if amount.repetitions > 1:
        return words(f"dose-times{suffix}", times=amount.repetitions)
    if form.sides and form.sides[0] in (Side.BACKWARD, Side.FORWARD):
        suffix = "-each-way"
    return words(f"dose-seconds{suffix}", time=time(amount.seconds, words))


def _holds(amount: Dose, suffix: str, words: Words) -> str:
    times = amount.repetitions * amount.stations
    if times > 1:
        return words(f"dose-holds{suffix}", times=times, seconds=amount.hold)
    return words(f"dose-seconds{suffix}", time=time(amount.hold, words))


def rest_between(of_their_own: int | None, amount: Dose, words: Words) -> str:
    if of_their_own is None or not amount.hold or amount.repetitions * amount.stations < 2:
        return ""
    return words("dose-rest", seconds=amount.move)


def length(seconds: int, words: Words) -> str:
    """Rounded to the half minute: anything more exact would be a promise."""
    halves = round(seconds / (MINUTE / 2))
    if halves < 2:
        return words("about-half-minute")
    if halves % 2:
        return words("about-minutes-and-half", minutes=halves // 2)
    return words("about-minutes", minutes=halves // 2)


def minutes(seconds: int) -> int:
    return max(1, int(seconds / MINUTE + 1 / 2))


def time(seconds: int, words: Words) -> str:
    if seconds >= 2 * MINUTE and seconds % MINUTE == 0:
        return words("time-minutes", minutes=seconds // MINUTE)
    return words("player-seconds", seconds=seconds)


def where(form: Form, words: Words) -> str:
    if form.position.is_on_the_floor:
        return words("where-floor-or-bed" if form.on_bed else "where-floor")
    if form.can_be_seated and form.position is not Position.SIT:
        return words("where-standing-or-seated")
    return words("where-seated" if form.position is Position.SIT else "where-standing")


def where_all(forms: Collection[Form], words: Words) -> str:
    down = [form for form in forms if form.position.is_on_the_floor]
    if down:
        return words("where-floor-or-bed" if all(form.on_bed for form in down) else "where-floor")
    if all(form.can_be_seated for form in forms):
        sits = any(form.position is Position.SIT for form in forms)
        return words("where-seated" if sits else "where-standing-or-seated")
    sits = any(form.position is Position.SIT for form in forms)
    return words("where-standing-and-seated" if sits else "where-standing")


def equipment(form: Form, words: Words) -> str:
    return things(form.equipment, words)


def things(needed: Collection[Equipment], words: Words) -> str:
    if not needed:
        return words("equipment-none")
    return words.listed(words(f"equipment-{thing.value}") for thing in Equipment if thing in needed)
