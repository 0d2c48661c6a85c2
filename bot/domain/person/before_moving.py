"""Decides when to ask how it feels before a session. People who have no pain are not asked again and again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.domain.person.pain_notes import PainNote
from bot.domain.person.person import Preferences, Seen
from bot.domain.person.stages import Stage

OLD_AFTER = timedelta(days=7)
"""A note older than this no longer tells how it is."""


def before_is_due(
    notes: Iterable[PainNote], who: Preferences, last_asked: date | None, now: datetime
) -> bool:
    """`notes`: the last ones, in any order. `last_asked`: the day this was last asked. Days are in the zone of `now`."""
    last = max((note.at.astimezone(now.tzinfo) for note in notes if note.stage or note.morning), default=None)
    if last is None or now.date() in (last.date(), last_asked):
        return False
    if who.stage is not Stage.MILD:
        return True
    was_asked = last_asked is not None and now.date() - last_asked < OLD_AFTER
    return who.seen is not Seen.NOTHING_HURTS and now - last >= OLD_AFTER and not was_asked


def gives_way_to_check_in(last_asked: date | None, today: date) -> bool:
    """The weekly check-in begins with a number too. People in pain are asked before each session, and would never get the weekly one."""
    return last_asked is not None and last_asked < today <= last_asked + OLD_AFTER
