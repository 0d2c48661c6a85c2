"""The picture of a card with a strip below it: in large type the seconds, the side and the number of the hold, and a mark for each hold."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.domain.library.exercise import Form, FormRef, Picture
from bot.domain.own.own_exercise import picture_id
from bot.domain.session.script import Beat, BeatKind, Script
from bot.domain.session.session import LONG_HOLD
from bot.screens.amounts import time
from bot.screens.screen import Paper, Words

MARKED = "marked"
"""The name of the job that makes it."""

KEPT = 1024

WORK = (BeatKind.HOLD, BeatKind.REPEAT)


def marked_at(script: Script, number: int, picture: Picture | None, words: Words) -> Paper | None:
    """With the seconds of the hold that is on, or that they get ready or rest for, because it changes when a hold ends."""
    card = script[number].card
    later = (beat for beat in script[number:] if beat.card == card and beat.kind in WORK)
    before = (beat for beat in reversed(script[:number]) if beat.card == card and beat.kind in WORK)
    work = next(later, None) or next(before, None)
    return _marked(picture, work, words) if picture and work else None


def every_marked(script: Script, form_of: Callable[[FormRef], Form | None], words: Words) -> Iterator[Paper]:
    for number, beat in enumerate(script):
        if paper := _of_form(script, number, form_of(beat.ref), words):
            yield paper


def marked_next(
    script: Script, number: int, form: Form | None, coming: Form | None, words: Words
) -> tuple[Paper, ...]:
    """What the present card shows when its hold is over, and what the next card begins with. `form` and `coming` are theirs."""
    card = script[number].card
    end = next((n for n in range(number, len(script)) if script[n].card != card), len(script))
    now, *later = [n for n in range(number, end) if script[n].kind in WORK] or [end]
    after = _of_form(script, now + 1, form, words) if later else None
    first = _of_form(script, end, coming, words) if end < len(script) else None
    return tuple(paper for paper in (after, first) if paper)


def _of_form(script: Script, number: int, form: Form | None, words: Words) -> Paper | None:
    beat = script[number]
    return marked_at(script, number, form.loop(beat.side, station_of(beat)) if form else None, words)


def station_of(beat: Beat) -> int:
    """From 0, over all repetitions. During a rest it is the next one: the rest leads there."""
    is_between = beat.kind is BeatKind.REST and beat.repetition < beat.repetitions
    return beat.repetition if is_between else beat.repetition - 1


@lru_cache(maxsize=KEPT)
def _marked(picture: Picture, work: Beat, words: Words) -> Paper | None:
    """None for less than LONG_HOLD seconds, or if the person sent the picture. Cached, because it is the same for
    everybody who holds it as long."""
    if (work.seconds or 0) < LONG_HOLD or picture_id(picture.file):
        return None
    side = work.side.value if work.side else ""
    told = {
        "loop": picture.file,
        "seconds": time(work.seconds or 0, words),
        "side": words(f"side-{side}").upper() if side else "",
        "sign": side,
        "times": work.repetitions,
    }
    if work.kind is BeatKind.HOLD and work.repetitions > 1:
        # Not a bare "1 of 2", which is how the exercises of a session are counted.
        place = words("player-hold-number", number=work.repetition, count=work.repetitions)
        told |= {"at": work.repetition, "place": place}
    return Paper(MARKED, json.dumps(told, ensure_ascii=False, sort_keys=True))
