"""What a message says: its text, its links, its keyboards."""
