"""Carries out a command, and turns a refusal into words and an exit code."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from bot.config import Config


IN_ORDER = (
    *("setup", "start", "run", "phone"),
    *("doctor", "health", "config", "backup", "restore", "export", "forget"),
    *("check", "new", "draw", "speak", "film", "learn"),
)
"""The order of the help: to begin, to look after the bot, to make content."""


class OnOneScreen(click.Group):
    """Help with one line for each command, so that nobody has to scroll."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        there = super().list_commands(ctx)
        return sorted(there, key=lambda name: IN_ORDER.index(name) if name in IN_ORDER else len(IN_ORDER))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]")
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        lines = [
            (name, self.commands[name].get_short_help_str(MOST_LETTERS)) for name in self.list_commands(ctx)
        ]
        with formatter.indentation():
            formatter.write_dl(lines)
            formatter.write_text("COMMAND --help tells more, --version which Unhunch this is.")


MOST_LETTERS = 66
"""Letters that fit beside a command's name."""


@click.group(cls=OnOneScreen, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unhunch", prog_name="unhunch")
def main() -> None:
    """A Telegram bot for stiff upper backs, set by environment variables."""


def carry_out(work: "Callable[[Config], int]", *, finds_token: bool = True) -> NoReturn:
    """A refusal is told in its own words, without a traceback. `finds_token`: uses the token that was kept too."""
    from bot.config import CannotStart, compute_in_one_thread, from_environment
    from bot.logs import redactor, set_up

    compute_in_one_thread()
    redact = redactor(None)
    try:
        config = from_environment(finds_token=finds_token)
        token = config.token.get_secret_value() if config.token else None
        redact = redactor(token)
        set_up(config.log_level, token, config.log_format)
        code = work(config)
    except CannotStart as refusal:
        click.echo(redact(str(refusal)), err=True)
        code = refusal.exit_code
    sys.exit(code)


def with_extra(work: str, extra: str, module: str) -> "ModuleType":
    """Raises CannotStart, which names the command that installs what is missing."""
    from importlib import import_module

    from bot.config import CannotStart

    try:
        return import_module(module)
    except ImportError as missing:
        raise CannotStart(f"{work} needs more ({missing.name}): {_how_to_get(extra)}") from None


def _how_to_get(extra: str) -> str:
    clone = Path(__file__).parents[2]
    if (clone / "pyproject.toml").is_file():
        return f"{sys.executable} -m pip install --editable '{clone}[{extra}]'"
    return f"install Unhunch anew from its clone, as '.[{extra}]'"
