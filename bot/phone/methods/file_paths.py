"""Tells the bot where a file can be downloaded."""

from bot.phone.files.kept_files import LARGEST_DOWNLOAD, file_json
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.state.telegram import Telegram


def get_file(telegram: Telegram, given: Parameters) -> Json:
    file_id = given.text("file_id")
    if not file_id:
        raise RefusedError("File_id not specified")
    try:
        stored = telegram.files.found(file_id)
    except RefusedError:
        raise RefusedError("Invalid file_id") from None
    if stored is None:
        raise RefusedError("Wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > LARGEST_DOWNLOAD:
        raise RefusedError("File is too big")
    return {**file_json(telegram.files, stored, telegram.files.size_of(file_id)), "file_path": stored.path}
