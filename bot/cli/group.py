"""The command line itself: how a command is carried out, and the one place that turns a refusal into words and an exit code."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from bot.config import Config


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unhunch")
def main() -> None:
    """Unhunch, a Telegram bot for stiff upper backs. Its settings are environment variables: see `config`."""


def carry_out(work: "Callable[[Config], int]") -> NoReturn:
    """Read the settings, set up the log, do the work; a refusal is told in its own words, without a traceback."""
    from bot.config import CannotStart, from_environment
    from bot.logs import redactor, set_up

    redact = redactor(None)
    try:
        config = from_environment()
        token = config.token.get_secret_value() if config.token else None
        redact = redactor(token)
        set_up(config.log_level, token)
        code = work(config)
    except CannotStart as refusal:
        click.echo(redact(str(refusal)), err=True)
        code = refusal.exit_code
    sys.exit(code)


def with_extra(work: str, extra: str, module: str) -> "ModuleType":
    from importlib import import_module

    from bot.config import CannotStart

    try:
        return import_module(module)
    except ImportError as missing:
        raise CannotStart(f"{work} needs more: pip install 'unhunch[{extra}]' ({missing.name}).") from None
