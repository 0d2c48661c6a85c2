"""Shows a card once more: with a sentence, after words that do not answer it; in full; or with its other buttons."""

from dataclasses import replace
from functools import reduce

from bot.domain.library.exercise import Picture
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place
from bot.screens.buttons.wire import decode
from bot.screens.screen import Button, Paper, Rows, Screen, Style, Words
from bot.screens.text import bold, lines, plain, seen
from bot.screens.view import Key, View


def asked_again(card: View, note: str) -> Screen:
    said = bold(note) if note else ""
    text = card.text if card.text.endswith(said) else lines(card.text, said)
    rest = _rows(card.rest)
    return Screen(
        text,
        _rows(card.keys),
        line=seen(card.line),
        stays=card.stays,
        weighs=card.weighs,
        answers=tuple(filter(None, card.answers.split(","))),
        told_at=card.told_at,
        whole=card.whole,
        rest=rest,
    )


def asked_still(card: View, words: Words, *, is_again: bool) -> Screen:
    """The question stays open after words that were not understood. `is_again`: their words before were not understood either."""
    not_sure = plain(words("not-sure-still"))
    how = lines(plain(words("typing")), plain(words("not-sure-again")))
    text = reduce(str.removeprefix, (how, not_sure), card.text).lstrip()
    beside = keys.hurts_or_home(words)
    there = {button.action for button in beside}
    rows = (tuple(each for each in row if each.action not in there) for row in _rows(card.keys))
    asked = asked_again(replace(card, keys=()), "")
    return replace(asked, text=lines(how if is_again else not_sure, text), rows=(*filter(None, rows), beside))


def in_full(card: View) -> Screen | None:
    if not card.whole:
        return None
    more = Go(Place.WHOLE)
    rows = (tuple(button for button in row if button.action != more) for row in _rows(card.keys))
    return Screen(
        card.whole,
        tuple(filter(None, rows)),
        Picture(card.picture, moves=card.moves) if card.picture else None,
        card.card,
        card.leaves,
        stays=card.stays,
        line=seen(card.line),
        paper=Paper(card.job, card.value, card.name) if card.job else None,
        rest=_rows(card.rest),
    )


def rest_of_buttons(card: View) -> Screen | None:
    """Without its picture, to make room for them."""
    if not card.rest:
        return None
    return Screen(
        card.text, _rows(card.rest), None, card.card, card.leaves, line=seen(card.line), whole=card.whole
    )


def _rows(keys: tuple[tuple[Key, ...], ...]) -> Rows:
    rows = (tuple(_button(*key) for key in row) for row in keys)
    return tuple(filter(None, (tuple(button for button in row if button) for row in rows)))


def _button(label: str, data: str, style: str) -> Button | None:
    action = decode(data)
    known = next((each for each in Style if each.value == style), Style.PLAIN)
    return Button(label, action, known) if action else None
