"""Names each piece by what it shows and how it is encoded. Loads nothing that encodes."""

import json
from dataclasses import asdict, replace
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version

from bot.film.wanted import MOVING, Content, MarkedLoop, Segment

LOOK = 4
"""Increase this when films change their look: then all kept pieces are made again."""

SETTINGS = {
    "crf": "27",
    "preset": "veryfast",
    "tune": "animation",
    "profile": "high",
    "level": "3.1",
    "threads": "1",
    # No frame depends on a later one or on another piece, so pieces join without a gap. Seeking works every 20 seconds.
    "x264-params": "bframes=0:keyint=300:min-keyint=300:scenecut=0:open-gop=0:rc-lookahead=10:sync-lookahead=0",
}
"""All pieces share these settings, so that they can be joined without encoding them again."""


def name_of_beat(segment: Segment, frames: int, content: Content) -> str:
    shows = asdict(replace(segment, seconds=0.0))
    return _name([shows, frames], segment.loop or segment.still, content)


def name_of_marked(wanted: MarkedLoop, content: Content) -> str:
    return _name(asdict(wanted), wanted.loop, content, MOVING if wanted.moves else ".jpg")


def _name(told: object, path: str, content: Content, suffix: str = MOVING) -> str:
    source = content.file(path).read_bytes() if path else b""
    key = [LOOK, _encoder(), SETTINGS, told, sha256(source).hexdigest()]
    return sha256(json.dumps(key, sort_keys=True).encode()).hexdigest() + suffix


@lru_cache(maxsize=1)
def _encoder() -> str:
    return version("av")
