"""The way of a file into a chat: found in the call, checked as Telegram's server does, then kept."""

from dataclasses import dataclass
from mimetypes import MimeTypes

from bot.phone.files.first_bytes import FileLook, file_look
from bot.phone.files.kept_files import FileFacts, KeptFiles, StoredFile
from bot.phone.given.parameters import Parameters, Upload
from bot.phone.given.refused import RefusedError

LARGEST_PHOTO = 10 << 20
LARGEST_THUMBNAIL = (200 << 10) - 1
LONGEST_SIDE_OF_THUMBNAIL = 320

# Telegram keeps these as documents: one may be sent as the other.
_DOCUMENTS = {"animation", "document", "video", "audio", "voice", "sticker", "video_note"}
_WITH_THUMBNAIL = {"animation", "document", "video", "audio"}
_NAMES = {"voice": "VoiceNote", "video_note": "VideoNote", "profile_photo": "ProfilePhoto"}
_PLAYED = {
    "animation": {"image/gif", "video/mp4"},
    "video": {"video/mp4"},
    "audio": {"audio/mpeg", "audio/mp4", "audio/ogg"},
    "voice": {"audio/ogg", "audio/mpeg", "audio/mp4"},
}
_DETECTED = {
    "image/gif": "animation", "video/mp4": "video", "audio/mpeg": "audio", "audio/mp4": "audio", "audio/ogg": "voice",
}  # fmt: skip
# Python's own table, not that of the machine, with what it lacks.
_BY_NAME = MimeTypes()
for _ending, _mime in (
    (".ogg", "audio/ogg"),
    (".oga", "audio/ogg"),
    (".opus", "audio/ogg"),
    (".m4a", "audio/mp4"),
):
    _BY_NAME.add_type(_mime, _ending)
_TOLD = {
    "video": ("video/", "video/mp4"),
    "audio": ("audio/", "audio/mpeg"),
    "voice": ("audio/", "audio/ogg"),
    "document": ("", "application/octet-stream"),
}

FileSource = Upload | str


@dataclass(frozen=True, slots=True)
class Stills:
    """A small picture for everything that plays; `cover`, a large one, only for films."""

    thumbnail: Upload | None = None
    cover: FileSource | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """A file that passed the first checks. `source` is text if no server can open it: a link, or an id of no file."""

    kind: str
    source: Upload | StoredFile | str
    told: Parameters
    thumbnail: Upload | None = None
    cover: "Picked | None" = None

    @property
    def is_another_kind(self) -> bool:
        return isinstance(self.source, StoredFile) and self.source.kind != self.kind


def given_file(given: Parameters, kind: str) -> FileSource:
    """Takes an id or a link, attach://name, or the part of that name. Raises RefusedError."""
    source = attached(given, given.text(kind) or f"attach://{kind}")
    if source is None:
        raise RefusedError(f"There is no {kind} in the request")
    return source


def attached(given: Parameters, text: str) -> FileSource | None:
    return given.files.get(text.removeprefix("attach://")) if text.startswith("attach://") else text or None


def given_stills(given: Parameters, thumbnail: str, cover: str) -> Stills:
    """A thumbnail counts only if it is uploaded: the named part, else the part called `thumbnail`."""
    named = (
        given.files.get(thumbnail.removeprefix("attach://")) if thumbnail.startswith("attach://") else None
    )
    return Stills(named or given.files.get("thumbnail"), attached(given, cover))


def picked_file(files: KeptFiles, source: FileSource, kind: str, told: Parameters, stills: Stills) -> Picked:
    cover = _picked_cover(files, stills.cover) if kind == "video" else None
    if isinstance(source, Upload):
        check_size(source, kind)
        return Picked(kind, source, told, stills.thumbnail if kind in _WITH_THUMBNAIL else None, cover)
    stored = None if "." in source else files.found(source)
    if stored is not None and not (stored.kind == kind or {stored.kind, kind} <= _DOCUMENTS):
        raise RefusedError(f"Can't use file of type {_name(stored.kind)} as {_name(kind)}")
    return Picked(kind, stored or source, told, cover=cover)


def _picked_cover(files: KeptFiles, cover: FileSource | None) -> Picked | None:
    return picked_file(files, cover, "photo", Parameters(), Stills()) if cover else None


def _name(kind: str) -> str:
    return _NAMES.get(kind, kind.title())


def check_size(upload: Upload, kind: str) -> None:
    size = len(upload.content)
    if not size:
        raise RefusedError("File must be non-empty")
    if kind == "photo" and size > LARGEST_PHOTO:
        raise RefusedError(
            f"File of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )


def kept_file(files: KeptFiles, picked: Picked) -> StoredFile:
    if isinstance(picked.source, StoredFile):
        return picked.source
    if isinstance(picked.source, str):
        raise RefusedError(
            "WEBPAGE_CURL_FAILED" if "." in picked.source else "Wrong file identifier/HTTP URL specified"
        )
    upload, seen = picked.source, file_look(picked.source.content)
    kind = _kind(picked, seen)
    mime = seen.mime if seen else told_mime(kind, upload.name)
    facts = FileFacts.told(picked.told, *((seen.width, seen.height) if seen else ()))
    return files.keep(kind, upload, mime, facts, _kept_thumbnail(files, picked.thumbnail))


def _kind(picked: Picked, seen: FileLook | None) -> str:
    """A message never claims a kind that its bytes are not. A document becomes the kind that its bytes are."""
    mime = seen.mime if seen else ""
    match picked.kind:
        case "photo":
            _check_photo(seen)
            return "photo"
        case "document":
            as_it_is = picked.told.flag("disable_content_type_detection")
            return "document" if as_it_is else _DETECTED.get(mime, "document")
        case kind:
            return kind if mime in _PLAYED[kind] else "document"


def _check_photo(seen: FileLook | None) -> None:
    if seen is None or not seen.mime.startswith("image/"):
        raise RefusedError("IMAGE_PROCESS_FAILED")
    longer, shorter = max(seen.width, seen.height), min(seen.width, seen.height)
    if not shorter or longer + shorter > 10_000 or longer > 20 * shorter:
        raise RefusedError("PHOTO_INVALID_DIMENSIONS")


def thumbnail_look(upload: Upload) -> FileLook | None:
    """None if it is too large or no JPEG: Telegram leaves it out silently."""
    seen = file_look(upload.content) if len(upload.content) <= LARGEST_THUMBNAIL else None
    fits = seen and seen.mime == "image/jpeg" and max(seen.width, seen.height) <= LONGEST_SIDE_OF_THUMBNAIL
    return seen if fits else None


def _kept_thumbnail(files: KeptFiles, upload: Upload | None) -> StoredFile | None:
    seen = thumbnail_look(upload) if upload else None
    if upload is None or seen is None:
        return None
    return files.keep("thumbnail", upload, seen.mime, FileFacts(seen.width, seen.height))


def told_mime(kind: str, name: str) -> str:
    """Telegram goes by the file's name if that fits the kind."""
    fitting, usual = _TOLD.get(kind, ("", "application/octet-stream"))
    by_name = _BY_NAME.guess_type(name)[0] or ""
    fits = by_name.startswith(fitting) and (kind != "voice" or by_name in _PLAYED["voice"])
    return by_name if by_name and fits else usual
