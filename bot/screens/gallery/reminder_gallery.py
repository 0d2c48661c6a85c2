"""Reminders and zones with sample facts, for the gallery."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.reminders.draft import Draft, written
from bot.domain.reminders.once_draft import OnceDraft
from bot.domain.reminders.places import City
from bot.domain.reminders.plan import PlanLine, ReminderPlan
from bot.domain.reminders.reminder import WORKING_DAYS, Nod, Reminder
from bot.screens.buttons.actions import DoRoutine, Drafted, Drafting
from bot.screens.days import was_away, weekdays, when
from bot.screens.gallery.samples import Named
from bot.screens.person import questions
from bot.screens.person.home import Today
from bot.screens.reminders import reminder_list, reminder_message, when_screens, zone_screens
from bot.screens.screen import Button, Words
from bot.screens.session import ending

NOW = datetime(2026, 1, 5, 10, 42, tzinfo=UTC)
"""A Monday."""

MORNING = NOW.replace(hour=8, minute=30)
DELIVERY = 77


def reminders_gallery(library: Library, words: Words) -> Named:
    yield from _messages(library, words)
    yield from _lists(library, words)
    yield from _making(library, words)
    yield from _said(words)
    yield from _zones(words)


def _messages(library: Library, words: Words) -> Named:
    names = [exercise.title for exercise in library.exercises.values()][:3]
    loop = next(iter(library.exercises.values())).usual.loop()
    full = reminder_message.Invitation(DELIVERY, 0, 5, names, loop)
    yield "reminder", reminder_message.message(full, MORNING, None, words)
    for line in range(1, reminder_message.LINES):
        discreet = reminder_message.Invitation(DELIVERY, line, 2, puts_off=())
        yield f"reminder/discreet/{line}", reminder_message.message(discreet, MORNING, None, words)
    for late in reminder_message.Late:
        yield f"reminder/late/{late.value}", reminder_message.message(full, MORNING, late, words)
    for ago in (0, 1, 3, 9):
        then = MORNING - timedelta(days=ago)
        told = replace(full, away=was_away(then, then, NOW.date(), words))
        yield f"reminder/away/{ago}", reminder_message.message(told, MORNING, None, words)
    plan = next(iter(library.routines.values()))
    today = Today(DoRoutine(plan.slug), plan.title, 5)
    yield "reminder/put-off", reminder_message.put_off(DELIVERY, NOW + timedelta(hours=1), NOW.date(), words)
    tomorrow = when(MORNING + timedelta(days=1), NOW.date(), words)
    yield "reminder/too-late", reminder_message.too_late(DELIVERY, tomorrow, words)
    for nod in (Nod.DONE, Nod.NOT_TODAY):
        yield f"reminder/{nod.name.lower()}", reminder_message.settled(DELIVERY, nod, tomorrow, words)
        yield f"reminder/{nod.name.lower()}/last", reminder_message.settled(DELIVERY, nod, None, words)
    yield "reminder/more", reminder_message.more(DELIVERY, today, list(Nod), words)
    yield "reminder/more/at-night", reminder_message.more(DELIVERY, today, (), words)


def _lists(library: Library, words: Words) -> Named:
    title = next(iter(library.routines.values())).title
    first = reminder_list.ReminderLine(
        Reminder(1, 1, time(8, 30), WORKING_DAYS), "", MORNING + timedelta(days=1)
    )
    scattered = Reminder(2, 1, time(15), frozenset({0, 1, 3, 5}), "morning")
    second = reminder_list.ReminderLine(scattered, title, NOW.replace(hour=15, minute=0))
    rests = replace(first, reminder=replace(first.reminder, is_paused=True), then=None)
    once = reminder_list.ReminderLine(
        Reminder(3, 1, time(9), frozenset({1}), on=date(2026, 1, 6)), "", NOW.replace(day=6, hour=9, minute=0)
    )
    waits = replace(second, reminder=replace(scattered, paused_until=date(2026, 1, 12)))
    off = replace(
        second, reminder=replace(scattered, paused_from=date(2026, 1, 9), paused_until=date(2026, 1, 13))
    )
    sure, guessed = (zone_screens.Where(NOW, "Europe/Berlin", is_sure, "Berlin") for is_sure in (True, False))
    yield "reminders", reminder_list.every_reminder([first, second], sure, words)
    yield (
        "reminders/guessed",
        reminder_list.every_reminder([first, second], guessed, words, words("reminder-kept")),
    )
    yield "reminders/with-one-once", reminder_list.every_reminder([first, once], sure, words)
    yield "reminders/once-rests", reminder_list.every_reminder([replace(once, then=None)], sure, words)
    yield "reminders/one/once", reminder_list.one(once, (), sure, words)
    yield "reminders/resting", reminder_list.every_reminder([rests, waits], sure, words)
    yield "reminders/none", reminder_list.every_reminder([], sure, words)
    upcoming = [MORNING + timedelta(days=day) for day in (1, 2, 7)]
    yield "reminders/one", reminder_list.one(first, upcoming, sure, words)
    yield "reminders/one/rests", reminder_list.one(rests, (), sure, words)
    yield "reminders/one/waits", reminder_list.one(waits, upcoming[2:], sure, words)
    keep = Button(words("choice-reminder-keep"), Drafted(Drafting.KEEP, 0, *written(Draft((time(17, 30),)))))
    listed = reminder_list.every_reminder([first], sure, words)
    yield (
        "reminders/waiting",
        reminder_list.with_waiting(listed, f"17:30 {weekdays(range(5), words)}", keep, words),
    )
    yield "reminders/pause-ahead", reminder_list.every_reminder([off], sure, words)
    yield "reminders/one/pause-ahead", reminder_list.one(off, upcoming[:1], sure, words)
    yield "reminders/pause", reminder_list.ask_pause(words)
    yield "reminders/delete", reminder_list.ask_delete(first.reminder, words)
    yield "reminders/stop", reminder_list.ask_stop(first.reminder, words)
    yield "reminders/stop/scattered", reminder_list.ask_stop(scattered, words)


def _making(library: Library, words: Words) -> Named:
    draft = Draft((time(7, 45), time(15)), WORKING_DAYS)
    one = Draft((time(8, 30),), frozenset({0, 2, 4}), reminder=12)
    upcoming = [MORNING + timedelta(days=day) for day in (1, 2, 7)]
    sure, guessed = (zone_screens.Where(NOW, "Europe/Berlin", is_sure, "Berlin") for is_sure in (True, False))
    titles = [(slug, routine.title) for slug, routine in library.routines.items()]
    yield "reminders/proposal", reminder_list.proposal(draft, "", upcoming, sure, words)
    yield "reminders/proposal/guessed", reminder_list.proposal(one, titles[0][1], upcoming, guessed, words)
    yield "reminders/time", reminder_list.ask_time(draft, words)
    yield "reminders/time/nudged", reminder_list.nudge_time(one, words)
    yield "reminders/days", reminder_list.ask_days(one, words)
    yield "reminders/days/working", reminder_list.ask_days(draft, words)
    yield "reminders/what", reminder_list.ask_what(one, titles, words)
    yield (
        "to-fit",
        ending.to_fit(questions.unanswered(Preferences()), words, words("zone-right", time="10:42")),
    )


def _said(words: Words) -> Named:
    today, sure, guessed = (
        NOW.date(),
        *(zone_screens.Where(NOW, "Europe/Berlin", is_sure, "Berlin") for is_sure in (True, False)),
    )
    tuesdays = frozenset({1})
    halves = [Draft((time(hour, 30),), WORKING_DAYS) for hour in (7, 19)]
    friday: list[when_screens.Meant] = [
        Draft((time(9),), frozenset({4})),
        OnceDraft(date(2026, 1, 9), time(9)),
    ]
    plans = [
        ReminderPlan((PlanLine(WORKING_DAYS, time(hour)), PlanLine(frozenset({5}), time(hour + 2))))
        for hour in (9, 21)
    ]
    tomorrow = OnceDraft(date(2026, 1, 6), time(9))
    yield "when/which", when_screens.choose(halves, today, words)
    yield "when/which/each-or-once", when_screens.choose(friday, today, words)
    yield "when/which/several", when_screens.choose(plans, today, words)
    yield "when/past", when_screens.choose([tomorrow], today, words, words("when-past"))
    yield "when/once", when_screens.once_proposal(tomorrow, "", sure, words)
    yield "when/once/guessed", when_screens.once_proposal(tomorrow, "", guessed, words)
    yield "when/several", when_screens.plan_proposal(plans[0], sure, words)
    yield "when/several/guessed", when_screens.plan_proposal(plans[0], guessed, words)
    yield "when/half/days", when_screens.ask_hour(Draft((time(7),), tuesdays), "", today, words)
    yield "when/half/day", when_screens.ask_hour(tomorrow, "", today, words)
    for part in when_screens.OF_PART:
        yield f"when/half/{part}", when_screens.ask_hour(Draft((time(7),)), part, today, words)
    yield "reminder/which", reminder_message.ask_which_time(DELIVERY, [time(6), time(18)], words)


def _zones(words: Words) -> Named:
    cities = [City("Berlin", "DE", "Europe/Berlin"), City("Kinshasa", "CD", "Africa/Kinshasa")]
    clocks = (*range(4, 4 * 27, 4), 34, 70, 71, 99)
    portlands = [City("Portland", "US", zone) for zone in ("America/Los_Angeles", "America/New_York")]
    for name, is_sure, place in (
        ("zone", True, "Berlin"),
        ("zone/guessed", False, "Berlin"),
        ("zone/nowhere", False, ""),
    ):
        where = zone_screens.Where(NOW, "Europe/Berlin", is_sure, place)
        yield name, zone_screens.ask_zone(where, words)
    yield "zone/clock", zone_screens.ask_clock(NOW, clocks, words)
    yield "zone/clock/odd", zone_screens.ask_clock(NOW, clocks, words, words("city-unknown"), odd=True)
    yield "zone/city/one-name", zone_screens.ask_city(portlands, NOW, words)
    yield "zone/city", zone_screens.ask_city(cities, NOW, words)
