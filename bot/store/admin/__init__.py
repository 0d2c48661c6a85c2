"""Messages to everybody, and counts of each week, in rows."""
