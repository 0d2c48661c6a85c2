"""What was done, in rows."""
