from collections.abc import AsyncIterator

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.whole.running import TOKEN, HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def phone(clock: HandClock) -> AsyncIterator[Phone]:
    phone = Phone(token=TOKEN, clock=clock, floods=Floods.off())
    await phone.start(port=0)
    yield phone
    await phone.stop()
