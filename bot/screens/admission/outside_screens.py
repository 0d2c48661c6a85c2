"""Screens for people who may not use the bot: how they get in, and that their data is theirs."""

from dataclasses import dataclass, replace

from bot.domain.admission.access import Access
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place, RemoveTalk
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, lines, plain


@dataclass(frozen=True, slots=True)
class Outsider:
    """`name`: "" if it is not known. `number`: their Telegram id. `has_data`: they used the bot before. `has_word`: a word lets people in.
    `contact`: whom they can ask; "" if nobody is named."""

    access: Access
    name: str
    number: int
    has_data: bool
    has_word: bool
    contact: str = ""


def outside(who: Outsider, words: Words, *, note: str = "", is_unwell: bool = False) -> Screen:
    """`note`: the answer to the word they tried. `is_unwell`: they complained about their health, which nobody here can ask about."""
    text = lines(
        plain(words("outside-unwell")) if is_unwell else None,
        plain(note) if note else lines(_greeting(who, words), plain(_way_in(who, words))),
        plain(words("outside-contact", contact=who.contact)) if who.contact else None,
        plain(words("outside-yours")) if who.has_data else None,
    )
    return Screen(text, _rows(who, words), line="")


def wrong(words: Words) -> str:
    return words("outside-wrong")


def too_many(minutes: int, words: Words) -> str:
    """`minutes`: until the next try counts. People see this whatever they wrote, if they write much, so it names the emergency number."""
    return words(
        "two-sentences", first=words("outside-tries", minutes=minutes), second=words("outside-danger")
    )


def slow_down(words: Words) -> str:
    return words("toast-slow-down")


def cannot_follow(words: Words, *, has_home: bool) -> Screen:
    text = lines(plain(words("cannot-follow")), plain(words("cannot-follow-danger")))
    return Screen(text, keys.home_row(words) if has_home else ((_privacy(words),),), line="")


def helped(screen: Screen) -> Screen:
    kept = tuple(row for row in screen.rows if any(isinstance(button.action, RemoveTalk) for button in row))
    return replace(screen, rows=kept)


def _greeting(who: Outsider, words: Words) -> str:
    if who.access is Access.BANNED:
        return bold(words("outside-banned"))
    return bold(words("outside-hello", name=who.name) if who.name else words("outside-hello-nameless"))


def _way_in(who: Outsider, words: Words) -> str:
    if who.access is Access.BANNED:
        return words("outside-danger")
    if who.has_word:
        return words("outside-word")
    return words("outside-list", number=str(who.number))


def _rows(who: Outsider, words: Words) -> Rows:
    kept = _privacy(words)
    if not who.has_data:
        return ((kept,),)
    theirs = (
        Button(words("choice-export"), Go(Place.EXPORT)),
        Button(words("button-delete"), Go(Place.DELETE)),
    )
    return keys.fitted((theirs, (kept,)))


def _privacy(words: Words) -> Button:
    return Button(words("button-privacy"), Go(Place.PRIVACY))
