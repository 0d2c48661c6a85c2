"""Hears when a person wants to be reminded: one grammar, over words that are data."""
