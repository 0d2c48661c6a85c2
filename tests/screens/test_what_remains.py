"""The one grey line that is left of an answer."""

import pytest

from bot.phone.text.html import parse_html
from bot.screens.keys import width
from bot.screens.screen import Screen
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import LONGEST, remaining_line


@pytest.mark.parametrize(
    ("screen", "line"),
    [
        (Screen(lines(bold("Cat-cow"), plain("4 rounds"))), "<i>Cat-cow</i>"),
        (Screen(f"{bold('Cat-cow')} · bends"), "<i>Cat-cow · bends</i>"),
        (Screen(f"\n{folded('All signs')}\nMore"), "<i>All signs</i>"),
        (Screen(bold("</i> & <b>Łukasz")), "<i>&lt;/i&gt; &amp; &lt;b&gt;Łukasz</i>"),
        (Screen("Long words", line="About & about"), "<i>About &amp; about</i>"),
        (Screen("Words", line=""), ""),
        (
            Screen(
                plain("Nothing yet. That is no harm. Two minutes make a start, and count as much as ten.")
            ),
            "<i>Nothing yet. That is no harm.</i>",
        ),
        (
            Screen(plain("Two minutes make a start, and they count as much as ten, or any other number.")),
            "<i>Two minutes make a start, and they count as much as ten…</i>",
        ),
        (Screen("x" * 100), f"<i>{'x' * 59}…</i>"),
    ],
)
def test_it_is_the_first_line_or_the_one_that_the_screen_names(screen: Screen, line: str) -> None:
    assert remaining_line(screen) == line
    assert not line or width(parse_html(line)[0]) <= LONGEST


def test_a_language_without_blanks_is_cut_where_there_is_no_more_room() -> None:
    line = parse_html(remaining_line(Screen("猫と牛のポーズをゆっくりと繰り返します" * 4)))[0]
    assert line.endswith("…")
    assert LONGEST - 2 <= width(line) <= LONGEST
