"""After something hurt: where it was sharp, what follows, what kind of pain it was, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.person.what_rests import LOADED, Resting, SharpStop, SoreSpot, WhyEasy
from bot.domain.progress.days_off import OffKind
from bot.domain.session.pain import Pain
from bot.domain.session.session import Stand
from bot.screens import keys
from bot.screens.buttons.actions import (
    Felt,
    FeltIn,
    FeltSomewhere,
    Go,
    NotSharp,
    OpenExercise,
    OpenForm,
    Place,
    SaidWhere,
    TakeOff,
    TryAgain,
    What,
)
from bot.screens.choose.resting_words import easy_day as easy_day_line
from bot.screens.choose.resting_words import until_in_words
from bot.screens.person.home import Today
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.session.ending import card_of, line_of
from bot.screens.text import bold, lines, plain
from bot.screens.what_remains import about_you


@dataclass(frozen=True, slots=True)
class Stopped:
    """A session in which something was sharp. `move`: the exercise's title; "" when they can't tell which."""

    session: Stand
    title: str
    stop: SharpStop
    move: str
    resting: Resting


def what_like(session: Stand, title: str, words: Words) -> Screen:
    text = lines(plain(words("pain-thanks")), bold(words("pain-what-like")))
    buttons = (Button(words(f"button-pain-{pain.value}"), Felt(session.id, pain)) for pain in Pain)
    return _ending(session, title, text, (*keys.paired(buttons), *keys.home_row(words)), words)


def which_move(
    session: Stand, title: str, pain: Pain, moves: Sequence[tuple[str, str]], words: Words
) -> Screen:
    buttons = (Button(keys.cut(name), FeltIn(session.id, pain, slug)) for slug, name in moves)
    last = (Button(words("button-not-sure"), FeltSomewhere(session.id, pain)), keys.home(words))
    return _ending(session, title, bold(words("pain-which")), (*keys.paired(buttons), last), words)


def stopped(this: Stopped, words: Words) -> Screen:
    """Where it was sharp decides what else rests; until they say where, the whole day is easy."""
    if this.stop.where is not None:
        return _where_said(this, this.stop.where, words)
    rests = words("pain-rests", title=this.move) if this.move else ""
    text = lines(
        plain(words("pain-sharp")), plain(rests), _kept(this.session, words), bold(words("pain-where"))
    )
    buttons = (Button(words(f"button-where-{w.value}"), SaidWhere(this.session.id, w)) for w in SoreSpot)
    rows = (*keys.paired(buttons), *keys.home_row(words))
    return _ending(this.session, this.title, text, rows, words)


def stopped_of_old(session: Stand, title: str, words: Words) -> Screen:
    """Stopped by an older version, which stored nothing else about it."""
    text = lines(plain(words("pain-sharp")), plain(words("pain-sharp-stays")), _kept(session, words))
    return _ending(session, title, text, _signs_and_home(words), words)


def _where_said(this: Stopped, where: SoreSpot, words: Words) -> Screen:
    if _is_second(this):
        text = lines(
            bold(words("pain-twice")), plain(words("pain-twice-signs")), plain(words("pain-sharp-stays"))
        )
        rows = (keys.primary(words("button-warning-signs"), Go(Place.SIGNS)), *keys.home_row(words))
        return _ending(this.session, this.title, text, rows, words)
    text = lines(*_follows(this, where, words), plain(words("pain-sharp-stays")), _kept(this.session, words))
    return _ending(this.session, this.title, text, _signs_and_home(words), words)


def _is_second(this: Stopped) -> bool:
    return this.stop.is_in_the_back and this.resting.twice_at == this.stop.at


def _follows(this: Stopped, where: SoreSpot, words: Words) -> tuple[str | None, ...]:
    then = next((until for slug, until in this.resting.moves if slug == this.stop.exercise), None)
    rests = words("resting-until", title=this.move, day=until_in_words(then, words)) if then else None
    loads = next((until for tag, until in this.resting.loads if tag is LOADED.get(where)), None)
    if where in LOADED and loads:
        day = until_in_words(loads, words)
        return plain(words(f"pain-loads-{where.value}", day=day)), plain(rests) if rests else None
    return plain(words("pain-easy-day")), plain(rests) if rests else None


@dataclass(frozen=True, slots=True)
class Rester:
    """An exercise that rests, or has had its rest. `stop`: the session in which it was sharp. `swap`: slug and title."""

    slug: str
    form: str
    title: str
    stop: int
    swap: tuple[str, str] | None = None


def rests(this: Rester, why: str, words: Words) -> Screen:
    swap = (keys.primary(keys.cut(this.swap[1]), OpenExercise(this.swap[0])),) if this.swap else ()
    question = words("resting-swap-ask", new=this.swap[1]) if this.swap else ""
    rows = (
        *swap,
        (Button(words("button-not-sharp"), NotSharp(this.stop)),),
        (Button(words("button-back"), OpenForm(this.slug, this.form)), keys.home(words)),
    )
    return Screen(lines(bold(why), plain(question)), rows, line=about_you(words))


def try_again(this: Rester, then: What, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-try-gently"), TryAgain(this.stop, True, then)),
        (Button(words("choice-swap-it"), TryAgain(this.stop, False, then)),),
        *keys.home_row(words),
    )
    text = bold(words("resting-try-again", title=this.title))
    return Screen(text, rows, line=about_you(words))


def easy_day(today: Today | None, resting: Resting, stop: int | None, words: Words) -> Screen:
    start = (keys.primary(words("choice-start", minutes=today.minutes), today.what),) if today else ()
    line = easy_day_line(resting.easy, words) if resting.easy else ""
    rows = (
        *start,
        *_way_back(resting.easy, stop, words),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(bold(line), rows, line=about_you(words))


def _way_back(why_easy: WhyEasy | None, stop: int | None, words: Words) -> Rows:
    if stop is not None:
        return ((Button(words("button-not-sharp"), NotSharp(stop)),),)
    return ((Button(words("button-off-well"), TakeOff(OffKind.ILL, 0)),),) if why_easy is WhyEasy.ILL else ()


def _signs_and_home(words: Words) -> Rows:
    return ((Button(words("button-warning-signs"), Go(Place.SIGNS)),), *keys.home_row(words))


def _kept(session: Stand, words: Words) -> str | None:
    return plain(words("pain-sharp-kept")) if session.done else None


def _ending(session: Stand, title: str, text: str, rows: Rows, words: Words) -> Screen:
    left = line_of(session, title, words)
    return Screen(text, rows, None, card_of(session), left, line=about_you(words))
