"""The bot's public profile: its names and descriptions by language, its menus, its menu buttons, its picture."""

from dataclasses import dataclass, field

from bot.phone.files.kept_files import StoredFile
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.state.menus import Menus, checked_language, short_language

DEFAULT_BUTTON: Json = {"type": "default"}
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@dataclass(slots=True)
class Profile:
    """`words` by kind and language; `buttons` by private chat, 0 for all others."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: Menus = field(default_factory=Menus)
    buttons: dict[int, Json] = field(default_factory=dict)
    photo: StoredFile | None = None

    def set_words(self, what: str, given: Parameters) -> None:
        text, language = given.text(what), checked_language(given)
        if len(text) > _LIMITS[what]:
            # The limit is documented; Telegram's words for it are unknown to us.
            raise RefusedError(f"BOT_{what.upper()}_TOO_LONG")
        if text:
            self.words[what, language] = text
        else:
            self.words.pop((what, language), None)

    def word(self, what: str, language: str | None) -> str:
        return self.words.get((what, short_language(language))) or self.words.get((what, ""), "")

    def button(self, chat: int) -> Json:
        own = self.buttons.get(chat, DEFAULT_BUTTON)
        return own if own != DEFAULT_BUTTON else self.buttons.get(0, DEFAULT_BUTTON)
