"""What the bot knows apart from the file: the content folder, its own @name, and what its operator decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coach.known.language import Language, chosen
from bot.coach.known.operator import NOBODY_IN_PARTICULAR, Operator
from bot.content.source.language_tags import ENGLISH
from bot.domain.reminders.places import NOWHERE, Atlas
from bot.domain.typed.danger.heard import HearsDanger
from bot.domain.typed.danger.help_lines import NO_LINES, HelpLines
from bot.domain.typed.ear import Ear


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`languages`: by tag; English is always among them. `zones`: the version of the time zone rules. `ear`: None if
    no ear was trained. `copies`: how many nightly copies of the file are kept. `has_films`: whether the program
    that makes sound and video files is installed."""

    languages: Mapping[str, Language]
    danger: HearsDanger
    help: HelpLines = NO_LINES
    bot_name: str = ""
    zones: str = ""
    atlas: Atlas = NOWHERE
    ear: Ear | None = None
    copies: int = 0
    has_films: bool = False
    operator: Operator = NOBODY_IN_PARTICULAR

    @property
    def english(self) -> Language:
        return self.languages[ENGLISH]

    def language_for(self, told: str | None, telegram: str) -> Language:
        """`told`: the tag that the person chose. `telegram`: the tag of their Telegram."""
        return self.languages[chosen(told, telegram, self.languages)]
