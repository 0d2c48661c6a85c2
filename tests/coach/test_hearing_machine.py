"""Somebody talks in any language, in any state: danger always wins, is never lost without a word, and a no raises nothing."""

from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.person.person import Rest
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import Go, Place
from bot.screens.buttons.wire import decode
from tests.coach.living import Living, a_file
from tests.coach.said_in_languages import DANGER, DENIED
from tests.coach.test_raising_in_every_language import begins_at_a_tap
from tests.known import known
from tests.machines import run, run_long, up_to

ASKING = (
    "remind me",
    "i moved",
    "make my own exercise",
    "/pain",
    "/settings",
    "age",
    "floor",
    "shuffle my plan",
    "blorb",
)
SESSION = (
    "/routine desk break",
    "cat cow",
    "do it",
    "ready",
    "pause",
    "go on",
    "done",
    "skip",
    "it hurts",
    "stop",
    "two gentle minutes",
)
ANSWERS = (
    "8:30",
    "tomorrow",
    "Berlin",
    "yes",
    "no",
    "5",
    "62",
    "later",
    "thanks",
    "none of these",
    "hello",
    "x" * 300,
)
DESPAIR = {
    "en": "i want to die",
    "de": "ich will nicht mehr leben",
    "es": "quiero morir",
    "ru": "не хочу жить",
    "hi": "मरना चाहता हूं",
}
BODY, MIND = "body", "mind"
MET = ("/start", "two gentle minutes", "none of these", "stop", "remind me at 7:30")


class Heard(RuleBasedStateMachine):
    """`unanswered`: dangers of the body and of the mind that were named and not answered since."""

    def __init__(self) -> None:
        super().__init__()
        self.world = Living(known(), a_file(known(), (7, "Ana", MET)))
        self.ana = self.world.someone(7, "Ana")
        self.unanswered: str | None = None
        self.ana.says("/start")

    @rule(words=st.sampled_from(ASKING + SESSION + ANSWERS))
    def says(self, words: str) -> None:
        self.ana.says(words)
        self.unanswered = None

    @rule(number=up_to(9))
    def taps(self, number: int) -> None:
        keys = [data for row in self.ana.sees.keys for _, data, _ in row if decode(data) not in GONE]
        if keys:
            self.ana.taps_data(keys[number % len(keys)])
            self.unanswered = None

    @rule(
        language=st.sampled_from(sorted(DANGER)),
        beside=st.sampled_from(("", "cat cow ", "5 min ", "/today ", "ok ")),
    )
    def speaks_of_danger(self, language: str, beside: str) -> None:
        self._is_heard(beside + DANGER[language], BODY)

    @rule(language=st.sampled_from(sorted(DESPAIR)))
    def despairs(self, language: str) -> None:
        self._is_heard(DESPAIR[language], MIND)

    @rule(language=st.sampled_from(sorted(DENIED)), then=st.sampled_from(sorted(DANGER)))
    def denies_one_and_has_another(self, language: str, then: str) -> None:
        self._is_heard(f"{DENIED[language]}. {DANGER[then]}", BODY)

    @rule(language=st.sampled_from(sorted(DENIED)))
    def denies(self, language: str) -> None:
        weighed, before = self.ana.sees.weighs, self._rest()
        self.ana.says(DENIED[language])
        assert self.ana.sees.weighs <= weighed, "a no raises an alarm"
        assert before is not Rest.NONE or self._rest() is Rest.NONE
        self.unanswered = None

    @rule(passed=st.sampled_from((1, 60, 700, 4_000, 50_000)))
    def time_passes(self, passed: int) -> None:
        self.world.now += timedelta(seconds=passed)
        for _ in self.world.rings():
            pass

    @rule()
    def the_bot_starts_again(self) -> None:
        self.world.crashes()
        self.world.starts()

    @invariant()
    def danger_is_not_lost(self) -> None:
        if self.unanswered is None:
            return
        assert self._rest() is not Rest.NONE, "reminders go on after danger"
        assert not begins_at_a_tap(self.ana), "a move is one tap away from danger"
        live = self.world.store.sessions.live(7)
        assert live is None or live.phase is Phase.HALTED, "a session runs on"

    def teardown(self) -> None:
        self.world.ends()

    def _is_heard(self, said: str, what: str) -> None:
        self.ana.says(said)
        assert self.ana.sees.weighs, f"{said!r} is not heard"
        self.unanswered = what

    def _rest(self) -> Rest:
        person = self.world.store.people.get(7)
        assert person
        return person.preferences.rest


GONE = (Go(Place.DELETE), Go(Place.DELETE_SURELY))


def test_danger_always_wins() -> None:
    run(Heard, examples=12, steps=25)


@pytest.mark.soak
def test_the_same_for_long() -> None:
    run_long(Heard, examples=1_500, steps=50)
