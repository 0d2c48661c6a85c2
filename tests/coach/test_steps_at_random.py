"""The clock is set again and again, back and forth, across clock changes and new years: whatever time was passed
came, and nothing came twice for a day."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.person import Person
from bot.domain.reminders.reminder import EVERY_DAY, Reminder, next_moment, next_reminder
from tests.coach.talk import World
from tests.new_store import store_in_memory
from tests.whole.subscribing import READY

ZONES = (
    "UTC",
    "Europe/Berlin",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "America/New_York",
    "Pacific/Chatham",
    "America/Santiago",
    "Africa/Casablanca",
    "America/St_Johns",
)
EVES = tuple(
    datetime(2026, month, day, tzinfo=UTC) for month, day in ((3, 27), (4, 3), (9, 25), (10, 23), (12, 30))
)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FORTH = (45 * SECOND, HOUR / 2, HOUR, 7000 * SECOND, DAY, 3 * DAY)
BACK = (45 * SECOND, 10 * MINUTE, HOUR / 2, HOUR, 2 * HOUR, DAY, 25 * HOUR, 5 * DAY, 400 * DAY)


@dataclass
class Life:
    """People with reminders, and the time the bot goes by. `lived`: the spans in which it ran evenly."""

    world: World
    knowledge: Knowledge
    rnd: random.Random
    reminders: dict[int, tuple[Reminder, ZoneInfo]] = field(default_factory=dict)
    lived: list[tuple[datetime, datetime]] = field(default_factory=list)
    begun: datetime = EVES[0]

    def begins(self) -> None:
        self.world.now = self.begun = self.rnd.choice(EVES) + self.rnd.randrange(1440) * MINUTE
        for number in range(1, 7):
            self._reminds(number)
        self.starts()

    def _reminds(self, number: int) -> None:
        """With one reminder for some days of the week, and one that comes once."""
        store, now, zone = self.world.store, self.world.now, ZoneInfo(self.rnd.choice(ZONES))
        with store.transaction():
            store.people.meet(Person(number, f"Ana {number}", "en"), now)
            store.people.prefer(number, replace(READY, zone=zone.key))
            for on in (None, now.date() + self.rnd.randint(1, 3) * DAY):
                days = (
                    EVERY_DAY if on else frozenset(self.rnd.sample(range(7), self.rnd.choice((7, 7, 5, 2))))
                )
                at = time(self.rnd.choice((0, 1, 2, 3, 8, 12, 23)), self.rnd.choice((0, 15, 30, 59)))
                blank = Reminder(0, number, at, days, on=on)
                blank = replace(blank, next_at=next_moment(blank, zone, now))
                if blank.next_at:
                    self.reminders[store.reminders.add(blank, now)] = (blank, zone)

    def starts(self) -> None:
        self.world.coach = Coach(self.world.store, self.knowledge)
        self.world.coach.claims.wake_up(self.world.now)
        self.computes_anew()

    def computes_anew(self) -> None:
        for _ in self.world.coach.claims.recompute("new", lambda: self.world.now):
            pass

    def goes_on(self, by: timedelta) -> None:
        """Whatever comes due on the way is sent at its moment."""
        world, until = self.world, self.world.now + by
        while (due := world.store.reminders.next_due()) and due <= until:
            world.now = max(world.now, due)
            for _ in range(30):
                for reply in world.coach.claims.claim(world.now, 32):
                    world.deliver(reply.chat)
                    world.store.db.execute(
                        "update deliveries set state = 'sent' where person = ? and state = 'pending'",
                        [reply.chat],
                    )
                if not world.store.reminders.is_due(world.now):
                    break
            assert not world.store.reminders.is_due(world.now), "it is due for ever"
        world.now = until

    def steps(self) -> None:
        world, old = self.world, self.world.now
        sort, side = self.rnd.choice(((FORTH, 1), (BACK, -1), (BACK, -1)))
        new = old + side * self.rnd.choice(sort) * self.rnd.choice((1, self.rnd.random()))
        self.lived.append((self.begun, old))
        world.now = self.begun = new
        world.coach.claims.stepped(old, new)
        if self.rnd.random() < 0.8:
            self.computes_anew()
        else:
            self.starts()

    def ends(self) -> None:
        self.goes_on(2 * DAY)
        self.lived.append((self.begun, self.world.now))

    def sent(self) -> dict[tuple[int, date], int]:
        """How many were sent, by reminder and by its person's day."""
        rows = self.world.store.db.execute("select reminder, due_at from deliveries where state = 'sent'")
        found: dict[tuple[int, date], int] = defaultdict(int)
        for number, due_at in rows.fetchall():
            zone = self.reminders[number][1]
            found[number, datetime.fromisoformat(due_at).astimezone(zone).date()] += 1
        return found

    def should_have_come(self) -> Iterator[tuple[int, date]]:
        for number, (reminder, zone) in self.reminders.items():
            for since, until in self.lived:
                if reminder.on:
                    if reminder.next_at and since < reminder.next_at <= until:
                        yield number, reminder.next_at.astimezone(zone).date()
                    continue
                moment = since
                while (moment := next_reminder(reminder.at, reminder.weekdays, zone, moment)) <= until:
                    yield number, moment.astimezone(zone).date()


@pytest.mark.parametrize(
    "seed", [*range(6), *(pytest.param(s, marks=pytest.mark.soak) for s in range(6, 200))]
)
def test_nothing_is_lost_or_comes_twice_for_a_day(knowledge: Knowledge, seed: int) -> None:
    store = store_in_memory()
    life = Life(World(store, Coach(store, knowledge)), replace(knowledge, zones="new"), random.Random(seed))
    life.begins()
    for _ in range(20):
        life.goes_on(life.rnd.choice((1, 7, 31, 100, 400, 1000)) * MINUTE)
        life.steps()
        life.goes_on(life.rnd.randrange(1500) * MINUTE)
    life.ends()
    sent = life.sent()
    assert not [which for which, times in sent.items() if times > 1]
    assert not [which for which in life.should_have_come() if which not in sent]
    store.close()
