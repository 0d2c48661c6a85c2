"""How a session ends on the screen, and the one line it leaves in the chat."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.domain.progress.diary import Rating
from bot.domain.progress.tally import WeekSoFar
from bot.domain.session.session import Led, Move, Phase, Stand
from bot.screens import keys
from bot.screens.amounts import MINUTE, minutes
from bot.screens.buttons.actions import Go, Place, Play, Question, Rate
from bot.screens.progress.progress_screen import days_of
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, faint, lines, plain

FIRST_TIME = time(8, 30)


def finished(session: Stand, title: str, names: Sequence[str], week: WeekSoFar, words: Words) -> Screen:
    if not session.done:
        return left(session, title, words)
    text = lines(
        bold(_headline(session, week, words)), plain(words.listed(names)), plain(words("player-rate"))
    )
    return Screen(text, _ratings(session.id, words), None, card_of(session), line_of(session, title, words))


def first_finished(session: Stand, title: str, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-first-reminder", time=words.clock(FIRST_TIME)), Go(Place.FIRST_REMINDER)),
        (
            Button(words("button-another-time"), Go(Place.ADD_REMINDER)),
            Button(words("button-not-now"), Go(Place.ASK_TO_FIT)),
        ),
    )
    done = _done(session, "first-done", words)
    return Screen(bold(done), rows, None, card_of(session), line_of(session, title, words))


def first_finished_and_reminded(
    session: Stand, title: str, then: str, unanswered: Sequence[Question], words: Words
) -> Screen:
    """`then`: when they are reminded next, in words. No other time is offered."""
    asked = to_fit(unanswered, words, words("reminder-next", when=then))
    text = lines(bold(_done(session, "first-done", words)), asked.text)
    return replace(asked, text=text, card=card_of(session), leaves=line_of(session, title, words))


def to_fit(unanswered: Sequence[Question], words: Words, note: str = "") -> Screen:
    rows = (
        keys.primary(words("choice-go-ahead"), Go(unanswered[0])),
        (Button(words("button-later"), Go(Place.HOME)),),
    )
    offer = words("questions-offer", count=len(unanswered))
    return Screen(lines(plain(note), plain(offer)), rows)


def rated_hurt(session: Stand, title: str, week: str, words: Words) -> Screen:
    """`week`: as dots, or in words."""
    text = lines(plain(words("player-rated-u")), plain(week))
    return Screen(text, keys.home_row(words), None, card_of(session), line_of(session, title, words))


def left(session: Stand, title: str, words: Words, *, goes_on: bool = False) -> Screen:
    """`goes_on`: one tap takes the Stop back."""
    kept = "player-left" if session.done else _nothing_done(session)
    back = Button(words("button-go-on-after-all"), Play(session.id, session.turn, Move.GO_ON))
    rows = (((back,),) if goes_on and session.led is Led.BY_TAPS else ()) + keys.home_row(words)
    return Screen(plain(words(kept)), rows, None, card_of(session), line_of(session, title, words))


def _nothing_done(session: Stand) -> str:
    if session.led is not Led.BY_TAPS:
        return "player-left-untouched"
    return "player-left-passed" if session.beat else "player-left-early"


def _headline(session: Stand, week: WeekSoFar, words: Words) -> str:
    done = _done(session, "player-finished", words)
    days = days_of(week, words)
    return (
        words("two-sentences", first=done, second=words("player-finished-week", days=days)) if days else done
    )


def _done(session: Stand, id: str, words: Words) -> str:  # noqa: A002 - as in Words
    if session.seconds_done < MINUTE:
        return words(f"{id}-short")
    return words(id, minutes=minutes(session.seconds_done))


def line_of(session: Stand, title: str, words: Words) -> str | None:
    """A diary keeps what was done; a session stopped before anything was done leaves no line."""
    if not session.done:
        return None
    if session.phase is Phase.FINISHED:
        return faint(words("player-line-done", title=title, minutes=minutes(session.seconds_done)))
    return faint(words("player-line-left", title=title))


def _ratings(session: int, words: Words) -> tuple[tuple[Button, ...], ...]:
    ratings = (Button(words(f"button-rate-{r.value}"), Rate(session, r)) for r in Rating)
    return (*keys.paired(ratings), *keys.home_row(words))


def card_of(session: Stand) -> str:
    return f"end.{session.id}"
