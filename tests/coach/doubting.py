"""An ear that doubts what it is told to, the sentences it doubts, and what people then see."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.coach.known.knowledge import Knowledge
from bot.coach.typed.danger.ears import TwoEars
from bot.domain.person.person import Preferences
from bot.domain.session.session import Stand
from bot.domain.typed.danger.heard import ByRules, Doubt, Tier
from bot.domain.typed.ear import EarForDanger, Raised
from tests.coach.talk import Someone
from tests.known import danger_words, known

QUESTION = "Just to be sure"
GOOD = "Good to hear."
CALL = "In danger, call 1"
BUTTONS = ["Yes, help", "No, all is well"]

DOUBTED = {
    Tier.NOW: "stuck behind an ambulance on the way",
    Tier.SELF_HARM: "wish i could sleep until noon and never wake up",
    Tier.ABUSE: "my husband hits me",
    Tier.DOCTOR: "breast cancer 4 years ago, back pain now",
}
SURE = "i have crushing chest pain"
OVERDOSE = "i took 20 paracetamol"
AMBULANCE = DOUBTED[Tier.NOW]

ALARMS = {
    Tier.NOW: "Call for help now and sit down",
    Tier.SELF_HARM: "talk to somebody now",
    Tier.ABUSE: "not your fault",
    Tier.DOCTOR: "show this to a doctor first",
}


@dataclass(frozen=True)
class DoubtingEar:
    """Doubts some sentences, or all, and is sure of what it was told."""

    sentences: Collection[str] | None = None
    sure_of: Raised | None = None
    doubt: Doubt = Doubt.HARDLY

    def is_calm(self, text: str) -> bool:
        return not text

    def raises(self, text: str, rules: ByRules) -> Raised | None:
        return self.sure_of if text or rules.tier else None

    def doubts(self, text: str, rules: ByRules) -> Doubt | None:
        is_doubted = rules.tier and (self.sentences is None or text in self.sentences)
        return self.doubt if is_doubted else None


def ears(taught: EarForDanger | None, names: Collection[str] = ()) -> TwoEars:
    return TwoEars(danger_words(), taught, known().english.vocabulary, names)


def doubting(knowledge: Knowledge, *sentences: str, doubt: Doubt = Doubt.HARDLY) -> Knowledge:
    return replace(knowledge, danger=ears(DoubtingEar(sentences or None, doubt=doubt)))


def who(person: Someone) -> Preferences:
    found = person.world.store.people.get(person.sender.id)
    assert found
    return found.preferences


def live(person: Someone) -> Stand | None:
    return person.world.store.sessions.live_stand(person.sender.id)


def is_asked(person: Someone) -> bool:
    return person.sees.text.startswith(QUESTION)
