"""Checks that a bot's name is one that Telegram gives: a server that tells another is not Telegram."""

import re

NOT_TELEGRAM = "what answers is not Telegram"


def is_name(told: object) -> bool:
    """`told`: without the @."""
    return isinstance(told, str) and re.fullmatch("[A-Za-z0-9_]{4,32}", told) is not None
