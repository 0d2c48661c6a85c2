"""Takes what people say about their clock, as a time it shows, a city or a place, and then goes on with the reminder
that is not kept yet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, draft_at_hand, other_times, schedule, zones
from bot.coach.reminders.draft_at_hand import DraftAction
from bot.domain.reminders.places import City
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.when.meant import When
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Drafted, Drafting, OnceDrafted
from bot.screens.person import questions
from bot.screens.reminders import when_screens as screens
from bot.screens.reminders.zone_screens import ahead, ask_city
from bot.screens.session import ending
from bot.screens.text import lines, plain


def moved(case: Case, zone: str, when: When | None = None) -> Answer | None:
    """`when`: the time for a reminder that they mentioned along with it."""
    before = case.who.zone
    there = zones.moved(case, zone)
    if there is None:
        return None
    note = case.words(
        "zone-moved" if before != zone else "zone-right", time=case.words.clock(there.local_now)
    )
    if going_on := _with_the_draft(there, note, when):
        return going_on
    unanswered = questions.unanswered(there.who)
    if unanswered and there.store.sessions.count_done(there.person.id) == 1:
        return Answer(ending.to_fit(unanswered, there.words, note))
    return schedule.every(there, note)


def _with_the_draft(there: Case, note: str, when: When | None) -> Answer | None:
    draft = draft_at_hand.way_back(there)
    if when:
        return _below(note, asked_when.heard(there, when, draft_at_hand.as_before(draft)))
    if draft and (meant := other_times.each_meant(there, draft_at_hand.as_before(draft))):
        return _below(note, asked_when.proposed(there, meant))
    if draft:
        return _below(note, shown_again(there, draft))
    if asked := draft_at_hand.asked_which(there):
        return Answer(asked_again(asked, note), awaits=Awaited(Wanted.TIMES))
    return None


def shown_again(case: Case, draft: DraftAction) -> Answer:
    match draft:
        case Drafted():
            return schedule.reminder_tapped(case, draft)
        case OnceDrafted():
            return asked_when.once_tapped(case, draft)
        case _:
            return asked_when.plan_tapped(case, draft)


def _below(note: str, answer: Answer) -> Answer:
    if answer.screen is None:
        return answer
    return replace(answer, screen=replace(answer.screen, text=lines(plain(note), answer.screen.text)))


def clock_says(case: Case, quarters: int, when: When | None = None) -> Answer:
    cities = zones.by_clock(case, case.now + ahead(quarters))
    return choose(case, cities, when) if cities else zones.ask_clock(case, case.words("clock-unknown"))


def clock_shows(case: Case, at: time, when: When | None = None) -> Answer:
    """Rounds to a quarter of an hour, because people read clocks in passing."""
    minutes = at.hour * 60 + at.minute - (case.now.hour * 60 + case.now.minute)
    quarters = round(minutes / 15)
    return clock_says(case, (quarters + 4 * 12) % (4 * 24), when)


def in_city(case: Case, typed: str) -> Answer:
    cities = zones.cities_named(case, typed)
    return choose(case, cities) if cities else zones.ask_clock(case, case.words("city-unknown"))


def at_place(case: Case, latitude: float, longitude: float) -> Answer:
    """`latitude` and `longitude` in degrees; only the zone is kept."""
    zone = case.known.atlas.zone_at(latitude, longitude)
    return (zone and moved(case, zone)) or zones.ask_clock(case, case.words("place-unknown"))


def choose(case: Case, cities: Sequence[City], when: When | None = None) -> Answer:
    if len(cities) == 1 and (answer := moved(case, cities[0].zone, when)):
        return answer
    waits = draft_at_hand.way_back(case)
    meant = asked_when.meant_by(case, when, draft_at_hand.as_before(waits))
    about = other_times.noted(meant) if meant else other_times.kept(case)
    if when and len(meant) > 1 and not about:
        return asked_when.heard(case, when, draft_at_hand.as_before(waits))
    draft = screens.shown_as(Drafting.SHOW, meant[0]) if meant else waits
    awaits = replace(zones.CITY, about=about)
    return Answer(ask_city(cities[: zones.MOST_CITIES], case.now, case.words, draft), awaits=awaits)
