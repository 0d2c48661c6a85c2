"""Reminders and time zones, as they are shown."""
