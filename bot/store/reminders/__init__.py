"""Reminders and what became of them, in rows."""
