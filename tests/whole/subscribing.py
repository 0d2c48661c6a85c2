"""People with a reminder, put straight into the store: how they come to one is tested elsewhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.person.person import Cleared, Person, Preferences
from bot.domain.reminders.reminder import EVERY_DAY, Reminder, next_reminder
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.store.database import Store

HALF_PAST_EIGHT = time(8, 30)
READY = Preferences(cleared=Cleared.CLEAR, zone_is_sure=True)


def subscribe(
    store: Store, ids: Iterable[int], now: datetime, zone: str = "UTC", at: time = HALF_PAST_EIGHT
) -> datetime:
    """Each to one reminder a day. When it is due first."""
    first = next_reminder(at, EVERY_DAY, ZoneInfo(zone), now)
    with store.transaction():
        for number in ids:
            store.people.meet(Person(number, f"Ana {number}", "en"), now)
            store.people.prefer(number, replace(READY, zone=zone))
            store.reminders.add(Reminder(0, number, at, EVERY_DAY, next_at=first), now)
    return first


def on_the_phone(phone: Phone, ids: Iterable[int]) -> list[PhoneUser]:
    """In whose chats Start was pressed long ago."""
    people = [phone.person(number, f"Ana {number}") for number in ids]
    for person in people:
        phone.telegram.chats[person.id].membership = "member"
    return people
