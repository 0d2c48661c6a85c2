"""Draws pictures of what was done: they hold no words and no digits; the words below the picture say it all.

They are in the colours of the figure, on a card of their own, so that one picture suits a bright phone and a dark one. Whatever a
colour tells, a shape tells too. The library that draws is imported where it is used: the bot itself never loads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.domain.progress.twelve_weeks import (
    WEEK,
    CalendarChart,
    Chart,
    CrowdChart,
    DayMark,
    FeltChart,
    MinutesChart,
    Point,
    from_json,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CARD, INK, TEAL, ORANGE, GREY = "#EEF1EC", "#2C3A42", "#2F7F86", "#F2784B", "#B9C2BF"


@dataclass(frozen=True, slots=True)
class ChartDot:
    """`size`: pixels across. `shape`: by the library's letter for it. `fill` and `edge`: a colour, or "none"."""

    size: float
    shape: str
    fill: str
    edge: str = "none"


_LOOKS = {
    DayMark.DONE: (ChartDot(48, "o", TEAL, TEAL),),
    DayMark.REST: (ChartDot(42, "o", "none", TEAL),),
    DayMark.ILL: (ChartDot(48, "o", GREY), ChartDot(24, "P", INK)),
    DayMark.AWAY: (ChartDot(48, "o", GREY), ChartDot(24, "^", CARD)),
    DayMark.GAP: (ChartDot(10, "o", GREY),),
}

BEFORE, AFTER = ChartDot(16, "o", "none", ORANGE), ChartDot(16, "o", TEAL)
PEOPLE = ChartDot(30, "o", CARD, INK)
MIDDLE_BEFORE, MIDDLE_AFTER = ChartDot(44, "o", CARD, ORANGE), ChartDot(28, "o", TEAL, TEAL)

WIDTH, HEIGHT, INCH = 960, 640, 100
"""Pixels: three times as many as the narrowest phone shows."""

SIDE = 60
"""Pixels of the card that stay free on each side."""

LINE = 0.72
"""Points of print that a pixel is."""

LEAST_TOP = 30
"""Minutes that a bar must stand for to fill the card: a first week of ten is not to look like a record."""

LEAST_CROWD = 10
"""Sessions that a bar must stand for to fill the card."""

HIGHEST = 10


def warm_up() -> None:
    """The first picture then comes as fast as the next."""
    drawn("minutes", "[1]")


def drawn(chart: str, value: str) -> bytes:
    """A PNG. Raises ValueError or TypeError if `chart` and `value` are no chart."""
    return _png(from_json(chart, value))


def _png(chart: Chart) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / INCH, HEIGHT / INCH), dpi=INCH, facecolor=CARD)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    axes.set_axis_off()
    _draw(axes, chart)
    made = BytesIO()
    figure.savefig(made, format="png", metadata={"Software": None})
    return made.getvalue()


def _draw(axes: "Axes", chart: Chart) -> None:
    match chart:
        case CalendarChart():
            _calendar(axes, chart)
        case MinutesChart():
            _minutes(axes, chart)
        case FeltChart():
            _felt(axes, chart)
        case CrowdChart():
            _crowd(axes, chart)


def _calendar(axes: "Axes", calendar: CalendarChart) -> None:
    """One column for each week, Monday at the top. Done: filled; rest: a ring; ill: a cross; away: a triangle; a gap: a
    small dot; still to come: nothing.
    """
    places = list(zip(_places(len(calendar.marks)), calendar.marks, strict=True))
    for mark, dots in _LOOKS.items():
        at = [place for place, each in places if each is mark]
        for dot in dots:
            _lay(axes, at, dot)


def _places(many: int) -> list[Point]:
    across = (WIDTH - 2 * SIDE) / max(1, -(-many // WEEK) - 1)
    down = (HEIGHT - 2 * SIDE) / (WEEK - 1)
    return [(SIDE + day // WEEK * across, HEIGHT - SIDE - day % WEEK * down) for day in range(many)]


def _minutes(axes: "Axes", minutes: MinutesChart) -> None:
    """One bar for each week. The last week, which is not over, is striped and has another colour."""
    _bars(axes, minutes.weeks, max(LEAST_TOP, *minutes.weeks))


def _bars(axes: "Axes", weeks: Sequence[int], top: int) -> None:
    width, last = (WIDTH - 2 * SIDE) / len(weeks), len(weeks) - 1
    axes.plot([SIDE, WIDTH - SIDE], [SIDE, SIDE], color=GREY, linewidth=4 * LINE, solid_capstyle="round")
    for number, each in enumerate(weeks):
        tall = each / top * (HEIGHT - 2 * SIDE)
        fill, hatch = (TEAL, None) if number < last else (ORANGE, "//")
        middle = SIDE + (number + 0.5) * width
        axes.bar(middle, tall, 0.64 * width, SIDE + 2, color=fill, hatch=hatch, edgecolor=CARD, linewidth=0)


def _crowd(axes: "Axes", crowd: CrowdChart) -> None:
    """Bars show sessions. Dots show how many people had them, on the same scale, so no dot is above its bar."""
    top = max(LEAST_CROWD, *crowd.sessions)
    _bars(axes, crowd.sessions, top)
    width = (WIDTH - 2 * SIDE) / len(crowd.people)
    tall = (HEIGHT - 2 * SIDE) / top
    places = [
        (SIDE + (week + 0.5) * width, SIDE + people * tall)
        for week, people in enumerate(crowd.people)
        if people
    ]
    _lay(axes, places, PEOPLE)


def _felt(axes: "Axes", felt: FeltChart) -> None:
    """Nothing is at the bottom, the worst at the top. Rings: before; filled: after. A line joins the weeks' medians,
    and breaks at a week without notes.
    """
    for level in (0, HIGHEST / 2, HIGHEST):
        y = _level(level)
        axes.plot([SIDE, WIDTH - SIDE], [y, y], color=GREY, linewidth=3 * LINE, solid_capstyle="round")
    weeks = len(felt.medians_before)
    _lay(axes, _spread(felt.before, weeks), BEFORE, edge=4)
    _lay(axes, _spread(felt.after, weeks), AFTER)
    _medians(axes, felt.medians_before, MIDDLE_BEFORE)
    _medians(axes, felt.medians_after, MIDDLE_AFTER)


def _medians(axes: "Axes", medians: Sequence[float | None], dot: ChartDot) -> None:
    weeks = len(medians)
    points = [(week + 0.5, level) for week, level in enumerate(medians) if level is not None]
    for (week, level), (following, next_level) in pairwise(points):
        if following - week == 1:
            x, y = zip(*_spread([(week, level), (following, next_level)], weeks), strict=True)
            axes.plot(x, y, color=dot.edge, linewidth=8 * LINE, zorder=3)
    _lay(axes, _spread(points, weeks), dot)


def _level(number: float) -> float:
    return SIDE + number / HIGHEST * (HEIGHT - 2 * SIDE)


def _spread(points: Sequence[Point], weeks: int) -> list[Point]:
    across = (WIDTH - 2 * SIDE) / weeks
    return [(SIDE + week * across, _level(number)) for week, number in points]


def _lay(axes: "Axes", at: Sequence[Point], dot: ChartDot, edge: float = 7) -> None:
    if at:
        x, y = zip(*at, strict=True)
        axes.scatter(
            *(x, y, (dot.size * LINE) ** 2),
            marker=dot.shape,
            linewidths=edge * LINE,
            zorder=4,
            facecolors=dot.fill,
            edgecolors=dot.edge,
        )
