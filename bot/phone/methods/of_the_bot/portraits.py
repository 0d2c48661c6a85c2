"""Sets the bot's own picture, removes it, and answers for people's."""

from bot.phone.files.first_bytes import FileLook, file_look
from bot.phone.files.kept_files import FileFacts, file_json
from bot.phone.files.uploads import attached, check_size
from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters, Upload
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import found_user
from bot.phone.state.telegram import Telegram

SMALLEST_SIDE = 160
_SIDES = (160, 320, 640)
_PARTS = {"static": "photo", "animated": "animation"}


def set_my_profile_photo(telegram: Telegram, given: Parameters) -> bool:
    text = given.text("photo")
    if not text:
        raise RefusedError("photo isn't specified")
    content = fields.as_object(fields.decoded(text, "photo"), "InputProfilePhoto must be an Object")
    kind = fields.string(content, "type")
    if kind not in _PARTS:
        raise RefusedError("InputProfilePhoto has unsupported type")
    upload = _upload(given, content, _PARTS[kind])
    fields.optional_number(content, "main_frame_timestamp")
    check_size(upload, "photo" if kind == "static" else "animation")
    seen = _checked(file_look(upload.content), kind)
    if kind == "static" and seen.mime != "image/jpeg":
        telegram.record.slip("setMyProfilePhoto", "a picture that is no JPEG, though Telegram asks for one")
    telegram.profile.photo = telegram.files.keep(
        "profile_photo", upload, seen.mime, FileFacts(seen.width, seen.height)
    )
    telegram.tell(0, "about", {})
    return True


def _upload(given: Parameters, content: Json, part: str) -> Upload:
    source = attached(given, fields.string(content, part))
    if not isinstance(source, Upload):
        raise RefusedError(f"{part} must be uploaded as a file")
    return source


def _checked(seen: FileLook | None, kind: str) -> FileLook:
    if kind == "animated" and (seen is None or seen.mime != "video/mp4"):
        raise RefusedError("VIDEO_FILE_INVALID")
    if seen is None or (kind == "static" and not seen.mime.startswith("image/")):
        raise RefusedError("IMAGE_PROCESS_FAILED")
    if kind == "static" and min(seen.width, seen.height) < SMALLEST_SIDE:
        raise RefusedError("PHOTO_CROP_SIZE_SMALL")
    return seen


def remove_my_profile_photo(telegram: Telegram, _given: Parameters) -> bool:
    telegram.profile.photo = None
    telegram.tell(0, "about", {})
    return True


def get_user_profile_photos(telegram: Telegram, given: Parameters) -> Json:
    photo = telegram.profile.photo
    if found_user(telegram, given, "user_id") != telegram.me["id"] or photo is None:
        return {"total_count": 0, "photos": []}
    sizes = [
        {**file_json(telegram.files, photo, number), "width": side, "height": side}
        for number, side in enumerate(_SIDES)
    ]
    return {"total_count": 1, "photos": [sizes] if given.integer("offset") <= 0 else []}
