"""Sessions as people meet them: leaving, coming back, swapping, one at a time, and never somebody else's."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Blocked, Elsewhere, Tapped, What
from bot.domain.library.exercise import FormRef
from bot.domain.session.script import NEW_POSITION, SAME_POSITION, BeatKind
from bot.domain.session.session import Move, Phase, Session
from bot.screens.buttons.actions import Instead, Moves, Resume
from bot.screens.view import from_json
from bot.store.database import open_store
from tests.coach.talk import Someone, World, starts

WORK = (BeatKind.HOLD, BeatKind.REST, BeatKind.REPEAT)


def playing(world: World) -> Session:
    session = world.store.sessions.live(7)
    assert session
    return session


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((), "Stopped before the first move"),
        (("skip",), "Stopped here. Nothing is counted"),
        (("swap", "skip", "skip"), "Stopped here. Nothing is counted"),
    ],
)
def test_who_passed_a_move_over_did_not_stop_before_the_first(
    ana: Someone, said: tuple[str, ...], told: str
) -> None:
    starts(ana)
    for each in (*said, "stop"):
        ana.says(each)
    assert ana.sees.text.startswith(told)


def test_looking_at_something_else_makes_the_session_wait(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    ana.says("/help")
    assert ana.labels[0] == "Back to my session"
    assert not world.passes(60)
    ana.taps(Resume)
    assert "Move for 15 s" in ana.sees.text


def test_a_second_session_asks_what_to_do_with_the_first(ana: Someone, world: World) -> None:
    starts(ana)
    first = world.store.sessions.live(7)
    ana.says("cat cow")
    ana.taps(Moves)
    assert "Another session is still open: Turn and bend" in ana.sees.text
    ana.taps(Resume)
    assert first
    assert ana.sees.card.startswith(f"play.{first.id}.")
    ana.says("cat cow")
    ana.taps(Moves)
    ana.taps(Instead)
    assert ana.gets_ready("Cat-cow 1 of 1")
    left = world.store.sessions.get(first.id, 7)
    assert left
    assert left.phase is Phase.LEFT


def test_two_hours_of_silence_pause_without_a_sound(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    world.passes(7200)
    assert "You were on 1 of 5" in ana.sees.text
    assert not ana.sees.rings
    assert not ana.sees.fresh
    ana.taps(Move.GO_ON)
    assert "Move for 15 s" in ana.sees.text


def test_a_session_of_yesterday_is_closed_and_what_was_done_is_kept(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    world.passes(15)
    ana.says("pause")
    world.passes(60 * 60 * 16)
    assert world.store.sessions.live(7) is None
    assert "What you did counts" in ana.sees.text
    assert not ana.sees.rings


def test_a_clock_set_back_begins_the_beat_anew(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    world.passes(-3600)
    world.passes(14)
    assert "Move for 15 s" in ana.sees.text
    world.passes(1)
    assert "Other way" in ana.sees.text


def test_swap_changes_the_exercise_in_place(ana: Someone) -> None:
    starts(ana)
    ana.taps(Move.SWAP)
    assert "Shoulder rolls" not in ana.sees.text
    assert "1 of 5" in ana.sees.text


@pytest.mark.parametrize(
    ("exercise", "instead", "seconds"),
    [
        ("seated turn", "cat-cow-seated", SAME_POSITION),
        ("shoulder rolls", "shoulder-blade-squeeze", SAME_POSITION),
        ("rib breathing", "shoulder-blade-squeeze", SAME_POSITION),
        ("wall angels", "row-towel", NEW_POSITION),
        ("cat cow", "cat-cow-seated", NEW_POSITION),
        ("open book", "seated-turn", NEW_POSITION),
    ],
)
def test_getting_ready_for_another_exercise_counts_from_where_the_person_is(
    ana: Someone, world: World, exercise: str, instead: str, seconds: int
) -> None:
    """People who stay as they are get ready sooner than those who have to sit down, or come up from the floor."""
    starts(ana)
    for said in ("stop", exercise, "do it", "swap"):
        ana.says(said)
    begun = playing(world).now_playing
    assert (begun.ref.exercise, begun.set_up) == (instead, seconds)


@pytest.mark.parametrize("words", ["swap", "easier"])
def test_another_exercise_takes_as_long_as_it_takes_and_not_as_the_one_before(
    ana: Someone, world: World, words: str
) -> None:
    starts(ana)
    exchanged = set()
    for exercise in (
        "seated turn",
        "cat cow",
        "child's pose",
        "open book",
        "wall angels",
        "thread the needle",
    ):
        for said in ("stop", exercise, "do it"):
            ana.says(said)
        before = playing(world).now_playing.ref
        ana.says(words)
        now = playing(world).now_playing.ref
        if now == before:
            continue
        ana.says("ready")
        session = playing(world)
        side = [beat for beat in session.script if (beat.ref, beat.side) == (now, session.now_playing.side)]
        form = world.coach.knowledge.english.library.form(now)
        assert form
        assert sum(beat.seconds or 0 for beat in side if beat.kind in WORK) == form.dose(1).seconds
        assert session.wake_at
        assert (session.wake_at - world.now).total_seconds() == session.now_playing.seconds
        assert f"{session.now_playing.seconds} s" in ana.sees.text
        exchanged.add(now)
    assert len(exchanged) > 1


def test_what_was_too_much_is_remembered(ana: Someone, world: World) -> None:
    starts(ana)
    for said in ("ready", "it hurts", "too much"):
        ana.says(said)
    assert world.store.people.too_much(7) == {FormRef("shoulder-rolls", "usual")}


def test_mallory_cannot_touch_anas_session(ana: Someone, mallory: Someone, world: World) -> None:
    starts(ana)
    mallory.says("/start")
    before = world.store.sessions.live(7)
    assert before
    buttons = [key[1] for row in ana.sees.keys for key in row]
    for data in (*buttons, f"m.{before.id}", f"v.{before.id}.e", f"n.{before.id}.u.turn-and-bend"):
        mallory.taps_data(data)
        assert "Ana" not in mallory.sees.text
        assert not mallory.sees.card.startswith(f"play.{before.id}.")
    assert world.store.sessions.live(7) == before


@pytest.mark.parametrize(
    "data",
    ["", "zzz", "p.1.1", "p.999999.1.n", "p.1.99999999999999999999.p", "e.no-such", "b.cat-cow.gone", "x" * 200,
     "💥", "p.1.1.y\x00", "l.cat-cow.flow.99999", "kl.7", "m.4711", "n.1.n.1.u.turn-and-bend", "gn.e.cat-cow"],
)  # fmt: skip
def test_forged_foreign_old_and_overlong_buttons_lead_somewhere(ana: Someone, data: str) -> None:
    ana.says("/start")
    ana.taps_data(data)
    assert ana.labels


def test_a_tap_twice_counts_once(ana: Someone, world: World) -> None:
    starts(ana)
    data = ana.sees.keys[0][0][1]
    ana.taps_data(data)
    ana.taps_data(data)
    live = world.store.sessions.live(7)
    assert live
    assert (live.beat, live.turn) == (1, 1)


def test_a_redelivered_update_decides_nothing(ana: Someone, world: World) -> None:
    starts(ana)
    tap = Tapped(ana.sender, ana.sees.keys[0][0][1])
    world.coach.take(77, tap, world.now)
    live = world.store.sessions.live(7)
    reply = world.coach.take(77, tap, world.now)
    assert reply
    assert reply.chat == 7
    assert world.store.sessions.live(7) == live


def test_blocking_makes_the_session_wait_and_writing_again_finds_it(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    ana.sends(Blocked(ana.sender))
    assert world.store.people.is_lost(7)
    assert not world.passes(60)
    ana.says("/start")
    assert not world.store.people.is_lost(7)
    assert ana.labels[0] == "Back to my session"


def test_groups_hear_one_line_once(world: World) -> None:
    first = world.coach.take(1, Elsewhere(-100), world.now)
    assert first
    owed = from_json(world.store.chats.owed(-100))
    assert owed
    assert "@unhunch_bot" in owed.text
    assert world.coach.take(2, Elsewhere(-100), world.now) is None


def test_thanks_in_a_hold_disturb_nothing(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    live = world.store.sessions.live(7)
    reply = ana.says("thanks")
    assert reply
    assert reply.heard
    assert world.store.sessions.live(7) == live


@pytest.mark.parametrize("what", What)
def test_what_is_no_words_gets_a_kind_answer(ana: Someone, what: What) -> None:
    ana.sends_a(what)
    assert ("I can't listen yet" if what is What.VOICE else "I can only read words") in ana.sees.text
    assert "Home" in ana.labels
    assert len(ana.labels) <= 2


@pytest.mark.parametrize("what", [What.STICKER, What.VOICE, What.OTHER])
def test_what_is_no_words_leaves_a_session_where_it_is(ana: Someone, world: World, what: What) -> None:
    """If somebody sends a voice message, the session waits: it may be that something hurts."""
    starts(ana)
    ana.says("ready")
    before, card = world.store.sessions.live(7), ana.sees.card
    ana.sends_a(what)
    live = world.store.sessions.live(7)
    assert live
    assert ana.sees.card == card
    assert ("listen" if what is What.VOICE else "only read words") in ana.sees.text.split("\n")[1]
    assert live.phase is (Phase.PAUSED if what is What.VOICE else Phase.WORKING)
    assert live == before or what is What.VOICE
    ana.taps(Move.GO_ON if what is What.VOICE else Move.PAUSE)
    assert "words" not in ana.sees.text


def test_a_sticker_elsewhere_leads_back_to_the_session_that_waits(ana: Someone) -> None:
    starts(ana)
    ana.says("/settings")
    ana.sends_a(What.STICKER)
    assert ana.labels == ["Back to my session", "Home"]


BREAKS = """
    create temp trigger breaks before update of phase on sessions when old.person = 7
    begin select raise(abort, 'Ana sleeps'); end
"""
"""It stands for anything else that might break."""


def test_a_session_that_cannot_be_rung_holds_up_nobody_and_is_told_of_once(
    ana: Someone, bo: Someone, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    starts(ana)
    starts(bo)
    for someone in (ana, bo):
        someone.says("ready")
    world.store.db.execute(BREAKS)
    replies = world.passes(15)
    assert [reply.chat for reply in replies] == [8]
    assert "Other way" in bo.sees.text
    for _ in range(3):
        assert 7 not in {reply.chat for reply in world.passes(3600)}
    assert caplog.text.count("could not be rung; put off: IntegrityError") == 1
    assert "sleeps" not in caplog.text


def test_deleting_leaves_nothing(ana: Someone, bo: Someone, world: World) -> None:
    for someone in (ana, bo):
        starts(someone)
        someone.says("ready")
    world.passes(15)
    for said in ("/delete", "delete it all"):
        ana.says(said)
    assert "All of it is gone" in ana.sees.text
    for table, whose in (("people", "id"), ("sessions", "person"), ("too_much", "person")):
        query = f"select count(*) from {table} where {whose} = ?"
        assert world.store.db.execute(query, [7]).fetchone() == (0,)
    assert world.store.sessions.live(8)


def test_what_is_deleted_is_in_no_file_any_more(knowledge: Knowledge, tmp_path: Path) -> None:
    store = open_store(tmp_path / "diary.sqlite3", bot=1)
    world = World(store, Coach(store, knowledge))
    zoe = world.someone(71, "Zoë Kovačević-Ångström")
    starts(zoe)
    for said in ("/delete", "delete it all"):
        zoe.says(said)
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    store.close()
    assert "Kovačević".encode() not in files


def test_a_retired_exercise_in_a_running_session_still_has_a_card(ana: Someone, world: World) -> None:
    starts(ana)
    script = world.store.db.execute("select script from sessions where person = 7 and live").fetchone()[0]
    changed = script.replace("shoulder-rolls", "gone-for-good")
    world.store.db.execute("update sessions set script = ? where person = 7 and live", [changed])
    ana.says("ready")
    assert "gone for good 1 of 5" in ana.sees.text
    world.now += timedelta(seconds=1)
    for said in ("easier", "swap", "steps", "ready", "skip"):
        ana.says(said)
    assert ana.labels


def test_who_blocked_the_bot_hears_nothing_of_their_session_ending(ana: Someone, world: World) -> None:
    starts(ana)
    ana.sends(Blocked(ana.sender))
    assert not world.passes(60 * 60 * 17)
    assert world.store.sessions.live(7) is None
    assert world.store.chats.owed(7) is None


@pytest.mark.parametrize(
    "said", ["don't stop", "no dont end it i only need to grab a towel", "please do not finish yet"]
)
def test_who_says_not_to_stop_is_not_stopped(ana: Someone, world: World, said: str) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(said)
    assert playing(world).phase in (Phase.WORKING, Phase.PAUSED)


@pytest.mark.parametrize("said", ["i dont want to do this anymore, stop", "cant do it anymore, end"])
def test_a_no_further_away_stops_all_the_same(ana: Someone, world: World, said: str) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(said)
    assert world.store.sessions.live(7) is None
