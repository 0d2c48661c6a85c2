"""A sound is written to the byte as FFmpeg writes it, so that it plays wherever that does; and clips are read as FFmpeg reads them."""

import struct
from pathlib import Path

import pytest

from bot.content.language.words import speaker
from bot.content.voice import clips
from bot.domain.session.bells import BellStroke
from bot.film import packets
from bot.film.boxes import box, boxes
from bot.film.packets import Packet, Track, joined, read, sound_model, sound_settings
from bot.film.shelf import Shelf
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.m4a import LARGEST_CHUNK, M4A, NoSound, read_sound
from bot.film.sound.soundtrack import PRIMING, TICK, soundtrack
from bot.film.wanted import Content, recording
from bot.screens.session.recorded import sound_job
from bot.screens.session.spoken import Narrator
from tests.film.listening import put_clip, tone
from tests.film.twelve import CONTENT, SESSIONS, Recorded, library, played


def by_ffmpeg(sounds: list[bytes], title: str, skipped: int) -> bytes:
    track = Track([Packet(sound) for sound in sounds], sound_model(), TICK, first=-skipped)
    return joined([track], packets.M4A, title)


def ours(sounds: list[bytes], title: str, skipped: int) -> bytes:
    return M4A(sounds, sound_settings(), title, skipped).written()


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.routine)
def test_a_session_is_written_as_ffmpeg_writes_it(session: Recorded, tmp_path: Path) -> None:
    narrator = Narrator(library(), speaker(CONTENT), clips(CONTENT, "en"))
    job = recording(sound_job(played(session, narrator), session.routine, narrator))
    sounds = soundtrack(job, Content(CONTENT), KeptBells(Shelf(tmp_path)))
    assert ours(sounds, job.title, PRIMING) == by_ffmpeg(sounds, job.title, PRIMING)


@pytest.mark.parametrize("title", ["", "Grüße, Ana ✓", "x" * 200])
@pytest.mark.parametrize("skipped", [0, 1])
@pytest.mark.parametrize("times", [1, 7, 500])
def test_every_length_and_title_is_written_as_ffmpeg_writes_it(
    times: int, skipped: int, title: str, tmp_path: Path
) -> None:
    bells = KeptBells(Shelf(tmp_path))
    for sounds in ([bells.silence] * (times + 1), [*bells.bell(BellStroke.DONE), bells.silence] * times):
        assert ours(sounds, title, skipped) == by_ffmpeg(sounds, title, skipped)
    assert times < 500 or sum(map(len, sounds)) > 4 * LARGEST_CHUNK, "several chunks"


def test_every_clip_is_read_as_ffmpeg_reads_it(tmp_path: Path) -> None:
    put_clip(tmp_path, "a.m4a", tone(30))
    every = [*(CONTENT / "voice").rglob("*.m4a"), *tmp_path.rglob("*.m4a")]
    assert len(every) > 200
    for clip in every:
        found, settings = read(clip)
        assert read_sound(clip.read_bytes()) == ([packet.content for packet in found], settings), clip


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    bell = list(KeptBells(Shelf(tmp_path)).bell(BellStroke.START))
    assert read_sound(ours(bell, "A bell", 0)) == (bell, sound_settings())


def test_what_is_no_such_file_is_told_so(tmp_path: Path) -> None:
    bells = KeptBells(Shelf(tmp_path))
    whole = ours(list(bells.bell(BellStroke.START)), "", 0)
    several = ours([*bells.bell(BellStroke.DONE)] * 500, "", 0)
    film, picture = (next((CONTENT / "exercises").rglob(f"*.{kind}")).read_bytes() for kind in ("mp4", "jpg"))
    for odd in (b"", b"no sound", whole[:-1], whole[:300], whole[:100] + bytes(500), several, film, picture):
        with pytest.raises(NoSound):
            read_sound(odd)
    tag = whole.index(b"esds") + 8
    with pytest.raises(NoSound):
        read_sound(whole[:tag] + b"\x07" + whole[tag + 1 :])


@pytest.mark.parametrize("size", [0, 1, 7])
def test_a_box_that_is_smaller_than_its_own_name_ends_the_search(size: int) -> None:
    assert list(boxes(box(b"ftyp") + struct.pack(">I", size) + b"free" + box(b"moov"))) == [(b"ftyp", 0, 8)]
