from collections.abc import AsyncIterator, Iterator

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.whole.machine import end_all
from tests.whole.running import TOKEN, HandClock


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    yield
    end_all()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def way(request: pytest.FixtureRequest) -> str:
    """How updates come where a test does not say it: "polling" or "webhook"."""
    return str(request.config.getoption("--way"))


@pytest.fixture
async def phone(clock: HandClock, way: str) -> AsyncIterator[Phone]:
    phone = Phone(token=TOKEN, clock=clock, floods=Floods.off(), local=way == "webhook")
    await phone.start(port=0)
    yield phone
    await phone.stop()


@pytest.fixture
async def real_phone(way: str) -> AsyncIterator[Phone]:
    """Whose time runs, for a bot that is a process of its own."""
    async with Phone(token=TOKEN, floods=Floods.off(), local=way == "webhook") as phone:
        yield phone
