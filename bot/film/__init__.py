"""Makes of a session one file to hear or to see, in a process of its own: joined from pieces, each of which is encoded once."""
