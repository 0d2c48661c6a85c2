"""The pictures look as they did when somebody last looked at them; and nothing in them is told by colour alone."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from bot.domain.progress.twelve_weeks import (
    WEEKS,
    CalendarChart,
    Chart,
    DayMark,
    FeltChart,
    MinutesChart,
    from_json,
    kind_of_chart,
    to_json,
)
from bot.paper.charts import HEIGHT, WIDTH, drawn

LOOKED_AT = Path(__file__).parent / "looked_at"
NARROW = (320, 213)
"""Pixels that a picture has on the narrowest phone."""

NEAR = 2.5
"""How far the pixels, from 0 to 255, may be off on average: another version of the library draws a little differently."""

WEEK_OF = ("dd.d.dr", "drdrddd", "ddrd.dd", "d.drddr", "ddddrdr", "aaaaaaa", "ardddrd", "dr.....", "iiidrdr", "ddrdddr", "ddrddrd", "drdd   ")  # fmt: skip
CALENDAR = CalendarChart(tuple(map(DayMark, "".join(WEEK_OF))))
MINUTES = MinutesChart((5, 12, 30, 44, 0, 0, 18, 35, 61, 40, 22, 9))
FELT = FeltChart(
    tuple((week + day, 6 - week // 3 + (7 * week) % 3 - 1) for week in range(12) for day in (0.1, 0.5, 0.8)),
    tuple((week + day, 4 - week // 4 + (5 * week) % 2) for week in range(12) for day in (0.15, 0.6)),
    (6.0, 6.0, 5.0, None, 5.0, 5.0, 4.0, 4.0, 4.5, 3.0, 3.0, 3.0),
    (4.0, 5.0, 4.0, None, 3.0, 4.0, 3.0, 4.0, 2.0, 3.0, 2.0, 3.0),
)
CHARTS: dict[str, Chart] = {"calendar": CALENDAR, "minutes": MINUTES, "felt": FELT}


def picture(chart: Chart) -> Image.Image:
    return Image.open(io.BytesIO(drawn(kind_of_chart(chart).value, to_json(chart)))).convert("RGB")


def pixels(image: Image.Image) -> NDArray[np.float64]:
    return np.asarray(image.resize(NARROW, Image.Resampling.LANCZOS), float)


@pytest.mark.parametrize("name", CHARTS)
def test_it_looks_as_it_did_when_somebody_looked(name: str) -> None:
    """Where it is meant to look otherwise: delete the picture, run once more, and look at the new one."""
    now, then = picture(CHARTS[name]), LOOKED_AT / f"{name}.png"
    if not then.exists():
        now.resize(NARROW, Image.Resampling.LANCZOS).save(then, optimize=True)
        pytest.fail(f"look at {then}")
    assert now.size == (WIDTH, HEIGHT)
    assert np.abs(pixels(now) - pixels(Image.open(then).convert("RGB"))).mean() < NEAR


@pytest.mark.parametrize("name", CHARTS)
def test_other_facts_look_otherwise(name: str) -> None:
    others: dict[str, Chart] = {
        "calendar": CalendarChart((DayMark.GAP,) * 84),
        "minutes": MinutesChart((30,) * WEEKS),
        "felt": FeltChart((), (), (9.0,) * WEEKS, (1.0,) * WEEKS),
    }
    assert np.abs(pixels(picture(CHARTS[name])) - pixels(picture(others[name]))).mean() > NEAR


@pytest.mark.parametrize("one", DayMark)
def test_no_two_marks_differ_by_colour_alone(one: DayMark) -> None:
    """Also who sees no colours, or has them turned off, tells them apart."""
    grey = {mark: _grey(CalendarChart((mark,) * 84)) for mark in DayMark}
    for other in {*DayMark} - {one}:
        assert np.abs(grey[one] - grey[other]).mean() > NEAR / 2, (one, other)


def _grey(chart: Chart) -> NDArray[np.float64]:
    """Dark or not dark: as black and white as can be."""
    return np.where(np.asarray(picture(chart).convert("L")) < 200, 0.0, 255.0)


@pytest.mark.parametrize("name", CHARTS)
def test_it_stands_off_the_chats_of_bright_phones_and_dark_ones(name: str) -> None:
    """It brings its own card, whose edge is the same all round."""
    edge = np.asarray(picture(CHARTS[name]))[[0, -1], :].reshape(-1, 3)
    assert (edge == (0xEE, 0xF1, 0xEC)).all()


levels = st.floats(0, 10)
points = st.lists(st.tuples(st.floats(0, 12), levels), max_size=9).map(tuple)
medians = st.lists(st.none() | levels, min_size=12, max_size=12).map(tuple)
charts = st.one_of(
    st.builds(CalendarChart, st.lists(st.sampled_from(DayMark), min_size=84, max_size=84).map(tuple)),
    st.builds(MinutesChart, st.lists(st.integers(0, 5000), min_size=12, max_size=12).map(tuple)),
    st.builds(FeltChart, points, points, medians, medians),
)


@settings(max_examples=25, deadline=None)
@given(charts)
def test_whatever_was_done_can_be_drawn(chart: Chart) -> None:
    kind, stored = kind_of_chart(chart).value, to_json(chart)
    assert from_json(kind, stored) == chart
    assert drawn(kind, stored).startswith(b"\x89PNG")


def test_nothing_of_one_picture_is_in_the_next() -> None:
    first = drawn("minutes", "[5,12]")
    for chart in CHARTS.values():
        drawn(kind_of_chart(chart).value, to_json(chart))
    assert drawn("minutes", "[5,12]") == first
