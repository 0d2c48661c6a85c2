"""The pictures of a session: pieces that are drawn and encoded once, and joined."""
