"""Unhunch, a Telegram bot for stiff upper backs."""
