"""Runs the bot on Telegram until a signal ends it."""

import asyncio
import contextlib
import errno
import gc
import logging
import signal
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click

from bot.app.kept_knowledge import kept_knowledge
from bot.app.opening import alone_with, open_database
from bot.app.wall_clock import know_one_set_of_zones, now
from bot.app.watching import watched
from bot.chat.bot import TelegramLine, WrongToken, serve
from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.incoming.webhook_server import CannotListen, WebhookPlace
from bot.chat.knocks import Bell
from bot.chat.nightly import NightWork
from bot.chat.steady_clock import SteadyClock
from bot.coach.admin.admin_commands import COMMANDS as FOR_ADMINS
from bot.coach.coach import Coach
from bot.coach.doctor import examination
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.operator import Operator
from bot.coach.typed.meaning import COMMANDS
from bot.config import CannotEverStart, CannotStart, Config, where_token_is
from bot.domain.admission.door_word import says
from bot.domain.typed.danger.heard import is_danger
from bot.film import film_command
from bot.film.ready_made import ReadyMade
from bot.store.database import Store
from bot.store.file.private import open_to_others
from bot.watch.listening import listen_address
from bot.watch.watch import Watch

log = logging.getLogger(__name__)

SAID_BY_EVERYBODY = (
    *(
        "hello",
        "hallo",
        "hiya",
        "heya",
        "howdy",
        "good morning",
        "good evening",
        "welcome",
        "thanks",
        "thank you",
    ),
    *(
        "okay",
        "please",
        "begin",
        "menu",
        "home",
        "back",
        "unhunch",
        "telegram",
        "test",
        "testing",
        "exercises",
        "stretch",
    ),
)
"""Words that strangers say by chance, as they do the commands."""


def run_bot(config: Config, *, is_new_bot: bool = False) -> int:
    """`is_new_bot`: it may take over another bot's file."""
    if config.token is None:
        raise CannotStart("There is no token.")
    line = line_to(config, config.token.get_secret_value(), config.api_root, config.database)
    line = replace(line, webhook=_webhook(config))
    (watch, tally), night = watched(config), NightWork(config.database, config.copies)
    is_there = partial(_is_on_telegram, config)
    serving = partial(
        serve_on, config, line, config.database, SteadyClock(now), is_there=is_there, tally=tally
    )
    with alone_with(config.database):
        return until_signalled(lambda: serving(is_new_bot=is_new_bot, watch=watch, night=night), watch.stops)


def spare_the_collector() -> None:
    """Collects garbage seldom, and never what is read at the start: that stays in memory, and few later objects form
    cycles. Nothing is collected first: that would take a tenth of the start and free next to nothing.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


async def serve_on(  # noqa: PLR0913 - what serving takes
    config: Config,
    line: TelegramLine,
    database: Path,
    clock: Callable[[], datetime],
    ready: Callable[[Bell], None] | None = None,
    *,
    is_there: Callable[[Coach], None] = lambda _: None,
    is_new_bot: bool = False,
    watch: Watch | None = None,
    night: NightWork | None = None,
    tally: Tally = UNCOUNTED,
) -> None:
    """`is_there`: called with the coach once the content is read and Telegram has answered."""
    watch = watch or Watch()
    async with watch.over():
        goes_on = watch.supervisor.goes_on
        store = open_database(database, line.token, is_new_bot=is_new_bot, goes_on=goes_on)
        for warning in (*open_to_others(database), *_about_films(line, database)):
            log.warning("%s", warning)
        try:
            know_one_set_of_zones()
            known = replace(
                kept_knowledge(config.content),
                copies=night.keep if night else 0,
                has_films=bool(line.films),
                operator=Operator(
                    config.admins, config.contact, people=config.people.numbers, word=config.people.word
                ),
            )
            refuse_word_of_danger(known)
            refuse_word_of_everybody(known)
            spare_the_collector()
            watch.begin(lambda: examination.is_silenced(store))
            make_coach, ticked = _coach_maker(store, known, is_there), watch.ticks.note
            await serve(line, store, make_coach, clock, ready=ready, ticked=ticked, night=night, tally=tally)
        except WrongToken:
            raise CannotStart(
                f"Telegram does not know the token {where_token_is()}: put the newest there that @BotFather gave you."
            ) from None
        except CannotListen as failed:
            raise CannotStart(_why_not(config.webhook_listen, failed.error)) from None
        finally:
            store.close()


def _about_films(line: TelegramLine, database: Path) -> Iterator[str]:
    folder = database.parent / film_command.FOLDER
    if line.films and not film_command.can_keep(folder):
        yield (
            f"{folder} can't be written, so each film is made from its beginning, which takes longer. Let it be a folder that belongs"
            " to the bot's user."
        )


def refuse_word_of_danger(known: Knowledge) -> None:
    """Danger is answered first, so such a word would let nobody in."""
    word = known.operator.word
    if word and is_danger(word, known.danger):
        raise CannotEverStart(
            "UNHUNCH_PEOPLE: the word sounds like a cry for help, which is answered before all else: choose another one."
        )


def refuse_word_of_everybody(known: Knowledge) -> None:
    """Strangers would say such a word without having been told it."""
    word = known.operator.word
    commands = (command.removeprefix("/") for command in (*COMMANDS, *FOR_ADMINS))
    if word and any(says(common, word) for common in (*commands, *SAID_BY_EVERYBODY)):
        raise CannotEverStart(
            "UNHUNCH_PEOPLE: the word is one that anybody says to a bot by accident: choose another one."
        )


def _webhook(config: Config) -> WebhookPlace | None:
    """None: the bot polls."""
    if config.webhook_url is None:
        return None
    where = listen_address(config.webhook_listen)
    return WebhookPlace(config.webhook_url, where.host, where.port, where.path)


def _why_not(where: str, error: OSError) -> str:
    why = {
        errno.EADDRINUSE: "another program has it",
        errno.EACCES: "that needs root; the proxy can pass on to any port above 1023",
        errno.EADDRNOTAVAIL: "this machine has no such address",
    }.get(error.errno or 0, (error.strerror or type(error).__name__).lower())
    return f"UNHUNCH_WEBHOOK_LISTEN: the bot can't listen at {where}: {why}."


def line_to(config: Config, token: str, api_root: str, database: Path) -> TelegramLine:
    films = (
        film_command.command(database.parent / film_command.FOLDER, config.content)
        if film_command.is_there()
        else ()
    )
    return TelegramLine(
        token,
        api_root,
        config.content,
        config.messages_per_second,
        pays_for_reminders=config.paid_broadcast,
        films=tuple(films),
        ready=ReadyMade(film_command.READY, config.content).marked,
    )


def _coach_maker(store: Store, known: Knowledge, is_there: Callable[[Coach], None]) -> Callable[[str], Coach]:
    def make(bot_name: str) -> Coach:
        coach = Coach(store, replace(known, bot_name=bot_name, zones=version("tzdata")))
        is_there(coach)
        return coach

    return make


def _is_on_telegram(config: Config, coach: Coach) -> None:
    bot_name = coach.knowledge.bot_name
    tell = log.info if config.log_format == "json" else say  # whoever collects JSON reads nothing else
    tell(f"Unhunch is on Telegram as @{bot_name}: open https://t.me/{bot_name}")
    log.info("Who may use it: %s", config.people.in_words)


def say(line: str) -> None:
    with contextlib.suppress(OSError):
        click.echo(line)


def until_signalled(
    work: Callable[[], Coroutine[None, None, None]], stops: Callable[[], None] = lambda: None
) -> int:
    with contextlib.suppress(asyncio.CancelledError, KeyboardInterrupt):
        asyncio.run(_cancellable(work(), stops))
    return 0


async def _cancellable(work: Coroutine[None, None, None], stops: Callable[[], None]) -> None:
    """SIGTERM, which servers send, ends the work as Ctrl-C does: what is being sent is finished first."""
    task = asyncio.ensure_future(work)

    def end() -> None:
        stops()
        task.cancel()

    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, end)
    await task
