"""People, in rows."""
