"""The command that asks for the token, tries it and keeps it."""

import sys
from typing import TYPE_CHECKING

import click

from bot.cli.group import carry_out, main

if TYPE_CHECKING:
    from pathlib import Path

    from bot.coach.doctor.health import AtTelegram
    from bot.config import Config

FROM_WHERE = "In Telegram, write /newbot to @BotFather (https://t.me/BotFather): it gives you a token."
MOST_LETTERS = 200


@main.command()
def setup() -> None:
    """Ask for the token, try it, and keep it for later starts. It is read from standard input where that is no terminal."""
    carry_out(_setup, finds_token=False)


def _setup(config: "Config") -> int:
    from bot.app.setting_up import is_of_another_bot, keep_token
    from bot.config import kept_token_file

    token, bot = _ask_until_valid(config) if sys.stdin.isatty() else _read(config)
    file = kept_token_file()
    if is_of_another_bot(token, file) and not _is_meant(file):
        click.echo("Nothing was changed.")
        return 1
    keep_token(token, file)
    click.echo(f"This is @{bot.name}. Its token is kept in {file}, which only you can read.")
    if config.token:
        click.echo("UNHUNCH_TOKEN or UNHUNCH_TOKEN_FILE is set, and goes first.")
    click.echo(
        f"Start it with `unhunch start` (in a clone: make run), then open https://t.me/{bot.name}\n"
        "Anybody can find a bot: UNHUNCH_PEOPLE says who may use it."
    )
    return 0


def _ask_until_valid(config: "Config") -> "tuple[str, AtTelegram]":
    from bot.app.setting_up import NoToken, try_token

    click.echo(FROM_WHERE)
    while True:
        token = click.prompt("Token (it is not shown)", hide_input=True).strip()
        try:
            return token, try_token(config.api_root, token)
        except NoToken as wrong:
            click.echo(str(wrong), err=True)


def _read(config: "Config") -> "tuple[str, AtTelegram]":
    from bot.app.setting_up import try_token

    token = sys.stdin.readline(MOST_LETTERS).strip()
    return token, try_token(config.api_root, token)


def _is_meant(file: "Path") -> bool:
    """False if nobody can be asked."""
    found = f"Another bot's token is kept in {file}"
    if sys.stdin.isatty():
        return click.confirm(f"{found}. Put this one in its place?")
    click.echo(f"{found}: delete it first.", err=True)
    return False
