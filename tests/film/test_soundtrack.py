"""What is heard of a session: each sound whole, at its time, as loud as the others, and nothing between them."""

import json
from pathlib import Path

import av
import numpy as np
import pytest

from bot.content.sound_encoding import FRAME, LAYOUT, LOUDNESS, RATE
from bot.domain.session.bells import BELL_SECONDS, BellStroke
from bot.film.packets import sound_model
from bot.film.shelf import Shelf
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.soundtrack import sound
from bot.film.sound.strokes import bell
from bot.film.wanted import BadJob, Content, Recording, marked_loop, recording
from tests.film.listening import found, heard, measured, put_clip, tone
from tests.film.loudness import loudness, peak

NEAR = 0.025
"""Seconds that a sound may be off; the issue allows twice as much."""


def job(seconds: float, *sounds: tuple[float, str], title: str = "") -> Recording:
    return recording(json.dumps({"seconds": seconds, "sounds": sounds, "title": title}))


def made(seconds: float, *sounds: tuple[float, str], content: Path) -> bytes:
    return sound(job(seconds, *sounds), Content(content), KeptBells(Shelf(content / "kept")))


BELLS = [
    (number * 3.21 + number**2 * 0.017, f"bell:{which.value}") for number, which in enumerate(BellStroke)
]
"""At times that lie anywhere on the grid."""


def test_each_bell_is_found_again_at_its_time(tmp_path: Path) -> None:
    listened = heard(made(20.0, *BELLS, content=tmp_path))
    for at, name in BELLS:
        stroke = bell(BellStroke(name.removeprefix("bell:")))[FRAME:]
        assert abs(found(listened, stroke[: RATE // 2], at) - at) < NEAR


def test_a_bell_of_the_very_beginning_is_whole(tmp_path: Path) -> None:
    listened, whole = heard(made(3.0, (0.0, "bell:start"), content=tmp_path)), bell(BellStroke.START)[FRAME:]
    assert np.abs(listened[: len(whole)] - whole).max() < 0.1


@pytest.mark.parametrize("seconds", [3.0, 7.77, 61.3])
def test_it_is_as_long_as_its_session(seconds: float, tmp_path: Path) -> None:
    assert abs(len(heard(made(seconds, content=tmp_path))) / RATE - seconds) < 0.05


def test_a_clip_is_whole_and_what_stands_round_it_is_silent(tmp_path: Path) -> None:
    clip, other = put_clip(tmp_path, "a.m4a", tone(30)), put_clip(tmp_path, "b.m4a", tone(20, 700))
    alone = heard((tmp_path / clip).read_bytes())[FRAME:]
    together = heard(made(9.0, (1.0, clip), (2.4, other), (3.4, "bell:half"), (7.0, clip), content=tmp_path))
    for at in (1.0, 7.0):
        first = (round(at * RATE / FRAME) + 1) * FRAME
        assert np.array_equal(together[first : first + 29 * FRAME], alone)
    assert not together[: round(0.9 * RATE)].any()
    assert not together[round(4.5 * RATE) : round(6.9 * RATE)].any()


def test_sounds_may_follow_each_other_at_once(tmp_path: Path) -> None:
    clip = put_clip(tmp_path, "a.m4a", tone(24))
    frame, length = FRAME / RATE, 24 * FRAME / RATE
    at = 12 * frame
    cues = ((at, clip), (at + length, clip), (at + 2 * length, "bell:end"))
    listened = heard(made(6.0, *cues, content=tmp_path))
    for begin in (at, at + length):
        assert abs(found(listened, tone(24)[FRAME:-FRAME], begin) - begin - frame) < NEAR


@pytest.mark.parametrize(
    "sounds",
    [
        pytest.param([(1.0, "bell:start"), (1.5, "bell:half")], id="a bell over a bell"),
        pytest.param([(1.0, "voice/a.m4a"), (1.9, "bell:half")], id="a bell over a clip"),
        pytest.param([(1.0, "bell:done"), (2.9, "voice/a.m4a")], id="a clip over a bell"),
        pytest.param([(9.5, "bell:start")], id="cut at the end"),
        pytest.param([(9.5, "voice/a.m4a")], id="a clip cut at the end"),
        pytest.param([(1.0, "bell:gong")], id="no such bell"),
        pytest.param([(1.0, "voice/b.m4a")], id="no such clip"),
        pytest.param([(1.0, "../outside.m4a")], id="out of the content"),
        pytest.param([(1.0, "voice/out.m4a")], id="out of the content by a link"),
        pytest.param([(1.0, "voice/other.m4a")], id="a clip of another kind"),
        pytest.param([(1.0, "voice/none.m4a")], id="no sound"),
    ],
)
def test_nothing_is_cut_or_covered_or_fetched_from_elsewhere(
    sounds: list[tuple[float, str]], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    put_clip(content, "a.m4a", tone(30))
    (tmp_path / "outside.m4a").write_bytes(sound_model())
    (content / "voice" / "out.m4a").symlink_to(tmp_path / "outside.m4a")
    put_other(content / "voice" / "other.m4a")
    (content / "voice" / "none.m4a").write_bytes(b"no sound at all")
    with pytest.raises(BadJob):
        made(10.0, *sounds, content=content)


def put_other(path: Path) -> None:
    """A sound at another pace."""
    with av.open(path, "w") as container:
        stream = container.add_stream("aac", rate=44_100, layout=LAYOUT)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", LAYOUT)
        frame.sample_rate = 44_100
        container.mux([*stream.encode(frame), *stream.encode(None)])


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[]",
        '{"seconds": "a"}',
        '{"seconds": -1}',
        '{"seconds": true}',
        '{"seconds": 1e9}',
        '{"seconds": NaN}',
        '{"seconds": 5, "sounds": {}}',
        '{"seconds": 5, "sounds": [[1]]}',
        '{"seconds": 5, "title": 5}',
        '{"seconds": 5, "segments": [5]}',
        '{"seconds": 5, "segments": [{"seconds": 5, "loop": null}]}',
    ],
)
def test_what_is_no_job_is_told_so(value: str) -> None:
    with pytest.raises(BadJob):
        recording(value)


@pytest.mark.parametrize(
    "value",
    ["{}", '{"loop": ""}', '{"loop": 5}', '{"loop": "a.mp4", "side": 5}', '{"loop": "a.mp4", "at": -1}'],
)
def test_what_can_not_be_marked_is_told_so(value: str) -> None:
    with pytest.raises(BadJob):
        marked_loop(value)


def test_no_hold_beyond_the_last_is_marked() -> None:
    told = marked_loop('{"loop": "a.mp4", "times": 3, "at": 5}')
    assert (told.times, told.at) == (3, 3)


def test_all_is_as_loud_as_it_should_be(tmp_path: Path) -> None:
    """Some bells and nothing else, and both meters say so."""
    cues = [(number * 5.0 + at, name) for number in range(4) for at, name in BELLS[:4] if at < 4]
    listened = heard(made(25.0, *cues, (21.0, "bell:done"), content=tmp_path))
    by_other, highest = measured(listened)
    assert abs(by_other - LOUDNESS) < 1
    assert highest <= -1
    assert abs(loudness(listened, RATE) - by_other) < 0.2
    assert abs(peak(listened) - highest) < 0.3


def test_a_peak_between_two_samples_is_seen() -> None:
    """A tone whose samples all lie 3 dB below its height."""
    samples = np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4).astype(np.float32)
    assert abs(20 * np.log10(samples.max()) + 3) < 0.1
    assert abs(peak(samples)) < 0.1


@pytest.mark.parametrize("which", BellStroke)
def test_the_gain_of_each_bell_is_what_it_takes(which: BellStroke) -> None:
    """A bell loses a little of its measured loudness within a longer sound."""
    found = loudness(np.pad(bell(which)[FRAME:-FRAME], RATE), RATE)
    assert abs(found - LOUDNESS - 0.3 + (which is BellStroke.HALF)) < 0.02


@pytest.mark.parametrize("which", BellStroke)
def test_each_bell_is_as_loud_as_the_voice(which: BellStroke) -> None:
    """Half way is told a little more softly."""
    level, highest = measured(np.pad(bell(which), RATE))
    assert abs(level - LOUDNESS + (which is BellStroke.HALF)) < 0.7
    assert highest <= -1.2


@pytest.mark.parametrize("which", BellStroke)
def test_no_bell_sounds_longer_than_it_may(which: BellStroke) -> None:
    samples = bell(which)
    assert len(samples) - FRAME <= BELL_SECONDS[which] * RATE
    assert not samples[:FRAME].any()
    assert not samples[-FRAME:].any()
    assert abs(samples[FRAME : 2 * FRAME]).max() > 0.1


def test_it_has_its_title_and_can_be_played_before_all_of_it_is_there(tmp_path: Path) -> None:
    titled = job(60.0, (1.0, "bell:start"), title="Ana’s three minutes")
    content = sound(titled, Content(tmp_path), KeptBells(Shelf(tmp_path)))
    assert content.index(b"moov") < content.index(b"mdat")
    assert content[8:12] == b"M4A "
    assert "Ana’s three minutes".encode() in content
    assert len(content) < 0.5e6


def test_the_same_is_the_same_to_the_byte(tmp_path: Path) -> None:
    assert made(20.0, *BELLS, content=tmp_path) == made(20.0, *BELLS, content=tmp_path)
