"""Reminders: set up, come due, answered; and the clock they go by."""
