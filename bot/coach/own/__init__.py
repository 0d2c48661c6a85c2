"""Routines of one's own."""
