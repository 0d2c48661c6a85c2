"""Who is banned, and the answers to banning and letting in."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens import keys
from bot.screens.buttons.actions import AdminPage, AskAdmin, LetIn
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, faint, lines, plain

SHOWN = 10
"""Only this many are shown, the latest: a longer list is no use on a phone."""


@dataclass(frozen=True, slots=True)
class Outcast:
    """`name`: untrusted; "" if it is no longer known. `is_known`: whether anything about them is kept."""

    number: int
    name: str = ""
    is_known: bool = True


def who(person: Outcast, words: Words) -> str:
    if not person.name:
        return str(person.number)
    return words("admin-who", name=keys.cut(person.name), number=str(person.number))


def bans(people: Sequence[Outcast], words: Words) -> Screen:
    """`people`: the latest first."""
    more = plain(words("bans-more", people=len(people) - SHOWN)) if len(people) > SHOWN else ""
    none = plain(words("bans-none")) if not people else ""
    text = lines(bold(words("bans-title")), none, more, faint(words("bans-how")))
    return Screen(text, (*((_let_in(person, words),) for person in people[:SHOWN]), *keys.home_row(words)))


def ask_number(words: Words) -> Screen:
    return _said(plain(words("ban-no-number")), words)


def refused(words: Words) -> Screen:
    return _said(plain(words("ban-admin")), words)


def shut_out(person: Outcast, words: Words, *, was_before: bool) -> Screen:
    said = "ban-before" if was_before else "ban-done" if person.is_known else "ban-unknown"
    text = plain(words(said, who=who(person, words)))
    return Screen(text, ((_let_in(person, words),), *_rows(words)))


def let_in(person: Outcast, words: Words, *, was_out: bool) -> Screen:
    return _said(plain(words("unban-done" if was_out else "unban-nobody", who=who(person, words))), words)


def _said(text: str, words: Words) -> Screen:
    return Screen(text, _rows(words))


def _rows(words: Words) -> tuple[tuple[Button, ...], ...]:
    return ((Button(words("button-bans"), AskAdmin(AdminPage.BANS)), keys.home(words)),)


def _let_in(person: Outcast, words: Words) -> Button:
    number = str(person.number)
    label = keys.label(
        words("choice-let-in", who=who(person, words)),
        words("choice-let-in", who=number),
    )
    return Button(label, LetIn(person.number))
