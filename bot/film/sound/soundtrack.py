"""Lays the bells and clips of a session on a grid of silence. Each is whole, and none overlaps another."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from bot.content.sound_encoding import FRAME, RATE
from bot.domain.session.bells import BellStroke
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.m4a import M4A, NoSound, read_sound
from bot.film.wanted import BadJob, Content, Cue, Recording

TICK = Fraction(FRAME, RATE)
"""Seconds of a packet. A sound begins at most half of that too early or too late."""

LEAD = 1
"""Packets of silence before a bell's first stroke, which must sound on its beat. In a clip they belong to its time."""

PRIMING = 1
"""A decoder gives nothing for the first packet: it lies before the beginning, and players skip it."""

BELL = "bell:"


def sound(job: Recording, content: Content, bells: KeptBells) -> bytes:
    """M4A. Raises BadJob."""
    return M4A(soundtrack(job, content, bells), bells.settings, job.title, PRIMING).written()


def soundtrack(job: Recording, content: Content, bells: KeptBells) -> list[bytes]:
    """Packets. A player skips the first PRIMING of them. Raises BadJob if a sound would be cut off or would overlap
    another.
    """
    end = PRIMING + round(job.seconds / TICK)
    laid = list[bytes]()
    for cue in sorted(job.sounds, key=lambda cue: cue.at):
        at, packets = _place(cue, content, bells)
        if at < len(laid):
            raise BadJob("a sound that begins before the one before it has ended")
        laid += [bells.silence] * (at - len(laid))
        laid += packets
    if len(laid) > end:
        raise BadJob("a sound that ends after the end")
    return [*laid, *[bells.silence] * (end - len(laid))]


def _place(cue: Cue, content: Content, bells: KeptBells) -> tuple[int, Sequence[bytes]]:
    """The number of the first packet, and the packets without the last, which is silence."""
    at = PRIMING + round(cue.at / TICK)
    if cue.what.startswith(BELL):
        return at - LEAD, bells.bell(_which(cue.what.removeprefix(BELL)))[:-1]
    return at, _clip(content.file(cue.what), bells.settings)[:-1]


def _which(name: str) -> BellStroke:
    try:
        return BellStroke(name)
    except ValueError as error:
        raise BadJob("a bell that there is not") from error


def _clip(path: Path, settings: bytes) -> Sequence[bytes]:
    try:
        packets, told = read_sound(path.read_bytes())
    except NoSound as error:
        raise BadJob("a clip that is no sound") from error
    if told != settings:
        raise BadJob("a clip that can't be joined")
    return packets
