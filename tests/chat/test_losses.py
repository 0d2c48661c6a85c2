"""Telegram's word that somebody is lost is believed, unless it says so of too many within a minute."""

import logging
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.outgoing.lost_fuse import MANY, SHARE, WINDOW, LostFuse
from bot.chat.outgoing.turns.put_off import FIRST
from bot.domain.person.person import Person
from bot.phone.state.persons import PhoneUser
from bot.store.chat.shown import Loss
from bot.store.troubles import Trouble
from tests.chat.world import MORNING, TEXT, World, lines

Sent = Sequence[tuple[int, bool]]
"""Each call: seconds after the one before, and whether it was refused as lost."""

SENT = st.lists(st.tuples(st.sampled_from([0, 0, 0, 0, 1, 7, 59, 60, 61]), st.booleans()), max_size=150)


def blown_at(sent: Sent, start: int = 0) -> list[int]:
    """The seconds at which a fuse was blown after a call."""
    fuse, now, blown = LostFuse(), start, []
    for later, is_lost in sent:
        now += later
        fuse.note(now, is_lost=is_lost)
        if fuse.is_blown(now):
            blown.append(now - start)
    return blown


def too_many_at(sent: Sent) -> list[int]:
    """The same, said in another way."""
    calls: list[tuple[int, bool]] = []
    too_many: list[int] = []
    blown = []
    for later, is_lost in sent:
        now = (calls[-1][0] if calls else 0) + later
        calls.append((now, is_lost))
        last = [lost for at, lost in calls if at > now - WINDOW]
        if sum(last) >= MANY and sum(last) / len(last) > SHARE:
            too_many.append(now)
        if too_many and now < too_many[-1] + WINDOW:
            blown.append(now)
    return blown


@given(SENT, st.integers(0, 10**6))
def test_the_fuse_blows_when_too_many_are_lost_and_holds_a_minute(sent: Sent, start: int) -> None:
    assert blown_at(sent, start) == too_many_at(sent)


def test_nineteen_or_a_fifth_are_believed_and_one_more_is_not() -> None:
    assert not blown_at([(0, True)] * 19)
    assert blown_at([(0, True)] * 20)
    assert not blown_at([(0, False)] * 80 + [(0, True)] * 20)
    assert blown_at([(0, False)] * 79 + [(0, True)] * 20)
    assert not blown_at([(4, True)] * 500)
    assert not blown_at([(0, True)] * 10 + [(60, True)] + [(0, True)] * 18)


def test_it_remembers_a_minute_and_no_more() -> None:
    fuse = LostFuse()
    for second in range(10_000):
        fuse.note(second / 2, is_lost=False)
    assert len(fuse._seconds) <= WINDOW


class Town:
    """People whom the bot knows, in a world whose seconds move when told."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.world, self.seconds = world, 100.0
        monkeypatch.setattr(world.lanes, "_clock", lambda: self.seconds)
        world.messenger = world.another_messenger()
        self.people = [self._person(1000 + number) for number in range(30)]

    def _person(self, number: int) -> PhoneUser:
        person = self.world.person(number, f"Person {number}")
        self.world.store.people.meet(Person(number, "Ana", "en"), MORNING)
        return person

    async def shows(self, people: Sequence[PhoneUser]) -> None:
        for person in people:
            self.world.shows(person, TEXT)
        await self.world.settles()

    def lies(self) -> None:
        self.world.phone.faults.refuse(
            "sendMessage", status=403, description="Forbidden: bot was blocked by the user", times=None
        )

    @property
    def lost(self) -> int:
        return sum(self.world.store.people.is_lost(person.id) for person in self.people)

    @property
    def troubles(self) -> list[Trouble]:
        return [one.trouble for one in self.world.store.troubles.every()]


@pytest.fixture
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> Town:
    return Town(world, monkeypatch)


async def test_of_too_many_at_once_none_is_lost_and_all_is_sent_later(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town.lies()
    await town.shows(town.people[:19])
    assert (town.lost, town.troubles) == (19, [])
    await town.shows(town.people[19:])
    assert (town.lost, town.troubles) == (0, [Trouble.MANY_LOST])
    assert len(town.world.store.chats.in_debt()) == 30
    town.world.phone.faults.clear()
    await town.world.waits(FIRST)
    assert [lines(person) for person in town.people] == [[TEXT.text]] * 30
    assert caplog.text.count("can't be reached: not believed") == 1


async def test_it_is_over_after_a_minute_and_then_who_is_lost_is_lost(town: Town) -> None:
    town.lies()
    await town.shows(town.people)
    town.seconds += 59
    await town.world.waits(FIRST)
    assert (town.lost, town.troubles) == (0, [Trouble.MANY_LOST])
    for person in town.people[1:]:
        town.world.store.chats.write_off(person.id, town.world.store.chats.owed(person.id) or "")
    town.seconds += 61
    await town.world.waits(FIRST * 4)
    assert (town.lost, town.troubles) == (1, [])


async def test_what_was_lost_a_minute_before_stays_lost(town: Town) -> None:
    town.lies()
    await town.shows(town.people[:5])
    town.seconds += 61
    await town.shows(town.people[5:])
    assert town.lost == 5


async def test_where_most_get_theirs_the_lost_are_believed(town: Town) -> None:
    for person in town.people[:6]:
        person.blocks()
    await town.shows(town.people)
    assert (town.lost, town.troubles) == (6, [])


async def test_who_was_lost_before_blows_no_fuse(town: Town) -> None:
    for person in town.people:
        town.world.store.chats.mark_lost(person.id, MORNING, Loss(1, MORNING))
    town.lies()
    await town.shows(town.people)
    assert (town.lost, town.troubles) == (30, [])


async def test_who_says_so_themselves_is_not_taken_back(town: Town) -> None:
    town.lies()
    await town.shows(town.people[:19])
    kicked = town.people[3].id
    town.world.clock.passes(FIRST)
    town.world.store.chats.mark_lost(kicked, town.world.clock(), Loss(1, None))  # as an update told
    await town.shows(town.people[19:])
    assert town.lost == 1
    assert town.world.store.people.is_lost(kicked)


async def test_after_a_new_start_it_is_over(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    town.world.store.troubles.begin(Trouble.MANY_LOST, MORNING)
    town.world.messenger = town.world.another_messenger()
    await town.world.waits(FIRST)
    assert town.troubles == []
