"""Words of danger that the ear doubts: first people are asked whether they mean them, and one tap brings the whole answer."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.operator import Operator
from bot.coach.news import Said
from bot.coach.news import What as Kind
from bot.coach.typed.danger.ears import TwoEars
from bot.domain.person.person import Rest
from bot.domain.session.session import Phase
from bot.domain.typed.danger.heard import IN_DANGER, MAY_BE_DOUBTED, ByRules, Doubt, Heard, Tier, heavier
from bot.domain.typed.ear import Raised
from bot.screens.buttons.actions import MeantIt, NotMeant, RemoveTalk, What
from bot.screens.buttons.wire import decode
from bot.screens.person.danger_screens import CALLS
from tests.coach.doubting import (
    ALARMS,
    AMBULANCE,
    BUTTONS,
    CALL,
    DOUBTED,
    GOOD,
    OVERDOSE,
    QUESTION,
    SURE,
    DoubtingEar,
    doubting,
    ears,
    is_asked,
    live,
    who,
)
from tests.coach.moving import met
from tests.coach.own import made_of, own, past_the_signs
from tests.coach.talk import MORNING, Someone, World, starts
from tests.known import known
from tests.new_store import store_in_memory


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    german = "ich will nicht mehr leben"
    store = store_in_memory()
    yield World(store, Coach(store, doubting(knowledge, *DOUBTED.values(), german, OVERDOSE)))
    store.close()


def can_begin(person: Someone) -> bool:
    actions = (decode(data) for row in person.sees.keys for _, data, _ in row)
    return "Do it" in person.labels or any(isinstance(action, What) for action in actions)


# The ears


@pytest.mark.parametrize("tier", DOUBTED)
def test_what_the_ear_doubts_is_still_heard(tier: Tier) -> None:
    heard = ears(DoubtingEar()).hears(DOUBTED[tier])
    assert heard == Heard(tier, "en", doubt=Doubt.HARDLY)
    assert ears(DoubtingEar(())).hears(DOUBTED[tier]) == Heard(tier, "en")
    assert ears(None).hears(DOUBTED[tier]) == Heard(tier, "en")


def test_an_overdose_is_never_doubted() -> None:
    assert ears(DoubtingEar()).hears(OVERDOSE) == Heard(Tier.OVERDOSE, "en")
    assert Tier.OVERDOSE not in MAY_BE_DOUBTED


@pytest.mark.parametrize("said", ["brustschmerzen", f"{AMBULANCE} {'la ' * 140}"])
def test_a_word_and_a_letter_are_left_to_the_rules(said: str) -> None:
    heard = ears(DoubtingEar()).hears(said)
    assert heard
    assert not heard.doubted


def test_so_is_what_can_be_looked_up() -> None:
    assert ears(DoubtingEar(), names={AMBULANCE}).hears(AMBULANCE) == Heard(Tier.NOW, "en")


def test_what_does_not_alarm_is_not_doubted() -> None:
    heard = ears(DoubtingEar()).hears("my knee hurts a bit")
    assert heard
    assert heard.tier not in IN_DANGER
    assert not heard.doubted


def test_of_one_ear_both_are_taken_and_the_sure_one_wins() -> None:
    both = DoubtingEar(sure_of=Raised("self-harm", "en"))
    assert ears(both).hears(DOUBTED[Tier.DOCTOR]) == Heard(Tier.SELF_HARM, "en")
    asks = DoubtingEar(sure_of=Raised("complaint", "en"))
    assert ears(asks).hears(DOUBTED[Tier.DOCTOR]) == Heard(Tier.DOCTOR, "en", doubt=Doubt.HARDLY)


def test_an_alarm_of_another_kind_stands_instead_in_the_language_that_the_rules_heard() -> None:
    other = DoubtingEar((), sure_of=Raised("now", "fa", instead=True))
    assert ears(other).hears(DOUBTED[Tier.SELF_HARM]) == Heard(Tier.NOW, "en")
    lighter = DoubtingEar((), sure_of=Raised("now", "fa"))
    assert ears(lighter).hears(DOUBTED[Tier.SELF_HARM]) == Heard(Tier.SELF_HARM, "en")


def test_the_ear_of_the_bot_says_whether_it_doubts() -> None:
    taught = known().danger
    assert isinstance(taught, TwoEars)
    assert taught._taught
    assert taught._taught.doubts(SURE, ByRules("now")) is None


@pytest.mark.parametrize("sure", Tier)
@pytest.mark.parametrize("doubted", [tier for tier in Tier if tier in MAY_BE_DOUBTED])
def test_a_sure_alarm_weighs_more_than_a_doubted_one_and_that_more_than_all_else(
    sure: Tier, doubted: Tier
) -> None:
    certain, asked = Heard(sure, "en"), Heard(doubted, "de", doubt=Doubt.HARDLY)
    heavy = certain if sure in IN_DANGER else asked
    assert heavier(certain, asked) == heavier(asked, certain) == heavy


def test_of_two_doubted_ones_the_more_serious_weighs_more() -> None:
    harm, doctor = (
        Heard(Tier.SELF_HARM, "en", doubt=Doubt.HARDLY),
        Heard(Tier.DOCTOR, "en", doubt=Doubt.HARDLY),
    )
    assert heavier(harm, doctor) == heavier(doctor, harm) == harm
    assert heavier(None, doctor) == heavier(doctor, None) == doctor


# The question


@pytest.mark.parametrize("tier", DOUBTED)
def test_it_is_asked_and_nothing_rests(ana: Someone, tier: Tier) -> None:
    met(ana)
    before = who(ana)
    ana.says(DOUBTED[tier])
    asks = "is that how you are?" if tier is Tier.DOCTOR else "did you mean that?"
    assert f"{QUESTION}: {asks}" in ana.sees.text
    assert ana.labels == BUTTONS
    assert not any(style for row in ana.sees.keys for _, _, style in row), "nothing is coloured"
    assert ana.sees.fresh
    assert who(ana) == before
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize("tier", DOUBTED)
def test_whom_to_call_stands_beside_the_question_if_it_may_well_be_meant(ana: Someone, tier: Tier) -> None:
    met(ana)
    ana.says(DOUBTED[tier])
    assert CALL not in ana.sees.text
    ana.says("all is well")
    world = ana.world
    world.coach = Coach(world.store, doubting(world.coach.knowledge, DOUBTED[tier], doubt=Doubt.MAY_BE))
    ana.says(DOUBTED[tier])
    assert is_asked(ana)
    assert (CALL in ana.sees.text) == (tier in CALLS)
    assert who(ana).rest is Rest.NONE


def test_what_the_ear_alone_finds_likely_is_asked_too(ana: Someone) -> None:
    met(ana)
    likely = Raised("self-harm", "de", Doubt.MAY_BE)
    world = ana.world
    world.coach = Coach(world.store, replace(world.coach.knowledge, danger=ears(DoubtingEar(sure_of=likely))))
    ana.says("ach was soll das alles noch")
    german, english, call = ana.sees.text.split("\n")
    assert german.startswith("Nur zur Sicherheit")
    assert english.startswith(QUESTION)
    assert CALL in call
    assert who(ana).rest is Rest.NONE
    ana.says("ja")
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


@pytest.mark.parametrize("way", ["/exercise ", "/routine ", "/learn ", "/start ", "/remind "])
def test_it_is_asked_beside_a_command_too(ana: Someone, bo: Someone, way: str) -> None:
    for person in (ana, bo):
        met(person)
    ana.says(way + SURE)
    assert ALARMS[Tier.NOW] in ana.sees.text
    world = ana.world
    world.coach = Coach(world.store, doubting(world.coach.knowledge, SURE))
    bo.says(way + SURE)
    assert is_asked(bo)


def test_an_overdose_is_answered_at_once(ana: Someone) -> None:
    met(ana)
    ana.says(OVERDOSE)
    assert "even if you feel well" in ana.sees.text


def test_a_message_that_was_changed_is_asked_about(ana: Someone) -> None:
    met(ana)
    ana.sends(Said(ana.sender, "stuck on the way", 41))
    ana.sends(Said(ana.sender, AMBULANCE, 41, is_edit=True))
    assert is_asked(ana)
    assert ana.labels == BUTTONS


def test_the_question_stands_in_the_language_that_was_heard_too(ana: Someone) -> None:
    met(ana)
    ana.says("ich will nicht mehr leben")
    german, english = ana.sees.text.split("\n")
    assert german.startswith("Nur zur Sicherheit: Meinen Sie das so?")
    assert english.startswith(QUESTION)
    assert ana.labels == ["Ja, Hilfe · Yes, help", "Nein · No, all is well"]
    ana.says("Ja")
    assert ana.sees.text.startswith("Gut, dass Sie es gesagt haben.")
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


def test_yes_in_another_script(ana: Someone, world: World) -> None:
    said = "أريد أن أموت"
    world.coach = Coach(world.store, doubting(world.coach.knowledge, said))
    ana.says(said)
    assert any(label.startswith("\u2068نعم، مساعدة") for label in ana.labels)
    ana.says("نعم")
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


def test_no_in_the_language_that_was_heard(ana: Someone) -> None:
    met(ana)
    ana.says("ich will nicht mehr leben")
    ana.says("nein")
    assert ana.sees.text == GOOD


def test_every_language_that_answers_danger_can_ask(knowledge: Knowledge) -> None:
    answered = {tag for tag, answers in knowledge.help.answers.items() if answers}
    assert len(answered) == 16
    assert set(knowledge.help.questions) == answered
    for tag in answered:
        asked = knowledge.help.asked(tag)
        assert asked
        assert len({asked.danger, asked.doctor, asked.yes, asked.no}) == 4, tag
        yes = asked.yes.replace("،", ",").partition(",")[0]
        assert yes in asked.danger, tag
        assert yes in asked.doctor, tag
    assert knowledge.help.asked("de-at") == knowledge.help.asked("de")
    assert knowledge.help.asked("tlh") is None


# In a session, and beside a question that waits


def test_a_session_waits_as_beside_any_other_answer(ana: Someone, bo: Someone) -> None:
    for person, said in ((ana, AMBULANCE), (bo, "how many more")):
        starts(person)
        person.says("ready")
        person.says(said)
    asked, other = live(ana), live(bo)
    assert asked
    assert other
    assert (asked.phase, asked.wake_at, asked.turn) == (other.phase, other.wake_at, other.turn)
    assert asked.phase is Phase.PAUSED
    assert ana.labels == BUTTONS, "a no is the way back"


@pytest.mark.parametrize("no", ["tap", "no", "No, all is well"])
def test_no_leads_back_into_the_session(ana: Someone, no: str) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(AMBULANCE)
    if no == "tap":
        ana.taps(NotMeant)
    else:
        ana.says(no)
    after = live(ana)
    assert after
    assert after.phase is Phase.WORKING
    assert ana.sees.card.startswith("play.")
    assert GOOD in ana.sees.text


@pytest.mark.parametrize("no", ["tap", "no"])
def test_after_a_no_a_session_that_the_person_paused_still_waits(ana: Someone, no: str) -> None:
    starts(ana)
    ana.says("ready")
    ana.says("pause")
    ana.says(AMBULANCE)
    if no == "tap":
        ana.taps(NotMeant)
    else:
        ana.says(no)
    after = live(ana)
    assert after
    assert (after.phase, after.wake_at) == (Phase.PAUSED, None)
    assert ana.sees.card.startswith("play.")
    assert GOOD in ana.sees.text


def test_a_session_that_was_interrupted_goes_on_however_often_it_is_asked(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(AMBULANCE)
    ana.says("ok")
    assert ana.labels == BUTTONS
    ana.taps(NotMeant)
    after = live(ana)
    assert after
    assert after.phase is Phase.WORKING
    assert ana.sees.card.startswith("play.")


def test_what_is_typed_names_no_routine(ana: Someone) -> None:
    past_the_signs(ana)
    made_of(ana, "cat cow")
    before = own(ana)
    ana.taps_data(f"yn.{before[0].id}")
    ana.says(AMBULANCE)
    assert is_asked(ana)
    ana.says("no")
    assert ana.sees.text == GOOD
    ana.says("what a day it was")
    assert own(ana) == before


@pytest.mark.parametrize("asks", ["/remind", "/settings", "/pain", "my neck is stiff"])
def test_nor_does_it_answer_what_was_asked(ana: Someone, asks: str) -> None:
    met(ana)
    ana.says(asks)
    ana.says(AMBULANCE)
    assert is_asked(ana)
    assert ana.world.store.awaiting.of(7, ana.world.now) is None
    assert not ana.world.store.reminders.of(7)


# Yes


def _in_a_session(person: Someone) -> None:
    starts(person)
    person.says("ready")


STATES: dict[str, Callable[[Someone], None]] = {"idle": met, "in a session": _in_a_session}


def _of_the_sure(knowledge: Knowledge, tier: Tier, state: str) -> tuple[object, ...]:
    store = store_in_memory()
    bo = World(store, Coach(store, replace(knowledge, danger=ears(None)))).someone(7, "Ana")
    STATES[state](bo)
    bo.sends(Said(bo.sender, DOUBTED[tier], 41))
    seen = _all_of(bo)
    store.close()
    return seen


def _all_of(person: Someone) -> tuple[object, ...]:
    told, is_live = who(person), live(person)
    after = (is_live.phase, is_live.wake_at) if is_live else None
    view = person.sees
    return (view.text, view.keys, view.stays, view.weighs, view.rings, told.rest, after)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("tier", DOUBTED)
def test_yes_gives_the_answer_and_all_that_comes_of_it(
    knowledge: Knowledge, ana: Someone, tier: Tier, state: str
) -> None:
    STATES[state](ana)
    ana.sends(Said(ana.sender, DOUBTED[tier], 41))
    assert is_asked(ana)
    ana.taps(MeantIt)
    assert ALARMS[tier] in ana.sees.text
    assert who(ana).rest is not Rest.NONE
    assert _all_of(ana) == _of_the_sure(knowledge, tier, state)


@pytest.mark.parametrize(
    "said", ["yes", "Yes!", "yep", "help", "HELP", "yes, help", "yes please", "of course"]
)
def test_yes_can_be_typed(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ALARMS[Tier.NOW] in ana.sees.text
    assert who(ana).rest is Rest.UNTIL_CLEAR


@pytest.mark.parametrize(
    "said",
    [
        *("no", "Nope", "no thanks", "all is well", "No, all is well"),
        *(
            "what?? no im fine im having a shower",
            "omg no I'm ok, it was the door",
            "nein mir gehts gut, war nur müde",
        ),
    ],
)
def test_no_can_be_typed(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ana.sees.text == GOOD
    assert ana.labels == ["Home"]
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize(
    "said",
    ["ok", "fine", "yes no", "not sure", "no im not fine", "no estoy bien porque"],
)
def test_a_word_that_may_mean_either_is_asked_again(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert is_asked(ana)
    assert "easily misread" in ana.sees.text
    assert ana.labels == BUTTONS
    assert who(ana).rest is Rest.NONE
    ana.taps(MeantIt)
    assert ALARMS[Tier.NOW] in ana.sees.text


@pytest.mark.parametrize("said", ["/help", "how does this work"])
def test_who_asks_what_the_bot_can_do_is_told(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ALARMS[Tier.NOW] not in ana.sees.text
    assert not is_asked(ana)


def test_a_yes_to_another_question_raises_nothing(ana: Someone) -> None:
    met(ana)
    ana.says("i cant kneel")
    ana.says("yes")
    assert "work around" in ana.sees.text
    assert who(ana).rest is Rest.NONE


def test_no_is_answered_with_the_way_home(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.taps(NotMeant)
    assert ana.sees.text == GOOD
    assert ana.labels == ["Home"]
    assert who(ana).rest is Rest.NONE


def test_yes_counts_before_it_is_asked_whether_reminders_go_on(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("remind me at 8:30")
    ana.says("keep it")
    ana.says("i want to kill myself")
    world.now += timedelta(days=2)
    ana.says(AMBULANCE)
    assert is_asked(ana)
    ana.taps(MeantIt)
    assert ALARMS[Tier.NOW] in ana.sees.text


# Twice in a row


@pytest.mark.parametrize("again", [AMBULANCE, DOUBTED[Tier.DOCTOR]])
def test_what_is_doubted_twice_in_a_row_is_an_alarm(ana: Someone, again: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(again)
    assert not is_asked(ana)
    assert ALARMS[Tier.NOW] in ana.sees.text, "what was asked about counts as well"
    assert who(ana).rest is Rest.UNTIL_CLEAR


@pytest.mark.parametrize("between", ["no", "remind me at 8am", "/help"])
def test_after_another_answer_it_is_asked_anew(ana: Someone, between: str) -> None:
    met(ana)
    for said in (AMBULANCE, between, AMBULANCE):
        ana.says(said)
    assert is_asked(ana)
    assert who(ana).rest is Rest.NONE


def test_what_is_sure_waits_for_no_answer(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(SURE)
    assert ALARMS[Tier.NOW] in ana.sees.text


# On its way to the phone


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ((AMBULANCE, "hello?"), QUESTION),
        ((AMBULANCE, DOUBTED[Tier.DOCTOR]), ALARMS[Tier.NOW]),
        ((SURE, AMBULANCE), ALARMS[Tier.NOW]),
        ((DOUBTED[Tier.DOCTOR], SURE), ALARMS[Tier.NOW]),
    ],
)
def test_only_an_alarm_takes_the_place_of_the_question(
    ana: Someone, world: World, said: tuple[str, ...], seen: str
) -> None:
    met(ana)
    for number, text in enumerate(said, start=1):
        world.coach.take(number, Said(ana.sender, text), world.now)
    world.deliver(7)
    assert seen in ana.sees.text


def test_who_writes_too_much_keeps_the_question(ana: Someone, world: World) -> None:
    met(ana)
    ana.says(AMBULANCE)
    world.coach.cannot_follow(7, world.now, is_tap=False)
    world.deliver(7)
    assert is_asked(ana)


def test_where_nothing_can_be_written_whom_to_call_is_told(world: World) -> None:
    told = world.coach.whom_to_call(7, "en", AMBULANCE, MORNING)
    assert ALARMS[Tier.NOW] in told


# Violence at home leaves no trace


def test_all_that_was_said_about_violence_can_be_removed(ana: Someone, world: World) -> None:
    met(ana)
    ana.sends(Said(ana.sender, DOUBTED[Tier.ABUSE], 1201))
    assert not ana.sees.rings
    ana.sends(Said(ana.sender, "yes", 1203))
    assert not ana.sees.rings
    ana.taps(RemoveTalk)
    assert world.store.chats.unwanted(7) == (1201, 1203)


def test_nothing_of_the_words_is_kept(ana: Someone, world: World) -> None:
    met(ana)
    for said in DOUBTED.values():
        ana.sends(Said(ana.sender, said, 1201))
        assert said not in "\n".join(world.store.db.conn.iterdump())
        ana.taps(NotMeant)
    dump = "\n".join(world.store.db.conn.iterdump())
    assert "da.abuse" not in dump
    assert "da.doctor" not in dump


# Mallory


@pytest.mark.parametrize(
    "wire",
    [
        *("da.overdose.en.0", "da.complaint.en.0", "da.everyday.en.0", "da.nonsense.en.0", "da.NOW.en.0"),
        *("da.now.tlh.0", "da.now.de-at.0", "da.now.EN.0", "da.now.../../etc.0", "da.now..0"),
        *("da", "da.now", "da.now.en", "da.now.en.-1", "da.now.en.0.0", "da.now.en.x"),
    ],
)
def test_what_mallory_makes_up_is_refused_kindly(mallory: Someone, wire: str) -> None:
    met(mallory)
    before = who(mallory)
    reply = mallory.taps_data(wire)
    assert reply
    assert reply.toast == mallory.world.coach.knowledge.english.words("toast-old-button")
    assert who(mallory) == before
    assert mallory.offers(What)


def test_what_mallory_could_tap_rests_nobody_elses_reminders(mallory: Someone, ana: Someone) -> None:
    for person in (ana, mallory):
        met(person)
    mallory.taps_data("da.abuse.en.1201")
    assert ALARMS[Tier.ABUSE] in mallory.sees.text
    assert who(ana).rest is Rest.NONE
    assert ana.world.store.chats.unwanted(7) == ()


# People who are not let in


@pytest.fixture
def outside(world: World, ana: Someone) -> Someone:
    operator = Operator(frozenset({99}), word="open-sesame")
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=operator))
    return ana


@pytest.mark.parametrize("way", ["tap", "yes", "help"])
def test_a_stranger_is_asked_and_gets_help(outside: Someone, way: str) -> None:
    outside.says(AMBULANCE)
    assert is_asked(outside)
    assert outside.labels == BUTTONS
    told = outside.world.store.admission.resting_stranger(7)
    assert told.rest is Rest.NONE
    if way == "tap":
        outside.taps(MeantIt)
    else:
        outside.says(way)
    assert ALARMS[Tier.NOW] in outside.sees.text
    assert "Home" not in outside.labels
    assert outside.world.store.admission.resting_stranger(7).rest is Rest.UNTIL_CLEAR
    assert outside.world.store.people.get(7) is None


def test_a_stranger_who_sends_no_words_is_still_asked(outside: Someone) -> None:
    outside.says(AMBULANCE)
    outside.sends_a(Kind.VOICE)
    assert is_asked(outside)


@pytest.mark.parametrize("way", ["tap", "no"])
def test_a_stranger_who_is_well_stays_outside(outside: Someone, way: str) -> None:
    outside.says(AMBULANCE)
    if way == "tap":
        outside.taps(NotMeant)
    else:
        outside.says(way)
    assert outside.sees.text.startswith(GOOD)
    assert "Home" not in outside.labels
    outside.says("open sesame")
    assert "Hello Ana" in outside.sees.text


@pytest.mark.parametrize("way", ["tap", "no"])
def test_a_stranger_who_seemed_to_be_harmed_by_others_may_remove_it_without_a_sound(
    outside: Someone, way: str
) -> None:
    outside.sends(Said(outside.sender, DOUBTED[Tier.ABUSE], 41))
    assert is_asked(outside)
    if way == "tap":
        outside.taps(NotMeant)
    else:
        outside.says(way)
    assert outside.sees.text == GOOD
    assert not outside.sees.rings
    offered = [decode(data) for row in outside.sees.keys for _, data, _ in row]
    assert len(offered) == 1
    assert isinstance(offered[0], RemoveTalk)
    assert 41 in offered[0].ids


def test_a_no_of_somebody_shut_out_begins_no_session_again(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    ana.sends(Said(ana.sender, DOUBTED[Tier.ABUSE], 41))
    assert is_asked(ana)
    ana.world.store.admission.ban(ana.sender.id, 99, ana.world.now)
    ana.taps(NotMeant)
    assert ana.sees.text == GOOD
    stand = live(ana)
    assert stand is None or stand.phase is not Phase.WORKING


def test_a_stranger_who_cries_for_help_gets_it_again(outside: Someone) -> None:
    outside.says(OVERDOSE)
    outside.says("help me")
    assert "even if you feel well" in outside.sees.text
    assert "Home" not in outside.labels


@pytest.mark.parametrize("said", [AMBULANCE, OVERDOSE])
def test_what_a_stranger_sets_right_takes_no_help_away_and_is_no_guess(outside: Someone, said: str) -> None:
    outside.says(said)
    before = outside.sees
    for _ in range(9):
        outside.sends(Said(outside.sender, "stuck in the bus", 5, is_edit=True))
    assert outside.sees == before
    outside.says("open sesame")
    assert "Hello Ana" in outside.sees.text or "until this is looked after" in outside.sees.text


def test_a_stranger_who_says_it_twice_gets_help(outside: Someone) -> None:
    outside.says(AMBULANCE)
    outside.says("ok")
    assert is_asked(outside)
    outside.says(AMBULANCE)
    assert ALARMS[Tier.NOW] in outside.sees.text


def test_a_stranger_makes_up_no_alarm(outside: Someone) -> None:
    outside.says("/start")
    outside.taps_data("da.now.tlh.0")
    assert "people who know my word" in outside.sees.text
    assert outside.world.store.admission.resting_stranger(7).rest is Rest.NONE


# Whatever is typed

TITLES = [one.title for one in known().english.library.exercises.values()]
FILLER = ("do it", "yes", "no", "10 min", "start", "remind me at 8", "show me", "my routine", "ok", "please")


@pytest.mark.parametrize("state", STATES)
@settings(max_examples=25, deadline=None)
@given(
    before=some.lists(some.sampled_from((*FILLER, *TITLES)), max_size=2),
    plea=some.sampled_from([*DOUBTED.values(), "chest pain", "i can't breathe", "i want to die"]),
    after=some.lists(some.sampled_from((*FILLER, *TITLES)) | some.text(max_size=12), max_size=2),
)
def test_no_doubted_alarm_is_answered_by_a_card_to_do(
    knowledge: Knowledge, state: str, before: list[str], plea: str, after: list[str]
) -> None:
    text = " ".join((*before, plea, *after))
    knows = doubting(knowledge)
    heard = knows.danger.hears(text)
    assume(heard is not None and heard.doubted)
    store = store_in_memory()
    ana = World(store, Coach(store, knows)).someone(7, "Ana")
    STATES[state](ana)
    ana.says(text)
    assert not can_begin(ana), ana.sees.text
    assert any(isinstance(decode(data), MeantIt) for row in ana.sees.keys for _, data, _ in row)
    assert who(ana).rest is Rest.NONE
    store.close()


@pytest.mark.parametrize(
    "said", ["thanks, speak tomorrow", "i forgot to do it yesterday", "whatever you say"]
)
def test_other_words_are_told_what_comes_first(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert is_asked(ana)
    assert "This first, please" in ana.sees.text
    assert "easily misread" not in ana.sees.text
