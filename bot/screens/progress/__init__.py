"""What was done, and programmes, as they are shown."""
