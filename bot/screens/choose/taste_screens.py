"""The moves that a person likes or never wants: each is taken back by one tap."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.person.taste import Taste
from bot.screens import keys
from bot.screens.buttons.actions import (
    DoFavourites,
    DropTaste,
    Go,
    OpenSettings,
    Place,
    SettingsGroup,
    TakeBackTaste,
)
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, lines, plain

Named = Mapping[Taste, Sequence[tuple[str, str]]]
"""Slugs and titles."""


MOST_ASKED = 6
"""How many moves are offered to be taken back at once; the list has the others."""

ROOM = keys.ALONE - 4
"""The widest title, with its sign, that a narrow phone shows whole in any script."""


def marked(title: str, taste: Taste | None, words: Words) -> str:
    if taste is None:
        return title
    with_sign = words("liked-title" if taste is Taste.LIKE else "never-title", title=title)
    return with_sign if keys.width(with_sign) <= ROOM else title


def noted(slug: str, title: str, taste: Taste, words: Words) -> Screen:
    rows = (
        (
            Button(words(f"button-taste-{taste.value}-undo"), TakeBackTaste(slug)),
            Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)),
        ),
        *keys.home_row(words),
    )
    return Screen(plain(words(f"taste-noted-{taste.value}", title=title)), rows)


def emptied(named: Sequence[tuple[str, str]], words: Words) -> Screen:
    buttons = [
        Button(keys.cut(marked(title, Taste.NEVER, words)), TakeBackTaste(slug))
        for slug, title in named[:MOST_ASKED]
    ]
    last = (Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)), keys.home(words))
    return Screen(plain(words("never-leaves-nothing")), (*keys.paired(buttons), last))


def your_moves(named: Named, favourites: int, words: Words) -> Screen:
    """`favourites`: minutes of the session of liked moves; 0: there is none."""
    said = [_said(taste, [title for _, title in named[taste]], words) for taste in Taste if named[taste]]
    text = lines(
        bold(words("your-moves")),
        *map(plain, said),
        plain(words("your-moves-undo" if said else "your-moves-none")),
    )
    buttons = keys.paired(_each(named, words))
    other = () if said else ((Button(words("button-exercises"), Go(Place.EXERCISES)),),)
    last = (Button(words("button-back"), OpenSettings(SettingsGroup.SESSIONS)), keys.home(words))
    do = (keys.primary(words("choice-favourites", minutes=favourites), DoFavourites()),) if favourites else ()
    return Screen(text, (*do, *buttons, *other, last))


def _said(taste: Taste, titles: Sequence[str], words: Words) -> str:
    return words(f"your-moves-{taste.value}", moves=words.listed(titles))


def _each(named: Named, words: Words) -> Iterator[Button]:
    for taste in Taste:
        for slug, title in named[taste]:
            yield Button(keys.cut(marked(title, taste, words)), DropTaste(slug))
