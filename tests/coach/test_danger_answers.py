"""The answers to danger, to complaints and to everyday talk, in every state and for everybody."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Said
from bot.domain.library.exercise import FormRef, Tag
from bot.domain.session.session import Phase
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from bot.screens.buttons.actions import (
    DoDay,
    DoExercise,
    DoOwn,
    DoRoutine,
    FoundTooMuch,
    NoSigns,
    Place,
    RemoveTalk,
    Resume,
    WorkAround,
)
from bot.screens.buttons.wire import decode
from tests.coach.hearing import SENTENCES, TableEars
from tests.coach.own import made_of, own
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import OFFERED_AT_HOME
from tests.new_store import store_in_memory

ANSWERS = {
    Tier.NOW: "Call for help now and sit down",
    Tier.DOCTOR: "show this to a doctor first",
    Tier.OVERDOSE: "even if you feel well",
    Tier.SELF_HARM: "talk to somebody now",
    Tier.ABUSE: "not your fault",
    Tier.COMPLAINT: "Do any of these come with it?",
    Tier.LOW_BACK: "not my area",
    Tier.ILL: "rest until you're well",
    Tier.WORK_AROUND: "work around",
    Tier.EVERYDAY: "that's what I'm here for",
}

IN_ENGLISH = {text: heard for text, heard in SENTENCES.items() if heard.language == "en"}
DANGERS = {text: heard.tier for text, heard in IN_ENGLISH.items() if heard.tier in IN_DANGER}

STATES = {
    "a stranger": [],
    "greeted": ["/start"],
    "among the signs": ["/start", "two gentle minutes"],
    "getting ready": ["/start", "two gentle minutes", "none of these"],
    "in a hold": ["/start", "two gentle minutes", "none of these", "ready"],
    "reading": ["/start", "two gentle minutes", "none of these", "steps"],
    "paused": ["/start", "two gentle minutes", "none of these", "ready", "pause"],
    "hurting": ["/start", "two gentle minutes", "none of these", "ready", "it hurts"],
    "finished": ["/start", "two gentle minutes", "none of these", "skip", "skip", "skip"],
    "in the settings": ["/settings"],
    "ticking what to work around": ["/settings", "work around"],
    "about to delete": ["/delete"],
    "learning": ["/exercise cat cow", "learn it"],
    "asked for a time": ["/remind"],
    "asked for a day": ["/remind", "8:30", "keep", "pause all"],
    "asked for a city": ["/settings", "time zone"],
    "closed": ["/settings", "warning signs", "yes, one of them", "second list"],
    "in danger": ["elephant on my chest"],
    "told of abuse": ["he hits me"],
}

BEGINS = DoExercise | DoRoutine | DoDay | DoOwn


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, danger=TableEars())))
    store.close()


def begins_at_a_tap(person: Someone) -> list[str]:
    actions = ((label, decode(data)) for row in person.sees.keys for label, data, _ in row)
    return [label for label, action in actions if isinstance(action, BEGINS)]


def lives_in(person: Someone, zone: str, *, is_sure: bool = True) -> None:
    person.says("/start")
    people = person.world.store.people
    known = people.get(person.sender.id)
    assert known
    people.prefer(known.id, replace(known.preferences, zone=zone, zone_is_sure=is_sure))


def _to_be_said(state: str, tier: Tier) -> Tier:
    """People who have to call for help now need not be sent to a doctor as well."""
    return Tier.NOW if state == "in danger" and tier is Tier.DOCTOR else tier


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("text", DANGERS)
def test_danger_is_answered_in_every_state(ana: Someone, state: str, text: str) -> None:
    for words in STATES[state]:
        ana.says(words)
    ana.says(text)
    assert ANSWERS[_to_be_said(state, DANGERS[text])] in ana.sees.text
    assert ana.sees.fresh
    assert not begins_at_a_tap(ana)
    assert not ana.offers(Resume)


QUIET_STATES = [
    state
    for state in STATES
    if state not in {"getting ready", "in a hold", "reading", "paused", "hurting", "in danger"}
]


@pytest.mark.parametrize("state", QUIET_STATES)
@pytest.mark.parametrize(
    "text", [text for text in IN_ENGLISH if IN_ENGLISH[text].tags or text == "sharp pain"]
)
def test_complaints_win_over_what_is_waited_for(ana: Someone, state: str, text: str) -> None:
    for words in STATES[state]:
        ana.says(words)
    ana.says(text)
    assert ANSWERS[IN_ENGLISH[text].tier] in ana.sees.text
    assert not begins_at_a_tap(ana)


@pytest.mark.parametrize(
    "way", ["/today ", "/exercise ", "/routine ", "/learn ", "/start ", "/remind ", "/nonsense "]
)
@pytest.mark.parametrize("text", ["elephant on my chest", "took 20 paracetamol", "he hits me", "sharp pain"])
def test_it_is_heard_beside_a_command(ana: Someone, way: str, text: str) -> None:
    ana.says(way + text)
    assert ANSWERS[IN_ENGLISH[text].tier] in ana.sees.text


def test_pain_is_no_name_for_a_routine_but_what_everybody_has_is(ana: Someone) -> None:
    made = made_of(ana, "cat cow")
    for text in ("sharp pain", "sore knees", "i have a cold"):
        ana.taps_data(f"yn.{made.id}")
        ana.says(text)
        assert ANSWERS[IN_ENGLISH[text].tier] in ana.sees.text
        assert own(ana) == (made,)
    ana.taps_data(f"yn.{made.id}")
    ana.says("stiff between the blades")
    assert own(ana)[0].name == "stiff between the blades"
    ana.says("/start")
    ana.says("stiff between the blades")
    assert "stiff between the blades" in ana.sees.text, "what they made and named goes before"
    assert ANSWERS[Tier.EVERYDAY] not in ana.sees.text


def test_the_number_is_that_of_the_country_where_they_are(
    ana: Someone, bo: Someone, mallory: Someone
) -> None:
    lives_in(ana, "Europe/Berlin")
    lives_in(bo, "Pacific/Auckland")
    for person, number in ((ana, "112"), (bo, "111")):
        person.says("elephant on my chest")
        assert f"Emergency number: {number}" in person.sees.text
    lives_in(mallory, "Europe/Kiev")
    mallory.says("elephant on my chest")
    assert "Emergency number: 103 · 112" in mallory.sees.text, "the zone by its old name"


def test_who_may_be_elsewhere_is_told_no_wrong_number(ana: Someone, bo: Someone) -> None:
    lives_in(ana, "America/New_York", is_sure=False)
    for person in (ana, bo):
        person.says("elephant on my chest")
        assert "your local emergency number" in person.sees.text
        assert "Emergency number:" not in person.sees.text


def test_a_crisis_line_is_named_where_there_is_one(ana: Someone, bo: Someone) -> None:
    lives_in(ana, "Europe/Berlin")
    ana.says("i want to end it")
    assert "0800 111 0 111" in ana.sees.text
    assert "Emergency number: 112" in ana.sees.text
    lives_in(bo, "Asia/Kabul")
    bo.says("i want to end it")
    assert "findahelpline.com" in bo.sees.text


@pytest.fixture
def polyglot(knowledge: Knowledge) -> Iterator[World]:
    """The danger files say what is said first, in languages that the bot does not speak yet."""
    told = {
        "de": {Tier.NOW: "Ruf jetzt Hilfe, und setz dich.", Tier.SELF_HARM: "Du bist nicht allein."},
        "hi": {Tier.NOW: "अभी मदद बुलाइए।"},
    }
    store = store_in_memory()
    lines = replace(knowledge.help, answers=told)
    yield World(store, Coach(store, replace(knowledge, danger=TableEars(), help=lines)))
    store.close()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mir drückt es auf der brust", "Ruf jetzt Hilfe"),
        ("ich will nicht mehr leben", "Du bist nicht allein."),
        ("seene mein dard", "अभी मदद बुलाइए।"),
    ],
)
def test_it_is_answered_as_it_was_heard_and_then_as_they_are_spoken_to(
    polyglot: World, text: str, first: str
) -> None:
    ana = polyglot.someone(7, "Ana")
    ana.says(text)
    answer = ana.sees.text
    assert 0 <= answer.index(first) < answer.index(ANSWERS[SENTENCES[text].tier])


@pytest.mark.parametrize("text", ["ich nehme ab und habe fieber", "sarki"])
def test_what_nobody_has_written_in_a_language_is_said_in_theirs(polyglot: World, text: str) -> None:
    ana = polyglot.someone(7, "Ana")
    ana.says(text)
    assert ANSWERS[SENTENCES[text].tier] in ana.sees.text


def test_a_second_danger_takes_the_place_of_the_first(ana: Someone) -> None:
    ana.says("numb down there since monday")
    ana.says("elephant on my chest")
    assert ANSWERS[Tier.NOW] in ana.sees.text
    ana.says("i want to end it")
    assert ANSWERS[Tier.SELF_HARM] in ana.sees.text
    ana.taps(Place.HOME)
    assert "rest until this is looked after" in ana.sees.text, "which is still to be"


def test_in_words_mode_it_is_the_same(ana: Someone) -> None:
    ana.says("/start")
    ana.says("no pictures")
    ana.says("elephant on my chest")
    assert ANSWERS[Tier.NOW] in ana.sees.text
    assert ana.sees.picture is None


# What was changed afterwards


def edits(person: Someone, text: str, message: int = 1201) -> bool:
    """Returns whether it was answered."""
    return person.sends(Said(person.sender, text, message, is_edit=True)) is not None


def test_what_a_message_says_now_is_heard(ana: Someone, world: World) -> None:
    for words in STATES["in a hold"]:
        ana.says(words)
    before = ana.sees
    assert not edits(ana, "my name is Ana")
    assert not edits(ana, "/stop")
    assert not edits(ana, "stiff between the blades")
    assert ana.sees == before
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.WORKING
    assert edits(ana, "elephant on my chest")
    assert ANSWERS[Tier.NOW] in ana.sees.text


def test_an_edit_of_a_stranger_makes_nobody_known(bo: Someone, world: World) -> None:
    assert not edits(bo, "hello")
    assert world.store.people.get(8) is None


def test_an_edit_that_comes_twice_counts_once(ana: Someone, world: World) -> None:
    news = Said(ana.sender, "he hits me", 1201, is_edit=True)
    world.coach.take(1, news, world.now)
    world.deliver(7)
    ana.says("/start")
    world.coach.take(1, news, world.now)
    assert world.store.chats.owed(7) is None


# In a session


@pytest.mark.parametrize(
    "text", ["it hurts, in one spot", "my knee hurts a bit", "my neck hurts from sitting"]
)
@pytest.mark.parametrize("state", ["getting ready", "in a hold", "reading", "paused"])
def test_in_a_session_words_of_hurting_open_the_pain_question(
    ana: Someone, world: World, state: str, text: str
) -> None:
    for words in (*STATES[state], text):
        ana.says(words)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.HURTING
    assert not begins_at_a_tap(ana)


@pytest.mark.parametrize("state", ["getting ready", "in a hold", "reading", "paused"])
def test_in_a_session_words_that_say_sharp_end_it(ana: Someone, world: World, state: str) -> None:
    for words in (*STATES[state], "sharp pain"):
        ana.says(words)
    assert world.store.sessions.live(7) is None
    assert world.store.sharp_stops.of(7)
    assert not begins_at_a_tap(ana)


def test_the_words_of_a_button_in_view_are_that_button(ana: Someone, world: World) -> None:
    for words in (*STATES["hurting"], "just too much"):
        ana.says(words)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is not Phase.HURTING


def test_who_is_ill_is_out_of_the_session_and_nothing_is_locked(ana: Someone, world: World) -> None:
    for words in (*STATES["in a hold"], "i have a cold"):
        ana.says(words)
    assert ANSWERS[Tier.ILL] in ana.sees.text
    assert world.store.sessions.live(7) is None
    for words in ("/routine desk break", "do it"):
        ana.says(words)
    assert "breathing and a walk at most today" in ana.sees.text
    ana.taps(OFFERED_AT_HOME)
    assert ana.gets_ready()


# The complaint screen, and what each of its buttons leads to


@pytest.fixture
def complaining(ana: Someone) -> Someone:
    for words in (*STATES["getting ready"], "ready"):
        ana.says(words)
    ana.world.passes(9)
    for words in ("skip", "skip", "stop", "sharp pain"):
        ana.says(words)
    assert ANSWERS[Tier.COMPLAINT] in ana.sees.text
    return ana


def test_the_complaint_screen_offers_six_ways_on(complaining: Someone) -> None:
    assert complaining.labels == [
        "Yes",
        "Not sure",
        "No: stiff, sore",
        "No: in a move",
        "Work around it",
        "Home",
    ]
    assert complaining.sees.fresh


def test_yes_asks_which(complaining: Someone) -> None:
    complaining.taps(Place.SIGNS_WHICH)
    assert "Which list is it on?" in complaining.sees.text


def test_not_sure_leaves_breathing_and_a_walk(complaining: Someone) -> None:
    complaining.taps(Place.COMPLAINT_UNSURE)
    assert "Today only easy breathing and a walk." in complaining.sees.text
    assert len(complaining.labels) == 3
    assert not begins_at_a_tap(complaining)


def test_stiff_and_sore_is_everyday(complaining: Someone) -> None:
    complaining.taps(Place.EVERYDAY)
    assert ANSWERS[Tier.EVERYDAY] in complaining.sees.text


def test_a_move_that_hurts_is_remembered(complaining: Someone, world: World) -> None:
    complaining.taps(Place.COMPLAINT_IN_A_MOVE)
    assert "In which one?" in complaining.sees.text
    complaining.taps(FoundTooMuch("shoulder-rolls", "usual"))
    assert "next time Shoulder rolls" in complaining.sees.text
    assert FormRef("shoulder-rolls", "usual") in world.store.people.too_much(7)


def test_who_has_done_nothing_is_told_how_to_say_it(ana: Someone) -> None:
    ana.says("sharp pain")
    ana.taps(Place.COMPLAINT_IN_A_MOVE)
    assert 'say "it hurts"' in ana.sees.text


def test_in_a_session_an_old_button_opens_the_pain_question(complaining: Someone, world: World) -> None:
    for words in ("/routine desk break", "do it", "none of these", "ready"):
        complaining.says(words)
    complaining.taps_data("dm")
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.HURTING


def test_it_can_be_worked_around(complaining: Someone) -> None:
    complaining.taps(Place.ASK_TAGS)
    assert "Anything to work around?" in complaining.sees.text


# Everyday, and what is certain


def test_everyday_stiffness_is_one_tap_from_gentle_moves_past_the_signs(ana: Someone) -> None:
    ana.says("stiff between the blades")
    assert ana.labels == ["Gentle · 5 min", "Choose moves", "Something more", "Home"]
    ana.taps(DoRoutine("gentle"))
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert ana.gets_ready()


def test_something_more_is_a_complaint(ana: Someone) -> None:
    for text in ("stiff between the blades", "my low back hurts", "i have a cold"):
        ana.says(text)
        ana.taps(Place.COMPLAINT)
        assert ANSWERS[Tier.COMPLAINT] in ana.sees.text


def test_the_low_back_gets_no_move(ana: Someone) -> None:
    ana.says("my low back hurts")
    assert ana.labels == ["Something more", "Home"]


def tags(world: World) -> frozenset[Tag]:
    person = world.store.people.get(7)
    assert person
    return person.preferences.tags


def test_one_tap_works_around_and_two_do_no_more(ana: Someone, world: World) -> None:
    ana.says("sore knees")
    assert "Knees" in ana.sees.text
    assert tags(world) == frozenset(), "asked first"
    tapped = ana.sees.keys[0][0][1]
    for _ in range(2):
        ana.taps_data(tapped)
        assert tags(world) == {Tag.KNEES}
    ana.says("sore knees")
    assert "Good. I'll work around this: Knees." in ana.sees.text


def test_several_are_worked_around_at_one_tap(ana: Someone, world: World) -> None:
    ana.says("pregnant, and my wrist is bad")
    ana.says("yes")
    assert tags(world) == {Tag.PREGNANT, Tag.WRISTS}


def test_a_session_that_was_chosen_before_is_over(ana: Someone, world: World) -> None:
    for words in (*STATES["in a hold"], "pregnant, and my wrist is bad"):
        ana.says(words)
    assert world.store.sessions.live(7)
    ana.taps(WorkAround("wrists_pregnant"))
    assert world.store.sessions.live(7) is None


def test_after_an_operation_the_team_decides(ana: Someone, world: World) -> None:
    ana.says("i was operated")
    ana.taps(WorkAround("surgery"))
    assert "your own team decides" in ana.sees.text
    assert tags(world) == {Tag.SURGERY}


def test_what_is_not_named_is_ticked(ana: Someone) -> None:
    ana.says("something with my joints")
    assert "Anything to work around?" in ana.sees.text


@pytest.mark.parametrize(
    "forged", ["dw.knee", "dw.knees_everything", "dt.no-such.form", "dr.0", "dr.1-", "dw.", "dt.walk"]
)
def test_forged_buttons_do_no_harm(mallory: Someone, forged: str) -> None:
    mallory.says("/start")
    mallory.taps_data(forged)
    assert mallory.labels


# Abuse: nothing of it stays


def writes(person: Someone, text: str, message: int) -> None:
    person.sends(Said(person.sender, text, message))


def dump(world: World) -> str:
    return "\n".join(world.store.db.conn.iterdump())


def test_one_button_removes_both_messages_and_leaves_no_reason(ana: Someone, world: World) -> None:
    ana.says("/start")
    writes(ana, "he hits me", 1201)
    assert ana.labels == ["Remove these messages", "Home"]
    assert ana.sees.leaves is None
    assert not ana.sees.rings
    for told in ("fault", "hit", "danger", "safe"):
        assert told not in ana.sees.text[:40], "which others may see on a lock screen"
    ana.taps(RemoveTalk)
    assert world.store.chats.unwanted(7) == (1201,)
    assert "Hello Ana" in ana.sees.text
    assert not ana.sees.fresh, "in the place of the answer"
    for trace in ("not your fault", "hits", "abuse", "he hits me", "Remove both"):
        assert trace not in dump(world)


def test_two_messages_are_removed_together(ana: Someone, world: World) -> None:
    writes(ana, "he hits me", 1201)
    writes(ana, "he hit me again", 1203)
    writes(ana, "he hit me again", 1203)
    ana.taps(RemoveTalk)
    assert world.store.chats.unwanted(7) == (1201, 1203)


def test_there_is_room_for_the_newest_of_many(ana: Someone, world: World) -> None:
    first = 10**9
    for number in range(20):
        writes(ana, "he hits me", first + number)
    action = decode(ana.sees.keys[0][0][1])
    assert isinstance(action, RemoveTalk)
    assert action.ids[-1] == first + 19
    assert len(action.ids) > 3


def test_what_is_too_old_to_be_removed_is_told(ana: Someone, world: World) -> None:
    writes(ana, "he hits me", 1201)
    world.passes(49 * 3600)
    reply = ana.taps(RemoveTalk)
    assert reply
    assert reply.toast
    assert "delete it yourself" in reply.toast
    assert "not your fault" not in ana.sees.text
    assert world.store.chats.unwanted(7) == ()


def test_the_button_removes_only_in_the_chat_where_it_is_tapped(
    ana: Someone, mallory: Someone, world: World
) -> None:
    writes(ana, "he hits me", 1201)
    mallory.says("/start")
    mallory.taps_data("dr.1201")
    assert world.store.chats.unwanted(7) == ()
