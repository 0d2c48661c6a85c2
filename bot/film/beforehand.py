"""Which films are worth making before anybody asks for one: the ready routines, as most people get them."""

from collections.abc import Iterator
from itertools import product

from bot.domain.library.library import Library
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.voice_level import Voice
from bot.domain.planner.composing import down_or_up
from bot.domain.session.script import Getting, Part, write
from bot.domain.session.suitable import settle
from bot.domain.session.timeline import Telling, as_played, timeline
from bot.screens.screen import Words
from bot.screens.session.recorded import video_job
from bot.screens.session.spoken import Narrator

LEVELS = (1, 2, 3)


def jobs(library: Library, words: Words) -> Iterator[str]:
    """JSON of films without a voice: their pieces are those of all films of the same moves. Of whoever has nothing to work
    around, at each level, the first time and later.
    """
    for routine, level, is_known in product(library.routines.values(), LEVELS, (False, True)):
        who = Preferences(floor=Floor.YES, level=level)
        parts = settle(routine.lines, library, who).parts
        known = {part.form.ref.exercise for part in parts} if is_known else set()
        yield _film(parts, known, who, routine.title, Narrator(library, words, {}))


def _film(parts: tuple[Part, ...], known: set[str], who: Preferences, title: str, narrator: Narrator) -> str:
    takes = down_or_up(who)
    script = as_played(write(parts, known, Getting(takes=takes)), takes)
    told = timeline(script, Telling(Voice.BELLS, narrator.lasts, narrator.library.form))
    return video_job(told, title, narrator)
