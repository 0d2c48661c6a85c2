"""People with reminders, and the lane that carries them, for tests."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.reminders.reminder import EVERY_DAY, Reminder, next_reminder
from bot.store.reminders.deliveries import State
from tests.coach.talk import GETS_DOWN, Someone, World

DUE = datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
"""8:30 in Berlin, on the morning after the tests begin."""


def met(person: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        person.says(said)


def reminded_at(someone: Someone, at: time, zone: str) -> None:
    """Every day, and at no other time."""
    world = someone.world
    met(someone)
    for before in world.store.reminders.of(someone.sender.id):
        world.store.reminders.delete(before.id, someone.sender.id)
    person = world.store.people.get(someone.sender.id)
    assert person
    world.store.people.prefer(person.id, replace(person.preferences, zone=zone, zone_is_sure=True))
    next_at = next_reminder(at, EVERY_DAY, ZoneInfo(zone), world.now)
    world.store.reminders.add(Reminder(0, person.id, at, EVERY_DAY, next_at=next_at), world.now)


def claimed(world: World, at: datetime) -> int:
    """How many messages came of the reminders that are due at that moment."""
    replies = world.coach.claims.claim(at, 32)
    for reply in replies:
        world.deliver(reply.chat)
    return len(replies)


def states(world: World) -> dict[State, int]:
    return world.store.deliveries.count_by_state(DUE - timedelta(days=30))
