"""What whoever runs this bot has decided about it, in the settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operator:
    """`admins`: people who may ask how the bot does, write to everybody and shut somebody out, by their numbers at Telegram.

    `contact`: whom people can ask about their data, as it is shown to them; "" where nobody is named.
    """

    admins: frozenset[int] = frozenset()
    contact: str = ""


NOBODY_IN_PARTICULAR = Operator()
