"""A webhook on the bot's token keeps all updates from it: it is taken away, once in a run, and told by its name."""

import pytest

from bot.chat.incoming import setbacks
from bot.phone.phone import Phone
from tests.chat.test_garbage import is_there
from tests.chat.test_updates import Running, running  # noqa: F401 - the fixture

ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def deletions(phone: Phone) -> int:
    return sum(call.method == "deleteWebhook" and call.status == 200 for call in phone.calls)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setbacks, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(setbacks, "LONGEST_PAUSE", 0.02)


async def test_a_webhook_left_on_the_token_is_taken_away_and_what_it_held_up_comes(
    running: Running,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    phone.faults.refuse("deleteWebhook", status=502)
    phone.faults.refuse(
        "getUpdates", status=409, description=ACTIVE, times=None, when=lambda _: not deletions(phone)
    )
    async with running.bot():
        await is_there(running, ana)
    assert deletions(phone) == 1
    assert "webhook" in caplog.text


async def test_another_program_that_sets_it_again_and_again_is_not_fought(
    running: Running,  # noqa: F811
) -> None:
    phone, ana = running.phone, running.phone.person(7, "Ana")
    phone.faults.refuse("getUpdates", status=409, description=ACTIVE, times=20)
    async with running.bot():
        await is_there(running, ana)
    assert deletions(phone) == 1


async def test_no_webhook_is_taken_away_for_another_program_that_polls(running: Running) -> None:  # noqa: F811
    phone, ana = running.phone, running.phone.person(7, "Ana")
    said = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    async with running.bot():
        phone.faults.refuse("getUpdates", status=409, description=said, times=3)
        await is_there(running, ana)
    assert deletions(phone) == 0
