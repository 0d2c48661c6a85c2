"""Somebody's days with the bot: the clock is moved forward, cards are looked at, and what comes of it is written down."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Reply
from bot.coach.person.main_menu import home_of
from bot.domain.library.library import Library
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Preferences
from bot.domain.progress.diary import Entry
from bot.domain.session import startable
from bot.domain.session.script import BeatKind, Script, length_of
from bot.domain.session.session import Session
from bot.screens.buttons.actions import (
    Action,
    ChooseGoal,
    NoSigns,
    NotePain,
    NothingNew,
    SaidMorning,
    TakeFloor,
    TakeLevel,
    TakeMinutes,
    TellCheckIn,
)
from bot.screens.buttons.wire import decode, encode
from bot.screens.text import without_markup
from bot.store.database import Store
from tests.coach.talk import Someone as Talker
from tests.coach.talk import World
from tests.new_store import store_in_memory
from tests.year.looking import Deed, Look, PutAway, Say, Tap
from tests.year.people import Someone

BEGINS = date(2026, 1, 5)
"""A Monday."""

MOST_DEEDS = 400
"""A day that takes more than so many taps has led somebody in circles."""


def question_of(action: Action) -> Daily | None:
    """The question that comes by itself and has this answer; None where they asked for it, or nobody asks anything."""
    match action:
        case NoSigns():
            return Daily.SIGNS
        case NothingNew():
            return Daily.NEWS
        case ChooseGoal():
            return Daily.GOAL
        case TellCheckIn():
            return Daily.CHECK_IN
        case SaidMorning():
            return Daily.MORNING_AFTER
        case NotePain() if action.then:
            return Daily.BEFORE
        case TakeLevel() | TakeMinutes() | TakeFloor():
            return Daily.LEVEL
    return None


@dataclass(frozen=True, slots=True)
class Offered:
    """What was begun on a day. `at`: when (UTC). `said`: what home offered when they took up the phone, and why; `label`: of the
    button there. `tapped`: the button it was begun with. `script`: as it was begun. `who`: as the bot knew them then.
    """

    day: int
    at: datetime
    said: str
    label: str
    tapped: str
    routine: str
    script: Script
    who: Preferences

    @property
    def seconds(self) -> int:
        """By the formula (docs/facts.md: duration-formula), but for the seconds in which one is ready sooner than in a new position."""
        return length_of(self.script)

    @property
    def is_planned(self) -> bool:
        return isinstance(startable.from_text(self.routine), startable.PlannedDay)

    @property
    def minutes(self) -> int:
        """As home's button names them; 0 where it names none."""
        found = re.search(r"(\d+) min", self.label)
        return int(found[1]) if found else 0

    @property
    def moves(self) -> tuple[str, ...]:
        return tuple(str(beat.ref) for beat in self.script if beat.kind is BeatKind.GET_READY)

    @property
    def is_on_the_floor(self) -> bool:
        return any(beat.on_floor for beat in self.script)


@dataclass(frozen=True, slots=True)
class Written:
    """All that was to be done from then on: at the beginning of a session, or after something in it was changed."""

    day: int
    script: Script
    who: Preferences


@dataclass(frozen=True, slots=True)
class Day:
    """`offered`: what was begun. `others`: first lines of cards of no session. `asked`: which questions came by themselves."""

    number: int
    on: date
    offered: tuple[Offered, ...]
    others: tuple[str, ...]
    asked: frozenset[Daily]


@dataclass
class Life:
    """One person, one store, one coach. `scripts`: all that was ever to be done, with who it was for."""

    one: Someone
    knowledge: Knowledge
    days: list[Day] = field(default_factory=list)
    scripts: list[Written] = field(default_factory=list)

    def __post_init__(self) -> None:
        store = store_in_memory()
        self.world = World(store, Coach(store, self.knowledge), now=self.moment(0) - timedelta(minutes=10))
        self.talker: Talker = self.world.someone(7, self.one.name)
        self._home = ("", "")
        self._offered: list[Offered] = []
        self._others: list[str] = []
        self._asked: set[Daily] = set()

    @property
    def store(self) -> Store:
        return self.world.store

    @property
    def library(self) -> Library:
        return self.knowledge.english.library

    def moment(self, day: int) -> datetime:
        """When they take up the phone on a day."""
        on = BEGINS + timedelta(days=day)
        return datetime.combine(on, self.one.wakes, ZoneInfo(self.one.zone)).astimezone(UTC)

    def lives(self, days: int) -> "Life":
        for day in range(days):
            self._goes_on(self.moment(day))
            if self.one.comes(day):
                self._takes_up_the_phone(day)
            on = BEGINS + timedelta(days=day)
            others = tuple(dict.fromkeys(self._others))
            self.days.append(Day(day, on, tuple(self._offered), others, frozenset(self._asked)))
            self._offered, self._others, self._asked = [], [], set()
        return self

    def who(self) -> Preferences:
        """As the bot knows them now."""
        return self.world.coach.cases.of(self.talker.sender.id, self.world.now).who

    def _goes_on(self, until: datetime) -> None:
        """Whatever comes due on the way comes at its moment."""
        while (due := self.world.coach.next_due()) and due <= until:
            before = self.world.now
            self.world.now = max(before, due)
            self._due()
            assert self.world.now > before or self.world.coach.next_due() != due, "it is due for ever"
        self.world.now = max(self.world.now, until)

    def _due(self) -> None:
        for reply in self.world.coach.ring(self.world.now):
            self.world.deliver(reply.chat)
        for reply in self.world.coach.claims.claim(self.world.now, 32):
            self.world.deliver(reply.chat)
            self.store.db.execute("update deliveries set state = 'sent' where state = 'pending'")

    def _takes_up_the_phone(self, day: int) -> None:
        self._home = self._looks_home()
        words = self.one.begins_with(day)
        if words != "/start" or not self._is_greeted_by_a_reminder():
            self._does(day, Say(words))
        left = [Say(words) for words in self.one.asks.get(day, ())]
        for _ in range(MOST_DEEDS):
            deed = self.one.next(self._look(day))
            if isinstance(deed, PutAway) and not left:
                return
            self._does(day, left.pop(0) if isinstance(deed, PutAway) else deed)
        raise AssertionError(f"{self.one.name}, day {day}: in circles at\n{self.talker.sees.text}")

    def _looks_home(self) -> tuple[str, str]:
        """What home says and first offers, without going there: that a question was asked is not noted."""
        case = self.world.coach.cases.of(self.talker.sender.id, self.world.now)
        self.store.db.execute("savepoint looking")
        home = home_of(case, tells=False).screen
        self.store.db.execute("rollback to looking")
        self.store.db.execute("release looking")
        assert home
        return without_markup(home.text), home.rows[0][0].label

    def _is_greeted_by_a_reminder(self) -> bool:
        shown = self.store.chats.shown(self.talker.sender.id)
        return shown is not None and self.talker.sees.nods_to != 0

    def _does(self, day: int, deed: Deed) -> None:
        before = self.store.sessions.live(7)
        match deed:
            case Tap(action):
                wire = encode(action)
                label = next(key[0] for row in self.talker.sees.keys for key in row if key[1] == wire)
                self._hears(self.talker.taps_data(wire))
            case Say(words):
                label = words
                self._hears(self.talker.says(words))
            case _:
                label = ""
                live = self.store.sessions.live(7)
                assert live, "waiting for nothing"
                assert live.wake_at, "waiting for nothing"
                self._goes_on(live.wake_at)
        self.world.now += timedelta(seconds=1)
        self._notes(day, before, label)

    def _hears(self, reply: Reply | None) -> None:
        old = self.knowledge.english.words("toast-old-button")
        assert reply is None or reply.toast != old, f"an old button: {self.talker.sees.text}"

    def _notes(self, day: int, before: Session | None, tapped: str) -> None:
        live = self.store.sessions.live(7)
        if live is None:
            self._others.append(without_markup(self.talker.sees.text).partition("\n")[0])
            return
        if before is None or before.id != live.id:
            now = Offered(day, live.began_at, *self._home, tapped, live.routine, live.script, self.who())
            self._offered.append(now)
        if before is None or before.script != live.script:
            self.scripts.append(Written(day, live.script, self.who()))

    def _look(self, day: int) -> Look:
        sees, live = self.talker.sees, self.store.sessions.live(7)
        decoded = (decode(key[1]) for row in sees.keys for key in row)
        actions = tuple(action for action in decoded if action)
        self._asked |= {question for action in actions if (question := question_of(action))}
        return Look(
            without_markup(sees.text),
            actions,
            day,
            BEGINS + timedelta(days=day),
            has_moved=bool(self._offered),
            waits=live is not None and live.wake_at is not None,
            move=live.now_playing.ref.exercise if live else "",
        )

    def ended(self, offered: Offered) -> Entry:
        """How it ended, and what they said of it."""
        entries = self.store.diary.newest_first(self.talker.sender.id)
        return next(entry for entry in entries if entry.began_at == offered.at)
