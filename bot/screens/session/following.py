"""A session that is followed by a recording: its message, and the screens before and after it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.library.exercise import Equipment
from bot.domain.session.session import Session, Stand
from bot.screens import keys
from bot.screens.amounts import things
from bot.screens.buttons.actions import DoAgain, LearnStep, PlayAnyway, Recorded, ToHear
from bot.screens.person.home import Today
from bot.screens.person.pain_screens import gently
from bot.screens.screen import Button, Paper, Screen, Words
from bot.screens.session.ending import left
from bot.screens.session.player import player
from bot.screens.text import bold, lines, plain

CARD = "listen."

A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Film:
    """`names`: of its exercises. `day`: the day it is made for, in the person's time zone. `needs`: what its moves need."""

    session: Session
    title: str
    names: Sequence[str]
    day: date
    needs: Collection[Equipment] = ()


def file(told: Film, paper: Paper, words: Words) -> Screen:
    """The recording outlives its day, so the day stands in the message."""
    weekday, day = words.weekday(told.day.weekday()), words.date(told.day)
    text = lines(
        bold(words("recorded-for", weekday=weekday, date=day, title=told.title)),
        plain(words.listed(dict.fromkeys(told.names))),
        plain(words("recorded-things", things=things(told.needs, words))) if told.needs else None,
        plain(words("stop-rule")),
    )
    rows = player(told.session, None, None, words).rows
    return Screen(text, rows, card=f"{CARD}{told.session.id}", line="", paper=paper)


def is_on(session: Session, title: str, words: Words) -> Screen:
    text = lines(bold(words("recorded-is-on", title=title)), plain(words("stop-rule")))
    return Screen(text, player(session, None, None, words).rows, card=f"{CARD}{session.id}.on", line="")


def pause_first(screen: Screen, words: Words) -> Screen:
    return replace(screen, text=lines(plain(words("recorded-pause-first")), screen.text))


@dataclass(frozen=True, slots=True)
class StoppedAt:
    """Where a recording was: an exercise's title, and which of how many it is."""

    title: str
    place: int
    places: int


def stopped(session: Stand, title: str, at: StoppedAt, words: Words) -> Screen:
    screen = left(session, title, words)
    place = words("recorded-stopped-at", title=at.title, place=at.place, places=at.places)
    return Screen(
        lines(plain(place), screen.text if session.done else plain(words("player-left-untouched"))),
        screen.rows,
        card=screen.card,
        leaves=screen.leaves,
        line=screen.line,
    )


def show_first(what: Recorded, slug: str, form: str, title: str, words: Words) -> Screen:
    """`title`: of a floor move that is new to them, better seen before they lie down."""
    rows = (
        keys.primary(words("choice-show-first"), LearnStep(slug, form, 0)),
        (Button(words("choice-play-anyway"), PlayAnyway(what)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("recorded-new", title=title)), rows)


def not_today(gentle: Today | None, words: Words) -> Screen:
    """For pain of 7 or more out of 10: a recording goes on whatever they feel."""
    text = lines(bold(words("recorded-high")), plain(words("recorded-high-why")))
    return Screen(text, (*gently(gentle, words), *keys.home_row(words)))


def no_more(screen: Screen, words: Words) -> Screen:
    return replace(screen, text=lines(screen.text, plain(words("recorded-high-why"))))


def too_long(
    what: Recorded, lasts: timedelta, most: timedelta, words: Words, *, can_be_heard: bool
) -> Screen:
    said = words(
        "recorded-too-long",
        kind="sound" if isinstance(what, ToHear) else "film",
        minutes=-(-lasts // A_MINUTE),
        most=most // A_MINUTE,
    )
    listen = keys.paired((Button(words("button-listen"), ToHear(what.what)),) if can_be_heard else ())
    rows = (keys.primary(words("choice-in-chat"), what.what), *listen, *keys.home_row(words))
    return Screen(plain(said), rows)


def not_made(session: int, words: Words, *, no_room: bool) -> Screen:
    said = words("recorded-no-room" if no_room else "recorded-not-made")
    rows = (keys.primary(words("choice-in-chat"), DoAgain(session)), *keys.home_row(words))
    return Screen(plain(said), rows)
