"""Loops with their seconds and side: seen once they are made, sent up once, and waited for by nobody."""

import asyncio
import json
from dataclasses import replace

import pytest

from bot.chat.outgoing.made.worker import NotMade
from bot.phone.files.first_bytes import plain_png
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.films import LOOP as PLAIN
from tests.chat.films import film, length, track
from tests.chat.test_messenger import shown_file
from tests.chat.test_session_films import HEARD, HandFilms, assert_plays, beginning_anew
from tests.chat.world import LOOP, STILL, TEXT, World

MARKED = film(length(3_000, 1000), track(960, 640))
MARKED_STILL = plain_png(96, 64, (220, 220, 220))
SECOND = MARKED + b"of the second hold"


def of(seconds: str, **more: int) -> str:
    return json.dumps({"loop": "loop.mp4", "seconds": seconds, "side": "LEFT", **more})


HOLD = replace(LOOP, marked=of("30 s"), ahead=(of("20 s"),), fresh=True)
NEXT = replace(LOOP, text="Other side", marked=of("20 s"), fresh=True)
FIRST_OF_TWO = replace(LOOP, marked=of("30 s", at=1), ahead=(of("30 s", at=2),), fresh=True)
SECOND_OF_TWO = replace(LOOP, text="Rest", marked=of("30 s", at=2))


class Hand(HandFilms):
    async def make(self, job: str, value: str) -> bytes:  # noqa: ARG002 - as the worker has it
        self.jobs.append(value)
        await self.waits.wait()
        if '"still.png"' in value:
            return MARKED_STILL
        if "99" in value or '"loop.mp4"' not in value:
            raise NotMade("marked failed: BadJob", "BadJob")
        return SECOND if '"at": 2' in value else MARKED


@pytest.fixture
def hand(world: World) -> Hand:
    hand = Hand()
    world.messenger = beginning_anew(world, hand)
    return hand


async def settled() -> None:
    """What goes on beside it has had its turns."""
    for _ in range(20):
        await asyncio.sleep(0)


def seen(who: PhoneUser) -> bytes:
    return shown_file(who).content


async def test_the_first_sees_the_plain_loop_at_once_and_the_marked_one_as_soon_as_it_is_there(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.waits.clear()
    await world.has_shown(ana, HOLD)
    assert seen(ana) == PLAIN, "nobody waits for it"
    first = ana.sees
    hand.waits.set()
    await settled()
    await world.settles()
    assert hand.jobs == [of("30 s"), of("20 s")]
    assert seen(ana) == MARKED
    assert (ana.sees.id, ana.sees.text) == (first.id, first.text), "in the same message"
    await world.has_shown(ana, NEXT)
    assert seen(ana) == MARKED
    assert ana.sees.kind == "animation"
    assert not world.phone.refusals


async def test_who_wants_to_hear_waits_for_no_loop(world: World, ana: PhoneUser, bo: PhoneUser) -> None:
    hand, sound = Hand(), HandFilms()
    hand.waits.clear()
    world.messenger = world.another_messenger(films={"sound": sound, "video": hand})
    await world.has_shown(ana, HOLD)
    await world.has_shown(bo, HEARD)
    assert_plays(bo, HEARD)
    assert (sound.jobs, hand.jobs) == (["sound"], [of("30 s"), of("20 s")])


async def test_a_loop_that_is_made_when_its_card_has_gone_is_put_on_no_other(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.waits.clear()
    await world.has_shown(ana, HOLD, replace(LOOP, text="Another card", fresh=True))
    hand.waits.set()
    await settled()
    await world.settles()
    assert seen(ana) == PLAIN
    await world.has_shown(ana, replace(HOLD, ahead=()), TEXT)
    await settled()
    await world.settles()
    assert ana.sees.text == TEXT.text


async def test_where_telegram_refuses_the_marked_one_the_plain_one_stays(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.waits.clear()
    await world.has_shown(ana, replace(HOLD, ahead=()))
    world.phone.faults.refuse(
        "editMessageMedia", status=400, description="Bad Request: message can't be edited"
    )
    hand.waits.set()
    await settled()
    await world.settles()
    assert seen(ana) == PLAIN
    await world.has_shown(ana, NEXT)
    assert ana.sees.text == NEXT.text


async def test_what_was_made_when_the_bot_was_installed_is_seen_at_once(world: World, ana: PhoneUser) -> None:
    hand = Hand()
    world.messenger = world.another_messenger(
        films={"sound": hand, "video": hand}, ready={HOLD.marked: MARKED}.get
    )
    await world.has_shown(ana, replace(HOLD, ahead=()))
    assert seen(ana) == MARKED
    assert hand.jobs == []
    await world.has_shown(ana, TEXT, replace(HOLD, ahead=()))
    assert [call.method for call in world.phone.calls if "attach://" in str(call.parameters)] == [
        "sendAnimation"
    ]


async def test_it_is_made_once_and_sent_up_once(
    world: World, ana: PhoneUser, bo: PhoneUser, hand: Hand
) -> None:
    await world.has_shown(ana, replace(HOLD, ahead=()))
    await settled()
    await world.settles()
    for who in (ana, bo, ana):
        await world.has_shown(who, TEXT, replace(HOLD, ahead=()))
        assert seen(who) == MARKED
    assert hand.jobs == [of("30 s")]
    up = [call.method for call in world.phone.calls if "attach://" in str(call.parameters)]
    assert up == ["sendAnimation", "editMessageMedia"], "the plain one, and the marked one"


async def test_in_one_card_nothing_but_the_words_is_changed(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, HOLD)
    await settled()
    await world.settles()
    await world.has_shown(ana, replace(HOLD, text="Rest", fresh=False))
    assert [call.method for call in world.phone.calls if call.method.startswith("edit")] == [
        "editMessageMedia",
        "editMessageCaption",
    ]


def methods(world: World) -> list[str]:
    return [call.method for call in world.phone.calls]


def edits(world: World) -> list[str]:
    return [method for method in methods(world) if method.startswith("edit")]


async def test_the_next_hold_is_marked_by_the_edit_that_changes_the_words(
    world: World, ana: PhoneUser, bo: PhoneUser, hand: Hand
) -> None:
    await world.has_shown(ana, FIRST_OF_TWO)
    await settled()
    await world.settles()
    assert (seen(ana), hand.jobs) == (MARKED, [FIRST_OF_TWO.marked, SECOND_OF_TWO.marked])
    before, first = edits(world), ana.sees.id
    await world.has_shown(ana, SECOND_OF_TWO)
    await settled()
    await world.settles()
    assert (seen(ana), ana.sees.id, ana.sees.text) == (SECOND, first, "Rest")
    await world.has_shown(bo, FIRST_OF_TWO, SECOND_OF_TWO)
    assert seen(bo) == SECOND
    assert edits(world) == [*before, "editMessageMedia", "editMessageMedia"], "no call more"
    up = [call.method for call in world.phone.calls if "attach://" in str(call.parameters)]
    assert len(up) == 3, "the plain one, and each of the two, once"
    assert not world.phone.refusals


async def test_where_the_next_hold_rings_its_mark_comes_with_the_message_that_rings(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    await world.has_shown(ana, FIRST_OF_TWO)
    await settled()
    await world.settles()
    before = len(world.phone.calls)
    await world.has_shown(ana, replace(SECOND_OF_TWO, fresh=True))
    await settled()
    await world.settles()
    assert seen(ana) == SECOND
    assert methods(world)[before:] == ["sendAnimation", "deleteMessage"]


async def test_until_the_next_hold_is_marked_the_plain_loop_is_shown_and_never_a_wrong_mark(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    await world.has_shown(ana, replace(FIRST_OF_TWO, ahead=()))
    await settled()
    await world.settles()
    assert seen(ana) == MARKED
    hand.waits.clear()
    await world.has_shown(ana, SECOND_OF_TWO)
    assert seen(ana) == PLAIN
    before = len(world.phone.calls)
    third = replace(SECOND_OF_TWO, text="Once more", marked=of("30 s", at=3))
    await world.has_shown(ana, third)
    assert seen(ana) == PLAIN
    assert methods(world)[before:] == ["editMessageCaption"]
    hand.waits.set()
    await settled()
    await world.settles()
    assert (seen(ana), ana.sees.text) == (MARKED, "Once more"), "the third one's, which looks like the first"
    assert methods(world)[before:] == ["editMessageCaption", "editMessageMedia"]


async def test_a_still_gets_its_strip_as_a_photo(world: World, ana: PhoneUser, hand: Hand) -> None:
    hand.waits.clear()
    value = json.dumps({"loop": "still.png", "seconds": "30 s"})
    await world.has_shown(ana, replace(STILL, marked=value, fresh=True))
    plain, first = seen(ana), ana.sees.id
    hand.waits.set()
    await settled()
    await world.settles()
    assert plain != seen(ana) == MARKED_STILL
    assert (ana.sees.id, ana.sees.kind) == (first, "photo")
    assert edits(world) == ["editMessageMedia"]
    assert "marked.jpg" in str(world.phone.calls[-1].parameters), world.phone.calls[-1]
    assert not world.phone.refusals


async def test_where_no_strip_is_wanted_any_more_none_stays(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, replace(FIRST_OF_TWO, ahead=()))
    await settled()
    await world.settles()
    await world.has_shown(ana, replace(SECOND_OF_TWO, marked=""))
    assert seen(ana) == PLAIN
    assert hand.jobs == [FIRST_OF_TWO.marked]


async def test_what_cannot_be_made_is_tried_once_and_the_plain_loop_stays(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    never = replace(LOOP, marked=of("99 s"), fresh=True)
    for _ in range(3):
        await world.has_shown(ana, TEXT, never)
        await settled()
        assert seen(ana) == PLAIN
    assert hand.jobs == [of("99 s")]


async def test_what_telegram_has_forgotten_is_made_anew(world: World, ana: PhoneUser, hand: Hand) -> None:
    wanted: View = replace(HOLD, ahead=())
    await world.has_shown(ana, wanted)
    await settled()
    await world.has_shown(ana, TEXT, wanted)
    world.phone.forget_files()
    await world.has_shown(ana, TEXT, wanted)
    await settled()
    await world.has_shown(ana, TEXT, wanted)
    assert seen(ana) == MARKED
    assert hand.jobs == [of("30 s")] * 2


async def test_where_nothing_joins_films_and_where_the_value_is_none_the_plain_loop_is_shown(
    world: World, ana: PhoneUser
) -> None:
    await world.has_shown(ana, FIRST_OF_TWO, SECOND_OF_TWO)
    assert seen(ana) == PLAIN
    assert edits(world) == ["editMessageCaption"]
    for odd in ("[]", "{", '{"loop": 5}', '{"loop": "../../etc/passwd"}'):
        world.messenger = beginning_anew(world, Hand())
        await world.has_shown(ana, TEXT, replace(HOLD, marked=odd, ahead=()))
        assert seen(ana) == PLAIN
