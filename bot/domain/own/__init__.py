"""People's own routines and exercises, and how much of each move they do."""
