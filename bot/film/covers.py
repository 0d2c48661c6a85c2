"""The small picture that a phone shows while it plays a session's sound."""

import io

from PIL import Image as Pillow

from bot.film.wanted import BadJob, Content, cover_of

WIDEST = 320
"""The greatest width and height, pixels, that Telegram takes (Bot API, sendAudio)."""

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
