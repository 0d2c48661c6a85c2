"""What is said and heard in each language."""
