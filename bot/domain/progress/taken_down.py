"""What was made less after hard sessions, kept so that it comes back in the reverse order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.person.person import Floor, Preferences

LEVEL, MINUTES, FLOOR = "level", "minutes", "floor"

MOST = 9
"""More is never kept: there are not that many steps down."""


@dataclass(frozen=True, slots=True)
class StepDown:
    """One step down. `what`: a field of `Preferences`. `before`: None where it was not set."""

    what: str
    before: Any
    after: Any


def last_step(who: Preferences) -> StepDown | None:
    steps = (step for step in reversed(_steps(who)) if getattr(who, step.what) == step.after)
    return next(steps, None)


def stepped_down(who: Preferences, what: str, after: object) -> Preferences:
    steps = [*_steps(who), StepDown(what, getattr(who, what), after)][-MOST:]
    return _with(who, steps, what, after)


def stepped_back(who: Preferences, step: StepDown) -> Preferences:
    steps = _steps(who)
    return _with(who, steps[: steps.index(step)], step.what, step.before)


def _with(who: Preferences, steps: list[StepDown], what: str, value: object) -> Preferences:
    change: dict[str, Any] = {what: value}
    return replace(who, taken_down=" ".join(map(_to_text, steps)), **change)


def _to_text(step: StepDown) -> str:
    return ".".join((step.what, *(_plain(value) for value in (step.before, step.after))))


def _plain(value: object) -> str:
    return "" if value is None else str(value.value if isinstance(value, Floor) else value)


def _steps(who: Preferences) -> list[StepDown]:
    return list(_read(who.taken_down))


def _read(text: str) -> Iterator[StepDown]:
    for each in text.split():
        match each.split("."):
            case [what, before, after] if what in (LEVEL, MINUTES, FLOOR):
                yield from _step(what, before, after)


def _step(what: str, before: str, after: str) -> Iterator[StepDown]:
    read = Floor if what == FLOOR else int
    try:
        yield StepDown(what, read(before) if before else None, read(after))
    except ValueError:
        return
