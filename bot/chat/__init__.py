"""Speaks with Telegram."""
