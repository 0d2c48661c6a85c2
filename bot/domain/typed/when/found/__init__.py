"""Finds in a sentence what can be about a time, without judging yet what it means together."""
