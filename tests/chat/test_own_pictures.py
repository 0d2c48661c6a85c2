"""What a person sent is shown to them by Telegram's name for it: as what it is, in their chat alone, and words where it is gone."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.chat.outgoing import messenger
from bot.domain.own.own_exercise import FileKind, SentFile
from bot.domain.person.person import Person
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.world import BOT, KEYS, LOOP, STILL, TEXT, World

METHODS = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "document": "sendDocument",
}


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.01)


def sent(world: World, who: PhoneUser, kind: str = "photo") -> View:
    """Send it, as the person does; the view that shows it."""
    facts: dict[str, Any] = {"mime_type": "video/mp4"} if kind == "document" else {}
    who.sends(kind, **facts)
    wire = who.chat.messages[who.chat.last_id].media
    assert wire
    told = wire.wire[kind][-1] if kind == "photo" else wire.wire[kind]
    file = SentFile(told["file_id"], told["file_unique_id"], FileKind(kind))
    return kept(world, who, file)


def kept(world: World, who: PhoneUser, file: SentFile) -> View:
    store = world.store
    store.people.meet(Person(who.id, who.first_name, "en"), world.clock())
    own = store.own_exercises.make(who.id, "Towel pull", 10, world.clock())
    id_ = store.own_media.add(who.id, file, "", world.clock())
    store.own_media.give(id_, own.id, who.id)
    return View("Towel pull", KEYS, picture=f"own:{id_}", moves=file.kind is not FileKind.PHOTO, card="play")


@pytest.mark.parametrize("kind", METHODS)
async def test_it_is_sent_as_what_it_is_by_its_name(world: World, ana: PhoneUser, kind: str) -> None:
    view = sent(world, ana, kind)
    before = len(world.phone.calls)
    await world.has_shown(ana, view)
    assert [call.method for call in list(world.phone.calls)[before:]] == [METHODS[kind]]
    assert (ana.sees.kind, ana.sees.text) == (kind, "Towel pull")
    assert [call for call in world.phone.calls if call.status != 200] == []


@pytest.mark.parametrize("kind", METHODS)
async def test_it_takes_the_place_of_another_picture_and_of_words_and_gives_it_up(
    world: World, ana: PhoneUser, kind: str
) -> None:
    view = sent(world, ana, kind)
    await world.has_shown(ana, STILL, view)
    assert ana.sees.kind == kind
    await world.has_shown(ana, LOOP)
    assert ana.sees.kind == "animation"
    await world.has_shown(ana, view, replace(view, text="Stay 20 s"))
    assert (ana.sees.kind, ana.sees.text) == (kind, "Stay 20 s")
    await world.has_shown(ana, TEXT, view)
    assert ana.sees.kind == kind
    assert len(ana.live_keyboards) == 1
    edits = [
        json.loads(call.parameters["media"])["type"]
        for call in world.phone.calls
        if call.method == "editMessageMedia"
    ]
    assert edits.count(kind) >= 2


async def test_from_a_photo_of_theirs_to_a_film_of_theirs(world: World, ana: PhoneUser) -> None:
    photo, film = sent(world, ana), sent(world, ana, "video")
    await world.has_shown(ana, photo, film, photo)
    assert ana.sees.kind == "photo"


@pytest.mark.parametrize("broken", ["no such file", "AgACAgIAAx0CZ", "4" * 400])
async def test_a_name_that_telegram_does_not_know_leaves_the_words_and_is_remembered(
    world: World, ana: PhoneUser, broken: str
) -> None:
    view = kept(world, ana, SentFile(broken, "u", FileKind.PHOTO))
    await world.has_shown(ana, view)
    assert (ana.sees.kind, ana.sees.text) == ("text", "Towel pull")
    (own,) = world.store.own_exercises.every(ana.id)
    assert (own.picture, own.lost_picture) == (None, True)
    before = len(world.phone.calls)
    await world.has_shown(ana, replace(view, text="Again"))
    assert ana.sees.text == "Again"
    assert "sendPhoto" not in [call.method for call in list(world.phone.calls)[before:]]


async def test_one_that_was_given_to_another_bot_is_not_shown(world: World, ana: PhoneUser) -> None:
    view = sent(world, ana)
    world.store.db.execute("update own_media set bot = ?", [BOT + 1])
    await world.has_shown(ana, view)
    assert (ana.sees.kind, ana.sees.text) == ("text", "Towel pull")


async def test_what_is_anothers_is_shown_to_nobody_else(world: World, ana: PhoneUser, bo: PhoneUser) -> None:
    """A view in the store that is damaged, or forged, must not show it."""
    view = sent(world, ana)
    await world.has_shown(bo, view)
    assert (bo.sees.kind, bo.sees.text) == ("text", "Towel pull")
    await world.has_shown(ana, view)
    assert ana.sees.kind == "photo"
