"""Tells those who watch from outside that the bot is there: the supervisor that started it, and a heartbeat address."""
