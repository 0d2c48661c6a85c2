"""The same twelve sessions, seen: in the bench's time, since all their pictures are encoded for it."""

import json
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest

from bot.content.language.words import speaker
from bot.content.voice import clips
from bot.film.film_jobs import FilmJobs
from bot.film.packets import opened
from bot.film.picture.pieces import FRAMES_PER_SECOND
from bot.film.shelf import Shelf
from bot.film.wanted import Content
from bot.screens.session.recorded import sound_job, video_job
from bot.screens.session.spoken import Narrator
from tests.film.twelve import CONTENT, SESSIONS, Recorded, library, played

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.routine)
def test_pictures_begin_with_their_beats_and_the_sound_is_that_of_the_sound_alone(
    session: Recorded, tmp_path: Path
) -> None:
    narrator = Narrator(library(), speaker(CONTENT), clips(CONTENT, "en"))
    plan, jobs = played(session, narrator), FilmJobs(Content(CONTENT), Shelf(tmp_path))
    value = video_job(plan, session.routine, narrator)
    video = jobs.made("video", value)
    sound = jobs.made("sound", sound_job(plan, session.routine, narrator))
    keys, pictures = pictures_of(video)
    assert np.allclose(pictures, np.arange(len(pictures)) / FRAMES_PER_SECOND)
    assert abs(len(pictures) / FRAMES_PER_SECOND - plan.seconds) < 0.2
    begins = accumulate((segment["seconds"] for segment in json.loads(value)["segments"][:-1]), initial=0)
    assert {round(at * FRAMES_PER_SECOND) for at in begins} <= keys
    assert sound_of(video) == sound_of(sound)
    assert len(video) < 1.2e6 * plan.seconds / 60


def pictures_of(film: bytes) -> tuple[set[int], list[float]]:
    """Which of them a player can begin with, and when each is shown."""
    with opened(film) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
    times = [float((packet.pts or 0) * packet.time_base) for packet in packets]
    return {number for number, packet in enumerate(packets) if packet.is_keyframe}, times


def sound_of(film: bytes) -> list[tuple[float, bytes]]:
    """When each packet is heard, and what it is."""
    with opened(film) as container:
        packets = [packet for packet in container.demux(audio=0) if packet.size]
    return [(float((packet.pts or 0) * packet.time_base), bytes(packet)) for packet in packets]
