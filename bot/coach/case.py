"""One person at one moment: what a decision may use, and what it answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.coach.known.knowledge import Knowledge
from bot.coach.known.language import Language
from bot.domain.library.exercise import Exercise, Form, FormRef
from bot.domain.library.library import Library
from bot.domain.own.own_exercise import Unsaid, as_exercise, own_id
from bot.domain.person.library_as_seen import as_seen
from bot.domain.person.person import Person, Pictures, Preferences
from bot.domain.person.stage_now import stage_now
from bot.domain.person.stages import Stage
from bot.domain.person.taste import Taste
from bot.domain.person.what_rests import NOTHING_RESTS, Resting, WhyEasy, easy_day_ends, resting
from bot.domain.progress.days_off import OffKind, now_off
from bot.domain.typed.awaited import Awaited
from bot.screens.as_files import Ways
from bot.screens.screen import Screen, Words
from bot.store.chat.shown import Debt
from bot.store.database import Store


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """UTC for a zone that the installed rules do not know. Cached, because the library itself caches only eight zones."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


TELLING = 12
"""How many notes are read back: not every one says how much it hurts; some only say how a session or a week was."""


@dataclass(frozen=True, slots=True)
class Case:
    """`language`: the one that the bot speaks with this person. `tap`: the wire form of the button that they just
    tapped, else "". `message`: the id of what they just sent, else 0. `own`: their own exercises by slug, as far
    as they were looked up; None for one that is gone. `before`: the short message that they sent just before,
    which may belong to this one. `found`: what their chat showed and was owed before anything was decided; None if
    it was not looked up."""

    person: Person
    store: Store
    language: Language
    now: datetime
    known: Knowledge
    tap: str = ""
    message: int = 0
    before: str = ""
    own: Mapping[str, Exercise | None] = field(default_factory=dict)
    found: Debt | None = None

    @property
    def debt(self) -> Debt:
        return self.found or self.store.chats.debt(self.person.id)

    @property
    def who(self) -> Preferences:
        return self.person.preferences

    @property
    def words(self) -> Words:
        return self.language.words

    @property
    def library(self) -> Library:
        return as_seen(self.language.library, self.who.pictures)

    def library_with(self, slugs: Iterable[str]) -> Library:
        """Adds those of `slugs` that are the person's own exercises. Never cache anything made from this library for other people."""
        wanted = {slug: id_ for slug in slugs if (id_ := own_id(slug))}
        if not wanted:
            return self.library
        if not wanted.keys() <= self.own.keys():
            return self.with_own_read(wanted).library_with(wanted)
        theirs = {slug: exercise for slug in wanted if (exercise := self.own[slug])}
        return replace(self.library, own=theirs) if theirs else self.library

    def with_own_read(self, slugs: Iterable[str]) -> "Case":
        ids = {slug: id_ for slug in slugs if (id_ := own_id(slug))}
        if not ids:
            return self
        unsaid = Unsaid(self.words("own-exercise-as-shown"), self.words("own-exercise-between"))
        found = {slug: self.store.own_exercises.get(id_, self.person.id) for slug, id_ in ids.items()}
        return replace(
            self,
            own={
                slug: as_exercise(own, self.who.pictures, unsaid) if own else None
                for slug, own in found.items()
            },
        )

    def exercise(self, slug: str) -> Exercise | None:
        return self.library_with((slug,)).exercise(slug)

    def form(self, ref: FormRef) -> Form | None:
        return self.library_with((ref.exercise,)).form(ref)

    @property
    def last_moved(self) -> datetime | None:
        did_it = self.store.did_it.last(self.person.id)
        moments = (self.store.sessions.last_done_at(self.person.id), did_it)
        return max(filter(None, moments), default=None)

    @property
    def on_the_safe_side(self) -> "Case":
        return self.as_if(self.who.on_the_safe_side)

    def as_if(self, preferences: Preferences) -> "Case":
        return replace(self, person=replace(self.person, preferences=preferences))

    @property
    def file_ways(self) -> Ways | None:
        """None if no file can be made, or if it hurts a lot today."""
        if not self.known.has_films or self.who.stage is Stage.HIGH:
            return None
        return Ways(watches=self.who.pictures is not Pictures.OFF, first=self.who.listens)

    @property
    def zone(self) -> ZoneInfo:
        return zone_named(self.who.zone or "UTC")

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        return self.local_now.date()


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show, or nothing, and how it gets into the chat.

    `fresh`: send a new message at the bottom; otherwise the card in view is changed. `replies`: it answers typed
    words, so one line of it stays below them. `plays`: it is the session itself, or its end; any other answer pauses
    the session. `alone`: add no button that leads back to a waiting session. `heard`: put a 👍 on the typed words.
    `forgets`: all of the person's data is gone. `forgets_talk`: a talk about violence is removed. `settles`: it says
    that no danger was meant. `awaits`: what the next plain words will be taken for; None stops waiting for any.
    `delivery`: the delivery row if this is a reminder, else 0. `good_until`: when its words stop being true (UTC).
    `wants`: the settings for this very screen, if they just changed."""

    screen: Screen | None
    toast: str | None = None
    fresh: bool = False
    replies: bool = False
    rings: bool = True
    plays: bool = False
    alone: bool = False
    heard: bool = False
    forgets: bool = False
    forgets_talk: bool = False
    settles: bool = False
    awaits: Awaited | None = None
    delivery: int = 0
    good_until: datetime | None = None
    wants: Preferences | None = None

    def as_reply(self) -> "Answer":
        return replace(self, fresh=True, replies=True)


def save_preferences(case: Case, preferences: Preferences) -> Case:
    case.store.people.prefer(case.person.id, preferences)
    return case.as_if(preferences)


def resting_of(
    store: Store, person: int, zone: str | None, easy_until: datetime | None, now: datetime
) -> Resting:
    stops = store.sharp_stops.of(person)
    rests = resting(stops, now, zone_named(zone) if zone else None) if stops else NOTHING_RESTS
    easy = rests.easy or _easy_otherwise(store, person, zone, easy_until, now)
    return rests if easy is rests.easy else replace(rests, easy=easy)


def _easy_otherwise(
    store: Store, person: int, zone: str | None, easy_until: datetime | None, now: datetime
) -> WhyEasy | None:
    off = now_off(store.time_off.of(person), now.astimezone(zone_named(zone or "UTC")).date())
    if off and off.kind is OffKind.ILL:
        return WhyEasy.ILL
    return WhyEasy.CARE if easy_until and now < easy_until else None


def stage_of(store: Store, person: int, now: datetime) -> Stage:
    return stage_now(reversed(store.pain_notes.last(person, TELLING)), now)


def with_stage_read_again(case: Case) -> Case:
    return case.as_if(replace(case.who, stage=stage_of(case.store, case.person.id, case.now)))


def with_rests_read_again(case: Case) -> Case:
    who = case.who
    rests = resting_of(case.store, case.person.id, who.zone, who.easy_until, case.now)
    return case.as_if(replace(who, resting=rests))


def with_easy_day(case: Case) -> Case:
    zone = case.zone if case.who.zone else None
    return with_rests_read_again(
        save_preferences(case, replace(case.who, easy_until=easy_day_ends(case.now, zone)))
    )


def tastes_of(store: Store, person: int) -> tuple[frozenset[str], frozenset[str]]:
    """The exercises that they never want, and those that they like."""
    tastes = store.tastes.of(person)
    never = frozenset(slug for slug, taste in tastes.items() if taste is Taste.NEVER)
    return never, frozenset(tastes.keys() - never)


def with_tastes_read_again(case: Case) -> Case:
    never, liked = tastes_of(case.store, case.person.id)
    return case.as_if(replace(case.who, never=never, liked=liked))
