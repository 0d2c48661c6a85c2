"""Draws charts and writes files that people take away, in a process of its own: the bot never loads what that takes."""
