"""A session as a file: what is told to whoever joins its sound and its pictures."""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from bot.domain.session.script import Beat, BeatKind
from bot.domain.session.timeline import ENDING, Bell, Played, Sound, Timeline
from bot.screens.amounts import gone
from bot.screens.session.spoken import BREATH, Speaker

_KINDS = {
    BeatKind.GET_READY: "ready",
    BeatKind.SWITCH: "switch",
    BeatKind.HOLD: "hold",
    BeatKind.REPEAT: "hold",
    BeatKind.REST: "rest",
}


def sound_job(timeline: Timeline, title: str, speaker: Speaker) -> str:
    """JSON; the same for everybody who is told the same. `title`: never a name that somebody has given."""
    return _written(_sound(timeline, title, speaker))


def video_job(timeline: Timeline, title: str, speaker: Speaker) -> str:
    items = timeline.played[-1].beat.item + 1
    segments = [_segment(played, items, speaker) for played in timeline.played]
    done = {"kind": "done", "seconds": ENDING, "name": speaker.words("film-done")}
    return _written(_sound(timeline, title, speaker) | {"segments": [*segments, done]})


def _sound(timeline: Timeline, title: str, speaker: Speaker) -> dict[str, Any]:
    sounds = [each for sound in timeline.sounds for each in _heard(sound, speaker)]
    return {"seconds": timeline.seconds, "sounds": sounds, "title": title}


def _heard(sound: Sound, speaker: Speaker) -> Iterator[tuple[float, str]]:
    if isinstance(sound.what, Bell):
        yield sound.at, f"bell:{sound.what.value}"
        return
    clips = speaker.clips_of(sound.what)
    begins = accumulate((clip.seconds + BREATH for clip in clips), initial=sound.at)
    yield from ((round(at, 3), clip.file) for at, clip in zip(begins, clips, strict=False))


def _segment(played: Played, items: int, speaker: Speaker) -> dict[str, Any]:
    beat, words = played.beat, speaker.words
    exercise, form = speaker.library.exercise(beat.ref.exercise), speaker.library.form(beat.ref)
    loop = form.loop(beat.side, _station(beat)) if form else None
    said = {
        "kind": _KINDS[beat.kind],
        "seconds": played.seconds,
        "loop": loop.file if loop else "",
        "side": words(f"film-{beat.side.value}") if beat.side else "",
    }
    if beat.kind is BeatKind.GET_READY:
        said |= {"label": words("film-next"), "place": words("film-place", place=beat.item + 1, places=items)}
    if beat.kind in (BeatKind.GET_READY, BeatKind.SWITCH):
        said["name"] = exercise.title if exercise else gone(beat.ref.exercise, words)
    return said


def _station(beat: Beat) -> int:
    """From 0, over all repetitions."""
    return beat.repetition - 1


def _written(job: dict[str, Any]) -> str:
    return json.dumps(job, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
