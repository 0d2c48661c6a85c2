"""The commands that run the bot."""

import gc
import logging
from typing import TYPE_CHECKING

import click

from bot.cli.group import carry_out, main

if TYPE_CHECKING:
    from bot.config import Config


@main.command()
def start() -> None:
    """Run on Telegram if there is a token, else as `phone` does."""
    carry_out(lambda config: _bot(config) if config.token else _phone(config))


@main.command()
@click.option(
    "--new-bot",
    is_flag=True,
    help="Go on with another bot's file: its people hear from this one once they write to it.",
)
def run(*, new_bot: bool) -> None:
    """Run on Telegram, and nothing else: what a server does. Needs a token."""
    carry_out(lambda config: _bot(config, is_new_bot=new_bot))


@main.command()
def phone() -> None:
    """Try the bot on a phone in the browser, without Telegram and token."""
    carry_out(_phone)


def _bot(config: "Config", *, is_new_bot: bool = False) -> int:
    from bot.config import CannotStart, kept_token_in_use
    from bot.store.file.private import readable_by_others

    kept = kept_token_in_use()
    for warning in readable_by_others(kept) if kept else ():
        logging.getLogger(__name__).warning("%s", warning)
    if not config.token:
        raise CannotStart(
            "There is no token: set UNHUNCH_TOKEN or UNHUNCH_TOKEN_FILE. @BotFather gives you one."
        )
    gc.disable()  # The start makes no garbage. Once the bot runs, the collector is on again.
    # Imported after the refusal, which is told at once.
    from bot.app.running import run_bot

    return run_bot(config.make_database_folder(), is_new_bot=is_new_bot)


def _phone(config: "Config") -> int:
    gc.disable()
    from bot.app.on_the_phone import run_phone

    return run_phone(config)
