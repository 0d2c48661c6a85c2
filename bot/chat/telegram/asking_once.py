"""Asks Telegram once who a bot is and how it does, from outside the bot: for its operator."""

import asyncio
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.chat.telegram.bot_name import NOT_TELEGRAM, is_name
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.chat.telegram.webhook_state import WebhookState, read_state
from bot.coach.doctor.health import AtTelegram

PATIENCE = 5.0
"""Seconds for all of it: somebody waits."""


def ask(api_root: str, token: str, seconds: float = PATIENCE) -> AtTelegram:
    """Never raises: whatever goes wrong is part of the answer. Its words never hold the token."""
    return asyncio.run(_ask(f"{api_root}/bot{token}", seconds))


async def _ask(address: str, seconds: float) -> AtTelegram:
    request = AiohttpRequest(connections=1)
    await request.initialize()
    try:
        async with asyncio.timeout(seconds):
            wire = Wire(request, address)
            return _said(await wire.call("getMe", {}), await wire.call("getWebhookInfo", {}))
    except InvalidToken:  # whose own words hold the token
        return AtTelegram(refusal="it does not know this token", is_wrong_token=True)
    except TimeoutError:
        return AtTelegram(refusal=f"no answer within {seconds:.0f} s")
    except TelegramError as error:
        return AtTelegram(refusal=str(error))
    finally:
        await request.shutdown()


def _said(me: Any, webhook: Any) -> AtTelegram:  # noqa: ANN401 - what Telegram returns
    name = me.get("username") if isinstance(me, dict) else None
    if not is_name(name):
        return AtTelegram(refusal=NOT_TELEGRAM)
    state = read_state(webhook) or WebhookState("")
    return AtTelegram(
        name=str(name),
        webhook=state.url,
        waiting=state.pending,
        failure=state.error,
        failed_at=state.error_at,
    )
