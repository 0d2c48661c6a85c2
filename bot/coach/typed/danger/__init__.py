"""What is typed in danger, and below the words that answer it."""
