"""A session as a recording: the inputs of the job that joins its sound and its pictures."""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from bot.domain.own.own_exercise import own_id
from bot.domain.session.bells import BellStroke
from bot.domain.session.script import Beat, BeatKind
from bot.domain.session.telling import Played
from bot.domain.session.timeline import Sound, Timeline
from bot.screens.amounts import name_of_gone
from bot.screens.session.spoken import BREATH, Narrator

_KINDS = {
    BeatKind.GET_READY: "ready",
    BeatKind.SWITCH: "switch",
    BeatKind.HOLD: "hold",
    BeatKind.REPEAT: "hold",
    BeatKind.REST: "rest",
}


def sound_job(timeline: Timeline, title: str, narrator: Narrator) -> str:
    """JSON, equal for everybody who hears the same. `title`: never a name that a person gave."""
    return _written(_sound(timeline, title, narrator) | {"cover": _cover(timeline, narrator)})


def video_job(timeline: Timeline, title: str, narrator: Narrator) -> str:
    items = timeline.played[-1].beat.item + 1
    segments = [_segment(played, items, narrator) for played in timeline.played]
    ending = timeline.seconds - timeline.played[-1].ends
    done = {"kind": "done", "seconds": ending, "name": narrator.words("film-done")}
    return _written(_sound(timeline, title, narrator) | {"segments": [*segments, done]})


def _sound(timeline: Timeline, title: str, narrator: Narrator) -> dict[str, Any]:
    sounds = [each for sound in timeline.sounds for each in _heard(sound, narrator)]
    return {"seconds": timeline.seconds, "sounds": sounds, "title": title}


def _heard(sound: Sound, narrator: Narrator) -> Iterator[tuple[float, str]]:
    if isinstance(sound.what, BellStroke):
        yield sound.at, f"bell:{sound.what.value}"
        return
    clips = narrator.clips_of(sound.what)
    begins = accumulate((clip.seconds + BREATH for clip in clips), initial=sound.at)
    yield from ((round(at, 3), clip.file) for at, clip in zip(begins, clips, strict=False))


def _cover(timeline: Timeline, narrator: Narrator) -> str:
    refs = (played.beat.ref for played in timeline.played if own_id(played.beat.ref.exercise) is None)
    forms = (narrator.library.form(ref) for ref in refs)
    pictures = (form.steps[-1].picture for form in forms if form and form.steps)
    return next((picture.file for picture in pictures if picture and not picture.moves), "")


def _segment(played: Played, items: int, narrator: Narrator) -> dict[str, Any]:
    beat, words = played.beat, narrator.words
    form = narrator.library.form(beat.ref)
    # What somebody made for themselves stays theirs: neither its name nor its picture is put into what others' films share.
    is_own = own_id(beat.ref.exercise) is not None
    loop = form.loop(beat.side, _station(beat)) if form and not is_own else None
    said = {
        "kind": _KINDS[beat.kind],
        "seconds": played.seconds,
        "loop": loop.file if loop else "",
        "side": words(f"film-{beat.side.value}") if beat.side else "",
        "sign": beat.side.value if beat.side else "",
        "name": _name(beat.ref.exercise, narrator, is_own=is_own),
    }
    if beat.kind is BeatKind.GET_READY:
        said |= {"label": words("film-next"), "place": words("film-place", place=beat.item + 1, places=items)}
    return said


def _name(slug: str, narrator: Narrator, *, is_own: bool) -> str:
    if is_own:
        return narrator.words("film-own")
    exercise = narrator.library.exercise(slug)
    return exercise.title if exercise else name_of_gone(slug, narrator.words)


def _station(beat: Beat) -> int:
    return beat.repetition - 1


def _written(job: dict[str, Any]) -> str:
    return json.dumps(job, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
