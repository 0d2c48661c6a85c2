"""Choosing: lists, the cards of exercises and routines, things to read."""
