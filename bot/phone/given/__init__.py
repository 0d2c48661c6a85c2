"""Reads the parameters of a call, and words the refusals."""
