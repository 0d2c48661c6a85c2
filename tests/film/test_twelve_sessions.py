"""Twelve sessions, heard: as long as they should be, each bell on its beat, each clip whole, all as loud as it should be."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from bot.content.language.words import speaker
from bot.content.sound_encoding import FRAME, LOUDNESS, RATE
from bot.domain.person.voice_level import Voice
from bot.domain.session.bells import BellStroke
from bot.domain.session.timeline import Timeline
from bot.film.packets import Samples
from bot.film.shelf import Shelf
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.soundtrack import TICK, sound
from bot.film.sound.strokes import bell
from bot.film.wanted import Content, recording
from bot.screens.session.recorded import sound_job
from bot.screens.session.spoken import Narrator
from tests.film.listening import found, heard, measured
from tests.film.twelve import CONTENT, LONGEST, SESSIONS, Recorded, library, played, recorded

NEAR = 0.05
"""Seconds that a sound may be off."""


@lru_cache(maxsize=256)
def alone(clip: Path) -> Samples:
    return heard(clip.read_bytes())


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


@pytest.fixture(scope="module")
def voice(content: Path) -> Narrator:
    return Narrator(library(), speaker(CONTENT), recorded(content))


@pytest.mark.parametrize(
    "session",
    [
        pytest.param(each, id=each.routine, marks=[pytest.mark.soak] if each.routine in LONGEST else [])
        for each in SESSIONS
    ],
)
def test_it_is_heard_as_it_was_planned(session: Recorded, content: Path, voice: Narrator) -> None:
    plan = played(session, voice)
    value = sound_job(plan, session.routine, voice)
    made = sound(recording(value), Content(content), KeptBells(Shelf(content / "kept")))
    listened = heard(made)
    assert abs(len(listened) / RATE - plan.seconds) < 0.2
    assert len(made) < 0.5e6 * plan.seconds / 60
    assert max(bells_off(listened, plan)) < NEAR
    clips = [(at, what) for at, what in json.loads(value)["sounds"] if not what.startswith("bell:")]
    assert bool(clips) is (session.voice is not Voice.BELLS)
    assert all(is_whole(listened, at, alone(content / what)) for at, what in clips)
    level_heard, highest = measured(listened)
    assert abs(level_heard - LOUDNESS) < 1
    assert highest <= -1


def bells_off(listened: Samples, plan: Timeline) -> Iterator[float]:
    """Seconds that each is heard too early or too late."""
    for one in plan.sounds:
        if isinstance(one.what, BellStroke):
            yield abs(found(listened, bell(one.what)[FRAME:][: RATE // 4], one.at, 0.1) - one.at)


def is_whole(listened: Samples, at: float, clip: Samples) -> bool:
    """Heard to the last sample as it is heard alone, and where it should begin. Its first frame is silent."""
    first = round(at / TICK) * FRAME
    heard_here = listened[first : first + len(clip)]
    return abs(first / RATE - at) < NEAR and np.array_equal(heard_here[FRAME:], clip[FRAME:])
