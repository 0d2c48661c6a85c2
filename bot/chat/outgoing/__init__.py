"""Sends what was decided, at a pace that Telegram bears."""
