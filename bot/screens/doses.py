"""Doses and lengths of time, in the words of people."""

from bot.domain.exercise import Dose, Equipment, Form, Pace, Side
from bot.screens.screen import Words

MINUTE = 60


def dose(form: Form, amount: Dose, words: Words) -> str:
    """How much of a form: "5 a side", "30 s each way", "3 × 15 s"."""
    suffix = "-a-side" if form.sides else ""
    if form.pace is Pace.HOLD:
        return _holds(amount, suffix, words)
    if amount.repetitions > 1:
        return words(f"dose-times{suffix}", times=amount.repetitions)
    each_way = form.sides and form.sides[0] in (Side.BACKWARD, Side.FORWARD)
    return words("dose-seconds-each-way" if each_way else f"dose-seconds{suffix}", seconds=amount.seconds)


def _holds(amount: Dose, suffix: str, words: Words) -> str:
    """Each station is a hold of its own; the moving in between is not counted."""
    times = amount.repetitions * amount.stations
    if times > 1:
        return words(f"dose-holds{suffix}", times=times, seconds=amount.hold)
    return words(f"dose-seconds{suffix}", seconds=amount.hold)


def length(seconds: int, words: Words) -> str:
    """About how long, to the half minute: more would be a promise."""
    halves = round(seconds / (MINUTE / 2))
    if halves < 2:
        return words("about-half-minute")
    if halves % 2:
        return words("about-minutes-and-half", minutes=halves // 2)
    return words("about-minutes", minutes=halves // 2)


def where(form: Form, words: Words) -> str:
    if form.position.is_on_the_floor:
        return words("where-floor-or-bed" if form.on_bed else "where-floor")
    if form.position.value == "stand":
        return words("where-standing-or-seated" if form.seated_too else "where-standing")
    return words("where-seated")


def equipment(form: Form, words: Words) -> str:
    if not form.equipment:
        return words("equipment-none")
    return ", ".join(words(f"equipment-{thing.value}") for thing in Equipment if thing in form.equipment)
