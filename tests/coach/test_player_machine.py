"""Ana, Bo and Mallory play sessions as people do, with crashes and odd clocks: no session is lost, and nothing is done or counted twice."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Said, Tapped
from bot.domain.session.script import Beat, BeatKind, Script
from bot.domain.session.session import Done, Move, Phase, Session
from bot.screens.buttons.actions import NoSigns, Play, Resume
from bot.screens.buttons.wire import decode
from bot.screens.view import View
from tests.coach.living import Living, a_file
from tests.coach.talk import GETS_DOWN, SIGNS, Someone
from tests.examples import CONTENT
from tests.known import known, library
from tests.machines import run, run_long, up_to
from tests.meaning import buttons, data_of

PEOPLE = ((7, "Ana"), (8, "Bo"), (9, "Mallory"))
READY = ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN)
BEGINS = (
    "/routine turn and bend",
    "/routine first two minutes",
    "cat cow",
    "open book",
    "rib breathing",
    "/today",
)

MAY_END = frozenset({"stop", "sharp", "skip", "too much", "start over", "chest"})
"""Words after which a session may be over; after any others it is still there."""

WORDS = (
    *MAY_END, "pause", "ready", "go on", "back", "easier", "swap", "steps", "it hurts", "numb", "thanks",
    "/help", "/start", "none of these", "no", "yes", "4", "easy", "5 min",
)  # fmt: skip
DANGER = ("my chest hurts", "I can't breathe", "my legs are numb")
MAY_END_TAPPED = frozenset({Move.STOP, Move.SHARP, Move.SKIP, Move.TOO_MUCH})
SOON = "Gentle moves are fine today"
"""What people are told who went through the signs and found one that a doctor should see soon."""

HURTS_BADLY = frozenset({Move.NUMB, Move.CHEST})

RUNNING = frozenset({Phase.READY, Phase.READING, Phase.WORKING, Phase.RESTING})
OVER = frozenset({Phase.FINISHED, Phase.LEFT, Phase.STOPPED})
DAY, TEN_MINUTES, TWO_MINUTES = timedelta(hours=16), timedelta(minutes=10), timedelta(minutes=2)

whose = st.sampled_from(range(3))
which = up_to(9)
seconds = st.one_of(st.sampled_from((1, 5, 12, 15, 30)), up_to(90))


@cache
def ceilings() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    return tomllib.loads((CONTENT / "doses.toml").read_text(encoding="utf-8"))


def is_in_bounds(script: Script) -> bool:
    """No hold is longer, and none is done more often a side, than doses.toml allows."""
    return all(
        beat.kind not in (BeatKind.HOLD, BeatKind.REPEAT) or _keeps_to_its_dose(beat) for beat in script
    )


def _keeps_to_its_dose(beat: Beat) -> bool:
    most, form = ceilings()[beat.ref.exercise][beat.ref.form], library().form(beat.ref)
    assert form
    times = most["repetitions"] * max(dose.stations for dose in form.doses)
    longest = most["hold"]
    if beat.kind is BeatKind.REPEAT:
        longest = times * (longest + max(dose.move for dose in form.doses))
    return beat.repetitions <= times and (beat.seconds or 0) <= longest


@dataclass
class Ledger:
    """What one session was seen to do. `lived`: seconds since it began; a clock set back takes none away. `entered`:
    at which of these the present beat began; `visits`: how often something to hold or repeat was begun."""

    lived: float = 0.0
    entered: float = 0.0
    visits: int = 0
    whole: dict[int, int] = field(default_factory=lambda: defaultdict(int))


class Playing(RuleBasedStateMachine):
    """`dangerous`: people who spoke of danger and have not gone through the signs since. `behind`: people whose
    session was paused while nothing could be sent to them; they see that on the next card."""

    def __init__(self) -> None:
        super().__init__()
        self.world = Living(_knowledge(), _begun())
        self.people = [self.world.someone(number, name) for number, name in PEOPLE]
        self.ledgers: dict[int, Ledger] = {}
        self.dangerous: set[int] = set()
        self.behind: set[int] = set()
        self.seen: list[str] = []
        self.was_set_back = False
        for someone in self.people:
            someone.says("/start")

    @initialize(what=st.tuples(*[st.sampled_from(BEGINS[:4])] * 3))
    def everybody_begins(self, what: tuple[str, ...]) -> None:
        for who, routine in enumerate(what):
            self.begins(who, routine)
            self.is_ready(who)

    # What people do

    @rule(who=whose, what=st.sampled_from(BEGINS))
    def begins(self, who: int, what: str) -> None:
        self._does(who, lambda someone: someone.says(what))
        self._does(who, lambda someone: someone.says("do it"))

    @rule(who=whose, number=which)
    def taps(self, who: int, number: int) -> None:
        if key := self._key(who, number):
            self._taps(who, key[1])

    @rule(who=whose)
    def is_ready(self, who: int) -> None:
        """The first button is what most people tap."""
        if key := self._key(who, 0):
            self._taps(who, key[1])

    @rule(who=whose, number=which, after=st.sampled_from((0.0, 0.3, 4.0)))
    def taps_twice(self, who: int, number: int, after: float) -> None:
        key = self._key(who, number)
        if key is None:
            return
        self._taps(who, key[1])
        once = self._live(who)
        self._passes(after, is_awake=False)
        self._taps(who, key[1])
        if isinstance(decode(key[1]), Play):
            assert self._live(who) == once, f"the second tap on {key[0]!r} did something"

    @rule(who=whose, words=st.sampled_from(("ready", "skip", "back", "swap", "pause", "easier", "it hurts")))
    def says_something_that_is_delivered_twice(self, who: int, words: str) -> None:
        said = Said(self.people[who].sender, words)
        update = next(self.world.updates)

        def receives(_: Someone) -> None:
            self.world.coach.take(update, said, self.world.now)
            self.world.deliver(said.sender.id)

        self._does(who, receives, may_end=words in MAY_END)
        once = self._rows()
        self._does(who, receives, may_end=False)
        assert self._rows() == once, "it was counted once"

    @rule(who=whose, number=up_to(400))
    def taps_something_from_further_up(self, who: int, number: int) -> None:
        """Whoever it was first shown to: Mallory has Ana's buttons too."""
        if self.seen:
            wire = self.seen[-1 - number % len(self.seen)]
            action = decode(wire)
            if any(data == wire for _, data in buttons(self._sees(who))):
                self._notes_tap(who, wire)
            may_end = not isinstance(action, Play) or action.turn == getattr(self._live(who), "turn", None)
            self._does(who, lambda someone: someone.taps_data(wire), may_end=may_end)

    @rule(who=st.sampled_from((0, 1)), number=which)
    def mallory_taps_what_somebody_else_sees(self, who: int, number: int) -> None:
        if key := self._key(who, number):
            self._does(
                2, lambda someone: someone.taps_data(key[1]), may_end=not isinstance(decode(key[1]), Play)
            )

    @rule(who=whose, words=st.sampled_from(WORDS))
    def says(self, who: int, words: str) -> None:
        if words == "none of these":
            self._clears(who)
        self._does(who, lambda someone: someone.says(words), may_end=words in MAY_END)

    @rule(who=whose, words=st.sampled_from(DANGER))
    def speaks_of_danger(self, who: int, words: str) -> None:
        self.dangerous.add(who)
        self._does(who, lambda someone: someone.says(words))
        live = self._live(who)
        assert live is None or live.phase is Phase.HALTED
        assert self._sees(who).weighs, "whom to call is in view"

    @rule(who=whose)
    def has_looked_after_it(self, who: int) -> None:
        """Goes through the signs again, like somebody who is well."""
        for words in ("/start", "/settings", "warning signs"):
            self.says(who, words)
        if self.people[who].offers(NoSigns):
            self._taps(who, data_of(self._sees(who), NoSigns))

    @rule(who=whose)
    def goes_back_to_it(self, who: int) -> None:
        self.says(who, "/start")
        if self.people[who].offers(Resume):
            self._taps(who, data_of(self._sees(who), Resume))

    @rule(who=whose)
    def blocks_the_bot_and_comes_back(self, who: int) -> None:
        before = self._live(who)
        self._does(who, self.world.blocks)
        self._passes(20, is_awake=True)
        self._does(who, self.world.comes_back)
        self.behind.add(who)
        after = self._live(who)
        assert (before is None) == (after is None)

    # What time and the machine do

    @rule(passed=seconds)
    def time_passes(self, passed: int) -> None:
        self._passes(passed, is_awake=True)

    @rule(passed=st.sampled_from((60, 110, 130, 700, 7_200, 60_000)))
    def long_time_passes(self, passed: int) -> None:
        self._passes(passed, is_awake=True)

    @rule(passed=st.sampled_from((0, 10, 60, 119, 200, 5_000, 70_000)))
    def the_bot_is_down(self, passed: int) -> None:
        before = self._rows()
        self.world.crashes()
        self._passes(passed, is_awake=False)
        assert self._rows() == before, "read again, it is what it was"
        self._happens(self.world.starts)
        self._rings()

    @rule(who=whose, number=which, calls=up_to(2))
    def the_plug_is_pulled_while_it_draws(self, who: int, number: int, calls: int) -> None:
        key = self._key(who, number)
        if key is None:
            return
        someone, world = self.people[who], self.world
        self._notes_tap(who, key[0])

        def decides(_: Someone) -> None:
            world.coach.take(next(world.updates), Tapped(someone.sender, key[1]), world.now)
            world.draw(someone.sender.id, calls)

        self._does(who, decides, may_end=_may_end(key[1]), is_drawn=False)
        self.the_bot_is_down(0)
        self._notes_view(who)

    @rule(back=st.sampled_from((1, 20, 3_600)))
    def the_clock_is_set_back(self, back: int) -> None:
        self.was_set_back = True
        self.world.now -= timedelta(seconds=back)
        self._rings()
        self.was_set_back = False

    # What holds

    @invariant()
    def all_of_it_holds(self) -> None:
        self.one_message_at_most_has_buttons()
        self.there_is_always_a_way_on()
        self.the_buttons_of_a_card_are_good()
        self.nothing_is_played_in_danger()
        self.every_script_keeps_to_the_doses()

    def one_message_at_most_has_buttons(self) -> None:
        for number, _ in PEOPLE:
            assert len(self.world.phones.with_buttons(number)) <= 1

    def there_is_always_a_way_on(self) -> None:
        for someone in self.people:
            assert someone.labels

    def the_buttons_of_a_card_are_good(self) -> None:
        for who, someone in enumerate(self.people):
            live = self._live(who)
            for row in someone.sees.keys if live and who not in self.behind else ():
                for action in (decode(data) for _, data, _ in row):
                    if live and isinstance(action, Play) and action.session == live.id:
                        assert action.turn == live.turn or live.phase is Phase.HALTED

    def nothing_is_played_in_danger(self) -> None:
        for who in self.dangerous:
            live = self._live(who)
            assert live is None or live.phase not in RUNNING

    def every_script_keeps_to_the_doses(self) -> None:
        assert all(
            is_in_bounds(session.script) for session in self._rows().values() if session.phase not in OVER
        )

    def teardown(self) -> None:
        """People who go on tapping the first button come to an end."""
        for who in range(len(self.people)):
            live = self._live(who)
            for _ in range(8 * len(live.script) + 20 if live else 0):
                if (live := self._live(who)) is None:
                    break
                if live.wake_at:
                    self._passes(max((live.wake_at - self.world.now).total_seconds(), 0), is_awake=True)
                else:
                    self._goes_on_with_it(who)
            assert self._live(who) is None, "it never ends"
        self.world.ends()

    def _goes_on_with_it(self, who: int) -> None:
        """Taps the first button of its card; if that is not in view, the first button there leads to it."""
        if self._sees(who).card.startswith("play."):
            self.is_ready(who)
        else:
            self.says(who, "/start")
            self.is_ready(who)

    # The ledger

    def _does(
        self, who: int, act: Callable[[Someone], object], *, may_end: bool = True, is_drawn: bool = True
    ) -> None:
        """What one of them does changes nobody else's session, and their own only as it may."""
        mine = self.people[who].sender.id

        def acts() -> None:
            act(self.people[who])

        before, seen = self._rows(), self._sees(who)
        self._happens(acts)
        after = self._rows()
        # If the plug is pulled between two calls, the old card may be gone and the new one not there yet.
        shows_anything = self.world.store.chats.shown(mine) is not None
        if not shows_anything or self._sees(who) != seen:
            self.behind.discard(who)
        for number, session in before.items():
            if session.person != mine:
                assert after[number] == session, "it is another person's"
            elif session.phase not in OVER and not may_end:
                assert after[number].phase not in OVER, "the session is lost"
        if is_drawn and shows_anything:
            self._notes_view(who)

    def _notes_view(self, who: int) -> None:
        if SOON in self._sees(who).text:
            self.dangerous.discard(who)
        self.seen += [data for row in self._sees(who).keys for _, data, _ in row]

    def _happens(self, act: Callable[[], object]) -> None:
        before = self._rows()
        act()
        after = self._rows()
        assert before.keys() <= after.keys(), "what was begun is kept"
        for number, session in after.items():
            if number not in before:
                self.ledgers[number] = Ledger(visits=session.phase is Phase.WORKING)
            elif session != before[number]:
                self._changed(before[number], session)

    def _changed(self, before: Session, after: Session) -> None:
        ledger = self.ledgers[after.id]
        assert before.phase not in OVER, "what is over stays as it is"
        assert after.turn > before.turn
        assert after.done[: len(before.done)] == before.done, "what was done stays done"
        for done in after.done[len(before.done) :]:
            self._counts(ledger, before, done)
        if (after.beat, after.beat_at, after.phase) != (before.beat, before.beat_at, before.phase):
            ledger.entered = ledger.lived
            ledger.visits += after.phase is Phase.WORKING
        assert len(after.done) <= ledger.visits, "a step was counted twice"
        assert sum(done.held for done in after.done) <= ledger.lived + 1

    def _counts(self, ledger: Ledger, before: Session, done: Done) -> None:
        beat = before.script[before.beat]
        assert before.phase is Phase.WORKING, "only what is held or repeated counts"
        assert (done.exercise, done.form, done.side) == (beat.ref.exercise, beat.ref.form, beat.side)
        assert done.held <= (beat.seconds or 0)
        assert done.held <= ledger.lived - ledger.entered + 1

    def _passes(self, passed: float, *, is_awake: bool) -> None:
        """While the bot runs, each beat ends on its second."""
        until = self.world.now + timedelta(seconds=passed)
        while is_awake and (due := self.world.store.sessions.next_due()) and due <= until:
            self._goes_on((max(due, self.world.now) - self.world.now).total_seconds())
            self._rings()
        self._goes_on((until - self.world.now).total_seconds())

    def _goes_on(self, passed: float) -> None:
        self.world.now += timedelta(seconds=passed)
        for ledger in self.ledgers.values():
            ledger.lived += passed

    def _rings(self) -> None:
        before = self._rows()

        def rings() -> None:
            for _ in range(50):
                if next(self.world.rings(), None) is None:
                    break
            else:
                raise AssertionError("it rings for ever")

        self._happens(rings)
        after = self._rows()
        for number, session in before.items():
            if after[number] != session:
                self._was_rung(session, after[number])

    def _was_rung(self, before: Session, after: Session) -> None:
        now = self.world.now
        if now - before.began_at >= DAY and after.phase is Phase.LEFT:
            return
        if before.phase is Phase.HALTED:
            assert after.phase is (Phase.HALTED if self.was_set_back else Phase.LEFT)
            return
        assert before.wake_at, "it waits for its person, not for the clock"
        if self.was_set_back and now < before.beat_at:
            assert (after.beat, after.phase) == (before.beat, before.phase), "the beat begins anew"
        elif now - before.wake_at > TWO_MINUTES:
            assert (after.phase, after.beat) == (Phase.AWAY, before.beat), "nobody is there any more"
        elif before.beat + 1 < len(before.script):
            assert after.beat == before.beat + 1, "one after the other, each once"
        else:
            assert after.phase is Phase.FINISHED

    # What there is

    def _rows(self) -> dict[int, Session]:
        numbers = self.world.store.db.execute("select id from sessions order by id").fetchall()
        found = {number: self.world.store.sessions.row(number) for (number,) in numbers}
        return {number: row.read() for number, row in found.items() if row}

    def _live(self, who: int) -> Session | None:
        return self.world.store.sessions.live(self.people[who].sender.id)

    def _sees(self, who: int) -> View:
        return self.people[who].sees

    def _key(self, who: int, number: int) -> tuple[str, str] | None:
        if not self.world.store.chats.shown(self.people[who].sender.id):
            return None
        keys = [key for row in self._sees(who).keys for key in row if not key[1].startswith("d")]
        return keys[number % len(keys)][:2] if keys else None

    def _taps(self, who: int, wire: str) -> None:
        self._notes_tap(who, wire)
        self._does(who, lambda someone: someone.taps_data(wire), may_end=_may_end(wire))

    def _notes_tap(self, who: int, wire: str) -> None:
        match decode(wire):
            case Play(move=move) if move in HURTS_BADLY:
                self.dangerous.add(who)
            case NoSigns():
                self._clears(who)

    def _clears(self, who: int) -> None:
        if SIGNS in self._sees(who).text:
            self.dangerous.discard(who)


def _may_end(wire: str) -> bool:
    action = decode(wire)
    return not isinstance(action, Play) or action.move in MAY_END_TAPPED


@cache
def _knowledge() -> Knowledge:
    return known()


@cache
def _begun() -> bytes:
    return a_file(_knowledge(), *((number, name, READY) for number, name in PEOPLE))


def test_no_session_is_lost_and_nothing_is_done_or_counted_twice() -> None:
    run(Playing, examples=6, steps=40)


@pytest.mark.soak
def test_the_same_for_long() -> None:
    run_long(Playing, examples=1_500, steps=60)
