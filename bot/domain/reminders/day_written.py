"""A day as a button carries it: "d20260109"; "d" for none."""

from datetime import date


def day_written(day: date | None) -> str:
    return f"d{day:%Y%m%d}" if day else "d"


def day_read(text: str) -> date | None:
    """None for "d", and for a day that does not exist."""
    figures = text.removeprefix("d")
    if len(figures) != 8 or not figures.isascii() or not figures.isdecimal():
        return None
    try:
        return date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return None
