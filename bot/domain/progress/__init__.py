"""What was done, and what it adds up to."""
