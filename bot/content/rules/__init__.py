"""The rules for content, one subject in each file."""
