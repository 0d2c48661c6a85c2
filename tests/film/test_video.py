"""What is seen of a session: the pieces in step with the sound, each encoded once."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.content.sound_encoding import FRAME, RATE
from bot.domain.session.bells import BellStroke
from bot.film.film_command import command
from bot.film.film_jobs import FilmJobs, make_ready
from bot.film.packets import opened, read
from bot.film.picture.canvas import BELOW, HEIGHT, LINE_HEIGHT, PICTURE, WIDTH
from bot.film.picture.pieces import FRAMES_PER_SECOND, MOST
from bot.film.shelf import UNFINISHED, NoRoom, Shelf
from bot.film.sound.strokes import bell
from bot.film.wanted import BadJob, Content
from bot.paper.frames import FAILED, LENGTH, MADE, asked
from tests.film.listening import found, heard, seen
from tests.house import ROOT

CONTENT = ROOT / "content"
STEPS = "exercises/walk/media/usual.mp4"
"""The shortest loop: a second."""
TURN = "exercises/seated-turn/media/usual.right.mp4"
STILL = "exercises/seated-turn/media/usual.jpg"

SEGMENTS: list[dict[str, Any]] = [
    {"kind": "ready", "loop": STEPS, "seconds": 2.03, "name": "Walk", "label": "Next", "place": "1 of 2"},
    {"kind": "hold", "loop": STEPS, "seconds": 3},
    {"kind": "switch", "still": STILL, "seconds": 1.5, "side": "RIGHT", "name": "Seated turn"},
    {"kind": "hold", "loop": TURN, "seconds": 2.2, "side": "RIGHT"},
    {"kind": "hold", "loop": STEPS, "seconds": 3},
    {"kind": "done", "seconds": 2.4, "name": "Well done"},
]
BEGINNINGS = [0.0, *np.cumsum([segment["seconds"] for segment in SEGMENTS])[:-1]]
SECONDS = float(sum(segment["seconds"] for segment in SEGMENTS))
JOB: dict[str, Any] = {
    "seconds": SECONDS,
    "sounds": [[BEGINNINGS[1], "bell:start"], [BEGINNINGS[3], "bell:start"], [BEGINNINGS[5], "bell:end"]],
    "title": "Two moves",
    "segments": SEGMENTS,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def film(folder: Path) -> bytes:
    return video(folder)


def video(folder: Path, job: dict[str, Any] = JOB) -> bytes:
    return FilmJobs(Content(CONTENT), Shelf(folder)).made("video", json.dumps(job))


def test_it_is_as_long_as_its_session_and_of_the_loops_size(film: bytes) -> None:
    with opened(film) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (WIDTH, HEIGHT)
        for one in container.streams:
            assert abs(float((one.duration or 0) * (one.time_base or 0)) - SECONDS) < 0.1
        assert container.metadata["title"] == "Two moves"
    assert film.index(b"moov") < film.index(b"mdat")
    assert len(film) < 1.2e6 * SECONDS / 60


def test_every_frame_is_there_and_comes_at_its_time(film: bytes) -> None:
    with opened(film) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert np.allclose(times, np.arange(round(SECONDS * FRAMES_PER_SECOND)) / FRAMES_PER_SECOND)


def test_pictures_and_sound_are_in_step(film: bytes) -> None:
    """Where a segment begins, another picture is seen and its bell is heard."""
    pictures = [frame[:BELOW:8, ::8].astype(np.int16) for frame in seen(film)]
    changes = [np.abs(one - other).mean() for one, other in zip(pictures[1:], pictures, strict=False)]
    sound = heard(film)
    for segment, which in ((3, BellStroke.START), (5, BellStroke.END)):
        near = range(round((BEGINNINGS[segment] - 0.5) * 15), round((BEGINNINGS[segment] + 0.5) * 15))
        cut = 1 + max(near, key=lambda number: changes[number])
        struck = found(sound, bell(which)[FRAME:][: RATE // 2], BEGINNINGS[segment])
        assert abs(cut / FRAMES_PER_SECOND - BEGINNINGS[segment]) <= 0.5 / FRAMES_PER_SECOND
        assert abs(struck - cut / FRAMES_PER_SECOND) < 0.06


def test_the_seconds_are_counted_down(film: bytes) -> None:
    """The figures change when a second is over, and at no other time."""
    first = round(BEGINNINGS[1] * FRAMES_PER_SECOND)
    frames = list(seen(film))[first : first + 3 * FRAMES_PER_SECOND]
    counts = [frame[BELOW + LINE_HEIGHT :, WIDTH // 2 :].astype(np.int16) for frame in frames]
    changes = [np.abs(one - other).mean() > 3 for one, other in zip(counts[1:], counts, strict=False)]
    assert [number + 1 for number, changed in enumerate(changes) if changed] == [15, 30]


def test_the_loop_runs_at_its_own_pace_from_its_beginning(film: bytes) -> None:
    """After its second, the steps come again; and each segment begins with the first."""
    pictures = [frame[: PICTURE[1], WIDTH // 4 : -WIDTH // 4].astype(np.int16) for frame in seen(film)]
    loop = sum(1 for _ in seen((CONTENT / STEPS).read_bytes()))
    first, last = (round(BEGINNINGS[number] * FRAMES_PER_SECOND) for number in (1, 4))
    for other in (first + loop, last, last + loop):
        assert np.abs(pictures[first + 3] - pictures[other + 3]).mean() < 2
        assert np.abs(pictures[first + 3] - pictures[other + 11]).mean() > 4


def test_the_pieces_are_joined_as_they_were_encoded(film: bytes, folder: Path) -> None:
    kept = {path.name: [packet.content for packet in read(path)[0]] for path in folder.glob("*.mp4")}
    with opened(film) as container:
        joined = [bytes(packet) for packet in container.demux(video=0) if packet.size]
    assert len(kept) == len(SEGMENTS) - 1  # one comes twice
    for packets in kept.values():
        assert any(joined[at : at + len(packets)] == packets for at in range(len(joined)))
    assert len(joined) == sum(map(len, kept.values())) + 45


def test_what_is_kept_makes_the_same_film(film: bytes, folder: Path) -> None:
    times = {path: path.stat().st_ino for path in folder.iterdir()}
    assert video(folder) == film
    assert {path: path.stat().st_ino for path in folder.iterdir()} == times


def test_what_was_made_beforehand_is_there_for_all(film: bytes, tmp_path: Path) -> None:
    make_ready([("video", json.dumps(JOB))], tmp_path, CONTENT)
    kept = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    assert len([path for path in kept if path.suffix == ".mp4"]) == len(SEGMENTS) - 1
    assert video(tmp_path) == film
    assert {path: path.stat().st_ino for path in tmp_path.iterdir()} == kept


def test_another_picture_or_another_word_is_another_piece(tmp_path: Path) -> None:
    """The same process sees a loop that was drawn anew."""
    content, one = tmp_path / "content", {"kind": "hold", "loop": "a.mp4", "seconds": 1}
    content.mkdir()
    jobs, made = FilmJobs(Content(content), Shelf(tmp_path / "shelf")), list[bytes]()
    for loop, change in (
        (STEPS, {}),
        (STEPS, {"side": "LEFT"}),
        (TURN, {}),
        (TURN, {}),
        (TURN, {"kind": "rest"}),
    ):
        (content / "a.mp4").write_bytes((CONTENT / loop).read_bytes())
        made.append(jobs.made("video", json.dumps({"seconds": 1, "segments": [one | change]})))
    assert made[2] == made[3]
    assert len(set(made)) == len(list((tmp_path / "shelf").glob("*.mp4"))) == 4
    steps, turn = (next(seen(film))[:BELOW].astype(np.int16) for film in (made[0], made[2]))
    assert np.abs(steps - turn).mean() > 5


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"seconds": 99}, id="too short"),
        pytest.param({"segments": []}, id="no pictures"),
        pytest.param({"seconds": 0, "sounds": [], "segments": []}, id="nothing at all"),
        pytest.param({"segments": [{**SEGMENTS[1], "seconds": 0}, *SEGMENTS]}, id="nothing of a segment"),
        pytest.param({"segments": [{**SEGMENTS[1], "loop": "../README.md"}, *SEGMENTS[1:]]}, id="elsewhere"),
        pytest.param(
            {"segments": [{**SEGMENTS[1], "loop": "/etc/passwd"}, *SEGMENTS[1:]]}, id="far elsewhere"
        ),
    ],
)
def test_what_can_not_be_made_is_told(change: dict[str, Any], folder: Path) -> None:
    with pytest.raises(BadJob):
        video(folder, JOB | change)


def test_a_piece_of_other_settings_is_not_joined(film: bytes, folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("*.mp4"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    Shelf(tmp_path).put(path.name, (CONTENT / STEPS).read_bytes())
    with pytest.raises(BadJob):
        video(tmp_path)


def test_who_is_killed_while_making_goes_on_where_it_was(film: bytes, tmp_path: Path) -> None:
    process = desk(tmp_path)
    assert process.stdin
    process.stdin.write(asked("video", json.dumps(JOB)))
    process.stdin.flush()
    until = time.monotonic() + 300
    while len(list(tmp_path.glob("*.mp4"))) < 2 and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    said, _ = process.communicate()
    assert said == b""
    assert 2 <= len(list(tmp_path.glob("*.mp4"))) < 5
    assert answers(tmp_path, ("video", JOB)) == [MADE + film]
    assert len(list(tmp_path.glob("*.mp4"))) == len(SEGMENTS) - 1


def test_the_desk_tells_what_was_wrong_by_its_name_and_goes_on(tmp_path: Path) -> None:
    second: dict[str, Any] = {"seconds": 1}
    bad, unknown, good = answers(tmp_path, ("video", second), ("song", {}), ("sound", second))
    assert (bad, unknown) == (FAILED + BadJob.__name__.encode(), FAILED + b"KeyError")
    assert good[:1] == MADE


def test_a_full_disk_fails_a_film_and_no_sound(tmp_path: Path) -> None:
    jobs = FilmJobs(Content(CONTENT), Shelf(tmp_path))
    (tmp_path / f"{UNFINISHED}{os.getpid()}").symlink_to("/dev/full")
    with pytest.raises(NoRoom):
        jobs.made("video", json.dumps(JOB))
    assert jobs.made("sound", json.dumps(JOB))


def desk(folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command(folder, CONTENT), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def answers(folder: Path, *jobs: tuple[str, dict[str, Any]]) -> list[bytes]:
    """What a desk says to some jobs, which it is asked all at once."""
    said, _ = desk(folder).communicate(b"".join(asked(job, json.dumps(value)) for job, value in jobs), 120)
    every = list[bytes]()
    while said:
        end = LENGTH.size + LENGTH.unpack_from(said)[0]
        every.append(said[LENGTH.size : end])
        said = said[end:]
    return every


def test_no_loop_is_longer_than_what_is_looked_at() -> None:
    longest = max((CONTENT / "exercises").rglob("*.mp4"), key=lambda path: len(read(path)[0]))
    assert len(read(longest)[0]) < MOST
