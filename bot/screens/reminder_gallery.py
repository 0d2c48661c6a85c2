"""Reminders and zones with sample facts, for the gallery."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.library.library import Library
from bot.domain.reminders.draft import Draft
from bot.domain.reminders.places import City
from bot.domain.reminders.reminder import WORKING_DAYS, Nod, Reminder
from bot.screens import ending, reminder, reminders, zones
from bot.screens.actions import DoRoutine
from bot.screens.home import Today
from bot.screens.screen import Words
from bot.screens.weeks_gallery import Named

NOW = datetime(2026, 1, 5, 10, 42, tzinfo=UTC)
"""A Monday."""

MORNING = NOW.replace(hour=8, minute=30)
DELIVERY = 77


def reminders_gallery(library: Library, words: Words) -> Named:
    yield from _messages(library, words)
    yield from _lists(library, words)
    yield from _making(library, words)
    yield from _zones(words)


def _messages(library: Library, words: Words) -> Named:
    names = [exercise.title for exercise in library.exercises.values()][:3]
    loop = next(iter(library.exercises.values())).usual.loop()
    full = reminder.Invitation(DELIVERY, 0, names, loop)
    yield "reminder", reminder.message(full, MORNING, None, words)
    for line in range(1, reminder.LINES):
        discreet = reminder.Invitation(DELIVERY, line, puts_off=())
        yield f"reminder/discreet/{line}", reminder.message(discreet, MORNING, None, words)
    for late in reminder.Late:
        yield f"reminder/late/{late.value}", reminder.message(full, MORNING, late, words)
    plan = next(iter(library.routines.values()))
    today = Today(DoRoutine(plan.slug), plan.title, 5)
    yield "reminder/put-off", reminder.put_off(DELIVERY, NOW + timedelta(hours=1), NOW.date(), words)
    yield "reminder/too-late", reminder.too_late(DELIVERY, "tomorrow 8:30", words)
    for nod in (Nod.DONE, Nod.NOT_TODAY):
        yield f"reminder/{nod.name.lower()}", reminder.settled(DELIVERY, nod, "tomorrow 8:30", words)
        yield f"reminder/{nod.name.lower()}/last", reminder.settled(DELIVERY, nod, None, words)
    yield "reminder/more", reminder.more(DELIVERY, today, list(Nod), words)
    yield "reminder/more/at-night", reminder.more(DELIVERY, today, (), words)


def _lists(library: Library, words: Words) -> Named:
    title = next(iter(library.routines.values())).title
    first = reminders.Line(Reminder(1, 1, time(8, 30), WORKING_DAYS), "", MORNING + timedelta(days=1))
    scattered = Reminder(2, 1, time(15), frozenset({0, 1, 3, 5}), "morning")
    second = reminders.Line(scattered, title, NOW.replace(hour=15, minute=0))
    rests = replace(first, reminder=replace(first.reminder, is_paused=True), then=None)
    waits = replace(second, reminder=replace(scattered, paused_until=date(2026, 1, 12)))
    sure, guessed = (reminders.Where(NOW, "Europe/Berlin", is_sure) for is_sure in (True, False))
    yield "reminders", reminders.every_reminder([first, second], sure, words)
    yield (
        "reminders/guessed",
        reminders.every_reminder([first, second], guessed, words, words("reminder-kept")),
    )
    yield "reminders/resting", reminders.every_reminder([rests, waits], sure, words)
    yield "reminders/none", reminders.every_reminder([], sure, words)
    upcoming = [MORNING + timedelta(days=day) for day in (1, 2, 7)]
    yield "reminders/one", reminders.one(first, upcoming, sure, words)
    yield "reminders/one/rests", reminders.one(rests, (), sure, words)
    yield "reminders/one/waits", reminders.one(waits, upcoming[2:], sure, words)
    yield "reminders/pause", reminders.ask_pause(words)
    yield "reminders/stop", reminders.ask_stop(first.reminder, words)
    yield "reminders/stop/scattered", reminders.ask_stop(scattered, words)


def _making(library: Library, words: Words) -> Named:
    draft = Draft((time(7, 45), time(15)), WORKING_DAYS)
    one = Draft((time(8, 30),), frozenset({0, 2, 4}), reminder=12)
    upcoming = [MORNING + timedelta(days=day) for day in (1, 2, 7)]
    sure, guessed = (reminders.Where(NOW, "Europe/Berlin", is_sure) for is_sure in (True, False))
    titles = [(slug, routine.title) for slug, routine in library.routines.items()]
    yield "reminders/proposal", reminders.proposal(draft, "", upcoming, sure, words)
    yield "reminders/proposal/guessed", reminders.proposal(one, titles[0][1], upcoming, guessed, words)
    yield "reminders/time", reminders.ask_time(draft, words)
    yield "reminders/time/nudged", reminders.nudge_time(one, words)
    yield "reminders/days", reminders.ask_days(one, words)
    yield "reminders/days/working", reminders.ask_days(draft, words)
    yield "reminders/what", reminders.ask_what(one, titles, words)
    yield "to-fit", ending.to_fit(words, words("zone-right", time="10:42"))


def _zones(words: Words) -> Named:
    cities = [City("Berlin", "DE", "Europe/Berlin"), City("Kinshasa", "CD", "Africa/Kinshasa")]
    clocks = (*range(4, 4 * 27, 4), 34, 70, 71, 99)
    portlands = [City("Portland", "US", zone) for zone in ("America/Los_Angeles", "America/New_York")]
    yield "zone", zones.ask_zone(NOW, "Berlin", words, zone="Europe/Berlin")
    yield "zone/guessed", zones.ask_zone(NOW, "", words, zone="Europe/Berlin")
    yield "zone/clock", zones.ask_clock(NOW, clocks, words)
    yield "zone/clock/odd", zones.ask_clock(NOW, clocks, words, words("city-unknown"), odd=True)
    yield "zone/city/one-name", zones.ask_city(portlands, NOW, words)
    yield "zone/city", zones.ask_city(cities, NOW, words)
