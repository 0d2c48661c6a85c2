"""Whether somebody may use the bot, according to its settings and the file."""

from bot.coach.known.operator import Operator
from bot.domain.admission.access import Access
from bot.store.database import Store


def access_of(store: Store, operator: Operator, person: int) -> Access:
    """Admins are always in. People who once gave the password stay in as long as there is one, even if it changes."""
    if person in operator.admins:
        return Access.IN
    if store.admission.is_banned(person):
        return Access.BANNED
    if operator.lets_everybody_in or person in operator.people:
        return Access.IN
    is_admitted = bool(operator.word) and store.admission.is_admitted(person)
    return Access.IN if is_admitted else Access.STRANGER


def is_in(store: Store, operator: Operator, person: int) -> bool:
    return access_of(store, operator, person) is Access.IN
