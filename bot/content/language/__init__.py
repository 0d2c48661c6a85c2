"""The sentences of each language, and the words that people type in it."""
