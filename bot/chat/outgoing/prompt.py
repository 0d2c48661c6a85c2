"""What a person did that a screen answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompt:
    """`tap`: the id of the query that waits for an answer. `tapped`: the message whose button it was. `said`: the person's message.

    `came_at`: by `time.monotonic`; None: just now.
    """

    tap: str | None = None
    tapped: int | None = None
    said: int | None = None
    came_at: float | None = None


NOTHING = Prompt()
"""Nothing that a person did: the clock."""
