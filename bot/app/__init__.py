"""Wires the rooms together: one file for each thing that the command line can ask for.

What can't be done raises CannotStart. Its text is for the person who gave the command.
"""
