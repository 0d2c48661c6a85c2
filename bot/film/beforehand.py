"""The films worth making before anybody asks: the ready routines with the usual settings."""

import json
from collections.abc import Iterator, Mapping
from itertools import product

from bot.domain.library.library import Library
from bot.domain.person.person import Floor, Preferences
from bot.domain.planner.composing import floor_seconds
from bot.domain.session.script import Getting, write
from bot.domain.session.suitable import settle
from bot.domain.session.timeline import as_played, timeline, with_room
from bot.domain.session.voice_lines import SpokenClip
from bot.screens.screen import Words
from bot.screens.session.marked_loop import every_marked
from bot.screens.session.recorded import sound_job, video_job
from bot.screens.session.spoken import Narrator

LEVELS = (1, 2, 3)


def jobs(library: Library, words: Words, clips: Mapping[str, SpokenClip]) -> Iterator[tuple[str, str]]:
    """Yields each job's name and its JSON: for a person with nothing to work around, at each level, for the first time
    and for later times.
    """
    narrator = Narrator(library, words, clips)
    for routine, level, is_known in product(library.routines.values(), LEVELS, (False, True)):
        who = Preferences(floor=Floor.YES, level=level)
        parts = settle(routine.lines, library, who).parts
        known = {part.form.ref.exercise for part in parts} if is_known else set()
        cards = write(parts, known, Getting(takes=floor_seconds(who)))
        yield from ((paper.job, paper.value) for paper in every_marked(cards, library.form, words))
        script, telling = as_played(cards, floor_seconds(who)), narrator.telling(who.voice, known)
        played = timeline(with_room(script, telling), telling)
        yield "video", video_job(played, routine.title, narrator)
        heard = sound_job(played, routine.title, narrator)
        if json.loads(heard)["cover"]:
            yield "cover", heard
