"""Lays the bells and clips of a session on a grid of silence. Each is whole, and none overlaps another."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from bot.content.sound_encoding import FRAME, RATE
from bot.domain.session.bells import BellStroke
from bot.film.packets import M4A, Packet, Track, encode, joined, read, silence, sound_model, sound_settings
from bot.film.sound.strokes import bell
from bot.film.wanted import BadJob, Content, Cue, Recording

TICK = Fraction(FRAME, RATE)
"""Seconds of a packet. A sound begins at most half of that too early or too late."""

LEAD = 1
"""Packets of silence before a bell's first stroke, which must sound on its beat. In a clip they belong to its time."""

PRIMING = 1
"""A decoder gives nothing for the first packet: it lies before the beginning, and players skip it."""

BELL = "bell:"


def sound(job: Recording, content: Content) -> bytes:
    return joined([soundtrack(job, content)], M4A, job.title)


def soundtrack(job: Recording, content: Content) -> Track:
    """Raises BadJob if a sound would be cut off or would overlap another."""
    end = PRIMING + round(job.seconds / TICK)
    laid = list[Packet]()
    for cue in sorted(job.sounds, key=lambda cue: cue.at):
        at, packets = _place(cue, content)
        if at < len(laid):
            raise BadJob("a sound that begins before the one before it has ended")
        laid += [silence()] * (at - len(laid))
        laid += packets
    if len(laid) > end:
        raise BadJob("a sound that ends after the end")
    laid += [silence()] * (end - len(laid))
    return Track(laid, sound_model(), TICK, first=-PRIMING)


def _place(cue: Cue, content: Content) -> tuple[int, Sequence[Packet]]:
    """The number of the first packet, and the packets without the last, which is only silence."""
    at = PRIMING + round(cue.at / TICK)
    if cue.what.startswith(BELL):
        return at - LEAD, _bell(cue.what.removeprefix(BELL))[:-1]
    return at, _clip(cue.what, content)[:-1]


@lru_cache(maxsize=len(BellStroke))
def _bell(name: str) -> Sequence[Packet]:
    try:
        which = BellStroke(name)
    except ValueError as error:
        raise BadJob("a bell that there is not") from error
    return encode(bell(which))


def _clip(path: str, content: Content) -> Sequence[Packet]:
    packets, told = read(content.file(path))
    if told != sound_settings():
        raise BadJob("a clip that can't be joined")
    return packets
