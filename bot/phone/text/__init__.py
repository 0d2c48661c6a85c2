"""Reads and checks the content of a message: its text, its links, its keyboards."""
