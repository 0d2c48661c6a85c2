"""Reads the content folder into values of the domain, and checks it."""
