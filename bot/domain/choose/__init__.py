"""Finds exercises for people who know what they want."""
