"""What each of Telegram's refusals means: every row of the table, in the words that the library passes on."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.outgoing.refusals import _TABLE, Refusal, refusal
from bot.chat.telegram.envelope import NotTelegrams

ROWS = [
    (Forbidden("Forbidden: bot was blocked by the user"), Refusal.LOST),
    (Forbidden("Forbidden: user is deactivated"), Refusal.LOST),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Refusal.LOST),
    (Forbidden("Forbidden: bot was kicked from the group chat"), Refusal.LOST),
    (Forbidden("Forbidden: bot is not a member of the channel chat"), Refusal.LOST),
    (Forbidden("Forbidden: a reason that nobody has heard of"), Refusal.OURS),
    (NotTelegrams(403), None),
    (BadRequest("Chat not found"), Refusal.LOST),
    (BadRequest("Not enough rights to send text messages to the chat"), Refusal.LOST),
    (ChatMigrated(-1001), Refusal.LOST),
    (BadRequest("Message is not modified: specified new message content and"), Refusal.FINE),
    (BadRequest("Message to delete not found"), Refusal.FINE),
    (BadRequest("Query is too old and response timeout expired or query id is invalid"), Refusal.FINE),
    (BadRequest("Message to edit not found"), Refusal.NO_MESSAGE),
    (BadRequest("Message can't be edited"), Refusal.NOT_EDITABLE),
    (BadRequest("Message media can't be edited"), Refusal.NOT_EDITABLE),
    (BadRequest("There is no media in the message to edit"), Refusal.NOT_EDITABLE),
    (BadRequest("There is no text in the message to edit"), Refusal.NOT_EDITABLE),
    (BadRequest("There is no caption in the message to edit"), Refusal.NOT_EDITABLE),
    (BadRequest("Message can't be deleted for everyone"), Refusal.TOO_OLD),
    (BadRequest("Wrong remote file identifier specified: wrong last symbol"), Refusal.UNKNOWN_FILE),
    (BadRequest("Wrong file identifier/http url specified"), Refusal.UNKNOWN_FILE),
    (BadRequest("Wrong file_id or the file is temporarily unavailable"), Refusal.UNKNOWN_FILE),
    (BadRequest("Button_data_invalid"), Refusal.OURS),
    (NetworkError("Request Entity Too Large"), Refusal.OURS),
    (NetworkError("Bad Gateway"), None),
    (TimedOut(), None),
    (RetryAfter(3), None),
    (Conflict("Conflict: terminated by other getUpdates request"), None),
]


@pytest.mark.parametrize(("error", "meaning"), ROWS, ids=str)
def test_refusal(error: TelegramError, meaning: Refusal | None) -> None:
    assert refusal(error) is meaning


def test_every_row_is_tried() -> None:
    said = " ".join(error.message.casefold() for error, _ in ROWS)
    assert [part for part, _ in _TABLE if part not in said] == []
