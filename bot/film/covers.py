"""The small picture that a phone shows while it plays a session's sound."""

import io
import json
from contextlib import suppress
from hashlib import sha256

from bot.film.shelf import NoRoom, Shelf
from bot.film.wanted import BadJob, Content

WIDEST = 320
"""The greatest width and height, pixels, that Telegram takes (Bot API, sendAudio)."""

QUALITY = 85


def cover(path: str, content: Content, shelf: Shelf) -> bytes:
    """JPEG. `path`: in the content folder. Raises BadJob."""
    picture = content.file(path).read_bytes()
    key = [WIDEST, QUALITY, sha256(picture).hexdigest()]
    name = sha256(json.dumps(key).encode()).hexdigest() + ".jpg"
    if (kept := shelf.get(name)) is not None:
        return kept
    made = _made(picture)
    with suppress(NoRoom):  # it can be made anew
        shelf.put(name, made)
    return made


def _made(picture: bytes) -> bytes:
    from PIL import Image as Pillow

    try:
        with Pillow.open(io.BytesIO(picture)) as opened:
            small = opened.convert("RGB")
    except OSError as error:
        raise BadJob("a cover that is no picture") from error
    small.thumbnail((WIDEST, WIDEST))
    written = io.BytesIO()
    small.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
