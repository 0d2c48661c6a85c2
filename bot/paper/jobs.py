"""The jobs of the process that draws and writes: their names, and the function of each."""

from collections.abc import Callable
from importlib import import_module

from bot.domain.progress.twelve_weeks import ChartKind

_JOBS = {
    **{chart.value: "bot.paper.charts:drawn" for chart in ChartKind},
    "physio": "bot.paper.typesetting:set_page",
    "export": "bot.paper.packing:packed",
}
"""Not imported here: the bot reads this file, and what these need takes 70 MB and half a second."""

LOOK = 1
"""Raise it when a job makes something else of the same value: what was kept is then made anew."""


def made(job: str, value: str) -> bytes:
    """`value`: JSON. Raises LookupError for an unknown job, and whatever the job raises."""
    module, _, function = _JOBS[job].partition(":")
    make: Callable[[str, str], bytes] = getattr(import_module(module), function)
    return make(job, value)
