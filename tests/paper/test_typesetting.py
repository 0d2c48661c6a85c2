"""The page for one's physio: one sheet, the same for the same words, and no script makes it fail."""

import re
import zlib

import pytest

from bot.domain.progress.physio_page import PagePart, PhysioPage, to_json
from bot.paper.typesetting import page_file, set_page
from bot.paper.writing import BOX, written

NOTES = "These are my own notes. They are not medical findings."
SCRIPTS = {
    "Latin": "Zoë Đặng Ťažký",
    "Cyrillic": "Анастасія Їжак",
    "Greek": "Αναστασία",
    "Arabic": "سلام محمد لا إله",
    "Persian": "پگاه گودرزی",
    "Hebrew": "שלום (12) עולם",
    "Chinese": "安娜",
    "Hindi": "अनास्तासिया",
    "Thai": "อนาสตาเซีย",
    "signs": "Ana \U0001f642\U0001f469\U0001f3fd\u200d \u2068x\u2069 \u200f\ufeff",
    "broken": "\ud800 \x00 \x1b[2J",
    "long": "x" * 3000,
    "empty": "",
}


def page(name: str = "Ana", lines: int = 4, parts: int = 3) -> PhysioPage:
    said = tuple(f"{number + 1} January: 3 days, 14 minutes" for number in range(lines))
    return PhysioPage(
        "My last four weeks", name, tuple(PagePart(f"Part {n}", said) for n in range(parts)), NOTES
    )


def sheets(made: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", made))


def sizes(made: bytes) -> set[float]:
    """Points of the letters on it."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", made, re.DOTALL)
    found = set()
    for stream in streams:
        try:
            drawn = zlib.decompress(stream)
        except zlib.error:
            continue
        found |= {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", drawn)}
    return found


def test_the_same_page_is_the_same_file() -> None:
    assert set_page("physio", to_json(page())) == page_file(page())
    assert page_file(page()) != page_file(page("Bo"))


def test_a_little_stands_in_large_letters() -> None:
    made = page_file(page())
    assert made.startswith(b"%PDF")
    assert sheets(made) == 1
    assert min(sizes(made)) == 14


def test_all_there_can_be_has_room_on_one_sheet() -> None:
    made = page_file(page(lines=6, parts=7))
    assert sheets(made) == 1
    assert min(sizes(made)) >= 8


@pytest.mark.parametrize("name", SCRIPTS)
def test_any_script_makes_a_page(name: str) -> None:
    made = page_file(page(SCRIPTS[name]))
    assert made.startswith(b"%PDF")
    assert b"%%EOF" in made[-10:]


EVERYTHING = range(0x110000)


def test_arabic_letters_are_joined_and_run_to_the_left() -> None:
    assert (
        written("سلام", EVERYTHING) == "\ufee1\ufefc\ufeb3"
    )  # meem alone, lam with alef after a letter, seen at the beginning
    assert written("محمد", EVERYTHING) == "\ufeaa\ufee4\ufea4\ufee3"
    assert written("در", EVERYTHING) == "\ufead\ufea9", "neither joins the letter after it"


def test_hebrew_runs_to_the_left_and_figures_to_the_right() -> None:
    assert written("אב 12", EVERYTHING) == "12 בא"


def test_what_the_font_lacks_is_a_box_and_what_is_not_seen_is_left_out() -> None:
    latin = {ord(sign) for sign in f"Ana {BOX}"}
    assert written("Ana 安", latin) == f"Ana {BOX}"
    assert written("\u2068Ana\u2069\u200f", latin) == "Ana"
