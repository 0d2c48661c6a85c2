"""What an admin reads after an error in the bot: its kind and where it happened, never whose chat it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens.screen import Words
from bot.screens.text import bold, faint, lines, plain

SHOWN = 8
"""If there are more at once, they have one cause, and the log has them all."""


@dataclass(frozen=True, slots=True)
class MishapKind:
    """`what`: a few words, none of them a person's. `times`: since the last report. `part`: of the bot."""

    what: str
    times: int
    part: str = "bot"


def error_report(mishaps: Sequence[MishapKind], words: Words) -> str:
    """HTML."""
    more = len(mishaps) - SHOWN
    return lines(
        bold(words("report-title")),
        *(plain(_line(mishap, words)) for mishap in mishaps[:SHOWN]),
        plain(words("report-more", more=more)) if more > 0 else None,
        faint(words("report-how")),
    )


def _line(mishap: MishapKind, words: Words) -> str:
    part = words(f"part-{mishap.part}")
    if mishap.times == 1:
        return words("report-once", part=part, what=mishap.what)
    return words("report-times", part=part, what=mishap.what, times=mishap.times)
