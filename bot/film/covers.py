"""The small picture that stands for a session to hear, where a phone shows what it plays."""

import io

from PIL import Image as Pillow

from bot.film.wanted import BadJob, Content, cover_of

WIDEST = 320
"""Pixels to a side that Telegram takes (Bot API, sendAudio)."""

QUALITY = 85


def cover(value: str, content: Content) -> bytes:
    """JPEG. Raises BadJob."""
    try:
        with Pillow.open(content.file(cover_of(value))) as picture:
            small = picture.convert("RGB")
    except OSError as error:
        raise BadJob("a cover that is no picture") from error
    small.thumbnail((WIDEST, WIDEST))
    written = io.BytesIO()
    small.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
