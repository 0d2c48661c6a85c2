"""What people type in danger, and below the words that answer it."""
