"""Teaches the ear from examples; the running bot does not need it."""
