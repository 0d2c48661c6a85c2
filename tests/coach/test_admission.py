"""Who may use the bot: a friend with the password, a stranger in danger, Mallory who guesses, and somebody who was banned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.app.running import refuse_word_of_danger, refuse_word_of_everybody
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.operator import Operator
from bot.coach.news import Located, Said, What
from bot.config import CannotEverStart
from bot.domain.person.person import Rest
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import DoRoutine, Go, Place, RemoveTalk
from bot.screens.buttons.actions import What as Begun
from bot.screens.buttons.wire import encode
from bot.store.person.everything import everything_of
from bot.store.reminders.deliveries import State
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World, starts
from tests.new_store import store_in_memory

WORD = "open-sesame"
ANA, ROOT = 7, 99

ASKS_FOR_WORD = "people who know my word"
NOT_THE_WORD = "That isn't my word"
TRIES = "That was a lot of tries"
SHUT_OUT = "You can't use this bot any more"


def closed(world: World, operator: Operator) -> None:
    """From now on the bot runs with these settings."""
    world.coach = Coach(world.store, replace(world.coach.knowledge, operator=operator))


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, operator=Operator(frozenset({ROOT}), word=WORD))))
    store.close()


def is_stored(someone: Someone) -> set[str]:
    """The tables that hold something about them."""
    return {
        table for table, rows in everything_of(someone.world.store.db.conn, someone.sender.id).items() if rows
    }


# A friend.


@pytest.mark.parametrize(
    "said",
    [
        *("open-sesame", "Open sesame", " OPEN SESAME! ", "open_sesame", "opensesame", "“open‑sesame”."),
        *(
            "the word is open sesame",
            "Hi! Open sesame",
            "/start open-sesame",
            "/start@unhunch_bot Open-Sesame",
        ),
    ],
)
def test_a_friend_says_the_word_and_is_greeted(ana: Someone, said: str) -> None:
    ana.says("/start")
    assert ASKS_FOR_WORD in ana.sees.text
    assert "Ana" in ana.sees.text
    ana.says(said)
    assert ana.offers(DoRoutine)
    ana.says("two gentle minutes")
    assert "First, your safety" in ana.sees.text


@pytest.mark.parametrize(
    "said", ["sesame", "open sesame seeds", "opensesam", "open sesame please", "", "🙂", "/open-sesame"]
)
def test_nothing_else_opens(ana: Someone, said: str) -> None:
    ana.says("/start")
    ana.says(said)
    assert not ana.offers(DoRoutine)
    assert "people" not in is_stored(ana)


def test_who_mistypes_it_says_it_again_or_mends_it(ana: Someone) -> None:
    ana.says("opem sesame")
    assert NOT_THE_WORD in ana.sees.text
    ana.sends(Said(ana.sender, "open sesame", is_edit=True))
    assert ana.offers(DoRoutine)


def test_it_is_said_once(ana: Someone, world: World) -> None:
    ana.says(WORD)
    closed(world, world.coach.knowledge.operator)
    ana.says("/settings")
    assert "Your settings" in ana.sees.text
    closed(world, Operator(word="another-word"))
    ana.says("/help")
    assert ASKS_FOR_WORD not in ana.sees.text


def test_who_deleted_all_of_theirs_says_it_again(ana: Someone) -> None:
    for said in (WORD, "/delete", "delete it all", "/start"):
        ana.says(said)
    assert ASKS_FOR_WORD in ana.sees.text
    assert is_stored(ana) == {"chats", "strangers"}


def test_on_the_list_nobody_needs_a_word(ana: Someone, bo: Someone, world: World) -> None:
    closed(world, Operator(people=frozenset({ANA})))
    ana.says("/start")
    assert ana.offers(DoRoutine)
    bo.says("/start")
    assert ASKS_FOR_WORD not in bo.sees.text
    assert f"number: {bo.sender.id}" in bo.sees.text, "which they can give to whoever runs the bot"
    bo.says("let me in")
    assert NOT_THE_WORD not in bo.sees.text


def test_once_only_the_list_counts_the_word_of_before_lets_in_nobody(ana: Someone, world: World) -> None:
    ana.says(WORD)
    closed(world, Operator(people=frozenset({8})))
    ana.says("/start")
    assert "number: 7" in ana.sees.text
    assert "still yours" in ana.sees.text


def test_an_admin_is_always_in(world: World) -> None:
    root = world.someone(ROOT, "Root")
    world.store.admission.ban(ROOT, ROOT, world.now)
    root.says("/start")
    assert root.offers(DoRoutine)


def test_where_nothing_is_set_everybody_is_in(ana: Someone, world: World) -> None:
    closed(world, Operator())
    ana.says("/start")
    assert ana.offers(DoRoutine)


def test_whom_to_ask_is_told(ana: Someone, world: World) -> None:
    closed(world, Operator(word=WORD, contact="Bo <bo@example.org>"))
    ana.says("/start")
    assert "Bo &lt;bo@example.org&gt;" in ana.sees.text


@pytest.mark.parametrize("word", ["stroke", "heart-attack"])
def test_a_word_that_sounds_like_a_cry_for_help_is_refused(knowledge: Knowledge, word: str) -> None:
    with pytest.raises(CannotEverStart, match="choose another"):
        refuse_word_of_danger(replace(knowledge, operator=Operator(word=word)))
    refuse_word_of_danger(replace(knowledge, operator=Operator(word=WORD)))
    refuse_word_of_danger(knowledge)


@pytest.mark.parametrize("word", ["help", "Stop", "he-llo", "stats", "Thank_You"])
def test_a_word_that_anybody_says_is_refused(knowledge: Knowledge, word: str) -> None:
    with pytest.raises(CannotEverStart, match="choose another"):
        refuse_word_of_everybody(replace(knowledge, operator=Operator(word=word)))
    refuse_word_of_everybody(replace(knowledge, operator=Operator(word=WORD)))
    refuse_word_of_everybody(knowledge)


# A stranger.


def test_nothing_is_kept_of_a_stranger_but_what_their_chat_shows(ana: Someone) -> None:
    for said in ("/start", "hello", "/routine", "my neck is stiff", "remind me at 8", "/pain 4"):
        ana.says(said)
    ana.sends_a(What.PICTURE)
    ana.sends(Located(ana.sender, 52.5, 13.4))
    for wire in ("h", encode(Go(Place.SIGNS)), encode(Go(Place.REMINDERS)), "nonsense"):
        ana.taps_data(wire)
        assert ASKS_FOR_WORD in ana.sees.text
    assert is_stored(ana) == {"chats", "strangers"}


def test_two_days_later_nothing_is_left_of_a_stranger_and_all_of_the_others(
    ana: Someone, bo: Someone, mallory: Someone, world: World
) -> None:
    bo.says(WORD)
    for someone in (ana, mallory):
        someone.says("/start")
    world.now += timedelta(hours=47)
    mallory.says("/start")
    world.now += timedelta(hours=2)
    world.coach.claims.wake_up(world.now)
    world.now += timedelta(minutes=2)
    world.coach.claims.beat(world.now)
    assert is_stored(ana) == set()
    assert is_stored(mallory) == {"chats", "strangers"}
    assert {"people", "chats", "admitted"} <= is_stored(bo)
    assert "strangers" not in is_stored(bo)
    ana.says("/start")
    assert ASKS_FOR_WORD in ana.sees.text


@pytest.mark.parametrize(
    "said", ["I have chest pain and can't breathe", "I want to kill myself", "my husband hits me"]
)
def test_a_stranger_in_danger_gets_help_and_no_dead_buttons(ana: Someone, said: str) -> None:
    ana.says(said)
    assert ASKS_FOR_WORD not in ana.sees.text
    assert not ana.offers(Place.HOME)
    assert is_stored(ana) == {"chats", "strangers"}
    helped = ana.sees
    ana.says("ok")
    assert ana.sees.text.startswith(helped.text)
    ana.says("/start")
    assert NOT_THE_WORD in ana.sees.text or ASKS_FOR_WORD in ana.sees.text


@pytest.mark.parametrize("between", [[], ["hello?"], ["I want to kill myself"]])
def test_who_is_let_in_after_danger_is_led_to_no_move_before_the_signs(
    ana: Someone, between: list[str]
) -> None:
    for said in ("I have chest pain", *between, WORD):
        ana.says(said)
    for words in ("/start", "/routine turn", "5 min", "/exercise cat cow"):
        ana.says(words)
        assert not ana.offers(Begun), words
    ana.says("/start")
    ana.taps(Go(Place.SIGNS))
    assert "First, your safety" in ana.sees.text


def test_after_harm_reminders_rest_for_whoever_is_let_in(ana: Someone, world: World) -> None:
    for said in ("I want to kill myself", WORD):
        ana.says(said)
    known = world.store.people.get(ANA)
    assert known
    assert known.preferences.rest is Rest.UNTIL_ASKED
    assert known.preferences.rests_until == world.now + timedelta(days=1)
    assert "strangers" not in is_stored(ana)


def test_danger_is_answered_after_any_number_of_guesses(ana: Someone) -> None:
    for _ in range(50):
        ana.says("sesame")
    assert TRIES in ana.sees.text
    assert "call your local emergency number" in ana.sees.text
    ana.says("I have chest pain")
    assert "Call for help now" in ana.sees.text


def test_help_on_its_way_gives_way_to_nothing(ana: Someone, world: World) -> None:
    world.coach.take(1, Said(ana.sender, "I have chest pain"), world.now)
    world.coach.take(2, Said(ana.sender, "hello?"), world.now)
    world.deliver(ANA)
    assert "Call for help now" in ana.sees.text


def test_so_it_can_in_words(ana: Someone, world: World) -> None:
    ana.sends(Said(ana.sender, "my husband hits me", message=41))
    ana.sends(Said(ana.sender, "delete this please", message=43))
    assert world.store.chats.unwanted(ANA) == (41, 43)
    assert not ana.offers(RemoveTalk)


def test_violence_at_home_can_be_taken_out_of_the_chat(ana: Someone, world: World) -> None:
    ana.sends(Said(ana.sender, "my husband hits me", message=41))
    assert len(ana.labels) == 1
    ana.taps(RemoveTalk)
    assert list(world.store.chats.unwanted(ANA)) == [41]
    assert ASKS_FOR_WORD in ana.sees.text


def test_a_complaint_is_sent_to_a_doctor(ana: Someone) -> None:
    ana.says("there is a sharp pain in my back")
    assert "ask a doctor" in ana.sees.text


# Mallory, who guesses.


def test_guesses_are_few_and_come_back_slowly(mallory: Someone, world: World) -> None:
    for tried in range(6):
        mallory.says(f"guess{tried}")
        assert NOT_THE_WORD in mallory.sees.text
    mallory.says(WORD)
    assert TRIES in mallory.sees.text
    assert "10 minutes" in mallory.sees.text
    world.now += timedelta(minutes=9)
    mallory.says(WORD)
    assert "in a minute" in mallory.sees.text
    world.now += timedelta(minutes=1)
    mallory.says("guess")
    assert NOT_THE_WORD in mallory.sees.text
    mallory.says(WORD)
    assert TRIES in mallory.sees.text


def test_nobody_elses_guesses_count(mallory: Someone, ana: Someone) -> None:
    for _ in range(20):
        mallory.says("guess")
    ana.says(WORD)
    assert ana.offers(DoRoutine)


def test_commands_and_long_letters_are_no_guesses(mallory: Someone) -> None:
    for _ in range(9):
        mallory.says("/start")
        mallory.says("/help")
        mallory.says("a word or two " * 20 + WORD)
        assert ASKS_FOR_WORD in mallory.sees.text
    mallory.says(WORD)
    assert mallory.offers(DoRoutine)


# Somebody who was banned, or is no longer let in.


@pytest.fixture
def banned(ana: Someone, world: World) -> Someone:
    """Ana was in, with a reminder and in a session, when it happened."""
    ana.says(WORD)
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    starts(ana)
    world.store.admission.ban(ANA, ROOT, world.now)
    return ana


def test_who_was_shut_out_gets_one_kind_screen_whatever_they_do(banned: Someone) -> None:
    for said in ("/start", "hello", WORD, "/routine", "remind me at 8", "next"):
        banned.says(said)
        assert SHUT_OUT in banned.sees.text
        assert NOT_THE_WORD not in banned.sees.text
    banned.taps_data(encode(Go(Place.HOME)))
    assert SHUT_OUT in banned.sees.text
    assert banned.labels == ["Send me a copy", "Erase my data", "Privacy"]


def test_who_was_shut_out_is_neither_reminded_nor_rung(banned: Someone, world: World) -> None:
    assert not world.passes(600)
    assert not claimed(world, DUE)
    assert states(world) == {State.QUIET: 1}
    assert world.store.reminders.next_due() == DUE + timedelta(days=1)


def test_what_was_claimed_before_is_not_sent(ana: Someone, world: World) -> None:
    ana.says(WORD)
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    assert world.coach.claims.claim(DUE, 32)
    world.store.admission.ban(ANA, ROOT, DUE)
    world.coach.judge_again(ANA, DUE)
    assert states(world) == {State.QUIET: 1}


def test_let_in_again_they_are_reminded_again(banned: Someone, world: World) -> None:
    claimed(world, DUE)
    world.store.admission.unban(ANA)
    world.passes(24 * 3600)
    assert claimed(world, DUE + timedelta(days=1)) == 1


def test_who_was_shut_out_is_helped_in_danger(banned: Someone, world: World) -> None:
    banned.says("I have chest pain")
    assert "Call for help now" in banned.sees.text
    assert banned.labels == []
    live = world.store.sessions.live(ANA)
    assert live
    assert live.phase is Phase.HALTED
    world.store.admission.unban(ANA)
    banned.says("/start")
    assert "looked after" in " ".join(banned.labels), "what they said counts when they are back"


def test_their_data_stays_theirs(banned: Someone, world: World) -> None:
    banned.says("/privacy")
    assert SHUT_OUT not in banned.sees.text
    for place in (Place.PRIVACY_KEPT, Place.PRIVACY_TIME, Place.PRIVACY_YOURS, Place.MY_DATA):
        banned.taps(place)
        assert SHUT_OUT not in banned.sees.text
    banned.says("/start")
    banned.taps(Place.EXPORT)
    assert "all I keep about you" in banned.sees.text
    for said in ("/delete", "delete it all"):
        banned.says(said)
    assert is_stored(banned) <= {"bans", "chats", "strangers"}
    world.coach.forget_chat(ANA)
    assert is_stored(banned) == {"bans"}
    banned.says(WORD)
    assert SHUT_OUT in banned.sees.text


def test_deleting_can_be_tapped_too(banned: Someone, world: World) -> None:
    banned.says("/start")
    banned.taps(Place.DELETE)
    banned.taps_data(encode(Go(Place.DELETE_SURELY)))
    assert world.store.people.get(ANA) is None


def test_a_stranger_can_take_along_and_delete_what_there_is(ana: Someone, world: World) -> None:
    for said in ("/start", "/export", "/delete", "delete it all"):
        ana.says(said)
    world.coach.forget_chat(ANA)
    assert is_stored(ana) == set()


def test_who_used_the_bot_before_it_was_closed_is_not_reminded(
    ana: Someone, bo: Someone, world: World
) -> None:
    closed(world, Operator())
    for someone in (ana, bo):
        reminded_at(someone, time(8, 30), "Europe/Berlin")
    closed(world, Operator(people=frozenset({8})))
    assert claimed(world, DUE) == 1
    assert states(world) == {State.QUIET: 1, State.PENDING: 1}
    ana.says("hello")
    assert "still yours" in ana.sees.text
    assert ana.labels == ["Send me a copy", "Erase my data", "Privacy"]
