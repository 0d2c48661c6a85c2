"""Draws the exercises: turns pose files into stills and loops."""
