"""What was typed and its answer stay as a pair, on real HTTP: an older answer shrinks to one line where it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.prompt import Prompt
from bot.chat.outgoing.turns.lanes import Lane, Lanes
from bot.chat.outgoing.turns.pace import BURST
from bot.coach.news import Reply
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.world import DONE, IN_WORDS, SAID, SAID_LOOP, SAID_STILL, STILL, TEXT, World, lines

MONTHS = timedelta(days=90)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.02)


async def says(world: World, who: PhoneUser, words: str, answer: View) -> None:
    who.says(words)
    await world.has_shown(who, replace(answer, fresh=True))


def talk(who: PhoneUser) -> list[str]:
    """All that stands in the chat but /start, oldest first."""
    return [message.text for message in who.messages[1:]]


@pytest.mark.parametrize("later", [timedelta(minutes=1), MONTHS])
async def test_a_talk_stays_in_its_order(world: World, ana: PhoneUser, later: timedelta) -> None:
    for words, answer in (("knees", SAID), ("cat cow", SAID_STILL), ("cow", SAID_LOOP), ("hm", SAID)):
        await says(world, ana, words, answer)
        world.clock.passes(later)
        assert [message.id for message in ana.live_keyboards] == [ana.sees.id]
    await says(world, ana, "and now", TEXT)
    assert talk(ana) == [
        *("knees", "Which one?", "cat cow", "Cat-cow", "cow", "Cat-cow", "hm", "Which one?"),
        *("and now", TEXT.text),
    ]
    assert [bool(message.picture) for message in ana.messages if message.text == "Cat-cow"] == [True, True]
    assert (world.phone.refusals, world.phone.breaches) == ([], [])
    assert world.store.chats.in_debt() == []


async def test_an_answer_costs_one_message_and_one_edit(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "knees", SAID)
    world.phone.calls.clear()
    await says(world, ana, "cat cow", SAID)
    assert world.calls() == ["sendMessage", "editMessageText"]
    world.phone.calls.clear()
    await world.has_shown(ana, replace(SAID, text="Cat-cow", fresh=False))
    assert world.calls() == ["editMessageText"]


async def test_an_older_answer_that_shrinks_takes_no_turn_from_the_next_one(
    world: World, ana: PhoneUser
) -> None:
    """At a pace at which a fourth message would have to wait for an hour."""
    world.lanes = Lanes(per_second=None, per_chat=1 / 3600)
    world.messenger = world.another_messenger()
    for number in range(BURST):
        await says(world, ana, f"{number}", SAID)
    assert talk(ana) == ["0", "Which one?", "1", "Which one?", "2", "Which one?"]


async def test_whoever_goes_on_by_tapping_leaves_one_answer(world: World, ana: PhoneUser) -> None:
    tapped = (replace(SAID_LOOP, fresh=False), replace(SAID, fresh=False), replace(SAID_STILL, fresh=False))
    await says(world, ana, "knees", SAID)
    await world.has_shown(ana, *tapped)
    await says(world, ana, "and now", TEXT)
    assert talk(ana) == ["knees", "Cat-cow", "and now", TEXT.text]


async def test_what_comes_by_itself_shrinks_the_answer_too(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "knees", SAID)
    await world.has_shown(ana, replace(STILL, fresh=True), replace(TEXT, fresh=True))
    assert talk(ana) == ["knees", "Which one?", TEXT.text]


async def test_in_words_only_an_older_answer_keeps_its_words(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "knees", replace(IN_WORDS, text="Which one?\nTwo fit."))
    await says(world, ana, "hm", IN_WORDS)
    assert talk(ana) == ["knees", "Which one?\nTwo fit.", "hm", "Which one?"]
    assert len(ana.live_keyboards) == 1
    assert world.calls("deleteMessage") == []


async def test_an_answer_that_leaves_nothing_is_taken_back(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "words", replace(SAID, line=""))
    await says(world, ana, "hm", SAID)
    assert talk(ana) == ["words", "hm", "Which one?"]


async def test_a_finished_session_leaves_the_line_of_the_diary(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "stop", replace(DONE, fresh=True, line="<i>Stopped here.</i>"))
    await says(world, ana, "knees", SAID)
    assert talk(ana) == ["stop", "Two minutes", "knees", "Which one?"]


@pytest.mark.parametrize("answer", [SAID, SAID_LOOP])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_crash_around_shrinking_leaves_one_line_and_one_keyboard(
    world: World, ana: PhoneUser, answer: View, when: str
) -> None:
    """Killed before Telegram heard of it, or before its answer was noted; the person has typed again meanwhile."""
    await says(world, ana, "cow", answer)
    edits = ("editMessageText", "editMessageCaption")
    for method in edits:
        world.phone.faults.drop(method, before=when == "before", times=None)
    ana.says("hm")
    world.shows(ana, replace(SAID, text="Not yet"))
    await world.phone.until(lambda: world.calls(*edits))
    world.messenger.abandon()
    await world.settles()
    world.phone.faults.clear()
    ana.says("and now")
    world.decides(ana, replace(TEXT, fresh=True))
    world.messenger = world.another_messenger()
    world.messenger.draw_all_owed()
    await world.settles()
    first = "Cat-cow" if answer.picture else "Which one?"
    assert talk(ana) == ["cow", first, "hm", "Which one?", "and now", TEXT.text]
    assert [message.text for message in ana.live_keyboards] == [TEXT.text]
    assert world.store.chats.in_debt() == []


async def test_a_crash_before_the_answer_was_sent_shrinks_the_older_one_all_the_same(
    world: World, ana: PhoneUser
) -> None:
    await says(world, ana, "cow", SAID_STILL)
    ana.says("hm")
    world.decides(ana, SAID)
    world.messenger = world.another_messenger()
    world.messenger.draw_all_owed()
    await world.settles()
    assert talk(ana) == ["cow", "Cat-cow", "hm", "Which one?"]
    assert len(ana.live_keyboards) == 1


async def test_a_chat_refused_for_being_too_fast_shrinks_later_and_in_its_place(
    world: World, ana: PhoneUser
) -> None:
    await says(world, ana, "cow", SAID_STILL)
    world.phone.faults.refuse("editMessageCaption", status=429, retry_after=1)
    ana.says("hm")
    world.shows(ana, SAID)
    await world.phone.until(lambda: world.calls("editMessageCaption"))
    ana.says("and now")
    world.shows(ana, replace(TEXT, fresh=True))
    await world.settles()
    assert talk(ana) == ["cow", "Cat-cow", "hm", "Which one?", "and now", TEXT.text]
    assert [message.text for message in ana.live_keyboards] == [TEXT.text]


async def test_an_answer_that_the_person_deleted_leaves_nothing_and_holds_nothing_up(
    world: World, ana: PhoneUser
) -> None:
    await says(world, ana, "knees", SAID)
    ana.deletes(ana.sees.id)
    await says(world, ana, "hm", SAID)
    assert talk(ana) == ["knees", "hm", "Which one?"]
    assert world.told.apologies == []


@pytest.mark.parametrize(
    "description",
    ["Bad Request: message can't be edited", "Bad Request: can't parse entities: a line nobody foresaw"],
)
async def test_what_cannot_shrink_loses_its_buttons(world: World, ana: PhoneUser, description: str) -> None:
    await says(world, ana, "knees", replace(SAID, text="Which one?\nTwo fit."))
    world.phone.faults.refuse("editMessageText", status=400, description=description)
    await says(world, ana, "hm", SAID)
    assert talk(ana) == ["knees", "Which one?\nTwo fit.", "hm", "Which one?"]
    assert len(ana.live_keyboards) == 1
    assert world.told.apologies == []


async def test_who_blocks_the_bot_meanwhile_costs_one_call_more(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "knees", SAID)
    world.phone.faults.refuse(
        "editMessageText", status=403, description="Forbidden: bot was blocked by the user"
    )
    world.phone.calls.clear()
    await says(world, ana, "hm", SAID)
    assert world.calls() == ["sendMessage", "editMessageText"]
    assert world.told.lost_people == [ana.id]
    assert world.store.chats.in_debt() == []


async def test_where_a_tap_cannot_change_the_answer_the_new_one_takes_its_place(
    world: World, ana: PhoneUser
) -> None:
    await says(world, ana, "knees", SAID)
    world.phone.faults.refuse(
        "editMessageMedia", status=400, description="Bad Request: There is no media in the message to edit"
    )
    await world.has_shown(ana, replace(SAID_STILL, fresh=False))
    assert talk(ana) == ["knees", SAID_STILL.text]
    await says(world, ana, "hm", SAID)
    assert talk(ana) == ["knees", "Cat-cow", "hm", "Which one?"]


async def test_an_old_tap_on_what_has_shrunk_shows_what_is_shown(world: World, ana: PhoneUser) -> None:
    await says(world, ana, "knees", SAID)
    old = ana.sees.id
    await says(world, ana, "hm", SAID)
    world.decides(ana, replace(SAID, text="Still this one", fresh=False))
    world.messenger.show(Reply(ana.id), Lane.ANSWER, Prompt(tapped=old))
    await world.settles()
    assert lines(ana) == ["Which one?", "Still this one"]
