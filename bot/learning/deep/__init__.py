"""Teaches the ear that reads a sentence as a whole; listening needs none of it."""
