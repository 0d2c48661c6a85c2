"""Whether somebody may use the bot, as its settings and the file have it."""

from bot.coach.operator import Operator
from bot.domain.admission.access import Access
from bot.store.database import Store


def access_of(store: Store, operator: Operator, person: int) -> Access:
    """An admin is always in. Who said the word stays in while there is one, whatever it is by now."""
    if person in operator.admins:
        return Access.IN
    if store.admission.is_banned(person):
        return Access.BANNED
    if operator.lets_everybody_in or person in operator.people:
        return Access.IN
    is_admitted = bool(operator.word) and store.admission.is_admitted(person)
    return Access.IN if is_admitted else Access.STRANGER


def is_in(store: Store, operator: Operator, person: int) -> bool:
    """Whether they may use the bot, and are written to by itself."""
    return access_of(store, operator, person) is Access.IN
