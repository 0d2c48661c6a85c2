"""The file as a file: its lock, its rights, whether it is ours and whole, and its copies."""
