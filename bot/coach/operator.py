"""What whoever runs this bot has decided about it, in the settings."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Operator:
    """`admins`: people who may ask how the bot does, write to everybody and shut somebody out, by their numbers at Telegram.

    `people`, `word`: who may use the bot, by their numbers, and what lets in whoever says it; with neither everybody may.
    `contact`: whom people can ask about their data, as it is shown to them; "" where nobody is named.
    """

    admins: frozenset[int] = frozenset()
    contact: str = ""
    people: frozenset[int] = frozenset()
    word: str = field(default="", repr=False)

    @property
    def lets_everybody_in(self) -> bool:
        return not self.people and not self.word


NOBODY_IN_PARTICULAR = Operator()
