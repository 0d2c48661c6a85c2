"""When somebody is asked how it feels before they move: where it matters, and nobody who has no pain again and again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.domain.person.pain_notes import PainNote
from bot.domain.person.person import Preferences, Seen
from bot.domain.person.stages import Stage

OLD_AFTER = timedelta(days=7)
"""A note that is older is asked for anew."""


def before_is_due(
    notes: Iterable[PainNote], who: Preferences, last_asked: date | None, now: datetime
) -> bool:
    """`notes`: the last ones, in any order. `last_asked`: the day on which this was asked last. Days are those of the zone
    that `now` is in.

    At most once a day, and not after something was noted that day. Who never noted anything is never asked; whose back
    doesn't hurt, only while a note of their own says that it does.
    """
    last = max((note.at.astimezone(now.tzinfo) for note in notes if note.stage or note.morning), default=None)
    if last is None or now.date() in (last.date(), last_asked):
        return False
    if who.stage is not Stage.MILD:
        return True
    was_asked = last_asked is not None and now.date() - last_asked < OLD_AFTER
    return who.seen is not Seen.NOTHING_HURTS and now - last >= OLD_AFTER and not was_asked


def may_wait(last_asked: date | None, today: date) -> bool:
    """Whether the check-in of the week may take its place, which begins with a number, too. Who is in pain is asked before they
    move day by day, and else would never be asked of their week.
    """
    return last_asked is not None and last_asked < today <= last_asked + OLD_AFTER
