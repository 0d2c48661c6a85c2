"""A phone with a clock set by hand, a caller that speaks plain HTTP to it as any library would, and python-telegram-bot."""

from collections.abc import AsyncIterator
from typing import cast

import aiohttp
import pytest
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.chat.telegram.transport import AiohttpRequest
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, HandClock, caller_of


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def phone(clock: HandClock) -> AsyncIterator[Phone]:
    async with Phone(clock=clock, floods=Floods.off()) as phone:
        yield phone


@pytest.fixture
async def browser(phone: Phone) -> AsyncIterator[aiohttp.ClientSession]:
    """Speaks as the page does: from its own origin."""
    async with aiohttp.ClientSession(phone.address, headers={"Origin": phone.address}) as session:
        yield session


@pytest.fixture
async def call(phone: Phone) -> AsyncIterator[Caller]:
    async with caller_of(phone) as caller:
        yield caller


@pytest.fixture
def ana(phone: Phone) -> PhoneUser:
    """Ana in Berlin, who has pressed Start: her first message has the id 1."""
    ana = phone.person(7, first_name="Ana", language="de")
    ana.says("/start")
    return ana


@pytest.fixture(params=[HTTPXRequest, AiohttpRequest])
async def bot(request: pytest.FixtureRequest, phone: Phone) -> AsyncIterator[Bot]:
    """python-telegram-bot, over two transports."""
    transport = cast("type[BaseRequest]", request.param)
    root = phone.address
    async with Bot(
        phone.token, f"{root}/bot", f"{root}/file/bot", request=transport(), get_updates_request=transport()
    ) as bot:
        yield bot
