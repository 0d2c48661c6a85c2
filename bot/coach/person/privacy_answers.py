"""Tells people in the chat what is kept about them, and for how long."""

from datetime import timedelta

from bot.coach.case import Answer, Case
from bot.coach.person.export import about
from bot.screens.buttons.actions import AboutPrivacy
from bot.screens.person.my_data import about_table
from bot.screens.person.privacy_screens import Kept, privacy
from bot.store.chat import counted_updates
from bot.store.person.everything import columns_of
from bot.store.reminders import deliveries

AN_HOUR = timedelta(hours=1)


def tell(case: Case, place: AboutPrivacy) -> Answer:
    return Answer(privacy(place, _kept(case), case.words))


def _kept(case: Case) -> Kept:
    tables = columns_of(case.store.db.conn)
    return Kept(
        [about(case, about_table(table)) for table in tables],
        case.known.copies,
        deliveries.KEPT.days,
        counted_updates.KEPT // AN_HOUR,
        case.known.operator.contact,
    )
