"""A session, as it is shown."""
