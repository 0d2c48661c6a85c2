"""Draws docs/player.md from the tables and from what the walk has seen: `python -m tests.domain.diagram`."""

from pathlib import Path

from bot.domain.session.session import KEYS, SAID, Close, DidPart, Event, Halt, Move, Phase, Tap
from tests.domain.walk import Walk, walk

PAGE = Path(__file__).parents[2] / "docs" / "player.md"

HEAD = """# The player, state by state

Drawn from `bot/domain/session/session.py` by `python -m tests.domain.diagram`; a test compares. Change the code, then draw again.

"""


def page(walked: Walk) -> str:
    return HEAD + _grammar() + "\n" + _diagram(walked)


def _grammar() -> str:
    rows = [
        f"| {phase.value} | {_names(KEYS[phase])} | {_names(SAID[phase])} |" for phase in Phase if KEYS[phase]
    ]
    return "\n".join(["| phase | buttons | can also be said |", "| --- | --- | --- |", *rows, ""])


def _names(moves: tuple[Move, ...]) -> str:
    return ", ".join(_name(move) for move in moves)


def _name(move: Move) -> str:
    return move.name.lower().replace("_", " ")


def _diagram(walked: Walk) -> str:
    labels: dict[tuple[Phase, Phase], set[str]] = {}
    for start, event, end in walked.edges:
        labels.setdefault((start[1], end[1]), set()).add(_label(event))
    lines = [
        f"    {start.value} --> {end.value}: {', '.join(sorted(labels[start, end]))}"
        for start in Phase
        for end in Phase
        if (start, end) in labels
    ]
    ends = [f"    {phase.value} --> [*]" for phase in Phase if not KEYS[phase]]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> ready", *lines, *ends, "```", ""])


def _label(event: Event) -> str:
    if isinstance(event, Tap):
        return _name(event.move)
    if isinstance(event, DidPart):
        return "did part of it"
    if isinstance(event, Halt):
        return "danger is heard"
    return "the day ends" if isinstance(event, Close) else "time"


if __name__ == "__main__":
    PAGE.write_text(page(walk()), encoding="utf-8")
