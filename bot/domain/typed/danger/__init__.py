"""Hears in words of any language how people are: one set of rules, over words that are data."""
