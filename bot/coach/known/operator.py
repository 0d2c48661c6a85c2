"""What the operator, who runs this bot, has decided in the settings."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Operator:
    """`admins`: ids of people who may ask how the bot does, write to everybody and shut somebody out.

    `people`: ids of those who may use the bot; `word`: lets in everybody who says it. With neither, everybody may use
    it. `contact`: whom people can ask about their data, as it is shown to them; "" where nobody is named.
    """

    admins: frozenset[int] = frozenset()
    contact: str = ""
    people: frozenset[int] = frozenset()
    word: str = field(default="", repr=False)

    @property
    def lets_everybody_in(self) -> bool:
        return not self.people and not self.word


NOBODY_IN_PARTICULAR = Operator()
