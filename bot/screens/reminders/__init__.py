"""Reminders and zones, as they are shown."""
