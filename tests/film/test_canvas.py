"""How a film looks: what is to be read across a room is large, whole and of the loops' own colours."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from bot.domain.library.exercise import Side
from bot.figure.look.render import PLAIN_COLOUR
from bot.film.film_jobs import FilmJobs
from bot.film.picture.arrows import arrow
from bot.film.picture.canvas import (
    BELOW,
    CALM,
    GAP,
    HEIGHT,
    LINE_HEIGHT,
    MARGIN,
    MARK_GAP,
    MARK_HEIGHT,
    PAPER,
    PICTURE,
    RUN,
    WIDTH,
    Strip,
    closing,
    page,
    strip,
)
from bot.film.picture.lettering import Room, fitted, letter, width_of, write
from bot.film.shelf import Shelf
from bot.film.wanted import Content, Segment
from tests.film.listening import seen
from tests.house import ROOT

LOOKED_AT = Path(__file__).parent / "looked_at"
NARROW = (320, 213)
NEAR = 2.5

CONTENT = ROOT / "content"
LONG = "Shoulder and chest stretch at the wall, with one arm"
NAMES = (
    "Cat-cow",
    "Child’s pose",
    LONG,
    "Schulterblätter zusammenziehen",
    "Ściąganie łopatek",
    "Кошка и корова",
)


def ink(
    drawn: Image.Image, left: int = 0, right: int = WIDTH, top: int = LINE_HEIGHT
) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is written."""
    dark = np.asarray(drawn.convert("L"))[top:, left:right] < 150
    rows, columns = np.nonzero(dark.any(1))[0], np.nonzero(dark.any(0))[0]
    return int(columns[0]) + left, int(rows[0]) + top, int(columns[-1]) + left, int(rows[-1]) + top


@pytest.mark.parametrize("count", ["1", "8", "27", "60"])
def test_the_seconds_are_a_sixth_of_the_width_high_and_the_side_a_tenth(count: str) -> None:
    drawn = strip(Strip(count, "RIGHT", "", 0.5))
    _, top, _, bottom = ink(drawn, left=WIDTH * 5 // 8)
    assert bottom - top >= WIDTH / 6 - 2
    _, top, right, bottom = ink(drawn, right=WIDTH * 5 // 8)
    assert bottom - top >= WIDTH / 10
    assert right < WIDTH * 5 // 8 - 20


def test_the_side_is_no_smaller_below_a_name() -> None:
    drawn = strip(Strip("5", "RIGHT", "Seated turn", 0.5))
    _, top, _, bottom = ink(drawn, right=WIDTH * 5 // 8, top=72)
    assert bottom - top >= WIDTH / 10


@pytest.mark.parametrize("count", ["5", "30", "120", "10:00", "30 s"])
@pytest.mark.parametrize("side", ["", "LEFT", "IZQUIERDA", "RECHTS"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_and_no_two_words_meet(name: str, side: str, count: str) -> None:
    drawn = strip(Strip(count, side, name, 1.0))
    left, top, right, bottom = ink(drawn)
    assert left >= MARGIN - 2
    assert right <= WIDTH - MARGIN + 2
    assert top > LINE_HEIGHT
    assert bottom < drawn.height - 1
    columns = np.nonzero((np.asarray(drawn.convert("L"))[LINE_HEIGHT:] < 150).any(axis=0))[0]
    assert np.diff(columns).max() > GAP - 8


@pytest.mark.parametrize("words", [*NAMES, "ŠTYRI ĽAVÁ", "ĞÜŞİÖÇ", "Ñandú", "ŐŰ", "Ўўї", "3 × 10 s · 5 – 6"])
def test_no_letter_is_a_box(words: str) -> None:
    missing = bytes(letter(40).getmask("\uffff"))
    assert [one for one in words if not one.isspace() and bytes(letter(40).getmask(one)) == missing] == []


@pytest.mark.parametrize("words", NAMES)
def test_words_are_as_large_as_their_room_allows(words: str) -> None:
    room = Room((0, 0, 400, 120), 70, lines=2)
    lines, size = fitted(words, room)
    assert " ".join(lines) == words
    assert max(width_of(line, size) for line in lines) <= 400
    assert size == 70 or len(lines) == 2 or max(width_of(line, size + 2) for line in lines) > 400


@pytest.mark.parametrize("waits", [False, True])
def test_what_is_read_stands_out(waits: bool) -> None:
    """By the WCAG's formula, large words need 3, and small ones 4.5; far away is small."""
    drawn = strip(Strip("8", "LEFT", "Cat-cow", 0.5, waits))
    figures = np.asarray(drawn)[LINE_HEIGHT:, WIDTH * 3 // 4 :].reshape(-1, 3)
    colours, often = np.unique(figures, axis=0, return_counts=True)
    paper, ink_colour = (light(tuple(colours[place])) for place in np.argsort(often)[:-3:-1])
    assert (paper + 0.05) / (ink_colour + 0.05) > 4.5


def test_getting_ready_and_work_differ_in_colour_of_count_and_line() -> None:
    work, waiting = (np.asarray(strip(Strip("8", "", "", 0.5, waits)), float) for waits in (False, True))
    assert np.abs(work - waiting)[:LINE_HEIGHT, : WIDTH // 2].mean() > 60
    assert np.abs(work - waiting)[LINE_HEIGHT:, WIDTH * 3 // 4 :].mean() > 8


def light(colour: tuple[int, ...]) -> float:
    straight = [
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    ]
    return float(np.dot(straight, (0.2126, 0.7152, 0.0722)))


def test_it_has_the_colour_of_the_loops() -> None:
    assert "#{:02X}{:02X}{:02X}".format(*PAPER) == PLAIN_COLOUR


FRAMES = {
    "ready": (
        Segment("ready", 12, label="Next", place="3 of 6"),
        Strip("12", "", "Shoulder blade squeeze", 1.0, waits=True),
    ),
    "hold": (Segment("hold", 30), Strip("27", "LEFT", "Seated turn", 0.9)),
    "second-hold": (
        Segment("", 0, sign="left"),
        Strip("15 s", "LEFT", times=3, at=2, place="Hold 2 of 3"),
    ),
    "switch": (Segment("switch", 5), Strip("5", "RIGHT", "Seated turn", 0.6, waits=True)),
}


@pytest.mark.parametrize("name", [*FRAMES, "done"])
def test_it_looks_as_it_did_when_somebody_looked(name: str) -> None:
    """Where it is meant to look otherwise: delete the picture, run once more, and look at the new one."""
    drawn, then = frame(name).resize(NARROW, Image.Resampling.LANCZOS), LOOKED_AT / f"{name}.png"
    if not then.exists():
        then.parent.mkdir(exist_ok=True)
        drawn.save(then, optimize=True)
        pytest.fail(f"look at {then}")
    off = np.asarray(drawn, float) - np.asarray(Image.open(then).convert("RGB"), float)
    assert np.abs(off).mean() < NEAR


def frame(name: str) -> Image.Image:
    if name == "done":
        return closing("Well done")
    segment, told = FRAMES[name]
    picture = Image.open(CONTENT / "exercises/seated-turn/media/usual.jpg").convert("RGB").resize(PICTURE)
    whole = page(picture, segment)
    whole.paste(strip(told), (0, BELOW))
    return whole


def test_a_marked_loop_is_the_loop_with_what_counts_below_it(tmp_path: Path) -> None:
    loop = CONTENT / "exercises/walk/media/usual.mp4"
    value = json.dumps({"loop": "exercises/walk/media/usual.mp4", "seconds": "30 s", "side": "LEFT"})
    made = FilmJobs(Content(CONTENT), Shelf(tmp_path)).made("marked", value)
    frames, plain = list(seen(made)), list(seen(loop.read_bytes()))
    assert len(frames) == len(plain)
    assert len(made) < 300_000
    assert frames[0].shape == (HEIGHT, WIDTH, 3)
    told = strip(Strip("30 s", "LEFT", times=1))
    assert np.abs(frames[-1][BELOW:].astype(float) - np.asarray(told, float)).mean() < 3
    assert np.abs(smaller(plain[7]) - middle(frames[7])).mean() < 3


def test_a_marked_still_is_the_still_with_what_counts_below_it(tmp_path: Path) -> None:
    still = "exercises/side-reach/media/usual.jpg"
    value = {"loop": still, "seconds": "15 s", "side": "LEFT", "times": 3, "at": 2, "place": "Hold 2 of 3"}
    jobs = FilmJobs(Content(CONTENT), Shelf(tmp_path))
    made = jobs.made("marked", json.dumps(value))
    assert jobs.made("marked", json.dumps(value)) == made
    assert [path.suffix for path in tmp_path.iterdir()] == [".jpg"]
    assert len(made) < 100_000
    with Image.open(io.BytesIO(made)) as drawn:
        assert (drawn.format, drawn.size) == ("JPEG", (WIDTH, HEIGHT))
        pixels = np.asarray(drawn.convert("RGB"), float)
    told = strip(Strip("15 s", "LEFT", times=3, at=2, place="Hold 2 of 3"))
    assert np.abs(pixels[BELOW:] - np.asarray(told, float)).mean() < 3
    plain = np.asarray(Image.open(CONTENT / still).convert("RGB"))
    aside = (WIDTH - PICTURE[0]) // 2
    assert np.abs(smaller(plain) - pixels[:BELOW, aside:-aside]).mean() < 3


WORDS_FOR_A_SIDE = {
    "English": "BACKWARD",
    "Spanish": "IZQUIERDA",
    "German": "RÜCKWÄRTS",
    "Greek": "ΑΡΙΣΤΕΡΑ",
    "Russian": "ПРАВАЯ СТОРОНА",
    "Vietnamese": "ĐẰNG SAU",
    "Arabic": "اليسار",
    "Hebrew": "שמאל",
    "Hindi": "बाएँ",
    "Thai": "ซ้าย",
    "Chinese": "左侧",
}
WITHOUT_LETTERS = {"Arabic", "Hebrew", "Hindi", "Thai", "Chinese"}


@pytest.mark.parametrize("sign", [side.value for side in Side])
@pytest.mark.parametrize("language", WORDS_FOR_A_SIDE)
def test_the_side_is_a_tenth_of_the_width_in_every_language(language: str, sign: str) -> None:
    """Its arrow is, beside the picture; a word that is too long shrinks, and one that the font lacks is left out, not drawn as boxes."""
    word = WORDS_FOR_A_SIDE[language]
    whole = page(Image.new("RGB", PICTURE, PAPER), Segment("hold", 20, side=word, sign=sign))
    left, top, right, bottom = ink(whole, top=0)
    assert min(right - left, bottom - top) >= WIDTH / 10
    assert (right < (WIDTH - PICTURE[0]) / 2) is (sign in ("left", "forward"))
    columns = np.nonzero((np.asarray(strip(Strip("20", word)).convert("L"))[LINE_HEIGHT:] < 150).any(axis=0))[
        0
    ]
    assert (columns[0] > WIDTH / 2) == (language in WITHOUT_LETTERS)


def test_each_side_has_an_arrow_of_its_own() -> None:
    drawn = {sign: arrow(sign, 100).tobytes() for sign in (*(side.value for side in Side), "inward")}
    assert len(set(drawn.values())) == len(Side) + 1
    assert not any(drawn["inward"])


def test_backward_and_forward_are_round_and_go_the_way_of_the_figure_in_the_picture() -> None:
    """It looks to the left, so backward is over the top to the right. A straight arrow would be read as down."""
    backward, forward = (np.asarray(arrow(sign, 100)) > 128 for sign in ("backward", "forward"))
    assert np.mean(backward[:, ::-1] != forward) < 0.01
    assert not backward[45:60, 40:50].any(), "an open middle"
    assert not backward[[0, -1]].any(), "whole"
    assert not backward[:, [0, -1]].any(), "whole"
    left, right = backward[50:, :40].sum(), backward[50:, 60:].sum()
    assert right > 1.5 * left, "the head is at the right"


@pytest.mark.parametrize("times", [1, 3, 8])
def test_a_mark_stands_for_each_hold(times: int) -> None:
    line = np.asarray(strip(Strip("30 s", "LEFT", times=times)).convert("L"))[MARK_HEIGHT // 2] < 150
    assert np.count_nonzero(np.diff(line.astype(int)) == 1) == times


@pytest.mark.parametrize(("times", "at"), [(2, 1), (3, 2), (3, 3), (8, 5)])
def test_the_mark_of_the_hold_that_is_on_is_lit_and_those_to_come_are_outlines(times: int, at: int) -> None:
    row = np.asarray(strip(Strip("30 s", "LEFT", times=times, at=at, place="x")))[MARK_HEIGHT // 2]
    each = (WIDTH - 2 * MARGIN + MARK_GAP) / times
    inside = [tuple(row[int(MARGIN + (number + 0.5) * each - MARK_GAP / 2)]) for number in range(times)]
    assert inside == [CALM] * (at - 1) + [RUN] + [PAPER] * (times - at)


@pytest.mark.parametrize("place", ["Hold 1\u00a0of\u00a02", "Hold 12 of 12", "2 von 3", "Подход 3 из 5"])
def test_which_hold_it_is_can_be_read_and_takes_nothing_from_side_and_seconds(place: str) -> None:
    words = WIDTH * 9 // 16
    assert max(lines_of(strip(Strip("30 s", "", times=3, at=2, place=place)), 0, words)) >= WIDTH / 20
    drawn = strip(Strip("30 s", "RIGHT", times=3, at=2, place=place))
    told, side = lines_of(drawn, 0, words)
    assert told >= WIDTH / 24
    assert side >= WIDTH / 10
    assert lines_of(drawn, words, WIDTH)[0] >= WIDTH / 6 - 2


def lines_of(drawn: Image.Image, left: int, right: int) -> list[int]:
    """The height of each line that is written below the marks."""
    dark = np.asarray(drawn.convert("L"))[MARK_HEIGHT:, left:right] < 150
    edges = np.nonzero(np.diff(np.pad(dark.any(1).astype(int), 1)))[0]
    return [int(height) for height in np.diff(edges)[::2]]


def smaller(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(Image.fromarray(picture).resize(PICTURE), float)


def middle(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    aside = (WIDTH - PICTURE[0]) // 2
    return np.asarray(picture[:BELOW, aside:-aside], float)


def test_no_words_take_no_room() -> None:
    drawn = Image.new("RGB", (100, 100), PAPER)
    write(ImageDraw.Draw(drawn), "", Room((0, 0, 100, 100), 50))
    assert drawn.getcolors() == [(10_000, PAPER)]
