"""Wires the rooms together: one file for each thing that the command line can ask for."""
