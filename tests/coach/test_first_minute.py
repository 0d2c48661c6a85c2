"""A new person: from /start to the end of the first two minutes, tapping only, then typing only."""

from datetime import timedelta

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Cleared, Floor, Seen
from bot.domain.session.session import Move
from bot.screens.buttons.actions import Moves, NoSigns, OpenRoutine, Place, TickTag
from tests.coach.talk import GETS_DOWN, SIGNS, Someone, World


def play_to_the_end(ana: Someone, world: World) -> None:
    """Tap or wait, whatever the card asks, until the session is over."""
    while ana.sees.card.startswith("play."):
        if "⏳" in ana.sees.text:
            world.passes(60)
        else:
            ana.taps(Move.READY)


def test_two_taps_lead_from_start_to_moving(ana: Someone) -> None:
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    assert ana.gets_ready("Shoulder rolls 1 of 3")


def test_the_first_two_minutes_are_recorded_as_two_minutes(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    for wait in (15, 5, 15):
        if "⏳" not in ana.sees.text:
            ana.taps(Move.READY)
        world.passes(wait)
    ana.taps(Move.READY)
    world.passes(21)
    ana.taps(Move.READY)
    world.passes(40)
    session = world.store.sessions.get(1, 7)
    assert session
    assert [(done.exercise, done.side and done.side.value, done.held) for done in session.done] == [
        ("shoulder-rolls", "backward", 15),
        ("shoulder-rolls", "forward", 15),
        ("shoulder-blade-squeeze", None, 21),
        ("rib-breathing", None, 40),
    ]
    assert session.seconds_done == 1 * 60 + 58
    assert "it counts as today" in ana.sees.text


def moves_for(ana: Someone, world: World, seconds: int) -> None:
    """At the first move of the first two minutes."""
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    ana.taps(Move.READY)
    world.passes(seconds)


def test_a_few_seconds_are_not_told_to_be_a_minute(ana: Someone, world: World) -> None:
    moves_for(ana, world, 15)
    while ana.sees.card.startswith("play."):
        ana.taps(Move.SKIP)
    assert "That was a good start, and it counts as today." in ana.sees.text


def test_who_skips_all_of_the_second_is_not_told_that_it_counts(ana: Someone, world: World) -> None:
    moves_for(ana, world, 15)
    for said in ("stop", *GETS_DOWN, "do cat cow"):
        ana.says(said)
    ana.taps(Moves)
    while ana.sees.card.startswith("play."):
        ana.taps(Move.SKIP)
    assert ana.sees.text == "Stopped before the first move. Another time."


def test_by_typing_alone(ana: Someone, world: World) -> None:
    for words in ("hello", "two gentle minutes", "none of these", "i'm ready", "pause", "go on", "skip"):
        ana.says(words)
    assert "Other way" in ana.sees.text
    ana.says("ready")
    world.now += timedelta(seconds=4)
    for words in ("it hurts", "no, just too much"):
        ana.says(words)
    assert ana.gets_ready()
    ana.says("stop")
    assert "Stopped here" in ana.sees.text
    assert world.store.sessions.live(7) is None


def test_the_questions_lead_from_one_to_the_next_and_are_kept(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    play_to_the_end(ana, world)
    for meant in (
        Place.ASK_TO_FIT,
        Place.ASK_SEEN,
        Seen.PROFESSIONAL,
        Tag.KNEES,
        TickTag(Tag.WRISTS, on=True),
        TickTag(Tag.WRISTS, on=False),
        Place.TAGS_DONE,
        Floor.BED,
        Age.MIDDLE,
    ):
        ana.taps(meant)
    assert "Thank you" in ana.sees.text
    person = world.store.people.get(7)
    assert person
    who = person.preferences
    assert (who.cleared, who.seen, who.floor, who.age) == (
        Cleared.CLEAR,
        Seen.PROFESSIONAL,
        Floor.BED,
        Age.MIDDLE,
    )
    assert [tag.value for tag in who.tags] == ["knees"]


def test_every_question_can_be_skipped(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    play_to_the_end(ana, world)
    for place in (
        Place.ASK_TO_FIT,
        Place.ASK_SEEN,
        Place.ASK_TAGS,
        Place.TAGS_DONE,
        Place.ASK_AGE,
        Place.ASKED,
        Place.HOME,
    ):
        ana.taps(place)
    assert "Done for today, Ana" in ana.sees.text


def test_a_deep_link_lands_on_its_exercise_and_the_signs_still_come_first(ana: Someone) -> None:
    ana.says("/start exercise_cat-cow")
    assert "Cat-cow" in ana.sees.text
    ana.taps(Moves)
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert ana.sees.text == "Can you get down to the floor and up again by yourself?"
    ana.taps(Floor.YES)
    assert ana.gets_ready("Cat-cow 1 of 1")


def test_a_deep_link_that_leads_nowhere_is_a_plain_start(ana: Someone) -> None:
    for target in ("exercise_gone", "routine_", "<b>", "exercise_../../etc"):
        ana.says(f"/start {target}")
        assert "I'm Unhunch" in ana.sees.text


def test_minors_are_told_kindly_and_not_led(ana: Someone) -> None:
    ana.says("/start")
    ana.taps(Moves)
    ana.taps(NoSigns)
    ana.says("/settings")
    ana.taps(Place.ASK_AGE)
    ana.taps(Age.MINOR)
    assert "made for adults" in ana.sees.text
    ana.says("/routine")
    ana.taps(OpenRoutine("morning"))
    ana.taps(Moves)
    assert "made for adults" in ana.sees.text


def test_the_picture_of_the_greeting_is_shown_once(ana: Someone) -> None:
    ana.says("hello")
    assert ana.sees.picture
    ana.taps(Place.WHAT)
    assert ana.sees.picture, "the same card"
    ana.taps(Place.HOME)
    assert ana.sees.picture, "the same card"
    for said in ("/start", "exercises", "hello"):
        ana.says(said)
        assert not ana.sees.picture


def test_start_begins_for_somebody_who_has_been_greeted(ana: Someone) -> None:
    for said in ("hello", "exercises", "start"):
        ana.says(said)
    assert ana.sees.text.startswith(SIGNS)
