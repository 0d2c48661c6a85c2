"""What Telegram's refusals mean, in one table."""

from enum import Enum

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError


class Refusal(Enum):
    LOST = "the person blocked the bot, or is gone"
    FINE = "the chat already is as it should be"
    NO_MESSAGE = "the message to change is not there: send anew"
    NOT_EDITABLE = "the message is there and can't be changed into this: send anew, and put it away"
    TOO_OLD = "the message can't be taken back: take its buttons"
    UNKNOWN_FILE = "the name of a picture is no longer known: upload"
    OURS = "we asked for something that can't be"


# Parts of Telegram's words, in small letters; the library changes the case of their first letter.
_TABLE: tuple[tuple[str, Refusal], ...] = (
    ("bot was blocked by the user", Refusal.LOST),
    ("user is deactivated", Refusal.LOST),
    ("can't initiate conversation", Refusal.LOST),
    ("bot was kicked", Refusal.LOST),
    ("bot is not a member", Refusal.LOST),
    ("chat not found", Refusal.LOST),
    ("not enough rights to send", Refusal.LOST),
    ("message is not modified", Refusal.FINE),
    ("message to delete not found", Refusal.FINE),
    ("query is too old", Refusal.FINE),
    ("message to edit not found", Refusal.NO_MESSAGE),
    ("message can't be edited", Refusal.NOT_EDITABLE),
    ("message media can't be edited", Refusal.NOT_EDITABLE),
    ("there is no media in the message", Refusal.NOT_EDITABLE),
    ("there is no text in the message", Refusal.NOT_EDITABLE),
    ("there is no caption in the message", Refusal.NOT_EDITABLE),
    ("message can't be deleted", Refusal.TOO_OLD),
    ("wrong remote file identifier", Refusal.UNKNOWN_FILE),
    ("wrong file identifier", Refusal.UNKNOWN_FILE),
    ("wrong file_id", Refusal.UNKNOWN_FILE),
    ("entity too large", Refusal.OURS),
)


def refusal(error: TelegramError) -> Refusal | None:
    """None if it may pass: too fast, no answer, trouble at Telegram.

    Only known words mean that somebody is lost: a person who is silenced in error waits for weeks.
    """
    if isinstance(error, ChatMigrated):
        return Refusal.LOST  # a group under a new id says so by itself
    said = error.message.casefold()
    known = next((meaning for part, meaning in _TABLE if part in said), None)
    return known or Refusal.OURS if isinstance(error, BadRequest | Forbidden) else known
