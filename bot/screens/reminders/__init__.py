"""Screens of reminders and time zones."""
