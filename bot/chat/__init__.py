"""Speaks with Telegram.

In this room, a parameter `clock` tells the time in UTC, and `seconds` is a clock that only goes forward.
"""
