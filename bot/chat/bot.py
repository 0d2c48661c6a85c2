"""Puts the chat room together and runs it: from the first getMe to the last message."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.chat.clearing_log import keep_log_clear
from bot.chat.clearing_up import keep_tidy
from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.error_reports import ErrorReports
from bot.chat.incoming.deciding import Decider
from bot.chat.incoming.long_poll import LongPoll
from bot.chat.incoming.update_limits import PER_PERSON, UpdateLimits
from bot.chat.incoming.webhook_door import WebhookDoor
from bot.chat.incoming.webhook_server import WebhookPlace, secret_of
from bot.chat.keeping_whole import keep_whole
from bot.chat.knocks import KNOCK_EVERY, Bell, keep_knocking, start_knocks
from bot.chat.nightly import Nightly, NightWork
from bot.chat.outgoing.broadcast_lane import BroadcastLane
from bot.chat.outgoing.made.gathering import Gathering
from bot.chat.outgoing.made.papers import Papers
from bot.chat.outgoing.made.worker import Worker
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.reminder_lane import MomentsAnew, ReminderPuller, Ticked, nobody_asks
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.pictures import PictureSources
from bot.chat.outgoing.turns.lanes import Lanes
from bot.chat.outgoing.turns.pace import PER_CHAT
from bot.chat.steady_clock import SteadyClock, be_sure, keep_time
from bot.chat.telegram.admin_menus import introduce_to_admins
from bot.chat.telegram.bot_name import NOT_TELEGRAM, is_name
from bot.chat.telegram.commands import introduce_bot
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.portrait import wear_portrait
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.mishaps import OnceAMinute, in_one_line
from bot.content.source.own_pictures import AVATAR
from bot.domain.admission.buckets import Allowance
from bot.screens.view import KINDS
from bot.store.database import Store

log = logging.getLogger(__name__)

LAST_WORDS = 5.0
"""Seconds for messages under way when the bot is told to stop. The rest stays owed."""

LONGEST_FILM = 240.0
"""Seconds that making one may take. It gives way to all else, and goes on from where it was when it is tried again."""

NEXT_TRY = 5.0
"""Seconds between two tries to reach Telegram at the start."""

_AGAIN = f"tried again every {NEXT_TRY:.0f} s"


class WrongToken(Exception):
    pass


@dataclass(frozen=True, slots=True)
class TelegramLine:
    """How Telegram is reached, and how fast. `per_second`, `per_chat`: messages; None: no limit of our own.
    `per_person`: updates that one person may send.

    `knocks`: seconds between two looks at what has come due. `seconds`: the clock of the paces. `pays_for_reminders`:
    they go as Telegram's paid broadcast, at its pace. `films`: the command of the process that joins sessions to hear
    or to see; empty: there is none. `ready`: finds loops that were made when the bot was installed. `webhook`: where
    Telegram brings updates; None: the bot polls.
    """

    token: str
    api_root: str
    media: Path
    per_second: float | None
    per_chat: float | None = PER_CHAT
    knocks: float = KNOCK_EVERY
    pays_for_reminders: bool = False
    films: tuple[str, ...] = ()
    ready: Callable[[str], bytes | None] = lambda _: None
    webhook: WebhookPlace | None = None
    seconds: Callable[[], float] = time.monotonic
    per_person: Allowance = PER_PERSON

    @property
    def address(self) -> str:
        """Ends before the method's name. It holds the token, so never show it."""
        return f"{self.api_root}/bot{self.token}"

    def to(self, request: AiohttpRequest) -> Wire:
        return Wire(request, self.address, f"{self.api_root}/file/bot{self.token}")


async def serve(  # noqa: PLR0913 - what the bot is made of
    line: TelegramLine,
    store: Store,
    make_coach: Callable[[str], Coach],
    clock: Callable[[], datetime],
    *,
    ready: Callable[[Bell], None] | None = None,
    ticked: Ticked = nobody_asks,
    night: NightWork | None = None,
    tally: Tally = UNCOUNTED,
) -> None:
    """Runs until cancelled. Raises WrongToken, CannotListen.

    `make_coach`: called with the bot's @name. `ready`: called with the bell, for code that moves the clock. `ticked`:
    called with the name of each loop that has looked for what is due. `night`: what is done with the file at night. A
    SteadyClock learns the time from Telegram's answers.
    """
    steady = clock if isinstance(clock, SteadyClock) else None
    store.serve_many()
    heard, wall = (steady.hear, steady.wall) if steady else (None, clock)
    sending, polling = AiohttpRequest(heard=heard), AiohttpRequest(connections=1, heard=heard)
    async with _telegram(line, sending, polling) as application:
        if steady:
            await be_sure(steady, application.bot.get_me)
        coach = make_coach(application.bot.username)
        messenger, pictures = _messenger(line, sending, store, coach, clock, tally)
        limits = UpdateLimits(coach, messenger, clock, line.seconds, tally, line.per_person)
        decider = Decider(application.bot, store, coach, messenger, limits, tally, clock, line.seconds)
        coach.by_the_clock.listen(decider.decisions.by_the_clock)
        door = _door(line, decider, store, messenger, line.to(polling), clock, tally)
        puller = ReminderPuller(coach.claims, messenger, clock, wall, ticked, tally)
        bell = Bell(coach, messenger, puller, BroadcastLane(coach.broadcasts, messenger, clock), clock)
        _wake_up(coach, messenger, tally, clock(), wall())
        beside = [
            *_begin_beside(application.bot, line, store, bell),
            *start_knocks(bell, line.knocks, ticked),
            asyncio.create_task(keep_knocking(decider.hear_what_was_too_much)),
        ]
        nightly = _begin_nights(application, night, store, clock)
        if ready:
            ready(bell)
        try:
            await _stay_open(door)
        finally:
            await _end(beside, bell, nightly, pictures)


def _wake_up(coach: Coach, messenger: Messenger, tally: Tally, now: datetime, wall: datetime) -> None:
    tally.heard()
    coach.wake_up(now, wall)
    tally.wrote()
    messenger.draw_all_owed()


def _door(  # noqa: PLR0913, PLR0917 - what a door leads to
    line: TelegramLine,
    decider: Decider,
    store: Store,
    messenger: Messenger,
    wire: Wire,
    clock: Callable[[], datetime],
    tally: Tally,
) -> LongPoll | WebhookDoor:
    if line.webhook is None:
        return LongPoll(decider, store, messenger, wire, clock, line.seconds, tally)
    secret = secret_of(line.token)
    return WebhookDoor(line.webhook, secret, decider, store, messenger, wire, clock, tally, line.seconds)


async def _introduce(bot: Bot, known: Knowledge, store: Store) -> None:
    await introduce_bot(bot, known.languages, store.facts)
    admins, has_come = known.operator.admins, store.people.is_known
    await introduce_to_admins(bot, admins, known.languages, store.facts, has_come)


def _begin_beside(bot: Bot, line: TelegramLine, store: Store, bell: Bell) -> list[asyncio.Task[None]]:
    coach, clock = bell.coach, bell.clock
    works = (
        _introduce(bot, coach.knowledge, store),
        wear_portrait(bot, line.media / AVATAR, store.facts),
        _keep_time(coach, clock, bot.get_me),
        keep_tidy(store, clock),
        keep_log_clear(store),
        keep_whole(store, clock),
        ErrorReports(coach, bell.messenger, clock).go_on(),
    )
    return [asyncio.create_task(work) for work in works]


def _begin_nights(
    application: "Application",  # type: ignore[type-arg]
    night: NightWork | None,
    store: Store,
    clock: Callable[[], datetime],
) -> Nightly | None:
    if night is None or application.job_queue is None:
        return None
    nightly = Nightly(night, store, application.job_queue, clock)
    nightly.start()
    if isinstance(clock, SteadyClock):
        clock.after_step.append(nightly.set_anew)
    return nightly


def _messenger(  # noqa: PLR0913, PLR0917 - what sending takes
    line: TelegramLine,
    sending: AiohttpRequest,
    store: Store,
    coach: Coach,
    clock: Callable[[], datetime],
    tally: Tally,
) -> tuple[Messenger, PictureSources]:
    lanes = Lanes(line.per_second, line.per_chat, line.seconds, is_paid=line.pays_for_reminders)
    papers = Papers(Worker(tally=tally), store.drawn, Gathering(store, line.to(sending)))
    films = {job: _film_maker(line, job, tally) for job in KINDS} if line.films else None
    pictures = PictureSources(line.media, store.files, store.own_media, papers, films, line.ready)
    calls = Calls(line.to(sending), pictures, pays_for_reminders=line.pays_for_reminders)
    return Messenger(calls, store, coach, lanes, pictures, clock, tally), pictures


def _film_maker(line: TelegramLine, job: str, tally: Tally) -> Worker:
    return Worker(list(line.films), longest=LONGEST_FILM, name=job, tally=tally)


async def _stay_open(door: LongPoll | WebhookDoor) -> None:
    try:
        await door.stay_open()
    except InvalidToken:
        raise WrongToken from None


async def _keep_time(
    coach: Coach, clock: Callable[[], datetime], ask: Callable[[], Awaitable[object]]
) -> None:
    anew = MomentsAnew(coach.claims, coach.knowledge.zones, clock)
    anew.begin()
    try:
        if isinstance(clock, SteadyClock):

            def follow(old: datetime, new: datetime) -> None:
                coach.claims.stepped(old, new)
                anew.begin()

            clock.adopted.append(follow)
            await keep_time(clock, ask)
        await asyncio.Event().wait()
    finally:
        await anew.end()


async def _end(
    beside: list[asyncio.Task[None]],
    bell: Bell,
    nightly: Nightly | None,
    pictures: PictureSources,
) -> None:
    """Ends first what begins new work, and then what is being sent, within LAST_WORDS.

    The file is closed next, so nothing is at work when this returns, even if it is cancelled.
    """
    for task in beside:
        task.cancel()
    try:
        if nightly:
            await nightly.stop()
        await bell.puller.stop()
        await bell.broadcasts.stop()
        await asyncio.wait(beside)
        await asyncio.wait_for(bell.messenger.drain(), LAST_WORDS)
    except TimeoutError:
        log.warning("What could not be sent in %.0f s stays owed, for the next start", LAST_WORDS)
    finally:
        bell.messenger.abandon()
        await bell.messenger.drain()
        await pictures.close()
        await asyncio.wait(beside)


@asynccontextmanager
async def _telegram(
    line: TelegramLine, sending: AiohttpRequest, polling: AiohttpRequest
) -> "AsyncIterator[Application]":  # type: ignore[type-arg]
    """Does not use the library's own polling, which confirms updates before they are decided."""
    application = (
        ApplicationBuilder()
        .token(line.token)
        .base_url(f"{line.api_root}/bot")
        .base_file_url(f"{line.api_root}/file/bot")
        .request(sending)
        .get_updates_request(polling)
        .updater(None)
        .build()
    )
    async with AsyncExitStack() as ends:  # all of it, even if a second signal cancels one
        for request in (polling, sending):  # which the library leaves open when it never got an answer
            ends.push_async_callback(request.shutdown)
        ends.push_async_callback(application.shutdown)
        await _reach(application)
        ends.push_async_callback(_stop, application)
        await application.start()
        yield application


async def _stop(application: "Application") -> None:  # type: ignore[type-arg]
    if application.running:
        await application.stop()


async def _reach(application: "Application") -> None:  # type: ignore[type-arg]
    """Asks until Telegram answers: a server may start before its network."""
    told = OnceAMinute(log)
    while True:
        try:
            await application.initialize()
            if is_name(application.bot.username):
                return
            await application.shutdown()  # or the next try would ask nobody
            told.tell(
                "Telegram doesn't say who we are", more=f" ({NOT_TELEGRAM}); {_AGAIN}", level=logging.WARNING
            )
        except InvalidToken:
            raise WrongToken from None  # the library's own words hold the token
        except TelegramError as error:
            told.tell("Telegram can't be reached", more=f" ({error}); {_AGAIN}", level=logging.WARNING)
        except Exception as error:  # noqa: BLE001 - whatever the library makes of an answer that is no bot
            more = f" ({in_one_line(error)}); is it a proxy or a page to sign in at that answers? {_AGAIN}"
            told.tell("Telegram doesn't say who we are", more=more, level=logging.WARNING)
        await asyncio.sleep(NEXT_TRY)
