"""What the operator, who runs this bot, decided in the settings."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Operator:
    """`admins`: ids of people who may see how the bot is doing, write to everybody and ban people.

    `people`: ids of people who may use the bot; `word`: lets in everybody who types it. If both are empty, everybody
    may use it. `contact`: whom people can ask about their data, as shown to them; "" if nobody is named."""

    admins: frozenset[int] = frozenset()
    contact: str = ""
    people: frozenset[int] = frozenset()
    word: str = field(default="", repr=False)

    @property
    def lets_everybody_in(self) -> bool:
        return not self.people and not self.word


NOBODY_IN_PARTICULAR = Operator()
