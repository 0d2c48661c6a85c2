"""A session as a file, to hear or to see: what comes before it, what counts, and how it ends."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Reply
from bot.coach.session.recorded_session import MOST_HEARD, MOST_SEEN
from bot.content.source.language_tags import ENGLISH
from bot.domain.own.own_exercise import FileKind
from bot.domain.own.own_routine import OwnLine
from bot.domain.person.voice_level import Voice
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Led, Move, Phase
from bot.domain.session.telling import ENDING_ON_FLOOR
from bot.domain.session.voice_lines import SpokenClip
from bot.film.wanted import LONGEST
from bot.screens.buttons.actions import (
    AddLine,
    AskHowFar,
    DidUpTo,
    DoAgain,
    DoExercise,
    DoOwn,
    DoRoutine,
    Go,
    LearnStep,
    NoSigns,
    OpenForm,
    Place,
    PlayAnyway,
    Resume,
    ToHear,
    ToSee,
)
from bot.screens.buttons.wire import encode
from bot.screens.session.spoken import every_sentence
from bot.store.reminders.deliveries import State
from tests.coach.pictured import a_file, exercises, made
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import GETS_DOWN, SIGNS, Someone, World
from tests.meaning import OFFERED_AT_HOME, Carries, label_of, means
from tests.new_store import store_in_memory

MINUTE = 60.0

A_MINUTE_OF_FILM, TELEGRAM_TAKES = 1.2e6, 50e6
"""Bytes."""


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, has_films=True)))
    store.close()


def begins(someone: Someone) -> None:
    """Past the signs, and not in a session."""
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        someone.says(said)


def listens(someone: Someone, what: str = "gentle") -> None:
    someone.taps_data(encode(ToHear(DoRoutine(what))))
    comes(someone)


def comes(someone: Someone) -> None:
    """The file arrives: the time of the session runs from then on."""
    if live := someone.world.store.sessions.live(someone.sender.id):
        someone.world.store.sessions.start_listening(live.id, live.person, someone.world.now)


def session_of(someone: Someone) -> object:
    return someone.world.store.sessions.live(someone.sender.id)


def test_a_session_is_listened_to_and_counts_when_it_was_done(ana: Someone, world: World) -> None:
    begins(ana)
    ana.says("/routine gentle")
    assert ana.labels[:3] == ["Do it", "Listen", "Watch"]
    ana.taps(ToHear)
    assert ana.sees.text.startswith("<b>Monday, ")
    assert (ana.sees.job, ana.sees.kind) == ("sound", "audio")
    assert ana.labels == ["Done", "Stop here", "It hurts"]
    seconds = json.loads(ana.sees.value)["seconds"]
    assert 100 < seconds < 400
    world.passes(seconds)
    assert ana.sees.kind == "audio"
    ana.taps(Move.DONE)
    assert "minutes" in ana.sees.text
    assert len(world.store.sessions.exercises_done(7)) > 1


def test_it_can_be_watched(ana: Someone) -> None:
    begins(ana)
    ana.taps_data(encode(ToSee(DoRoutine("gentle"))))
    assert (ana.sees.job, ana.sees.kind) == ("video", "video")
    assert json.loads(ana.sees.value)["segments"]


def test_who_says_nothing_is_asked_once_and_nothing_counts_unasked(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    before = world.store.sessions.exercises_done(7)
    world.passes(json.loads(ana.sees.value)["seconds"] + 19 * MINUTE)
    assert ana.sees.kind == "audio", "whoever began it late still hears it"
    world.passes(MINUTE)
    assert "Did you do it?" in ana.sees.text
    assert not ana.sees.rings
    assert ana.sees.picture is None
    assert world.store.sessions.exercises_done(7) == before
    assert world.passes(MINUTE * 60) == []
    ana.taps(Move.DONE)
    assert len(world.store.sessions.exercises_done(7)) > len(before)


def test_who_stops_is_told_where_and_what_was_done_counts(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    world.passes(json.loads(ana.sees.value)["seconds"] * 0.6)
    ana.taps(Move.STOP)
    assert "You stopped at " in ana.sees.text
    assert " of " in ana.sees.text
    assert "What you did counts" in ana.sees.text
    assert session_of(ana) is None


def test_the_second_of_two_taps_changes_nothing(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    shown = ana.sees
    listens(ana)
    assert ana.sees == shown
    assert world.store.db.execute("select count(*) from sessions where live").fetchone() == (1,)


def test_other_screens_are_looked_at_meanwhile_and_lead_back_without_another_file(
    ana: Someone, world: World
) -> None:
    begins(ana)
    listens(ana)
    world.store.sent_films.note(7, 1, 2, world.now)
    ana.says("/learn")
    assert ana.labels[0] == "Back to my session"
    ana.taps(Resume)
    assert not ana.sees.job
    assert ana.labels == ["Done", "Stop here", "It hurts"]
    world.passes(2 * MINUTE)
    ana.taps(Move.DONE)
    assert "minute" in ana.sees.text


def test_when_it_was_nothing_the_file_is_gone_back_to_and_too_much_goes_on_by_the_card(
    ana: Someone, world: World
) -> None:
    begins(ana)
    listens(ana)
    seconds = json.loads(ana.sees.value)["seconds"]
    world.passes(seconds * 0.6)
    ana.taps(Move.HURTS)
    assert ana.sees.text.startswith("Pause the sound first.\n")
    assert "What is it like?" in ana.sees.text
    ana.taps(Move.GO_ON)
    assert ana.sees.text.startswith("<b>Listening: ")
    assert ana.labels == ["Done", "Stop here", "It hurts"]
    ana.taps(Move.HURTS)
    hurting = world.store.sessions.live(7)
    assert hurting
    ana.taps(Move.TOO_MUCH)
    live = world.store.sessions.live(7)
    assert live
    assert live.led is Led.BY_TAPS
    assert live.now_playing.item >= hurting.now_playing.item > 0
    assert "Pause the sound" not in ana.sees.text


@pytest.mark.parametrize("like", [Move.SHARP, Move.NUMB, Move.CHEST])
def test_the_file_with_the_move_that_hurt_is_taken_back(ana: Someone, world: World, like: Move) -> None:
    begins(ana)
    listens(ana)
    live = world.store.sessions.live(7)
    assert live
    world.store.sent_films.note(7, 47, live.id, world.now)
    world.store.sent_films.note(7, 46, live.id + 1, world.now)
    world.passes(40)
    ana.taps(Move.HURTS)
    assert world.store.chats.unwanted(7) == ()
    ana.taps(like)
    assert 47 in world.store.chats.unwanted(7)
    assert (46 in world.store.chats.unwanted(7)) is (like is not Move.SHARP)
    assert 47 not in world.store.sent_films.to_take_back(7, world.now)


def test_the_signs_come_first_and_then_the_file(ana: Someone) -> None:
    ana.says("/start")
    listens(ana)
    assert "First, your safety" in ana.sees.text
    ana.taps(NoSigns)
    assert ana.sees.kind == "audio"


def test_none_while_locked(ana: Someone) -> None:
    begins(ana)
    for said in ("/settings", "work around", "surgery", "done"):
        ana.says(said)
    listens(ana)
    assert not ana.sees.job
    assert session_of(ana) is None


def test_none_from_seven_of_ten(ana: Someone, world: World) -> None:
    begins(ana)
    ana.says("/pain 7")
    listens(ana)
    assert "Not as a file today" in ana.sees.text
    assert session_of(ana) is None
    assert ana.labels[0].startswith("Gently")
    ana.says("/routine gentle")
    assert not ana.offers(ToHear)
    ana.says("/pain 2")
    world.passes(2)
    listens(ana)
    assert ana.sees.kind == "audio"


def test_what_is_new_on_the_floor_is_shown_first_or_played_anyway(ana: Someone) -> None:
    begins(ana)
    listens(ana, "turn-and-bend")
    assert "new to you" in ana.sees.text
    assert ana.labels[:2] == ["Show me first", "Play anyway"]
    card = ana.sees.keys
    ana.taps(LearnStep)
    assert " 1 of " in ana.sees.text
    ana.taps_data(card[1][0][1])
    assert ana.sees.kind == "audio"


def test_anyway_is_no_way_past_what_stands_before(ana: Someone) -> None:
    begins(ana)
    ana.says("/pain 8")
    ana.taps_data(encode(PlayAnyway(ToHear(DoRoutine("turn-and-bend")))))
    assert "Not as a file today" in ana.sees.text


def test_what_can_not_be_made_is_played_in_the_chat_and_nothing_of_it_counts(
    ana: Someone, world: World
) -> None:
    begins(ana)
    listens(ana)
    before = world.store.sessions.exercises_done(7)
    live = world.store.sessions.live(7)
    assert live
    reply = world.coach.file_failed(7, live.id, world.now, no_room=True)
    assert isinstance(reply, Reply)
    world.deliver(7)
    assert "no room" in ana.sees.text
    assert world.store.sessions.live(7) is None
    world.passes(MINUTE)
    ana.taps(DoAgain)
    again = world.store.sessions.live(7)
    assert again
    assert again.led is Led.BY_TAPS
    assert [beat.ref for beat in again.script] == [beat.ref for beat in live.script]
    assert again.routine == live.routine
    assert world.store.sessions.exercises_done(7) == before


def test_without_the_extra_nothing_of_it_is_seen_and_an_old_button_begins_the_card(
    knowledge: Knowledge,
) -> None:
    store = store_in_memory()
    ana = World(store, Coach(store, knowledge)).someone(7, "Ana")
    begins(ana)
    for said in ("/routine gentle", "/start", "/exercise chin tuck", "/today"):
        ana.says(said)
        assert not {"Listen", "Watch"} & {*ana.labels}
    listens(ana)
    assert not ana.sees.job
    assert ana.gets_ready()
    store.close()


def test_mallory_can_not_end_what_ana_hears(ana: Someone, mallory: Someone, world: World) -> None:
    for someone in (ana, mallory):
        begins(someone)
    listens(ana)
    done = ana.sees.keys[0][0][1]
    mallory.taps_data(done)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.LISTENING


def test_who_would_rather_listen_has_that_first(ana: Someone) -> None:
    begins(ana)
    for tap in ("/settings", "On the mat", "Listen 1st: off"):
        ana.says(tap)
    assert "Listen 1st: on" in ana.labels
    ana.says("/routine gentle")
    assert ana.labels[:3] == ["Listen", "Do it", "Watch"]
    assert ana.sees.keys[0][0][2] == "primary"


def test_the_voice_says_what_they_want(ana: Someone) -> None:
    begins(ana)
    for tap in ("/settings", "On the mat", "Voice", "Bells only"):
        ana.says(tap)
    assert "bells only" in ana.sees.text
    listens(ana)
    sounds = {what for _, what in json.loads(ana.sees.value)["sounds"]}
    assert sounds
    assert all(what.startswith("bell:") for what in sounds)


def test_a_single_exercise_can_be_heard_and_watched(ana: Someone) -> None:
    begins(ana)
    ana.says("/exercise chin tuck")
    assert [label for label, _, _ in ana.sees.keys[0]] == ["Do it", "Listen", "Watch"]
    ana.taps(ToHear)
    assert ana.sees.kind == "audio"


def test_no_card_has_more_than_four_rows_and_all_ways_on_are_there(
    ana: Someone, knowledge: Knowledge
) -> None:
    begins(ana)
    forms = [form for each in knowledge.english.library.exercises.values() for form in each.forms]
    for ref in (form.ref for form in forms):
        ana.taps_data(encode(OpenForm(ref.exercise, ref.form)))
        assert len(ana.sees.keys) <= 4, ref
        assert ana.labels[-3:] == ["Moves", "More …", "Home"]
    ana.says("/exercise cat cow")
    assert {"Easier", "Harder", "Swap"} <= set(ana.labels)
    ana.taps(Place.EXERCISES)
    assert ana.sees.text.startswith("<b>What for?</b>")


def test_before_the_first_session_the_signs_come_first_and_then_the_file(ana: Someone) -> None:
    ana.says("/start")
    assert ana.labels == ["Two gentle minutes", "Listen", "Watch", "What is this?"]
    ana.taps(ToHear)
    assert ana.sees.job == ""
    ana.says("none of these")
    assert ana.sees.kind == "audio"


def test_when_today_is_done_there_is_more_to_hear_and_to_see(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    world.passes(10 * MINUTE)
    ana.taps(Move.DONE)
    ana.says("/today")
    another = next(at for at, row in enumerate(ana.sees.keys) if means(row[0][1], OFFERED_AT_HOME))
    assert [label for label, _, _ in ana.sees.keys[another + 1]] == ["Listen", "Watch"]


def test_each_session_can_be_had_once_more_as_a_file(ana: Someone, world: World) -> None:
    begins(ana)
    for what in ("gentle", "desk-break"):
        listens(ana, what)
        world.passes(10 * MINUTE)
        ana.taps(Move.DONE)
    ana.taps_data(encode(Go(Place.AGAIN)))
    named = [row[0][0] for row in ana.sees.keys[:2]]
    ana.taps(Place.AGAIN_TO_HEAR)
    assert "to listen to" in ana.sees.text
    assert [row[0][0] for row in ana.sees.keys[:2]] == named
    ana.taps(ToHear(DoRoutine("gentle")))
    assert ana.sees.kind == "audio"
    live = world.store.sessions.live(7)
    assert live
    assert live.routine == "gentle"
    ana.says("stop")
    ana.taps_data(encode(Go(Place.AGAIN_TO_SEE)))
    ana.taps(ToSee(DoRoutine("desk-break")))
    assert ana.sees.kind == "video"


def test_where_nothing_is_recorded_an_old_button_shows_the_plain_list(knowledge: Knowledge) -> None:
    store = store_in_memory()
    ana = World(store, Coach(store, knowledge)).someone(7, "Ana")
    begins(ana)
    ana.taps_data(encode(Go(Place.AGAIN_TO_HEAR)))
    assert "to listen" not in ana.sees.text
    assert not [label for label in ana.labels if "Listen" in label]
    store.close()


def test_ones_own_routine_can_be_heard_as_soon_as_it_is_made(ana: Someone, world: World) -> None:
    begins(ana)
    own = world.store.own.make(7, "Mine", (), world.now)
    ana.taps_data(encode(AddLine(own.id, "chin-tuck", "usual")))
    assert ana.labels[:3] == ["Do it", "Listen", "Watch"]


def test_what_was_done_of_it_is_asked_and_counts(ana: Someone, world: World, knowledge: Knowledge) -> None:
    begins(ana)
    listens(ana)
    live = world.store.sessions.live(7)
    assert live
    slugs = dict.fromkeys(beat.ref.exercise for beat in live.script)
    names = [knowledge.english.library.exercises[slug].title for slug in slugs]
    world.passes(60 * MINUTE)
    ana.taps(AskHowFar)
    assert "Which move" in ana.sees.text
    assert ana.labels == [*(f"{number} {name}" for number, name in enumerate(names[:-1], 1)), "Back"]
    ana.taps(Resume)
    assert "Did you do it?" in ana.sees.text
    ana.taps(AskHowFar)
    ana.taps(Carries("item", 1))
    assert f"You stopped at {names[1]}, 2 of {len(names)}." in ana.sees.text
    assert "What you did counts" in ana.sees.text
    assert session_of(ana) is None
    done = {each.exercise for each in world.store.sessions.last_done(7)}
    assert len(done) == 2


def test_mallory_can_not_say_what_ana_did(ana: Someone, mallory: Someone, world: World) -> None:
    for someone in (ana, mallory):
        begins(someone)
    listens(ana)
    world.passes(60 * MINUTE)
    live = world.store.sessions.live(7)
    assert live
    for action in (AskHowFar(live.id, live.turn), DidUpTo(live.id, live.turn, 1)):
        mallory.taps_data(encode(action))
        assert "Which move" not in mallory.sees.text
    assert world.store.sessions.live(7) == live


def test_in_words_only_there_is_nothing_to_watch(ana: Someone) -> None:
    begins(ana)
    ana.says("no pictures")
    ana.says("/routine gentle")
    assert ana.offers(ToHear)
    assert not ana.offers(ToSee)


def test_two_people_who_are_told_the_same_are_made_the_same(ana: Someone, bo: Someone) -> None:
    for someone in (ana, bo):
        begins(someone)
        listens(someone)
    assert ana.sees.value == bo.sees.value


def test_a_file_that_came_late_runs_from_when_it_came(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    live = world.store.sessions.live(7)
    assert live
    world.now += (late := world.now - live.began_at + (live.wake_at or live.beat_at) - live.beat_at)
    world.store.sessions.start_listening(live.id, 8, world.now)
    assert world.store.sessions.live(7) == live
    world.store.sessions.start_listening(live.id, 7, world.now)
    assert world.passes(0) == []
    heard = world.store.sessions.live(7)
    assert heard
    assert heard.beat_at == live.beat_at + late
    assert heard.phase is Phase.LISTENING


def test_what_is_in_the_chat_goes_when_somebody_must_not_move(
    ana: Someone, bo: Someone, world: World
) -> None:
    for someone in (ana, bo):
        begins(someone)
        listens(someone)
        world.store.sent_films.note(someone.sender.id, 40 + someone.sender.id, 2, world.now)
    ana.says("I have chest pain")
    assert world.store.chats.unwanted(7) == (47,)
    assert world.store.sent_films.to_take_back(7, world.now) == []
    bo.says("hello")
    assert world.store.chats.unwanted(8) == ()


@pytest.mark.parametrize(
    ("times", "offered"),
    [(5, ["In the chat instead", "Listen", "Home"]), (7, ["In the chat instead", "Home"])],
)
def test_what_is_too_long_to_be_sent_is_not_begun_and_what_can_be_is_offered(
    ana: Someone, world: World, times: int, offered: list[str]
) -> None:
    begins(ana)
    made(ana, dose="10 x 50 s")
    ref = exercises(ana)[0].ref
    lines = [OwnLine(0, ref)] * times
    routine = DoOwn(world.store.own.make(7, "Long", lines, world.now).id)
    ana.taps_data(encode(ToSee(routine)))
    assert "minutes, and a film can have 40." in ana.sees.text
    assert ana.labels == offered
    assert session_of(ana) is None
    ana.taps_data(encode(ToHear(routine)))
    if times > 5:
        assert "minutes, and a file to listen to can have 60." in ana.sees.text
        ana.taps(DoOwn)
        assert session_of(ana)
    else:
        assert ana.sees.kind == "audio"
        assert 45 * MINUTE < json.loads(ana.sees.value)["seconds"] <= LONGEST


def test_the_longest_film_can_be_sent_and_the_longest_sound_be_made() -> None:
    assert MOST_SEEN.total_seconds() / MINUTE * A_MINUTE_OF_FILM < TELEGRAM_TAKES
    assert MOST_HEARD.total_seconds() + ENDING_ON_FLOOR <= LONGEST


def test_an_old_exercise_that_is_gone_leads_to_its_card(ana: Someone) -> None:
    begins(ana)
    ana.taps_data(encode(ToHear(DoExercise("gone", "usual"))))
    assert not ana.sees.job
    assert session_of(ana) is None


def test_what_somebody_made_for_themselves_stays_theirs(ana: Someone, world: World) -> None:
    begins(ana)
    made(ana, file=a_file(kind=FileKind.VIDEO))
    ana.taps(ToHear)
    assert "Towel pull" in ana.sees.text
    assert "Towel" not in ana.sees.value + ana.sees.name
    ana.taps(Move.STOP)
    routine = world.store.own.make(7, "Zyx", [OwnLine(0, exercises(ana)[0].ref)], world.now)
    ana.taps_data(encode(ToSee(DoOwn(routine.id))))
    assert "Zyx" in ana.sees.text
    assert not [word for word in ("Zyx", "Towel") if word in ana.sees.value + ana.sees.name]
    assert {segment["loop"] for segment in json.loads(ana.sees.value)["segments"] if "loop" in segment} == {
        ""
    }


@pytest.mark.parametrize(
    ("said", "kind"), [("listen", "audio"), ("Video", "video"), ("talk me through it", "audio")]
)
def test_typing_it_does_it(ana: Someone, said: str, kind: str) -> None:
    begins(ana)
    ana.says(said)
    if "new to you" in ana.sees.text:
        ana.taps(PlayAnyway)
    assert ana.sees.kind == kind


def test_done_is_heard_while_it_plays(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    world.passes(2 * MINUTE)
    ana.says("done")
    assert world.store.sessions.live(7) is None
    assert "minute" in ana.sees.text


def test_a_reminder_has_only_its_button_and_the_file_comes_after_what_is_due(
    ana: Someone, world: World
) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    assert not ana.sees.job
    assert ana.labels[:2] == [label_of(ana.sees, nod) for nod in (Nod.START, Nod.LISTEN)]
    listen = ana.sees.keys[0][1][1]
    store, person = world.store.people, world.store.people.get(7)
    assert person
    store.prefer(7, replace(person.preferences, signs_again=True))
    ana.taps_data(listen)
    assert SIGNS in ana.sees.text
    world.now += timedelta(seconds=5)
    ana.taps(NoSigns)
    assert ana.sees.kind == "audio" or "new to you" in ana.sees.text
    assert states(world)[State.ANSWERED] == 1


def test_what_is_recorded_of_a_voice_is_said_and_less_of_it_from_the_third_time_on(
    knowledge: Knowledge,
) -> None:
    english, store = knowledge.english, store_in_memory()
    texts = every_sentence(english.library, english.words)
    clips = {text: SpokenClip("voice/en/hello.m4a", 1.5) for text in texts}
    known = replace(knowledge, has_films=True, languages={ENGLISH: replace(english, clips=clips)})
    world = World(store, Coach(store, known))
    ana = world.someone(7, "Ana")
    begins(ana)
    listens(ana)
    once = said_in(ana)
    assert set(once) == {"voice/en/hello.m4a"}
    for _ in range(2):
        world.passes(30 * MINUTE)
        ana.taps(Move.DONE)
        listens(ana)
    assert len(said_in(ana)) < len(once)
    store.close()


def said_in(someone: Someone) -> list[str]:
    return [what for _, what in json.loads(someone.sees.value)["sounds"] if not what.startswith("bell:")]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *((said, "audio") for said in ("audio please", "audio session", "can I just listen", "voice please")),
        *(
            (said, "audio")
            for said in ("read it out to me", "talk me through it", "I'd like to hear the session")
        ),
        *(
            (said, "video")
            for said in ("can I watch a video", "show me a video", "film please", "video session")
        ),
    ],
)
def test_a_file_can_be_asked_for_in_many_words(ana: Someone, said: str, kind: str) -> None:
    begins(ana)
    ana.says(said)
    assert ana.sees.kind == kind


def test_who_has_it_read_to_them_is_still_offered_words(ana: Someone) -> None:
    begins(ana)
    ana.says("read it to me")
    assert "No pictures, words instead" in ana.labels


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        *((said, Voice.BELLS) for said in ("bells only", "just bells", "only the bell")),
        *((said, Voice.BRIEF) for said in ("say less", "talk less", "you talk too much")),
    ],
)
def test_how_much_the_voice_says_can_be_said(ana: Someone, world: World, said: str, voice: Voice) -> None:
    begins(ana)
    ana.says(said)
    person = world.store.people.get(7)
    assert person
    assert person.preferences.voice is voice


@pytest.mark.parametrize("said", ["louder", "make it louder", "turn it up louder", "too quiet", "no voice"])
def test_who_speaks_of_the_voice_is_asked_how_much_and_never_for_another_level(
    ana: Someone, said: str
) -> None:
    begins(ana)
    ana.says(said)
    assert "How much shall the voice say" in ana.sees.text


def test_done_before_anything_was_done_keeps_it_going(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    world.passes(3)
    reply = ana.taps(Move.DONE)
    assert reply
    assert reply.toast == "It has only just begun. Tap Done at the end, or Stop here."
    assert ana.sees.kind == "audio"
    ana.says("done")
    assert "only just begun" in ana.sees.text
    assert ana.labels == ["Done", "Stop here", "It hurts"]
    ana.taps(Move.STOP)
    assert "You stopped at " in ana.sees.text
    assert "nothing is counted" in ana.sees.text
    assert "before the first move" not in ana.sees.text


def test_what_is_sharp_is_the_move_that_was_heard(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    live = world.store.sessions.live(7)
    assert live
    world.passes(json.loads(ana.sees.value)["seconds"] * 0.7)
    ana.taps(Move.HURTS)
    world.passes(2 * MINUTE)
    ana.taps(Move.SHARP)
    stop = world.store.sharp_stops.get(live.id, 7)
    assert stop
    assert stop.exercise != live.script[0].ref.exercise


@pytest.mark.parametrize(
    ("said", "note"), [("pause", "Pause it in the player"), ("how long is left", "The player shows it.")]
)
def test_what_the_player_does_is_left_to_it(ana: Someone, said: str, note: str) -> None:
    begins(ana)
    listens(ana)
    ana.says(said)
    assert note in ana.sees.text
    assert ana.labels == ["Done", "Stop here", "It hurts"]


def test_a_number_is_noted_while_it_plays_and_from_seven_it_ends(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    live = world.store.sessions.live(7)
    assert live
    world.store.sent_films.note(7, 47, live.id, world.now)
    world.passes(2 * MINUTE)
    ana.says("pain 4")
    assert "Noted: 4 of 10" in ana.sees.text
    assert session_of(ana) == live
    ana.says("pain 8")
    assert "Noted: 8 of 10" in ana.sees.text
    assert "A file plays on whatever you feel." in ana.sees.text
    assert ana.labels[0].startswith("Gently")
    assert session_of(ana) is None
    assert world.store.chats.unwanted(7) == (47,)
    assert world.store.sessions.last_done(7)


@pytest.mark.parametrize("said", ["listen", ""])
def test_the_session_on_its_card_becomes_a_file(ana: Someone, world: World, said: str) -> None:
    begins(ana)
    ana.taps_data(encode(DoRoutine("gentle")))
    before = world.store.sessions.live(7)
    assert before
    ana.says(said) if said else listens(ana)
    live = world.store.sessions.live(7)
    assert live
    assert (ana.sees.kind, live.led, live.routine) == ("audio", Led.BY_FILE, before.routine)
    assert live.id != before.id


def test_watch_right_after_listen_of_the_same_brings_the_film_instead(ana: Someone, world: World) -> None:
    begins(ana)
    listens(ana)
    ana.taps_data(encode(ToHear(DoRoutine("gentle"))))
    assert (ana.sees.job, ana.labels[0]) == ("sound", "Done")
    ana.taps_data(encode(ToSee(DoRoutine("gentle"))))
    assert ana.sees.job == "video"
    comes(ana)
    world.passes(2 * MINUTE)
    listens(ana)
    assert "still open" in ana.sees.text, "not in the midst of it"


def test_things_to_have_at_hand_are_told_before_it_begins(ana: Someone) -> None:
    begins(ana)
    listens(ana, "gentle")
    assert "You need" not in ana.sees.text
    ana.says("stop")
    ana.taps_data(encode(ToHear(DoExercise("wall-stretch", "usual"))))
    assert "You need a wall." in ana.sees.text
