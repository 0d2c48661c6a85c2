"""The first minute, the questions, home."""
