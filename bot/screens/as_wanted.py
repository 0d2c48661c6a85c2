"""A screen as a person wants it: with fewer words, or with one button a row."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.person.person import Preferences
from bot.domain.session.session import Move
from bot.screens.buttons.actions import Go, Place, Play
from bot.screens.screen import Button, Rows, Screen, Words

PLAYER_ROWS = 3
"""With more rows, the picture would scroll out of view."""

FIRST, BESIDE_A_PICTURE = 3, 5
"""Likewise on other cards: the most buttons, and how many of them come before the one that leads to the others."""

NEEDED = (
    *(Move.READY, Move.GO_ON, Move.PAUSE, Move.HURTS, Move.STOP, Move.STEPS, Move.EASIER),
    *(Move.SKIP, Move.SWAP, Move.START_OVER, Move.BACK),
)
"""Moves of the player, the most needed first. Those for which there is no room can still be typed."""

_FOLDED = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)


def as_wanted(screen: Screen, who: Preferences, words: Words) -> Screen:
    if who.is_large:
        return as_large(screen, words)
    return as_short(screen, words) if who.is_short else screen


def as_large(screen: Screen, words: Words) -> Screen:
    short = as_short(screen, words)
    buttons = _with_room([button for row in short.rows for button in row])
    if not _has_picture(short) or len(buttons) <= BESIDE_A_PICTURE:
        return replace(short, rows=_alone(buttons))
    *others, last = buttons
    first, rest = others[:FIRST], [others[0], *others[FIRST:], last]
    more = Button(words("button-rest-of-buttons"), Go(Place.REST_OF_BUTTONS))
    return replace(short, rows=_alone([*first, more, last]), rest=_alone(rest))


def _has_picture(screen: Screen) -> bool:
    return screen.picture is not None or screen.paper is not None


def _alone(buttons: Iterable[Button]) -> Rows:
    return tuple((button,) for button in buttons)


def as_short(screen: Screen, words: Words) -> Screen:
    text = _lines(_FOLDED.sub("", _without(screen.asides, screen.text)))
    if text == screen.text or not text:
        return screen
    if not _FOLDED.search(screen.text):
        return replace(screen, text=text, asides=())
    whole, rows = _FOLDED.sub(r"\1", screen.text), _with_more(screen.rows, words)
    return replace(screen, text=text, rows=rows, asides=(), whole=whole)


def _without(asides: Iterable[str], text: str) -> str:
    for aside in asides:
        text = f"\n{text}\n".replace(f"\n{aside}\n", "\n", 1).strip("\n")
    return text


def _lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _with_more(rows: Rows, words: Words) -> Rows:
    """The button comes near the end, because chats grow from the bottom, and buttons that are read before they are tapped must not move."""
    more = (Button(words("button-read-more"), Go(Place.WHOLE)),)
    if rows and any(button.action == Go(Place.HOME) for button in rows[-1]):
        return (*rows[:-1], more, rows[-1])
    return (more, *rows)


def _with_room(buttons: list[Button]) -> list[Button]:
    moves = {button.action.move for button in buttons if isinstance(button.action, Play)}
    if len(buttons) <= PLAYER_ROWS or not moves or not moves <= set(NEEDED):
        return buttons
    kept = [move for move in NEEDED if move in moves][:PLAYER_ROWS]
    return [b for b in buttons if isinstance(b.action, Play) and b.action.move in kept]
