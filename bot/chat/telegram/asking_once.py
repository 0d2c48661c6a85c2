"""Asks Telegram once who a bot is and how it does, from outside the bot: for its operator."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.doctor.health import AtTelegram

PATIENCE = 5.0
"""Seconds for all of it: somebody waits."""


def ask(api_root: str, token: str, seconds: float = PATIENCE) -> AtTelegram:
    """Whatever goes wrong is the answer: nothing is raised, and the token is in none of the words."""
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
    """The usable part of an answer whose fields may be of the wrong type."""
    me, webhook = (each if isinstance(each, dict) else {} for each in (me, webhook))
    failed_at = None
    with suppress(TypeError, ValueError, OverflowError, OSError):
        failed_at = (
            datetime.fromtimestamp(webhook["last_error_date"], UTC) if "last_error_date" in webhook else None
        )
    return AtTelegram(
        name=str(me.get("username", "")),
        refusal="" if me.get("username") else "it does not say who the bot is",
        webhook=str(webhook.get("url", "")),
        waiting=waiting if isinstance(waiting := webhook.get("pending_update_count"), int) else 0,
        failure=" ".join(str(webhook.get("last_error_message", "")).split())[:200],
        failed_at=failed_at,
    )
