"""Draws and writes what is taken away to look at, in a process of its own: the bot never loads what that takes."""
