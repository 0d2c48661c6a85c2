"""Sessions to do once more: recent ones, one of each kind, and the favourites."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from bot.coach.case import Answer, Case
from bot.coach.session.contents import settled, titled
from bot.domain.library.exercise import FormRef
from bot.domain.progress.tally import days_ago
from bot.domain.session.script import duration
from bot.domain.session.startable import Day, Own, Ready, from_text
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import (
    DoAgain,
    DoDay,
    DoExercise,
    DoFavourites,
    DoOwn,
    DoRoutine,
    Moves,
    ToHear,
    ToSee,
)
from bot.screens.progress import again_screen as screens
from bot.store.session.lately import Begun

LOOKED_BACK = timedelta(days=365)
LAST = 5

MOST = 40
"""How many sessions are looked through, so that people who always do the same do not wait."""


def every_again(case: Case) -> Answer:
    return Answer(screens.again(_told(case), case.words))


def every_to_hear(case: Case) -> Answer:
    return _to_be_recorded(case, ToHear)


def every_to_see(case: Case) -> Answer:
    return _to_be_recorded(case, ToSee)


def _to_be_recorded(case: Case, kind: type[ToHear] | type[ToSee]) -> Answer:
    if case.file_ways is None:
        return every_again(case)
    return Answer(screens.again_as(kind, _told(case), case.words))


def _told(case: Case) -> screens.Again:
    last, ways = tuple(islice(_last(case), LAST)), case.file_ways
    return screens.Again(
        last,
        minutes_of_favourites(case),
        case.today,
        can_listen=ways is not None,
        can_watch=ways is not None and ways.watches,
    )


def minutes_of_favourites(case: Case) -> int:
    parts = settled(case, DoFavourites()).parts
    return minutes(duration(parts)) if parts else 0


def last_again(case: Case, days: int | None = None) -> Moves | None:
    """The last session that was more than a single exercise. `days`: prefer one from this many days ago."""
    every = [begun for begun in _begun(case) if begun.routine]
    of_day = [begun for begun in every if days_ago(begun.began_at, case.local_now) == days]
    return next((what for begun in (*of_day, *every) if (what := what_of(case, begun))), None)


def what_of(case: Case, begun: Begun) -> Moves | None:
    match from_text(begun.routine):
        case Ready(slug) if slug in case.library.routines:
            return DoRoutine(slug)
        case Day(programme, week, letter):
            return DoDay(programme, week, letter)
        case Own(id_):
            return DoOwn(id_) if case.store.own.get(id_, case.person.id) else None
        case None if begun.script:
            return _alone(case, begun.script[0].ref)
    return DoAgain(begun.id) if begun.script else None


def _alone(case: Case, ref: FormRef) -> Moves | None:
    return DoExercise(ref.exercise, ref.form) if case.form(ref) else None


def _begun(case: Case) -> Iterator[Begun]:
    return islice(case.store.lately.newest_first(case.person.id, case.now - LOOKED_BACK), MOST)


def _last(case: Case) -> Iterator[screens.Before]:
    """One of each kind, because two with the same title and length look the same."""
    told = set()
    for begun in _begun(case):
        what = what_of(case, begun)
        before = _before(case, begun, what) if what else None
        if before and (before.title, before.minutes) not in told:
            told.add((before.title, before.minutes))
            yield before


def _before(case: Case, begun: Begun, what: Moves) -> screens.Before | None:
    parts = settled(case, what).parts
    if not parts:
        return None
    title = titled(case, begun.routine, parts[0].form.ref.exercise)
    day = begun.began_at.astimezone(case.zone).date()
    return screens.Before(what, title, day, minutes(duration(parts)))
