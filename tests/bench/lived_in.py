"""Files as they are after weeks of use: people with chats, sessions, a diary and what became of their reminders."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.knowing import knowledge
from bot.domain.library.library import Library
from bot.domain.person.person import Cleared, Floor, Preferences
from bot.domain.session import suitable
from bot.domain.session.script import BeatKind, Script, write
from bot.screens.gallery.gallery import gallery
from bot.screens.view import to_json, view
from bot.store.database import open_store
from bot.store.moments import text
from bot.store.session import scripts
from tests.bench.all_in import CONTENT
from tests.bench.bare import TOKEN

BOT = int(TOKEN.partition(":")[0])
FIRST, APART = 1_000_000_000, 7
"""Ids as wide as Telegram's, with gaps."""

SESSIONS = 3
"""At most so many for each person: one in five of them was not begun."""

LONGEST = 2000
"""Letters of a stored script: most sessions are short ones."""

DAYS = 14
"""Days of deliveries. The bot itself keeps them for ninety."""

IN_DEBT, PENDING = 64, 16
"""What a crash leaves behind: as much as was on its way."""

ONE_IN_LIVE = 1000
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo", "UTC")

_I = "with recursive number(i) as (select 1 union all select i + 1 from number where i < :people)"
_PERSON = f"({FIRST} + {APART} * i)"
_CHANCE = "(i * 2654435761 / 64)"
"""Scattered, and the same each time."""


def person(number: int) -> int:
    return FIRST + APART * number


def live_in(path: Path, people: int, now: datetime) -> None:
    """Fill a file that is not there yet, nearly as fast as it can be written."""
    open_store(path, bot=BOT).close()
    with _quickly(path) as db:
        _samples(db, now)
        given = {"people": people, "bot": BOT, "now": text(now), "last": version("tzdata")}
        for statement in (*_PEOPLE, *_REMINDERS, *_SESSIONS, *_CHATS):
            db.execute(statement, given)
        for ago in range(DAYS, 0, -1):
            db.execute(_DELIVERIES, {"ago": f"-{ago} days"})
        db.execute(_STILL_PENDING, {"pending": PENDING, **given})


def come_due(path: Path, due: int, now: datetime) -> range:
    """The first `due` reminders are due now and no other within the hour; countdowns end soon. Whose they may be.

    So a file can be used again, hours after it was made.
    """
    with sqlite3.connect(path) as db:
        soon = {"now": text(now), "hour": text(now + timedelta(hours=1)), "due": due}
        for statement in _COME_DUE:
            db.execute(statement, soon)
    db.close()
    return range(1, max(due, IN_DEBT) + 1)


@contextmanager
def _quickly(path: Path) -> Iterator[sqlite3.Connection]:
    """A crash would cost the file, which is then made anew."""
    db = sqlite3.connect(path)
    try:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -2000000"):
            db.execute(f"pragma {pragma}").fetchall()
        with db:
            yield db
        db.execute("pragma journal_mode = wal").fetchall()
    finally:
        db.close()


def _samples(db: sqlite3.Connection, now: datetime) -> None:
    """What rows are made of, as the bot itself would write it."""
    known = knowledge(CONTENT).english
    db.execute("create temp table views (k integer primary key, view text)")
    drawn = [
        to_json(view(screen, fresh=True, rings=True))
        for screen in gallery(known.library, known.words).values()
    ]
    db.executemany("insert into views values (?, ?)", enumerate(drawn))
    db.execute("create temp table zones (k integer primary key, zone text, ahead text)")
    db.executemany("insert into zones values (?, ?, ?)", (_zone(k, now) for k in range(len(ZONES))))
    db.execute(
        "create temp table routines (k integer primary key, slug text unique, script text, hold integer)"
    )
    db.execute(
        "create temp table moves"
        " (k integer, number integer, exercise text, form text, side text, seconds integer, primary key (k, number))"
    )
    for k, (slug, script) in enumerate(_scripts(known.library)):
        hold = next(number for number, beat in enumerate(script) if beat.kind is not BeatKind.GET_READY)
        db.execute("insert into routines values (?, ?, ?, ?)", [k, slug, scripts.to_json(script), hold])
        db.executemany("insert into moves values (?, ?, ?, ?, ?, ?)", _moves(k, script))


def _zone(k: int, now: datetime) -> tuple[int, str, str]:
    ahead = now.astimezone(ZoneInfo(ZONES[k])).utcoffset() or timedelta()
    return k, ZONES[k], f"{ahead.total_seconds():+.0f} seconds"


def _scripts(library: Library) -> Iterator[tuple[str, Script]]:
    who = replace(Preferences(), cleared=Cleared.CLEAR, floor=Floor.YES)
    for routine in library.routines.values():
        script = write(suitable.settle(routine.lines, library, who).parts, library.exercises)
        if len(scripts.to_json(script)) < LONGEST:
            yield routine.slug, script


def _moves(k: int, script: Script) -> Iterator[tuple[object, ...]]:
    cards = {beat.card: beat for beat in script if beat.kind in (BeatKind.HOLD, BeatKind.REPEAT)}
    for number, beat in enumerate(cards.values()):
        side = beat.side.value if beat.side else None
        yield k, number, beat.ref.exercise, beat.ref.form, side, (beat.seconds or 0) * beat.repetitions


def _at(base: str, seconds: str, more: str = "") -> str:
    return f"strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', {base}, {seconds} || ' seconds'{more})"


_PEOPLE = (
    f"""{_I} insert into people (id, name, language, met_at, cleared, cleared_at, age, seen, tags, floor, level,
        equipment, minutes, goal, zone, zone_is_sure, follows_up, pictures)
    select {_PERSON}, 'Ana ' || i, iif(i % 3, 'en', 'de'), {_at(":now", f"-({_CHANCE} % 7776000)")}, 'clear',
        {_at(":now", f"-({_CHANCE} % 2592000)")}, '18', 'old', iif(i % 5, '[]', '["knees", "neck"]'), 'yes', 1 + i % 2,
        iif(i % 2, '["chair", "wall"]', null), 5, 4, zone, 1, i % 4 = 0, 'moving'
    from number join zones on zones.k = i % {len(ZONES)}""",
    f"""{_I} insert into programmes (person, programme, week, since)
    select {_PERSON}, 'four-weeks', 1 + i % 4, :now from number where i % 10 = 0""",
    f"""{_I} insert into own_routines (person, name, made_at)
    select {_PERSON}, 'After work', :now from number where i % 10 = 0""",
    """insert into own_lines (routine, place, exercise, form, hold, repetitions)
    select id, number, exercise, form, seconds, 1 from own_routines join moves on moves.k = id % 5 where number < 4""",
    f"""{_I} insert into too_much (person, exercise, form, at)
    select {_PERSON}, exercise, form, :now from number join moves on moves.k = 0 and moves.number = 0 where i % 50 = 0""",
    f"""{_I} insert into awaited (person, what, about, at) select {_PERSON}, 'city', '', :now from number where i % 200 = 0""",
    "insert into heartbeats (bot, at) values (:bot, :now)",
    "insert into facts (name, value) values ('zones', :last)",
)

_REMINDERS = tuple(
    f"""{_I} insert into reminders (person, at, weekdays, starts, made_at, next_at)
    select person, strftime('%H:%M', next_at, ahead), weekdays, '', :now, next_at from (
        select {_PERSON} as person, {weekdays} as weekdays, ahead,
            {_at(":now", f"(3600 + {_CHANCE} % 1380 * 60)")} as next_at
        from number join zones on zones.k = i % {len(ZONES)} where {who})"""
    for who, weekdays in (("1", "127"), ("i % 5 < 2", "31"))
)

_SESSIONS = (
    *(
        f"""{_I} insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, wake_at, live, rating)
        select {_PERSON}, slug, script, iif(i % 4, 'finished', 'left'), 0, 12,
            {_at(":now", f"-({6 * (SESSIONS - number)} * 86400 + {_CHANCE} % 80000)")}, :now, null, 0, 'r'
        from number join routines on routines.k = ({_CHANCE} + {number}) % (select count(*) from routines)
        where (i + {number}) % 5"""
        for number in range(SESSIONS)
    ),
    """insert into done (session, number, exercise, form, side, seconds, at)
    select sessions.id, number, exercise, form, side, seconds, began_at
    from sessions cross join routines on slug = routine cross join moves on moves.k = routines.k
    where number < iif(phase = 'left', 2, 100)""",
    f"""{_I} insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, wake_at, live)
    select {_PERSON}, slug, script, iif(i / {ONE_IN_LIVE} % 2, 'working', 'paused'), hold, 3, :now, :now,
        iif(i / {ONE_IN_LIVE} % 2, :now, null), 1
    from number join routines on routines.k = 0 where i % {ONE_IN_LIVE} = 0""",
    """insert into sharp_stops (session, person, exercise, at, rests_until)
    select id, person, (select exercise from done where session = id limit 1), began_at, began_at
    from sessions where id % 400 = 0 and exists (select 1 from done where session = id)""",
)

_CHATS = (
    f"""{_I} insert into chats (bot, chat, message, shown, sent_at, owed)
    select :bot, {_PERSON}, 10 + i % 500, view, {_at(":now", f"-({_CHANCE} % 604800)")}, iif(i <= {IN_DEBT}, view, null)
    from number join views on views.k = {_CHANCE} % (select count(*) from views)""",
    f"""{_I} insert into updates (bot, id, at)
    select :bot, 700000000 + i, {_at(":now", "-((:people - i) * 172000 / :people)")} from number""",
)

_DELIVERIES = """insert into deliveries (reminder, person, due_at, claimed_at, state, ended_at)
    select id, person, due, due, iif(id % 7 < 4, 'sent', iif(id % 7 = 4, 'done', 'quiet')), due from (
        select id, person, next_at, strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', next_at, :ago) as due
        from reminders where weekdays = 127 or strftime('%w', next_at, :ago) between '1' and '5')
    order by next_at"""

_STILL_PENDING = """insert into deliveries (reminder, person, due_at, claimed_at, state)
    select id, person, :now, :now, 'pending' from reminders where id between 1000 and 999 + :pending"""

_COME_DUE = (
    f"update reminders set next_at = {_at(':hour', '(id % 79200)')} where next_at < :hour",
    "update reminders set next_at = :now where id <= :due",
    f"""update sessions set beat_at = :now, began_at = :now, wake_at = {_at(":now", "(60 + id % 600)")}
    where live and wake_at is not null""",
    "update sessions set beat_at = :now, began_at = :now where live and wake_at is null",
    "update heartbeats set at = :now",
)
