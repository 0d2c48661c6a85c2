"""What is told of a loop when it goes up: its size and its length, read from the file."""

import pytest

from bot.chat.outgoing.made.mp4 import film_measures
from tests.chat.films import LOOP, box, film, length, long_length, track
from tests.examples import CONTENT


@pytest.mark.parametrize(
    ("content", "width", "height", "duration"),
    [
        (LOOP, 960, 720, 10),
        (film(track(960, 720), length(3, 12)), 960, 720, 1),
        (film(long_length(2**33, 2**30), track(640, 480)), 640, 480, 8),
        (film(length(50, 10), track(0, 0), track(320, 240)), 320, 240, 5),
    ],
)
def test_size_and_length(content: bytes, width: int, height: int, duration: int) -> None:
    assert film_measures(content) == {"width": width, "height": height, "duration": duration}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n and so on",
        LOOP[:40],
        box(b"ftyp", b"mp42"),
        film(length(10, 10)),
        film(track(960, 720)),
        film(length(10, 0), track(960, 720)),
        film(length(10, 10), track(0, 0)),
        b"\0\0\0\0moov" * 9,
    ],
)
def test_nothing_is_told_of_what_does_not_tell_it(content: bytes) -> None:
    assert film_measures(content) == {}


def test_the_loops_of_this_project_tell_it() -> None:
    for path in CONTENT.glob("exercises/*/media/*.mp4"):
        told = film_measures(path.read_bytes())
        assert (told.get("width"), told.get("height")) == (960, 640), path
