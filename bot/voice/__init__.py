"""Speaks and records what is said on the mat; the running bot does not need it."""
