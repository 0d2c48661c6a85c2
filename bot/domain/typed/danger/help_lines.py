"""Numbers that people in danger can call, and what the bot says in the language that they wrote in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.typed.danger.cries import Cries
from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.replies import Replies

Numbers = Mapping[str, str]
"""By country, in two letters (ISO 3166)."""


@dataclass(frozen=True, slots=True)
class AskedIfMeant:
    """The question whether words of danger were meant. `danger`: is somebody in danger? `doctor`: are they like
    that? `yes`, `no`: its buttons."""

    danger: str
    doctor: str
    yes: str
    no: str

    def about(self, tier: Tier) -> str:
        return self.doctor if tier is Tier.DOCTOR else self.danger


@dataclass(frozen=True, slots=True)
class HelpLines:
    """`emergency`: an ambulance; `crisis`: somebody to talk to; `abuse`: help against violence. `countries`: by IANA zone.

    `answers`: by the tag of a language and the tier. `questions`: by the tag of a language. `cries`, `replies`: in all languages.
    """

    emergency: Numbers = field(default_factory=dict)
    crisis: Numbers = field(default_factory=dict)
    abuse: Numbers = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[Tier, str]] = field(default_factory=dict)
    questions: Mapping[str, AskedIfMeant] = field(default_factory=dict)
    cries: Cries = field(default_factory=Cries)
    replies: Replies = field(default_factory=Replies)

    def said(self, tag: str, tier: Tier) -> str:
        """Falls back to the wider language; "" where nobody has written it yet."""
        wider = tag.rpartition("-")[0]
        return self.answers.get(tag, {}).get(tier) or (self.said(wider, tier) if wider else "")

    def asked(self, tag: str) -> AskedIfMeant | None:
        wider = tag.rpartition("-")[0]
        return self.questions.get(tag) or (self.asked(wider) if wider else None)


NO_LINES = HelpLines()
"""Without any numbers."""
