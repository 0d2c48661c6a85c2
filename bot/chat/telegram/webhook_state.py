"""Reads Telegram's view of our webhook: whether it is still ours, and whether updates arrive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

RECENT = timedelta(minutes=5)
"""Telegram tries again after two minutes at most, so an older error is over."""


@dataclass(frozen=True, slots=True)
class WebhookState:
    """`error`: the last one, in Telegram's words; "" if there is none. `pending`: updates that wait there."""

    url: str
    pending: int = 0
    error: str = ""
    error_at: datetime | None = None

    def is_out_of_reach(self, heard_at: datetime, now: datetime) -> bool:
        """`heard_at`: when the last update came. An error before that is over."""
        if not self.pending or self.error_at is None or now - self.error_at > RECENT:
            return False
        return heard_at < self.error_at + timedelta(seconds=1)  # Telegram tells it in whole seconds


def read_state(told: object) -> WebhookState | None:
    """`told`: the answer of getWebhookInfo. None if it is something else."""
    if not isinstance(told, Mapping) or not isinstance(told.get("url"), str):
        return None
    pending, error, at = told.get("pending_update_count"), told.get("last_error_message"), _moment(told)
    return WebhookState(
        told["url"],
        pending if type(pending) is int else 0,
        " ".join(error.split())[:200] if isinstance(error, str) else "",
        at,
    )


def _moment(told: Mapping[str, object]) -> datetime | None:
    seconds = told.get("last_error_date")
    return datetime.fromtimestamp(seconds, UTC) if type(seconds) is int and 0 <= seconds < 2**32 else None
