"""Sets the page for a physio: one A4 sheet in one column, in the largest type that has room, so that a phone shows it too."""

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.progress.physio_page import PhysioPage, from_json
from bot.paper.writing import written

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN = 14.0
"""Millimetres, here and below."""

WIDTH, HEIGHT = 210.0 - 2 * MARGIN, 297.0 - 2 * MARGIN

LARGEST, SMALLEST, STEP = 14.0, 8.0, 0.5
"""Points of the text; a title and headings are larger."""

LEADING = 1.3
"""Heights of a line, for each height of its letters."""

TITLE, HEADING, BEFORE_HEADING = 1.7, 1.1, 0.6
"""Sizes relative to the text; the last is a gap, in lines."""

MILLIMETRES = 25.4 / 72
"""A point."""

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""When each page says that it was made, so that the same page is the same file."""

FONT = "page"
ANY_SIZE = 10.0
"""Widths are taken at this size, and grow with it."""


@dataclass(frozen=True, slots=True)
class SetPiece:
    """Words in one size: `scale` times that of the text, with `gap` lines above."""

    words: str
    scale: float = 1.0
    is_bold: bool = False
    gap: float = 0.0


def set_page(job: str, value: str) -> bytes:  # noqa: ARG001 - as all jobs are asked for
    return page_file(from_json(value))


def page_file(page: PhysioPage) -> bytes:
    """PDF. The same page gives the same bytes."""
    pdf = _blank(page)
    pieces = list(_pieces(page))
    rulers = {is_bold: Ruler(pdf, is_bold=is_bold) for is_bold in (False, True)}
    size, lines = LARGEST, _lines(rulers, pieces, LARGEST)
    while size > SMALLEST and _height(lines, size) > HEIGHT:
        size -= STEP
        lines = _lines(rulers, pieces, size)
    for piece, words, gap in lines:
        _draw(pdf, piece, words, gap, size)
    return bytes(pdf.output())


def _blank(page: PhysioPage) -> "FPDF":
    import matplotlib as mpl
    from fpdf import FPDF

    logging.getLogger("fpdf").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    pdf = FPDF(format="A4")
    pdf.set_creation_date(LONG_AGO)
    pdf.set_title(written(page.title, range(0x110000)))
    pdf.add_font(FONT, "", fonts / "DejaVuSans.ttf")
    pdf.add_font(FONT, "B", fonts / "DejaVuSans-Bold.ttf")
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.c_margin = 0
    pdf.add_page()
    return pdf


def _pieces(page: PhysioPage) -> Iterator[SetPiece]:
    yield SetPiece(page.title, TITLE, is_bold=True)
    yield SetPiece(page.below_title)
    for part in page.parts:
        yield SetPiece(part.heading, HEADING, is_bold=True, gap=BEFORE_HEADING)
        for line in part.lines:
            yield SetPiece(line)
    yield SetPiece(page.last, gap=BEFORE_HEADING)


Line = tuple[SetPiece, str, float]
"""A part of a piece that stands on one line, and the gap above it."""


class Ruler:
    """Measures words at one size, each word once."""

    def __init__(self, pdf: "FPDF", *, is_bold: bool) -> None:
        pdf.set_font(FONT, "B" if is_bold else "", ANY_SIZE)
        self._glyphs, self._letters = _glyphs(pdf), {sign: pdf.get_string_width(sign) for sign in " "}
        self._pdf, self._style = pdf, pdf.current_font
        self._words: dict[str, float] = {}

    @property
    def blank(self) -> float:
        return self._letters[" "]

    def width(self, word: str) -> float:
        if word not in self._words:
            self._words[word] = sum(map(self._of, written(word, self._glyphs)))
        return self._words[word]

    def _of(self, letter: str) -> float:
        if letter not in self._letters:
            self._pdf.current_font = self._style
            self._letters[letter] = self._pdf.get_string_width(letter)
        return self._letters[letter]


def _lines(rulers: dict[bool, Ruler], pieces: list[SetPiece], size: float) -> list[Line]:
    lines: list[Line] = []
    for piece in pieces:
        parted = _parted(rulers[piece.is_bold], piece.words, WIDTH * ANY_SIZE / (size * piece.scale))
        lines += [(piece, words, 0.0 if number else piece.gap) for number, words in enumerate(parted)]
    return lines


def _parted(ruler: Ruler, words: str, room: float) -> Iterator[str]:
    line, taken = "", 0.0
    for part in (each for word in words.split() for each in _cut(ruler, word, room)):
        width = ruler.width(part)
        if line and taken + ruler.blank + width <= room:
            line, taken = f"{line} {part}", taken + ruler.blank + width
            continue
        if line:
            yield line
        line, taken = part, width
    yield line


def _cut(ruler: Ruler, word: str, room: float) -> list[str]:
    if ruler.width(word) <= room:
        return [word]
    parts, taken = [""], 0.0
    for sign in word:
        width = ruler.width(sign)
        if parts[-1] and taken + width > room:
            parts, taken = [*parts, ""], 0.0
        parts[-1] += sign
        taken += width
    return parts


def _glyphs(pdf: "FPDF") -> Collection[int]:
    return pdf.current_font.cmap  # type: ignore[union-attr]


def _height(lines: list[Line], size: float) -> float:
    return sum((1 + gap) * LEADING * size * piece.scale * MILLIMETRES for piece, _, gap in lines)


def _draw(pdf: "FPDF", piece: SetPiece, words: str, gap: float, size: float) -> None:
    high = LEADING * size * piece.scale * MILLIMETRES
    pdf.set_font(FONT, "B" if piece.is_bold else "", size * piece.scale)
    if gap:
        pdf.ln(gap * high)
    pdf.cell(WIDTH, high, written(words, _glyphs(pdf)), new_x="LMARGIN", new_y="NEXT")
