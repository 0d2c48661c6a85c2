"""Who can read a person's data, what is kept, for how long, and what they can do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens import keys
from bot.screens.buttons.actions import AboutPrivacy, Go, Place
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain

LABELS: dict[AboutPrivacy, str] = {
    Place.PRIVACY: "button-who-can-read",
    Place.PRIVACY_KEPT: "button-what-is-kept",
    Place.PRIVACY_TIME: "button-how-long",
    Place.PRIVACY_YOURS: "button-what-i-can-do",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """`tables`: in words, the tables with something about them. `copies`: how many nightly ones are kept.

    `reminder_days`, `update_hours`: how long the bot remembers that a reminder came, and that a message was answered. `contact`: whom they
    can ask; "" if nobody is named.
    """

    tables: Sequence[str]
    copies: int
    reminder_days: int
    update_hours: int
    contact: str = ""


def privacy(place: AboutPrivacy, kept: Kept, words: Words) -> Screen:
    rows = (*_deeds(place, words), *_others(place, words), *_ends(words))
    return Screen(_text(place, kept, words), keys.fitted(rows), line=words("button-privacy"))


def _text(place: AboutPrivacy, kept: Kept, words: Words) -> str:
    match place:
        case Place.PRIVACY:
            return _page(words("privacy-who"), [words("privacy-who-lines")], words("privacy-who-more"))
        case Place.PRIVACY_KEPT:
            tables = "\n".join(f"• {table}" for table in kept.tables)
            return _page(
                words("privacy-kept"), [words("privacy-kept-lines")], lines(words("privacy-kept-all"), tables)
            )
        case Place.PRIVACY_TIME:
            copies = words("delete-copies", nights=kept.copies) if kept.copies else ""
            more = words("privacy-time-more", days=kept.reminder_days, hours=kept.update_hours)
            return _page(words("privacy-time"), [words("privacy-time-lines"), copies], more)
        case Place.PRIVACY_YOURS:
            ask = words("privacy-contact", contact=kept.contact) if kept.contact else words("privacy-nobody")
            return _page(
                words("privacy-yours"), [words("privacy-yours-lines"), ask], words("privacy-yours-more")
            )


def _page(title: str, short: Sequence[str], more: str) -> str:
    return lines(bold(title), *map(plain, short), folded(more))


def _deeds(place: AboutPrivacy, words: Words) -> Rows:
    if place is not Place.PRIVACY_YOURS:
        return ()
    return (
        (
            Button(words("choice-export"), Go(Place.EXPORT)),
            Button(words("button-delete"), Go(Place.DELETE)),
        ),
    )


def _others(place: AboutPrivacy, words: Words) -> Rows:
    return keys.paired(
        Button(words(label), Go(other)) for other, label in LABELS.items() if other is not place
    )


def _ends(words: Words) -> Rows:
    return ((Button(words("button-my-data"), Go(Place.MY_DATA)), keys.home(words)),)
