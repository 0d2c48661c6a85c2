"""Yes, no and similar words as answers to the card in view: what each card takes them for, and what no card does."""

from datetime import time

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Said
from bot.domain.library.exercise import Tag
from bot.domain.person.person import Cleared, Floor, Rest
from bot.domain.progress.diary import Rating
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import Place
from tests.coach.moving import met, play
from tests.coach.reminded import DUE, claimed, reminded_at
from tests.coach.talk import SIGNS, Someone, World
from tests.coach.test_wishing import in_a_session, phase, started, who, with_ear
from tests.meaning import Ready, is_shown

COMPLAINT = "Do any of these come with it?"


@pytest.mark.parametrize("said", ["yes", "ok", "ok lets go", "lets start", "im ready", "sure", "why not"])
def test_a_yes_to_the_greeting_leads_to_the_signs(ana: Someone, said: str) -> None:
    ana.says("hello")
    ana.says(said)
    assert ana.sees.text.startswith(SIGNS)
    assert phase(ana) is None


@pytest.mark.parametrize("said", ["no", "nope", "ok", "nah"])
def test_no_bare_word_leads_past_the_signs(ana: Someone, said: str) -> None:
    ana.says("/start")
    ana.says("two gentle minutes")
    for _ in range(2):
        ana.says(said)
        assert ana.sees.text.startswith(SIGNS)
        assert ana.sees.text.count("easily misread") == 1
    assert who(ana).cleared is Cleared.UNASKED
    ana.says("none of these")
    assert phase(ana) is Phase.READY


def test_a_yes_to_the_signs_asks_where_it_is(ana: Someone) -> None:
    ana.says("/start")
    ana.says("two gentle minutes")
    ana.says("yes")
    assert "Which list" in ana.sees.text
    where = ana.sees.text
    ana.says("yes")
    assert ana.sees.text.startswith(where)
    ana.says("no")
    assert ana.sees.text.startswith(SIGNS)
    assert who(ana).cleared is Cleared.UNASKED


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("yes", "Which list"),
        ("not sure", "Then ask a doctor"),
        ("dunno", "Then ask a doctor"),
        ("no", "Stiff and sore"),
        ("nope", "Stiff and sore"),
        ("no none of that", "Stiff and sore"),
        ("just stiff", "Stiff and sore"),
        ("only when i turn", "In which one?"),
        ("only in a move", "In which one?"),
        ("when i bend", "In which one?"),
        ("ok", COMPLAINT),
        ("yes no", COMPLAINT),
    ],
)
def test_a_complaint_takes_an_answer_in_words(ana: Someone, said: str, shown: str) -> None:
    met(ana)
    ana.says("my arm tingles when i turn")
    assert COMPLAINT in ana.sees.text
    ana.says(said)
    assert shown in ana.sees.text
    assert phase(ana) is None


@pytest.mark.parametrize(
    ("wish", "said", "shown"),
    [
        ("my back is stiff", "yes", Ready()),
        ("my back is stiff", "ok start", Ready()),
        ("my back is stiff", "no", "I'll leave that"),
        ("im 58", "yes", "Thank you"),
        ("i dont have a foam roller", "ok", "at hand"),
        ("i cant kneel", "yes please", "Good. I'll work around this: Knees."),
        ("i cant kneel", "not now", "I'll leave that"),
        ("cat cow", "yes", Ready("Cat-cow")),
        ("cat cow", "do it", Ready("Cat-cow")),
        ("gentle 5 min", "lets go", Ready()),
    ],
)
def test_one_button_away_is_one_word_away(ana: Someone, wish: str, said: str, shown: str | Ready) -> None:
    met(ana)
    ana.says("remind me at 8:30")
    ana.says("keep it")
    ana.says(wish)
    ana.says(said)
    assert is_shown(ana.sees, shown)


@pytest.mark.parametrize(("said", "is_paused"), [("yes", True), ("no", False)])
def test_the_pause_that_was_asked_back_takes_yes_and_no(ana: Someone, said: str, is_paused: bool) -> None:
    met(ana)
    for words in ("remind me at 8:30", "keep", "pause my reminders for 3 days"):
        ana.says(words)
    assert ana.sees.text.startswith("Pause all reminders from now until")
    ana.says(said)
    assert bool(ana.world.store.reminders.of(7)[0].paused_until) is is_paused


def test_a_second_yes_does_nothing_more(ana: Someone) -> None:
    met(ana)
    ana.says("remind me at 8:30")
    ana.says("yes")
    ana.says("yes")
    assert len(ana.world.store.reminders.of(7)) == 1


@pytest.mark.parametrize("said", ["no thanks", "discard it", "nah"])
def test_a_reminder_that_nobody_wants_is_not_kept(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30")
    ana.says(said)
    assert ana.sees.text == "All right, I'll leave that."
    assert ana.world.store.reminders.of(7) == ()


@pytest.mark.parametrize(("said", "shown"), [("yes", "go by that clock"), ("no", "clock")])
def test_the_time_of_the_zone_takes_yes_and_no(ana: Someone, said: str, shown: str) -> None:
    met(ana)
    ana.says("berlin is my time zone")
    ana.says("/settings")
    ana.taps(Place.ASK_ZONE)
    asked = ana.sees.text
    ana.says(said)
    assert ana.sees.text != asked


@pytest.mark.parametrize("said", ["yes", "ok", "sure", "not sure"])
def test_nothing_is_erased_by_a_bare_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("/delete")
    ana.says(said)
    assert ana.sees.text.startswith("Delete everything")
    assert "delete it" in ana.sees.text


@pytest.mark.parametrize("said", ["no", "no dont", "no keep it", "nooo wait"])
def test_a_no_to_erasing_says_that_it_is_left(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("/delete")
    ana.says(said)
    assert ana.sees.text == "All right, I'll leave that."
    assert who(ana).is_cleared


@pytest.mark.parametrize("said", ["delete it", "yes delete it", "delete"])
def test_erasing_has_words_of_its_own(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("/delete")
    ana.says(said)
    assert ana.sees.text.startswith("All of it is gone")


@pytest.mark.parametrize("said", ["yes", "yes stop them", "stop"])
def test_all_reminders_stop_after_a_yes_as_a_tap_brings_them_back(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30")
    ana.says("yes")
    ana.says("stop all my reminders")
    assert ana.sees.text.startswith("Shall your reminders stop?")
    ana.says("not sure")
    assert not ana.world.store.reminders.of(7)[0].is_paused
    ana.says(said)
    assert ana.world.store.reminders.of(7)[0].is_paused


@pytest.mark.parametrize("said", ["no", "none of that", "yes", "not sure", "ok"])
def test_the_pain_question_is_never_dropped(ana: Someone, said: str) -> None:
    started(ana)
    ana.says("ouch")
    asked = ana.sees.text
    ana.says(said)
    assert ana.sees.text.startswith(asked)
    assert "Which of these comes nearest?" in ana.sees.text
    assert phase(ana) is Phase.HURTING


def test_ok_stays_thanks_where_nothing_is_asked(ana: Someone) -> None:
    met(ana)
    ana.says("how often")
    ana.says("ok")
    assert ana.sees.text == "You're welcome."


@pytest.mark.parametrize("said", ["no", "none of that", "not sure"])
@pytest.mark.parametrize("after", ["it hurt", "sharp"])
def test_nor_is_what_a_session_that_is_over_was_like(ana: Someone, said: str, after: str) -> None:
    met(ana)
    ana.says("gentle 5 min")
    ana.says("do it")
    if after == "sharp":
        for words in ("ready", "ouch", "sharp"):
            ana.says(words)
    else:
        play(ana)
        ana.taps(Rating.HURT)
    asked = ana.sees.text
    ana.says(said)
    assert ana.sees.text == asked
    awaited = ana.world.store.awaiting.of(7, ana.world.now)
    assert awaited is not None


@pytest.mark.parametrize("plea", ["i want to kill myself", "my husband hits me", "i took 20 paracetamol"])
def test_nor_a_plea(ana: Someone, plea: str) -> None:
    met(ana)
    ana.sends(Said(ana.sender, plea, message=5))
    answered = ana.sees.text
    for said in ("ok", "no", "yes"):
        ana.says(said)
        assert ana.sees.text.startswith(answered)


@pytest.mark.parametrize("said", ["yes", "ok", "no"])
def test_an_alarm_is_not_waved_away(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("chest pain")
    alarm = ana.sees
    ana.says(said)
    assert ana.sees.text.startswith(alarm.text)
    assert (ana.sees.weighs, ana.sees.line) == (alarm.weighs, alarm.line)
    assert who(ana).rest is Rest.UNTIL_CLEAR


@pytest.mark.parametrize(
    ("said", "tags"),
    [
        ("knees and my wrist", {Tag.KNEES, Tag.WRISTS}),
        ("knees", {Tag.KNEES}),
        ("both knees, pregnant", {Tag.KNEES, Tag.PREGNANT}),
        ("my bad knee", {Tag.KNEES}),
        ("no knees", set()),
    ],
)
def test_what_to_work_around_is_ticked_by_words(ana: Someone, said: str, tags: set[Tag]) -> None:
    met(ana)
    ana.says("to work around")
    assert "Anything to work around?" in ana.sees.text
    ana.says(said)
    assert who(ana).tags == tags
    assert ("Good. I'll work around this" in ana.sees.text) == bool(tags)


def test_named_without_being_asked_it_is_asked_back(ana: Someone) -> None:
    met(ana)
    ana.says("knees and my wrist")
    assert ana.sees.text == "Shall I work around this: Knees and Wrists?"
    ana.says("yes")
    assert who(ana).tags == {Tag.KNEES, Tag.WRISTS}


def test_none_and_done_close_the_question(ana: Someone) -> None:
    met(ana)
    for said in ("none", "done"):
        ana.says("to work around")
        ana.says(said)
        assert "Anything to work around?" not in ana.sees.text
    assert not who(ana).tags


def test_a_none_takes_no_tick_away(ana: Someone) -> None:
    met(ana)
    ana.says("to work around")
    for said in ("knees", "none", "yes"):
        ana.says(said)
        assert "Anything to work around?" in ana.sees.text
    assert who(ana).tags == {Tag.KNEES}


def test_a_complaint_while_ticking_is_still_one(ana: Someone) -> None:
    met(ana)
    ana.says("to work around")
    ana.says("my arm tingles when i turn")
    assert COMPLAINT in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        *(
            "i meant a muscle",
            "i ment a muscle",
            "no no in the back, wrong word",
            "false alarm",
            "its looked after",
        ),
        *("doctor said its fine", "i saw a doctor", "all clear", "no i mean my pecs", "its just the muscle"),
    ],
)
@pytest.mark.parametrize("between", ["is it free", "home"])
def test_an_alarm_is_undone_in_words_whatever_is_in_view(ana: Someone, said: str, between: str) -> None:
    met(ana)
    ana.says("chest pain")
    ana.says(between)
    ana.says(said)
    assert ana.sees.text.startswith(SIGNS)
    assert who(ana).rest is Rest.UNTIL_CLEAR
    ana.says("none of these")
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize(
    "said",
    [
        "GP says it's fine",
        "the consultant cleared me for exercise",
        "they did an ECG and it came back normal",
    ],
)
def test_so_it_is_by_whoever_looked_at_it_and_what_they_said(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("chest pain")
    ana.says(said)
    assert ana.sees.text.startswith(SIGNS)


@pytest.mark.parametrize("said", ["i rang the gp", "the doctor is not here"])
def test_so_it_is_not_by_one_of_them_alone(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("chest pain")
    ana.says(said)
    assert not ana.sees.text.startswith(SIGNS)


def test_without_an_alarm_these_words_lead_nowhere_near_the_signs(ana: Someone) -> None:
    met(ana)
    ana.says("all clear")
    assert not ana.sees.text.startswith(SIGNS)


@pytest.mark.parametrize("said", ["next", "whats next", "not today", "later", "maybe later"])
def test_where_nothing_waits_that_is_said(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("/help")
    ana.says(said)
    assert ana.sees.text == "Nothing is running, and no reminder waits for an answer."
    assert ana.labels == ["Home"]


TWINGE = "my shoulder twinges when I lift my arm up"


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("No, none of that, it just twinges when I lift my arm up", Tag.SHOULDER),
        ("none of it, only when I reach up", Tag.SHOULDER),
        ("no, just when I turn my head", Tag.NECK),
        ("none, it only hurts when kneeling", Tag.KNEES),
    ],
)
def test_a_movement_that_brings_a_complaint_on_can_be_worked_around_in_words(
    ana: Someone, said: str, tag: Tag
) -> None:
    met(ana)
    ana.says(TWINGE)
    assert ana.offers(Place.COMPLAINT_UNSURE)
    ana.says(said)
    assert "Shall I work around this" in ana.sees.text
    ana.says("leave those out then")
    assert who(ana).tags == {tag}


@pytest.mark.parametrize(
    "said",
    [
        "no, but my arm is numb when I lift my arm",
        "those when I lift my arm up",
        "all of that when I reach up",
        "it twinges when I lift my arm and I fell yesterday",
        "yes when I reach up",
    ],
)
def test_a_movement_beside_a_sign_or_a_yes_goes_no_further(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(TWINGE)
    ana.says(said)
    assert "Shall I work around this" not in ana.sees.text
    assert not ana.offers(Place.ASK_FLOOR)


def test_to_leave_those_out_asks_what_to_work_around_where_no_movement_was_named(ana: Someone) -> None:
    met(ana)
    ana.says(TWINGE)
    ana.says("leave those out then")
    assert "Anything to work around?" in ana.sees.text


YES_ON_A_PHONE = [
    "yh",
    "ye pls",
    "yeh mate",
    "aye",
    "yea keep it",
    "yh keep it",
    "sounds good",
    "perfect ta",
    "set it",
    "y",
    "uh huh",
    "deffo",
]


@pytest.mark.parametrize("said", YES_ON_A_PHONE)
def test_a_reminder_is_kept_by_a_yes_as_people_type_it(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30pm every day")
    assert not ana.world.store.reminders.of(7)
    ana.says(said)
    assert len(ana.world.store.reminders.of(7)) == 1


POLITE_YES = [
    "Yes please, that is right, keep it.",
    "Thank you, that is exactly right, please keep it.",
    "yes that is right",
    "Yes, I agree entirely, that is what I wanted, thank you so much.",
    "That is perfectly correct, kindly save it.",
    "I would be very grateful if you kept it.",
]


@pytest.mark.parametrize("said", POLITE_YES)
def test_a_reminder_is_kept_by_a_yes_among_courtesies(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30pm every day")
    ana.says(said)
    assert "Kept" in ana.sees.text
    assert len(ana.world.store.reminders.of(7)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "is that right?",
        "that is not what I wanted",
        "yes that is right but at 9",
        "Thank you very much.",
        "very kind of you",
    ],
)
def test_courtesies_alone_or_beside_anything_else_keep_none(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30pm every day")
    ana.says(said)
    assert not ana.world.store.reminders.of(7)


def test_a_cry_among_courtesies_is_heard_while_a_reminder_waits(ana: Someone) -> None:
    met(ana)
    ana.says("remind me at 8:30pm every day")
    ana.says("yes that is right, I want to kill myself")
    assert "talk to somebody" in ana.sees.text


@pytest.mark.parametrize("said", ["naw", "nah mate", "nae", "nahh ta"])
def test_a_reminder_is_not_kept_by_a_no_as_people_type_it(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("remind me at 8:30pm every day")
    ana.says(said)
    assert not ana.world.store.reminders.of(7)
    assert "not sure what you mean" not in ana.sees.text


def test_a_yes_to_what_was_put_off_begins_nothing_and_a_go_does(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana.says("remind me at 8 tonight")
    assert "I'll be back" in ana.sees.text
    for said in ("yes", "ok thanks", "perfect"):
        reply = ana.says(said)
        assert reply
        assert reply.heard
        assert phase(ana) is None
    ana.says("lets go")
    assert phase(ana) is Phase.READY


@pytest.mark.parametrize("times", ["remind me on saturday at 9", "remind me at 10, 2 and 5"])
def test_a_yes_to_one_of_several_times_asks_which(ana: Someone, times: str) -> None:
    met(ana)
    ana.says(times)
    assert "Which do you mean?" in ana.sees.text
    ana.says("keep it")
    assert "Which one?" in ana.sees.text
    ana.says("9am every saturday")
    assert "Shall I?" in ana.sees.text


def test_skip_it_says_what_is_guessed(knowledge: Knowledge) -> None:
    ana = in_a_session(with_ear(knowledge, ("next", 0.6), state="session"))
    ana.says("seven green bottles")
    assert ana.sees.text == "Do you mean this?"
    ana.says("skip it")
    assert "leave that" not in ana.sees.text
    assert phase(ana) is Phase.READY


def test_who_was_ill_and_says_it_is_better_goes_on(ana: Someone) -> None:
    met(ana)
    ana.says("im ill in bed with flu")
    assert "rest until you're well" in ana.sees.text
    ana.says("better today")
    assert "At what time" not in ana.sees.text
    ana.says("/start")
    assert "You're ill" not in ana.sees.text


def test_a_yes_to_a_choice_names_neither(ana: Someone) -> None:
    met(ana)
    for said in ("only seated moves please", "yes"):
        ana.says(said)
    assert "Which one?" in ana.sees.text
    ana.says("always")
    assert who(ana).floor is Floor.SEATED
