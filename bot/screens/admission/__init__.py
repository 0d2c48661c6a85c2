"""Screens for people who may not use the bot."""
