"""Screens for admins alone."""
