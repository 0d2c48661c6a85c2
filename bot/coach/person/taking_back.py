"""Takes back sound and video files of sessions: people who may not move now are not to have one at hand."""

from bot.coach.case import Case


def take_back_from_locked(case: Case) -> None:
    """As far as Telegram allows. To be called after each decision, since a file may have been sent meanwhile."""
    # One whose sending was never answered has no number that we know. To try all numbers between two that we know could delete what
    # the person wrote. So it stays until they tap it, counts for nothing, and goes then.
    person = case.person.id
    messages = case.store.sent_films.to_take_back(person, case.now)
    known = case.store.people.get(person) if messages else None
    if known and (known.preferences.is_locked or known.preferences.waits_to_be_clear):
        case.store.chats.mark_unwanted(person, messages)
        case.store.sent_films.forget(person, messages)
