"""Decides what a message, a tap or the clock leads to."""
