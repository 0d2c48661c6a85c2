"""Joins the pieces of a session into its picture track."""

from collections.abc import Iterator
from fractions import Fraction

from bot.film.packets import MP4, Packet, Track, joined, read, sound_model
from bot.film.picture.pieces import FRAMES_PER_SECOND, TICK, Pieces
from bot.film.sound import soundtrack
from bot.film.sound.kept_bells import KeptBells
from bot.film.wanted import BadJob, Content, Recording

OFF = 0.1
"""Seconds by which the pieces may differ from the length of the whole."""


def video(job: Recording, content: Content, pieces: Pieces, bells: KeptBells) -> bytes:
    """MP4, with its sound. Raises BadJob and NoRoom."""
    seen = picture_track(job, pieces)
    heard = [Packet(packet) for packet in soundtrack.soundtrack(job, content, bells)]
    sound = Track(heard, sound_model(), soundtrack.TICK, first=-soundtrack.PRIMING)
    return joined([seen, sound], MP4, job.title)


def picture_track(job: Recording, pieces: Pieces) -> Track:
    made = [pieces.of(segment, frames) for segment, frames in zip(job.segments, _frames(job), strict=True)]
    packets, told = list[Packet](), set[bytes]()
    for piece in made:
        of_it, how = read(piece)
        packets += of_it
        told.add(how)
    if len(told) != 1:
        raise BadJob("pieces that can't be joined")
    return Track(packets, made[0], TICK)


def _frames(job: Recording) -> Iterator[int]:
    """Frames for each segment. Rounding errors do not add up, so pictures and sound stay in step."""
    before, end = 0, Fraction(0)
    for segment in job.segments:
        end += Fraction(segment.seconds)
        until = round(end * FRAMES_PER_SECOND)
        if until == before:
            raise BadJob("a segment without a picture")
        yield until - before
        before = until
    if abs(float(end) - job.seconds) > OFF:
        raise BadJob("segments that are longer or shorter than the whole")
