"""Ears that hear what a table says, for tests of what is answered; what words mean danger is tested elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.heard import AskedAbout, Heard, Tier
from bot.screens.buttons.actions import NoSigns
from tests.coach.talk import Someone

SENTENCES: Mapping[str, Heard] = {
    "elephant on my chest": Heard(Tier.NOW, "en"),
    "mir drückt es auf der brust": Heard(Tier.NOW, "de"),
    "seene mein dard": Heard(Tier.NOW, "hi-latn"),
    "sarki": Heard(Tier.NOW, "tlh"),
    "numb down there since monday": Heard(Tier.DOCTOR, "en"),
    "ich nehme ab und habe fieber": Heard(Tier.DOCTOR, "de"),
    "took 20 paracetamol": Heard(Tier.OVERDOSE, "en"),
    "i want to end it": Heard(Tier.SELF_HARM, "en"),
    "ich will nicht mehr leben": Heard(Tier.SELF_HARM, "de"),
    "he hits me": Heard(Tier.ABUSE, "en"),
    "he hit me again": Heard(Tier.ABUSE, "en"),
    "sharp pain": Heard(Tier.COMPLAINT, "en"),
    "it hurts, in one spot": Heard(Tier.COMPLAINT, "en"),
    "just too much": Heard(Tier.COMPLAINT, "en"),
    "my low back hurts": Heard(Tier.LOW_BACK, "en"),
    "i have a cold": Heard(Tier.ILL, "en"),
    "sore knees": Heard(Tier.WORK_AROUND, "en", frozenset({Tag.KNEES})),
    "my knee hurts a bit": Heard(Tier.WORK_AROUND, "en", frozenset({Tag.KNEES})),
    "pregnant, and my wrist is bad": Heard(Tier.WORK_AROUND, "en", frozenset({Tag.PREGNANT, Tag.WRISTS})),
    "i was operated": Heard(Tier.WORK_AROUND, "en", frozenset({Tag.SURGERY})),
    "something with my joints": Heard(Tier.WORK_AROUND, "en"),
    "stiff between the blades": Heard(Tier.EVERYDAY, "en"),
    "my neck hurts from sitting": Heard(Tier.EVERYDAY, "en"),
}


def none_fits(person: Someone) -> None:
    """Through the warning signs that are in view, or were."""
    person.taps_data("gn")
    person.taps(NoSigns)


@dataclass(frozen=True)
class TableEars:
    sentences: Mapping[str, Heard] = field(default_factory=lambda: SENTENCES)

    def hears(self, text: str) -> Heard | None:
        """A command may stand before the words."""
        words = text.partition(" ")[2] if text.startswith("/") else text
        return self.sentences.get(words.casefold())

    def by_rules(self, text: str) -> Heard | None:
        return self.hears(text)

    def denies(self, text: str) -> bool:
        return f"denied: {text}" in self.sentences

    def hears_answer(self, text: str, question: AskedAbout) -> Heard | None:
        return self.sentences.get(f"{question.value}: {text}")
