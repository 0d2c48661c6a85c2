"""Serves HTTP in a way that no stranger can use up what the bot needs for all else."""
