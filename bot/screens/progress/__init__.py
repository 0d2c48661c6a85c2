"""Screens of what was done, and of programmes."""
