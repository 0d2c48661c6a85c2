"""Wishes in people's own words, through the coach: what is done, what is asked back, and what the bot admits it does not know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age, Floor, Pictures, Preferences, Rest
from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import PauseFor, Place, Resume, SetGoal, SetLevel, WorkAround
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.meaning import DO_IT, OFFERED_AT_HOME, Meant
from tests.new_store import store_in_memory

UNCERTAIN = (
    "do you do spanish as well? would be easier for me",
    "should i sit up straight all day",
    "Is there one I could do in my armchair?",
    "stop blowing up my phone for good",
    "You know Polish language?",
    "i owe you one, first week without the hot water bottle",
    "I've only got one working eye and the drawings are a blur",
)


def who(someone: Someone) -> Preferences:
    person = someone.world.store.people.get(someone.sender.id)
    assert person
    return person.preferences


def phase(someone: Someone) -> Phase | None:
    live = someone.world.store.sessions.live(someone.sender.id)
    return live.phase if live else None


def started(ana: Someone) -> None:
    met(ana)
    ana.taps(OFFERED_AT_HOME)
    ana.says("ready")


@pytest.mark.parametrize(
    ("said", "question", "yes", "after"),
    [
        ("i cant kneel", "Shall I work around this", WorkAround("knees"), {"tags": frozenset({Tag.KNEES})}),
        ("bad knees", "Shall I work around this", WorkAround("knees"), {"tags": frozenset({Tag.KNEES})}),
        (
            "im pregnant 24 weeks",
            "Shall I work around this",
            WorkAround("pregnant"),
            {"tags": frozenset({Tag.PREGNANT})},
        ),
        ("im 70", "Shall I note your age?", Age.OLDER, {"age": Age.OLDER}),
        ("cant get down to the floor", "Standing and seated", Floor.STAND, {"floor": Floor.STAND}),
        ("i can only do it in bed", "Only what can be done on a bed?", Floor.BED, {"floor": Floor.BED}),
        ("i want to do it 3 times a week", "3 days a week?", SetGoal(3), {"goal": 3}),
        ("my goal is 5x a week", "5 days a week?", SetGoal(5), {"goal": 5}),
        ("this is all too easy", "One level up", SetLevel(2), {"level": 2}),
        (
            "i dont have a chair",
            "Shall I leave out what needs a chair?",
            Equipment.CHAIR,
            {"equipment": frozenset({Equipment.WALL, Equipment.DOORWAY, Equipment.TOWEL})},
        ),
    ],
)
def test_what_people_say_of_themselves_is_noted_after_one_tap(
    ana: Someone, said: str, question: str, yes: Meant, after: dict[str, object]
) -> None:
    met(ana)
    before = who(ana)
    ana.says(said)
    assert ana.sees.text.startswith(question)
    assert who(ana) == before
    ana.taps(yes)
    assert {name: getattr(who(ana), name) for name in after} == after


@pytest.mark.parametrize("said", ["common mistake of locust", "what goes wrong in the locust?"])
def test_the_mistake_of_a_move_is_shown_when_somebody_asks_for_it(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert ana.sees.text.startswith("<b>Locust</b>")
    assert "Not like this:" in ana.sees.text or "Cross:" in ana.sees.text


def test_something_else_leads_to_what_can_be_typed(ana: Someone) -> None:
    met(ana)
    ana.says("im 70")
    ana.taps(Place.TYPING)
    assert "in your own words" in ana.sees.text
    assert who(ana).age is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("how long until my back gets better", "<b>How long it takes</b>"),
        ("can i take ibuprofen", "<b>Painkillers</b>"),
        ("who can read what i write", "<b>Who can read what you tell me</b>"),
        ("does it cost anything", "<b>What it costs</b>"),
        ("whats wrong with my back", "I'm no doctor"),
        ("page for my physio", "One page of your last four weeks"),
        ("can you make a report for my doctor", "One page of your last four weeks"),
        ("can i download my data", "Here is all I keep about you."),
        ("erase everything about me", "Delete everything I know about you?"),
        ("never show me wall angels again", "I won't suggest Wall angels any more."),
        ("you are useless", "I'm sorry, that was no help."),
        ("ive got a cold", "Then rest until you're well."),
        ("cant be bothered today", "Some days are like that."),
        ("who won the match", "That's beyond me"),
        ("set an alarm sometime", "At what time?"),
    ],
)
def test_each_kind_has_its_answer(ana: Someone, said: str, shown: str) -> None:
    met(ana)
    ana.says(said)
    assert ana.sees.text.startswith(shown)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Good night, I am off to bed now", "See you."),
        ("is every day too much or do i need rest days", "<b>Little and often</b>"),
        ("weekdays after lunch", "Got it: Mon–Fri"),
        ("in the evening", "Got it: every day, in the evening."),
        ("make it 9am", "9:00"),
    ],
)
def test_while_times_are_asked_for_only_what_is_about_them_is_one(
    ana: Someone, said: str, shown: str
) -> None:
    met(ana)
    for before in ("remind me at 8am", "keep", "add a time"):
        ana.says(before)
    ana.says(said)
    assert shown in ana.sees.text


def test_turning_reminders_off_is_asked_and_never_a_stretch(ana: Someone) -> None:
    met(ana)
    for said in ("remind me at 8am", "keep", "turn off reminders"):
        ana.says(said)
    assert ana.labels == ["All, for a while", "All of them", "Reminders", "Home"]
    assert not ana.world.store.reminders.of(7)[0].is_paused
    ana.taps(Place.STOP_REMINDING)
    assert ana.world.store.reminders.of(7)[0].is_paused


def test_reminders_rest_until_the_day_that_was_said(ana: Someone) -> None:
    met(ana)
    for said in ("remind me at 8am", "keep", "im on holiday till friday no reminders please"):
        ana.says(said)
    assert ana.sees.text == "Pause all reminders from now until Fri?"
    ana.taps(PauseFor)
    (reminder,) = ana.world.store.reminders.of(7)
    assert str(reminder.paused_until) == "2026-01-09"


def test_the_only_reminder_is_moved_to_the_time_that_was_said(ana: Someone) -> None:
    met(ana)
    for said in ("remind me at 8am", "keep", "move my reminder to 9am", "keep"):
        ana.says(said)
    assert [f"{one.at:%H:%M}" for one in ana.world.store.reminders.of(7)] == ["09:00"]


def test_later_at_six_comes_at_six_this_evening(ana: Someone, world: World) -> None:
    met(ana)
    for said in ("remind me at 15:00", "keep"):
        ana.says(said)
    world.now += timedelta(days=1)
    while not ana.sees.nods_to:
        world.now += timedelta(minutes=10)
        for reply in world.coach.claims.claim(world.now, 9):
            world.deliver(reply.chat)
    ana.says("later at 6")
    assert "18:00" in ana.sees.text


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("hang on phones ringing", Phase.PAUSED),
        ("too fast", Phase.PAUSED),
        ("stop it hurts so bad", Phase.HURTING),
        ("thats enough for today", None),
        ("what am i supposed to do with my arms", Phase.READING),
        ("can i hold it longer", Phase.WORKING),
        ("nice", Phase.WORKING),
        ("that gave me a nasty twinge", Phase.HURTING),
    ],
)
def test_a_session_goes_by_what_is_said(ana: Someone, said: str, then: Phase | None) -> None:
    started(ana)
    assert phase(ana) is Phase.WORKING
    ana.says(said)
    assert phase(ana) is then


def test_what_is_likely_in_a_session_is_asked_and_then_done(ana: Someone, world: World) -> None:
    starts(ana)
    for said in ("ready", "a softer one maybe"):
        ana.says(said)
    assert "Do you mean this?" in ana.sees.text
    ana.taps(Move.EASIER)
    assert "Small circles" in ana.sees.text
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.READY


def test_how_much_is_left_is_told_and_the_session_waits(ana: Someone) -> None:
    started(ana)
    ana.says("how many more")
    assert "more after this one" in ana.sees.text
    assert phase(ana) is Phase.PAUSED
    ana.taps(Resume)
    assert phase(ana) is Phase.WORKING


def test_only_five_minutes_offers_another_session(ana: Someone) -> None:
    started(ana)
    ana.says("actually make it 5 min")
    assert "Leave it and start this" in ana.labels


def test_what_is_wished_for_while_a_move_is_asked_for_is_granted(ana: Someone) -> None:
    met(ana)
    ana.says("i want to build my own routine")
    ana.says("add a move")
    ana.says("turn off all notifications")
    assert "No reminders yet" in ana.sees.text


class Parrot:
    """An ear that says what it was told to, in one state."""

    def __init__(self, *kinds: tuple[str, float], state: str | None = None) -> None:
        self.kinds = kinds
        self.state = state

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        return self.kinds if text and state == self.state else ()


def with_ear(knowledge: Knowledge, *kinds: tuple[str, float], state: str | None = None) -> Someone:
    store = store_in_memory()
    ana = World(store, Coach(store, replace(knowledge, ear=Parrot(*kinds, state=state)))).someone(7, "Ana")
    met(ana)
    return ana


def test_what_the_ear_is_sure_of_is_done_and_what_is_likely_is_asked(knowledge: Knowledge) -> None:
    sure = with_ear(knowledge, ("pictures-still", 0.95))
    sure.says("seven green bottles")
    assert sure.sees.text.startswith("Good. The pictures stand still.")
    likely = with_ear(knowledge, ("pictures-still", 0.6))
    likely.says("seven green bottles")
    assert likely.labels[0] == "Still pictures"
    assert likely.sees.text == "Do you mean this?"
    unsure = with_ear(knowledge, ("pictures-still", 0.2))
    unsure.says("seven green bottles")
    assert unsure.labels == ["Something hurts", "Home"]


@pytest.mark.parametrize("said", ["yes", "yh", "do it"])
def test_a_yes_to_what_is_likely_in_a_session_does_it(knowledge: Knowledge, said: str) -> None:
    ana = in_a_session(with_ear(knowledge, ("easier", 0.6), state="session"))
    ana.says("seven green bottles")
    assert ana.sees.text == "Do you mean this?"
    assert "Easier" in ana.labels
    ana.says(said)
    assert "Do you mean" not in ana.sees.text
    assert "Easier" in ana.sees.text or phase(ana) is Phase.READY


def test_who_is_likely_unwell_in_a_session_is_given_a_moment(knowledge: Knowledge) -> None:
    ana = in_a_session(with_ear(knowledge, ("unwell", 0.6), state="session"))
    ana.says("my arms are seven green bottles")
    assert phase(ana) is Phase.PAUSED
    sure = in_a_session(with_ear(knowledge, ("unwell", 0.95), state="session"))
    sure.says("seven green bottles")
    assert "rest until you're well" in sure.sees.text


def in_a_session(ana: Someone) -> Someone:
    for said in ("two gentle minutes", "ready", "ready"):
        ana.says(said)
    assert phase(ana) is Phase.WORKING, ana.sees.text
    return ana


def test_where_the_ear_is_sure_of_something_else_it_is_asked(knowledge: Knowledge) -> None:
    ana = with_ear(knowledge, ("pictures-still", 0.99))
    ana.says("show me all exercises")
    assert ana.labels[0] == "Still pictures"
    certain = with_ear(knowledge, ("exercises", 0.99))
    certain.says("show me all exercises")
    assert "What for?" in certain.sees.text


def test_the_ear_erases_nothing_by_itself(knowledge: Knowledge) -> None:
    ana = with_ear(knowledge, ("delete", 1.0))
    ana.says("seven green bottles")
    assert ana.labels == ["Keep it", "Delete it all", "Home"]


HURTING = ("hurts", "sharp pain", "tingling", "my shoulder hurts", "burning", "ouch", "it stabs", "numb")
FILLER = ("", "please", "when i do", "after the", "something for", "and then", "again", "show me", "stretch")


@pytest.mark.parametrize("in_session", [False, True])
@settings(max_examples=15, deadline=None)
@given(
    some.lists(some.sampled_from((*HURTING, *FILLER)), min_size=0, max_size=2),
    some.tuples(some.sampled_from(HURTING), some.sampled_from(FILLER)),
    some.integers(0, 1000),
)
def test_words_of_hurting_are_never_answered_by_a_card_to_do(
    knowledge: Knowledge, in_session: bool, before: list[str], words: tuple[str, str], number: int
) -> None:
    store = store_in_memory()
    ana = World(store, Coach(store, knowledge)).someone(7, "Ana")
    met(ana)
    if in_session:
        ana.taps(OFFERED_AT_HOME)
        ana.says("ready")
    titles = [one.title for one in knowledge.english.library.exercises.values()]
    ana.says(" ".join((*before, *words, titles[number % len(titles)])))
    assert DO_IT not in ana.labels, ana.sees.text
    store.close()


@pytest.mark.parametrize(
    "said",
    [
        "feeling a bit down",
        "bit low today",
        "its 2 years since my mum died",
        "im just feeling a bit down love",
    ],
)
def test_who_is_sad_is_neither_ill_nor_asked_how_old_they_are(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "heavy day" in ana.sees.text
    assert who(ana).rest is Rest.NONE


def test_where_it_is_not_certain_two_that_may_be_meant_are_offered(ana: Someone) -> None:
    """Which sentences are uncertain changes with what the ears have been trained on."""
    met(ana)
    offered = 0
    for said in UNCERTAIN:
        ana.says(said)
        if "Do you mean" in ana.sees.text:
            *guesses, other, home = ana.labels
            assert (other, home) == ("Something else", "Home")
            assert len(set(guesses)) == len(guesses) <= 2
            offered += len(guesses) == 2
    assert offered >= 2


def test_of_two_guesses_in_a_session_both_are_moves(knowledge: Knowledge) -> None:
    ana = in_a_session(with_ear(knowledge, ("easier", 0.5), ("next", 0.35), state="session"))
    ana.says("seven green bottles")
    assert ana.sees.text == "Do you mean one of these?"
    assert {"Easier", "Skip"} <= set(ana.labels)
    ana.taps(Move.SKIP)
    assert phase(ana) is Phase.READY


def test_the_end_of_a_pause_is_put_right_in_words(ana: Someone, world: World) -> None:
    """The day is in the week of the day named before."""
    met(ana)
    for said in ("remind me at 8am", "yes", "im away till monday", "yes", "actually back tuesday not monday"):
        ana.says(said)
    assert ana.sees.text == "Pause all reminders from now until 13 January?"
    ana.says("yes")
    (kept,) = world.store.reminders.of(7)
    assert kept.paused_until == date(2026, 1, 13)


def test_pictures_that_make_somebody_dizzy_stand_still(ana: Someone) -> None:
    met(ana)
    ana.says("those pictures make me dizzy")
    assert who(ana).pictures is Pictures.STILL


@pytest.mark.parametrize(
    "said",
    [
        "do you have anything for lower back",
        "lower back exercises please",
        "a stretch for my lumbar spine",
        "show me low back moves",
    ],
)
def test_no_move_is_shown_for_the_low_back(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "low back is not my area" in ana.sees.text


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("something i can do sat down", "Seated"),
        ("moves i can do on the train", "Seated"),
        ("something standing up please", "Standing"),
        ("anything i can do in bed", "On a bed"),
        ("something for neck in bed", "On a bed"),
    ],
)
def test_moves_are_found_by_the_position_that_is_named(ana: Someone, said: str, position: str) -> None:
    met(ana)
    ana.says(said)
    assert ana.sees.text.startswith(f"<b>{position}")
