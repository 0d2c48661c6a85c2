"""While the bot asks whether danger was meant, nothing else takes the question away, and any word for help brings the whole answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.news import Located, Said, Sent
from bot.coach.news import What as Kind
from bot.domain.own.own_exercise import FileKind, SentFile
from bot.domain.person.person import Rest
from bot.domain.session.session import OVERDUE, Phase
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import DoRoutine, MeantIt, NotMeant, RemoveTalk, ToHear, WhomToCall
from bot.screens.buttons.wire import decode, encode
from tests.coach.doubting import ALARMS, AMBULANCE, DOUBTED, GOOD, OVERDOSE, doubting, live, who
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.known import known
from tests.new_store import store_in_memory

GERMAN = "ich will nicht mehr leben"
SURE_ABUSE = "my partner beats me and i am scared"


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    knowledge = doubting(known(), *DOUBTED.values(), OVERDOSE, GERMAN)
    yield World(store, Coach(store, replace(knowledge, has_films=True)))
    store.close()


def _asked_in_a_session(ana: Someone, said: str = AMBULANCE) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(said)


def _is_heard(person: Someone, tier: Tier) -> bool:
    return ALARMS[tier] in person.sees.text


# What people type


@pytest.mark.parametrize("said", ["Ja, Hilfe", "ja hilfe", "hilfe", "ja", "yes"])
def test_the_words_of_a_button_in_two_languages_are_a_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(GERMAN)
    ana.says(said)
    assert _is_heard(ana, Tier.SELF_HARM)


@pytest.mark.parametrize(
    "said", ["yes i did", "yes i do", "yes i mean it", "help me", "please help", "yes help me"]
)
def test_a_cry_for_help_is_a_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert _is_heard(ana, Tier.NOW)


@pytest.mark.parametrize(
    "said", ["yes but it is over", "i dont need help", "wait", "stop that", "dont", "forget it", "never mind"]
)
def test_words_that_may_mean_either_are_asked_about_again(ana: Someone, said: str) -> None:
    _asked_in_a_session(ana, DOUBTED[Tier.SELF_HARM])
    ana.says(said)
    assert ana.offers(MeantIt)
    after = live(ana)
    assert after
    assert after.phase is Phase.PAUSED


@pytest.mark.parametrize(
    "said", ["not at all", "No, thanks, all is well", "i didn't mean that", "nein, alles gut"]
)
@pytest.mark.parametrize("tier", [Tier.SELF_HARM, Tier.ABUSE, Tier.NOW])
def test_a_plain_denial_is_a_no(ana: Someone, tier: Tier, said: str) -> None:
    met(ana)
    ana.says(DOUBTED[tier])
    ana.says(said)
    assert GOOD in ana.sees.text
    assert not ana.offers(MeantIt)


@pytest.mark.parametrize(
    "said", ["no, i don't want to live", "no i want to die", "no one helps me", "i am not fine"]
)
def test_a_no_that_says_more_is_asked_or_answered(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.SELF_HARM])
    ana.says(said)
    assert ana.offers(MeantIt) or _is_heard(ana, Tier.SELF_HARM)


def test_a_changed_message_is_not_said_twice(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    for is_edit in (False, True):
        ana.sends(Said(ana.sender, AMBULANCE, 41, is_edit=is_edit))
    assert ana.offers(MeantIt)
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize("cry", ["help me", "please help", "hilfe"])
@pytest.mark.parametrize("said", ["i want to kill myself", "i have crushing chest pain", SURE_ABUSE])
def test_a_cry_for_help_below_the_answer_brings_it_again(ana: Someone, said: str, cry: str) -> None:
    met(ana)
    ana.sends(Said(ana.sender, said, 41))
    answered = ana.sees
    ana.sends(Said(ana.sender, cry, 43))
    assert ana.sees.text == answered.text
    assert ana.sees.fresh
    if said == SURE_ABUSE:
        assert not ana.sees.rings
        assert RemoveTalk("41-43") in [decode(data) for row in ana.sees.keys for _, data, _ in row]


@pytest.mark.parametrize(
    ("said", "graver"),
    [
        ("help cant breathe", "Call for help now and sit down"),
        ("help heart attack", "Call for help now and sit down"),
        ("help i overdosed", "even if you feel well"),
        ("suicidal help", "talk to somebody now"),
    ],
)
@pytest.mark.parametrize("before", ["breast cancer 4 years ago and back pain at night", SURE_ABUSE])
def test_a_cry_that_says_something_new_is_heard(ana: Someone, before: str, said: str, graver: str) -> None:
    met(ana)
    ana.says(before)
    ana.says(said)
    assert graver in ana.sees.text


def test_so_it_is_below_the_question(ana: Someone) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.DOCTOR])
    ana.says("help heart attack")
    assert _is_heard(ana, Tier.NOW)


def test_after_that_help_is_the_help_page(ana: Someone) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.says("/home")
    ana.says("help")
    assert "talk to somebody" not in ana.sees.text


@pytest.mark.parametrize("first", [Tier.SELF_HARM, Tier.ABUSE, Tier.NOW])
def test_of_two_doubted_messages_the_graver_is_answered(ana: Someone, first: Tier) -> None:
    met(ana)
    ana.sends(Said(ana.sender, DOUBTED[first], 41))
    ana.sends(Said(ana.sender, DOUBTED[Tier.DOCTOR], 43))
    assert _is_heard(ana, first)


# What is no words, and taps


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.STICKER, Kind.PICTURE])
def test_what_is_no_words_leaves_the_question_there(ana: Someone, kind: Kind) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.sends_a(kind)
    assert ana.offers(MeantIt)
    ana.says("yes")
    assert _is_heard(ana, Tier.NOW)


def test_so_does_a_place(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.sends(Located(ana.sender, 52.5, 13.4))
    assert ana.offers(MeantIt)


def test_so_do_the_other_pictures_of_an_album(ana: Someone) -> None:
    met(ana)
    first, second = (SentFile(f"id{n}", f"u{n}", FileKind.PHOTO, 1, "album") for n in (1, 2))
    ana.sends(Said(ana.sender, AMBULANCE, 41, file=first, is_caption=True))
    ana.sends(Sent(ana.sender, Kind.PICTURE, second))
    assert ana.offers(MeantIt)


def test_so_does_a_late_tap_on_the_card_before(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    pause = ana.sees.keys[0][0][1]
    ana.says(AMBULANCE)
    ana.taps_data(pause)
    assert ana.offers(MeantIt)


# What comes by the clock


def _rings_next(world: World) -> None:
    due = world.store.reminders.next_due()
    assert due
    world.now = due + timedelta(seconds=1)
    for reply in world.coach.claims.claim(world.now, 5):
        world.deliver(reply.chat)


def _reminded_while_asked(ana: Someone, before: timedelta) -> None:
    """On the second morning: the first reminder was sent and not answered."""
    world = ana.world
    met(ana)
    ana.says("remind me at 8:30")
    ana.says("keep it")
    _rings_next(world)
    due = world.store.reminders.next_due()
    assert due
    world.now = due - before
    ana.sends(Said(ana.sender, DOUBTED[Tier.SELF_HARM], 41))
    _rings_next(world)


def test_a_reminder_takes_no_question_away(ana: Someone) -> None:
    _reminded_while_asked(ana, timedelta(minutes=5))
    assert ana.offers(MeantIt)
    ana.says("yes")
    assert _is_heard(ana, Tier.SELF_HARM)


def test_a_question_of_hours_ago_holds_up_no_reminder(ana: Someone) -> None:
    _reminded_while_asked(ana, timedelta(hours=4))
    assert not ana.offers(MeantIt)


def test_nor_does_the_end_of_a_recording(ana: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", "/settings", "floor", "yes"):
        ana.says(said)
    ana.taps_data(encode(ToHear(DoRoutine("gentle"))))
    listening = live(ana)
    assert listening
    ana.world.store.sessions.start_listening(listening.id, 7, ana.world.now)
    ana.world.passes(70)
    ana.says(AMBULANCE)
    ana.world.passes(3600)
    assert ana.offers(MeantIt)


@pytest.mark.parametrize(("later", "phase"), [(timedelta(), Phase.WORKING), (OVERDUE, Phase.PAUSED)])
def test_a_no_starts_the_clock_only_for_somebody_who_is_still_there(
    ana: Someone, later: timedelta, phase: Phase
) -> None:
    _asked_in_a_session(ana)
    ana.world.now += later
    ana.taps(NotMeant)
    after = live(ana)
    assert after
    assert after.phase is phase
    assert GOOD in ana.sees.text


# After violence


def test_all_of_a_talk_about_violence_is_removed(ana: Someone) -> None:
    met(ana)
    ana.sends(Said(ana.sender, SURE_ABUSE, 41))
    ana.sends(Said(ana.sender, DOUBTED[Tier.ABUSE], 43))
    ana.taps(RemoveTalk)
    assert ana.world.store.chats.unwanted(7) == (41, 43)


def test_what_was_not_meant_is_removed_too_and_makes_no_sound(ana: Someone) -> None:
    met(ana)
    ana.sends(Said(ana.sender, DOUBTED[Tier.ABUSE], 41))
    ana.says("no")
    assert not ana.sees.rings
    ana.taps(RemoveTalk)
    assert ana.world.store.chats.unwanted(7) == (41,)


# What people say who only want the question to go away


@pytest.mark.parametrize("said", ["I was joking", "jk lol", "autocorrect, sorry", "nvm i was exaggerating"])
def test_whoever_takes_it_back_is_believed(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.SELF_HARM])
    ana.says(said)
    assert GOOD in ana.sees.text


@pytest.mark.parametrize("said", ["nvm", "it's fine, no worries", "no more questions please", "egal"])
@pytest.mark.parametrize("tier", [Tier.SELF_HARM, Tier.NOW])
def test_whoever_lets_it_be_twice_is_asked_no_more(ana: Someone, tier: Tier, said: str) -> None:
    met(ana)
    ana.says(DOUBTED[tier])
    ana.says(said)
    assert ana.offers(MeantIt)
    ana.says(said)
    assert not ana.offers(MeantIt)
    assert ana.offers(WhomToCall) == (tier is Tier.SELF_HARM)


@pytest.mark.parametrize("said", ["never mind me, i want to die", "it's fine, i can't breathe though"])
def test_what_sounds_so_and_says_more_is_heard(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.DOCTOR])
    ana.says("whatever")
    ana.says(said)
    assert GOOD not in ana.sees.text
