"""Draws the exercises: pose files become stills and loops."""
