"""Sessions, in rows."""
