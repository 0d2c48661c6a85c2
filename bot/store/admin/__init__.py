"""What is told to everybody, and how much is done, in rows."""
