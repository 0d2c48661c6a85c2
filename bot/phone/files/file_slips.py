"""Finds faults of a file that Telegram accepts silently, although its apps then show the file wrongly or cannot play it."""

from collections.abc import Iterator

from bot.phone.files.first_bytes import FileLook, file_look
from bot.phone.files.uploads import Picked, thumbnail_look, told_mime
from bot.phone.given.parameters import Parameters, Upload

_PLAYED = {"audio", "video"}
_NEAR = 1.0
"""Seconds. Lengths are told in whole ones."""


def file_slips(picked: Picked) -> Iterator[str]:
    if picked.is_another_kind:
        yield "a file sent as another kind than it is: it stays what it was"
    if picked.thumbnail is not None and thumbnail_look(picked.thumbnail) is None:
        yield "a thumbnail that Telegram leaves out in silence"
    seen = file_look(picked.source.content) if isinstance(picked.source, Upload) else None
    if seen and picked.kind in _PLAYED and seen.mime.startswith(f"{picked.kind}/"):
        yield from _untrue(picked.told, seen)
        if isinstance(picked.source, Upload) and told_mime(picked.kind, picked.source.name) != seen.mime:
            yield "a name that tells of another kind of file"


def _untrue(told: Parameters, seen: FileLook) -> Iterator[str]:
    if seen.seconds and abs(told.integer("duration") - seen.seconds) > _NEAR:
        yield "a length that is not the file's"
    size = told.integer("width"), told.integer("height")
    if seen.seconds and seen.width and size != (seen.width, seen.height):
        yield "a size that is not the file's"
    if told.flag("supports_streaming") and not seen.plays_while_loading:
        yield "a film that shall play while it loads, and has its index at the end"
