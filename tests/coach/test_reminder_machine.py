"""Ana in Berlin and Bo in Auckland are reminded through changed clocks, crashes and everything they do: each time once, and at their hour."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.coach.known.knowledge import Knowledge
from bot.domain.reminders.reminder import Nod
from bot.screens.buttons.actions import DeleteReminder, Drafting, Go, NodTo, NoSigns, PauseFor, Place, SetZone
from bot.screens.buttons.wire import encode
from bot.screens.view import View
from bot.store.reminders.deliveries import State
from tests.coach.living import Living, a_file
from tests.coach.talk import GETS_DOWN, Someone
from tests.known import known
from tests.machines import run, run_long, up_to

READY = ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN)
LIVE = {"Ana": "Europe/Berlin", "Bo": "Pacific/Auckland"}
ZONES = (*LIVE.values(), "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "America/Santiago")
BEGINNINGS = tuple(
    datetime(2026, month, day, 9, tzinfo=UTC) for month, day in ((1, 6), (3, 27), (4, 3), (9, 25), (10, 23))
)
"""An ordinary day, and some right before one of the zones changes its clocks."""

DAYS = {"every day": range(7), "weekdays": range(5), "sundays": (6,), "mon wed": (0, 2)}
TIMES = ("0:00", "02:00", "02:30", "06:30", "8:30", "12:00", "23:15")
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
STEPS = (45 * SECOND, 10 * MINUTE, HOUR, 7_000 * SECOND, DAY, 3 * DAY)
LATER = (Nod.QUARTER, Nod.HOUR, Nod.TONIGHT)

whose = st.sampled_from((0, 1))


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """In UTC. If the clocks show the time twice, the first of the two; if they skip it, as much later as they jump."""
    naive = datetime.combine(day, at)
    around = [(naive + hours * HOUR).replace(tzinfo=UTC).astimezone(zone).utcoffset() for hours in (-26, 26)]
    moments = [(naive - offset).replace(tzinfo=UTC) for offset in around if offset is not None]
    real = [moment for moment in moments if moment.astimezone(zone).replace(tzinfo=None) == naive]
    return min(real, default=moments[0])


@dataclass
class Wish:
    """One reminder as its person asked for it. `once`: the day, for one that comes once. `since`: when it was set or last changed."""

    who: int
    at: time
    days: frozenset[int]
    once: date | None = None
    is_paused: bool = False
    until: date | None = None
    since: datetime = BEGINNINGS[0]
    is_over: bool = False

    def after(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        if self.is_paused or self.is_over:
            return None
        return next(self.moments(moment, zone), None)

    def moments(self, moment: datetime, zone: ZoneInfo) -> Iterator[datetime]:
        first = moment.astimezone(zone).date() - DAY
        for number in range(380):
            day = first + number * DAY
            is_wanted = day == self.once if self.once else day.weekday() in self.days
            if is_wanted and (self.until is None or day >= self.until):
                found = moment_of(day, self.at, zone)
                if found > moment:
                    yield found


@dataclass
class Life:
    """`resting`: since danger was heard. `uneasy_until`: until then nothing is sure to come, because they settled the
    day or were gone. `later`: how often they put each reminder off."""

    someone: Someone
    zone: ZoneInfo
    resting: bool = False
    uneasy_until: datetime = BEGINNINGS[0]
    settled: date | None = None
    later: Counter[int] = field(default_factory=Counter)
    put_off_since_pause: Counter[int] = field(default_factory=Counter)
    came: Counter[tuple[int, date]] = field(default_factory=Counter)


class Reminding(RuleBasedStateMachine):
    @initialize(now=st.sampled_from(BEGINNINGS))
    def begins(self, now: datetime) -> None:
        self.world = Living(_knowledge(), _begun(), now)
        self.wishes: dict[int, Wish] = {}
        self.heard = 0
        self.times: Counter[int] = Counter()
        self.last: list[tuple[int, int]] = []
        self.lives = []
        for number, (name, zone) in enumerate(LIVE.items(), 7):
            person = self.world.store.people.get(number)
            assert person
            self.world.store.people.prefer(number, replace(person.preferences, zone=zone, zone_is_sure=True))
            self.lives.append(Life(self.world.someone(number, name), ZoneInfo(zone)))
        for who in (0, 1):
            self.lives[who].someone.says("/start")
            self.is_to_be_reminded(who, "every day", "8:30")

    # What people do

    @rule(who=whose, days=st.sampled_from(tuple(DAYS)), at=st.sampled_from(TIMES))
    def is_to_be_reminded(self, who: int, days: str, at: str) -> None:
        wish = Wish(who, _clock(at), frozenset(DAYS[days]))
        theirs = [one for one in self.wishes.values() if one.who == who]
        if len(theirs) < 4 and not any(
            (one.at, one.days, one.once) == (wish.at, wish.days, None) for one in theirs
        ):
            self._asks(wish, f"/remind {days} {at}")

    @rule(who=whose, at=st.sampled_from(TIMES[3:]))
    def is_to_be_reminded_once(self, who: int, at: str) -> None:
        life = self.lives[who]
        if sum(one.who == who for one in self.wishes.values()) < 6:
            tomorrow = self.world.now.astimezone(life.zone).date() + DAY
            self._asks(Wish(who, _clock(at), frozenset(), tomorrow), f"/remind tomorrow at {at}")

    @rule(who=whose, number=up_to(5))
    def deletes_one(self, who: int, number: int) -> None:
        theirs = [id_ for id_, wish in self.wishes.items() if wish.who == who]
        if theirs:
            id_ = theirs[number % len(theirs)]
            self._taps(who, encode(DeleteReminder(id_)))
            del self.wishes[id_]

    @rule(who=whose, days=st.sampled_from((1, 2, 5)))
    def pauses_all(self, who: int, days: int) -> None:
        self._taps(who, encode(PauseFor(days)))
        today = self.world.now.astimezone(self.lives[who].zone).date()
        self._rests(who, is_paused=False, until=today + days * DAY)

    @rule(who=whose)
    def stops_all(self, who: int) -> None:
        self._taps(who, encode(Go(Place.STOP_REMINDING)))
        self._rests(who, is_paused=True, until=None)

    @rule(who=whose)
    def goes_on_with_all(self, who: int) -> None:
        self._taps(who, encode(Go(Place.GO_ON_REMINDING)))
        if not self.lives[who].resting:
            self._rests(who, is_paused=False, until=None)

    @rule(who=whose, zone=st.sampled_from(ZONES))
    def moves(self, who: int, zone: str) -> None:
        self._taps(who, encode(SetZone(zone)))
        life = self.lives[who]
        life.zone, life.settled = ZoneInfo(zone), None
        life.came.clear()
        self._stands_anew(who)

    @rule(
        nod=st.sampled_from((*LATER, Nod.DONE, Nod.NOT_TODAY, Nod.START, Nod.MORE)),
        back=st.sampled_from((0, 0, 1, 2)),
    )
    def answers(self, nod: Nod, back: int) -> None:
        """The last one that came, or one further up."""
        if back >= len(self.last):
            return
        who, delivery = self.last[-1 - back]
        life, now = self.lives[who], self.world.now
        due = self.world.store.deliveries.get(delivery, life.someone.sender.id)
        if due is None:  # its reminder was deleted
            return
        if nod in LATER:
            life.later[due.reminder] += 1
            life.put_off_since_pause[due.reminder] += 1
        today = now.astimezone(life.zone).date()
        if nod in (Nod.DONE, Nod.NOT_TODAY):
            life.uneasy_until = max(life.uneasy_until, now + 36 * HOUR)
            if due.due_at.astimezone(life.zone).date() == today:
                life.settled = today
        self._taps(who, encode(NodTo(delivery, nod)))
        if nod is Nod.START:
            life.someone.says("stop")
            life.someone.says("/start")

    @rule(nod=st.sampled_from(Nod), number=up_to(5))
    def mallory_answers_what_is_not_hers(self, nod: Nod, number: int) -> None:
        if self.last:
            delivery = self.last[-1 - number % len(self.last)][1]
            before = self._rows()
            self.world.someone(9, "Mallory").taps_data(encode(NodTo(delivery, nod)))
            assert self._rows() == before

    @rule(who=whose)
    def speaks_of_danger(self, who: int) -> None:
        self.lives[who].resting = True
        self._someone(who).says("my chest hurts")

    @rule(who=whose)
    def has_looked_after_it(self, who: int) -> None:
        life = self.lives[who]
        for said in ("/settings", "warning signs"):
            self._someone(who).says(said)
        life.someone.taps(NoSigns)
        life.resting = False
        self._stands_anew(who)

    @rule(who=whose)
    def blocks_the_bot(self, who: int) -> None:
        self.world.blocks(self.lives[who].someone)

    @rule(who=whose)
    def is_there_again(self, who: int) -> None:
        self._someone(who).says("/start")

    # What time and the machine do

    @rule(passed=st.sampled_from((MINUTE, 40 * MINUTE, 3 * HOUR, 11 * HOUR, DAY, 2 * DAY)))
    def time_passes(self, passed: timedelta) -> None:
        until = self.world.now + passed
        expected = list(self._expected(self.world.now, until))
        while (due := self.world.store.reminders.next_due()) and due <= until:
            self.world.now = max(due, self.world.now)
            self._claims()
        self.world.now = max(until, self.world.now)
        for id_, due in expected:
            self._has_come(id_, due, due)

    @rule(passed=st.sampled_from((5 * MINUTE, HOUR, 110 * MINUTE, 130 * MINUTE, 9 * HOUR, 30 * HOUR)))
    def the_bot_is_down(self, passed: timedelta) -> None:
        began = self.world.now
        self.world.coach.claims.beat(began)
        self.world.crashes()
        self.world.now += passed
        self._starts()
        last = dict(self._expected(began, self.world.now))
        for id_, due in last.items():
            self._has_come(id_, due, self.world.now)

    @rule(passed=st.sampled_from((timedelta(), 5 * MINUTE, HOUR, 3 * HOUR)))
    def the_plug_is_pulled_between_claim_and_send(self, passed: timedelta) -> None:
        due = self.world.store.reminders.next_due()
        if due is None or due > self.world.now + 3 * DAY:
            return
        began, self.world.now = self.world.now, max(due, self.world.now)
        self.world.coach.claims.beat(self.world.now)
        self.world.coach.claims.claim(self.world.now, 32)
        self.world.crashes()
        self.world.now += passed
        self._starts()
        for id_, moment in dict(self._expected(began, self.world.now)).items():
            self._has_come(id_, moment, self.world.now)

    @rule(step=st.sampled_from(STEPS), is_back=st.booleans())
    def the_time_is_set_right(self, step: timedelta, is_back: bool) -> None:
        """The earlier time was wrong."""
        world, old = self.world, self.world.now
        world.now = old - step if is_back else old + step
        world.coach.claims.stepped(old, world.now)
        for _ in world.coach.claims.recompute(world.knowledge.zones, lambda: world.now):
            pass
        self._claims()
        if is_back:
            for who in (0, 1):
                self._stands_anew(who)
                self.lives[who].uneasy_until = max(self.lives[who].uneasy_until, old + 36 * HOUR)
        else:
            for id_, due in dict(self._expected(old, world.now)).items():
                self._has_come(id_, due, world.now)

    # What holds

    @invariant()
    def the_next_one_is_at_the_hour_they_chose(self) -> None:
        if not hasattr(self, "world"):
            return
        now = self.world.now
        for life in self.lives:
            theirs = {one.id: one for one in self.world.store.reminders.of(life.someone.sender.id)}
            for id_, wish in self._wishes_of(life):
                if wish.once and (id_ not in theirs or theirs[id_].is_done or wish.is_over or wish.until):
                    continue
                if not self._is_lost(life):
                    assert theirs[id_].next_at == wish.after(now, life.zone), (now, theirs[id_], wish)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        for who in (0, 1):
            self.is_there_again(who)
            self.has_looked_after_it(who)
            self.goes_on_with_all(who)
        for _ in range(4):
            self.time_passes(2 * DAY)
        self.world.ends()

    # The model

    def _asks(self, wish: Wish, words: str) -> None:
        life = self.lives[wish.who]
        before = {one.id for one in self.world.store.reminders.of(life.someone.sender.id)}
        self._someone(wish.who).says(words)
        life.someone.taps(Drafting.KEEP)
        new = [
            one.id for one in self.world.store.reminders.of(life.someone.sender.id) if one.id not in before
        ]
        if new:
            self.wishes[new[0]] = replace(wish, since=self.world.now)
        else:
            assert wish.once, "it was kept"

    def _someone(self, who: int) -> Someone:
        """People who blocked the bot unblock it before anything else."""
        someone = self.lives[who].someone
        if someone.sender.id in self.world.phones.blocked:
            self.world.comes_back(someone)
            self._stands_anew(who)
        return someone

    def _taps(self, who: int, wire: str) -> None:
        self._someone(who).taps_data(wire)

    def _rests(self, who: int, *, is_paused: bool, until: date | None) -> None:
        self.lives[who].put_off_since_pause.clear()
        for wish in self.wishes.values():
            if wish.who == who:
                wish.is_paused, wish.until = is_paused, until
        self._stands_anew(who)

    def _stands_anew(self, who: int) -> None:
        for wish in self.wishes.values():
            if wish.who == who:
                wish.since = self.world.now

    def _wishes_of(self, life: Life) -> list[tuple[int, Wish]]:
        return [(id_, wish) for id_, wish in self.wishes.items() if self.lives[wish.who] is life]

    def _is_lost(self, life: Life) -> bool:
        return self.world.store.chats.loss(life.someone.sender.id) is not None

    def _expected(self, began: datetime, until: datetime) -> Iterator[tuple[int, datetime]]:
        """What should have come in between, of reminders that did not change meanwhile; in order."""
        for id_, wish in self.wishes.items():
            moment = wish.after(max(began, wish.since), self.lives[wish.who].zone)
            while moment and moment <= until:
                yield id_, moment
                moment = wish.after(moment, self.lives[wish.who].zone)

    def _starts(self) -> None:
        self.world.starts()
        self._listens()
        self._claims()

    def _claims(self) -> None:
        """Everything that is due; two for one person come one after the other."""
        world = self.world
        for _ in range(40):
            for reply in world.coach.claims.claim(world.now, 32):
                world.deliver(reply.chat)
            self._listens()
            due = world.store.reminders.next_due()
            if due is None or due > world.now + MINUTE:
                break
            world.now = max(due, world.now)
        else:
            raise AssertionError("it is due for ever")

    def _listens(self) -> None:
        """Checks what has reached the phones."""
        came = self.world.phones.came
        while self.heard < len(came):
            chat, view = came[self.heard]
            self.heard += 1
            if view.delivery:
                self._came(self.lives[chat - 7], chat, view)

    def _came(self, life: Life, chat: int, view: View) -> None:
        delivery = self.world.store.deliveries.get(view.delivery, chat)
        assert delivery, "a reminder of nobody"
        wish = self.wishes.get(delivery.reminder)
        assert wish, "it was deleted"
        wish.is_over = wish.once is not None
        assert not life.resting, "nothing comes by itself to those who are to look after something first"
        day = self.world.now.astimezone(life.zone).date()
        assert not wish.is_paused
        is_asked_for = life.put_off_since_pause[delivery.reminder]
        assert wish.until is None or day >= wish.until or is_asked_for, "it was to rest until then"
        assert wish.once or life.settled != day, "the day was settled"
        assert self.world.now - delivery.due_at <= 2 * HOUR, "nobody is reminded at midnight of the morning"
        self.times[delivery.id] += 1
        assert self.times[delivery.id] == 1, "it came twice"
        due_day = delivery.due_at.astimezone(life.zone).date()
        life.came[delivery.reminder, due_day] += 1
        assert life.came[delivery.reminder, due_day] <= 1 + life.later[delivery.reminder], "twice on one day"
        self.last.append((wish.who, view.delivery))

    def _has_come(self, id_: int, due: datetime, now: datetime) -> None:
        """Or the file says what became of it, and where people should hear about that, they will."""
        wish = self.wishes.get(id_)
        if wish is None:
            return
        wish.is_over = wish.once is not None
        life = self.lives[wish.who]
        if self._is_lost(life) or due < life.uneasy_until:
            return
        row = self.world.store.db.execute(
            "select state, to_tell, told_in from deliveries where reminder = ? and due_at = ?",
            [id_, due.isoformat(timespec="microseconds")],
        ).fetchone()
        assert row, f"{due} is lost"
        if life.resting:
            assert row[0] in ("quiet", "missed"), row
        elif (
            now - due <= 2 * HOUR or row[0] == "sent"
        ):  # too late for it; otherwise `_came` would have noted it
            assert State(row[0]) in (State.SENT, State.ANSWERED, State.DONE, State.NOT_TODAY), row
        else:
            assert row[0] == "missed"
            assert row[1], "they are told"

    def _rows(self) -> list[tuple[object, ...]]:
        every = "select * from {} where person <> 9"
        tables = ("deliveries", "reminders", "sessions")
        return [
            row for table in tables for row in self.world.store.db.execute(every.format(table)).fetchall()
        ]


def _clock(at: str) -> time:
    hours, minutes = at.split(":")
    return time(int(hours), int(minutes))


@cache
def _knowledge() -> Knowledge:
    return known()


@cache
def _begun() -> bytes:
    return a_file(_knowledge(), (7, "Ana", READY), (8, "Bo", READY))


def test_each_comes_once_at_its_hour_or_is_told_of() -> None:
    run(Reminding, examples=6, steps=40)


@pytest.mark.soak
def test_the_same_for_long() -> None:
    run_long(Reminding, examples=1_500, steps=60)
