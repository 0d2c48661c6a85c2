"""Routines of one's own, and how much of each move."""
