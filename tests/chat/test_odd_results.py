"""Answers of success that hold no message that can be kept: nobody is sent the same for ever, and nothing breaks."""

import logging
from datetime import timedelta

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.messenger import UNSURE_SENDS
from bot.phone.state.persons import PhoneUser
from tests.chat.world import STILL, TEXT, World

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.02)


@pytest.mark.parametrize(
    "message",
    [True, None, [], "7", {}, {"message_id": "7"}, {"message_id": 2**70}, {"message_id": -7}],
    ids=str,
)
async def test_what_is_no_message_leaves_open_whether_it_was_sent(
    world: World, ana: PhoneUser, message: object, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    world.phone.faults.answer("sendMessage", {"ok": True, "result": message}, times=None)
    await world.has_shown(ana, TEXT)
    assert len(world.calls("sendMessage")) == UNSURE_SENDS
    world.phone.faults.clear()
    await world.waits(MINUTE)
    assert ana.sees.text == TEXT.text
    assert "Traceback" not in caplog.text
    assert "could not be drawn" not in caplog.text


@pytest.mark.parametrize(
    "picture",
    [
        {},
        {"photo": True},
        {"photo": "abc"},
        {"photo": []},
        {"photo": [7]},
        {"photo": [{"file_id": 7}]},
        {"photo": [{}]},
        {"photo": [{"file_id": "\ud800"}]},
        {"animation": True},
        {"document": {"file_id": None}},
    ],
    ids=ascii,
)
async def test_a_picture_whose_name_is_not_told_is_uploaded_again_another_time(
    world: World, ana: PhoneUser, picture: dict[str, object]
) -> None:
    sent = {"message_id": 77, **picture}
    world.phone.faults.answer("sendPhoto", {"ok": True, "result": sent}, times=None)
    await world.has_shown(ana, STILL)
    assert len(world.calls("sendPhoto")) == 1, "it was sent"
    shown = world.store.chats.shown(ana.id)
    assert shown
    assert shown.message == 77
