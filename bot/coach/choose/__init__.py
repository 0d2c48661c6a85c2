"""Browsing and finding: exercises, routines, things to read."""
