"""People's own routines and exercises."""
