"""Tries a token at Telegram, and keeps it where every later start finds it."""

from pathlib import Path

from bot.chat.telegram.asking_once import ask
from bot.coach.doctor.health import AtTelegram
from bot.config import CannotEverStart, CannotStart, is_token
from bot.store.file.private import PRIVATE_FOLDER, write_private


class NoToken(CannotStart):
    """It does not look like a token, or Telegram does not know it. The person may type it again."""


def try_token(api_root: str, token: str) -> AtTelegram:
    """Raises NoToken, or CannotStart if Telegram can't be asked."""
    if not is_token(token):
        raise NoToken("That is no token: expected digits, a colon, letters, as @BotFather gives it.")
    found = ask(api_root, token)
    if found.is_wrong_token:
        raise NoToken(
            "Telegram does not know this token: is it whole, and the newest that @BotFather gave you?"
        )
    if found.refusal:
        raise CannotStart(f"Telegram can't be asked ({found.refusal}); nothing was kept.")
    return found


def is_of_another_bot(token: str, file: Path) -> bool:
    if not file.is_file():
        return False
    try:
        kept = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return False
    return is_token(kept) and _bot(kept) != _bot(token)


def keep_token(token: str, file: Path) -> None:
    if file.exists() and not file.is_file():
        raise CannotEverStart(f"{file} is no file: move it away first; nothing was kept.")
    try:
        file.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        write_private(file, f"{token}\n")
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise CannotEverStart(f"{file} can't be written: {why}; nothing was kept.") from None


def _bot(token: str) -> str:
    return token.partition(":")[0]
