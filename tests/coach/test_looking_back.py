"""Every number on /progress is computed a second way, by plain SQL on random diaries; and days off cost nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import groupby
from operator import itemgetter
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach.case import Case
from bot.coach.progress.done_so_far import done_so_far, felt, felt_change
from bot.coach.session.so_far import this_week
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Person, Preferences
from bot.domain.progress.days_off import DaysOff, OffKind
from bot.domain.progress.felt_change import FeltChange
from bot.domain.progress.twelve_weeks import DayMark, from_json, to_json
from bot.domain.reminders.reminder import Nod
from bot.screens.buttons.actions import AwayFor, PauseFor, Place, ProgressPart, TakeOff
from bot.store.database import Store
from bot.store.moments import text
from tests.coach.moving import met, next_day
from tests.coach.reminded import DUE, claimed, reminded_at
from tests.coach.talk import Someone, World
from tests.known import known
from tests.meaning import label_of
from tests.new_store import store_in_memory

ANA = 7
NOW = datetime(2026, 6, 10, 12, tzinfo=UTC)
ZONES = ("Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu", "UTC")

minutes_ago = st.integers(0, 200 * 24 * 60)
sessions = st.lists(st.tuples(minutes_ago, st.lists(st.integers(0, 400), max_size=3)), max_size=25)
notes = st.lists(
    st.tuples(minutes_ago, st.sampled_from(NotedWhen), st.none() | st.integers(0, 10)), max_size=20
)
off = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 14), st.sampled_from(OffKind)), max_size=3)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = store_in_memory()
    yield store
    store.close()


def lived(store: Store, zone: str, goal: int | None) -> Case:
    """Ana, about whom nothing else is known yet, at noon in Greenwich."""
    store.db.execute("delete from people")
    store.people.meet(Person(ANA, "Ana", "en"), NOW)
    person = Person(ANA, "Ana", "en", Preferences(zone=zone, goal=goal))
    return Case(person, store, known().english, NOW, known())


def insert_sessions(store: Store, lived: list[tuple[int, list[int]]]) -> None:
    for number, (ago, held) in enumerate(lived, 1):
        at = text(NOW - timedelta(minutes=ago))
        store.db.execute(
            "insert into sessions (id, person, routine, script, phase, beat, turn, began_at, beat_at, live)"
            " values (?, ?, 'morning', '[]', 'left', 0, 0, ?, ?, 0)",
            [number, ANA, at, at],
        )
        for place, seconds in enumerate(held):
            store.db.execute(
                "insert into done (session, number, exercise, form, side, seconds, at) values (?, ?, ?, 'flow', null, ?, ?)",
                [number, place, f"move-{seconds % 5}", seconds, at],
            )


def sql(store: Store, query: str, **values: object) -> list[tuple[object, ...]]:
    return store.db.execute(query, {"person": ANA, **values}).fetchall()


LOCAL_DAYS = """
    with local as (
        select date(sessions.began_at, (select shift from shifts where sessions.began_at >= since order by since desc limit 1)) as day,
            done.seconds, done.exercise
        from sessions join done on done.session = sessions.id where person = :person
    )
"""


@cache
def shifts(zone: str) -> list[tuple[str, str]]:
    """From when on a zone is how far from Greenwich, found hour by hour."""
    hours = [NOW + timedelta(hours=hours) for hours in range(-24 * 205, 48)]
    told = ((text(at), at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()) for at in hours)
    runs = (next(run) for _, run in groupby(told, key=itemgetter(1)))
    return [(since, f"{shift.total_seconds() / 60:+.0f} minutes") for since, shift in runs]


def know_shifts(store: Store, zone: str) -> None:
    """For SQL, which knows no zones."""
    store.db.execute("drop table if exists shifts")
    store.db.execute("create temp table shifts (since text primary key, shift text)")
    store.db.conn.executemany("insert into shifts values (?, ?)", shifts(zone))


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(sessions, st.sets(st.integers(0, 150), max_size=8), st.sampled_from(ZONES), st.sampled_from((None, 4)))
def test_days_minutes_and_moves_are_those_that_sql_counts(
    store: Store, made: list[tuple[int, list[int]]], without_us: set[int], zone: str, goal: int | None
) -> None:
    case = lived(store, zone, goal)
    insert_sessions(store, made)
    know_shifts(store, zone)
    for ago in without_us:
        store.did_it.add(ANA, case.today - timedelta(days=ago), NOW)
    monday = case.today - timedelta(days=case.today.weekday())
    done, week = done_so_far(case), this_week(case)

    days = sql(
        store,
        LOCAL_DAYS + "select day from local group by day having total(seconds) > 0"
        " union select day from did_it where person = :person",
    )
    assert {day.isoformat() for day in done.days.done} == {day for (day,) in days}

    (counted,) = sql(
        store,
        LOCAL_DAYS
        + "select (select count(*) from (select day from local where day >= :monday group by day having total(seconds) > 0"
        "  union select day from did_it where person = :person and day >= :monday)),"
        " (select total(seconds) from local where day >= :monday)",
        monday=monday.isoformat(),
    )
    assert (week.days, week.seconds) == counted

    by_week = sql(
        store,
        LOCAL_DAYS
        + "select cast((julianday(day) - julianday(:first)) / 7 as integer) as week, total(seconds) from local"
        " where day >= :first group by week",
        first=(monday - timedelta(weeks=11)).isoformat(),
    )
    wanted = dict.fromkeys(range(12), 0) | {week: round(float(str(s)) / 60) for week, s in by_week}
    assert done.minutes.weeks == tuple(wanted[week] for week in range(12))

    learnt = sql(
        store,
        "select count(distinct exercise), count(distinct session) from done"
        " join sessions on sessions.id = session where person = :person",
    )
    assert (len(store.sessions.exercises_done(ANA)), store.sessions.count_done(ANA)) == learnt[0]


RUNS = """
    with recursive days(day) as (
        select :began union all select date(day, '+1 day') from days where day < :today
    ),
    told as (
        select day, date(day, '-6 days', 'weekday 1') as monday, day in (select value from json_each(:done)) as is_done,
            day in (select value from json_each(:off)) as is_off, day = :today as is_today
        from days
    ),
    weeks as (
        select monday, max(is_done or is_off or monday = date(:today, '-6 days', 'weekday 1')) as is_lived_in
        from told group by monday
    ),
    missed as (
        select day, row_number() over (partition by monday order by day) as nth
        from told where not is_done and not is_off and not is_today
    ),
    marked as (
        select day, is_done, is_off, is_today, nth is not null and (nth > :rests or not is_lived_in) as is_gap
        from told join weeks using (monday) left join missed using (day)
    ),
    runs as (select *, sum(is_gap) over (order by day) as run from marked),
    ends as (select run, min(day) filter (where is_done) as first, max(day) filter (where is_done) as last from runs group by run)
    select coalesce(max((select count(*) from runs where runs.run = ends.run and day between first and last
        and (is_done or not is_off))), 0) from ends
"""


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.sets(st.integers(0, 60)), off, st.sampled_from((None, 1, 4, 7)))
def test_the_best_run_and_the_calendar_are_those_that_sql_counts(
    store: Store, ago: set[int], ranges: list[tuple[int, int, OffKind]], goal: int | None
) -> None:
    case = lived(store, "UTC", goal)
    done = sorted(case.today - timedelta(days=days) for days in ago)
    for day in done:
        store.did_it.add(ANA, day, NOW)
    free: set[date] = set()
    for began, length, kind in ranges:
        first = case.today - timedelta(days=began)
        taken = DaysOff(first, first + timedelta(days=length - 1), kind)
        store.time_off.take(ANA, taken)
        free |= {*taken.days}
    so_far = done_so_far(case)
    values = {
        "began": done[0].isoformat() if done else case.today.isoformat(),
        "today": case.today.isoformat(),
        "done": json.dumps([day.isoformat() for day in done]),
        "off": json.dumps([day.isoformat() for day in free]),
        "rests": max(2, 7 - (goal or 7)),
    }
    assert (so_far.best_run,) == sql(store, RUNS, **values)[0]
    first = case.today - timedelta(days=case.today.weekday() + 77)
    shown = [first + timedelta(days=number) for number in range(84)]
    marks = dict(zip(shown, so_far.calendar.marks, strict=True))
    assert {day for day, mark in marks.items() if mark is DayMark.DONE} == {*done} & {*shown}
    stored = sql(store, "select first, last, kind from days_off where person = :person")
    kinds = {
        day: kind
        for a, b, kind in stored
        for day in DaysOff(date.fromisoformat(str(a)), date.fromisoformat(str(b)), OffKind(kind)).days
    }
    assert {*kinds} == free
    for day, mark in marks.items():
        if mark in (DayMark.ILL, DayMark.AWAY):
            assert kinds[day] == mark.name.lower()
        if mark in (DayMark.REST, DayMark.GAP):
            assert day not in free and day not in done and done[0] < day < case.today  # noqa: PT018
    assert from_json("calendar", to_json(so_far.calendar)) == so_far.calendar


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(notes, st.sampled_from(ZONES))
def test_medians_are_those_that_sql_counts(
    store: Store, made: list[tuple[int, NotedWhen, int | None]], zone: str
) -> None:
    case = lived(store, zone, None)
    know_shifts(store, zone)
    for ago, moment, number in made:
        store.pain_notes.add(ANA, PainNote(NOW - timedelta(minutes=ago), moment, number))
    first = case.today - timedelta(days=case.today.weekday() + 77)
    rows = sql(
        store,
        "select cast((julianday(date(at, (select shift from shifts where at >= since order by since desc limit 1)))"
        " - julianday(:first)) / 7 as integer) as week, moment = 'a', number from pain_notes"
        " where person = :person and number is not null and week >= 0"
        " and date(at, (select shift from shifts where at >= since order by since desc limit 1)) >= :first",
        first=first.isoformat(),
    )
    chart = felt(case)
    assert (chart is None) == (len(rows) < 3)
    if chart is None:
        return
    for is_after, medians in ((0, chart.medians_before), (1, chart.medians_after)):
        for week in range(12):
            numbers = [int(str(number)) for w, after, number in rows if (w, after) == (week, is_after)]
            assert medians[week] == (median(numbers) if len(numbers) >= 3 else None)
    assert len(chart.before) + len(chart.after) == len(rows)
    assert from_json("felt", to_json(chart)) == chart


def test_days_off_are_marked_and_end_no_run(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/progress")
    ana.taps(ProgressPart.OFF)
    ana.taps(TakeOff(OffKind.AWAY, 7))
    assert ana.sees.text.startswith("<b>Away until 12 January.</b>")
    next_day(world, 3)
    ana.says("/progress")
    assert "4 days" not in ana.sees.text
    assert json.loads(ana.sees.value).rstrip().endswith("daaa") is True
    ana.taps(ProgressPart.OFF)
    ana.taps(TakeOff(OffKind.AWAY, 0))
    assert ana.sees.text.startswith("<b>Away or ill?</b>")
    assert world.store.time_off.of(ana.sender.id) == [
        DaysOff(date(2026, 1, 5), date(2026, 1, 7), OffKind.AWAY)
    ]


def test_who_is_ill_while_away_is_away_again_after_it(store: Store) -> None:
    lived(store, "UTC", None)
    store.time_off.take(ANA, DaysOff(date(2026, 6, 1), date(2026, 6, 14), OffKind.AWAY))
    store.time_off.take(ANA, DaysOff(date(2026, 6, 5), date(2026, 6, 6), OffKind.ILL))
    assert [(off.first.day, off.last.day, off.kind.value) for off in store.time_off.of(ANA)] == [
        (1, 4, "away"),
        (5, 6, "ill"),
        (7, 14, "away"),
    ]


def test_who_is_well_again_was_ill_until_today_and_is_away_still(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("co.away.14")
    next_day(world, 2)
    ana.taps_data("co.ill.5")
    next_day(world, 2)
    ana.taps_data("co.ill.0")
    assert [(off.first.day, off.last.day, off.kind.value) for off in world.store.time_off.of(ANA)] == [
        (5, 6, "away"),
        (7, 8, "ill"),
        (12, 18, "away"),
    ]


def test_mallory_takes_no_day_off_for_ana(ana: Someone, mallory: Someone, world: World) -> None:
    met(ana)
    mallory.says("/start")
    mallory.taps_data("co.ill.3")
    assert world.store.time_off.of(ana.sender.id) == []
    assert len(world.store.time_off.of(mallory.sender.id)) == 1
    for forged in ("co.ill.93", "co.lazy.3", "cp.z", "cw.0"):
        mallory.taps_data(forged)
        assert len(world.store.time_off.of(mallory.sender.id)) == 1


def test_a_run_is_told_in_weeks_and_can_be_hidden(ana: Someone, world: World) -> None:
    met(ana)
    person = world.store.people.get(ana.sender.id)
    assert person
    for ago in range(1, 30):
        if ago % 7 < 5:
            world.store.did_it.add(person.id, (world.now - timedelta(days=ago)).date(), world.now)
    ana.says("/progress")
    assert "Best run: 4 weeks, with the days of rest in between." in ana.sees.text
    world.store.people.prefer(person.id, replace(person.preferences, hides_run=True))
    ana.says("/progress")
    assert "run" not in ana.sees.text


def test_three_notes_make_a_picture(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/progress")
    for count in range(4):
        ana.taps(ProgressPart.FELT)
        assert ("Not enough notes yet" in ana.sees.text) == (count < 3)
        assert (ana.sees.job == "felt") == (count >= 3)
        note = PainNote(world.now - timedelta(days=count), NotedWhen.BEFORE, 4)
        world.store.pain_notes.add(ana.sender.id, note)
        ana.taps(Place.PROGRESS)


def test_it_is_told_how_it_felt_against_the_first_week(ana: Someone, world: World) -> None:
    met(ana)
    for weeks, number in ((6, 7), (1, 4)):
        for hours in range(3):
            at = world.now - timedelta(weeks=weeks, hours=-hours)
            world.store.pain_notes.add(ana.sender.id, PainNote(at, NotedWhen.BEFORE, number))
    ana.says("/progress")
    assert "Pain notes: lower than your first week." in ana.sees.text
    ana.taps(ProgressPart.FELT)
    assert "often changes on its own" in ana.sees.text
    assert "before 7" in ana.sees.text


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(notes, st.sampled_from(ZONES))
def test_the_change_is_the_one_that_sql_sees(
    store: Store, made: list[tuple[int, NotedWhen, int | None]], zone: str
) -> None:
    case = lived(store, zone, None)
    know_shifts(store, zone)
    for ago, moment, number in made:
        store.pain_notes.add(ANA, PainNote(NOW - timedelta(minutes=ago // 9), moment, number))
    rows = sql(
        store,
        "select date(date(at, (select shift from shifts where at >= since order by since desc limit 1)), '-6 days', 'weekday 1')"
        " as monday, json_group_array(number) from pain_notes"
        " where person = :person and moment <> 'a' and number is not null group by monday having count(*) >= 3 order by monday",
    )
    middles = [median(json.loads(str(numbers))) for _, numbers in rows]
    told = felt_change(case)
    if len(middles) < 2:
        assert told is None
    elif abs(middles[-1] - middles[0]) >= 2 and abs(middles[-1] - middles[0]) >= 0.3 * middles[0]:
        assert told is (FeltChange.LOWER if middles[-1] < middles[0] else FeltChange.HIGHER)
    else:
        assert told is FeltChange.SAME


def test_in_words_only_there_is_no_picture(ana: Someone) -> None:
    met(ana)
    ana.says("no pictures")
    ana.says("/progress")
    for meant in (ProgressPart.WEEKS, Place.PROGRESS, ProgressPart.MINUTES):
        assert ana.sees.job == ""
        ana.taps(meant)
    assert "This week" in ana.sees.text


def test_after_long_away_there_is_a_welcome(ana: Someone, world: World) -> None:
    met(ana)
    next_day(world, 20)
    ana.says("/progress")
    assert ana.sees.text.startswith("<b>Good to see you again.</b>")


@pytest.mark.parametrize("part", ProgressPart)
def test_every_closer_look_leads_back(ana: Someone, part: ProgressPart) -> None:
    met(ana)
    ana.says("/progress")
    ana.taps(part)
    assert "1 day this week" not in ana.sees.text
    ana.taps(Place.PROGRESS)
    assert "1 day this week" in ana.sees.text


def test_five_years_are_read_in_no_time() -> None:
    """For somebody who moved every day."""
    store = store_in_memory()
    case = lived(store, "Europe/Berlin", 4)
    insert_sessions(store, [(24 * 60 * day, [30, 40]) for day in range(1800)])
    began = datetime.now(UTC)
    assert done_so_far(case).best_run == 1800
    assert datetime.now(UTC) - began < timedelta(seconds=1)
    store.close()


@pytest.fixture
def reminded(ana: Someone, world: World) -> Someone:
    """It is 8:30 in Berlin, and the daily reminder has come."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    return ana


def test_who_says_that_they_are_ill_has_the_day_off(reminded: Someone, world: World) -> None:
    reminded.says("I'm sick today")
    today = DUE.date()
    assert world.store.time_off.of(reminded.sender.id) == [DaysOff(today, today, OffKind.ILL)]


def test_who_says_until_when_they_are_away_has_days_off_with_the_pause(
    reminded: Someone, world: World
) -> None:
    reminded.says("I'm on holiday until Friday")
    assert world.store.time_off.of(reminded.sender.id) == []
    reminded.taps(AwayFor)
    (off,) = world.store.time_off.of(reminded.sender.id)
    assert (off.first, off.kind) == (DUE.date(), OffKind.AWAY)
    (reminder,) = world.store.reminders.of(reminded.sender.id)
    assert reminder.paused_until == off.last + timedelta(days=1)


def test_days_off_offer_to_pause_the_reminders_of_those_days(reminded: Someone, world: World) -> None:
    reminded.taps(Nod.NOT_TODAY)
    reminded.taps_data("cp.o")
    reminded.taps(TakeOff(OffKind.AWAY, 7))
    reminded.taps(PauseFor(7))
    (reminder,) = world.store.reminders.of(reminded.sender.id)
    assert reminder.paused_until == DUE.date() + timedelta(days=7)
    reminded.taps_data("cp.o")
    assert not reminded.offers(PauseFor)
    assert reminded.labels[0] == label_of(reminded.sees, TakeOff(OffKind.AWAY, 0))
