"""A session that is followed by a file: the message with it, and what is asked before and said afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.session.session import Session
from bot.screens import keys
from bot.screens.buttons.actions import DoAgain, LearnStep, PlayAnyway, Recorded
from bot.screens.person.home import Today
from bot.screens.person.pain_screens import gently
from bot.screens.screen import Button, Paper, Screen, Words
from bot.screens.session.ending import left
from bot.screens.session.player import player
from bot.screens.text import bold, lines, plain

CARD = "listen."


@dataclass(frozen=True, slots=True)
class Film:
    """`names`: of its exercises. `day`: it is made for, where the person is."""

    session: Session
    title: str
    names: Sequence[str]
    day: date


def file(told: Film, paper: Paper, words: Words) -> Screen:
    """It outlives its day, which therefore stands in it."""
    weekday, day = words.weekday(told.day.weekday()), words.date(told.day)
    text = lines(
        bold(words("recorded-for", weekday=weekday, date=day, title=told.title)),
        plain(words.listed(dict.fromkeys(told.names))),
        plain(words("stop-rule")),
    )
    rows = player(told.session, None, None, words).rows
    return Screen(text, rows, card=f"{CARD}{told.session.id}", line="", paper=paper)


def is_on(session: Session, title: str, words: Words) -> Screen:
    """Below what they looked at meanwhile; the file stands further up."""
    text = lines(bold(words("recorded-is-on", title=title)), plain(words("stop-rule")))
    return Screen(text, player(session, None, None, words).rows, card=f"{CARD}{session.id}.on", line="")


def pause_first(screen: Screen, words: Words) -> Screen:
    """What it is like is asked while the file plays on."""
    return replace(screen, text=lines(plain(words("recorded-pause-first")), screen.text))


def stopped(session: Session, title: str, name: str, words: Words) -> Screen:
    """`name`: of the exercise at which they stopped."""
    screen = left(session, title, words)
    place = words("recorded-stopped-at", title=name, place=session.now_playing.item + 1, places=session.items)
    return Screen(
        lines(plain(place), screen.text if session.done else plain(words("player-left-untouched"))),
        screen.rows,
        card=screen.card,
        leaves=screen.leaves,
        line=screen.line,
    )


def show_first(what: Recorded, slug: str, form: str, title: str, words: Words) -> Screen:
    """A move on the floor that is new to them: it is better seen before one lies down."""
    rows = (
        keys.primary(words("choice-show-first"), LearnStep(slug, form, 0)),
        (Button(words("choice-play-anyway"), PlayAnyway(what)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("recorded-new", title=title)), rows)


def not_today(gentle: Today | None, words: Words) -> Screen:
    """From 7 of 10 on: a file goes on whatever one feels."""
    text = lines(bold(words("recorded-high")), plain(words("recorded-high-why")))
    return Screen(text, (*gently(gentle, words), *keys.home_row(words)))


def no_more(screen: Screen, words: Words) -> Screen:
    """The same, said while one was followed: below what was noted."""
    return replace(screen, text=lines(screen.text, plain(words("recorded-high-why"))))


def not_made(session: int, words: Words, *, no_room: bool) -> Screen:
    """`session`: which was to become a file, and can be played in the chat."""
    said = words("recorded-no-room" if no_room else "recorded-not-made")
    rows = (keys.primary(words("choice-in-chat"), DoAgain(session)), *keys.home_row(words))
    return Screen(plain(said), rows)
