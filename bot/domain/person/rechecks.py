"""Decides when a person is asked about the warning signs again, or whether anything is new with their back."""

from datetime import datetime, timedelta

from bot.domain.person.person import Cleared, Preferences

AFTER_SOON = timedelta(days=14)
"""When to ask again after a sign that a doctor should see soon (docs/facts.md: soon-again)."""

AWAY = timedelta(days=14)
"""After this long away, a person is asked once what is new (docs/facts.md: anything-new)."""

LONG_AWAY = timedelta(days=28)
"""After this long away, the warning signs are asked (docs/facts.md: signs-again)."""

STEADY = timedelta(days=91)
"""Three months of steady use (docs/facts.md: anything-new)."""


def news_is_due(who: Preferences, last_moved: datetime | None, now: datetime) -> bool:
    """`last_moved`: None for never."""
    told, away = _last_told(who), _away_for(who, last_moved, now)
    is_steady = told is not None and now - told >= STEADY
    return who.news_again or is_steady or away >= AWAY


def signs_are_due(who: Preferences, last_moved: datetime | None, now: datetime) -> bool:
    if who.cleared is Cleared.UNASKED or who.signs_again or who.complained or who.was_sharp_twice:
        return True
    if who.cleared is Cleared.SOON and who.cleared_at and now - who.cleared_at >= AFTER_SOON:
        return True
    return _away_for(who, last_moved, now) >= LONG_AWAY


def _last_told(who: Preferences) -> datetime | None:
    return max(filter(None, (who.cleared_at, who.news_at)), default=None)


def _away_for(who: Preferences, last_moved: datetime | None, now: datetime) -> timedelta:
    last = max(filter(None, (_last_told(who), last_moved)), default=now)
    return now - last
