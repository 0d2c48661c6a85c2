"""Screens of own routines and exercises."""
