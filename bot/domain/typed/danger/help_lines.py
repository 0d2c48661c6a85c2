"""Whom somebody in danger can call where they are, and what is said to them in the language that they wrote in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.typed.danger.heard import Tier

Numbers = Mapping[str, str]
"""By the two letters of a country (ISO 3166)."""


@dataclass(frozen=True, slots=True)
class HelpLines:
    """`emergency`: an ambulance; `crisis`: somebody to talk to; `abuse`: help against violence. `countries`: by IANA zone.

    `answers`: by the tag of a language, what is said to what is heard.
    """

    emergency: Numbers = field(default_factory=dict)
    crisis: Numbers = field(default_factory=dict)
    abuse: Numbers = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[Tier, str]] = field(default_factory=dict)

    def said(self, tag: str, tier: Tier) -> str:
        """In that language, else in the wider one that it belongs to; "" where nobody has written it yet."""
        wider = tag.rpartition("-")[0]
        return self.answers.get(tag, {}).get(tier) or (self.said(wider, tier) if wider else "")


NO_LINES = HelpLines()
"""Of a world in which nobody knows a number."""
