"""The way of an update, whichever door it came through: read it, have the coach decide it once, and show the answer."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Chat, Update

from bot.chat.counting import Tally
from bot.chat.incoming.decision_log import DecisionLog
from bot.chat.incoming.news_of import news_of
from bot.chat.incoming.raw_update import is_sound, is_wanted
from bot.chat.incoming.unheard_words import Unheard
from bot.chat.incoming.unwritten_danger import UnwrittenDanger
from bot.chat.incoming.update_limits import UpdateLimits
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.prompt import Prompt
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.coach.news import Reply
from bot.store.database import DiskFails, Store, is_of_the_disk
from bot.store.file.damage import suppress_damage

log = logging.getLogger(__name__)

TRIES = 3


class Decider:
    """Nothing here waits: a decision is one transaction, and a task of its own shows it. So updates keep their order.

    The library reads the updates and does nothing more. Its Application swallows a handler's failure, and then nobody
    could tell which update has to come again.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what decides, and what shows
        self,
        bot: Bot,
        store: Store,
        coach: Coach,
        messenger: Messenger,
        limits: UpdateLimits,
        tally: Tally,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot, self._store, self._coach, self._messenger = bot, store, coach, messenger
        self._limits, self._tally, self._clock = limits, tally, clock
        self.decisions = DecisionLog(tally)
        self._danger = UnwrittenDanger(coach, messenger, clock, seconds)
        self._told = OnceAMinute(log, seconds)

    def decide(self, number: int, raw: dict[str, Any], came_at: float | None = None) -> None:
        """Commits the decision, which is on the disk only after `Store.sync`. `came_at`: by `time.monotonic`; None:
        just now.

        Raises DiskFails if the update has to come again. Words of danger in it are answered even then.
        """
        try:
            self._let_in(number, raw, came_at)
        except DiskFails:
            self.hear_danger(raw)
            raise

    def hear_danger(self, raw: dict[str, Any]) -> None:
        self._danger.hear(raw)

    async def hear_what_was_too_much(self) -> None:
        """Decides words of danger that were held back in a flood. Raises DiskFails."""
        for whose in self._limits.unheard():
            for cry in self._limits.cries_of(whose):
                self._hear(whose, cry)
            await asyncio.sleep(0)  # taps get their turn

    def _hear(self, whose: int, cry: Unheard) -> None:
        try:
            self._decide(cry.number, cry.raw, None)
        except DiskFails:
            self._limits.keep(whose, cry)
            self.hear_danger(cry.raw)
            raise

    def _let_in(self, number: int, raw: dict[str, Any], came_at: float | None) -> None:
        if not is_sound(raw):
            self._put_aside(number, "unreadable")
        elif not is_wanted(raw):
            self._pass_over(number)
        elif self._limits.lets_through(number, raw):
            self._decide(number, raw, came_at)

    def _decide(self, number: int, raw: dict[str, Any], came_at: float | None) -> None:
        update = _read(raw, self._bot)
        if update is None:
            self._put_aside(number, "unreadable")
            return
        prompt = _prompt_of(update, came_at)
        for _ in range(TRIES):
            try:
                reply = self._take(number, update)
            except Exception as error:
                self._told.tell("an update could not be decided", error)
                if is_of_the_disk(error):
                    self._limits.comes_again(raw)
                    raise DiskFails("a decision could not be written") from error
            else:
                self._show(reply, prompt)
                return
        self._put_aside(number, "failing")
        self._apologise(update, prompt)

    def _take(self, number: int, update: Update) -> Reply | None:
        began, news = time.perf_counter(), news_of(update)
        if news is None:
            self._pass_over(number)
            return None
        reply = self._coach.take(number, news, self._clock())
        self.decisions.decided(number, news, reply, began)
        return reply

    def _pass_over(self, number: int) -> None:
        with suppress_damage():
            self._coach.pass_over(number, self._clock())
        self.decisions.passed_over(number)

    def _show(self, reply: Reply | None, prompt: Prompt) -> None:
        if reply is None:
            return
        if reply.forgot:
            self._limits.forget(reply.chat)
        try:
            self._messenger.show(reply, Lane.ANSWER, prompt)
        except Exception as error:  # noqa: BLE001 - it was decided, and is owed
            self._told.tell("what was decided could not be shown, and stays owed", error)

    def _apologise(self, update: Update, prompt: Prompt) -> None:
        chat = update.effective_chat
        if chat is None or chat.type != Chat.PRIVATE:
            return
        try:
            reply = self._coach.apologise(chat.id, self._clock(), prompt.said or 0)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the next update is to be decided
            self._told.tell("nor could the apology be made", error)
        else:
            self._show(reply, prompt)

    def _put_aside(self, number: int, why: str) -> None:
        self._tally.dropped(why)
        self._told.tell(f"an update is put aside as {why}", more=f": {number}")
        # In a damaged file this may not be noted. It is confirmed all the same.
        with suppress_damage(), self._store.transaction():
            self._store.updates.put_aside(number, why, self._clock())


def _read(raw: dict[str, Any], bot: Bot) -> Update | None:
    try:
        return Update.de_json(raw, bot)
    except Exception:  # noqa: BLE001 - whatever is wrong with one update, the next one is to be read
        return None


def _prompt_of(update: Update, came_at: float | None) -> Prompt:
    if tap := update.callback_query:
        return Prompt(tap.id, tap.message.message_id if tap.message else None, came_at=came_at)
    return Prompt(said=update.message.message_id if update.message else None, came_at=came_at)
