"""When somebody is asked about the warning signs again, or whether anything is new with their back."""

from datetime import datetime, timedelta

from bot.domain.person.person import Cleared, Preferences

AFTER_SOON = timedelta(days=14)
"""After a sign that wants a doctor's look soon (facts.md 10.2)."""

AWAY = timedelta(days=14)
"""From here on one comes back: what is new is asked once (facts.md 10.7)."""

LONG_AWAY = timedelta(days=28)
"""From here on it is the signs (facts.md 10.7)."""

STEADY = timedelta(days=91)
"""Three months of steady use (facts.md 10.12)."""


def news_is_due(who: Preferences, last_moved: datetime | None, now: datetime) -> bool:
    """They were away, or it is three months since they last told; `news_again` is either, on a day that another question had.

    `last_moved`: when they last did something; None: never.
    """
    told, away = _told(who), _away(who, last_moved, now)
    is_steady = told is not None and now - told >= STEADY
    return who.news_again or is_steady or away >= AWAY


def signs_are_due(who: Preferences, last_moved: datetime | None, now: datetime) -> bool:
    """Never asked; something has happened since; a sign for soon grew old; or they were long away."""
    if who.cleared is Cleared.UNASKED or who.signs_again or who.was_sharp_twice:
        return True
    if who.cleared is Cleared.SOON and who.cleared_at and now - who.cleared_at >= AFTER_SOON:
        return True
    return _away(who, last_moved, now) >= LONG_AWAY


def _told(who: Preferences) -> datetime | None:
    """When they last answered either question."""
    return max(filter(None, (who.cleared_at, who.news_at)), default=None)


def _away(who: Preferences, last_moved: datetime | None, now: datetime) -> timedelta:
    last = max(filter(None, (_told(who), last_moved)), default=now)
    return now - last
