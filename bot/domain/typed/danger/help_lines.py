"""Numbers that a person in danger can call, and what the bot says in the language that they wrote in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.typed.danger.heard import Tier

Numbers = Mapping[str, str]
"""By country, in two letters (ISO 3166)."""


@dataclass(frozen=True, slots=True)
class HelpLines:
    """`emergency`: an ambulance; `crisis`: somebody to talk to; `abuse`: help against violence. `countries`: by IANA zone.

    `answers`: by the tag of a language and the tier.
    """

    emergency: Numbers = field(default_factory=dict)
    crisis: Numbers = field(default_factory=dict)
    abuse: Numbers = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[Tier, str]] = field(default_factory=dict)

    def said(self, tag: str, tier: Tier) -> str:
        """Falls back to the wider language; "" where nobody has written it yet."""
        wider = tag.rpartition("-")[0]
        return self.answers.get(tag, {}).get(tier) or (self.said(wider, tier) if wider else "")


NO_LINES = HelpLines()
"""Without any numbers."""
