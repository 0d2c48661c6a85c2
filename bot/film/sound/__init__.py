"""The sound of a session: bells and clips, one after the other."""
