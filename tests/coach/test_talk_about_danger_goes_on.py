"""What follows a question or an answer about danger: nothing doubtful takes its place, and a talk about violence stays secret."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.news import Said, Tapped
from bot.coach.news import What as Kind
from bot.coach.view.in_view import actions_on
from bot.domain.person.person import Pictures, Rest
from bot.domain.session.session import Phase
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import MeantIt, NotMeant, Place, RemoveTalk, Resume
from bot.screens.buttons.wire import decode
from tests.coach.doubting import (
    ALARMS,
    AMBULANCE,
    DOUBTED,
    GOOD,
    OVERDOSE,
    QUESTION,
    SURE,
    doubting,
    is_asked,
    live,
    who,
)
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.known import known
from tests.new_store import store_in_memory

SURE_ABUSE = "my partner beats me and i am scared"
SURE_DOCTOR = "i have cancer and new back pain at night"
LOOK_BELOW = "Please look at the newest message first"
EXPLAINED = "no i only said my husband hits me"


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, doubting(known(), *DOUBTED.values(), OVERDOSE, EXPLAINED)))
    store.close()


def _sends(person: Someone, text: str, message: int, *, is_edit: bool = False) -> None:
    person.sends(Said(person.sender, text, message, is_edit=is_edit))


def _removes(person: Someone) -> tuple[int, ...]:
    actions = [decode(data) for row in person.sees.keys for _, data, _ in row]
    return next((action.ids for action in actions if isinstance(action, RemoveTalk)), ())


# Beside an answer


@pytest.mark.parametrize("tier", DOUBTED)
def test_nothing_doubted_takes_the_place_of_whom_to_call(ana: Someone, tier: Tier) -> None:
    met(ana)
    ana.says(SURE)
    answered = ana.sees
    ana.says(DOUBTED[tier])
    assert ana.sees.text == answered.text
    assert ana.sees.fresh
    assert ana.sees.stays


def test_beside_the_word_to_see_a_doctor_something_graver_is_asked_about(ana: Someone) -> None:
    met(ana)
    ana.says(SURE_DOCTOR)
    ana.says(DOUBTED[Tier.DOCTOR])
    assert ALARMS[Tier.DOCTOR] in ana.sees.text
    ana.says(AMBULANCE)
    assert is_asked(ana)


@pytest.mark.parametrize("said", ["ja", "sí", "yes", "yes, help", "please help me now", "sos"])
def test_a_yes_below_the_answer_brings_it_again(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(SURE)
    answered = ana.sees
    ana.says(said)
    assert ana.sees.text == answered.text


def test_the_answer_in_another_language_stays_in_it(ana: Someone) -> None:
    met(ana)
    ana.says("mein mann schlägt mich jeden tag")
    answered = ana.sees
    ana.says("hilfe")
    assert ana.sees.text == answered.text
    assert "nicht schuld" in answered.text


@pytest.mark.parametrize("said", ["help me", DOUBTED[Tier.SELF_HARM]])
def test_after_a_day_it_is_no_longer_talked_of(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.world.now += timedelta(days=1, minutes=1)
    ana.says(said)
    assert ALARMS[Tier.SELF_HARM] not in ana.sees.text


def test_nor_is_a_question_of_yesterday_answered(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.world.now += timedelta(days=1, minutes=1)
    ana.says("help")
    assert who(ana).rest is Rest.NONE


# Beside a question


def test_a_changed_message_puts_no_lighter_question_in_the_place_of_a_graver(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.SELF_HARM], 41)
    asked = ana.sees
    _sends(ana, DOUBTED[Tier.DOCTOR], 43, is_edit=True)
    assert ana.sees.text == asked.text
    assert who(ana).rest is Rest.NONE


def test_but_a_graver_one(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.DOCTOR], 41)
    _sends(ana, DOUBTED[Tier.SELF_HARM], 41, is_edit=True)
    assert is_asked(ana)
    ana.taps(MeantIt)
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        EXPLAINED,
        "no i am only talking about the bus on my way home",
        "Yes but it was long ago and is over now",
    ],
)
def test_who_explains_is_asked_again(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ana.offers(MeantIt)
    assert who(ana).rest is Rest.NONE


def test_who_says_something_sure_is_answered(ana: Someone) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.DOCTOR])
    ana.says("no, it is my heart: crushing chest pain down my left arm")
    assert ALARMS[Tier.NOW] in ana.sees.text


@pytest.mark.parametrize("said", ["dont need help", "no help needed", "im fine help", "keine hilfe nötig"])
def test_a_word_of_help_in_a_denial_is_no_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize(
    "said",
    [
        "please help me now",
        "i need help now",
        "SOS",
        "heeelp",
        "hilf mir",
        "Ayúdame!",
        "aidez-moi svp",
        "au secours",
        "помогите",
        "مساعدة",
    ],
)
def test_a_cry_in_any_language_is_a_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ALARMS[Tier.NOW] in ana.sees.text


# A talk about violence


@pytest.mark.parametrize(
    ("said", "tier"),
    [(SURE, Tier.NOW), ("i want to kill myself", Tier.SELF_HARM), (SURE_DOCTOR, Tier.DOCTOR)],
)
@pytest.mark.parametrize("before", [SURE_ABUSE, DOUBTED[Tier.ABUSE]])
def test_whatever_it_comes_to_it_makes_no_sound_and_can_be_removed(
    ana: Someone, before: str, said: str, tier: Tier
) -> None:
    met(ana)
    _sends(ana, before, 41)
    _sends(ana, said, 43)
    assert ALARMS[tier] in ana.sees.text
    assert not ana.sees.rings
    assert not ana.sees.stays
    assert not ana.sees.line
    assert _removes(ana) == (41, 43)


def test_what_was_said_to_the_question_is_removed_too(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    assert _removes(ana) == (41,)
    _sends(ana, "ok", 43)
    assert is_asked(ana)
    assert not ana.sees.rings
    _sends(ana, "hmm", 45)
    assert is_asked(ana)
    ana.says("no")
    assert _removes(ana) == (41, 43, 45)


def test_words_that_mean_nothing_leave_the_answer_and_its_removal(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, "qwertz uiop", 43)
    assert ALARMS[Tier.ABUSE] in ana.sees.text
    assert _removes(ana) == (41, 43)


def test_something_else_that_is_doubted_is_asked_in_secret(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    ana.taps(NotMeant)
    _sends(ana, AMBULANCE, 43)
    assert is_asked(ana)
    assert not ana.sees.rings
    assert not ana.sees.line
    assert _removes(ana) == (41, 43)


@pytest.mark.parametrize("pictures", [Pictures.OFF, Pictures.MOVING])
def test_a_session_waits_after_a_no_until_it_is_tapped(ana: Someone, pictures: Pictures) -> None:
    starts(ana)
    ana.says("ready")
    ana.world.store.people.prefer(7, replace(who(ana), pictures=pictures))
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    ana.taps(NotMeant)
    assert ana.sees.text == GOOD
    assert not ana.sees.rings
    assert not ana.sees.stays
    assert not ana.sees.line
    assert _removes(ana) == (41,)
    after = live(ana)
    assert after
    assert after.phase is Phase.PAUSED
    ana.taps(Resume)
    after = live(ana)
    assert after
    assert after.phase is Phase.WORKING


# One danger after another


@pytest.mark.parametrize(
    ("said", "first", "gone"),
    [
        ((OVERDOSE, "i want to kill myself"), "even if you feel well", ""),
        ((OVERDOSE, SURE_DOCTOR), "even if you feel well", ""),
        (("i want to kill myself", SURE_DOCTOR), ALARMS[Tier.SELF_HARM], ""),
        (("i want to kill myself", SURE), ALARMS[Tier.NOW], ""),
        ((SURE, SURE_DOCTOR), ALARMS[Tier.NOW], ALARMS[Tier.DOCTOR]),
    ],
)
def test_what_was_answered_before_is_not_lost(
    ana: Someone, said: tuple[str, str], first: str, gone: str
) -> None:
    met(ana)
    for each in said:
        ana.says(each)
    assert first in ana.sees.text
    assert not gone or gone not in ana.sees.text
    assert "112 in Europe" in ana.sees.text
    once = ana.sees.text
    ana.says("help me")
    assert ana.sees.text == once


# What takes nothing away


@pytest.mark.parametrize("wire", ["dh.0", "zz", "h", "da.doctor.en.0", "s"])
@pytest.mark.parametrize("said", ["i want to kill myself", SURE_ABUSE, OVERDOSE])
def test_a_tap_further_up_takes_no_answer_away(ana: Someone, said: str, wire: str) -> None:
    met(ana)
    ana.says(said)
    answered = ana.sees
    if decode(wire) in actions_on(answered):
        return
    reply = ana.taps_data(wire)
    assert reply
    assert reply.toast == LOOK_BELOW
    assert ana.sees == answered


@pytest.mark.parametrize(
    ("before", "shows", "later"),
    [
        ("i want to kill myself", ALARMS[Tier.SELF_HARM], 0),
        ("i want to kill myself", ALARMS[Tier.SELF_HARM], 30),
        (DOUBTED[Tier.SELF_HARM], QUESTION, 0),
    ],
)
def test_a_late_yes_to_something_lighter_takes_nothing_away_and_is_told_why(
    ana: Someone, before: str, shows: str, later: int
) -> None:
    met(ana)
    ana.says(before)
    ana.world.now += timedelta(hours=later)
    reply = ana.taps_data("da.doctor.en.0")
    assert reply
    assert reply.toast == LOOK_BELOW
    assert shows in ana.sees.text


def test_a_button_of_hours_ago_removes_no_answer_to_something_else(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    ana.world.now += timedelta(hours=4)
    ana.says("/home")
    ana.says("i want to kill myself")
    ana.taps_data("dr.41")
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text
    assert ana.world.store.chats.unwanted(7) == (41,)


def test_nor_does_a_no_that_comes_too_late(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    late = next(data for row in ana.sees.keys for _, data, _ in row if isinstance(decode(data), NotMeant))
    ana.taps(MeantIt)
    ana.taps_data(late)
    assert ALARMS[Tier.NOW] in ana.sees.text


@pytest.mark.parametrize(
    "said", ["i am so alone", "no one is helping", "10 min", "please", "help my child", "qwertz"]
)
@pytest.mark.parametrize("before", ["i want to kill myself", SURE_ABUSE, AMBULANCE])
def test_words_take_neither_answer_nor_question_away(ana: Someone, before: str, said: str) -> None:
    met(ana)
    ana.says(before)
    shown = ana.sees.text
    ana.says(said)
    assert ana.sees.text.startswith(shown)


@pytest.mark.parametrize("before", ["i want to kill myself", AMBULANCE])
def test_what_can_do_no_harm_goes_through(ana: Someone, before: str) -> None:
    met(ana)
    ana.says(before)
    ana.says("delete my data")
    assert "elete" in ana.sees.text


def test_a_no_to_reminders_is_no_answer_to_the_question(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says("no more reminders please")
    assert not is_asked(ana)


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.STICKER, Kind.PICTURE])
def test_what_has_no_words_leaves_the_answer(ana: Someone, kind: Kind) -> None:
    met(ana)
    ana.says("i want to kill myself")
    answered = ana.sees
    ana.sends_a(kind)
    assert ana.sees.text == answered.text


@pytest.mark.parametrize("said", ["oui", "sì", "haan", "да"])
def test_a_yes_in_another_language_is_a_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ALARMS[Tier.NOW] in ana.sees.text


def test_a_message_may_be_changed_into_a_cry(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    _sends(ana, "hepl me", 41)
    _sends(ana, "help me", 41, is_edit=True)
    assert ALARMS[Tier.NOW] in ana.sees.text


def test_elsewhere_a_changed_cry_is_let_be(ana: Someone) -> None:
    met(ana)
    before = ana.sees
    _sends(ana, "help me", 41, is_edit=True)
    assert ana.sees == before


def test_who_denies_what_was_asked_raises_no_alarm(ana: Someone) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.SELF_HARM])
    ana.says("no, i dont want to kill myself")
    assert is_asked(ana)
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize("said", ["/settings", "/remind", "ok", "no", "delete my data", "my neck hurts"])
def test_whatever_comes_after_violence_is_silent_and_can_be_removed(ana: Someone, said: str) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, said, 43)
    assert not ana.sees.rings
    assert not ana.sees.line
    assert not ana.sees.stays
    assert _removes(ana) == (41, 43)
    ana.taps(RemoveTalk)
    assert ana.world.store.chats.unwanted(7) == (41, 43)
    assert _removes(ana) == ()


def test_hours_later_an_alarm_rings_again(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    ana.world.now += timedelta(hours=4)
    _sends(ana, SURE, 43)
    assert ana.sees.rings


def _talks(ana: Someone, count: int) -> list[int]:
    met(ana)
    messages = [10**17 + each for each in range(count)]
    _sends(ana, SURE_ABUSE, messages[0])
    for message in messages[1:]:
        _sends(ana, "please", message)
    return messages


def test_all_messages_are_removed_however_many_follow(ana: Someone) -> None:
    messages = _talks(ana, 20)
    ana.taps(RemoveTalk)
    assert ana.world.store.chats.unwanted(7) == (*messages,)
    assert ana.world.store.chats.together(7, ana.world.now) == ()


def test_hours_later_it_is_not_known_any_more_and_the_first_goes_with_the_newest(ana: Someone) -> None:
    messages = _talks(ana, 20)
    ana.world.now += timedelta(hours=3)
    ana.world.coach.claims.beat(ana.world.now)
    kept = ana.world.store.db.execute("select together, together_at from chats where chat = 7").fetchone()
    assert kept == (None, None)
    reply = ana.taps(RemoveTalk)
    gone = ana.world.store.chats.unwanted(7)
    assert (gone[0], gone[-1]) == (messages[0], messages[-1])
    assert reply
    assert reply.toast
    assert "delete them yourself" in reply.toast


def test_what_was_written_too_long_ago_is_told_of_though_the_card_is_newer(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    ana.world.now += timedelta(hours=23)
    _sends(ana, "help me", 43)
    ana.world.now += timedelta(hours=25)
    reply = ana.taps(RemoveTalk)
    assert reply
    assert reply.toast
    assert ana.world.store.chats.unwanted(7) == (41, 43)


def test_whoever_deletes_everything_deletes_the_talk_too(ana: Someone) -> None:
    messages = _talks(ana, 20)
    _sends(ana, "/delete", 10**17 + 20)
    ana.taps(Place.DELETE_SURELY)
    assert ana.world.store.people.get(7) is None
    assert ana.world.store.chats.unwanted(7) == (*messages, 10**17 + 20)
    assert not ana.sees.rings


def test_an_answer_on_its_way_does_not_outlast_the_removal(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    tap = next(data for row in ana.sees.keys for _, data, _ in row if isinstance(decode(data), RemoveTalk))
    world = ana.world
    world.coach.take(1, Said(ana.sender, "he hit me again", 43), world.now)
    world.coach.take(2, Tapped(ana.sender, tap), world.now)
    world.deliver(7)
    assert ALARMS[Tier.ABUSE] not in ana.sees.text
    assert _removes(ana) == ()
    assert world.store.chats.unwanted(7) == (41, 43)


@pytest.mark.parametrize(
    "said", ["delete these messages", "remove this chat", "get rid of that", "delete", "lösch das bitte"]
)
@pytest.mark.parametrize(
    ("before", "later"), [(SURE_ABUSE, 0), (DOUBTED[Tier.ABUSE], 0), (SURE_ABUSE, 5), (SURE_DOCTOR, 0)]
)
def test_who_wants_the_messages_gone_need_not_tap(ana: Someone, before: str, later: int, said: str) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, before, 43)
    ana.world.now += timedelta(hours=later)
    _sends(ana, said, 45)
    assert ana.world.store.chats.unwanted(7) == (41, 43, 45)
    assert _removes(ana) == ()
    assert not any(alarm in ana.sees.text for alarm in ALARMS.values())
    assert not ana.sees.rings


@pytest.mark.parametrize(
    "said", ["delete me", "erase me", "delete everything", "forget me", "wipe my account"]
)
def test_who_says_to_be_deleted_may_mean_the_messages(ana: Someone, said: str) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, said, 43)
    assert ALARMS[Tier.ABUSE] in ana.sees.text
    assert ana.labels == ["Remove these messages", "Erase my data", "Home"]
    assert _removes(ana) == (41, 43)
    ana.says(said)
    assert ana.labels == ["Remove these messages", "Erase my data", "Home"]
    ana.taps(Place.DELETE)
    assert ana.offers(Place.DELETE_SURELY)
    ana.says("delete")
    assert ana.world.store.people.get(7) is None
    assert ana.world.store.chats.unwanted(7) == (41, 43)


def test_who_wants_something_else_gone_is_offered_it_too(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, "please delete the thing about my husband", 43)
    assert ana.labels == ["Remove these messages", "Erase my data", "Home"]
    assert "Shall these messages go" in ana.sees.text
    assert ALARMS[Tier.ABUSE] in ana.sees.text


def test_elsewhere_it_is_the_person_who_is_deleted(ana: Someone) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.says("delete me")
    assert ana.offers(Place.DELETE_SURELY)


@pytest.mark.parametrize(("said", "is_told"), [("i want to kill myself", True), (SURE, False)])
def test_who_has_reminders_is_told_that_they_rest_for_a_day(ana: Someone, said: str, is_told: bool) -> None:
    met(ana)
    ana.says(said)
    assert "rest for a day" not in ana.sees.text
    ana.says("/settings")
    for each in ("remind me at 8:30 am", "keep it", said):
        ana.says(each)
    assert ("rest for a day" in ana.sees.text) is is_told


# Nobody is stuck


@pytest.mark.parametrize("said", ["i want to kill myself", SURE_ABUSE, AMBULANCE])
def test_it_is_shown_once_more_and_then_words_lead_on(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    shown = ana.sees.text
    ana.says("5 minutes")
    assert ana.sees.text.startswith(shown)
    ana.says("5 minutes")
    assert not ana.sees.text.startswith(shown)


def test_the_day_after_it_is_asked_whether_reminders_go_on_whatever_was_written(ana: Someone) -> None:
    met(ana)
    for said in ("remind me at 8:30 am", "keep it", "i want to kill myself"):
        ana.says(said)
    for _ in range(3):
        ana.world.now += timedelta(hours=9)
        ana.says("thanks")
    assert "Shall reminders go on?" in ana.sees.text or who(ana).rest is Rest.ASKED


def test_the_answer_to_violence_never_rings(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    ana.world.now += timedelta(hours=4)
    _sends(ana, "help me", 43)
    assert ALARMS[Tier.ABUSE] in ana.sees.text
    assert not ana.sees.rings
    assert _removes(ana) == (41, 43)


def test_a_session_that_goes_on_is_no_part_of_it(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    ana.taps(NotMeant)
    ana.taps(Resume)
    assert _removes(ana) == ()
    ana.world.passes(20)
    assert _removes(ana) == ()


@pytest.mark.parametrize(
    "said", ["remind me why to live", "who can i talk to", "i cant go home", "how can you help me"]
)
def test_a_plea_in_words_of_a_wish_takes_no_answer_away(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.says(said)
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


# Our own mishaps


def _apologises(ana: Someone, message: int) -> None:
    ana.world.coach.apologise(7, ana.world.now, message)
    ana.world.deliver(7)


@pytest.mark.parametrize("said", [SURE_ABUSE, DOUBTED[Tier.ABUSE], "i want to kill myself"])
def test_a_mishap_takes_neither_answer_nor_question_away(ana: Someone, said: str) -> None:
    met(ana)
    _sends(ana, said, 41)
    shown = ana.sees
    _apologises(ana, 43)
    assert ana.sees.text.startswith(shown.text)
    assert "our fault" in ana.sees.text
    assert ana.sees.rings is shown.rings
    assert _removes(ana) == ((41, 43) if shown.rings is False else ())


def test_an_hour_after_violence_a_mishap_is_silent_and_can_be_removed(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    ana.world.now += timedelta(hours=2)
    _apologises(ana, 43)
    assert "our fault" in ana.sees.text
    assert not ana.sees.rings
    assert not ana.sees.stays
    assert _removes(ana) == (41, 43)


def test_a_session_that_cant_be_read_takes_no_question_away(ana: Someone) -> None:
    starts(ana)
    ana.says("ready")
    _sends(ana, DOUBTED[Tier.SELF_HARM], 41)
    asked = ana.sees
    ana.world.store.db.execute("update sessions set script = 'nonsense', wake_at = beat_at where live")
    ana.world.passes(15)
    assert live(ana) is None
    assert ana.sees == asked


def test_whoever_spoke_of_violence_is_told_who_reads_this(ana: Someone) -> None:
    met(ana)
    ana.sends(Said(ana.sender, "my partner beats me and i am scared", 41))
    ana.sends(Said(ana.sender, "is this private", 43))
    assert "Who can read what you tell me" in ana.sees.text
    assert ana.offers(RemoveTalk)
    assert not ana.sees.rings
