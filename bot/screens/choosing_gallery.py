"""The screens on which an exercise is chosen, with sample facts, by name."""

from collections.abc import Iterator, Sequence

from bot.domain.exercise import Exercise
from bot.screens import choosing
from bot.screens.actions import By, Find, OpenExercise
from bot.screens.screen import Button, Screen, Words


def choosing_gallery(every: Sequence[Exercise], words: Words) -> Iterator[tuple[str, Screen]]:
    titles = [(one.title, OpenExercise(one.slug)) for one in every]
    yield "exercises", choosing.what_for(words)
    yield "exercises/nothing-found", choosing.what_for(words, found_none=True)
    for by, values in choosing.VALUES.items():
        if by not in (By.PURPOSE, By.NAME):
            yield f"exercises/{by.name.lower()}", choosing.narrow(by, words)
        for value in values:
            yield (
                f"exercises/{by.name.lower()}/{value}",
                choosing.found(Find(by, value, 0), titles[:3], 0, words),
            )
    yield from _pages(titles, words)
    choices = tuple(Button(title, action) for title, action in titles[:3])
    yield "which-one", choosing.which_one(choices, words)
    yield "which-one/single", choosing.which_one(choices[:1], words)


def _pages(titles: Sequence[tuple[str, OpenExercise]], words: Words) -> Iterator[tuple[str, Screen]]:
    many = [
        (f"{number}. {title}", OpenExercise(f"{action.slug}-{number}"))
        for number in range(1, 5)
        for title, action in titles
    ]
    for page in range(-(-len(many[:20]) // choosing.ON_A_PAGE)):
        wanted = Find(By.POSITION, "stand", page)
        yield f"exercises/page/{page + 1}", choosing.found(wanted, many[:20], 2, words)
    yield "exercises/one-left-out", choosing.found(Find(By.PURPOSE, "neck", 0), titles[:1], 1, words)
    yield "exercises/none", choosing.found(Find(By.EQUIPMENT, "roller", 0), [], 3, words)
