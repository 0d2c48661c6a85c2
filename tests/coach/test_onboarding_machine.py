"""Somebody new taps, types, starts again and comes back, in any order: the signs are never bypassed, and there is always a way on."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.chat.counting import UNCOUNTED
from bot.chat.incoming.decision_log import DecisionLog
from bot.coach.news import Reply, Said, Tapped
from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Floor, Seen
from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import FloorFirst, Go, Moves, NoSigns, Place, SetAge, SetFloor, SetSeen
from bot.screens.buttons.wire import decode
from tests.coach.living import Living, a_file
from tests.coach.talk import SIGNS
from tests.known import known
from tests.machines import run, run_long, up_to
from tests.meaning import Meant, buttons, means

TAGS = "Anything to work around?"
SEEN, AGE = "Has anyone looked at your back?", "How old are you?"
FLOOR = "Can you get down to the floor and up again by yourself?"
QUESTIONS = (SEEN, FLOOR, AGE)
ASKS_FOR = (Place.ASK_SEEN, Place.ASK_TAGS, Place.ASK_FLOOR, Place.ASK_AGE, Place.ASK_TO_FIT)
ANSWERS = (SetSeen, SetFloor, SetAge, FloorFirst)

NONE = ("none of these", "none")
WORDS = (
    *NONE, "/start", "/start exercise_cat-cow", "/start routine_morning", "/settings", "/routine", "/today", "/help", "hello",
    "two gentle minutes", "do it", "yes", "no", "go ahead", "later", "skip", "back", "stop", "done", "what is this?", "x" * 300,
    "I am 62", "my knees are bad", "I have a pacemaker", "pregnant with twins", "German please", "8:30", "<b>{$name}</b>", "💥",
    "ready", "go on", "thanks", "nothing hurts", "on a bed", "seated",
)  # fmt: skip
ASKING = frozenset({"floor", "age", "warning signs", "back"})
DANGER = ("my chest hurts", "I can't breathe", "numb between my legs", "I fainted this morning")
PRIVATE = (
    "Wilhelmine",
    "chest",
    "breathe",
    "numb",
    "faint",
    "knees",
    "pacemaker",
    "pregnant",
    "62",
    "nothing hurts",
    "twins",
)
"""Parts of the name and of the words above: none may appear in a log."""

CLOSES = (Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Age.MINOR, Move.NUMB, Move.CHEST)
SOON = "Gentle moves are fine today"
RUNNING = frozenset({Phase.READY, Phase.READING, Phase.WORKING, Phase.RESTING})

which = up_to(9)


class Kept(logging.Handler):
    """Everything that is logged meanwhile, with its extra fields."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.getMessage()} {getattr(record, 'fields', '')} {record.exc_text or ''}")


class Beginning(RuleBasedStateMachine):
    """`has_gone_through`: whether the signs were answered so that moves may begin. `answered`: questions that need not be asked again."""

    def __init__(self) -> None:
        super().__init__()
        self.world = Living(known(), a_new_file())
        self.new, self.mallory = self.world.someone(7, "Wilhelmine"), self.world.someone(9, "Mallory")
        self.has_gone_through, self.asked_at = False, self.world.now
        self.was_sharp = False
        self.answered: set[str] = set()
        self.seen: list[str] = []
        self.log, self.kept = DecisionLog(UNCOUNTED), Kept()
        self.logger = logging.getLogger("bot")
        self.level = self.logger.level
        self.logger.addHandler(self.kept)
        self.logger.setLevel(logging.DEBUG)
        for someone in (self.new, self.mallory):
            someone.says("/start")

    @initialize(number=which)
    def a_quick_finger_comes_first(self, number: int) -> None:
        self.taps_before_anything_can_be_read("two gentle minutes", number)

    @rule(words=st.sampled_from(WORDS))
    def says(self, words: str) -> None:
        self._sends(words)

    @rule(number=which)
    def taps(self, number: int) -> None:
        if wire := self._wire(number):
            self._taps(wire)

    @rule(number=which)
    def taps_what_leads_on(self, number: int) -> None:
        """One of the first two buttons, without rows that lead home."""
        if wire := self._wire(number % 2):
            self._taps(wire)

    @rule(words=st.sampled_from(("two gentle minutes", "/settings", "cat cow")), number=which)
    def taps_before_anything_can_be_read(self, words: str, number: int) -> None:
        self.world.reading = timedelta()
        self._sends(words)
        for _ in range(3):  # like a finger that comes down again and again
            if (wire := self._wire(number)) and not self._is_danger_card():
                is_signs = SIGNS in self.new.sees.text and not means(wire, Place.SIGNS_ALL)
                self._taps(wire, counts=not is_signs)
        self.world.reading = timedelta(seconds=2)
        self.world.now += timedelta(seconds=2)

    @rule(number=up_to(60))
    def taps_something_from_further_up(self, number: int) -> None:
        if self.seen:
            self._taps(self.seen[-1 - number % len(self.seen)])

    @rule(number=which)
    def mallory_taps_what_is_not_hers(self, number: int) -> None:
        if wire := self._wire(number):
            before = self.world.store.people.get(7)
            self.mallory.taps_data(wire)
            assert self.world.store.people.get(7) == before
            assert "Wilhelmine" not in self.mallory.sees.text

    @rule(words=st.sampled_from(DANGER))
    def speaks_of_danger(self, words: str) -> None:
        self._sends(words)
        self.has_gone_through = False
        live = self.world.store.sessions.live(7)
        assert live is None or live.phase is Phase.HALTED
        assert self.new.sees.weighs, "whom to call is in view"

    @rule(passed=st.sampled_from((1, 15, 60, 400)))
    def time_passes(self, passed: int) -> None:
        for _ in range(10):
            self._happens(lambda: list(self.world.rings()), counts=False)
        self.world.now += timedelta(seconds=passed)
        self._happens(lambda: list(self.world.rings()), counts=False)

    @rule(passed=st.sampled_from((0, 10, 4_000, 90_000)))
    def the_bot_starts_again(self, passed: int) -> None:
        before = self.world.store.people.get(7)
        self.world.crashes()
        assert self.world.store.people.get(7) == before
        self.world.now += timedelta(seconds=passed)
        self._happens(self.world.starts, counts=False)

    @rule()
    def goes_the_usual_way(self) -> None:
        for said in ("/start", "two gentle minutes"):
            self._sends(said)
        self._taps_if_there(NoSigns)

    @rule(
        words=st.sampled_from(("cat cow", "open book", "/routine morning")),
        floor=st.sampled_from((Floor.YES, Floor.BED)),
    )
    def begins_something(self, words: str, floor: Floor) -> None:
        self._sends("stop")
        self._sends(words)
        was_asked = self.has_gone_through and self.world.now - self.asked_at < timedelta(days=1)
        self._taps_if_there(Moves)
        assert not (was_asked and SIGNS in self.new.sees.text and not self.was_sharp), (
            "the signs are asked again"
        )
        self._taps_if_there(NoSigns)
        if self.new.sees.text.startswith(FLOOR):
            self._taps_if_there(floor)

    @rule(
        answers=st.lists(
            st.sampled_from(
                (
                    Seen.NOTHING_HURTS,
                    Tag.KNEES,
                    Place.TAGS_DONE,
                    Floor.BED,
                    Floor.YES,
                    Age.MIDDLE,
                    Place.ASK_TAGS,
                    Place.ASK_AGE,
                    Place.ASKED,
                )
            ),
            max_size=5,
        )
    )
    def answers_the_questions(self, answers: list[Seen | Tag | Place | Floor | Age]) -> None:
        """Or skips them: then a button leads to the next one."""
        self._sends("stop")
        self._taps_if_there(next(filter(self.new.offers, ASKS_FOR), Place.ASK_SEEN))
        for answer in answers:
            self._taps_if_there(answer)

    @invariant()
    def holds(self) -> None:
        assert self.new.labels, "there is no way on"
        live = self.world.store.sessions.live(7)
        assert self.has_gone_through or live is None or live.phase not in RUNNING, (
            "it is played past the signs"
        )
        for line in self.kept.said:
            assert not any(word.lower() in line.lower() for word in PRIVATE if not word.isdigit()), line
        self.kept.said.clear()

    def teardown(self) -> None:
        """Wherever they are, they reach the moves by taking the first way on that a healthy person is offered."""
        self._sends("/settings")
        self._sends("warning signs")
        self._taps_if_there(NoSigns)
        assert self.has_gone_through
        self.logger.removeHandler(self.kept)
        self.logger.setLevel(self.level)
        self.world.ends()

    # The model

    def _sends(self, words: str) -> None:
        self._happens(lambda: self.new.says(words), said=words)

    def _taps(self, wire: str, *, counts: bool = True) -> None:
        self._happens(lambda: self.new.taps_data(wire), wire=wire, counts=counts)

    def _taps_if_there(self, what: Meant) -> None:
        if wire := next((wire for wire in self._wires() if means(wire, what)), None):
            self._taps(wire)

    def _happens(
        self, act: Callable[[], object], *, said: str = "", wire: str = "", counts: bool = True
    ) -> None:
        """`counts`: whether they had time to read what they answer."""
        before, text = self._sessions(), self.new.sees.text
        if counts:
            self._answers(text, said, wire)
        began = time.perf_counter()
        reply = act()
        if isinstance(reply, Reply):
            news = Tapped(self.new.sender, wire) if wire else Said(self.new.sender, said)
            self.log.decided(1, news, reply, began)
        if SOON in self.new.sees.text and SOON not in text:
            self.has_gone_through = True
        assert self.has_gone_through or self._sessions() == before, "a session began past the signs"
        self.seen += self._wires()
        asked = next((each for each in QUESTIONS if self.new.sees.text.startswith(each)), None)
        if asked in self.answered and not text.startswith(asked or TAGS):
            action = decode(wire)
            is_wanted = said in ASKING or (isinstance(action, Go) and action.place in ASKS_FOR)
            assert is_wanted, f"{asked!r} is asked again"

    def _answers(self, text: str, said: str, wire: str) -> None:
        is_in_view = wire in self._wires()
        if SIGNS in text and (said in NONE or (is_in_view and means(wire, NoSigns))):
            self.has_gone_through, self.asked_at = True, self.world.now
            self.answered.discard(AGE)
        self.was_sharp |= said == "sharp" or (is_in_view and means(wire, Move.SHARP))
        if is_in_view and any(means(wire, each) for each in CLOSES):
            self.has_gone_through = False
        if is_in_view and isinstance(decode(wire), ANSWERS):
            self.answered.update(question for question in QUESTIONS if text.startswith(question))

    def _sessions(self) -> int:
        return int(
            self.world.store.db.execute("select count(*) from sessions where person = 7").fetchone()[0]
        )

    def _wires(self) -> list[str]:
        gone = (Go(Place.DELETE), Go(Place.DELETE_SURELY))
        return [data for _, data in buttons(self.new.sees) if decode(data) not in gone]

    def _wire(self, number: int) -> str | None:
        wires = self._wires()
        return wires[number % len(wires)] if wires else None

    def _is_danger_card(self) -> bool:
        return bool(self.new.sees.weighs)


def a_new_file() -> bytes:
    return a_file(known())


def test_nobody_passes_the_signs_by_and_everybody_has_a_way_on() -> None:
    run(Beginning, examples=8, steps=40)


@pytest.mark.soak
def test_the_same_for_long() -> None:
    run_long(Beginning, examples=1_500, steps=60)
