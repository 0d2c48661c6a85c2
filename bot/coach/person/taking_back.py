"""Deletes sound and video files of sessions for people who may not move now, so that they have none at hand."""

from bot.coach.case import Case


def take_back_from_locked(case: Case) -> None:
    """As far as Telegram allows. Call it after every decision, because a file may have been sent meanwhile."""
    # We do not know the number of a file whose sending was never confirmed, and trying every number in between could delete
    # what the person wrote. So it stays until they tap it, counts for nothing, and goes then.
    person = case.person.id
    messages = case.store.sent_films.to_take_back(person, case.now)
    known = case.store.people.get(person) if messages else None
    if known and (known.preferences.is_locked or known.preferences.waits_to_be_clear):
        case.store.chats.mark_unwanted(person, messages)
        case.store.sent_films.forget(person, messages)
