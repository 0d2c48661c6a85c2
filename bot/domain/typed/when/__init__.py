"""When somebody wants to be reminded, as they say it: one grammar over words that are data."""
