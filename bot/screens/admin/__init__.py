"""Screens that only admins see."""
