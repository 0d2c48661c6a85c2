"""Routines of one's own, in rows."""
