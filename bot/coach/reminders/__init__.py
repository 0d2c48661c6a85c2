"""Reminders: how they are set up, come due and are answered, and the clock they go by."""
