"""Hears whole sessions again, beside what was to be said: `python -m tests.voice.whole_sessions [routine]...`; needs unhunch[voice]."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content.language.words import speaker
from bot.content.source.language_tags import ENGLISH
from bot.content.voice import clips
from bot.domain.person.voice_level import Voice
from bot.film.shelf import Shelf
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.soundtrack import sound
from bot.film.wanted import Content, recording
from bot.screens.session.recorded import sound_job
from bot.screens.session.spoken import Narrator
from bot.voice.hearing_back import Recogniser, differing, words_of
from tests.film.twelve import CONTENT, SESSIONS, Recorded, library, played

Heard = list[tuple[float, str]]


def said_and_heard(session: Recorded, recogniser: Recogniser) -> tuple[Heard, Heard]:
    narrator = Narrator(library(), speaker(CONTENT), clips(CONTENT, ENGLISH))
    job = sound_job(played(session, narrator), session.routine, narrator)
    texts = {clip.file: text for text, clip in narrator.clips.items()}
    said = [(at, texts[what]) for at, what in json.loads(job)["sounds"] if what in texts]
    with TemporaryDirectory() as folder:
        file = Path(folder, "session.m4a")
        bells = KeptBells(Shelf(Path(folder, "kept")))
        file.write_bytes(sound(recording(job), Content(CONTENT), bells))
        return said, list(recogniser.hear_file(file))


def beside(session: Recorded, recogniser: Recogniser) -> Iterator[str]:
    said, heard = said_and_heard(session, recogniser)
    script, transcript = ([word for _, text in each for word in words_of(text)] for each in (said, heard))
    wrong = differing(script, transcript)
    yield f"{session.routine}, {session.voice.value}: {wrong} of {len(script)} words wrong"
    yield from (f"  said  {at:7.2f}  {text}" for at, text in said)
    yield from (f"  heard {at:7.2f}  {text}" for at, text in heard)


def main() -> None:
    recogniser = Recogniser()
    for session in SESSIONS:
        chosen = not sys.argv[1:] or session.routine in sys.argv[1:]
        if chosen and session.voice is not Voice.BELLS:
            print("\n".join(beside(session, recogniser)))


if __name__ == "__main__":
    main()
