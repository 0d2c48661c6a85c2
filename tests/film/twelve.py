"""Twelve sessions as they are recorded: with sides, repetitions and flows, of 2 to 17 minutes, at each level of the voice."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.content.language.words import speaker
from bot.content.reader import load
from bot.content.sound_encoding import FRAME, RATE
from bot.content.voice import clips
from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.person.voice_level import Voice
from bot.domain.session.script import write
from bot.domain.session.suitable import settle
from bot.domain.session.timeline import Timeline, as_played, timeline, with_room
from bot.domain.session.voice_lines import SpokenClip
from bot.screens.session.spoken import Narrator, every_sentence
from tests.film.listening import put_clip, tone
from tests.house import ROOT

CONTENT = ROOT / "content"
SECONDS_A_LETTER = 0.065


@dataclass(frozen=True)
class Recorded:
    """`takes`: seconds to the floor, or back."""

    routine: str
    level: int
    voice: Voice
    takes: int


SESSIONS = (
    Recorded("desk-break", 2, Voice.FULL, 12),
    Recorded("desk-break-standing", 1, Voice.BELLS, 25),
    Recorded("first-two-minutes", 1, Voice.FULL, 12),
    Recorded("gentle-in-bed", 1, Voice.BRIEF, 25),
    Recorded("breathing-and-walk", 2, Voice.FULL, 12),
    Recorded("travel", 3, Voice.BRIEF, 12),
    Recorded("gentle", 1, Voice.FULL, 25),
    Recorded("turn-and-bend", 3, Voice.FULL, 12),
    Recorded("strengthen", 2, Voice.BELLS, 12),
    Recorded("evening", 2, Voice.FULL, 25),
    Recorded("no-floor", 2, Voice.BRIEF, 12),
    Recorded("full-mobility", 3, Voice.FULL, 12),
)
LONGEST = frozenset({"strengthen", "evening", "no-floor", "full-mobility"})


@lru_cache(maxsize=1)
def library() -> Library:
    return load(CONTENT)


def recorded(folder: Path) -> Mapping[str, SpokenClip]:
    """Every sentence there is, in `folder`; for one that nobody has spoken yet, a tone that takes as long."""
    spoken = clips(CONTENT, "en")
    (folder / "voice").mkdir()
    return {
        text: _copied(folder, spoken[text]) if text in spoken else _in_tones(folder, text)
        for text in every_sentence(library(), speaker(CONTENT))
    }


def _copied(folder: Path, clip: SpokenClip) -> SpokenClip:
    (folder / clip.file).parent.mkdir(parents=True, exist_ok=True)
    (folder / clip.file).write_bytes((CONTENT / clip.file).read_bytes())
    return clip


def _in_tones(folder: Path, text: str) -> SpokenClip:
    """What is as long shares a tone."""
    frames = round((0.3 + SECONDS_A_LETTER * len(text)) * RATE / FRAME)
    name = f"{frames}.m4a"
    if not (folder / "voice" / name).exists():
        put_clip(folder, name, tone(frames, 300 + 5 * frames))
    return SpokenClip(f"voice/{name}", frames * FRAME / RATE)


def played(session: Recorded, spoken: Narrator) -> Timeline:
    routine = library().routines[session.routine]
    parts = settle(routine.lines, library(), Preferences(level=session.level)).parts
    telling = spoken.telling(session.voice, ())
    return timeline(with_room(as_played(write(parts), session.takes), telling), telling)
