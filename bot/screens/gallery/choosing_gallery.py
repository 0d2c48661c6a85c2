"""The screens on which an exercise is chosen, with sample facts, by name."""

from collections.abc import Iterator, Sequence

from bot.domain.library.exercise import Exercise
from bot.screens.buttons.actions import By, Find, OpenExercise
from bot.screens.choose import choices
from bot.screens.screen import Button, Screen, Words


def choosing_gallery(every: Sequence[Exercise], words: Words) -> Iterator[tuple[str, Screen]]:
    buttons = [Button(one.title, OpenExercise(one.slug)) for one in every]
    yield "exercises", choices.what_for(words)
    yield "exercises/nothing-found", choices.what_for(words, found_none=True)
    for by, values in choices.VALUES.items():
        name = f"exercises/{by.name.lower()}"
        if by not in (By.PURPOSE, By.NAME):
            yield name, choices.narrow(by, words)
        for value in values:
            yield f"{name}/{value}", choices.found(Find(by, value, 0), buttons[:3], 0, words)
    yield from _pages(buttons, words)
    yield "which-one", choices.which_one(tuple(buttons[:3]), words)
    yield "which-one/single", choices.which_one(tuple(buttons[:1]), words)


def _pages(buttons: Sequence[Button], words: Words) -> Iterator[tuple[str, Screen]]:
    """More exercises than a page holds, also of a small library; with labels that are too long."""
    many = [
        Button(f"{button.label} {ending}", OpenExercise(f"{button.action.slug}-{ending}"))
        for ending in ("lying-on-the-floor", "standing", "seated", "on-a-bed")
        for button in buttons
        if isinstance(button.action, OpenExercise)
    ][:20]
    for page in range(-(-len(many) // choices.ON_A_PAGE)):
        wanted = Find(By.POSITION, "stand", page)
        yield f"exercises/page/{page + 1}", choices.found(wanted, many, 2, words)
    yield "exercises/one-left-out", choices.found(Find(By.PURPOSE, "neck", 0), buttons[:1], 1, words)
    yield "exercises/none", choices.found(Find(By.EQUIPMENT, "roller", 0), [], 3, words)
