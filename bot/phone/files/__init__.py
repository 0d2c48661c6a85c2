"""Files: taken in, looked into, kept."""
