"""What needs the operator's attention, one sentence each, and what they can do about it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.coach.doctor.health import AtTelegram, Health
from bot.domain.reminders.reminder import ON_TIME
from bot.store.file.copies import COPIES
from bot.store.reminders.deliveries import State
from bot.store.troubles import Trouble, Troubled

SILENT = timedelta(minutes=1)
"""After this long without a tick, the bot is not running."""

AHEAD = timedelta(seconds=10)
"""A tick further in the future than this came from another clock than the present one."""

APART = timedelta(seconds=30)
"""Clocks further apart than this do not agree."""

MANY = 20
"""If fewer people than this can't be reached, it may be chance; in a small bot even a fifth of all may be."""

FULL = 0.05
"""The share of the disk that should stay free."""

LATELY = timedelta(minutes=10)
"""A failure older than this may be over."""

A_LONG_FILM = 50_000_000
"""Bytes that one film takes at most, with its pieces."""

A_COPY = timedelta(days=2)
"""A copy is made every night. If the newest is older than this, one was missed."""

BEHIND = timedelta(minutes=2)
"""A replica is normally about a second behind. An S3 server that is away for a moment needs no attention."""

REPLICATOR = "systemctl status unhunch-litestream"
LOG = "the log says why (with systemd: journalctl -u unhunch -n 50)"
RESTART = "start it anew (with systemd: systemctl restart unhunch)"

WHAT_TO_DO = {
    Trouble.TOKEN: "Telegram refuses the token: get a new one from @BotFather, put it in the place of the old one (where"
    f" unhunch setup kept that, it does so), and {RESTART}",
    Trouble.ANOTHER: "another program asks Telegram for news with the same token, or has set a webhook for it: end it, or give it"
    " a token of its own",
    Trouble.AWAY: "the bot can't reach Telegram, and goes on trying: is the network there, and no proxy on the way? "
    + LOG,
    Trouble.WEBHOOK: "Telegram can't reach us at UNHUNCH_WEBHOOK_URL: look at the proxy before the bot, its certificate and the"
    " firewall; without that setting the bot asks Telegram instead",
    Trouble.MANY_LOST: "Telegram says of very many people that they blocked the bot, which it does not believe:"
    " look for a proxy on the way; " + LOG,
    Trouble.FILE: "the file is damaged: the bot makes an index anew by itself; if it runs and this is still told after a few minutes,"
    " stop it (with systemd: systemctl stop unhunch), unhunch restore with the newest copy, start it",
    Trouble.MENDED: "a part of the file was damaged and was made anew, and people are served: look whether the disk fails (dmesg,"
    " smartctl -a), and keep a copy elsewhere with unhunch backup; this is told for a week",
    Trouble.COPY: "the nightly copy could not be made: df -h shows whether there is room; " + LOG,
}


def faults(health: Health) -> list[str]:
    return [
        *_running(health),
        *_telegram(health),
        *_sending(health),
        *map(_trouble, health.troubles),
        *_content(health),
        *_file(health),
        *_copy(health),
        *_replica(health),
        *_films(health),
        *_machine(health),
    ]


def _running(health: Health) -> Iterator[str]:
    now, tick = health.now, health.last_tick
    if tick is None:
        yield "the bot has never run on this file: start it (with systemd: systemctl start unhunch)"
        return
    if now - tick.machine > SILENT:
        yield (f"the bot is not running, or does not get on, since {_moment(tick.machine)}: {RESTART}; {LOG}")
    if tick.machine - now > AHEAD:
        yield (
            f"the last tick is {_length(tick.machine - now)} in the future, so this machine's clock was set back:"
            f" timedatectl shows whether it is right now; if so, {RESTART}"
        )
    if abs(tick.apart) > APART:
        side = "ahead of" if tick.apart > timedelta() else "behind"
        yield f"this machine's clock is {_length(abs(tick.apart))} {side} Telegram's: timedatectl set-ntp true"


def _telegram(health: Health) -> Iterator[str]:
    telegram = health.telegram
    if telegram is None:
        return
    if telegram.is_wrong_token:
        if not any(each.trouble is Trouble.TOKEN for each in health.troubles):
            yield WHAT_TO_DO[Trouble.TOKEN]
    elif telegram.refusal:
        yield f"Telegram can't be asked from here ({telegram.refusal}): is the network there, and no proxy on the way?"
    else:
        yield from _webhook(health, telegram)


def _webhook(health: Health, telegram: AtTelegram) -> Iterator[str]:
    """Silent about a webhook that may be this bot's own. A webhook that the bot does not know stops its updates."""
    there, wanted = telegram.webhook, health.webhook
    if wanted and there and there != wanted:
        yield f"Telegram sends what people do to {place(there)}, which is not this bot: {WHAT_TO_DO[Trouble.ANOTHER]}"
    if wanted and not there:
        yield f"Telegram knows of no webhook, and this bot waits for one: {RESTART}; {LOG}"
    if there and telegram.failed_at and health.now - telegram.failed_at < LATELY:
        yield (
            f"Telegram can't reach {place(there)} ({telegram.failure}): is the port open to the world, its certificate"
            " valid, and does the web server hand on to UNHUNCH_WEBHOOK_LISTEN?"
        )


def place(url: str) -> str:
    """The address without its path, which may be a secret."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _sending(health: Health) -> Iterator[str]:
    minutes = ON_TIME.seconds // 60
    if health.late:
        yield f"{_many(health.late, 'reminder is', 'reminders are')} more than {minutes} minutes late: {LOG}"
    if health.stranded:
        yield (
            f"{_many(health.stranded, 'reminder was', 'reminders were')} to be sent more than {minutes} minutes ago"
            f" and {'is' if health.stranded == 1 else 'are'} still pending: {LOG}"
        )
    if health.waiting:
        yield f"{_many(health.waiting, 'person waits', 'people wait')} for a screen for more than {minutes} minutes: {LOG}"
    if failed := health.states.get(State.FAILED, 0):
        yield f"{_many(failed, 'reminder was', 'reminders were')} refused by Telegram in the last 24 hours: {LOG}"
    if health.lost and health.reminded and health.lost >= MANY and health.lost * 5 > health.reminded:
        yield (
            f"{health.lost:,} of {health.reminded:,} people with reminders can't be reached: is it the token of the right"
            " bot, and no proxy on the way? unhunch config shows the settings"
        )
    if health.subscribers and health.subscribers > health.ceiling:
        yield (
            "if all reminders were for one minute, the pace would not reach everybody in time: raise"
            " UNHUNCH_MESSAGES_PER_SECOND if Telegram allows it, or set UNHUNCH_PAID_BROADCAST"
        )


def _trouble(troubled: Troubled) -> str:
    details = f" ({troubled.what})" if troubled.what else ""
    return f"since {_moment(troubled.since)}{details}: {WHAT_TO_DO[troubled.trouble]}"


def _content(health: Health) -> Iterator[str]:
    if health.content:
        yield f"the content is not in order, so the bot would not start: unhunch check tells all ({health.content})"


def _copy(health: Health) -> Iterator[str]:
    copied_at = health.around.copied_at
    if copied_at and health.copies == 0:
        yield (
            f"UNHUNCH_COPIES is 0, and copies of before lie in the folder `{COPIES}` beside the file, with what people deleted since:"
            " remove them, unless you keep them on purpose"
        )
    elif health.copies and copied_at and health.now - copied_at > A_COPY:
        yield f"the newest copy is {(health.now - copied_at).days} days old, and one is made every night: {LOG}"


def _replica(health: Health) -> Iterator[str]:
    replica, tick = health.around.replica, health.last_tick
    if replica is None:
        return
    if replica.fault:
        yield f"the replica can't be looked at ({replica.fault}): what is in UNHUNCH_LITESTREAM, and the environment for it?"
    elif replica.written_at is None:
        yield f"nothing is in the replica: {REPLICATOR}"
    elif tick and (behind := tick.machine - replica.written_at) > BEHIND:
        yield f"the replica is {_length(behind)} behind, and what was written since is on this machine alone: {REPLICATOR}"


def _file(health: Health) -> Iterator[str]:
    around = health.around
    if health.unread:
        yield f"can't be read: {', '.join(health.unread)}. {_sentence(WHAT_TO_DO[Trouble.FILE])}"
    elif around.damage and not any(each.trouble is Trouble.FILE for each in health.troubles):
        yield f"{WHAT_TO_DO[Trouble.FILE]} ({around.damage})"
    yield from around.open_to_others
    if around.total and (around.free < around.total * FULL or around.free < 2 * around.size):
        yield (
            f"the disk is nearly full, {_size(around.free)} are free and the file has {_size(around.size)}:"
            f" df -h {around.folder}, and make room"
        )


def _films(health: Health) -> Iterator[str]:
    films = health.films
    if films and not films.can_be_written:
        yield (
            f"{films.path} can't be written, so each film is made from its beginning, and people wait for it: let it be a folder"
            " that belongs to the bot's user"
        )
    elif films and films.free is not None and films.free < A_LONG_FILM:
        yield (
            f"there is no room for films, {_size(films.free)} are free: whoever wants to watch a session is led in the chat"
            f" instead; df -h {films.path}, and make room"
        )


def _machine(health: Health) -> Iterator[str]:
    if health.zones and _is_older(health.zones_here, health.zones):
        yield (
            f"the rules of time zones installed here ({health.zones_here}) are older than those that reminders were computed"
            f" by ({health.zones}): install the newer version again, and {RESTART}"
        )


def _is_older(here: str, before: str) -> bool:
    """Compares versions like 2026.1; False for any others."""
    try:
        return [int(part) for part in here.split(".")] < [int(part) for part in before.split(".")]
    except ValueError:
        return False


def _many(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _length(time: timedelta) -> str:
    seconds = round(time.total_seconds())
    if seconds < 120:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"


def _size(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
