"""Writes the picture files and checks what they show."""
