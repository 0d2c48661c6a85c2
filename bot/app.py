"""Wires the rooms together, and runs the bot on Telegram or on the phone in the browser."""

import asyncio
import contextlib
import gc
import json
import logging
import os
import secrets
import signal
import tempfile
import zoneinfo
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.chat.bot import TelegramLine, WrongToken, serve
from bot.chat.knocks import Bell
from bot.chat.nightly import NightWork
from bot.chat.outgoing.lanes import reminders_per_second
from bot.chat.steady_clock import SteadyClock
from bot.coach.coach import Coach, Knowledge
from bot.coach.doctor import advice, examination, report
from bot.coach.language import Language
from bot.coach.typed.ears import EAR_SPEAKS, TwoEars
from bot.config import CannotEverStart, CannotStart, Config, how_supervised
from bot.content.cities import atlas
from bot.content.ear.trained_ear import read_ear
from bot.content.faults import ContentFault
from bot.content.language.dangers import danger_and_answers
from bot.content.language.help_numbers import help_lines
from bot.content.language.phrases_heard import vocabulary
from bot.content.language.wishes_heard import names, wish_words
from bot.content.language.words import Speaker, WordsFault, speakers
from bot.content.reader import load
from bot.content.voice import clips
from bot.domain.typed.tag_said import tag_alone
from bot.film import film_command
from bot.store.database import Store, TooNew, is_of_the_disk, look_into, open_store
from bot.store.file.copies import copy_into, refuse_loss, write_copy
from bot.store.file.damage import FileFails, is_damage
from bot.store.file.identity import refuse_foreign
from bot.store.file.lock import Taken, locked
from bot.store.file.private import holds_something, open_to_others, refuse_nothing, refuse_what_is_no_file
from bot.store.file.tidying import tidy
from bot.store.file.unusable import Unusable
from bot.store.file.wholeness import faults_in
from bot.store.person.everything import everything_of, look_up
from bot.store.restore import Restored, restore
from bot.store.surroundings import look_around
from bot.watch.watch import Watch

if TYPE_CHECKING:
    from bot.phone.phone import Phone

log = logging.getLogger(__name__)


PHONE_BOT = 4242
"""The bot's id on the phone in the browser."""

PORTS_TRIED = 20

FILMS = "films"
"""The folder beside the database in which what sessions are joined from is kept."""


def now() -> datetime:
    """The clock: the only place where the time is read."""
    return datetime.now(UTC)


def know_one_set_of_zones() -> None:
    """The rules of time zones come from the package tzdata alone: what is installed on this machine may be older."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()


class AnotherBots(CannotEverStart):
    """The file is another bot's, and its people do not know this one."""


def run_bot(config: Config, *, is_new_bot: bool = False) -> int:
    """Until a signal ends it. `is_new_bot`: it may take over the file of another one. Raises CannotStart."""
    if config.token is None:
        raise CannotStart("There is no token.")
    line = line_to(config, config.token.get_secret_value(), config.api_root, config.database)
    watch, night = _watch(config), NightWork(config.database, config.copies)
    serving = partial(_serve, config, line, config.database, SteadyClock(now))
    with alone_with(config.database):
        return _until_signalled(lambda: serving(is_new_bot=is_new_bot, watch=watch, night=night), watch.stops)


def run_phone(config: Config) -> int:
    """The bot on the phone in the browser: with a database of its own that is gone afterwards, if none was named."""
    with contextlib.ExitStack() as stack:
        database = config.database
        if "database" not in config.model_fields_set:
            database = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "phone.sqlite3"
        stack.enter_context(alone_with(database))
        return _until_signalled(lambda: _serve_phone(config, database))


def examine(config: Config) -> tuple[list[str], bool]:
    """How the bot does, as lines, and whether all is well. Raises CannotStart."""
    store = _look_into(config.database)
    try:
        pace = reminders_per_second(config.messages_per_second, is_paid=config.paid_broadcast)
        around = look_around(config.database)
        health = examination.examine(store, around, now(), pace, version("tzdata"))
    finally:
        store.close()
    return [_ear(config.content), *report.told(health)], not advice.faults(health)


def _look_into(database: Path) -> Store:
    try:
        refuse_what_is_no_file(database)
        refuse_nothing(database)
        refuse_foreign(database)
        return look_into(database, bot=0)
    except TooNew as unknown:
        why = f"a newer Unhunch wrote it ({unknown})"
    except Unusable as error:
        why = f"{error}{_what_to_do(database)}"
    raise CannotStart(f"UNHUNCH_DATABASE: {database} can't be looked into: {why}")


def _what_to_do(database: Path) -> str:
    if not os.path.isfile(database) or not holds_something(database):  # noqa: PTH113 - of one that may not be seen, too
        return ": is it the right one, and was the bot ever started?"
    return (
        "; stop the bot, and put the newest copy in its place: `unhunch restore`"
        if faults_in(database)
        else ""
    )


def _ear(folder: Path) -> str:
    try:
        state = "there" if read_ear(folder) else "not there: rules alone listen"
    except ContentFault:
        state = "damaged: `unhunch learn` makes it anew"
    return f"ear            {state}"


def knowledge(folder: Path) -> Knowledge:
    """All that the content folder holds. Raises CannotStart, with every fault."""
    try:
        ear = read_ear(folder)
        words, answers = danger_and_answers(folder)
        languages = _languages(folder)
        spoken = languages[EAR_SPEAKS].vocabulary
        return Knowledge(
            languages,
            TwoEars(words, ear, lambda text: tag_alone(text, spoken.tags, spoken.beside_tags) is not None),
            atlas=atlas(folder),
            help=help_lines(folder, answers),
            ear=ear,
        )
    except (ContentFault, WordsFault, OSError, ValueError, KeyError) as fault:
        raise CannotStart(
            f"The content in {folder} is not in order; `unhunch check` tells more.\n{fault}"
        ) from None


def _languages(folder: Path) -> dict[str, Language]:
    return {tag: _language(folder, tag, words) for tag, words in speakers(folder).items()}


def _language(folder: Path, tag: str, words: Speaker) -> Language:
    library = load(folder, tag)
    heard = replace(vocabulary(folder, tag), said=wish_words(folder, tag).naming(names(library)))
    return Language(tag, words.name, library, words, heard, clips(folder, tag))


def back_up(config: Config, to: Path, keep: int | None) -> Path:
    """A copy, made beside a bot that may be running: in the folder `to`, or as the file `to`. Raises CannotStart."""
    try:
        if not is_a_folder(to):
            write_copy(config.database, to)
            return to
        return copy_into(config.database, to, keep, now())
    except Unusable as error:
        kind = CannotStart if error.may_pass else CannotEverStart
        raise kind(f"UNHUNCH_DATABASE: {config.database} can't be copied to {to}: {error}.") from None


def is_a_folder(to: Path) -> bool:
    return os.path.isdir(to) or to.suffix not in {".sqlite3", ".db"}  # noqa: PTH112 - of a name too long, too


def put_back(config: Config, copy: Path) -> Restored:
    """Raises CannotStart."""
    with alone_with(config.database):
        try:
            return restore(config.database, copy, now())
        except TooNew as unknown:
            why = f"a newer Unhunch wrote it ({unknown})"
            kind: type[CannotStart] = CannotEverStart
        except Unusable as error:
            why, kind = str(error), CannotStart if error.may_pass else CannotEverStart
    raise kind(f"{copy} can't be put in the place of UNHUNCH_DATABASE, {config.database}: {why}.")


def copy_of(config: Config, person: int) -> str:
    """What whoever packs it is told of all that is kept of them. Raises CannotStart."""
    refuse_strangers(config, person)
    store = _look_into(config.database)
    try:
        told = Coach(store, knowledge(config.content)).copy_for(person, now())
        return json.dumps({**json.loads(told), "rows": look_up(config.database, person)}, ensure_ascii=False)
    finally:
        store.close()


def refuse_strangers(config: Config, person: int) -> None:
    """Raises CannotStart where nothing is kept of them, or the file can't be looked into."""
    store = _look_into(config.database)
    try:
        if not any(everything_of(store.db.conn, person).values()):
            raise CannotStart(f"UNHUNCH_DATABASE: {config.database} holds nothing of {person}")
    finally:
        store.close()


def _refuse_as_another_user(database: Path) -> None:
    """What root writes beside the file, the bot of another user could not write any more. Raises CannotStart."""
    if database.stat().st_uid != os.geteuid():
        raise CannotStart(
            f"UNHUNCH_DATABASE: {database} belongs to another user: run this as the user of the bot, with sudo -u"
        )


def delete_person(config: Config, person: int) -> bool:
    """In one transaction, beside a bot that may be running: whether it is. Raises CannotStart.

    `refuse_strangers` has seen that the file is of this very version: one that runs is not to find it changed.
    """
    _refuse_as_another_user(config.database)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(config.database))
            is_running = False
        except Taken:
            is_running = True
        try:
            _delete(config.database, person)
        except (Unusable, TooNew, OSError, FileFails) as error:
            raise CannotStart(
                f"UNHUNCH_DATABASE: {config.database} can't be written: {error}; nothing was deleted"
            ) from None
        if not is_running and (fault := tidy(config.database)):
            raise CannotStart(f"Deleted; but the file could not be written anew: {fault}")
    return is_running


def _delete(database: Path, person: int) -> None:
    store = open_store(database, bot=0)
    try:
        with store.transaction():
            store.forget(person, now())
            store.chats.forget_everywhere(person)
        store.scrub()
    finally:
        store.close()


@contextlib.contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """No other copy of the bot serves this file while the block lasts. Raises CannotStart, also where damage ends it."""
    try:
        refuse_what_is_no_file(database)
        with locked(database):
            yield
    except Taken:
        raise CannotStart(
            f"UNHUNCH_DATABASE: another copy of the bot is running on {database}; stop that one first, or name another file"
        ) from None
    except Unusable as error:
        raise _cannot_use(database, error) from None
    except FileFails as error:
        raise _cannot_go_on(database, error) from None


def _cannot_go_on(database: Path, error: Exception) -> Exception:
    """A mistake in our own SQL stays what it is."""
    if is_damage(error):
        return CannotStart(
            f"UNHUNCH_DATABASE: {database} is damaged ({error}); `unhunch restore` puts a copy in its place"
        )
    if is_of_the_disk(error):
        return CannotStart(f"UNHUNCH_DATABASE: {database} can't be written ({error}); is the disk full?")
    return error


def open_database(
    path: Path, token: str, *, is_new_bot: bool = False, goes_on: Callable[[], None] | None = None
) -> Store:
    """`goes_on`: called again and again while that takes long.

    Raises CannotStart; where it is another bot's and this one was not told to take over, AnotherBots.
    """
    store = _open_database(path, token, goes_on)
    if not is_new_bot and store.heartbeats.is_of_another() and store.reminders.subscribers():
        store.close()
        raise AnotherBots(
            f"UNHUNCH_DATABASE: {path} holds reminders of another bot, whose people hear nothing from this one until they"
            " have written to it; expected that bot's token, another file, or, to go on with this bot, `unhunch run --new-bot`"
        )
    return store


def _open_database(path: Path, token: str, goes_on: Callable[[], None] | None) -> Store:
    try:
        refuse_loss(path)
        return open_store(path, bot=int(token.partition(":")[0]), goes_on=goes_on)
    except TooNew as unknown:
        raise CannotEverStart(
            f"UNHUNCH_DATABASE: {path} was written by a newer Unhunch ({unknown}); expected one of this version or older"
        ) from None
    except Unusable as error:
        raise _cannot_use(path, error) from None


def _cannot_use(path: Path, error: Unusable) -> CannotStart:
    kind = CannotStart if error.may_pass else CannotEverStart
    return kind(
        f"UNHUNCH_DATABASE: {path} can't be used ({error}); expected a file of Unhunch that can be read and written"
    )


def spare_the_collector() -> None:
    """What was read at the start stays, and little that is made later goes in circles: sweep seldom, and not over that.

    Not swept at all before: it takes as long as a tenth of the start, and finds next to nothing.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


async def _serve(  # noqa: PLR0913 - what serving takes
    config: Config,
    line: TelegramLine,
    database: Path,
    clock: Callable[[], datetime],
    ready: Callable[[Bell], None] | None = None,
    *,
    is_new_bot: bool = False,
    watch: Watch | None = None,
    night: NightWork | None = None,
) -> None:
    watch = watch or Watch()
    async with watch.over():
        goes_on = watch.supervisor.goes_on
        store = open_database(database, line.token, is_new_bot=is_new_bot, goes_on=goes_on)
        for warning in open_to_others(database):
            log.warning("%s", warning)
        try:
            know_one_set_of_zones()
            known = replace(
                knowledge(config.content), copies=night.keep if night else 0, has_films=bool(line.films)
            )
            spare_the_collector()
            watch.begin(lambda: examination.is_silenced(store))
            make_coach, ticked = _coach_maker(store, known), watch.ticks.note
            await serve(line, store, make_coach, clock, ready=ready, ticked=ticked, night=night)
        except WrongToken:
            raise CannotStart(
                "Telegram does not know this token: check UNHUNCH_TOKEN with @BotFather."
            ) from None
        finally:
            store.close()


def _watch(config: Config) -> Watch:
    asked, url = how_supervised(), config.heartbeat_url
    return Watch(asked.socket, asked.within, url.get_secret_value() if url else None)


async def _serve_phone(config: Config, database: Path) -> None:
    # Read when it is asked for: on Telegram nobody looks at it, and a start need not wait for it.
    from bot.phone.phone import Phone  # noqa: PLC0415

    token = f"{PHONE_BOT}:{secrets.token_urlsafe(26)}"
    phone = Phone(token=token, clock=now)
    await _open(phone, config.phone_port)
    click.echo(f"Unhunch is on the phone: open {phone.address} in your browser. Ctrl-C ends it.")
    clock = phone.time.clock
    line = replace(line_to(config, token, phone.address, database), seconds=clock.seconds)
    try:
        await _serve(config, line, database, clock, phone.time.heeds)
    finally:
        await phone.stop()
        for breach in phone.breaches:
            click.echo(f"Telegram would have passed over this in silence: {breach}")


def line_to(config: Config, token: str, api_root: str, database: Path) -> TelegramLine:
    films = film_command.command(database.parent / FILMS, config.content) if film_command.is_there() else ()
    return TelegramLine(
        token,
        api_root,
        config.content,
        config.messages_per_second,
        pays_for_reminders=config.paid_broadcast,
        films=tuple(films),
    )


async def _open(phone: "Phone", first: int) -> None:
    """On the first port that is free. Raises CannotStart."""
    for port in range(first, first + PORTS_TRIED):
        with contextlib.suppress(OSError):
            await phone.start(port=port)
            return
    raise CannotStart(
        f"UNHUNCH_PHONE_PORT: {first} and the {PORTS_TRIED - 1} after it are taken; expected a free port"
    )


def _coach_maker(store: Store, known: Knowledge) -> Callable[[str], Coach]:
    return lambda bot_name: Coach(store, replace(known, bot_name=bot_name, zones=version("tzdata")))


def _until_signalled(
    work: Callable[[], Coroutine[None, None, None]], stops: Callable[[], None] = lambda: None
) -> int:
    with contextlib.suppress(asyncio.CancelledError, KeyboardInterrupt):
        asyncio.run(_cancellable(work(), stops))
    return 0


async def _cancellable(work: Coroutine[None, None, None], stops: Callable[[], None]) -> None:
    """SIGTERM, as a server sends it, ends the work as Ctrl-C does: what is being sent is finished."""
    task = asyncio.ensure_future(work)

    def end() -> None:
        stops()
        task.cancel()

    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, end)
    await task
