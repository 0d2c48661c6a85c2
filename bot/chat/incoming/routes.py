"""Hands each update to the coach and what it decides to the messenger: the only handler in the bot."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, TypeHandler

from bot.chat.incoming.decision_log import DecisionLog
from bot.chat.incoming.news_of import news_of
from bot.chat.outgoing.lanes import Lane
from bot.chat.outgoing.messenger import Messenger
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.store.database import is_of_the_disk

log = logging.getLogger(__name__)


class Handling:
    """What decider and handlers tell each other of the update at hand, past the library, which keeps a handler's failure to itself.

    `came_at`: when it came in, by the monotonic clock. `failed_for_disk`: whether trying again later may help. `has_forgotten`:
    all of the person's data has gone.
    """

    def __init__(self) -> None:
        self.came_at = 0.0
        self.failed_for_disk = False
        self.has_forgotten = False


def register_handlers(
    application: "Application",  # type: ignore[type-arg]
    coach: Coach,
    messenger: Messenger,
    clock: Callable[[], datetime],
    decisions: DecisionLog,
) -> Handling:
    handling, told = Handling(), OnceAMinute(log)

    async def hand_over(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        began, number, news = time.perf_counter(), update.update_id, news_of(update)
        if news is None:
            coach.pass_over(number, clock())
            decisions.passed_over(number)
            return
        if reply := coach.take(number, news, clock()):
            handling.has_forgotten = reply.forgot
            messenger.show(reply, Lane.ANSWER, **what_to_answer(update), came_at=handling.came_at)
        decisions.decided(number, news, reply, began)

    async def fail(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        handling.failed_for_disk = is_of_the_disk(context.error)
        told.tell("an update could not be decided", context.error)

    application.add_handler(TypeHandler(Update, hand_over))
    application.add_error_handler(fail)
    return handling


def what_to_answer(update: Update) -> dict[str, Any]:
    """What the messenger is to answer beside the screen: a tap and the message it was on, or a message."""
    if query := update.callback_query:
        return {"tap": query.id, "tapped": query.message.message_id if query.message else None}
    return {"heard": update.message.message_id if update.message else None}
