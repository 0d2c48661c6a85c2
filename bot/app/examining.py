"""Examines a bot that may be running, from outside."""

from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bot.app.knowing import knowledge
from bot.app.opening import look_into_database
from bot.app.wall_clock import now
from bot.chat.outgoing.lanes import reminders_per_second
from bot.chat.telegram.asking_once import ask
from bot.coach.doctor import advice, examination, report
from bot.coach.doctor.health import AtTelegram
from bot.config import CannotStart, Config
from bot.content.ear.foreign_ear import read_foreign_ear
from bot.content.ear.trained_ear import read_ear
from bot.content.faults import ContentFault
from bot.store.surroundings import look_around


def examine(config: Config) -> tuple[list[str], bool]:
    """Lines about how the bot does, and whether all is well. Raises CannotStart."""
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
    )
    return [
        report.told_of("unhunch", version("unhunch")),
        _ear(config.content),
        *report.told(health),
    ], not advice.faults(health)


def _at_telegram(config: Config) -> AtTelegram | None:
    return ask(config.api_root, config.token.get_secret_value()) if config.token else None


@cache
def fault_in_content(folder: Path) -> str:
    """One fault that a bot started now would meet; "" if there is none."""
    try:
        knowledge(folder)
    except CannotStart as refusal:
        return str(refusal).splitlines()[-1]
    return ""


def _ear(folder: Path) -> str:
    try:
        ears = {"English": read_ear(folder), "the other languages": read_foreign_ear(folder)}
        deaf = " and ".join(language for language, ear in ears.items() if ear is None)
        state = f"not there for {deaf}: rules alone listen" if deaf else "there"
    except ContentFault:
        state = "damaged: `unhunch learn` makes it anew"
    return report.told_of("ear", state)
