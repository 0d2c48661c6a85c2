"""The warning signs are really seen: a second tap is no answer, an old button is none, and the answer is stored."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Cleared, Preferences, Rest
from bot.domain.session.session import Move
from bot.screens.buttons.actions import (
    Action,
    DoExercise,
    DoRoutine,
    Go,
    MayMove,
    NoSigns,
    Place,
    SeeSigns,
    SettingsGroup,
)
from bot.screens.buttons.wire import decode, encode
from bot.screens.view import View
from tests.coach.talk import GETS_DOWN, SIGNS, Someone, World
from tests.meaning import DO_IT, Meant, data_of, said

TOAST = "Please read first"
DELETE_ASK = "Delete everything I know about you?"


def who(world: World, person: int = 7) -> Preferences:
    known = world.store.people.get(person)
    assert known
    return known.preferences


def rows_below(view: View, wanted: str) -> int:
    return next(
        below for below, row in enumerate(reversed(view.keys)) for _, data, _ in row if data == wanted
    )


def toast(someone: Someone, data: str) -> str | None:
    reply = someone.taps_data(data)
    return reply.toast if reply else None


def at_once(world: World) -> None:
    """From now on cards are tapped as soon as they come."""
    world.reading = timedelta()


@pytest.mark.parametrize("milliseconds", [0, 30, 60, 250, 900, 999])
def test_a_second_touch_does_not_answer_the_signs(ana: Someone, world: World, milliseconds: int) -> None:
    at_once(world)
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    for answer in (NoSigns, Place.SIGNS_WHICH, Age.MINOR):
        world.now += timedelta(milliseconds=milliseconds)
        assert toast(ana, data_of(ana.sees, answer)) == TOAST
        assert SIGNS in ana.sees.text
        assert who(world) == Preferences()
        world.now -= timedelta(milliseconds=milliseconds)
    world.now += timedelta(seconds=1)
    ana.taps(NoSigns)
    assert ana.gets_ready("Shoulder rolls 1 of 3")


def test_a_card_that_is_on_its_way_is_not_answered_by_what_it_brings(ana: Someone, world: World) -> None:
    """It may have reached the phone before we heard that it did."""
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    signs, none = world.store.chats.shown(7), data_of(ana.sees, NoSigns)
    assert signs
    world.store.chats.owe(7, signs.view)
    world.store.chats.pay(7, None, replace(signs, view="{}"))
    assert toast(ana, none) == TOAST
    assert who(world).cleared is Cleared.UNASKED


def test_a_clock_that_was_set_back_keeps_nobody_from_moving(ana: Someone, world: World) -> None:
    at_once(world)
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    world.now -= timedelta(hours=1)
    ana.taps(NoSigns)
    assert ana.gets_ready()


def test_what_was_sent_long_ago_and_edited_now_is_new(ana: Someone, world: World) -> None:
    ana.says("/settings")
    ana.taps(Place.SIGNS)
    shown = world.store.chats.shown(7)
    assert shown
    world.now += timedelta(days=1)
    world.store.chats.pay(7, None, replace(shown, drawn_at=world.now))
    assert toast(ana, data_of(ana.sees, NoSigns)) == TOAST


WAYS: dict[str, tuple[list[str], Meant]] = {
    "the greeting": (["/start"], DoRoutine),
    "what is this": (["/start", "what is this?"], DoRoutine),
    "a card": (["cat cow"], DoExercise),
    "a card of few buttons": (["rib breathing"], DoExercise),
    "a step": (["cat cow", "learn it"], DoExercise),
    "all steps": (["cat cow", "steps"], DoExercise),
    "a routine": (["/routine morning"], DoRoutine),
    "the settings": (["/settings", "you and your back"], Place.SIGNS),
    "a closed door": (["/settings", "warning signs", "yes, one fits", "second list"], Place.SIGNS),
    "where it is": (["/settings", "warning signs", "yes, one fits"], SeeSigns),
    "in every sign": (["/settings", "warning signs", "yes, one fits", "in all signs"], SeeSigns),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_way_past_is_not_where_the_last_tap_was(ana: Someone, way: str) -> None:
    said, meant = WAYS[way]
    for words in said:
        ana.says(words)
    tapped = rows_below(ana.sees, data_of(ana.sees, meant))
    ana.taps(meant)
    assert SIGNS in ana.sees.text
    assert rows_below(ana.sees, data_of(ana.sees, NoSigns)) != tapped
    assert {style for row in ana.sees.keys for _, _, style in row} == {""}, "nothing is coloured"


def test_what_was_answered_is_kept_with_its_text_and_its_moment(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    asked = decode(data_of(ana.sees, NoSigns))
    assert isinstance(asked, NoSigns)
    ana.taps(NoSigns)
    assert (who(world).cleared, who(world).cleared_at, who(world).signs_text) == (
        Cleared.CLEAR,
        world.now,
        asked.text,
    )


OLD: dict[str, Action | str] = {
    "of the version before": "gn.u.first-two-minutes",
    "of another text": NoSigns("0a1b2c3d", DoRoutine("first-two-minutes")),
}


@pytest.mark.parametrize("button", OLD)
def test_an_old_none_of_them_leads_to_the_signs_of_today(ana: Someone, world: World, button: str) -> None:
    old = OLD[button]
    ana.says("/start")
    ana.taps_data(old if isinstance(old, str) else encode(old))
    assert SIGNS in ana.sees.text
    assert who(world).cleared is Cleared.UNASKED
    ana.taps(NoSigns)
    assert ana.gets_ready("Shoulder rolls 1 of 3"), "it still knows what for"


def test_the_signs_further_up_are_no_answer_either(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    none = data_of(ana.sees, NoSigns)
    ana.says("/start")
    ana.taps_data(none)
    assert SIGNS in ana.sees.text
    assert who(world).cleared is Cleared.UNASKED


def test_the_second_of_two_taps_changes_nothing_when_the_first_was_heard(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    none = data_of(ana.sees, NoSigns)
    for _ in range(3):
        ana.taps_data(none)
        assert ana.gets_ready("Shoulder rolls 1 of 3")
    live = world.store.sessions.live(7)
    assert live
    assert live.turn == 0


@pytest.mark.parametrize("said", ["none", "None of these.", "no, none", "none, and I'm 18 or over"])
def test_none_can_be_typed(ana: Someone, said: str) -> None:
    for words in ("/start", "two gentle minutes", said):
        ana.says(words)
    assert ana.gets_ready("Shoulder rolls 1 of 3")


@pytest.mark.parametrize(
    "said",
    [
        "none but my doctor said no exercise",
        "two of those",
        "both the first and the last",
        "almost none of that",
    ],
)
def test_an_answer_that_says_more_is_asked_again(ana: Someone, world: World, said: str) -> None:
    for words in ("/start", "two gentle minutes", said):
        ana.says(words)
    assert SIGNS in ana.sees.text
    assert who(world).cleared is Cleared.UNASKED
    ana.says("none, and I'm 18 or over")
    assert ana.gets_ready("Shoulder rolls 1 of 3"), "what it was for is still known"


def test_none_is_an_answer_only_while_the_signs_are_in_view(ana: Someone, world: World) -> None:
    for words in ("/start", "none"):
        ana.says(words)
    assert who(world).cleared is Cleared.UNASKED


@pytest.mark.parametrize("said", ["I'm under 18", "im 16"])
def test_who_is_under_18_is_told_kindly_and_how_to_change_that(ana: Someone, world: World, said: str) -> None:
    for words in ("/start", "two gentle minutes", said):
        ana.says(words)
    assert "made for adults" in ana.sees.text
    assert 'change it under "Age"' in ana.sees.text
    for words in ("/start", "/routine first two minutes", "do it"):
        ana.says(words)
        assert "made for adults" in ana.sees.text or DO_IT in ana.labels
    assert who(world).age is Age.MINOR
    ana.taps(Place.ASK_AGE)
    ana.taps(Age.ADULT)
    for words in ("/routine first two minutes", "do it"):
        ana.says(words)
    assert SIGNS in ana.sees.text


def test_none_after_all_goes_back_and_still_knows_what_for(ana: Someone) -> None:
    ana.says("/start")
    for meant in (DoRoutine, Place.SIGNS_WHICH, SeeSigns):
        ana.taps(meant)
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert ana.gets_ready("Shoulder rolls 1 of 3")


def test_a_quick_touch_on_where_it_is_is_no_answer(ana: Someone, world: World) -> None:
    for words in ("/start", "two gentle minutes"):
        ana.says(words)
    at_once(world)
    ana.taps(Place.SIGNS_WHICH)
    for listed in (Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT):
        assert toast(ana, data_of(ana.sees, listed)) == TOAST
    assert who(world).cleared is Cleared.UNASKED


@pytest.mark.parametrize("milliseconds", [0, 60, 250, 900])
def test_a_second_touch_does_not_delete(ana: Someone, world: World, milliseconds: int) -> None:
    for words in ("/start", "/settings"):
        ana.says(words)
    ana.taps(SettingsGroup.DATA)
    erase = rows_below(ana.sees, encode(Go(Place.DELETE)))
    at_once(world)
    ana.taps(Place.DELETE)
    assert DELETE_ASK in ana.sees.text
    assert rows_below(ana.sees, data_of(ana.sees, Place.DELETE_SURELY)) != erase
    world.now += timedelta(milliseconds=milliseconds)
    assert toast(ana, data_of(ana.sees, Place.DELETE_SURELY)) == TOAST
    assert world.store.people.get(7)
    world.now += timedelta(seconds=1)
    ana.taps(Place.DELETE_SURELY)
    assert world.store.people.get(7) is None


def test_an_old_delete_asks_again(ana: Someone, world: World) -> None:
    for words in ("/start", "/settings"):
        ana.says(words)
    ana.taps_data(encode(Go(Place.DELETE_SURELY)))
    assert DELETE_ASK in ana.sees.text
    assert world.store.people.get(7)


def test_nothing_else_has_to_wait(ana: Someone, world: World) -> None:
    for words in ("/start", "two gentle minutes", "none"):
        ana.says(words)
    at_once(world)
    for move in (Move.READY, Move.PAUSE, Move.GO_ON, Move.SKIP):
        assert toast(ana, data_of(ana.sees, move)) is None


def test_mallory_cannot_answer_for_ana(ana: Someone, mallory: Someone, world: World) -> None:
    for words in ("/start", "two gentle minutes"):
        ana.says(words)
    mallory.says("/start")
    mallory.taps_data(data_of(ana.sees, NoSigns))
    assert SIGNS in mallory.sees.text
    assert who(world).cleared is who(world, 9).cleared is Cleared.UNASKED


def test_what_is_unseen_and_new_is_said_to_pass_mostly_and_to_be_looked_at(ana: Someone) -> None:
    for words in (
        "/start",
        "two gentle minutes",
        "none",
        "stop",
        *GETS_DOWN,
        "/settings",
        "looked at",
        "no, and it's new",
    ):
        ana.says(words)
    assert (
        "It usually passes; have somebody look at it before you do more than gentle moves." in ana.sees.text
    )
    assert "harmless" not in ana.sees.text


def works_around(ana: Someone, tag: Tag) -> None:
    for words in ("/settings", "work around"):
        ana.says(words)
    ana.taps(tag)


@pytest.fixture
def past_the_signs(ana: Someone) -> Someone:
    for words in ("/start", "two gentle minutes", "none", "stop", *GETS_DOWN):
        ana.says(words)
    return ana


def test_an_old_yes_says_nothing_of_what_was_ticked_since(past_the_signs: Someone, world: World) -> None:
    ana = past_the_signs
    works_around(ana, Tag.DISC)
    for words in ("/routine desk break", "do it"):
        ana.says(words)
    yes = data_of(ana.sees, MayMove(yes=True, then=DoRoutine("desk-break")))
    ana.taps_data(yes)
    assert who(world).allowed == {Tag.DISC}
    ana.says("stop")
    works_around(ana, Tag.HEART)
    ana.says("/start")
    ana.taps_data(yes)
    assert who(world).allowed == {Tag.DISC}
    assert world.store.sessions.live(7) is None
    ana.taps(MayMove(yes=True, then=DoRoutine("desk-break")))
    assert who(world).allowed == {Tag.DISC, Tag.HEART}


def test_an_old_yes_opens_no_lock_that_was_set_anew(past_the_signs: Someone, world: World) -> None:
    ana = past_the_signs
    works_around(ana, Tag.SURGERY)
    for words in ("/routine desk break", "do it"):
        ana.says(words)
    yes = data_of(ana.sees, Tag.SURGERY)
    ana.taps_data(yes)
    assert not who(world).is_locked
    for _ in range(2):
        works_around(ana, Tag.SURGERY)
    ana.taps_data(yes)
    assert who(world).is_locked


def test_the_first_question_about_health_says_that_the_answer_is_kept_and_no_later_one(ana: Someone) -> None:
    kept, note = said("signs-kept"), said("signs-note")
    for words in ("/start", "two gentle minutes"):
        ana.says(words)
    assert kept in ana.sees.text
    assert "/privacy" in kept
    ana.says("none of these")
    ana.says("/settings")
    ana.taps(SettingsGroup.YOU)
    ana.taps(Go(Place.SIGNS))
    assert note in ana.sees.text
    assert kept not in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "none of them fit me",
        "none and im well over 18",
        "no to all",
        "none apply, 58",
        "No, none of the signs apply to me, thanks.",
        "none, I'm 58 years old",
    ],
)
def test_a_plain_none_in_words_counts_as_the_button(ana: Someone, world: World, said: str) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says(said)
    assert ana.gets_ready("Shoulder rolls 1 of 3")
    assert who(world).cleared is Cleared.CLEAR


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "none but the fever",
        "none of them but my chest hurts",
        "none, only numb legs",
        "none of it, it just twinges when I lift my arm up",
        "not well, none of them",
        "none except the last",
        "none of them, I think",
        "none of them 5",
    ],
)
def test_a_none_beside_anything_else_opens_nothing(ana: Someone, world: World, said: str) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says(said)
    assert who(world).cleared is not Cleared.CLEAR


def test_a_none_in_words_counts_only_below_the_signs(ana: Someone, world: World) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says("/learn")
    ana.says("none of them fit me")
    assert who(world).cleared is Cleared.UNASKED


def test_a_none_with_the_age_of_a_child_is_told_that_these_moves_are_for_adults(
    ana: Someone, world: World
) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says("none of them, I'm 16")
    assert who(world).age is Age.MINOR
    assert who(world).cleared is Cleared.UNASKED


DENIED_UNSEEN = [
    "im 34 no warning signs",
    "no i mean none of those fit me",
    "ye none and over 18",
    "no red flags here",
    "none of the signs apply",
    "not got any warning signs mate",
]


@pytest.mark.parametrize("text", DENIED_UNSEEN)
def test_whoever_denies_the_signs_before_they_were_seen_is_shown_them(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.says(text)
    assert SIGNS in ana.sees.text
    ana.says(text)
    assert ana.gets_ready()


@pytest.mark.parametrize(
    "text", ["none", "none for me thanks", "no signs of life from my legs", "im 34", "none im 16"]
)
def test_other_words_deny_no_signs_that_are_not_in_view(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.says(text)
    assert SIGNS not in ana.sees.text


def test_whoever_answered_the_signs_is_shown_them_again_and_nothing_begins(ana: Someone) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says("none, im 34")
    ana.says("stop")
    ana.says("no warning signs")
    assert SIGNS in ana.sees.text
    ana.says("none of those fit")
    assert not ana.gets_ready()


@pytest.mark.parametrize(
    "text",
    [
        "i accidentally pressed none but i do have one of those",
        "one of the signs fits me after all",
        "can you show me the signs again",
    ],
)
def test_whoever_says_that_one_fits_after_all_is_shown_them(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    for words in ("none, im 34", "stop", text):
        ana.says(words)
    assert SIGNS in ana.sees.text
    ana.says("yes")
    assert "Which list" in ana.sees.text


@pytest.mark.parametrize("text", ["none under 18", "none but im under 18"])
def test_a_none_from_somebody_under_18_is_theirs(ana: Someone, world: World, text: str) -> None:
    ana.says("/start")
    ana.taps(DoRoutine("first-two-minutes"))
    ana.says(text)
    assert who(world).age is Age.MINOR
    assert not ana.gets_ready()


@pytest.mark.parametrize("text", ["It's looked after", "it has been looked after"])
def test_what_was_looked_after_is_no_new_danger(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.says("my chest feels crushed and my left arm is numb")
    ana.says("yes")
    ana.says(text)
    assert SIGNS in ana.sees.text


@pytest.mark.parametrize(
    "text", ["my heart races", "I'm exhausted and my heart races", "should we stop, I'm seeing black"]
)
def test_a_heart_that_races_and_a_sight_that_goes_call_for_help(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.says(text)
    assert "Call" in ana.sees.text


@pytest.mark.parametrize(
    "text", ["I'm afraid of hurting myself with these", "scared of hurting myself doing this"]
)
def test_who_fears_to_be_hurt_by_the_moves_is_at_most_asked(ana: Someone, text: str) -> None:
    ana.says("/start")
    ana.says(text)
    ana.says("no")
    assert who(ana.world).rest is Rest.NONE
