"""The one place that sends: makes each chat show what was decided for it.

A decision writes the screen that a chat is owed. One task at a time draws a chat: it sends the newest screen that is owed, until
nothing is. So no older screen comes after a newer one, and twenty impatient taps become one screen.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from random import uniform
from typing import Protocol

from telegram.error import RetryAfter, TelegramError

from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.outgoing.answer_times import AnswerTimes
from bot.chat.outgoing.losses import Losses
from bot.chat.outgoing.prompt import NOTHING, Prompt
from bot.chat.outgoing.refusals import Refusal, refusal
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.difference import Show
from bot.chat.outgoing.showing.owed_view import OwedView
from bot.chat.outgoing.showing.painter import Painter, Unsure
from bot.chat.outgoing.showing.pictures import NoPicture, PictureSources
from bot.chat.outgoing.turns.lanes import Lane, Lanes, Weight
from bot.chat.outgoing.turns.put_off import PutOff
from bot.chat.outgoing.turns.reminders_in_flight import RemindersInFlight
from bot.coach.mishaps import OnceAMinute
from bot.coach.news import Reply
from bot.screens.view import View, from_json, to_json
from bot.store.database import Store

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two quick tries, when Telegram does not answer; each is twice as long as the one before."""

QUICK_TRIES = 5
"""Failing calls in a row, within a quarter of a minute, before a chat is put off. Once it was put off it has one call each time."""

JITTER = (0.7, 1.3)
"""A pause is multiplied by something random between these."""

UNSURE_SENDS = 2
"""A message without an answer is sent once more at once: nothing shown is worse than the same shown twice. Then the chat is put off,
with pauses that grow. A server that takes messages and never answers fills it with at most twenty of them in two hours."""

AT_WORK_AFTER, AT_WORK_EVERY = 1.0, 4.5
"""Seconds of making before the chat first says so, and between two times. It says so for five (Bot API, sendChatAction)."""

NO_ROOM = "NoRoom"
"""The mistake of the process that joins sessions when the disk is full."""

REMOVALS = 3
"""Tries at deleting an unwanted message before the next screen has its turn."""

MANY_REFUSALS = 5
"""After this many refusals while one chat is drawn, wait before each try."""


class ToldCoach(Protocol):
    """What the messenger needs of the coach."""

    def apologise(self, chat: int, now: datetime) -> Reply: ...
    def words_for_lost_file(self, chat: int, job: str) -> str: ...
    def lost(self, person: int, now: datetime) -> None: ...
    def judge_again(self, chat: int, now: datetime) -> None: ...
    def forget_chat(self, chat: int) -> None: ...
    def reminder_failed(self, delivery: int, now: datetime) -> None: ...
    def file_sent(self, chat: int, now: datetime) -> None: ...
    def file_failed(self, chat: int, session: int, now: datetime, *, no_room: bool) -> Reply: ...


@dataclass
class Patience:
    """What has gone wrong while one chat was drawn. `tries`: calls that failed since the last that was accepted."""

    pause: float
    tries: int = 0
    unsure: int = 0
    refusals: int = 0
    is_sorry: bool = False

    def is_over(self, *, was_put_off: bool) -> bool:
        if was_put_off:
            return self.tries >= 1
        return self.tries >= QUICK_TRIES or self.unsure >= UNSURE_SENDS

    def has_paid(self) -> None:
        self.pause, self.tries = FIRST_PAUSE, 0

    async def wait(self) -> None:
        await asyncio.sleep(self.pause * uniform(*JITTER))  # noqa: S311 - chats that failed together try again at different times
        self.pause = min(2 * self.pause, LONGEST_PAUSE)


class Messenger:
    def __init__(  # noqa: PLR0913, PLR0917 - what sending takes
        self,
        calls: Calls,
        store: Store,
        coach: ToldCoach,
        lanes: Lanes,
        pictures: PictureSources,
        clock: Callable[[], datetime],
        tally: Tally = UNCOUNTED,
    ) -> None:
        self._calls = calls
        self._painter = Painter(self._calls, store, clock)
        self._pictures = pictures
        pictures.tell_marked = lambda chat: self._draw(chat, Lane.SESSION)
        self._chats, self._coach, self._lanes, self._clock = store.chats, coach, lanes, clock
        self.in_flight = RemindersInFlight()
        self._put_off = PutOff(store.chats, self.in_flight, lanes.seconds, clock)
        self._losses = Losses(store, coach, lanes.seconds, clock)
        self.told = OnceAMinute(log)
        self._tally, self._answers = tally, AnswerTimes(tally)
        self._drawing: dict[int, Lane] = {}
        self._newer: dict[int, asyncio.Future[None]] = {}
        # Messages that may be in a chat, and whose ids nobody knows. If a crash forgets them, their buttons still do
        # what those of the screen do.
        self._strays: Counter[int] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    def show(self, reply: Reply, lane: Lane, prompt: Prompt = NOTHING) -> None:
        if lane is Lane.ANSWER:
            self._answers.begin(reply.chat, prompt.came_at)
        if prompt.tap:
            self._start_task(_try_once(self._calls.answer(prompt.tap, reply.toast)))
        if prompt.said and reply.heard:
            self._start_task(_try_once(self._calls.thumb_up(reply.chat, prompt.said)))
        if prompt.tapped and self._strays[reply.chat]:
            self._found_stray(reply.chat, prompt.tapped)
        self._draw(reply.chat, lane)

    def draw_all_owed(self) -> None:
        for chat in self._chats.in_debt():
            self._draw_owed(chat)

    def draw_put_off(self) -> None:
        try:
            for chat in self._put_off.come():
                self._draw_owed(chat)
            self._losses.look()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self.told.tell("what was put off stays so for now", error)

    def seconds(self) -> float:
        return self._lanes.seconds()

    async def turn_beside(self, chat: int, lane: Lane = Lane.BROADCAST) -> None:
        await self._lanes.turn(chat, lane)

    async def tell_beside(self, chat: int, text: str, lane: Lane = Lane.BROADCAST) -> None:
        """Sends HTML beside the screen, once. Raises TelegramError."""
        name = lane.name.lower()
        try:
            await self._calls.tell(chat, text)
        except TelegramError as error:
            self._tally.sent(name, _what_became(error))
            raise
        self._tally.sent(name, "sent")

    def hold(self, chat: int, seconds: float) -> None:
        self._lanes.hold(chat, seconds)

    def heard_of_loss(self, chat: int) -> None:
        self._losses.believes(self._owed(chat))

    def heard_of_success(self) -> None:
        self._losses.note_accepted()

    async def drain(self) -> None:
        while self._tasks:
            await asyncio.wait(self._tasks)

    def abandon(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _start_task(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _found_stray(self, chat: int, message: int) -> None:
        """Takes the buttons off a tapped message that we do not know: it was sent, but the answer to its sending never
        came.
        """
        shown = self._chats.shown(chat)
        if shown and shown.message != message and shown.stale is None:
            self._chats.pay(chat, None, replace(shown, stale=message))
            self._strays[chat] -= 1

    def _draw_owed(self, chat: int) -> None:
        wanted = from_json(self._chats.owed(chat))
        self._draw(chat, Lane.REMINDER if wanted and wanted.delivery else Lane.SESSION)

    def _draw(self, chat: int, lane: Lane) -> None:
        """Only one task draws a chat. If one is at work, it goes on with the newest screen, and may be hurried."""
        if chat not in self._drawing:
            self._drawing[chat] = lane
            if lane is Lane.REMINDER:
                self.in_flight.enter(chat)
            self._start_task(self._draw_all(chat))
            return
        if (newer := self._newer.get(chat)) and not newer.done():
            newer.set_result(None)
        if lane < self._drawing[chat]:
            self._drawing[chat] = lane
            self._lanes.hurry(chat, lane)

    async def _draw_all(self, chat: int) -> None:
        try:
            await self._draw_until_nothing_is_owed(chat)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._put_off.note_failure(chat)
            self.told.tell("a chat could not be drawn; what it is owed is kept", error)
        finally:
            self._answers.drop(chat)
            del self._drawing[chat]
            self._pictures.put_away(chat)
            self.in_flight.leave(chat)

    async def _draw_until_nothing_is_owed(self, chat: int) -> None:
        patience = Patience(FIRST_PAUSE)
        while True:
            if (owed := await self._next_owed(chat)) is None:
                return
            if self._has_put_off_for(owed, self._lanes.held(chat)):
                return
            try:
                if owed.is_to_be_made and not await self._has_made(chat, owed.wanted, owed.stored):
                    continue
                if await self._lanes.turn(chat, self._drawing[chat], _weight(owed)):
                    owed = self._owed(chat)  # meanwhile something newer may have been decided
                    if not self._is_owed_something(owed):
                        return
                await self._painter.step(owed)
                self._count_sent(owed)
                self._note_file(owed)
                patience.has_paid()
                self.in_flight.succeed()
                self._losses.note_accepted()
            except (TelegramError, Unsure, NoPicture) as trouble:
                self.in_flight.meet_trouble(chat)
                if not await self._goes_on_after(owed, trouble, patience):
                    return

    def _note_file(self, owed: OwedView) -> None:
        if owed.stored and owed.wanted.is_file:
            self._chats.forget_paper(owed.chat, owed.wanted.job, owed.stored)
        if owed.stored and owed.wanted.session:
            self._coach.file_sent(owed.chat, self._clock())

    def _count_sent(self, owed: OwedView) -> None:
        if not owed.is_shown_next:
            return
        self._tally.sent(self._drawing[owed.chat].name.lower(), "sent")
        if self._answers.is_waiting(owed.chat) and self._chats.owed(owed.chat) is None:
            self._answers.end(owed.chat)

    async def _has_made(self, chat: int, wanted: View, stored: str | None) -> bool:
        """False if something newer than `stored` is owed: nobody who has tapped on waits for a picture. Raises
        NoPicture.
        """
        making = asyncio.create_task(self._pictures.prepare(chat, wanted))
        making.add_done_callback(_look_at)
        patience: float | None = AT_WORK_AFTER if wanted.is_recorded else None
        try:
            while not making.done():
                newer = self._newer[chat] = asyncio.get_running_loop().create_future()
                done, _ = await asyncio.wait(
                    (making, newer), timeout=patience, return_when=asyncio.FIRST_COMPLETED
                )
                if self._chats.owed(chat) != stored:
                    return False
                if not done:
                    self._start_task(_try_once(self._calls.say_at_work(chat, wanted)))
                    patience = AT_WORK_EVERY
            making.result()
            return True
        finally:
            self._newer.pop(chat, None)
            making.cancel()

    async def _next_owed(self, chat: int) -> OwedView | None:
        """Unwanted messages go after the screen, which may tell whom to call."""
        if self._is_owed_something(owed := self._owed(chat)):
            return owed
        if owed.has_more and self._is_owed_something(owed := await self._after_more(owed)):
            return owed
        if await self._has_marked(chat):
            return await self._next_owed(chat)
        self._part_after_goodbye(owed)
        return None

    async def _after_more(self, owed: OwedView) -> OwedView:
        chat = owed.chat
        if unwanted := self._chats.unwanted(chat):
            await self._remove(chat, unwanted)
            if self._is_owed_something(owed := self._owed(chat)):
                return owed
        for job, paper in self._chats.papers(chat).items():
            await self._bring(chat, job, paper)
            if self._is_owed_something(owed := self._owed(chat)):
                return owed
        return owed

    async def _has_marked(self, chat: int) -> bool:
        """True if it tried to put the marked loop in place of the plain one, or if something newer is owed. A failure
        is not tried again: nobody misses the loop.
        """
        if not (value := self._pictures.marked_since(chat)):
            return False
        await self._lanes.turn(chat, self._drawing[chat], Weight.EDIT)
        shown = self._chats.shown(chat)
        view = from_json(shown.view) if shown else None
        if shown and view and view.marked == value and not self._is_owed_something(self._owed(chat)):
            with suppress(NoPicture):
                await _try_once(self._calls.edit(Show.EDIT_PICTURE, chat, shown.message, view))
        return True

    async def _bring(self, chat: int, job: str, stored: str) -> None:
        """Sends a file beside the screen, without buttons, after something else has overtaken it. If it can't be sent
        for now, the chat is put off, so that the next answer does not wait for it.
        """
        found = from_json(stored)
        paper = replace(found, keys=(), rings=False) if found else View("")
        try:
            if found and (wanted := await self._made_or_sorry(chat, paper)) is None:
                return
            if found and wanted:
                await self._lanes.turn(chat, Lane.SESSION)
                await self._calls.send(chat, wanted)
        except TelegramError as error:
            if not self._is_refused_for_good(chat, paper, error):
                return
        self._chats.forget_paper(chat, job, stored)

    async def _made_or_sorry(self, chat: int, paper: View) -> View | None:
        """A word of apology if it can't be made; None if something newer is owed."""
        try:
            return paper if await self._has_made(chat, paper, None) else None
        except NoPicture as trouble:
            log.error("A file could not be made (%.100s): %s", paper.job, trouble)  # noqa: TRY400 - its words say it all
            return View(self._coach.words_for_lost_file(chat, paper.job), rings=False)

    def _is_refused_for_good(self, chat: int, paper: View, error: TelegramError) -> bool:
        asked = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
        meaning = refusal(error)
        if (
            meaning is None
            or asked
            or (meaning is Refusal.UNKNOWN_FILE and self._pictures.forget(chat, paper))
        ):
            self._lanes.hold(chat, asked)
            self._put_off.put_off(chat, is_reminder=False, seconds=asked)
            return False
        return True

    async def _remove(self, chat: int, unwanted: Sequence[int]) -> None:
        if all([await self._has_deleted(chat, message) for message in unwanted]):
            self._chats.forget_unwanted(chat, unwanted)

    async def _has_deleted(self, chat: int, message: int) -> bool:
        """True also for a message that is too old to be deleted: it stays, and is not tried again."""
        patience = Patience(FIRST_PAUSE)
        for _ in range(REMOVALS):
            try:
                await self._calls.delete(chat, message)
            except TelegramError as error:
                if refusal(error) is not None:
                    return True
                asked = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
                await (asyncio.sleep(min(asked, LONGEST_PAUSE)) if asked else patience.wait())
            else:
                return True
        return False

    async def _goes_on_after(self, owed: OwedView, trouble: Exception, patience: Patience) -> bool:
        if owed.is_shown_next:
            self._tally.sent(self._drawing[owed.chat].name.lower(), _what_became(trouble))
        match trouble:
            case NoPicture() if owed.stored and owed.wanted.is_file:
                self._give_up_screen(owed, str(trouble), patience, no_room=trouble.mistake == NO_ROOM)
                return True
            case NoPicture():
                self._send_without_picture(owed, str(trouble))
                return True
            case RetryAfter():
                self._lanes.hold(owed.chat, seconds_of(trouble))
                return not self._has_put_off_for(owed, seconds_of(trouble))
            case Unsure():
                self._strays[owed.chat] += 1
                patience.unsure += 1
            case TelegramError():
                if refusal(trouble) is Refusal.LOST and not self._losses.believes(owed):
                    return not self._has_put_off(owed)
                patience.refusals += 1
                if self._follow_refusal(owed, trouble, patience) and patience.refusals < MANY_REFUSALS:
                    return True
        return await self._tries_again(owed, patience)

    async def _tries_again(self, owed: OwedView, patience: Patience) -> bool:
        patience.tries += 1
        if patience.is_over(was_put_off=self._put_off.has_been(owed.chat)):
            return not self._has_put_off(owed)
        await patience.wait()
        return True

    def _has_put_off_for(self, owed: OwedView, seconds: float) -> bool:
        return seconds > LONGEST_PAUSE and self._has_put_off(owed, seconds)

    def _has_put_off(self, owed: OwedView, seconds: float = 0.0) -> bool:
        """False if something newer was decided meanwhile: that is drawn at once."""
        if self._chats.owed(owed.chat) != owed.stored:
            return False
        is_reminder = bool(owed.stored and owed.wanted.delivery)
        self._put_off.put_off(owed.chat, is_reminder=is_reminder, seconds=seconds)
        return True

    def _owed(self, chat: int) -> OwedView:
        now = self._clock()
        owed = OwedView(chat, self._chats.debt(chat), now)
        if owed.is_unreadable:
            log.error("what a chat is owed can't be read, and is written off")
            self._chats.write_off_unreadable(chat)
        elif not owed.stored or owed.wanted.is_good(now):
            return owed
        else:
            self._coach.judge_again(chat, now)
        return OwedView(chat, self._chats.debt(chat), now)

    def _is_owed_something(self, owed: OwedView) -> bool:
        if owed.stored and owed.shown and owed.takes_no_call:  # it would change nothing on the phone
            self._chats.pay(owed.chat, owed.stored, replace(owed.shown, view=owed.as_shown))
            return False
        return bool(owed.stored) or owed.stale is not None

    def _part_after_goodbye(self, owed: OwedView) -> None:
        goodbye = owed.stored or (owed.shown and owed.shown.view)
        said = from_json(goodbye) if goodbye else None
        if said and said.ends:
            self._coach.forget_chat(owed.chat)

    def _follow_refusal(self, owed: OwedView, error: TelegramError, patience: Patience) -> bool:
        """False if the refusal may pass."""
        chat, meaning = owed.chat, refusal(error)
        match meaning:
            case None:
                return False
            case Refusal.LOST:
                pass  # they are owed nothing any more
            case Refusal.FINE if owed.stored and owed.shown:
                self._chats.pay(chat, owed.stored, replace(owed.shown, view=owed.as_shown))
            case Refusal.NO_MESSAGE:
                self._chats.pay(chat, None, None)
            case Refusal.NOT_EDITABLE if owed.stored:
                self._painter.owe_fresh(chat, owed.shown, owed.seen)
            case Refusal.UNKNOWN_FILE if owed.stored and self._pictures.forget(chat, owed.wanted):
                pass
            case _ if owed.stored and owed.wanted.image:
                self._send_without_picture(owed, error.message)
            case _ if owed.stored and owed.wanted.delivery and owed.wanted.in_plain_words() != owed.wanted:
                self._send_in_plain_words(owed, error.message)
            case _:
                self._give_up_screen(owed, error.message, patience)
        return True

    def _send_in_plain_words(self, owed: OwedView, why: str) -> None:
        log.error("Telegram refused a reminder, which is tried in plain words: %s", why)
        if self._chats.owed(owed.chat) == owed.stored:
            self._chats.owe(owed.chat, to_json(owed.wanted.in_plain_words()))

    def _send_without_picture(self, owed: OwedView, why: str) -> None:
        log.error("A picture could not be sent (%.100s): %s", owed.wanted.picture or owed.wanted.job, why)
        if self._chats.owed(owed.chat) == owed.stored:
            self._chats.owe(owed.chat, to_json(owed.wanted.in_words_only))

    def _give_up_screen(self, owed: OwedView, why: str, patience: Patience, *, no_room: bool = False) -> None:
        length = len(owed.wanted.text) if owed.stored else 0
        log.error("A screen of %d characters could not be sent: %s", length, why)
        is_newest = self._chats.owed(owed.chat) == owed.stored
        self._chats.write_off(owed.chat, owed.stored or "")
        if owed.stored and owed.wanted.ends:
            self._coach.forget_chat(owed.chat)
            return
        if owed.stored and owed.wanted.delivery:
            self._coach.reminder_failed(owed.wanted.delivery, self._clock())
            return  # nobody has asked for anything, so nobody waits for a word about it
        if is_newest and owed.wanted.is_recorded:
            session = owed.wanted.session
            self._coach.file_failed(owed.chat, session, self._clock(), no_room=no_room)
        elif is_newest and not patience.is_sorry:
            patience.is_sorry = True
            self._coach.apologise(owed.chat, self._clock())


async def _try_once(call: Coroutine[None, None, None]) -> None:
    try:
        await call
    except TelegramError as error:
        if refusal(error) is Refusal.OURS:
            log.error("Telegram refused: %s", error.message)  # noqa: TRY400 - Telegram's words say it all


def _what_became(trouble: Exception) -> str:
    match trouble:
        case NoPicture():
            return "no picture"
        case Unsure():
            return "unsure"
        case RetryAfter():
            return "too fast"
        case TelegramError() if meaning := refusal(trouble):
            return meaning.name.lower().replace("_", " ")
    return "no answer"


def _look_at(making: asyncio.Task[None]) -> None:
    """Retrieves the error of a task that nobody waits for any more; otherwise asyncio would report it."""
    if not making.cancelled():
        making.exception()


def _weight(owed: OwedView) -> Weight:
    if owed.stale is None:
        return Weight.MESSAGE
    return Weight.EDIT if owed.shown and owed.shown.remains else Weight.NOTHING


def seconds_of(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
