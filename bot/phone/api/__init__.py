"""The door: the Bot API over HTTP, for callers on this machine only."""
