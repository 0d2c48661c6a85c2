"""Makes one sound or video file of a session, in a process of its own. Files are joined from pieces that are encoded once."""
