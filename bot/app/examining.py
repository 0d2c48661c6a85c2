"""Examines a bot that may be running, from outside."""

import os
import stat
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bot.app.kept_knowledge import kept_knowledge
from bot.app.opening import look_into_database
from bot.app.wall_clock import now
from bot.chat.outgoing.turns.lanes import reminders_per_second
from bot.chat.telegram.asking_once import ask
from bot.coach.doctor import advice, examination, report
from bot.coach.doctor.health import AtTelegram, FilmsFolder
from bot.config import CannotStart, Config
from bot.content.ear.deep.deep_ear import read_deep_ear
from bot.content.ear.foreign_ear import read_foreign_ear
from bot.content.ear.judge import read_judge
from bot.content.ear.trained_ear import read_ear
from bot.content.faults import ContentFault
from bot.film import film_command
from bot.store.surroundings import look_around


def examine(config: Config) -> tuple[list[str], bool]:
    """Returns lines about how the bot does, and whether all is well."""
    store = look_into_database(config.database)
    try:
        pace = reminders_per_second(config.messages_per_second, is_paid=config.paid_broadcast)
        around = look_around(config.database, config.litestream)
        health = examination.examine(store, around, now(), pace, version("tzdata"))
    finally:
        store.close()
    health = replace(
        health,
        telegram=_at_telegram(config),
        webhook=config.webhook_url or "",
        content=fault_in_content(config.content),
        copies=config.copies,
        films=films_folder(config.database),
    )
    return [
        report.told_of("unhunch", version("unhunch")),
        _ear(config.content),
        *report.told(health),
    ], not advice.faults(health)


def films_folder(database: Path) -> FilmsFolder | None:
    """Makes no folder. Whoever owns the file runs the bot, so the folder is theirs, whichever user runs this command."""
    folder = database.parent / film_command.FOLDER
    if not film_command.is_there() or not folder.exists():
        return None
    here, file, disk = folder.stat(), database.stat(), os.statvfs(folder)
    is_theirs = file.st_uid in (0, here.st_uid) and here.st_mode & stat.S_IWUSR
    may_write = is_theirs or here.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    can_be_written = folder.is_dir() and bool(may_write) and not disk.f_flag & os.ST_RDONLY
    has_own_disk = here.st_dev != file.st_dev
    return FilmsFolder(folder, can_be_written, disk.f_bavail * disk.f_frsize if has_own_disk else None)


def _at_telegram(config: Config) -> AtTelegram | None:
    return ask(config.api_root, config.token.get_secret_value()) if config.token else None


@cache
def fault_in_content(folder: Path) -> str:
    """A fault that would keep the bot from starting now; "" if there is none."""
    try:
        kept_knowledge(folder)
    except CannotStart as refusal:
        return str(refusal).splitlines()[-1]
    return ""


@cache
def _ear(folder: Path) -> str:
    try:
        whole = read_deep_ear(folder)
        ears = {
            "English": read_ear(folder),
            "other languages": read_foreign_ear(folder),
            "whole sentences": whole,
            "weighing them": read_judge(folder),
        }
        deaf = ", ".join(what for what, ear in ears.items() if ear is None)
        state = f"not there for {deaf}" if deaf else "there"
        if whole and not any(whole.weighs("a")):
            state = "damaged: `unhunch learn --deep` makes it anew"
    except ContentFault:
        state = "damaged: `unhunch learn` makes it anew"
    return report.told_of("ear", state)
