"""Puts the commands together."""

from bot.cli import keeper_commands, maker_commands, run_commands, setup_command
from bot.cli.group import main

__all__ = ["keeper_commands", "main", "maker_commands", "run_commands", "setup_command"]
