"""What was recorded fits what is said, and sounds as it must."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bot.content.language.words import speaker
from bot.content.reader import load
from bot.content.sound_encoding import FRAME, LOUDNESS, RATE
from bot.content.source.language_tags import ENGLISH
from bot.content.voice import Utterance, file_of, recordings
from bot.screens.session.spoken import every_sentence
from bot.voice.levels import Samples, decibels, loudness, true_peak
from bot.voice.manner import manner_of
from bot.voice.mastering import mastered, seconds_of_speech
from bot.voice.recording import LARGEST, heard_in
from tests.house import ROOT
from tests.voice.sounds import syllables

CONTENT = ROOT / "content"
SILENT = -60.0
"""dB: what is below is not heard."""

EDGE = RATE * 20 // 1000
HIGHEST = -1.0
TOGETHER = 60_000_000


@cache
def said() -> dict[str, tuple[Utterance, Path]]:
    return {text: (each, CONTENT / each.file) for text, each in recordings(CONTENT, ENGLISH).items()}


def wanted() -> dict[str, str]:
    """The file of each sentence that may be said."""
    manner = manner_of(CONTENT, ENGLISH)
    texts = every_sentence(load(CONTENT), speaker(CONTENT))
    return {text: file_of(ENGLISH, manner.name_of(text)) for text in texts}


def test_what_is_recorded_is_said_as_it_is_now_and_nothing_else_is() -> None:
    """Sentences that are new may wait for their clips: `unhunch check` gives a hint."""
    told = {text: each.file for text, (each, _) in said().items()}
    assert told
    outdated = sorted(text for text, file in wanted().items() if told.get(text, file) != file)
    assert outdated == [], "`make speak` records them anew"
    assert sorted(set(told) - set(wanted())) == [], "nobody says this any more; `make speak` takes it away"


def test_the_manifest_tells_of_the_files_there_are() -> None:
    files = {path.relative_to(CONTENT).as_posix() for path in (CONTENT / "voice" / ENGLISH).glob("*.m4a")}
    told = {each.file for each, _ in said().values()}
    assert sorted(files ^ told) == []


def test_each_clip_is_small_and_all_of_them_are() -> None:
    sizes = {text: file.stat().st_size for text, (_, file) in said().items()}
    assert {text: size for text, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) < TOGETHER


def test_each_clip_is_as_loud_as_all_others_and_begins_and_ends_in_silence() -> None:
    heard = {text: heard_in(file.read_bytes()) for text, (_, file) in said().items()}
    assert [
        f"{text}: {fault}" for text, (each, _) in said().items() for fault in faults(heard[text], each)
    ] == []


def faults(heard: Samples, told: Utterance) -> Iterator[str]:
    if len(heard) != told.frames * FRAME:
        yield f"{len(heard) / FRAME} frames, {told.frames} told"
    if abs(seconds_of_speech(heard) - told.speech) > 0.001:
        yield f"{seconds_of_speech(heard):.2f} s of speech, {told.speech} told"
    if abs((lufs := loudness(heard)) - LOUDNESS) > 1 or abs(lufs - told.loudness) > 0.1:
        yield f"{lufs:.1f} LUFS, {told.loudness} told"
    if (peak := true_peak(heard)) > HIGHEST:
        yield f"a peak of {peak:.1f} dB"
    for place, edge in (("begins", heard[:EDGE]), ("ends", heard[-EDGE:])):
        if (level := decibels(float(np.abs(edge).max()))) > SILENT:
            yield f"{place} at {level:.0f} dB"


GOOD = mastered(syllables(4), -3.0)


@pytest.mark.parametrize(
    ("heard", "fault"),
    [
        (GOOD[:-FRAME], "frames"),
        (GOOD * np.float32(0.5), "LUFS"),
        (np.where(np.arange(len(GOOD)) == len(GOOD) // 2, np.float32(0.95), GOOD), "a peak of"),
        (np.roll(GOOD, -RATE // 5), "begins at"),
        (np.roll(GOOD, RATE // 5), "ends at"),
        (np.where(np.arange(len(GOOD)) < len(GOOD) // 2, GOOD, np.float32(0)), "s of speech"),
    ],
)
def test_a_clip_that_is_not_right_is_told(heard: Samples, fault: str) -> None:
    told = Utterance("", len(GOOD) // FRAME, seconds_of_speech(GOOD), loudness(GOOD))
    assert list(faults(GOOD, told)) == []
    assert any(fault in each for each in faults(heard.astype(np.float32), told))
