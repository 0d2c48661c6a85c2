"""With the phone out of reach: what rings, what goes on by itself, and what is asked once at the end."""

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.person import Switch
from bot.domain.person.rings import Rings
from bot.domain.progress.diary import Rating
from bot.domain.session.script import NEW_POSITION, SAME_POSITION, BeatKind
from bot.domain.session.session import OPEN_FOR, Led, Move, Phase, Session
from bot.screens.buttons.actions import Place, Resume, SetSwitch, SettingsGroup, TickRing
from bot.screens.buttons.wire import encode
from bot.screens.view import View
from bot.store.database import open_store
from tests.coach.moving import met, next_day, play, start
from tests.coach.reminded import claimed, reminded_at
from tests.coach.talk import Someone, World, starts

SLUG = "turn and bend"


def live(someone: Someone) -> Session:
    session = someone.world.store.sessions.live(someone.sender.id)
    assert session
    return session


def rings(someone: Someone, *wanted: Rings) -> None:
    for at in Rings:
        someone.taps_data(encode(TickRing(at, at in wanted)))


def do(someone: Someone) -> None:
    someone.says(f"/routine {SLUG}")
    someone.says("do it")


def hands_free(someone: Someone) -> None:
    """With a routine whose moves they know."""
    starts(someone, SLUG)
    play(someone)
    someone.taps_data(encode(SetSwitch(Switch.IS_HANDS_FREE, on=True)))
    do(someone)
    assert live(someone).led is Led.HANDS_FREE


def goes_on(someone: Someone) -> View:
    passes(someone)
    return someone.sees


def passes(someone: Someone) -> None:
    """As long as the beat takes."""
    session = live(someone)
    assert session.wake_at
    someone.world.passes((session.wake_at - someone.world.now).total_seconds())


def to_the_end(someone: Someone) -> list[View]:
    seen = []
    while live(someone).phase is not Phase.ASKED:
        seen.append(goes_on(someone))
    return seen


def untouched(someone: Someone) -> None:
    hands_free(someone)
    to_the_end(someone)


def to_hold(someone: Someone) -> None:
    """At the start of a hold of ten seconds or more that follows a tap."""
    starts(someone, SLUG)
    while True:
        session = live(someone)
        if session.phase is Phase.READY and session.wake_at is not None:
            return
        someone.says("ready") if session.wake_at is None else goes_on(someone)


def test_by_itself_the_start_and_the_end_of_a_hold_ring_and_a_change_of_side_does_not(ana: Someone) -> None:
    hands_free(ana)
    seen = {}
    while live(ana).phase is not Phase.ASKED:
        before = live(ana).now_playing
        shown = goes_on(ana)
        now_on = live(ana).now_playing
        seen[before.kind, now_on.kind, now_on.item != before.item] = (shown.fresh, shown.rings)
    assert seen[BeatKind.GET_READY, BeatKind.REPEAT, False] == (True, True), "it begins"
    assert seen[BeatKind.REPEAT, BeatKind.SWITCH, False] == (True, False), "a new card, without a sound"
    assert seen[BeatKind.SWITCH, BeatKind.REPEAT, False] == (True, True)
    assert seen[BeatKind.REPEAT, BeatKind.GET_READY, True] == (True, True), "and rest"


@pytest.mark.parametrize("wanted", [(), (Rings.START,), (Rings.CHANGE,), (Rings.CHANGE, Rings.END)])
def test_what_rings_is_theirs_to_choose(ana: Someone, wanted: tuple[Rings, ...]) -> None:
    """What does not ring replaces the card, or comes silently if another picture is needed."""
    hands_free(ana)
    rings(ana, *wanted)
    ana.taps_data(encode(Resume(live(ana).id)))
    rung = set()
    while ana.world.store.sessions.live(7):
        before = live(ana).now_playing
        if live(ana).wake_at is None:
            ana.says("ready")
            continue
        passes(ana)
        session = ana.world.store.sessions.live(7)
        shown = ana.sees
        if session and session.now_playing.card == before.card:
            at = Rings.START
        elif session and session.now_playing.kind is BeatKind.SWITCH:
            at = Rings.CHANGE
        else:
            at = Rings.END
        if shown.fresh and shown.rings:
            rung.add(at)
        if session and session.now_playing.card != before.card:
            assert shown.fresh, "never edited into another exercise"
        elif session and at not in wanted:
            assert not shown.fresh
    assert rung == set(wanted)


@pytest.mark.parametrize("wanted", [(), (Rings.START,), (Rings.CHANGE, Rings.END)])
def test_the_start_of_a_hold_rings_as_chosen_after_a_tap_too(ana: Someone, wanted: tuple[Rings, ...]) -> None:
    """The phone may lie on the floor right after the tap."""
    to_hold(ana)
    rings(ana, *wanted)
    ana.taps_data(encode(Resume(live(ana).id)))
    ana.says("ready")
    assert live(ana).phase is Phase.WORKING
    assert (ana.sees.fresh and ana.sees.rings) is (Rings.START in wanted)


def test_ticks_are_kept_and_told(ana: Someone) -> None:
    met(ana)
    ana.says("/settings")
    ana.taps(SettingsGroup.MAT)
    assert "Rings at: start, end" in ana.sees.text
    ana.taps(Place.ASK_RINGS)
    assert ana.labels[:3] == ["✓ Start of a hold", "Change of side", "✓ End of a hold"]
    for moment in (Rings.START, Rings.END):
        ana.taps(moment)
    ana.taps(SettingsGroup.MAT)
    assert "Rings: never" in ana.sees.text


def test_known_moves_do_not_wait_and_new_ones_do(ana: Someone) -> None:
    hands_free(ana)
    assert all(beat.seconds for beat in live(ana).script)
    ana.says("stop")
    ana.says("/routine evening")
    ana.says("do it")
    session = live(ana)
    known = ana.world.store.sessions.exercises_done(7)
    waits = {beat.ref.exercise for beat in session.script if beat.seconds is None}
    assert waits == {beat.ref.exercise for beat in session.script} - known
    assert waits


def test_the_way_to_the_floor_has_its_time_and_is_told_before(ana: Someone) -> None:
    """Level 1: 25 seconds."""
    hands_free(ana)
    script = live(ana).script
    down = next(n for n, beat in enumerate(script) if n and beat.on_floor and not script[n - 1].on_floor)
    assert script[down].seconds == 25
    while live(ana).beat < down - 1:
        goes_on(ana)
    assert "Next: down to the floor, 25 s." in ana.sees.text
    goes_on(ana)
    assert ana.sees.text.startswith("<b>Down to the floor, 25 s · ")


def test_turning_over_on_the_floor_has_its_time_and_is_told_before(ana: Someone) -> None:
    """From the side onto the front, and on to the back: 25 seconds at level 1, as over to the other side. It counts as before."""
    starts(ana, "evening")
    play(ana)
    ana.taps_data(encode(SetSwitch(Switch.IS_HANDS_FREE, on=True)))
    ana.says("/routine evening")
    ana.says("do it")
    script = live(ana).script
    ways = {beat.ref.exercise: beat for beat in script if beat.kind is BeatKind.GET_READY}
    assert {slug: ways[slug].seconds for slug in ("side-lying-rotation", "sphinx", "knee-hug")} == {
        "side-lying-rotation": 25,
        "sphinx": 25,
        "knee-hug": 25,
    }
    assert ways["childs-pose-walk"].seconds == SAME_POSITION, "on all fours before and after"
    assert ways["sphinx"].set_up == NEW_POSITION
    while live(ana).beat < script.index(ways["sphinx"]) - 1:
        goes_on(ana)
    assert "Next: change position, 25 s." in ana.sees.text


def test_who_does_it_on_a_bed_is_sent_to_no_floor(ana: Someone) -> None:
    hands_free(ana)
    for said in ("/settings", "floor", "on a bed"):
        ana.says(said)
    ana.taps_data(encode(Resume(live(ana).id)))
    ana.says("stop")
    ana.says("/exercise side-lying rotation")
    ana.says("do it")
    assert "floor" not in ana.sees.text.split("\n")[0]


def test_untouched_to_its_end_it_asks_once_without_a_sound_and_counts_nothing(ana: Someone) -> None:
    hands_free(ana)
    count = ana.world.store.sessions.count_done(7)
    to_the_end(ana)
    assert "That was it. Did you do it?" in ana.sees.text
    assert ana.labels == ["Yes, all of it", "Part of it", "Not this time"]
    assert (ana.sees.fresh, ana.sees.rings) == (False, False)
    assert ana.world.store.sessions.count_done(7) == count
    assert not ana.world.passes(3600), "once is enough"


def test_yes_counts_all_of_it(ana: Someone) -> None:
    untouched(ana)
    count, script = ana.world.store.sessions.count_done(7), live(ana).script
    ana.taps(Move.DONE)
    assert "How was it?" in ana.sees.text
    assert ana.world.store.sessions.count_done(7) == count + 1
    done = ana.world.store.sessions.last_done(7)
    assert len(done) == len([beat for beat in script if beat.kind in (BeatKind.HOLD, BeatKind.REPEAT)])


def test_not_this_time_counts_nothing_and_blames_nobody(ana: Someone) -> None:
    untouched(ana)
    count, session = ana.world.store.sessions.count_done(7), live(ana)
    ana.taps(Move.STOP)
    assert "nothing is counted" in ana.sees.text
    left = ana.world.store.sessions.get(session.id, 7)
    assert left
    assert (left.phase, left.done) == (Phase.LEFT, ())
    assert ana.world.store.sessions.count_done(7) == count


def test_any_touch_leads_it_by_taps_and_what_was_done_until_then_counts(ana: Someone) -> None:
    hands_free(ana)
    while live(ana).beat < 3:
        goes_on(ana)
    ana.says("pause")
    assert live(ana).led is Led.BY_TAPS
    assert live(ana).done
    ana.says("go on")
    play(ana)
    assert "How was it?" in ana.sees.text


def test_a_day_later_the_question_is_over_and_nothing_counts(ana: Someone, world: World) -> None:
    untouched(ana)
    count, session = world.store.sessions.count_done(7), live(ana)
    world.passes(OPEN_FOR.total_seconds())
    left = world.store.sessions.get(session.id, 7)
    assert left
    assert left.phase is Phase.LEFT
    assert world.store.sessions.count_done(7) == count
    assert not (ana.sees.fresh and ana.sees.rings), "nobody is woken for it"


def test_a_double_tap_and_a_tap_by_mallory_change_nothing(ana: Someone, mallory: Someone) -> None:
    untouched(ana)
    session, yes = live(ana), ana.sees.keys[0][0][1]
    mallory.says("/start")
    mallory.taps_data(yes)
    assert live(ana) == session
    ana.taps_data(yes)
    count = ana.world.store.sessions.count_done(7)
    ana.taps_data(yes)
    assert ana.world.store.sessions.count_done(7) == count


@pytest.mark.parametrize("said", ["/stop", "stop", "no"])
def test_stop_and_no_are_not_this_time(ana: Someone, said: str) -> None:
    untouched(ana)
    count, session = ana.world.store.sessions.count_done(7), live(ana)
    ana.says(said)
    left = ana.world.store.sessions.get(session.id, 7)
    assert left
    assert left.phase is Phase.LEFT
    assert ana.world.store.sessions.count_done(7) == count


@pytest.mark.parametrize("said", ["yes", "I did it", "done", "I'm done"])
def test_yes_can_be_said(ana: Someone, said: str) -> None:
    untouched(ana)
    ana.says(said)
    assert "How was it?" in ana.sees.text


def test_danger_comes_before_the_question_and_counts_nothing_by_itself(ana: Someone) -> None:
    untouched(ana)
    ana.says("I have chest pain")
    assert live(ana).phase is Phase.HALTED
    assert "Did you do it" not in ana.sees.text


def test_the_question_survives_a_restart(tmp_path: Path, knowledge: Knowledge) -> None:
    store = open_store(tmp_path / "bot.db", bot=1)
    world = World(store, Coach(store, knowledge))
    ana = world.someone(7, "Ana")
    untouched(ana)
    asked, now = live(ana), world.now
    store.close()
    store = open_store(tmp_path / "bot.db", bot=1)
    world = World(store, Coach(store, knowledge), now, world.updates)
    ana = world.someone(7, "Ana")
    assert live(ana) == asked
    assert not world.passes(60)
    ana.taps(Move.DONE)
    assert "How was it?" in ana.sees.text
    store.close()


def test_it_is_offered_once_after_the_first_session_and_never_beside_a_question(ana: Someone) -> None:
    met(ana)
    for day in range(3):
        ana.says("/today")
        start(ana)
        ana.taps(Rating.RIGHT)
        assert ("Hands-free next time" in ana.labels) == (day == 0)
        if day == 0:
            ana.taps(Switch.IS_HANDS_FREE)
            assert "Hands-free: on" in ana.labels
            ana.taps(Switch.IS_HANDS_FREE)
            assert "Hands-free: off" in ana.labels
        next_day(ana.world)


@pytest.mark.parametrize(("at", "comes"), [(time(8, 45), 0), (time(12), 1)])
def test_a_reminder_comes_while_it_is_still_asked_but_not_at_once(
    ana: Someone, world: World, at: time, comes: int
) -> None:
    """Nobody has answered, so nothing counts as answered."""
    reminded_at(ana, at, "Europe/Berlin")
    do(ana)
    play(ana)
    ana.taps_data(encode(SetSwitch(Switch.IS_HANDS_FREE, on=True)))
    next_day(world)
    claimed(world, world.now)
    do(ana)
    to_the_end(ana)
    due = datetime.combine(world.now.date(), at, ZoneInfo("Europe/Berlin"))
    assert claimed(world, due.astimezone(UTC)) == comes


def test_what_takes_the_place_of_a_move_has_the_time_to_roll_over_too(ana: Someone) -> None:
    hands_free(ana)
    while live(ana).now_playing.ref.exercise != "side-lying-rotation":
        goes_on(ana)
    for _ in range(9):
        ana.says("swap")
        switches = [
            beat.seconds for beat in live(ana).script if beat.kind is BeatKind.SWITCH and beat.on_floor
        ]
        assert set(switches) <= {25}


def test_what_waits_because_it_is_new_says_so(ana: Someone) -> None:
    hands_free(ana)
    ana.says("stop")
    ana.says("/routine evening")
    ana.says("do it")
    while live(ana).now_playing.seconds is not None:
        goes_on(ana)
    assert "New to you: tap when you are there." in ana.sees.text
    ana.says("stop")
    ana.taps_data(encode(SetSwitch(Switch.IS_HANDS_FREE, on=False)))
    ana.says("/exercise chin tuck")
    ana.says("do it")
    assert live(ana).now_playing.seconds is None
    assert "Take your time, and tap when you are there." in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        *("hands-free", "hands free", "hands-free please", "don't wait for me", "Do not wait for me!"),
        *("stop waiting for my tap", "go on by itself", "turn on hands free", "without my tapping"),
    ],
)
def test_hands_free_can_be_said(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "Hands-free: on" in ana.labels


@pytest.mark.parametrize("said", ["turn off hands free", "no hands free", "wait for my tap"])
def test_hands_free_can_be_said_to_be_over(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("hands-free")
    ana.says(said)
    assert "Hands-free: off" in ana.labels


@pytest.mark.parametrize(
    "said",
    [
        "ring at the start",
        "too many rings",
        "it rings too much",
        "stop ringing",
        "ring less",
        "the bell is annoying",
    ],
)
def test_what_rings_can_be_asked_for_in_words(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "When shall a session ring?" in ana.sees.text
